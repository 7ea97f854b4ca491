"""When and where the events of an article are held, wherever in it that is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bioextract.facts.claim import Reading
from bioextract.spans import Role, RoleSpan
from bioextract.spans.event_rules import year_of_games
from bioextract.tagger.edition import may_agree, years_in
from bioextract.tagger.nodes import Node, NodeRole
from bioextract.tagger.scores import Scores
from bioextract.tagger.window import Placed
from bioextract.values.events import Event

SURE_LINK = 0.5
RACES = {"half": "Half Marathon", "marathon": "Marathon"}  # by a word of the discipline that an article speaks of most
NO_YEARS = frozenset[str]()
_CITY = r"[A-Z][\w’'-]+(?: (?:de |of )?[A-Z][\w’'-]+){0,2}"
SHARED = re.compile(rf"(?:, {_CITY}){{0,12}},? and (?:the )?{_CITY} (?P<half>[Hh]alf[- ])?[Mm]arathons\b")
# A competition may be known by its city, or by a name that no finder knows.
SPAN_ROLES: dict[NodeRole, Role] = {
    **{role: role for role in ("date", "discipline", "event", "mark", "place", "rank")},
    "name": "event",
}


class Occasion(NamedTuple):
    """Date and place of an event, as far as told up to a sentence; the years of this edition of it."""

    sentence: int
    date: RoleSpan | None
    place: RoleSpan | None
    years: frozenset[str]


class Occasions:
    """Those of all events of an article."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], scores: Scores) -> None:
        self._page = reading.page
        words = Counter(reading.page.text[n.start : n.end].lower() for n in nodes if n.role == "discipline")
        most = words.most_common(1)[0][0] if words else ""
        self._race = next((race for sign, race in RACES.items() if sign in most), None)
        self._told: dict[str, list[Occasion]] = defaultdict(list)
        for index, node in enumerate(nodes):
            if node.role == "event":
                text = self._page.text[node.start : node.end]
                sentence = self._page.sentence_at(node.start).index
                event = Placed(index, node.role, text, sentence, 0, 0, node.start, node.end)
                date, place = (_surest(scores, event, role) for role in ("date", "place"))
                if date or place:
                    told = self._told[self._page.name_event(text).name]
                    last = told[-1] if told else Occasion(sentence, None, None, NO_YEARS)
                    told.append(_after(last, sentence, date, place, text))

    def of(self, event: Placed, sentence: int) -> Occasion:
        """Date and place of an event: what was told of it last up to a sentence, else first after it."""
        told = self._told.get(self._page.name_event(event.text).name)
        if not told:
            return Occasion(sentence, None, None, NO_YEARS)
        return told[max(bisect_right(told, sentence, key=lambda one: one.sentence) - 1, 0)]

    def name(self, event: Placed) -> Event:
        """The event by its canonical name: "Berlin in 1936" names Games; where the article is about marathons, a city
        stands for its marathon.
        """
        if event.start >= 0 and (year := year_of_games(event.text, self._page.text, event.end)):
            return self._page.name_event(event.text, year)
        if race := self.race_of(event) or (self._race if event.role == "place" else None):
            return Event(f"{event.text.partition(',')[0]} {race}", None, None)
        return self._page.name_event(event.text)

    def race_of(self, event: Placed) -> str | None:
        """What is run in a city where several share the word for it: "Rome, Lund and Turin Marathons"."""
        is_city = event.role in ("place", "name") and event.start >= 0
        shared = SHARED.match(self._page.text, event.end) if is_city else None
        return RACES["half" if shared["half"] else "marathon"] if shared else None


def span_of(placed: Placed) -> RoleSpan:
    """A node of a window as a span of the page."""
    return RoleSpan(placed.start, placed.end, SPAN_ROLES[placed.role], placed.text)


def _surest(scores: Scores, event: Placed, role: str) -> RoleSpan | None:
    sure, spoke = max(scores.spokes(event, event.sentence, role), key=lambda pair: pair[0], default=(0.0, event))
    return span_of(spoke) if sure > SURE_LINK else None


def _after(last: Occasion, sentence: int, date: RoleSpan | None, place: RoleSpan | None, event: str) -> Occasion:
    """The occasion once more is told; of another year's edition what was told before is not true."""
    years = years_in(event) or years_in(date.text if date else "")
    if not may_agree(years, last.years):
        return Occasion(sentence, date, place, years)
    return Occasion(sentence, date or last.date, place or last.place, years or last.years)
