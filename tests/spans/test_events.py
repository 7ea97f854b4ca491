from __future__ import annotations

import pytest

from bioextract.spans.events import find, find_titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She won the 2011 Virgin London Marathon.", ["2011 Virgin London Marathon"]),
        (
            "third at the 1999 and 2003 World Championships in Athletics",
            ["1999 and 2003 World Championships in Athletics"],
        ),
        (
            "at the Sochi Winter Olympics and the 2012 London Olympics",
            ["Sochi Winter Olympics", "2012 London Olympics"],
        ),
        ("the Olympic and Commonwealth Games", ["Olympic", "Commonwealth Games"]),
        ("the Central American and Caribbean Championships", ["Central American and Caribbean Championships"]),
        ("world indoor championships, county championships", ["world indoor championships", "county championships"]),
        ("Birmingham indoor Grand Prix", ["Birmingham indoor Grand Prix"]),
        ("the Ghent marathon and the marathon in Bruges", ["Ghent marathon", "marathon in Bruges"]),
        ("Wimbledon, the Tour de France and Copa del Rey.", ["Wimbledon", "Tour de France", "Copa del Rey"]),
        ("Rio 2016, Athens 2004 and Euro 2004", ["Rio 2016", "Athens 2004", "Euro 2004"]),
        ("Tour of Britain, Ironman Austria", ["Tour of Britain", "Ironman Austria"]),
        ("Grandma’s Marathon and Kenya’s Nairobi Marathon", ["Grandma’s Marathon", "Nairobi Marathon"]),
        (
            "the St David’s Day Invitational, Oslo's Great Nordic meeting",
            ["St David’s Day Invitational", "Great Nordic meeting"],
        ),
        ("the elite Holm Classic Track & Field meeting", ["Holm Classic"]),
        (
            "the 1998 national junior and senior championships",
            ["1998 national junior and senior championships"],
        ),
        ("Deeping Green 10k, Bruges Road Race", ["Deeping Green 10k", "Bruges Road Race"]),
        ("in the US Open. After London Marathon wins", ["US Open", "London Marathon"]),
        ("the Games of her dreams", ["Games"]),
        ("the 2017 Head of the River Regatta", ["2017 Head of the River Regatta"]),
        ("at the worlds in Rome, the county indoors, to nationals", ["worlds", "county indoors", "nationals"]),
        ("half marathon worlds and Budapest worlds", ["half marathon worlds", "Budapest worlds"]),
        ("the Trials, the 2016 Olympic Trials", ["Trials", "2016 Olympic Trials"]),
        ("She was only ninth at the trials.", ["trials"]),
        ("the London race, the 2002 Berlin races", ["London race", "2002 Berlin races"]),
        ("third at the Zagreb meeting", ["Zagreb meeting"]),
        ("half in Ghent, Grand Prix in Ghent", ["half in Ghent", "Grand Prix in Ghent"]),
        ("the Grey Lochs Half Marathon in Ghent", ["Grey Lochs Half Marathon"]),
        ("marathon, in Ghent; marathon at Loch Awe", ["marathon, in Ghent", "marathon at Loch Awe"]),
        ("the Northern Champions Cup squad", ["Northern Champions Cup"]),
        ("the European Champions’ Cup, the Coast Champions Cup.", ["European Champions’ Cup", "Coast Champions Cup"]),
        ("the World Mountain Running Championships", ["World Mountain Running Championships"]),
        ("the world track cycling championships", ["world track cycling championships"]),
        ("the 2015 World Rugby Under 20 Championship", ["2015 World Rugby Under 20 Championship"]),
        ("won the Gotham Open Sunday", ["Gotham Open"]),
        ("10,000 Hills Rally, Ascot Stakes", ["Hills Rally", "Ascot Stakes"]),
        ("won the Serbian League; the 2012–13 Utopia League", ["Serbian League", "2012–13 Utopia League"]),
        ("a Premier League title, the 2009–10 Ligue 2", ["Premier League title", "2009–10 Ligue 2"]),
        ("the NBA Finals, an NBA championship", ["NBA Finals", "NBA championship"]),
        ("the MLS All-Star Game", ["MLS All-Star Game"]),
        ("a knockout at UFC 99: Smith vs. Silva 2 in May", ["UFC 99: Smith vs. Silva 2"]),
        ("UFC Fight Night 12, WrestleMania XX", ["UFC Fight Night 12", "WrestleMania XX"]),
        ("the WBA, IBF and WBO light heavyweight titles", ["WBA", "IBF", "WBO light heavyweight titles"]),
        ("the undisputed flyweight championship", ["undisputed flyweight championship"]),
        ("She won the Masters and the Open.", ["Masters", "Open"]),
        ("his first Tour in July", ["Tour"]),
        ("heroes of Euro 88 and Women’s Euro 2013", ["Euro 88", "Women’s Euro 2013"]),
        ("2nd Ghent–Antwerp", ["Ghent–Antwerp"]),
        ("4th Overall Tour Flandria", ["Tour Flandria"]),
        ("winner of the Cotswold Way 50 in 2011", ["Cotswold Way 50"]),
        ("the Seoul and Barcelona Olympics", ["Seoul", "Barcelona Olympics"]),
        ("London 2015 was his first", ["London 2015"]),
        pytest.param("she took gold in Rio", ["Rio"], marks=pytest.mark.xfail(strict=True)),
        pytest.param(
            "the Bruges and Ghent marathons", ["Bruges", "Ghent marathons"], marks=pytest.mark.xfail(strict=True)
        ),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    spans = find(text)
    assert [span.text for span in spans] == expected
    assert all(text[span.start : span.end] == span.text and span.role == "event" for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He plays in the Premier League, the National League and the NBA.",
        "a league match in the First Division of the Football League",
        "the Olympic Committee met at the Olympic Stadium and the Olympic Park",
        "World Athletics set an Olympic trials standard.",
        "a Kenyan marathon runner with a Sunday marathon",
        "her first marathon, her half marathon best",
        "the championships, the games, the cup",
        "the Council meeting, a Monday meeting, the FIFA meeting",
        "foreign nationals from different worlds",
        "the Kenyan race, the title race, race day",
        "a Masters student, the Tour bus, on the Tour",
        "the 2017 NFL Draft, the Serbian League side",
        "UFC fighters were in the WBC gym",
        "the top 10, the Top 10",
        "1st Anna Berg, Ghent",
        "Two Open University students went for a Run.",
    ],
)
def test_no_events(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Olympic champion ran.", ["Olympic champion"]),
        ("a world indoor silver medallist", ["world indoor silver medallist"]),
        ("European 100m title", ["European 100m title"]),
        ("the Boston Marathon winner", ["Boston Marathon winner"]),
        ("the Olympic heptathlon", ["Olympic heptathlon"]),
        ("a Belgian junior champion", ["Belgian junior champion"]),
        ("world and European champion", ["world and European champion"]),
        ("the U.S. Amateur champion", ["U.S. Amateur champion"]),
        ("Reigning Under-18 Snooker Champion Ann Lee", ["Under-18 Snooker Champion"]),
        ("a 1972 Olympian", ["1972 Olympian"]),
        ("the Olympic qualifiers", ["Olympic qualifiers"]),
        ("the Tasmanian title", ["Tasmanian title"]),
        ("Leafs champion Ann Lee", []),
        ("a Christian champion", []),
        ("world number one and Olympic Committee", []),
        ("a world record in the final", []),
    ],
)
def test_find_titles(text: str, expected: list[str]) -> None:
    assert [span.text for span in find_titles(text)] == expected
