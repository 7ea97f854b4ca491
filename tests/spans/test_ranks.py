from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.spans.ranks import find
from bioextract.values.ranks import rank


def found(text: str) -> list[str]:
    return [span.text for span in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She won the Lisbon Half Marathon in 2019.", ["won"]),
        ("the winner in 2017, Ada Holm", ["winner"]),
        ("a victory at the Oslo meeting", ["victory"]),
        ("He finished fifth in Seville.", ["fifth"]),
        ("She came second at the nationals.", ["second"]),
        ("took fourth place", ["fourth place"]),
        ("He placed 13th out of 14.", ["13th"]),
        ("Berg was third in 9:01.", ["third"]),
        ("in 2019 he was runner-up", ["runner-up"]),
        ("took silver in Doha", ["silver"]),
        ("She won gold in the 200m.", ["gold"]),
        ("won a bronze medal at the 2011 championships", ["bronze medal"]),
        ("the Rio bronze medallist", ["bronze medallist"]),
        ("a top-10 finish in Hamburg", ["top-10 finish"]),
        ("finished inside the top ten", ["top ten"]),
        ("was outside the top 20", ["outside the top 20"]),
        ("Okello, the 1998 champion, limped home.", ["champion"]),
        ("She claimed the national title in May.", ["title"]),
        ("placed ninth on vault, third on bars and first on beam", ["ninth", "third", "first"]),
        ("He tied for 14th.", ["14th"]),
        ("with Ola Berg fourth in 14.02m", ["fourth"]),
        ("3rd Road race, Junior Championships", ["3rd"]),
        ("2. Ben Otieno (KEN) 61:05", ["2"]),
        ("crossed the line first", ["first"]),
        ("came in tied for 58th", ["58th"]),
        ("Roe and Holm were 7th and 9th respectively.", ["7th", "9th"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert all(rank(word) for word in expected)


@pytest.mark.parametrize(
    "text",
    [
        "He won a new contract.",
        "She won her heat easily.",
        "He won the toss and the first set.",
        "They won the semi-final.",
        "She won't run.",
        "It was her third time here.",
        "He led on the first lap and the second half was slow.",
        "in the second round",
        "a first-ever start",
        "his second Olympics",
        "her second marathon",
        "Why run in the first place?",
        "a gold jersey and golden shoes",
        "on the Gold Coast",
        "two golds and five bronze medals",
        "the three-time Olympic gold medallist",
        "He hopes to win the marathon.",
        "She failed to win.",
        "She is the favourite for gold.",
        "The Olympic champion rested.",
        "born on the 13th of May",
        "on April 15th",
        "at the end of the 19th century",
        "0.02 of a second later",
        "6th in Heat 3",
        "fifth in the rankings",
        "the chairman (second from left)",
        "a medal (gold, silver or bronze)",
        "won three times",
        "a win over Spain",
        "The second is a nurse.",
        "Adam Silver spoke.",
        "the Cup Winners' Cup",
    ],
)
def test_look_alikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He lost the final to Berg.", ["lost the final"], marks=pytest.mark.xfail(strict=True)),
        pytest.param("She went one better in Rome.", ["one better"], marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="abcdefghilnorstw 123,.-’\nGS", max_size=80))
def test_every_span_has_a_rank(text: str) -> None:
    for span in find(text):
        assert text[span.start : span.end] == span.text
        assert rank(span.text) is not None


def test_long_lines_take_linear_time() -> None:
    line = "she finished fifth and won the gold medal in the " * 20_000
    start = time.process_time()
    find(line)
    assert time.process_time() - start < 20
