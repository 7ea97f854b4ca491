"""The prefix of a window: what the article speaks of elsewhere, carried along.

The title, the names of those whom a pronoun may mean, up to four events (named last, most and first, and a likely one),
the disciplines and the club named most; each ends with a separator.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bioextract.facts.claim import Reading
from bioextract.facts.organisations import club_key, is_club_name
from bioextract.page import Page
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.spans.dates import find as find_dates
from bioextract.spans.disciplines import find as find_disciplines
from bioextract.spans.events import find as find_events
from bioextract.tagger.likely import likely_events
from bioextract.tagger.nodes import Node
from bioextract.tagger.window import (
    KINDS,
    LONGEST,
    PREFIX_PIECES,
    SEGMENTS,
    SEP,
    TARGET_PIECES,
    Anchor,
    Part,
    Pieces,
    Placed,
    Window,
    pieces_of,
    range_of,
)

TITLE, PERSON, EVENTS, DISCIPLINE, TEAM, HEADING = 20, 8, 32, 6, 8, 12  # pieces of each, EVENTS: of all
MOST_MENTIONED = 2
LONGEST_TITLE = 300  # characters: more than its pieces can show
DISCIPLINES = 2
_TARGET = SEGMENTS.index("target")
_EVENT, _DISCIPLINE, _NAME = KINDS.index("event"), KINDS.index("discipline"), KINDS.index("main name")
_OTHER_NAME = KINDS.index("name of a person")


@dataclass(frozen=True, slots=True)
class _Event:
    sentence: int
    name: str
    text: str
    start: int
    end: int


class Prefix:
    """Writes the prefixes of the windows of one article."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], tokenizer: Any, title: Pieces) -> None:
        self._reading, self._tokenizer, self._title = reading, tokenizer, title
        self._events = [_event(reading.page, node) for node in nodes if node.role == "event"]
        self._likely = [_event(reading.page, node) for node in likely_events(reading.page, nodes)]
        self._most_named = Counter(event.name for event in self._events).most_common(1)
        self._starts = [event.sentence for event in self._events]
        self._most = [event for name, _ in self._most_named for event in self._events if event.name == name][:1]
        certain = (s for sentence in reading.page.sentences for s in reading.page.spans_of(sentence, "discipline"))
        spans = [(s.text, s) for s in certain]
        words = Counter(text.lower() for text, _ in spans).most_common(DISCIPLINES)
        first = {text.lower(): (text, n.start, n.end) for text, n in reversed(spans)}
        self._disciplines = [first[word] for word, _ in words]
        self._named_last = _last_named(reading)
        mentions = (m for s in reading.page.sentences for m in reading.mentions.of(s))
        times = Counter(id(m.person) for m in mentions)
        self._most_mentioned = sorted(reading.mentions.people, key=lambda p: -times[id(p)])[:MOST_MENTIONED]
        self._clubs = _most_named_club(reading.page, nodes)
        self._encoded: dict[str, Pieces] = {}
        self._spans: dict[str, list[RoleSpan]] = {}

    def write(self, window: Window, first: int) -> None:
        """Append the prefix of the window that begins with a sentence."""
        known = self._write_title(window) if self._title.ids else set()
        self._write_people(window, first)
        limit = len(window.ids) + EVENTS
        for event in self._choose(first, known):
            pieces = self._encode(event.text)
            if pieces.ids and len(window.ids) + len(pieces.ids) < limit:
                at = window.add(pieces, "event", [_EVENT] * len(pieces.ids), Part(-1, 0, EVENTS))
                last = len(window.ids) - 1
                window.carried.append(Placed(None, "event", event.text, -1, at, last, event.start, event.end))
                window.mark(SEP)
        self._write_disciplines(window)
        self._write_team(window)

    def _write_title(self, window: Window) -> set[str]:
        """The title, and the canonical names of the events in it."""
        title = self._reading.page.title or ""
        kinds = [0] * len(self._title.ids)
        at, known = len(window.ids), set[str]()
        for span in self._found(title):
            first, last = range_of(self._title, span.start, span.end)
            if span.role != "date" and first <= last < TITLE:
                kinds[first : last + 1] = [KINDS.index(span.role)] * (last + 1 - first)
                window.carried.append(Placed(None, span.role, span.text, -1, at + first, at + last))
                known |= {self._reading.page.name_event(span.text).name} if span.role == "event" else set()
        window.add(self._title, "title", kinds, Part(-1, 0, TITLE))
        window.mark(SEP)
        return known

    def write_heading(self, window: Window, heading: str) -> list[Placed]:
        """Append the heading above the next sentence, as far as there is room; gives the events and dates in it."""
        pieces = self._encode(heading)
        room = min(HEADING, LONGEST - TARGET_PIECES - len(window.ids) - 1 + sum(s == _TARGET for s in window.segments))
        kinds = [0] * len(pieces.ids)
        at, named = len(window.ids), list[Placed]()
        for span in self._found(heading):
            first, last = range_of(pieces, span.start, span.end)
            if span.role != "discipline" and first <= last < room:
                kinds[first : last + 1] = [KINDS.index(span.role)] * (last + 1 - first)
                named.append(Placed(None, span.role, span.text, -1, at + first, at + last))
        window.add(pieces, "title", kinds, Part(-1, 0, max(room, 0)))
        return named

    def _write_people(self, window: Window, first: int) -> None:
        """Whom a pronoun far from any name can mean: the main subject, who is mentioned most, who was named last."""
        main = self._reading.mentions.main
        for person in dict.fromkeys([*([main] if main else []), *self._most_mentioned, *self._named_last[first]]):
            pieces = self._encode(person.name)
            if pieces.ids:
                kinds = [_NAME if person is main else _OTHER_NAME] * len(pieces.ids)
                at = window.add(pieces, "main", kinds, Part(-1, 0, PERSON))
                kind = "main" if person is main else "carried"
                window.anchors.append(Anchor(person, -1, person.first, person.first, kind, at, len(window.ids) - 1))
                window.mark(SEP)

    def _write_disciplines(self, window: Window) -> None:
        known = {carried.text.lower() for carried in window.carried if carried.role == "discipline"}
        for word, start, end in self._disciplines:
            if word.lower() not in known:
                pieces = self._encode(word)
                if not _has_room(window, pieces, DISCIPLINE):
                    continue
                at = window.add(pieces, "discipline", [_DISCIPLINE] * len(pieces.ids), Part(-1, 0, DISCIPLINE))
                window.carried.append(Placed(None, "discipline", word, -1, at, len(window.ids) - 1, start, end))
                window.mark(SEP)

    def _write_team(self, window: Window) -> None:
        """The club named most: that of all in a club's or a school's own news."""
        for text, start, end in self._clubs:
            pieces = self._encode(text)
            if not _has_room(window, pieces, TEAM):
                continue
            at = window.add(pieces, "main", [KINDS.index("name")] * len(pieces.ids), Part(-1, 0, TEAM))
            window.carried.append(Placed(None, "name", text, -1, at, len(window.ids) - 1, start, end))
            window.mark(SEP)

    def _choose(self, first: int, known: set[str]) -> Iterator[_Event]:
        """The event named last before a sentence, then the one named most, then the first, then a likely one."""
        number = bisect_left(self._starts, first)
        told = [*self._events[max(number - 1, 0) : number], *self._most, *self._events[: min(number, 1)]]
        for event in [*told, *self._likely]:
            if event.name not in known:
                known.add(event.name)
                yield event

    def _found(self, text: str) -> list[RoleSpan]:
        """The events, disciplines and dates of a title or heading, each text read once."""
        if text not in self._spans:
            shown = text[:LONGEST_TITLE]
            self._spans[text] = [*find_events(shown), *find_disciplines(shown), *find_dates(shown)]
        return self._spans[text]

    def _encode(self, text: str) -> Pieces:
        if text not in self._encoded:
            self._encoded[text] = pieces_of(self._tokenizer.encode(text, add_special_tokens=False), text, 0)
        return self._encoded[text]


def _has_room(window: Window, pieces: Pieces, most: int) -> bool:
    """Whether so many pieces still fit into a prefix, with a separator behind them and one at the window's end."""
    return len(window.ids) + min(len(pieces.ids), most) + 2 <= PREFIX_PIECES


def _last_named(reading: Reading) -> list[list[Individual]]:
    """For every sentence the person named last before it; nobody or one."""
    last: list[Individual] = []
    found = []
    for sentence in reading.page.sentences:
        found.append(last)
        last = [m.person for m in reading.mentions.of(sentence) if m.kind == "name"][-1:] or last
    return found


def _most_named_club(page: Page, nodes: Sequence[Node]) -> list[tuple[str, int, int]]:
    """The club named most often: as written first, and where; none or one."""
    clubs: dict[str, list[tuple[str, int, int]]] = {}
    for node in nodes:
        text = page.text[node.start : node.end]
        if node.role == "name" and is_club_name(text):
            clubs.setdefault(club_key(text), []).append((text, node.start, node.end))
    return max(clubs.values(), key=len)[:1] if clubs else []


def _event(page: Page, node: Node) -> _Event:
    text = page.text[node.start : node.end]
    return _Event(page.sentence_at(node.start).index, page.name_event(text).name, text, node.start, node.end)
