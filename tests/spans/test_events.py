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
        ("Deeping Green 10k, Bruges Road Race", ["Deeping Green 10k", "Bruges Road Race"]),
        ("in the US Open. After London Marathon wins", ["US Open", "London Marathon"]),
        ("the Games of her dreams", ["Games"]),
        ("the 2017 Head of the River Regatta", ["2017 Head of the River Regatta"]),
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
        ("a Christian champion", []),
        ("world number one and Olympic Committee", []),
        ("a world record in the final", []),
    ],
)
def test_find_titles(text: str, expected: list[str]) -> None:
    assert [span.text for span in find_titles(text)] == expected
