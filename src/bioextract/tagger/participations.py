"""Participations from answers: events and results of one person in one sentence, put together by the links.

Each result goes to the event that it is linked to best, named in the sentence or carried from before; an event without
a result stands alone. Values come from `facts/outcome.py`, as for the rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.frames import CurrentEvent, Frame
from bioextract.facts.outcome import event_of, fields_of
from bioextract.facts.status import Status
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.spans.disciplines import kind_of
from bioextract.tagger.edition import is_same_edition, may_agree, years_in
from bioextract.tagger.enumerations import deal, years_with
from bioextract.tagger.labels import EVENTS, LABELS, is_title
from bioextract.tagger.nodes import Node
from bioextract.tagger.occasions import SURE_LINK, Occasions, span_of
from bioextract.tagger.rivals import Rivals
from bioextract.tagger.scores import Row, Scores, either, key_of
from bioextract.tagger.window import Anchor, Placed
from bioextract.values.dates import PartialDate

RESULT, RESULT_MARK = LABELS.index("result"), LABELS.index("result_mark")
STATUS = [LABELS.index(label) for label in EVENTS]
_by_status = itemgetter(*STATUS)
STATUSES: tuple[Status, ...] = Status.__args__  # type: ignore[attr-defined]
CROWN = re.compile(r"\b(?:title|crown)s?$", re.I)
SURE_RESULT, SURE_EVENT, SURE_JOINED = 0.35, 0.2, 0.12


@dataclass(slots=True)
class _Scene:
    """What one sentence says of one person: events with their rows of probabilities, results and marks."""

    person: Individual
    sentence: int
    events: list[tuple[Placed, Row]] = field(default_factory=list)
    results: list[Placed] = field(default_factory=list)
    marks: list[Placed] = field(default_factory=list)
    anchor: Anchor | None = None


def participations(reading: Reading, nodes: Sequence[Node], scores: Scores) -> Iterator[Claim]:
    """All participations that the answers tell."""
    occasions = Occasions(reading, nodes, scores)
    anchor: PartialDate | None = None
    for scene in _scenes(reading, nodes, scores):
        for claim in _Teller(reading, scene, scores, occasions, anchor).claims() if scene.events else ():
            yield claim
            anchor = _date_of(claim) or anchor


def _date_of(claim: Claim) -> PartialDate | None:
    """When somebody competed, from which "two years later" counts; nothing where that is not sure."""
    fields, is_sure = claim.fields, (claim.confidence or 0) > SURE_RESULT
    is_told = is_sure and fields["status"] == "past" and fields["date"]
    return PartialDate(fields["date"], fields["date_precision"]) if is_told else None


def _scenes(reading: Reading, nodes: Sequence[Node], scores: Scores) -> list[_Scene]:
    scenes: dict[tuple[int, int], _Scene] = {}
    results, marks = Rivals(reading, scores, RESULT), Rivals(reading, scores, RESULT_MARK)

    def scene(person: Individual, sentence: int) -> _Scene:
        return scenes.setdefault((sentence, id(person)), _Scene(person, sentence))

    for key, row in scores.best.items():
        index, person_id, sentence = key
        node, person = nodes[index], scores.people[person_id]
        placed = Placed(
            index, node.role, reading.page.text[node.start : node.end], sentence, 0, 0, node.start, node.end
        )
        if node.role in ("event", "place", "name") and _any_status(row) > SURE_EVENT:
            scene(person, sentence).events.append((placed, row))
        if node.role in ("rank", "event") and row[RESULT] > SURE_RESULT and results.may_own(key):
            scene(person, sentence).results.append(placed)
        if node.role == "mark" and row[RESULT_MARK] > SURE_RESULT and marks.may_own(key):
            scene(person, sentence).marks.append(placed)
    for carried in scores.carried:
        if carried.node.role == "event" and _any_status(carried.row) > SURE_EVENT:
            here = scene(carried.anchor.person, carried.sentence)
            here.events.append((carried.node, carried.row))
            here.anchor = carried.anchor
    return [scenes[key] for key in sorted(scenes, key=lambda k: (k[0], scenes[k].person.first))]


class _Teller:
    """Puts one scene together."""

    def __init__(
        self, reading: Reading, scene: _Scene, scores: Scores, occasions: Occasions, anchor: PartialDate | None
    ) -> None:
        self._reading, self._scene, self._scores, self._occasions = reading, scene, scores, occasions
        self._anchor = anchor

    def claims(self) -> Iterator[Claim]:
        """Results first, each at its event; then the events that no result is at."""
        scene = self._scene
        named = [event for event, _ in scene.events if event.node is not None]
        scene.events = [
            (event, row)
            for event, row in scene.events
            if not self._is_part(event)
            and (event.node is not None or not any(self._is_same(event, other) for other in named))
        ]
        scene.events.sort(key=lambda event: -_any_status(event[1]))
        at: dict[int, list[Placed | None]] = defaultdict(list)
        for result in scene.results:
            sure, best = max((self._belongs(event, result), i) for i, event in enumerate(scene.events))
            if sure > SURE_JOINED:
                at[best].append(result)
        for i, (event, row) in enumerate(scene.events):
            for told in at[i] or [None]:
                yield from self._claims(event, row, told)

    def _is_same(self, event: Placed, other: Placed) -> bool:
        name = self._occasions.name
        return is_same_edition(event.text, name(event), other.text, name(other))

    def _is_part(self, event: Placed) -> bool:
        """Whether a name is a part of the words for an event: "Asian Games" of "2014 Asian Games"."""
        if event.role != "name" or event.node is None:
            return False
        events = [e for e, _ in self._scene.events if e.role == "event" and e.node is not None]
        return any(e.start <= event.start and event.end <= e.end for e in events)

    def _belongs(self, event: tuple[Placed, Row], result: Placed) -> float:
        placed, row = event
        if placed.node is not None and placed.node == result.node:
            return 2.0
        return float(self._scores.link(placed, result, self._scene.sentence) * _any_status(row) ** 0.5)

    def _claims(self, event: Placed, row: Row, result: Placed | None) -> Iterator[Claim]:
        page = self._reading.page
        sentence = page.sentences[self._scene.sentence]
        status = STATUSES[max(range(len(STATUSES)), key=lambda i: row[STATUS[i]])]
        frame = self._frame(event, result)
        name = self._occasions.name(event)
        current = event_of(frame, page, sentence)
        is_city = event.role == "place" and current is not None and current.event.name == event.text
        if current is None or is_city or self._occasions.race_of(event):
            current = CurrentEvent(name, event.text, None, None, sentence.index)
        start, end = self._shown(frame)
        also = tuple(self._elsewhere(frame, event))
        rule = "model.carried" if event.node is None else "model.named"
        for fields in fields_of(frame, current, status, page.published, self._anchor):
            yield Claim("events", self._scene.person, fields, start, end, rule, also, _any_status(row))

    def _elsewhere(self, frame: Frame, event: Placed) -> Iterator[tuple[int, int]]:
        """The evidence outside the sentence: the name of the event, its date and place."""
        sentence = self._reading.page.sentences[self._scene.sentence]
        spans = [(part.start, part.end) for part in frame.parts]
        for start, end in dict.fromkeys([*([(event.start, event.end)] if event.node is None else []), *spans]):
            if start >= 0 and not sentence.start <= start < sentence.end:
                yield start, end

    def _shown(self, frame: Frame) -> tuple[int, int]:
        """The evidence: the parts of the frame, else the mention of the person, else the sentence."""
        sentence = self._reading.page.sentences[self._scene.sentence]
        spans = [(part.start, part.end) for part in frame.parts if sentence.start <= part.start < sentence.end]
        if not spans:
            anchor = self._scene.anchor
            here = anchor if anchor and anchor.sentence == sentence.index else sentence
            spans = [(here.start, here.end)]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def _frame(self, event: Placed, result: Placed | None) -> Frame:
        span = span_of(event) if event.node is not None else None
        is_own = result.node == event.node if result else _tells_win(event.text)
        rank = span if span and is_own else span_of(result) if result else None
        frame = Frame(rank or span or span_of(event), span, rank)
        frame.disciplines = self._inside(event) or [span_of(s) for s in self._linked(event, result, "discipline")]
        frame.dates = self._dates(event, result)
        places = [s for s in self._linked(event, None, "place") if s.node != event.node]
        occasion = self._occasions.of(event, self._scene.sentence)
        own = years_in(event.text)
        years = own or years_in(*(d.text for d in frame.dates))
        is_other = not may_agree(years, occasion.years)
        date, place = (None, None) if is_other else (occasion.date, occasion.place)
        frame.dates = frame.dates or [d for d in [date] if d and _is_year_of(d, own)]
        frame.place = span_of(places[0]) if places else place
        marks = [m for m in self._scene.marks if max(self._link(event, m), self._link(result, m)) > SURE_LINK]
        frame.mark = span_of(marks[0]) if marks else None
        return frame

    def _dates(self, event: Placed, result: Placed | None) -> list[RoleSpan]:
        """The date that is told, or all years of the list that it stands in; not another year than the event's own."""
        page, own = self._reading.page, years_in(event.text)
        if own and event.node is not None and (listed := years_with(page, event.start, event.end)):
            return listed
        dates = [span_of(date) for date in self._linked(event, result, "date")[:1]]
        listed = [year for d in dates if d.start >= 0 and not own for year in years_with(page, d.start, d.end)]
        return listed or [d for d in dates if _is_year_of(d, own)]

    def _inside(self, event: Placed) -> list[RoleSpan]:
        """What a title is won in, where the title says so: "the Olympic 100m title"."""
        if event.start < 0 or not _tells_win(event.text):
            return []
        found = self._reading.page.spans_of(self._reading.page.sentence_at(event.start), "discipline")
        inside = (s for s in found if event.start <= s.start and s.end <= event.end)
        return [s for s in inside if kind_of(s.text) == "event"]

    def _linked(self, event: Placed, result: Placed | None, role: str) -> list[Placed]:
        """What belongs to an event, surest first; where several results share it, what belongs to the result itself."""
        found = self._spokes(event, role)
        if result is not None and result.node != event.node:
            is_shared = len(self._scene.results) > 1 and role == "discipline"
            own = (self._dealt.get(result.node) if is_shared else None) or self._spokes(result, role)
            found = own or ([] if is_shared else found)
        return [spoke for spoke in found if not event.start <= spoke.start < event.end]

    @cached_property
    def _dealt(self) -> dict[int | None, list[Placed]]:
        """Of several results the disciplines that each was reached in."""
        pairs = [
            (result.node, spoke.node, sure, spoke)
            for result in self._scene.results
            for sure, spoke in self._scores.spokes(result, self._scene.sentence, "discipline")
            if result.node is not None and spoke.node is not None
        ]
        spokes = {number: spoke for _, number, _, spoke in pairs}
        dealt = deal({(result, spoke): sure for result, spoke, sure, _ in pairs}, SURE_LINK)
        return {result: [spokes[number] for number in numbers] for result, numbers in dealt.items()}

    def _spokes(self, hub: Placed, role: str) -> list[Placed]:
        pairs = self._scores.spokes(hub, self._scene.sentence, role)
        sure = {key_of(spoke): (p, spoke) for p, spoke in pairs if p > SURE_LINK}
        ordered = [spoke for _, spoke in sorted(sure.values(), key=lambda pair: -pair[0])]
        # What the sentence says itself comes before what was told before.
        return [spoke for spoke in ordered if spoke.node is not None] or ordered[:1]

    def _link(self, hub: Placed | None, spoke: Placed) -> float:
        return self._scores.link(hub, spoke, spoke.sentence) if hub else 0.0


def _tells_win(event: str) -> bool:
    """Whether the words for an event tell a result as well: "European champion", "the Olympic 100m title"."""
    return is_title(event) or CROWN.search(event) is not None


def _is_year_of(date: RoleSpan, own: frozenset[str]) -> bool:
    """Whether a date can be that of an event whose own words hold these years ("the 2012 Olympics")."""
    return not own or years_in(date.text) <= own


def _any_status(row: Row) -> float:
    """How surely a person is said to take part, whatever comes of it."""
    return either(_by_status(row))
