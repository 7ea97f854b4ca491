"""One frame a competition in a sentence: which result, discipline, date, place and mark belong to which event.

Spans are joined by nearness and by the order in which English tells results: "won gold in the 100m at the 2010 Games
in Delhi". The event of a result that names none is carried along from before (`Memory`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bioextract.page import Page, Sentence
from bioextract.spans import RoleSpan
from bioextract.spans import disciplines as discipline_spans
from bioextract.values.events import Event, canonical_event

BREAK = re.compile(
    r";|\bbefore\b|\bbut\b|\bwhile\b|\bwhere(?:as)?\b|\bafter\b|, and (?:he|she|then|in|at)\b|\band (?:finished|won|took|came|also|then|was|has|had|claimed|"
    r"placed|represented|competed|in|at|a)\b|\bfollowed by\b|\bhaving\b|, (?:he|she|finishing|placing|winning)\b"
)
JOINED = re.compile(r"\s*(?:,|and|&|/|or|,\s*and)\s*(?:(?:the|in|a|both|women[’']s|men[’']s|mixed)\s+)*")
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


def frames_of(page: Page, sentence: Sentence) -> Iterator[Frame]:
    """The frames of one sentence, in the order of the text."""
    spans = page.spans[sentence.index]
    events = [s for s in spans if s.role == "event"]
    ranks = [s for s in spans if s.role == "rank"]
    used: set[int] = set()
    frames: list[Frame] = []
    for rank in ranks:
        event = _event_of(rank, events, ranks, page.text)
        if event:
            used.add(event.start)
        frames.append(Frame(rank, event, rank))
    frames += [Frame(event, event, None) for event in events if event.start not in used]
    frames.sort(key=lambda frame: frame.anchor.start)
    _hang(frames, spans, page.text)
    return iter(frames)


def _event_of(rank: RoleSpan, events: Sequence[RoleSpan], ranks: Sequence[RoleSpan], text: str) -> RoleSpan | None:
    """The event of a result: the one that follows in the same clause, else the one before, else the one that follows."""
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
        if span.role != "date" and any(f.event and f.event.start <= span.start and span.end <= f.event.end for f in frames):
            continue
        for frame in _frames_for(span, frames, text):
            _attach(frame, span, text)


def _frames_for(span: RoleSpan, frames: Sequence[Frame], text: str) -> list[Frame]:
    """The frame that holds or is nearest to a span, and those that share its event."""
    nearest = min(frames, key=lambda f: _distance(f, span, text))
    if span.role in ("date", "place") and nearest.event is not None:
        return [f for f in frames if f.event is nearest.event]
    if span.role in ("date", "place") and span.end <= frames[0].anchor.start:
        return [f for f in frames if f.event is None or f.event is nearest.event]
    return [nearest]


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
        joined = frame.dates and re.fullmatch(r"\s*(?:,|and|,\s*and|&)\s*(?:in )?", text[frame.dates[-1].end : span.start])
        if not frame.dates or (joined and YEAR.fullmatch(span.text)):
            frame.dates.append(span)
    elif span.role == "place":
        if frame.place is None and IN_OR_AT.search(text, max(0, span.start - 12), span.start):
            frame.place = span
    elif span.role == "mark" and frame.mark is None:
        frame.mark = span


def _is_other_year(frame: Frame, date: RoleSpan) -> bool:
    """Whether the event's own words hold another year than the date ("the 1996 Olympics", "1993")."""
    own = YEAR.findall(frame.event.text) if frame.event else []
    told = YEAR.findall(date.text)
    return bool(own and told) and not set(told) <= set(own)


class Memory:
    """The event that an article is speaking of: named last, or in the heading, or in the title."""

    def __init__(self, page: Page) -> None:
        from bioextract.spans.events import find

        self._find = find
        self._heading: str | None = None
        self.current: CurrentEvent | None = None
        self._contested = False
        if page.title and (found := find(page.title)):
            self._set(found[-1].text, None, None, -1)

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence: the event of a new heading holds for what stands under it."""
        if sentence.heading != self._heading:
            self._heading = sentence.heading
            if sentence.heading and (found := self._find(sentence.heading)):
                self._set(found[-1].text, None, None, sentence.index)

    def note(self, current: CurrentEvent, *, contested: bool) -> None:
        """Remember the event that a sentence named; one still to come does not push out one that was contested."""
        if contested or self.current is None or not self._contested:
            self.current, self._contested = current, contested

    def _set(self, text: str, date_text: str | None, place: str | None, index: int) -> None:
        self.current = CurrentEvent(canonical_event(text), text, date_text, place, index)
