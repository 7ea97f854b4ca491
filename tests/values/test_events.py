from __future__ import annotations

import pytest

from bioextract.lexicons import rows
from bioextract.values.events import Event, canonical_event, edition, edition_by_host


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the 2011 Virgin London Marathon", "London Marathon"),
        ("BMW Berlin Marathon", "Berlin Marathon"),
        ("New York City marathon", "New York City Marathon"),
        ("New York Marathon", "New York Marathon"),
        ("Boston", "Boston Marathon"),
        ("Marathons in Ghent", "Ghent Marathon"),
        ("half marathon in Ghent", "Ghent Half Marathon"),
        ("Ghent half-marathon", "Ghent Half Marathon"),
        ("IAAF World Championships in Athletics", "World Athletics Championships"),
        ("Worlds", "World Athletics Championships"),
        ("1999 World Championships", "World Athletics Championships"),
        ("World Indoors", "World Indoor Championships"),
        ("World Cross-Country Championships", "World Cross Country Championships"),
        ("European Indoors", "European Indoor Championships"),
        ("Europeans", "European Championships"),
        ("Commonwealths", "Commonwealth Games"),
        ("1974 British Commonwealth Games", "Commonwealth Games"),
        ("Pan Am Games", "Pan American Games"),
        ("2008 U.S. Olympic Trials", "US Olympic Trials"),
        ("Wimbledon Championships", "Wimbledon"),
        ("2008 Champions League final", "Champions League"),
        ("Super Bowl LII", "Super Bowl"),
        ("Norwich Union Grand Prix", "Norwich Union Grand Prix"),
        ("Norwich Union Hull Indoor Grand Prix", "Hull Indoor Grand Prix"),
        ("2009 Men's European Water Polo Championship", "European Water Polo Championship"),
        ("Malta International tournament", "Malta International"),
        ("European 100m champion", "European Championships"),
        ("world half marathon silver", "World Half Marathon Championships"),
        ("world 10,000m title", "World Athletics Championships"),
        ("Belgian Women's high jump champion", "Belgian Championships"),
        ("Boston Marathon winner", "Boston Marathon"),
        ("Commonwealth champion", "Commonwealth Games"),
        ("national title", "national championships"),
        ("WBA title", "WBA title"),
        ("Youth Olympic Games", "Youth Olympic Games"),
        ("Dutch Olympic trials", "Dutch Olympic trials"),
        ("WBC welterweight championship", "WBC welterweight championship"),
        ("WBA champion", "WBA title"),
        ("WBC, WBO junior middleweight titles", "WBC, WBO junior middleweight title"),
        ("WBF crown", "WBF title"),
        ("Euro 2012", "European Championships"),
        ("Euro' 96", "European Championships"),
        ("Women's Euro 2017", "Euro"),
        ("UEFA Women's Euro 2017", "UEFA Euro"),
        ("2021 Europeans", "European Championships"),
        ("Short Course Europeans", "European Short Course Championships"),
        ("Helsinki world championships", "World Athletics Championships"),
        ("Rome championships", "World Athletics Championships"),
        ("Budapest worlds", "World Athletics Championships"),
        ("half marathon worlds", "World Half Marathon Championships"),
        ("World Championships marathon", "World Athletics Championships"),
        ("Junior Olympics", "Junior Olympics"),
        ("NCAA tournament", "NCAA tournament"),
        ("NCAA meet", "NCAA Championships"),
        ("SEC tournament", "SEC tournament"),
        ("Nordic Cups", "Nordic Cup"),
        ("Northern Champions Cup", "Northern Champions Cup"),
        ("Grand Prix in Ghent", "Ghent Grand Prix"),
        ("half in Ghent", "Ghent Half Marathon"),
        ("indoor meeting in Ghent", "Ghent indoor meeting"),
        ("70.3 in Lugano", "70.3 Lugano"),
        ("Flora Lite 5K", "Flora Lite 5K"),
        ("British Open", "Open Championship"),
        ("U.S. Open Tennis Championships", "U.S. Open"),
        ("the 2012 U.S. Open", "U.S. Open"),
        ("US Open", "US Open"),
        ("Vuelta", "Vuelta"),
        ("UTMB", "UTMB"),
        ("Premier League title", "Premier League"),
        ("Trials", "US Olympic Trials"),
        ("trials", "trials"),
        pytest.param("Rotterdam", "Rotterdam Marathon", marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_canonical_name(text: str, name: str) -> None:
    assert canonical_event(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("World Championships", "World Championships"),
        ("2019 World Rowing Championships", "World Rowing Championships"),
        ("IAAF World Championships", "World Athletics Championships"),
        ("European Championships", "European Championships"),
    ],
)
def test_canonical_name_outside_athletics(text: str, name: str) -> None:
    assert canonical_event(text, athletics=False).name == name


@pytest.mark.parametrize(
    ("text", "year", "event"),
    [
        ("2012 London Olympics", None, Event("Olympic Games", "2012")),
        ("Tokyo Olympics", None, Event("Olympic Games", "2021")),
        ("2020 Summer Olympics", None, Event("Olympic Games", "2020")),
        ("Tokyo Olympics", "1964", Event("Olympic Games", "1964")),
        ("Rio", None, Event("Olympic Games", "2016", "Rio")),
        ("Rio 2016", None, Event("Olympic Games", "2016")),
        ("the Winter Olympics in Turin", None, Event("Olympic Games", "2006", "Turin")),
        ("Beijing", None, Event("Olympic Games", "2008", "Beijing")),
        ("Beijing Winter Olympics", None, Event("Olympic Games", "2022")),
        ("Los Angeles Games", None, Event("Olympic Games", "1984")),
        ("Sochi Winter Games", None, Event("Olympic Games", "2014")),
        ("the 2012 Games", None, Event("Olympic Games", "2012")),
        ("1962 Games", None, Event("Commonwealth Games", "1962")),
        ("Games", None, Event("Olympic Games")),
        ("Games", "1978", Event("Commonwealth Games", "1978")),
        ("Kuala Lumpur 1998", None, Event("Commonwealth Games", "1998")),
        ("London race", None, Event("London Marathon")),
        ("2003 Berlin races", None, Event("Berlin Marathon", "2003")),
        ("Athens event", None, Event("Olympic Games", "2004", "Athens")),
        ("Oslo Games", None, Event("Oslo Games")),
        ("Oslo Games", "1952", Event("Olympic Games", "1952")),
        ("Sochi Games", None, Event("Olympic Games", "2014")),
        ("1972 Olympian", None, Event("Olympic Games", "1972")),
        ("Manchester Games", None, Event("Commonwealth Games")),
        ("London 2012", None, Event("Olympic Games", "2012")),
        ("London 2017", None, Event("World Athletics Championships", "2017")),
        ("London 2015", None, Event("London Marathon", "2015")),
        ("London", "2015", Event("London Marathon", "2015")),
        ("Tokyo Paralympics", None, Event("Paralympic Games", "2021")),
        ("Olympic 1500m final", None, Event("Olympic Games")),
        ("1991 and 1993 World Cups", None, Event("World Cup")),
    ],
)
def test_games_and_years(text: str, year: str | None, event: Event) -> None:
    assert canonical_event(text, year=year) == event


@pytest.mark.parametrize(
    ("name", "year", "city"),
    [
        ("Olympic Games", "1896", "Athens"),
        ("Olympic Games", "2020", "Tokyo"),
        ("Olympic Games", "2021", "Tokyo"),
        ("Olympic Games", "1994", "Lillehammer"),
        ("Paralympic Games", "1968", "Tel Aviv"),
        ("World Athletics Championships", "2022", "Eugene"),
        ("World Indoor Championships", "1999", "Maebashi"),
        ("Commonwealth Games", "2026", "Glasgow"),
        ("Boston Marathon", "1897", "Boston"),
    ],
)
def test_edition(name: str, year: str, city: str) -> None:
    found = edition(name, year)
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Olympic Games", "1940"),
        ("Boston Marathon", "2020"),
        ("New York City Marathon", "2012"),
        ("Nowhere Cup", "2000"),
    ],
)
def test_no_edition(name: str, year: str) -> None:
    assert edition(name, year) is None


def test_edition_by_host() -> None:
    held = [edition_by_host("Olympic Games", "Paris", before=before) for before in ("1910", "1930", "2030")]
    assert [e.held for e in held if e] == ["1900", "1924", "2024"]
    assert edition_by_host("Olympic Games", "Leeds") is None
    winter = edition_by_host("Olympic Games", "Torino", winter=True)
    assert winter is not None and (winter.year, winter.country) == ("2006", "Italy")


def test_editions_are_sound() -> None:
    lines = rows("editions.tsv")
    assert all(len(row) >= 5 and row[2][:4].isdigit() and row[4] for row in lines)
    keys = [(row[0], row[1], row[2], row[3]) for row in lines]
    assert len(keys) == len(set(keys))
