"""Cities that stand for a competition: "gold in Athens", "Nagano in 1998", "won Boston in 2:09:11".

A host city means the Olympic Games where the year of its edition stands beside it, or where a medal was won there and
the article speaks of the Games; the city of a marathon means the marathon where a marathon's time or a runner's verb
stands with it and the article speaks of marathons. Otherwise a city is only a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bioextract.page import Page, Sentence
from bioextract.spans import RoleSpan
from bioextract.values.editions import edition_by_host, hosted_by
from bioextract.values.events import Event, canonical_event

NEAR = 60
YEAR_BESIDE = re.compile(r",? (?:in |of |\()?(?P<year>(?:18|19|20)\d\d)\b")
SPEAKS_OF_GAMES = re.compile(r"\b(?:Olympi\w+|Paralympi\w+|the Games)\b")
SPEAKS_OF_MARATHONS = re.compile(r"\b[Mm]arathons?\b")
MARATHON_TIME = re.compile(r"\b[2-5][:.hr]\s?[0-5]\d[:.m]\s?[0-5]\d\b")
RUN_BEFORE = re.compile(
    r"\b(?:won|ran|run|running|winning|finished|raced|racing|entered|missed|at|in|for|down for|of) $"
)
RUN_STRONG = re.compile(r"\b(?:won|ran|run|running|winning|finished|raced|racing|entered|down for) $")


def city_events(page: Page, sentence: Sentence) -> Iterator[RoleSpan]:
    """The places of a sentence that stand for a competition; they keep the role "place"."""
    if any(s.role == "event" for s in page.spans[sentence.index]):
        return
    for place in page.spans_of(sentence, "place"):
        if event_of_city(page, sentence, place) is not None:
            yield place


def event_of_city(page: Page, sentence: Sentence, place: RoleSpan) -> Event | None:
    """The competition that a place stands for, or None."""
    return _games(page, sentence, place) or _marathon(page, sentence, place)


def _games(page: Page, sentence: Sentence, place: RoleSpan) -> Event | None:
    held = {e.held for e in hosted_by(place.text) if e.event == "Olympic Games"}
    if not held or not _speaks_of_games(page.text):
        return None
    beside = YEAR_BESIDE.match(page.text, place.end)
    if beside:
        return Event("Olympic Games", beside["year"], None) if beside["year"] in held else None
    medals = [s for s in page.spans_of(sentence, "rank") if re.search(r"gold|silver|bronze", s.text)]
    if not any(max(place.start - s.end, s.start - place.end) < NEAR for s in medals):
        return None
    event, today = canonical_event(f"{place.text} Olympics"), page.published
    if today is None or int(event.year or 0) <= today.year:
        return event
    # Medals are won where the Games were already.
    before = edition_by_host(event.name, place.text, before=str(today.year))
    return Event(event.name, before.held, None) if before else None


def _marathon(page: Page, sentence: Sentence, place: RoleSpan) -> Event | None:
    before = page.text[max(sentence.start, place.start - 12) : place.start]
    if not RUN_BEFORE.search(before) or not _speaks_of_marathons(page.text):
        return None
    timed = MARATHON_TIME.search(sentence.text) is not None
    if not (timed or (RUN_STRONG.search(before) and _is_marathon_city(place.text))):
        return None
    return canonical_event(f"{place.text} Marathon") if timed or _is_marathon_city(place.text) else None


# Asked for every place of a text, and the text is long.
@lru_cache(maxsize=2)
def _speaks_of_games(text: str) -> bool:
    return SPEAKS_OF_GAMES.search(text) is not None


@lru_cache(maxsize=2)
def _speaks_of_marathons(text: str) -> bool:
    return SPEAKS_OF_MARATHONS.search(text) is not None


def _is_marathon_city(city: str) -> bool:
    return any(e.event.endswith("Marathon") for e in hosted_by(city))
