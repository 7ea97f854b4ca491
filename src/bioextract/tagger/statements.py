"""From answers to claims: the facts that the model reads in a page, with their values from `values/`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.mark import fields_of_mark
from bioextract.facts.outcome import gives_medals
from bioextract.facts.period import period_of
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.spans.event_rules import year_of_games
from bioextract.tagger.counted import amount_of
from bioextract.tagger.labels import (
    COUNTS,
    LABELS,
    MARKS,
    RELATIONS,
    RESIDENCES,
    SPONSORS,
    TEAMS,
    age_of,
    is_title,
)
from bioextract.tagger.nodes import Node
from bioextract.tagger.participations import participations
from bioextract.tagger.questions import COUNTED_BY
from bioextract.tagger.scores import Carried, Key, Row, RowKey, Scores, either
from bioextract.values.countries import country
from bioextract.values.dates import parse_date
from bioextract.values.disciplines import discipline
from bioextract.values.numbers import quantity

Fields = dict[str, Any]
FLOOR = 0.05  # less likely statements are not even considered
MOST_COUNTED = 1800
LOOSE = 0.15  # a count without an event is none, so the likeliest will do
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ff]irst|[Ee]x|[Pp]revious|[Oo]ld|[Ll]ate|then|[Ww]as|were|had been|used to|divorced|until)\b"
)
ANY_DISTANCE = frozenset({"marathon", "half marathon", "ultramarathon"})


def statements(reading: Reading, nodes: Sequence[Node], scores: Scores) -> Iterator[Claim]:
    """All claims that the answers give, each with its probability."""
    counted: dict[int, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.claims:
            counted[reading.page.sentence_at(node.start).index].append(i)
    for (index, person, sentence), row in _with_numerals(nodes, counted, scores.best).items():
        sure = {label: p for label, p in zip(LABELS, row, strict=True) if p > FLOOR}
        if sure:
            read = [nodes[i] for i in counted[sentence]]
            said = _Statement(reading, nodes[index], index, scores.people[person], sentence, scores, read)
            yield from said.claims(sure)
    for carried in scores.carried:
        yield from _of_carried(reading, carried)
    yield from participations(reading, nodes, scores)


def _with_numerals(
    nodes: Sequence[Node], counted: Mapping[int, Sequence[int]], best: Mapping[RowKey, Row]
) -> Mapping[RowKey, Row]:
    """The rows, those of what rules have read as a count (`counted`, by sentence) as sure as those of its numeral.

    "Two-time" and "two-time Olympic champion" say the same; the annotation that the network learned is tied to one.
    """
    raised = dict(best)
    for (index, person, sentence), row in best.items():
        numeral = nodes[index]
        is_bare = numeral.role == "count" and not numeral.claims
        for i in counted.get(sentence, ()) if is_bare else ():
            if nodes[i].start <= numeral.start and numeral.end <= nodes[i].end:
                own = raised.get((i, person, sentence), row)
                raised[i, person, sentence] = [max(pair) for pair in zip(row, own, strict=True)]
    return raised


def _of_carried(reading: Reading, carried: Carried) -> Iterator[Claim]:
    """The discipline or the team that is named elsewhere."""
    if carried.node.role == "event" or max(carried.row) <= FLOOR:
        return
    shown = carried.anchor if carried.anchor.sentence >= 0 else reading.page.sentences[carried.sentence]
    row = dict(zip(LABELS, carried.row, strict=True))
    kind, fields, sure = "disciplines", _discipline(reading, carried.node.text), row["discipline"]
    if carried.node.role == "name":
        status = max(TEAMS, key=lambda label: row[label]).partition("_")[2]
        kind, fields = "teams", {"name": carried.node.text, "status": status}
        sure = either(row[label] for label in TEAMS)
    if sure > FLOOR:
        also = ((carried.node.start, carried.node.end),) if carried.node.start >= 0 else ()
        person = carried.anchor.person
        yield Claim(kind, person, fields, shown.start, shown.end, f"model.carried_{kind}", also, sure)


@dataclass(frozen=True, slots=True)
class _Statement:
    """What one node says of one person."""

    reading: Reading
    node: Node
    index: int
    person: Individual
    sentence: int
    scores: Scores
    counted: Sequence[Node]  # what rules have read as counts in the sentence

    @property
    def text(self) -> str:
        return self.reading.page.text[self.node.start : self.node.end]

    @property
    def _key(self) -> Key:
        return self.index, self.node.role, self.text

    def claims(self, sure: Mapping[str, float]) -> Iterator[Claim]:
        """The claims of all labels that are likely at all."""
        counts = {label: sure[label] for label in COUNTS if label in sure}
        if counts and not self._is_counted_by_rule():
            label = max(counts, key=lambda label: counts[label])
            for fields in self._counts(label.partition("_")[2]):
                yield self._claim("counts", fields, label, either(counts.values()))
        for label, probability in sure.items():
            for kind, fields in self._told(label):
                yield self._claim(kind, fields, label, probability)
        for group, kind in ((SPONSORS, "sponsors"), (TEAMS, "teams"), (RESIDENCES, "residences")):
            if likely := {label: sure[label] for label in group if label in sure}:
                status = max(likely, key=lambda label: likely[label]).partition("_")[2]
                yield self._claim(kind, self._place_or_body(kind, status), kind, either(likely.values()))

    def _claim(self, kind: str, fields: Fields, label: str, sure: float) -> Claim:
        start, end = self.node.start, self.node.end
        start += len(self.text) - len(self.text.lstrip(", ("))  # an age between commas
        return Claim(kind, self.person, fields, start, end, f"model.{label}", (), sure)

    def _told(self, label: str) -> Iterator[tuple[str, Fields]]:
        """The kind and the fields of the facts of a label; those that the words do not give are none."""
        if label in SIMPLE:
            kind, read = SIMPLE[label]
            if fields := read(self.reading, self.text):
                yield kind, fields
        elif label in RELATIONS:
            yield "relations", self._relation(label)
        elif label in MARKS:
            yield "marks", self._mark(label)

    def _relation(self, role: str) -> Fields:
        begin = max(self.reading.page.sentences[self.sentence].start, self.node.start - 30)
        is_former = FORMER.search(self.reading.page.text, begin, self.node.start)
        name = self.node.person.name if self.node.person else self.text
        return {"role": role, "name": name, "status": "former" if is_former else "current"}

    def _place_or_body(self, kind: str, status: str) -> Fields:
        sentence = self.reading.page.sentences[self.sentence]
        period = period_of(self.reading, sentence, self.node.start, self.node.end, None)
        told = "value" if kind == "residences" else "description" if self.node.role == "description" else "name"
        return {told: self.text, "status": status, **period}

    def _is_counted_by_rule(self) -> bool:
        """Whether a rule has read this numeral with its event; it does that exactly."""
        return not self.node.claims and any(
            node.start <= self.node.start and self.node.end <= node.end for node in self.counted
        )

    def _counts(self, what: str) -> Iterator[Fields]:
        if self.node.claims:
            yield from (dict(c.fields) for c in self.node.claims if c.fields["what"] == what and c.fields["event"])
            return
        is_event = self.node.role == "event"
        value = 1 if is_event and is_title(self.text) else amount_of(self.text)
        event = self.text if is_event else self.scores.hub_text(self._key, self.sentence, COUNTED_BY, LOOSE)
        if value is None or not 1 <= value < MOST_COUNTED or event is None:
            return
        name = self._counted_event(event)
        if what not in ("appearances", "titles") and name.endswith("Marathon") and "arathon" not in event:
            return  # a city with medals is no race
        told = quantity(self.text)
        yield {
            "event": name.lower() if name.lower() in ANY_DISTANCE else name,
            "what": "gold" if what == "titles" and gives_medals(name) else what,
            "value": value,
            "qualifier": told.qualifier if told else "exact",
        }

    def _counted_event(self, event: str) -> str:
        """The event by its canonical name; "Berlin in 1936" names Games."""
        page = self.reading.page
        sentence = page.sentences[self.sentence].text
        found = re.search(rf"\b{re.escape(event)}\b", sentence)
        return page.name_event(event, year_of_games(event, sentence, found.end()) if found else None).name

    def _mark(self, kind: str) -> Fields:
        figure = RoleSpan(self.node.start, self.node.end, "mark", self.text)
        sentence = self.reading.page.sentences[self.sentence]
        fields = fields_of_mark(self.reading, sentence, figure, (figure.start, figure.end))
        if linked := self.scores.hub_text(self._key, self.sentence, ("discipline",)):
            fields["discipline"] = discipline(linked) or linked.lower()
        return {"kind": kind, **fields}


def _age(reading: Reading, text: str) -> Fields | None:
    value, as_of = age_of(text), reading.page.published
    if value is None or not 5 <= value <= 110:
        return None
    return {"value": value, "as_of": as_of.isoformat() if as_of else None}


def _birth_date(_: Reading, text: str) -> Fields | None:
    day = parse_date(text)
    return {"value": day.iso} if day else None


def _nationality(_: Reading, text: str) -> Fields | None:
    land = country(text)
    return {"value": land.name, "code": land.code} if land else None


def _discipline(_: Reading, text: str) -> Fields:
    return {"value": discipline(text) or text.lower()}


def _birth_place(_: Reading, text: str) -> Fields:
    return {"value": text}


SIMPLE: dict[str, tuple[str, Callable[[Reading, str], Fields | None]]] = {
    "age": ("age", _age),
    "birth_date": ("birth_date", _birth_date),
    "birth_place": ("birth_place", _birth_place),
    "nationality": ("nationalities", _nationality),
    "discipline": ("disciplines", _discipline),
}
