"""Questions: which (node, person) pairs and which (node, node) links of a window the model is asked about.

Each comes with features that the words alone do not show: distances, who else stands between, how often a person is
named, what the rules say.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.confidence import confidence_of
from bioextract.facts.frames import BREAK
from bioextract.people.attribution import adjacent, described, is_object, owner, subject
from bioextract.spans.disciplines import kind_of
from bioextract.tagger.calibration import log_odds
from bioextract.tagger.labels import LABELS, fact_of, fits, is_title, label_of, rank_fits
from bioextract.tagger.nodes import ROLES, Node
from bioextract.tagger.window import Anchor, Placed, Window
from bioextract.values.events import canonical_event

MOST_PEOPLE = 8
MOST_BEFORE = 2
MOST_SEEN = 8
MOST_LISTED = 14
HUBS: dict[str, tuple[str, ...]] = {
    "event": ("rank", "date", "place", "discipline", "mark", "count", "event"),
    "place": ("rank", "date", "discipline", "mark", "count"),
    "name": ("rank", "date", "place", "count"),
    "rank": ("discipline", "mark", "date"),
    "discipline": ("mark", "count"),
}
NAMED = ("name", "main", "carried")
ALWAYS = 3.0  # makes what the rules say a positive number; the network starts from labels of log-odds -3
MOST_TIMES = 3  # dates spoken of before
MAIN = -1  # the "sentence" of the prefix
DATED = frozenset({"event", "rank", "place"})  # what a date spoken of before can belong to
PAIR_FEATURES = 38
LINK_FEATURES = 17
KINDS_OF_DISCIPLINE = ("person", "position", "sport", "event")

Prior = Mapping[tuple[int, int], Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """What does this node say of this person? `sentence`: where, for a carried node.

    `anchor` is the mention nearest to the node, `named` the last one by name up to there, if the window has any.
    """

    node: Placed
    anchor: Anchor
    named: Anchor | None
    sentence: int
    features: list[float]
    prior: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Link:
    """Do these two nodes belong to one fact?"""

    hub: Placed
    spoke: Placed
    sentence: int
    features: list[float]


class Questions:
    """Asks about the windows of one article."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], claims: Sequence[Claim]) -> None:
        self._reading, self._nodes = reading, nodes
        self._priors, self._carried = _priors(reading, nodes, claims)
        self._names: dict[str, str] = {}
        self._roles: dict[Anchor, tuple[bool, bool]] = {}
        self._times = Counter(id(m.person) for s in reading.page.sentences for m in reading.mentions.of(s))

    def pairs(self, window: Window) -> Iterator[Pair]:
        """The pairs of the nodes of a window with the people near them, then of its carried nodes."""
        here: dict[int, list[Anchor]] = {}
        for anchor in window.anchors:
            here.setdefault(anchor.sentence, []).append(anchor)
        for node in window.nodes:
            yield from self._pairs_of(node, window.anchors, here.get(node.sentence, []))
        for sentence in dict.fromkeys(window.targets):
            for place, node in enumerate(self._spoken_of(window, sentence)):
                back = self._back(node, sentence, place)
                for anchor in _first_of_each(here.get(sentence) or here.get(MAIN, []))[:MOST_LISTED]:
                    prior = self._carried.get((self._event(node), id(anchor.person), sentence), {})
                    features = self._features(node, anchor, here.get(sentence, []), back=back)
                    yield Pair(node, anchor, _named(anchor, window.anchors), sentence, features, prior)

    def links(self, window: Window) -> Iterator[Link]:
        """The links between nodes of one sentence, and from its nodes to what the prefix carries."""
        by_sentence: dict[int, list[Placed]] = {}
        for node in window.nodes:
            by_sentence.setdefault(node.sentence, []).append(node)
        text = self._reading.page.text
        for sentence, nodes in by_sentence.items():
            for hub in nodes:
                for spoke in nodes:
                    if spoke.role in HUBS.get(hub.role, ()) and (spoke.end <= hub.start or hub.end <= spoke.start):
                        yield Link(hub, spoke, sentence, _link_features(hub, spoke, nodes, text))
            spoken = [n for n in self._spoken_of(window, sentence) if n.role in ("event", "discipline")]
            for place, hub in enumerate(spoken):
                back = self._back(hub, sentence, place)
                for spoke in nodes:
                    if spoke.role in HUBS[hub.role]:
                        yield Link(hub, spoke, sentence, _carried_features(hub, spoke, nodes, back))
            hubs = [n for n in (*nodes, *spoken) if n.role in DATED]
            for place, spoke in enumerate(self._told_before(window, sentence)):
                back = self._back(spoke, sentence, place)
                for hub in hubs:
                    yield Link(hub, spoke, sentence, _carried_features(hub, spoke, nodes, back))

    def _back(self, node: Placed, sentence: int, place: int) -> list[float]:
        """How far back a carried node stands: from the title, in the same paragraph, sentences, order of the choice."""
        sentences = self._reading.page.sentences
        same = node.sentence >= 0 and sentences[node.sentence].block == sentences[sentence].block
        distance = min(sentence - node.sentence, 6) / 6 if node.sentence >= 0 else 1.0
        return [1.0, node.start < 0, same, distance, place / 6]

    def _spoken_of(self, window: Window, sentence: int) -> list[Placed]:
        """What may be meant in a sentence without being named there: the events named last before it in the window,
        that of the heading, then what the prefix carries.
        """
        found: dict[str, Placed] = {}
        for node in islice(self._last_before(window, sentence, "event"), MOST_SEEN):
            if len(found) < MOST_BEFORE:
                found.setdefault(self._event(node), node)
        headed = {self._event(n): n for n in window.headings.get(sentence, []) if n.role == "event"}
        found = headed | found
        events = [c for c in window.carried if c.role == "event" and self._event(c) not in found]
        teams = [c for c in window.carried if c.role == "name"]
        return [*found.values(), *events, *self._disciplines_before(window, sentence), *teams]

    def _told_before(self, window: Window, sentence: int) -> list[Placed]:
        """The dates and disciplines that a result may have from before: of the heading, then those told last."""
        headed = [n for n in window.headings.get(sentence, []) if n.role == "date"]
        dates = islice(self._last_before(window, sentence, "date"), MOST_TIMES)
        return [*headed, *dates, *self._disciplines_before(window, sentence)]

    def _disciplines_before(self, window: Window, sentence: int) -> list[Placed]:
        """The disciplines told last before a sentence, then those that the prefix carries."""
        found: dict[str, Placed] = {}
        for node in islice(self._last_before(window, sentence, "discipline"), MOST_SEEN):
            if len(found) < MOST_BEFORE:
                found.setdefault(node.text.lower(), node)
        carried = [c for c in window.carried if c.role == "discipline" and c.text.lower() not in found]
        return [*found.values(), *carried]

    def _last_before(self, window: Window, sentence: int, role: str) -> Iterator[Placed]:
        """The nodes of a role in the sentences before, the last first, as named elsewhere."""
        for node in chain(reversed(window.nodes), reversed(window.context)):
            if node.role == role and node.sentence < sentence:
                yield replace(node, node=None)

    def _event(self, node: Placed) -> str:
        if node.role != "event":
            return node.text
        if node.text not in self._names:
            name = canonical_event(node.text, athletics=self._reading.page.is_athletics).name
            self._names[node.text] = name
        return self._names[node.text]

    def _pairs_of(self, node: Placed, anchors: Sequence[Anchor], here: Sequence[Anchor]) -> Iterator[Pair]:
        assert node.node is not None
        own = self._nodes[node.node].person
        chosen: dict[int, Anchor] = {}
        for anchor in sorted(here, key=lambda a: _distance(a, node)):
            chosen.setdefault(id(anchor.person), anchor)
        for anchor in [*(a for a in anchors if a.kind == "main"), *reversed(anchors)]:
            if anchor.sentence < node.sentence:
                chosen.setdefault(id(anchor.person), anchor)
        context = _Context(self._reading, node)
        for anchor in [a for a in chosen.values() if a.person is not own][:MOST_PEOPLE]:
            prior = self._priors.get((node.node, id(anchor.person)), {})
            features = self._features(node, anchor, here, context=context)
            yield Pair(node, anchor, _named(anchor, anchors), node.sentence, features, prior)

    def _features(
        self,
        node: Placed,
        anchor: Anchor,
        here: Sequence[Anchor],
        *,
        back: Sequence[float] = (0.0,) * 5,
        context: _Context | None = None,
    ) -> list[float]:
        person, main = anchor.person, self._reading.mentions.main
        same = anchor.sentence == node.sentence and not back[0]
        before = anchor.end <= node.start
        gap = _distance(anchor, node) if same else 200
        between = [
            a
            for a in here
            if same
            and a.person is not person
            and min(anchor.end, node.end) <= a.start
            and a.end <= max(anchor.start, node.start)
        ]
        told = context.told if context else {}
        return [
            same,
            same and before,
            same and not before,
            math.log1p(gap) / 5 if same else 0.0,
            min(len(between), 4) / 4,
            anchor.kind == "name",
            anchor.kind == "pronoun",
            anchor.kind == "description",
            anchor.kind == "main",
            person is main,
            min(max(node.sentence - anchor.sentence, 0), 5) / 5 if not back[0] and anchor.sentence >= 0 else 0.0,
            *(id(person) in told.get(name, ()) for name in ("subject", "adjacent", "owner", "described")),
            *self._is_object(anchor),
            math.log1p(self._times[id(person)]) / 3,
            person.is_staff,
            person.is_relative,
            person.gender == "m",
            person.gender == "f",
            *back,
            min(len({id(a.person) for a in here}), 8) / 8,
            not here,
            node.role == "event" and is_title(node.text),
            *(node.role == "discipline" and kind_of(node.text) == kind for kind in KINDS_OF_DISCIPLINE),
            person.first >= node.end >= 0,
            same and anchor.start <= node.start and node.end <= anchor.end,
            self._reading.page.is_athletics,
            len(self._reading.mentions.people) < 3,
        ]

    def _is_object(self, anchor: Anchor) -> tuple[bool, bool]:
        """Whether a mention is the object of its clause, and whether it is possessive."""
        if anchor not in self._roles:
            mentions = self._reading.mentions.of(self._reading.page.sentences[anchor.sentence])
            mention = next((m for m in mentions if m.start == anchor.start), None) if anchor.sentence >= 0 else None
            told = mention is not None and is_object(mention, self._reading.page.text)
            self._roles[anchor] = told, mention is not None and mention.possessive
        return self._roles[anchor]


class _Context:
    """What the rules of attribution say of one node."""

    def __init__(self, reading: Reading, node: Placed) -> None:
        mentions = reading.mentions.of(reading.page.sentences[node.sentence])
        args = (mentions, node.start, node.end, reading.page.text)
        strategies = {"subject": subject, "adjacent": adjacent, "owner": owner, "described": described}
        self.told = {name: {id(p) for p in who(*args)} for name, who in strategies.items()} if mentions else {}


def _priors(
    reading: Reading, nodes: Sequence[Node], claims: Sequence[Claim]
) -> tuple[dict[tuple[int, int], dict[int, float]], dict[tuple[str, int, int], dict[int, float]]]:
    """How sure the rules are: by node and person, and for events named elsewhere by name, person and sentence."""
    priors: dict[tuple[int, int], dict[int, float]] = {}
    carried: dict[tuple[str, int, int], dict[int, float]] = {}
    by_sentence: dict[int, list[int]] = {}
    for i, node in enumerate(nodes):
        by_sentence.setdefault(reading.page.sentence_at(node.start).index, []).append(i)
    for claim in claims:
        fact, index = fact_of(claim), reading.page.sentence_at(claim.start).index
        label, sure = LABELS.index(label_of(fact)), confidence_of(claim.rule)
        here = by_sentence.get(index, [])
        fitting = [i for i in here if fits(reading, nodes[i], fact, claim.person)]
        within = [i for i in fitting if claim.start <= nodes[i].start and nodes[i].end <= claim.end]
        for i in within or fitting:
            _raise(priors.setdefault((i, id(claim.person)), {}), label, sure)
        if claim.kind == "events":
            if not fitting:
                _raise(carried.setdefault((fact["event"], id(claim.person), index), {}), label, sure)
            for i in here:
                node = nodes[i]
                inside = claim.start <= node.start and node.end <= claim.end
                shown = reading.page.text[node.start : node.end]
                if inside and node.role in ("rank", "event") and rank_fits(shown, fact):
                    _raise(priors.setdefault((i, id(claim.person)), {}), LABELS.index("result"), sure)
    return priors, carried


def _raise(row: dict[int, float], label: int, sure: float) -> None:
    row[label] = max(row.get(label, 0.0), log_odds(sure) + ALWAYS)


def _distance(anchor: Anchor, node: Placed) -> int:
    return max(anchor.start - node.end, node.start - anchor.end, 0)


def _named(anchor: Anchor, anchors: Sequence[Anchor]) -> Anchor | None:
    """The last mention of the same person by name, up to an anchor."""
    if anchor.kind in NAMED:
        return anchor
    named = [a for a in anchors if a.person is anchor.person and a.kind in NAMED and a.first <= anchor.first]
    return named[-1] if named else None


def _first_of_each(anchors: Sequence[Anchor]) -> list[Anchor]:
    found: dict[int, Anchor] = {}
    for anchor in anchors:
        found.setdefault(id(anchor.person), anchor)
    return list(found.values())


def _link_features(hub: Placed, spoke: Placed, nodes: Sequence[Placed], text: str) -> list[float]:
    lo, hi = sorted((hub, spoke), key=lambda n: n.start)
    gap = max(hi.start - lo.end, 0)
    between = [n for n in nodes if lo.end <= n.start and n.end <= hi.start]
    return [
        math.log1p(gap) / 5,
        spoke.start >= hub.end,
        min(sum(n.role == hub.role for n in between), 3) / 3,
        min(sum(n.role == spoke.role for n in between), 3) / 3,
        min(sum(n.role == "person" for n in between), 3) / 3,
        gap < 200 and BREAK.search(text, lo.end, hi.start) is not None,
        min(sum(n.role == hub.role for n in nodes), 4) / 4,
        min(sum(n.role == spoke.role for n in nodes), 4) / 4,
        is_title(hub.text),
        is_title(spoke.text),
        *(0.0 for _ in range(7)),
    ]


def _carried_features(hub: Placed, spoke: Placed, nodes: Sequence[Placed], back: Sequence[float]) -> list[float]:
    own = [n for n in nodes if n.role == "event"]
    return [
        *(0.0 for _ in range(8)),
        is_title(hub.text),
        is_title(spoke.text),
        *back,
        min(len(own), 3) / 3,
        any(n.role == "place" for n in nodes),
    ]


def role_index(node: Placed) -> int:
    """The number of a node's role, for the model."""
    return ROLES.index(node.role)
