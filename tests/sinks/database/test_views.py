"""The questions that the views answer."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from databases import fetch, pair, person, write

SWEDEN = {"value": "Sweden", "code": "SWE"}


def olympics(number: int, qualifier: str = "exact") -> dict[str, Any]:
    return {"event": "Olympic Games", "what": "appearances", "value": number, "qualifier": qualifier}


def article(year: int | None, *people: dict[str, Any], source: str = "") -> Any:
    day = dt.date(year, 6, 1) if year else None
    return pair(f"{source} {year}", *people, source=source or f"{year}.txt", published=day)


@pytest.fixture
def told(url: str) -> str:
    """Three articles on one athlete, one on another."""
    deal = {"status": "current"}
    early = person(
        "Anna Berg",
        age={"value": 25, "as_of": "2019-06-01"},
        birth_date={"value": "1994"},
        nationalities=[SWEDEN],
        disciplines=[{"value": "hurdler"}],
        counts=[olympics(1)],
        sponsors=[{"name": "Nordlys"} | deal, {"name": "Old", "status": "former"}],
        marks=[{"kind": "personal_best", "mark": "2:31:00", "discipline": "marathon"}],
        events=[{"event": "Oslo Marathon", "date": "2019", "date_precision": "year", "status": "upcoming"}],
    )
    late = person(
        "Anna Berg",
        age={"value": 29, "as_of": "2023-06-01"},
        birth_date={"value": "1994-03-02"},
        disciplines=[{"value": "marathon runner"}],
        counts=[olympics(3), {"event": "marathon", "what": "appearances", "value": 20}],
        sponsors=[{"description": "a shoe company"} | deal],
        marks=[{"kind": "personal_best", "mark": "2:25:01", "discipline": "marathon"}],
        events=[{"event": "Oslo Marathon", "date": "2023-05-30", "date_precision": "day", "rank": 1, "medal": "gold"}],
    )
    undated = person("Anna Berg", nationalities=[SWEDEN, {"value": "Norway", "code": "NOR"}], age={"value": 27})
    lars = person("Lars Holm", counts=[olympics(2, "at_least")])
    again = person(
        "Anna Berg",
        events=[{"event": "Oslo Marathon", "date": "2023-05-30", "date_precision": "day", "rank": 1, "medal": "gold"}],
    )
    write(
        url,
        [article(2019, early), article(2023, late), article(None, undated), article(2023, lars, again, source="b.txt")],
    )
    return url


def test_overview(told: str) -> None:
    columns = "name, articles, age, birth_date, nationality, disciplines, olympic_count, marathon_count, sponsors"
    assert fetch(told, f"SELECT {columns} FROM athlete_overview ORDER BY name") == [
        ("Anna Berg", 4, 29, "1994-03-02", "Sweden", "hurdler; marathon runner", 3, 20, "Nordlys; a shoe company"),
        ("Lars Holm", 1, None, None, None, None, 2, None, None),
    ]


def test_events_by_athlete_and_year(told: str) -> None:
    query = "SELECT name, event, year, status, rank, medal, articles FROM athlete_events ORDER BY name, year"
    assert fetch(told, query) == [
        ("Anna Berg", "Oslo Marathon", 2019, "upcoming", None, None, 1),
        ("Anna Berg", "Oslo Marathon", 2023, "past", 1, "gold", 2),
    ]


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("age", "29"),
        ("birth date", "1994-03-02"),
        ("nationality", "Sweden"),
        ("appearances: Olympic Games", "3"),
        ("personal best: marathon", "2:25:01"),
    ],
)
def test_latest(told: str, what: str, value: str) -> None:
    query = (
        "SELECT value FROM athlete_latest l JOIN athletes t ON t.athlete_id = l.athlete_id WHERE t.name = 'Anna Berg'"
    )
    assert fetch(told, f"{query} AND what = '{what}'") == [(value,)]


def test_articles_are_counted_not_values(url: str) -> None:
    marks = [{"kind": "personal_best", "mark": mark, "discipline": "marathon"} for mark in ("2:31:00", "2:25:01")]
    write(url, [article(year, person("Anna Berg", marks=marks[:n])) for year, n in ((2019, 2), (2023, 1), (2024, 2))])
    assert fetch(url, "SELECT articles FROM athlete_latest") == [(3,)]
    assert fetch(url, "SELECT value, articles FROM athlete_disagreements ORDER BY value") == [
        ("2:25:01", 2),
        ("2:31:00", 3),
    ]


def test_disagreements(told: str) -> None:
    """Growing counts and better marks are among them; 1994 and 1994-03-02 are not."""
    query = "SELECT what, value, articles, is_latest FROM athlete_disagreements ORDER BY what, value"
    assert [(*row[:3], bool(row[3])) for row in fetch(told, query)] == [
        ("appearances: Olympic Games", "1", 1, False),
        ("appearances: Olympic Games", "3", 1, True),
        ("nationality", "Norway, Sweden", 1, False),
        ("nationality", "Sweden", 1, True),
        ("personal best: marathon", "2:25:01", 1, True),
        ("personal best: marathon", "2:31:00", 1, False),
    ]


@pytest.mark.parametrize(
    ("years", "disagree"),
    [(((2019, 25), (2023, 29)), False), (((2019, 25), (2023, 28)), False), (((2019, 25), (2023, 40)), True)],
)
def test_ages_disagree_when_the_year_of_birth_does(url: str, years: Any, disagree: bool) -> None:
    write(url, [article(year, person("Anna Berg", age={"value": age})) for year, age in years])
    assert bool(fetch(url, "SELECT 1 FROM athlete_disagreements")) is disagree


def test_facts(told: str) -> None:
    query = (
        "SELECT kind, value, COUNT(*) FROM facts WHERE kind IN ('sponsor', 'count') GROUP BY kind, value ORDER BY 1, 2"
    )
    assert sorted(fetch(told, query)) == [
        ("count", "Olympic Games", 3),
        ("count", "marathon", 1),
        ("sponsor", "Nordlys", 1),
        ("sponsor", "Old", 1),
        ("sponsor", "a shoe company", 1),
    ]
