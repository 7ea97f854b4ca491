from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.spans.dates import find
from bioextract.values.dates import PartialDate, parse_date, parse_date_after


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("She won in 2011, 2013 and (again) 2017.", ["2011", "2013", "2017"]),
        ("Born on 7 October 1981, he retired in August 2010.", ["7 October 1981", "August 2010"]),
        ("October 7, 1981 – Aug. 3, 2020", ["October 7, 1981", "Aug. 3, 2020"]),
        ("He runs on Saturday, 24th November in Leeds.", ["Saturday, 24th November"]),
        ("Held on 4-6 March and on Feb. 17–20, 2016.", ["4-6 March", "Feb. 17–20, 2016"]),
        ("He played there 2008–2012.", ["2008", "2012"]),
        ("In the 2019–20 season, and in 2016/17, he was hurt.", ["2019–20 season", "2016/17"]),
        ("The summer of 2012, then early February and mid November 2018.", None),
        ("This Sunday's race; last year’s winner; next month.", ["This Sunday", "last year", "next month"]),
        ("She raced on Friday night, Sunday week and this past Saturday.", None),
        ("He won yesterday, ran last night and rests today.", ["yesterday", "last night", "today"]),
        ("At the weekend he won; earlier this year he lost.", ["At the weekend", "earlier this year"]),
        ("Two years later, and again the following year, she won.", ["Two years later", "the following year"]),
        ("It was ten months ago and, a decade ago, worse.", ["ten months ago", "a decade ago"]),
        ("She won in March, lost in May and came back last August.", ["March", "May", "last August"]),
        ("In July Wanjiku won; a wet November followed August's World Cup.", ["July", "November", "August"]),
        ("May 3, June 5 and 12 April", ["May 3", "June 5", "12 April"]),
        ("It ended in Sept. before 2019-05-12 or 13/05/2019.", ["Sept", "2019-05-12", "13/05/2019"]),
        ("London\u00a02012 on 3\u00a0May", ["2012", "3\u00a0May"]),
    ],
)
def test_dates(text: str, dates: list[str] | None) -> None:
    spans = find(text)
    if dates is not None:
        assert [span.text for span in spans] == dates
    else:
        assert len(spans) == 3
    assert all(span.role == "date" and text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "He swam 2000m, ran in 2000 metres and threw 1,500 times for $2000 before 2000 people.",
        "She ran 2:05:42, then 1:20.20, and won 20-19 in her 40s.",
        "In the 1990s she may march on; they march every Sunday and on Sundays.",
        "Theresa May, April Jones and June Holt met Jan Frodeno.",
        "The Sunday Times, Super Sunday and Sheffield Wednesday.",
        "1 Jan Novak (CZE) 2 Mar Torres (ESP)",
        "Sunday Adeleye scored twice.",
        "The last year was hard; a two-year-old; the weekend-long fair.",
    ],
)
def test_look_alikes(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            "They meet on the first Sunday in October.", "the first Sunday", marks=pytest.mark.xfail(strict=True)
        ),
        pytest.param("He signed in '97.", "'97", marks=pytest.mark.xfail(strict=True)),
        pytest.param("The final is on 11/16.", "11/16", marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_known_misses(text: str, date: str) -> None:
    assert any(span.text.startswith(date) for span in find(text))


PARTS = [
    "on",
    "in",
    "the",
    "of",
    "last",
    "next",
    "this",
    "early",
    "May",
    "March",
    "Sunday",
    "27",
    "2012",
    "2012–13",
    "2008-2012",
    "Oct.",
    "week",
    "year",
    "ago",
    "later",
    "two",
    ",",
    ".",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))
def test_spans_are_ordered_and_apart(text: str) -> None:
    spans = find(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_what_is_found_is_read() -> None:
    base, anchor = dt.date(2023, 8, 24), PartialDate("2016-08-14", "day")
    text = (
        "Today, last night, 4-6 March, Feb. 17–20, 2016, 2016/17, early February, the 2019–20 season, Sunday week, "
        "over the weekend, last May, ten months ago, two years later, the same year, Earlier that month, Friday night, "
        "the summer of 2012, next weekend, this past Saturday, Saturday, 24th November, and October of 2011."
    )
    spans = find(text)
    assert len(spans) == 20
    for span in spans:
        assert parse_date(span.text, base=base) or parse_date_after(span.text, anchor), span.text
