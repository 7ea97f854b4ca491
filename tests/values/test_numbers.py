from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.values.numbers import CARDINAL, ORDINAL, QUANTITY, TIMES, Quantity, cardinal, ordinal, quantity, times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("74", 74),
        ("1,200", 1200),
        ("2000", 2000),
        ("one", 1),
        ("Nineteen", 19),
        ("forty", 40),
        ("ninety-nine", 99),
        ("thirty one", 31),
        ("a hundred", 100),
        ("one hundred and twelve", 112),
        ("two hundred", 200),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three thousand", 3000),
        ("dozens", None),
        ("hundreds", None),
        ("hundred", None),
        ("twentyone", None),
        ("1,20", None),
        ("2.5", None),
        ("2:08", None),
        ("ſix", None),
        ("fifth", None),
        ("", None),
    ],
)
def test_cardinal(text: str, value: int | None) -> None:
    assert cardinal(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11th", 11),
        ("1st", 1),
        ("22nd", 22),
        ("3rd", 3),
        ("first", 1),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("fortieth", 40),
        ("twenty-first", 21),
        ("ninety-ninth", 99),
        ("hundredth", 100),
        ("100th", 100),
        ("second-hand", None),
        ("eleven", None),
        ("th", None),
    ],
)
def test_ordinal(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("five-time", 5),
        ("five-times", 5),
        ("three times", 3),
        ("14-times", 14),
        ("twenty-two-time", 22),
        ("once", 1),
        ("twice", 2),
        ("double", 2),
        ("thrice", 3),
        ("triple", 3),
        ("treble", 3),
        ("2x", 2),
        ("four-fold", 4),
        ("tenfold", 10),
        ("all-time", None),
        ("first-time", None),
        ("many times", None),
    ],
)
def test_times(text: str, value: int | None) -> None:
    assert times(text) == value


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("74", 74, "exact"),
        ("three", 3, "exact"),
        ("120 and counting", 120, "exact"),
        ("more than 60", 60, "at_least"),
        ("well over 30", 30, "at_least"),
        ("at least five", 5, "at_least"),
        ("no fewer than twelve", 12, "at_least"),
        ("60+", 60, "at_least"),
        ("60 or more", 60, "at_least"),
        ("40-plus", 40, "at_least"),
        ("nearly 100", 100, "about"),
        ("Almost two hundred", 200, "about"),
        ("around 40", 40, "about"),
        ("some 50", 50, "about"),
        ("about a dozen", 12, "about"),
        ("just under 90", 90, "about"),
        ("20 or so", 20, "about"),
    ],
)
def test_quantity(text: str, value: int, qualifier: str) -> None:
    found = quantity(text)
    assert found == Quantity(value, qualifier)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["up to 30", "fewer than 30", "under 30", "dozens", "about dozens", "some", "60 +"])
def test_no_quantity(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (CARDINAL, "ran 74 marathons in thirty-one towns and 1,200 laps", ["74", "thirty-one", "1,200"]),
        (CARDINAL, "2:08:50, 3.5, £40, 90%, 10km, dozens, someone, tenth", []),
        (CARDINAL, "a five-time champion, aged 30.", ["five", "30"]),
        (ORDINAL, "his 11th, her twenty-first; in the second of the 4x100", ["11th", "twenty-first", "second"]),
        (TIMES, "a three-time winner, twice second and a 4x finalist", ["three-time", "twice", "4x"]),
        (TIMES, "a first-time winner of all time; doubled", []),
        (QUANTITY, "has run more than 60 marathons and 20+ ultras", ["more than 60", "20+"]),
        (QUANTITY, "took about a dozen titles, at least five at home", ["about a dozen", "at least five"]),
    ],
)
def test_sources_embedded(source: str, text: str, found: list[str]) -> None:
    pattern = re.compile(source, re.IGNORECASE)
    assert pattern.groups == 0
    assert [match[0] for match in pattern.finditer(text)] == found


@given(st.integers(1, 9_999_999))
def test_cardinal_reads_digits(value: int) -> None:
    assert cardinal(str(value)) == cardinal(f"{value:,}") == value


@given(st.text())
def test_never_fails(text: str) -> None:
    for read in (cardinal, ordinal, times, quantity):
        read(text)
