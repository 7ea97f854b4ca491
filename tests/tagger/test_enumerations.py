"""What a sentence enumerates: years of an event, results with what they were reached in."""

from __future__ import annotations

import pytest

from bioextract import extract

YEARS = [
    ("She won the Oslo Marathon three times, in 2003, 2005 and 2006.", {"2003", "2005", "2006"}),
    ("She ran at the 2004, 2008 and 2012 Olympics.", {"2004", "2008", "2012"}),
    (
        "She took part in four editions of the World Cup final (2008, 2011, 2012 and 2016).",
        {"2008", "2011", "2012", "2016"},
    ),
    ("She won the Oslo Marathon in 2003 and the Berlin Marathon in 2005.", {"2003"}),
]


@pytest.mark.parametrize(("sentence", "years"), YEARS)
def test_each_year_of_a_list_is_an_edition(sentence: str, years: set[str]) -> None:
    [anna] = extract(f"Anna Berg is a Swedish runner. {sentence}").people
    first = anna.events[0].event
    assert {event.date for event in anna.events if event.event == first} == years


def test_each_result_has_its_own_discipline() -> None:
    text = (
        "Anna Berg is a Swedish swimmer. She took bronze in the 100m freestyle and silver in the 200m freestyle at the "
        "2014 Commonwealth Games in Glasgow."
    )
    [anna] = extract(text).people
    assert [(e.event, e.date, e.discipline, e.rank, e.medal) for e in anna.events] == [
        ("Commonwealth Games", "2014", "100m freestyle", 3, "bronze"),
        ("Commonwealth Games", "2014", "200m freestyle", 2, "silver"),
    ]


def test_a_year_and_a_champion_of_another_year_are_no_list() -> None:
    [anna] = extract("In 2010, 2012 Olympic champion Anna Berg won the Oslo Marathon.").people
    assert {event.date for event in anna.events if event.event == "Oslo Marathon"} <= {"2010", None}
