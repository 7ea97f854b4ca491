"""Participations: who was, is or hopes to be at which competition, and how it went."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bioextract import Article, Extractor

ANNA = "Anna Berg"
PUBLISHED = dt.date(2023, 8, 26)
OLYMPICS, WORLDS, EUROPEANS = "Olympic Games", "World Athletics Championships", "European Championships"

# text, event, the other fields that the text gives
RESULTS: list[tuple[str, str, dict[str, Any]]] = [
    ("Anna Berg won the Boston Marathon in 2012.", "Boston Marathon", {"date": "2012", "rank": 1, "medal": None}),
    ("Anna Berg ran the Berlin Marathon in 2:24:10.", "Berlin Marathon", {"mark": "2:24:10", "rank": None}),
    ("Anna Berg came 12th in the Hamburg Marathon.", "Hamburg Marathon", {"rank": 12, "medal": None}),
    ("Anna Berg was runner-up at Wimbledon in 2004.", "Wimbledon", {"date": "2004", "rank": 2, "medal": None}),
    (
        "Anna Berg reached the semi-finals of the 2016 Australian Open.",
        "Australian Open",
        {"date": "2016", "rank": None},
    ),
    ("Anna Berg lost in the second round of Wimbledon.", "Wimbledon", {"rank": None}),
    (
        "Anna Berg won gold in the 100m at the 2012 Olympics in London.",
        OLYMPICS,
        {"date": "2012", "place": "London", "discipline": "100m", "rank": 1, "medal": "gold"},
    ),
    (
        "Anna Berg finished fifth in the 800m at the 2015 World Championships in Beijing.",
        WORLDS,
        {"date": "2015", "place": "Beijing", "discipline": "800m", "rank": 5, "medal": None},
    ),
    (
        "Anna Berg took silver at the Commonwealth Games in Delhi in 2010.",
        "Commonwealth Games",
        {"date": "2010", "place": "Delhi", "rank": 2, "medal": "silver"},
    ),
    # A host is no place of another year's edition.
    ("Anna Berg won the 2004 Olympic 100m title in Sydney.", OLYMPICS, {"date": "2004", "place": None}),
    ("Anna Berg was third at the European Championships.", EUROPEANS, {"rank": 3, "medal": "bronze"}),
    (
        "Anna Berg won bronze in the javelin at the 2014 European Championships with a throw of 63.20m.",
        EUROPEANS,
        {"date": "2014", "discipline": "javelin", "rank": 3, "medal": "bronze", "mark": "63.20m"},
    ),
    (
        "Anna Berg finished in the top ten at the London Marathon in 2011.",
        "London Marathon",
        {"date": "2011", "rank": 10, "rank_qualifier": "top"},
    ),
    ("The 2016 Berlin Marathon was won by Anna Berg.", "Berlin Marathon", {"date": "2016", "rank": 1}),
    ("Victory in the 2012 Boston Marathon went to Anna Berg.", "Boston Marathon", {"date": "2012", "rank": 1}),
    ("Anna Berg competed at the Rio Olympics.", OLYMPICS, {"date": "2016", "rank": None}),
    ("Anna Berg competed in London 2012.", OLYMPICS, {"date": "2012", "date_text": "2012"}),
]

TITLES: list[tuple[str, str, dict[str, Any]]] = [
    ("Anna Berg is the defending Boston Marathon champion.", "Boston Marathon", {"rank": 1, "medal": None}),
    ("Reigning Berlin Marathon champion Anna Berg won again.", "Berlin Marathon", {"rank": 1}),
    ("Anna Berg, the 2014 European 100m champion, won.", EUROPEANS, {"date": "2014", "discipline": "100m", "rank": 1}),
    ("Anna Berg, the 2016 Olympic champion, won.", OLYMPICS, {"date": "2016", "rank": 1, "medal": "gold"}),
]

STATUSES = [
    ("Anna Berg ran the Berlin Marathon.", "Berlin Marathon", "past"),
    ("Anna Berg will run the Boston Marathon.", "Boston Marathon", "upcoming"),
    ("Anna Berg has been selected for the European Championships.", EUROPEANS, "upcoming"),
    ("Anna Berg was named in the squad for the Six Nations.", "Six Nations", "upcoming"),
    ("Anna Berg hopes to compete at the Paris Olympics.", OLYMPICS, "hoped"),
    ("Anna Berg dreams of the Olympic Games.", OLYMPICS, "hoped"),
    ("Anna Berg withdrew from the Berlin Marathon.", "Berlin Marathon", "missed"),
    ("Anna Berg missed the Tokyo Olympics.", OLYMPICS, "missed"),
    ("Anna Berg did not finish the Berlin Marathon.", "Berlin Marathon", "dnf"),
    ("Anna Berg was disqualified at the 2012 Olympics.", OLYMPICS, "dnf"),
]

NONE = [
    "Anna Berg won the race.",
    "Anna Berg won a league match.",
    "Anna Berg never ran an Olympics.",
    "Anna Berg has not run the Boston Marathon.",
    "Anna Berg may run the Boston Marathon.",
    "Did Anna Berg run the Boston Marathon?",
    "Anna Berg watched the London Marathon on television.",
    "Anna Berg coached a runner to Olympic gold.",
    "Olympic champion Anna Berg won the race.",
]

# what the text says, with the date of publication: ISO date and precision
DATES = [
    ("won the Boston Marathon in 2012", "2012", "2012", "year"),
    ("won the Boston Marathon on 13 October 2019", "13 October 2019", "2019-10-13", "day"),
    ("won the Boston Marathon in October 2019", "October 2019", "2019-10", "month"),
    ("won the Boston Marathon yesterday", "yesterday", "2023-08-25", "day"),
    ("won the Boston Marathon on Saturday", "Saturday", "2023-08-26", "day"),
    ("won the Boston Marathon last year", "last year", "2022", "year"),
    ("won the Boston Marathon three years ago", "three years ago", "2020", "year"),
    ("will run the Boston Marathon this Sunday", "this Sunday", "2023-08-27", "day"),
    ("will run the Boston Marathon next year", "next year", "2024", "year"),
]

CARRIED: list[tuple[str, str, dict[str, Any]]] = [
    (
        "The 2015 World Championships were held in Beijing. Anna Berg won gold in the 800m.",
        WORLDS,
        {"date": "2015", "place": "Beijing", "discipline": "800m", "medal": "gold"},
    ),
    (
        "Anna Berg was at the 2015 World Championships. She won gold in the 800m in 1:58.20.",
        WORLDS,
        {"date": "2015", "discipline": "800m", "medal": "gold", "mark": "1:58.20"},
    ),
    ("Berg wins the Oslo Marathon\n\nIt was cold, but Anna Berg won in 2:24:10.", "Oslo Marathon", {"mark": "2:24:10"}),
]

MISSED: list[tuple[str, list[tuple[str, str, dict[str, Any]]], str]] = [
    (
        "Anna Berg won the 2003, 2004 and 2006 Oslo Marathons.",
        [(ANNA, "Oslo Marathon", {"date": year}) for year in ("2003", "2004", "2006")],
        "the first of three years",
    ),
    (
        "Carla Diaz was beaten by Anna Berg in the final of the 2016 Australian Open.",
        [(who, "Australian Open", {"date": "2016"}) for who in ("Carla Diaz", ANNA)],
        "who wins by a passive",
    ),
    (
        "Anna Berg beat Carla Diaz in the final of the 2016 Australian Open.",
        [(ANNA, "Australian Open", {"rank": 1}), ("Carla Diaz", "Australian Open", {"rank": None})],
        "who wins a final, and who loses it",
    ),
    (
        "European under-23 champion Anna Berg won.",
        [(ANNA, "European U23 Championships", {"discipline": None})],
        "the age class is taken for a discipline",
    ),
    (
        "On Sunday, Anna Berg runs the Berlin Marathon.",
        [(ANNA, "Berlin Marathon", {"status": "upcoming", "date": "2023-08-27"})],
        "the present tense of plans",
    ),
    ("The Boston Marathon is a big race, said Anna Berg.", [], "who speaks of a race is not in it"),
    ("Sweden won the World Cup, and Anna Berg was happy.", [], "a team's result"),
]


def shared(fact: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    return {name: fact.get(name) for name in expected}


@pytest.mark.parametrize(("text", "event", "fields"), [*RESULTS, *TITLES, *CARRIED])
def test_finds_results(facts_of: Any, text: str, event: str, fields: dict[str, Any]) -> None:
    [(name, fact)] = facts_of(text, "events", published=PUBLISHED)
    assert (name, fact["event"], fact["status"]) == (ANNA, event, "past")
    assert shared(fact, fields) == fields


@pytest.mark.parametrize(("text", "event", "status"), STATUSES)
def test_tells_status(facts_of: Any, text: str, event: str, status: str) -> None:
    [(name, fact)] = facts_of(text, "events", published=PUBLISHED)
    assert (name, fact["event"], fact["status"]) == (ANNA, event, status)
    assert "rank" not in fact
    assert "medal" not in fact


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "events", published=PUBLISHED) == []


@pytest.mark.parametrize(("words", "date_text", "date", "precision"), DATES)
def test_keeps_the_precision_of_dates(facts_of: Any, words: str, date_text: str, date: str, precision: str) -> None:
    [(_, fact)] = facts_of(f"Anna Berg {words}.", "events", published=PUBLISHED)
    assert (fact["date_text"], fact["date"], fact["date_precision"]) == (date_text, date, precision)


def test_all_fields_of_one(facts_of: Any) -> None:
    [fact] = facts_of("Anna Berg won the high jump at the 2011 World Championships in Daegu with 2.03m.", "events")
    assert fact == (
        ANNA,
        {
            "event": WORLDS,
            "event_text": "2011 World Championships",
            "date": "2011",
            "date_precision": "year",
            "date_text": "2011",
            "place": "Daegu",
            "discipline": "high jump",
            "status": "past",
            "rank": 1,
            "rank_qualifier": "exact",
            "medal": "gold",
            "mark": "2.03m",
        },
    )


def test_one_fact_a_discipline(facts_of: Any) -> None:
    found = facts_of("Anna Berg was sixth in the 200m and fourth in the 400m at the Asian Games.", "events")
    assert [(fact["discipline"], fact["rank"]) for _, fact in found] == [("200m", 6), ("400m", 4)]


def test_one_fact_a_year(facts_of: Any) -> None:
    found = facts_of("Anna Berg competed at the 2008 and 2012 Olympics.", "events")
    assert [(fact["event"], fact["date"]) for _, fact in found] == [(OLYMPICS, "2008"), (OLYMPICS, "2012")]


def test_two_statements_of_one_are_one(facts_of: Any) -> None:
    found = facts_of("Anna Berg won the 2012 Boston Marathon. In the 2012 Boston Marathon she ran 2:24:10.", "events")
    assert [(fact["rank"], fact["mark"]) for _, fact in found] == [(1, "2:24:10")]


def test_joined_people_share_a_result(facts_of: Any) -> None:
    found = facts_of("Anna Berg and Carla Diaz won gold in the double sculls at the 2012 Olympics.", "events")
    assert [(name, fact["medal"]) for name, fact in found] == [(ANNA, "gold"), ("Carla Diaz", "gold")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected", "reason"), MISSED)
def test_known_misses(facts_of: Any, text: str, expected: list[tuple[str, str, dict[str, Any]]], reason: str) -> None:
    found = facts_of(text, "events", published=PUBLISHED)
    fields = [fields for _, _, fields in expected]
    assert [(name, fact["event"]) for name, fact in found] == [(name, event) for name, event, _ in expected], reason
    assert [shared(fact, want) for (_, fact), want in zip(found, fields, strict=True)] == fields, reason


def test_a_date_counted_from_the_one_told_before(facts_of: Any) -> None:
    text = "Anna Berg won the Boston Marathon in 2012. Two years later Anna Berg won the Berlin Marathon."
    found = {fields["event"]: fields for _, fields in facts_of(text, "events")}
    assert found["Berlin Marathon"]["date"] == "2014"
    assert found["Berlin Marathon"]["date_text"] == "Two years later"


NO_MEDALS = ["Ironman World Championship", "World Snooker Championship", "US Olympic Trials", "Bislett Games"]
MEDALS = ["World Outdoor Bowls Championship", "European Junior Championships", "All-Africa Games"]


@pytest.mark.parametrize("event", [*NO_MEDALS, *MEDALS])
def test_who_gets_medals(facts_of: Any, event: str) -> None:
    [(_, fact)] = facts_of(f"Anna Berg won the 2012 {event}.", "events")
    assert fact.get("medal") == ("gold" if event in MEDALS else None)


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("Anna Berg won the Commonwealth Games 100m title in Edinburgh.", dt.date(1975, 5, 5), "1970"),
        ("Anna Berg won the Commonwealth Games 100m title in Edinburgh.", dt.date(1995, 5, 5), "1986"),
        ("Anna Berg won Olympic gold in Tokyo.", dt.date(1970, 5, 5), "1964"),
        ("Anna Berg won Olympic gold in Tokyo.", dt.date(2024, 5, 5), "2021"),
    ],
)
def test_a_host_tells_an_edition_that_was_held_by_then(
    extractor: Extractor, text: str, day: dt.date, year: str
) -> None:
    (event,) = extractor.extract(Article(text, published=day)).people[0].events
    assert (event.date, event.status, event.rank) == (year, "past", 1)


def test_a_host_city_stands_for_the_games_that_the_article_speaks_of(facts_of: Any) -> None:
    race = "She took bronze over 5000m in Beijing and was eighth in the marathon at the Tokyo Games."
    for games, name in (("Paralympic", "Paralympic Games"), ("Olympic", "Olympic Games")):
        found = facts_of(f"Anna Berg is a Swedish racer who won two {games} titles. {race}", "events")
        assert {fact["event"] for _, fact in found} == {name}
