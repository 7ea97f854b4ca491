"""Counts: starts, titles and medals over a career, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest

ANNA = "Anna Berg"


def count(event: str, what: str, value: int, qualifier: str = "exact") -> dict[str, Any]:
    return {"event": event, "what": what, "value": value, "qualifier": qualifier}


APPEARANCES = [
    ("Anna Berg, a five-time Olympian, won the race.", [("Olympic Games", 5)]),
    ("Anna Berg is a triple Paralympian.", [("Paralympic Games", 3)]),
    ("Anna Berg has run 74 marathons.", [("marathon", 74)]),
    ("Anna Berg has completed twelve half marathons.", [("half marathon", 12)]),
    ("Anna Berg is proud of the 31 marathons behind her.", [("marathon", 31)]),
    ("Anna Berg competed at two Olympic Games.", [("Olympic Games", 2)]),
    ("Anna Berg has started the Tour de France six times.", [("Tour de France", 6)]),
    ("Anna Berg has appeared twice for Norway at the Commonwealth Games.", [("Commonwealth Games", 2)]),
    ("Anna Berg starts the Comrades Marathon for the 12th time.", [("Comrades Marathon", 12)]),
    ("Anna Berg ran her 19th marathon in Oslo.", [("marathon", 19)]),
    ("Anna Berg ran the Boston Marathon for the third time.", [("Boston Marathon", 3)]),
    (
        "Anna Berg is at her third consecutive World Athletics Championships.",
        [("World Athletics Championships", 3)],
    ),
    ("Anna Berg was ninth at the Sydney Olympics, her second Games of three.", [("Olympic Games", 3)]),
    ("The Commonwealth Games open in May. They will be Anna Berg's third Games.", [("Commonwealth Games", 3)]),
    ("Anna Berg made her second appearance at the Commonwealth Games.", [("Commonwealth Games", 2)]),
    ("Anna Berg has played Davis Cup for Norway eleven times.", [("Davis Cup", 11)]),
    ("Anna Berg has played Davis Cup for Great Britain eleven times.", [("Davis Cup", 11)]),
    ("Anna Berg ran her first ever marathon last month.", [("marathon", 1)]),
    ("Anna Berg won 50 caps for England.", [("England", 50)]),
    ("Anna Berg has been capped 45 times by Spain.", [("Spain", 45)]),
    ("Norway striker Anna Berg has 31 caps.", [("Norway", 31)]),
    ("Anna Berg played for Northern Ireland 23 times.", [("Northern Ireland", 23)]),
    ("Anna Berg has 17 appearances for the Latvia national handball team.", [("Latvia", 17)]),
    ("Anna Berg, a six-time NBA All-Star, has died.", [("All-Star", 6)]),
    ("Anna Berg, a two-time Pro Bowl selection, retired.", [("Pro Bowl", 2)]),
    (
        "Anna Berg played in two World Cups and three European Championships.",
        [("World Cup", 2), ("European Championships", 3)],
    ),
    (
        "Anna Berg competed at four European and two World Championships.",
        [("European Championships", 4), ("World Championships", 2)],
    ),
]

WON = [
    ("Anna Berg won the race. The two-time Olympic champion was delighted.", [("Olympic Games", "gold", 2)]),
    ("Olympic champion Anna Berg won again.", [("Olympic Games", "gold", 1)]),
    ("Olympic 800m champion Anna Berg won again.", [("Olympic Games", "gold", 1)]),
    ("Anna Berg, the former Olympic champion, won again.", [("Olympic Games", "gold", 1)]),
    ("Anna Berg is the reigning world indoor champion.", [("World Indoor Championships", "gold", 1)]),
    ("Double Olympic champion Anna Berg won again.", [("Olympic Games", "gold", 2)]),
    ("Anna Berg is a three-time world cross country champion.", [("World Cross Country Championships", "gold", 3)]),
    ("Anna Berg, twice the European champion, won again.", [("European Championships", "gold", 2)]),
    ("Anna Berg, twice an Olympic bronze medallist, won again.", [("Olympic Games", "bronze", 2)]),
    ("Anna Berg, three times a European champion, won again.", [("European Championships", "gold", 3)]),
    ("Anna Berg has been Norwegian champion on five occasions.", [("Norwegian Championships", "titles", 5)]),
    ("Anna Berg is a double South African champion.", [("South African Championships", "titles", 2)]),
    ("Anna Berg has been an Olympic champion three times.", [("Olympic Games", "gold", 3)]),
    (
        "Anna Berg has been world champion twice and Olympic champion three times.",
        [("World Championships", "gold", 2), ("Olympic Games", "gold", 3)],
    ),
    ("Anna Berg has been European silver medallist twice.", [("European Championships", "silver", 2)]),
    ("Anna Berg has been a race winner three times ahead of the Oslo Cup.", []),
    ("Anna Berg is a two-time East African champion.", [("East African Championships", "gold", 2)]),
    (
        "Anna Berg, the African and South African champion, won again.",
        [("African Championships", "gold", 1)],
    ),
    ("Anna Berg has won the Brussels 20km eight times.", [("Brussels 20km", "titles", 8)]),
    ("Anna Berg won the British 5000m three times.", [("British Championships", "titles", 3)]),
    ("Anna Berg won the national 10,000-metre title six times.", [("national championships", "titles", 6)]),
    ("Anna Berg is twice a winner of the Boston Marathon.", [("Boston Marathon", "titles", 2)]),
    ("Anna Berg won the national 10,000m title six times.", [("national championships", "titles", 6)]),
    (
        "World and Commonwealth 100m champion Anna Berg won again.",
        [("Commonwealth Games", "gold", 1), ("World Athletics Championships", "gold", 1)],
    ),
    ("Olympic bronze medallist Anna Berg won again.", [("Olympic Games", "bronze", 1)]),
    ("Anna Berg, a two-time Olympic silver medalist, won again.", [("Olympic Games", "silver", 2)]),
    ("Anna Berg, an 11-time Olympic medalist, won again.", [("Olympic Games", "medals", 11)]),
    ("Anna Berg has won two Olympic golds.", [("Olympic Games", "gold", 2)]),
    ("Anna Berg owns five Paralympic medals.", [("Paralympic Games", "medals", 5)]),
    (
        "Anna Berg won two gold medals and three bronzes at the Asian Games.",
        [("Asian Games", "gold", 2), ("Asian Games", "bronze", 3)],
    ),
    ("Anna Berg won five bronze medals in Berlin in 1936.", [("Olympic Games", "bronze", 5)]),
    ("Anna Berg won two gold medals in London in 1934.", [("Commonwealth Games", "gold", 2)]),
    ("Anna Berg won four gold medals in Boston.", []),
    ("Anna Berg is an eight-time Israeli champion.", [("Israeli Championships", "titles", 8)]),
    ("Anna Berg is a three-time British national champion.", [("British Championships", "titles", 3)]),
    ("Anna Berg, a four-time Boston Marathon winner, ran well.", [("Boston Marathon", "titles", 4)]),
    ("Anna Berg won the Comrades Marathon for the fourth time.", [("Comrades Marathon", "titles", 4)]),
    ("Anna Berg is a two-time winner of the Bridge to Brisbane.", [("Bridge to Brisbane", "titles", 2)]),
    ("Anna Berg has won seven national titles.", [("national championships", "titles", 7)]),
    ("Anna Berg won the London Marathon six times.", [("London Marathon", "titles", 6)]),
    ("Anna Berg twice won the Oslo Marathon.", [("Oslo Marathon", "titles", 2)]),
    ("Anna Berg won two singles and five doubles ITF titles.", [("ITF", "titles", 2), ("ITF", "titles", 5)]),
    (
        "Anna Berg has three singles titles and six doubles titles on the ITF Circuit.",
        [("ITF Circuit", "titles", 3), ("ITF Circuit", "titles", 6)],
    ),
    (
        "Anna Berg won two Premier League titles, three FA Cups and five League Cups.",
        [("Premier League", "titles", 2), ("FA Cup", "titles", 3), ("League Cup", "titles", 5)],
    ),
    ("Anna Berg took three golds at the 1912 Stockholm Games.", [("Olympic Games", "gold", 3)]),
    ("Anna Berg, an 11-time major winner, retired.", [("major", "titles", 11)]),
    ("Anna Berg won her third successive Belgian title.", [("Belgian Championships", "titles", 3)]),
]

NONE = [
    "Anna Berg is an Olympian.",
    "Anna Berg dreams of a sixth Olympics.",
    "Anna Berg hopes to run her 50th marathon.",
    "Anna Berg is seeking a seventh national title.",
    "Anna Berg has never won two Olympic medals.",
    "Has Anna Berg won two Olympic medals?",
    "Anna Berg won the 1500 metres silver at the Olympics.",
    "Anna Berg was in the squad after the 3-1 win in the World Cup.",
    "Anna Berg, the 2004 Olympic champion, won again.",
    "Anna Berg was Olympic champion in 2004.",
    "Anna Berg, the former European champion, won again.",
    "Anna Berg beat the three-time world champion.",
    "Anna Berg competed at the 2014 World Championships.",
    "Anna Berg scored in the Champions League.",
    "Anna Berg competed at the 2010 World Games and at the 2012 World Cup.",
    "Anna Berg has made 40 appearances for the Spanish giants.",
    "Anna Berg made five appearances for England in 2014.",
    "Anna Berg made 22 appearances for Spain's under-20 team.",
    "Anna Berg, a two-time All-American selection, retired.",
    "Anna Berg won the 2015 singles NCAA title.",
]

MISSED = [
    ("Anna Berg loves the Oslo Marathon, a race that she has won twice.", ("Oslo Marathon", "titles", 2)),
]


@pytest.mark.parametrize(("text", "expected"), APPEARANCES)
def test_finds_appearances(facts_of: Any, text: str, expected: list[tuple[str, int]]) -> None:
    found = facts_of(text, "counts")
    assert sorted(found, key=str) == sorted([(ANNA, count(e, "appearances", value)) for e, value in expected], key=str)


@pytest.mark.parametrize(("text", "expected"), WON)
def test_finds_titles_and_medals(facts_of: Any, text: str, expected: list[tuple[str, str, int]]) -> None:
    found = facts_of(text, "counts")
    assert sorted(found, key=str) == sorted([(ANNA, count(*fields)) for fields in expected], key=str)


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "counts") == []


@pytest.mark.parametrize(
    ("number", "value", "qualifier"),
    [("more than 60", 60, "at_least"), ("nearly 100", 100, "about"), ("at least seventy", 70, "at_least")],
)
def test_keeps_the_qualifier(facts_of: Any, number: str, value: int, qualifier: str) -> None:
    found = facts_of(f"Anna Berg has run {number} marathons.", "counts")
    assert found == [(ANNA, count("marathon", "appearances", value, qualifier))]


def test_plural_is_of_all_who_are_named(facts_of: Any) -> None:
    found = facts_of("Olympic champions Anna Berg and Carla Diaz won again.", "counts")
    assert found == [(name, count("Olympic Games", "gold", 1)) for name in (ANNA, "Carla Diaz")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "fields"), MISSED)
def test_known_misses(facts_of: Any, text: str, fields: tuple[str, str, int]) -> None:
    assert facts_of(text, "counts") == [(ANNA, count(*fields))]
