from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.values.marks import Performance, parse_mark


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2:08:50", 7730),
        ("2hr 08min 50sec", 7730),
        ("2h08:50", 7730),
        ("2h 08min and 50sec", 7730),
        ("2 hours 8 minutes 50 seconds", 7730),
        ("two hours, eight minutes and fifty seconds", 7730),
        ("2-08:50", 7730),
        ("2.08.50", 7730),
        ("2:08:50.4", 7730.4),
        ("2:08:50 hours", 7730),
        ("1:43.21", 103.21),
        ("1:43.21 minutes", 103.21),
        ("27:59.6", 1679.6),
        ("27:59", 1679),
        ("89:08", 5348),
        ("4.32.1", 272.1),
        ("9.58", 9.58),
        ("9.58 seconds", 9.58),
        ("9.58s", 9.58),
        ("7.60secs", 7.6),
        ("11.44sec", 11.44),
        ("3 minutes 50.1", 230.1),
        ("one minute, 46.68 seconds", 106.68),
        ("13mins 5secs", 785),
        ("59 min 07sec", 3547),
        ("4m12.3s", 252.3),
        ("two hours 23 minutes", 8580),
        ("seven hours", 25200),
        ("13 days 10 hours", 1159200),
    ],
)
def test_times(text: str, seconds: float) -> None:
    assert parse_mark(text) == Performance(seconds, "s")


@pytest.mark.parametrize(
    ("text", "discipline", "amount", "unit"),
    [
        ("2:08", "marathon", 7680, "s"),
        ("2:08", "800m", 128, "s"),
        ("1:06", "half marathon", 3960, "s"),
        ("59:38", "half marathon", 3578, "s"),
        ("3.14", "marathon", 11640, "s"),
        ("33.22", "10,000m", 2002, "s"),
        ("1.43.21", "800m", 103.21, "s"),
        ("12.37", "100m hurdles", 12.37, "s"),
        ("5.39", "long jump", 5.39, "m"),
        ("12-09", "Pole Vault", 3.89, "m"),
        ("63’5", "shot put", 19.33, "m"),
        ("193-9 3/4", "hammer throw", 59.07, "m"),
        ("16-5¼", "long jump", 5.01, "m"),
        ("80m", "javelin", 80, "m"),
        ("8.893", "vault", 8.893, "points"),
        ("3453", "pentathlon", 3453, "points"),
        ("171", "snatch", None, None),
        ("171.5", "snatch", 171.5, "kg"),
    ],
)
def test_discipline_decides(text: str, discipline: str, amount: float | None, unit: str | None) -> None:
    found = parse_mark(text, discipline)
    assert found == (None if amount is None else Performance(amount, unit))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("8.31m", 8.31, "m"),
        ("8.31 metres", 8.31, "m"),
        ("58.06 meters", 58.06, "m"),
        ("60.54 metre", 60.54, "m"),
        ("21,285 metres", 21285, "m"),
        ("5m 82cm", 5.82, "m"),
        ("195cm", 1.95, "m"),
        ("17ft 6in", 5.33, "m"),
        ("10 ft 5 inches", 3.175, "m"),
        ('36.5"', 0.93, "m"),
        ("34-8 1/2", 10.58, "m"),
        ("6,387 points", 6387, "points"),
        ("85kg", 85, "kg"),
        ("187.5 kilos", 187.5, "kg"),
        ("408lb", 185.066, "kg"),
    ],
)
def test_other_units(text: str, amount: float, unit: str) -> None:
    found = parse_mark(text)
    assert found is not None and found.unit == unit
    assert found.amount == pytest.approx(amount, abs=0.006)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "3-1",
            "12-09",
            "17-6",
            "100m",
            "10000 metres",
            "9.58%",
            "45%",
            "£9.58",
            "$2.5m",
            "1:75",
            "2:08:75",
            "2:75:10",
        ),
        *(
            "74",
            "1,200",
            "fast",
            "two",
            "hours",
            "3:1",
            "2 hours 8",
            "",
            ".",
            "26 miles to go",
            "2012-08-27",
            "17-13 1/2x",
        ),
    ],
)
def test_no_mark(text: str) -> None:
    assert parse_mark(text) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("two fifty-one", marks=pytest.mark.xfail(strict=True)),
        pytest.param("two minutes four point nine", marks=pytest.mark.xfail(strict=True)),
        pytest.param("just over three and a quarter hours", marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_spoken(text: str) -> None:
    assert parse_mark(text, "marathon") is not None


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_hours_minutes_seconds(hours: int, minutes: int, seconds: int) -> None:
    expected = Performance(hours * 3600 + minutes * 60 + seconds, "s")
    assert parse_mark(f"{hours}:{minutes:02}:{seconds:02}") == expected
    assert parse_mark(f"{hours}hr {minutes}min {seconds}sec") == expected


PIECES = st.lists(
    st.sampled_from([*list("0123456789:.-'\" ½"), "hr", "min", "sec", "m", "kg", "1/0", "one"]), max_size=9
)


@given(st.one_of(st.text(), PIECES.map("".join)), st.sampled_from([None, "marathon", "long jump", "vault", "snatch"]))
def test_never_fails(text: str, discipline: str | None) -> None:
    found = parse_mark(text, discipline)
    assert found is None or found.amount >= 0
