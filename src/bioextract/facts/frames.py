"""One frame a competition in a sentence: which result, discipline, date, place and mark belong to which event.

Spans are joined by nearness and by the order in which English tells results: "won gold in the 100m at the 2010 Games
in Delhi". The event of a result that names none is carried along from before (`Memory`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bioextract.facts.cities import city_events
from bioextract.page import Page, Sentence
from bioextract.spans import RoleSpan
from bioextract.spans import disciplines as discipline_spans
from bioextract.spans.events import find, find_titles
from bioextract.values.dates import PartialDate
from bioextract.values.events import Event

# Each begins with its first letter, so that most characters are passed over at once.
BREAK = re.compile(
    r"[;,abfhw](?:(?<=;)|(?<=,) (?:and (?:he|she|then|in|at)|he|she|finishing|placing|winning)\b"
    r"|(?<=\ba)(?:fter|nd (?:finished|won|took|came|also|then|was|has|had|claimed|placed|represented|competed|in|at|a))"
    r"\b"
    r"|(?<=\bb)(?:efore|ut)\b|(?<=\bf)ollowed by\b|(?<=\bh)aving\b|(?<=\bw)h(?:ile|ere(?:as)?)\b)"
)
JOINED = re.compile(r"\s*(?:,|and|&|/|or|,\s*and)\s*(?:(?:the|in|a|both|women[’']s|men[’']s|mixed)\s+)*")
# "won the A Trail in Réunion and the B Run", "bronze at the A Cup and the B Trophy"
SAME_RESULT = re.compile(
    r"(?: in [A-Z][\w-]+(?:, [A-Z][\w-]+)?)?,? (?:and|as well as|&)(?: also)?(?: (?:at|in))?(?: the)? (?:(?:18|19|"
    r"20)\d\d )?"
)
RACE_IN = re.compile(r"(?:half )?marathon (?:in|of) ")
CHAMPIONSHIP = re.compile(r"Championships?\b|Olympic|Games\b|Worlds\b")
FAR = 60
COUNTED = re.compile(
    r"(?:[-\w]+[- ]times?|double|triple|twice|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:former )?$", re.I
)
PURSUED = re.compile(
    r"\b(?:bid|hop(?:e|es|ing)|aim(?:s|ing)?|chas(?:e|es|ing)|want(?:s|ing)?|dream(?:s|ing)?|seek(?:s|ing)?|"
    r"target(?:s|ing)?|defend|for|at) (?:[\w’']+ ){0,3}$"
)
COUNT_TITLE = re.compile(r"\b(?:Olympic|Paralympic|[Ww]orld)\b")
IN_OR_AT = re.compile(r"\b(?:in|at|from|near|of|to|over)(?: the)? $|, $|\($")
YEAR = re.compile(r"(?:18|19|20)\d\d")
BORN_BEFORE = re.compile(r"\b(?:born|died|aged|b\.)(?: (?:on|in|at))?(?: the)? ?$|\(born [^)]*$|\([^()]{0,30}$")


@dataclass(frozen=True, slots=True)
class CurrentEvent:
    """The competition that an article is speaking of."""

    event: Event
    text: str | None
    date_text: str | None
    place: str | None
    sentence: int


@dataclass(slots=True)
class Frame:
    """A competition with what hangs on it; `anchor` is where the result (or else the event) stands."""

    anchor: RoleSpan
    event: RoleSpan | None
    rank: RoleSpan | None
    disciplines: list[RoleSpan] = field(default_factory=list)
    dates: list[RoleSpan] = field(default_factory=list)
    place: RoleSpan | None = None
    mark: RoleSpan | None = None

    @property
    def parts(self) -> list[RoleSpan]:
        """Every span of the frame."""
        found = [self.event, self.rank, self.place, self.mark, *self.disciplines, *self.dates]
        return [span for span in found if span]

    @property
    def extent(self) -> tuple[int, int]:
        """From the first to the last character of the frame."""
        return min(span.start for span in self.parts), max(span.end for span in self.parts)

    @property
    def is_title(self) -> bool:
        """Whether event and result are told in one: "European champion"."""
        return self.rank is not None and self.rank is self.event


def frames_of(page: Page, sentence: Sentence) -> Iterator[Frame]:
    """The frames of one sentence, in the order of the text."""
    spans = page.spans[sentence.index]
    events = _without_races_of_events([s for s in spans if s.role == "event"])
    events = events or list(city_events(page, sentence))
    titles = list(_titles(sentence, events, spans))
    ranks = [s for s in spans if s.role == "rank" and not any(t.anchor.start <= s.start < t.anchor.end for t in titles)]
    used: set[int] = set()
    frames: list[Frame] = []
    for rank in ranks:
        event = _event_of(rank, events, ranks, page.text)
        if event:
            used.add(event.start)
        frames.append(Frame(rank, event, rank))
    frames += [Frame(event, event, None) for event in events if event.start not in used]
    frames += titles
    frames.sort(key=lambda frame: frame.anchor.start)
    _hang(frames, spans, page.text)
    return iter(frames)


def _without_races_of_events(events: list[RoleSpan]) -> list[RoleSpan]:
    """ "The World Championships in the marathon in Budapest" is one event; the marathon is what is contested there."""
    return (
        [e for e in events if not RACE_IN.match(e.text)] if any(CHAMPIONSHIP.search(e.text) for e in events) else events
    )


def _titles(sentence: Sentence, events: Sequence[RoleSpan], spans: Sequence[RoleSpan]) -> Iterator[Frame]:
    """Titles that tell a result ("European 100m champion"): a frame of their own, event and rank in one.

    Without a year or a city, an Olympic or world title tells how often, not when: that is a count.
    """
    dated = any(s.role == "date" and YEAR.search(s.text) for s in spans)
    for found in find_titles(sentence.text):
        title = found.shifted(sentence.start)
        before = sentence.text[: found.start]
        if (
            any(e.start < title.end and title.start < e.end for e in events)
            or COUNTED.search(before)
            or PURSUED.search(before)
        ):
            continue
        if found.text.startswith("national "):
            continue  # of which nation, the text tells elsewhere
        if COUNT_TITLE.search(found.text) and not (dated or YEAR.search(found.text)):
            continue
        yield Frame(title, title, title)


def _event_of(rank: RoleSpan, events: Sequence[RoleSpan], ranks: Sequence[RoleSpan], text: str) -> RoleSpan | None:
    """The event of a result: the one that follows in its clause, else the one before, else the one that follows."""
    after = next((e for e in events if e.start >= rank.start), None)
    before = next((e for e in reversed(events) if e.end <= rank.start), None)
    if after and not BREAK.search(text, rank.end, after.start):
        return after
    return before or after


def _hang(frames: Sequence[Frame], spans: Sequence[RoleSpan], text: str) -> None:
    """Give every discipline, date, place and mark to the frame that it stands nearest to."""
    for span in spans:
        if not frames or span.role not in ("discipline", "date", "place", "mark"):
            continue
        if span.role == "discipline" and discipline_spans.kind_of(span.text) in ("person", "position"):
            continue
        if span.role != "date" and any(
            f.event and not f.is_title and f.event.start <= span.start and span.end <= f.event.end for f in frames
        ):
            continue
        nearest = min(frames, key=lambda f: _distance(f, span, text))
        _attach(nearest, span, text)
    for before, after in pairwise(frames):
        _share(before, after, text)


def _share(before: Frame, after: Frame, text: str) -> None:
    """What two neighbours have in common: a rank told once for two events, a date or place told once for one event."""
    gap = text[before.event.end : after.anchor.start] if before.event else ""
    if after.rank is None and before.rank is not None and SAME_RESULT.fullmatch(gap):
        after.rank = before.rank
    if before.event is not after.event:
        return
    for giver, taker in ((after, before), (before, after)):
        taker.dates = taker.dates or list(giver.dates)
        taker.place = taker.place or giver.place


def _distance(frame: Frame, span: RoleSpan, text: str) -> float:
    gaps = []
    for part in (frame.event if span.role != "mark" else None, frame.rank):
        if part is None:
            continue
        lo, hi = (part.end, span.start) if part.end <= span.start else (span.end, part.start)
        penalty = 60 if hi > lo and BREAK.search(text, lo, hi) else 0
        # What hangs on a result mostly follows it; what comes before belongs to the result before.
        behind = 15 if span.end <= part.start and span.role in ("discipline", "mark") else 0
        gaps.append(max(0, hi - lo) + penalty + behind)
    return min(gaps, default=1000.0)


def _attach(frame: Frame, span: RoleSpan, text: str) -> None:
    if span.role == "discipline":
        if not frame.disciplines or JOINED.fullmatch(text, frame.disciplines[-1].end, span.start):
            frame.disciplines.append(span)
    elif span.role == "date":
        if _is_other_year(frame, span) or BORN_BEFORE.search(text, max(0, span.start - 40), span.start):
            return
        joined = frame.dates and re.fullmatch(
            r"\s*(?:,|and|,\s*and|&)\s*(?:in )?", text[frame.dates[-1].end : span.start]
        )
        if not frame.dates or (joined and YEAR.fullmatch(span.text)):
            frame.dates.append(span)
    elif span.role == "place":
        if (
            frame.place is None
            and _gap(frame, span) < FAR
            and IN_OR_AT.search(text, max(0, span.start - 12), span.start)
        ):
            frame.place = span
    elif span.role == "mark" and frame.mark is None:
        frame.mark = span


def _gap(frame: Frame, span: RoleSpan) -> int:
    """The characters between a span and the nearest part of a frame."""
    return min(max(part.start - span.end, span.start - part.end, 0) for part in frame.parts)


def _is_other_year(frame: Frame, date: RoleSpan) -> bool:
    """Whether the event's own words hold another year than the date ("the 1996 Olympics", "1993")."""
    own = YEAR.findall(frame.event.text) if frame.event else []
    told = YEAR.findall(date.text)
    return bool(own and told) and not set(told) <= set(own)


class Memory:
    """The event that an article is speaking of: named last, or in the heading, or in the title."""

    def __init__(self, page: Page) -> None:
        self._heading: str | None = None
        self._page = page
        self.current: CurrentEvent | None = None
        self._contested = False
        self.date: PartialDate | None = None
        self._disciplines: tuple[Sequence[RoleSpan], Sentence | None] = ((), None)
        if page.title and (found := find(page.title)):
            self._set(found[-1].text, None, None, -1)

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence: the event of a new heading holds for what stands under it."""
        if sentence.heading != self._heading:
            self._heading = sentence.heading
            if sentence.heading and (found := find(sentence.heading)):
                self._set(found[-1].text, None, None, sentence.index)

    def note(self, current: CurrentEvent, *, contested: bool) -> None:
        """Remember the event that a sentence named; one still to come does not push out one that was contested."""
        if contested or self.current is None or not self._contested:
            self.current, self._contested = current, contested

    def disciplines(self, sentence: Sentence) -> list[RoleSpan]:
        """What was contested in the results told just before in the same paragraph."""
        spans, told = self._disciplines
        return list(spans) if told and told.block == sentence.block and sentence.index - told.index <= 2 else []

    def note_date(self, fields: Mapping[str, Any]) -> None:
        """Remember the date told last."""
        if fields["date"]:
            self.date = PartialDate(fields["date"], fields["date_precision"])

    def note_disciplines(self, spans: Sequence[RoleSpan], sentence: Sentence) -> None:
        """Remember what a sentence says is contested."""
        if spans:
            self._disciplines = (spans, sentence)

    def _set(self, text: str, date_text: str | None, place: str | None, index: int) -> None:
        self.current = CurrentEvent(self._page.name_event(text), text, date_text, place, index)
