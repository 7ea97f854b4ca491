"""Which edition of a competition words name: "the 2008 Olympics" are not the Games of London."""

from __future__ import annotations

import re
from functools import lru_cache

from bioextract.values.editions import edition, hosted_by
from bioextract.values.events import Event

YEAR = re.compile(r"(?:18|19|20)\d\d")
SPAN = re.compile(r"\b(?P<first>(?:18|19|20)\d\d)[-–/](?P<last>(?:18|19|20)?\d\d)(?!\d|[-–/]\d)")
MOST_YEARS = 6  # from the first to the last one of a cup
NO_YEARS = frozenset[str]()


def years_in(*texts: str) -> frozenset[str]:
    """All years that some words hold, of a season both.

    >>> sorted(years_in("the 2008 and 2012 Olympics", "August 2012")), sorted(years_in("2016–17 Albanian Cup"))
    (['2008', '2012'], ['2016', '2017'])
    """
    years = [year for text in texts for year in YEAR.findall(text)]
    for text in texts:
        for span in SPAN.finditer(text):
            first, last = int(span["first"]), int(span["first"][: 4 - len(span["last"])] + span["last"])
            last += 100 if last < first and first % 100 == 99 else 0  # "1999-00"
            years += map(str, range(first, last + 1)) if first < last <= first + MOST_YEARS else []
    return frozenset(years)


@lru_cache(4096)
def years_of(words: str, event: Event) -> frozenset[str]:
    """The years of the editions that the words for an event can mean: told in them, or those of its host city.

    >>> sorted(years_of("Beijing Games", Event("Olympic Games", "2008")))
    ['2008', '2022']
    """
    told = years_in(words)
    known = [e for year in told or [event.year] if year and (e := edition(event.name, year))]
    if told:
        return told | {e.held for e in known}
    held = {e for one in known for e in hosted_by(one.city) if e.event == event.name}
    return frozenset(year for e in held for year in (e.year, e.held))


def is_same_edition(words: str, event: Event, others: str, other: Event) -> bool:
    """Whether two wordings can mean one edition of one event."""
    if event.name != other.name:
        return False
    mine, theirs = years_of(words, event), years_of(others, other)
    return not mine or not theirs or bool(mine & theirs)
