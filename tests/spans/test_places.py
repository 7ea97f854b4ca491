from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.lexicons import rows
from bioextract.spans.places import find


def found(text: str) -> list[str]:
    return [span.text for span in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was born in Albuquerque, New Mexico, in 1990.", ["Albuquerque, New Mexico"]),
        ("He lives in Iten.", ["Iten"]),
        ("In Oslo in 1971 she met her husband.", ["Oslo"]),
        ("held in Budapest last year", ["Budapest"]),
        ("She was born in the Netherlands.", ["Netherlands"]),
        ("They moved to the United States.", ["United States"]),
        ("He moved from Eldoret to Kaptagat.", ["Eldoret", "Kaptagat"]),
        ("the Truro sprinter", ["Truro"]),
        ("Sheffield-based Ann Roe", ["Sheffield"]),
        ("the Scotland-born athlete", ["Scotland"]),
        ("Mr Roe, 28, of Lake Hollow, Calif., ran well", ["Lake Hollow, Calif."]),
        ("raised in Tooting, south London, by an aunt", ["Tooting, south London"]),
        ("born in Velmora, a village", ["Velmora"]),
        ("the meeting of 1988 (Nairobi)", ["Nairobi"]),
        ("on the Gold Coast", ["Gold Coast"]),
        ("won in Stockholm, Paris and Rome", ["Stockholm"]),
        ("lives in São Paulo, Brazil", ["São Paulo, Brazil"]),
        ("in St\u00a0Moritz", ["St\u00a0Moritz"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in March and in May",
        "on Sunday in August 2012",
        "She ran in the London Marathon.",
        "He played at Arsenal.",
        "He signed for Barcelona from Liverpool.",
        "confidence in Ann Roe",
        "in Messi's shadow",
        "a student at Boston University",
        "in Group A and in Heat 3",
        "Kenya's Ola Kibet",
        "he plays in MLS",
        "in Women's Foil",
        "in the South Africa team",
        "in Paris Saint-Germain colours",
        "a doctor of England's squad",
    ],
)
def test_look_alikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "won in Stockholm, Paris and Rome", ["Stockholm", "Paris", "Rome"], marks=pytest.mark.xfail(strict=True)
        ),
        pytest.param("He lives in Halle.", ["Halle"], marks=pytest.mark.xfail(strict=True)),
        pytest.param("a stomach bug cost him Rio", ["Rio"], marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="inat PLondK, .'’\u00a0ésC-", max_size=80))
def test_spans_hold_their_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for span in find(text):
        assert text[span.start : span.end] == span.text
        assert span.start >= end
        end = span.end


@pytest.mark.parametrize("unit", ["in Iten, Kenya, ", "Kenya, ", "Ab Cd ", "in Ab, Ab, "])
def test_long_lines_take_linear_time(unit: str) -> None:
    start = time.process_time()
    find(unit * 30_000)
    assert time.process_time() - start < 10


def test_lexicon_is_well_formed() -> None:
    table = rows("places.tsv")
    assert {len(row) for row in table} == {4}
    assert {row[1] for row in table} == {"city", "region", "country", "none"}
