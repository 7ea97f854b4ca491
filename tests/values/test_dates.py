from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.values.dates import PartialDate, parse_date, parse_date_after

THURSDAY = dt.date(2023, 8, 24)
PRECISIONS = {4: "year", 7: "month", 10: "day"}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1981-10-07", "1981-10-07"),
        ("7 October 1981", "1981-10-07"),
        ("7th of October, 1981", "1981-10-07"),
        ("October 7, 1981", "1981-10-07"),
        ("Oct. 7 1981", "1981-10-07"),
        ("OCTOBER 7TH 1981", "1981-10-07"),
        ("Sunday 13th May 2018", "2018-05-13"),
        ("Saturday, August 11, 2012", "2012-08-11"),
        ("on 29 February 2020", "2020-02-29"),
        ("13/10/1981", "1981-10-13"),
        ("10/13/1981", "1981-10-13"),
        ("7/7/1981", "1981-07-07"),
        ("1981 October 7", "1981-10-07"),
        ("7-Oct-1981", "1981-10-07"),
        ("October 1981", "1981-10"),
        ("Sept. 2012", "2012-09"),
        ("early December 2010", "2010-12"),
        ("mid-November 2010", "2010-11"),
        ("2019-10", "2019-10"),
        ("16–19 March 2016", "2016-03"),
        ("Feb. 17-20, 2016", "2016-02"),
        ("30 August to 2 September 2016", "2016"),
        ("August–September 2015", "2015"),
        ("1981", "1981"),
        ("in 1981", "1981"),
        ("2012’s", "2012"),
        ("the 2012 season", "2012"),
        ("summer of 2012", "2012"),
        ("at the start of 2020", "2020"),
        ("2019-20", "2019"),
        ("2019–20 season", "2019"),
        ("2016/17", "2016"),
        ("1999-2000", "1999"),
        ("2011-12", "2011"),
    ],
)
def test_absolute(text: str, iso: str) -> None:
    assert parse_date(text) == PartialDate(iso, PRECISIONS[len(iso)])  # type: ignore[arg-type]
    assert parse_date(text, base=THURSDAY) == parse_date(text)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("27 August", "2022-08-27", "2023-08-27"),
        ("August 24", "2023-08-24", "2023-08-24"),
        ("Friday 25th August", "2022-08-25", "2023-08-25"),
        ("29 February", "2020-02-29", "2024-02-29"),
        ("13 to 21 September", "2022-09", "2023-09"),
        ("in October", "2022-10", "2023-10"),
        ("August", "2023-08", "2023-08"),
        ("July", "2023-07", "2024-07"),
        ("early December", "2022-12", "2023-12"),
        ("last June", "2023-06", "2023-06"),
        ("last August", "2022-08", "2022-08"),
        ("next August", "2024-08", "2024-08"),
        ("this March", "2023-03", "2023-03"),
        ("Sunday", "2023-08-20", "2023-08-27"),
        ("Thursday", "2023-08-24", "2023-08-24"),
        ("Tuesday night", "2023-08-22", "2023-08-29"),
        ("this Sunday", "2023-08-27", "2023-08-27"),
        ("last Sunday", "2023-08-20", "2023-08-20"),
        ("last Thursday", "2023-08-17", "2023-08-17"),
        ("this past Saturday", "2023-08-19", "2023-08-19"),
        ("next Sunday", "2023-08-27", "2023-08-27"),
        ("next Thursday", "2023-08-31", "2023-08-31"),
        ("Sunday week", "2023-09-03", "2023-09-03"),
        ("Sunday’s", "2023-08-20", "2023-08-27"),
        ("today", "2023-08-24", "2023-08-24"),
        ("tonight", "2023-08-24", "2023-08-24"),
        ("yesterday", "2023-08-23", "2023-08-23"),
        ("last night's", "2023-08-23", "2023-08-23"),
        ("tomorrow evening", "2023-08-25", "2023-08-25"),
        ("the day before yesterday", "2023-08-22", "2023-08-22"),
        ("last week", "2023-08", "2023-08"),
        ("next week", "2023", "2023"),
        ("at the weekend", "2023-08", "2023-08"),
        ("last weekend", "2023-08", "2023-08"),
        ("next weekend", "2023", "2023"),
        ("last month", "2023-07", "2023-07"),
        ("later this month", "2023-08", "2023-08"),
        ("next month", "2023-09", "2023-09"),
        ("earlier this year", "2023", "2023"),
        ("last year", "2022", "2022"),
        ("next year", "2024", "2024"),
        ("last summer", "2022", "2022"),
        ("last spring", "2023", "2023"),
        ("this summer", "2023", "2023"),
        ("next summer", "2023", "2023"),
        ("five days ago", "2023-08-19", "2023-08-19"),
        ("a fortnight ago", "2023-08", "2023-08"),
        ("10 months ago", "2022-10", "2022-10"),
        ("twelve months ago", "2022-08", "2022-08"),
        ("a year ago", "2022", "2022"),
        ("two years ago", "2021", "2021"),
        ("a decade ago", "2013", "2013"),
    ],
)
def test_relative(text: str, past: str, future: str) -> None:
    for lean, iso in (("past", past), ("future", future)):
        found = parse_date(text, base=THURSDAY, lean=lean)  # type: ignore[arg-type]
        assert found == PartialDate(iso, PRECISIONS[len(iso)])  # type: ignore[arg-type]
    assert parse_date(text) is None


def test_the_turn_of_the_year_is_not_guessed() -> None:
    assert parse_date("this week", base=dt.date(2025, 1, 1)) is None
    assert parse_date("last month", base=dt.date(2025, 1, 31)) == PartialDate("2024-12", "month")
    assert parse_date("next month", base=dt.date(2024, 12, 31)) == PartialDate("2025-01", "month")


@pytest.mark.parametrize(
    "text",
    [
        *("31 February 2020", "29 February 2023", "31 April", "0 May 2012", "2020-13-01", "2020-02-30", "32/13/2020"),
        *("7/10/1981", "74", "2:05:42 in the", "2000m", "1990s", "in his 40s", "may well", "march on", "Sunday Times"),
        *("2012-2016", "1960-66", "last season", "last winter", "that year", "2-1", "", " ", "the", "9999", "5 ago"),
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text, base=THURSDAY) is None


@pytest.mark.parametrize(
    ("text", "anchor", "iso"),
    [
        ("two years later", "2016-08-14", "2018"),
        ("a year earlier", "2016", "2015"),
        ("the following year", "2016", "2017"),
        ("the year after", "2016", "2017"),
        ("the previous year", "2016-08", "2015"),
        ("later that year", "2016-08", "2016"),
        ("the following month", "2016-12", "2017-01"),
        ("that month", "2016-12-05", "2016-12"),
        ("the next day", "2016-12-31", "2017-01-01"),
        ("three weeks later", "2016-12-05", "2016-12"),
        ("the next day", "2016-12", None),
        ("the following month", "2016", None),
        ("the year", "2016", None),
        ("9,000 years later", "2016", None),
        ("2012", "2016", None),
    ],
)
def test_after(text: str, anchor: str, iso: str | None) -> None:
    found = parse_date_after(text, PartialDate(anchor, PRECISIONS[len(anchor)]))  # type: ignore[arg-type]
    assert (found and found.iso) == iso


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_reads_every_day_as_it_is_written(day: dt.date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%a %d %b %Y", "%Y-%m-%d"):
        assert parse_date(day.strftime(form)) == PartialDate(day.isoformat(), "day")


@given(
    st.dates(), st.sampled_from(["Sunday", "May", "last week", "next weekend", "5 years ago", "last summer", "3 May"])
)
def test_any_base(base: dt.date, text: str) -> None:
    for lean in ("past", "future"):
        found = parse_date(text, base=base, lean=lean)
        assert found is None or len(found.iso) in PRECISIONS


WORDS = [
    "May",
    "31",
    "February",
    "2020",
    "2019–20",
    "last",
    "next",
    "Sunday",
    "week",
    "ago",
    "99",
    "a",
    "the",
    "of",
    "²",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)))
def test_never_fails(text: str) -> None:
    parse_date(text, base=THURSDAY)
    parse_date_after(text, PartialDate("2016", "year"))
