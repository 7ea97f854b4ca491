"""Which edition of a competition words name: "the 2008 Olympics" are not the Games of London."""

from __future__ import annotations

import re
from functools import lru_cache

from bioextract.values.editions import edition, hosted_by
from bioextract.values.events import Event
from bioextract.values.year_spans import year_spans

YEAR = re.compile(r"(?<![\d,.])(?:18|19|20)\d\d(?!\d| ?m\b|[- ]met)")  # not of "2000m"
MOST_YEARS = 6  # from the first to the last one of a cup


def years_in(*texts: str) -> frozenset[str]:
    """All years that some words hold, of a season both.

    >>> sorted(years_in("the 2008 and 2012 Olympics", "August 2012")), sorted(years_in("2016–17 Oslo Cup"))
    (['2008', '2012'], ['2016', '2017'])
    """
    years = [year for text in texts for year in YEAR.findall(text)]
    spans = (span for text in texts for span in year_spans(text) if len(span) <= MOST_YEARS + 1)
    return frozenset([*years, *(str(year) for span in spans for year in span)])


def may_agree(years: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the years of two wordings can be those of one edition: where one tells none, or no other ones.

    >>> may_agree(years_in("2016–17"), years_in("2017")), may_agree(years_in("2016–17"), years_in("2017–18"))
    (True, False)
    """
    return years <= others or others <= years


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
    """Whether two wordings can mean one edition of one event; "the Games" may be those of 2008 and those of 2012."""
    return event.name == other.name and may_agree(years_of(words, event), years_of(others, other))
