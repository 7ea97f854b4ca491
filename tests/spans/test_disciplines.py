from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.spans.disciplines import find


def found(text: str) -> list[str]:
    return [span.text for span in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan long-distance runner trains alone.", ["long-distance runner"]),
        ("Lena Moor is a professional basketball player.", ["basketball player"]),
        ("He is a track and field athlete from Leeds.", ["track and field athlete"]),
        ("A middle and long distance runner, she lives in Iten.", ["middle and long distance runner"]),
        ("The road and track cyclist turned 30.", ["road and track cyclist"]),
        ("an ice hockey forward", ["ice hockey forward"]),
        ("the hurdler’s coach", ["hurdler"]),
        ("Striker Ola Berg scored.", ["Striker"]),
        ("Veteran forward Ola Berg scored.", ["forward"]),
        ("point guard Dee Moss", ["point guard"]),
        ("She won the 3000m steeplechase.", ["3000m steeplechase"]),
        ("gold in the 200m individual medley", ["200m individual medley"]),
        ("the 4 x 100m relay", ["4 x 100m relay"]),
        ("the 4x400 relay", ["4x400 relay"]),
        ("over 1,500 metres", ["1,500 metres"]),
        ("the 100-meter final", ["100-meter"]),
        ("a 10k in the rain", ["10k"]),
        ("the 5km race", ["5km"]),
        ("the 100 and 200m titles", ["100", "200m"]),
        ("eighth in the 800.", ["800"]),
        ("the 400 freestyle", ["400 freestyle"]),
        ("his first half marathon", ["half marathon"]),
        ("has run 30 marathons", ["marathons"]),
        ("the men's -73kg class", ["-73kg"]),
        ("the light-heavyweight champion", ["light-heavyweight"]),
        ("won the mixed doubles", ["mixed doubles"]),
        ("bronze in the fours", ["fours"]),
        ("fifth on beam", ["beam"]),
        ("CB Tom Hale was injured.", ["CB"]),
        ("sixth in the coxless four", ["coxless four"]),
        ("the metric mile", ["mile"]),
        ("the 10m air rifle", ["10m air rifle"]),
        ("swimmer, cyclist and judoka", ["swimmer", "cyclist", "judoka"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We are looking forward to Sunday.",
        "She was runner-up in Rome.",
        "They met in the center of town.",
        "He moved to the back of the field.",
        "A guard of honour lined the street.",
        "The driver of the car was unhurt.",
        "the long jump pit was wet",
        "after marathon talks with the club",
        "He lives 100 metres away.",
        "with 200m to go she moved",
        "led by 100m at the bell",
        "her coach and the referee spoke to the manager",
        "the £48m bid and a $100m deal",
        "Kyle Walker left the pitch.",
        "the heavyweights of the league",
        "hit six fours in an over",
        "British Gymnastics said it was sorry.",
        "the shopping centre in Leeds",
        "RB Leipzig lost.",
        "passed 30km in 1:33",
        "a leap of 17.02m",
        "the Thorne Runners club",
    ],
)
def test_look_alikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("S Tom Hale was injured.", ["S"], marks=pytest.mark.xfail(strict=True)),
        pytest.param("the 20 miles", ["20 miles"]),
        pytest.param("bronze with the team", ["team"], marks=pytest.mark.xfail(strict=True)),
        pytest.param("has the basketballers' respect", ["basketball"], marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="abm 0123,.xX'’-–km\u00a0\nrunerhdls", max_size=80))
def test_spans_hold_their_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for span in find(text):
        assert text[span.start : span.end] == span.text
        assert span.start >= end
        end = span.end


def test_long_lines_take_linear_time() -> None:
    line = "the 100m hurdles and long-distance " * 20_000
    start = time.process_time()
    find(line)
    assert time.process_time() - start < 10
