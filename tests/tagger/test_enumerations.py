"""What a sentence enumerates: years of an event, results with what they were reached in."""

from __future__ import annotations

import pytest

from bioextract import Article, Extractor, extract
from bioextract.tagger.enumerations import deal, years_with

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


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Anna Berg won in 2003, 2005 and 2006.", ["2003", "2005", "2006"]),
        ("Anna Berg won twice (1994, 1998).", ["1994", "1998"]),
        ("In 1994, 1998 champion Anna Berg won.", []),
        ("Anna Berg won every race between 1994 and 1998.", []),
        ("Anna Berg won in 1994 and was second in 1998.", []),
    ],
)
def test_which_years_are_a_list(extractor: Extractor, text: str, years: list[str]) -> None:
    page = extractor.read(Article(text)).page
    at = text.index("1994") if "1994" in text else text.index("2003")
    assert [year.text for year in years_with(page, at, at + 4)] == years


def test_nothing_is_dealt_to_a_result_that_it_hardly_belongs_to() -> None:
    assert deal({(1, 7): 0.93, (1, 8): 0.88, (2, 8): 0.13}, 0.5) == {1: [7, 8]}
