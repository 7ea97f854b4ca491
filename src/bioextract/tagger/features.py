"""Features: what the words alone do not show of a pair or a link: distances, who stands between, whom rules mean."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bioextract.facts.claim import Reading
from bioextract.facts.frames import BREAK
from bioextract.people.attribution import adjacent, described, is_object, possessor, subject
from bioextract.people.person import Individual
from bioextract.spans.disciplines import kind_of
from bioextract.tagger.labels import is_title
from bioextract.tagger.nodes import NodeRole
from bioextract.tagger.window import Anchor, Placed

PAIR_FEATURES, LINK_FEATURES = 38, 17
KINDS_OF_MENTION = ("name", "pronoun", "description", "main")
KINDS_OF_DISCIPLINE = ("person", "position", "sport", "event")
NOTHING_TOLD, NOT_NEAR, NAMED_HERE = (0.0,) * 4, (0.0,) * 5, (0.0,) * 5
NO_DISTANCES, NOT_TOLD_BEFORE = (0.0,) * 8, (0.0,) * 7
Floats = tuple[float, ...]
FAR = 200  # characters: no clause is looked for in a wider gap


class Features:
    """The features of the pairs of one article. What depends on one side alone is found once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times = Counter(id(m.person) for s in reading.page.sentences for m in reading.mentions.of(s))
        self._of_anchors: dict[int, tuple[Anchor, Floats, Floats]] = {}
        self._of_page = (float(reading.page.is_athletics), float(len(reading.mentions.people) < 3))

    def of_pairs(
        self,
        node: Placed,
        anchors: Sequence[Anchor],
        here: Here,
        *,
        back: Sequence[float] = NAMED_HERE,
        context: Context | None = None,
    ) -> Iterator[list[float]]:
        """Of a node and some mentions; `here` are those of the node's sentence, `back` tells of a carried node."""
        about_node = (*back, *here.features, *_of_node(node.role, node.text))
        is_here, sentence = not back[0], node.sentence
        for anchor in anchors:
            kind, told = self._of_anchor(anchor)
            same = is_here and anchor.sentence == sentence
            yield [
                *(_nearness(anchor, node, here) if same else NOT_NEAR),
                *kind,
                min(sentence - anchor.sentence, 5) / 5 if is_here and -1 < anchor.sentence < sentence else 0.0,
                *(context.told_of(anchor.person) if context else NOTHING_TOLD),
                *told,
                *about_node,
                1.0 if anchor.person.first >= node.end >= 0 else 0.0,
                1.0 if same and anchor.start <= node.start and node.end <= anchor.end else 0.0,
                *self._of_page,
            ]

    def _of_anchor(self, anchor: Anchor) -> tuple[Floats, Floats]:
        """What kind of mention it is; and whether it is the object of its clause and possessive, and of whom."""
        if id(anchor) not in self._of_anchors:  # kept with what is known of it, so that its number is not given again
            kinds = (
                *(anchor.kind == known for known in KINDS_OF_MENTION),
                anchor.person is self._reading.mentions.main,
            )
            told = (*self._of_mention(anchor), *self._of_person(anchor.person))
            self._of_anchors[id(anchor)] = anchor, tuple(map(float, kinds)), tuple(map(float, told))
        return self._of_anchors[id(anchor)][1:]

    def _of_person(self, person: Individual) -> tuple[float, ...]:
        times = math.log1p(self._times[id(person)]) / 3
        return (times, person.is_staff, person.is_relative, person.gender == "m", person.gender == "f")

    def _of_mention(self, anchor: Anchor) -> tuple[bool, bool]:
        if anchor.sentence < 0:
            return False, False
        mentions = self._reading.mentions.of(self._reading.page.sentences[anchor.sentence])
        mention = next((m for m in mentions if m.start == anchor.start), None)
        return (is_object(mention, self._reading.page.text), mention.possessive) if mention else (False, False)


@lru_cache(4096)
def _of_node(role: str, text: str) -> Floats:
    kind = kind_of(text) if role == "discipline" else None
    return (float(role == "event" and is_title(text)), *(float(kind == known) for known in KINDS_OF_DISCIPLINE))


def _nearness(anchor: Anchor, node: Placed, here: Here) -> Floats:
    """Of a mention and a node in one sentence: that they are, which is first, how far apart, how many between."""
    before = float(anchor.end <= node.start)
    return (1.0, before, 1.0 - before, math.log1p(distance(anchor, node)) / 5, min(here.between(anchor, node), 4) / 4)


class Here:
    """The mentions of one sentence of a window."""

    def __init__(self, anchors: Sequence[Anchor] = ()) -> None:
        self.anchors = anchors
        self.features = (min(len({id(a.person) for a in anchors}), 8) / 8, float(not anchors))

    def between(self, anchor: Anchor, node: Placed) -> int:
        """How many mentions of others stand between a mention and a node."""
        lo, hi = min(anchor.end, node.end), max(anchor.start, node.start)
        return len([a for a in self.anchors if lo <= a.start and a.end <= hi and a.person is not anchor.person])


class Context:
    """What the rules of attribution say of one node."""

    def __init__(self, reading: Reading, node: Placed) -> None:
        mentions = reading.mentions.of(reading.page.sentences[node.sentence])
        span, text = (node.start, node.end), reading.page.text
        if mentions:
            doers = subject(mentions, *span, text)
            owners = possessor(mentions, *span) or doers
            told = (doers, adjacent(mentions, *span, text), owners, described(mentions, *span, text))
        self._told = [[id(person) for person in people] for people in told] if mentions else None

    def told_of(self, person: Individual) -> Sequence[float]:
        """Whether each strategy means a person."""
        known = id(person)
        return [1.0 if known in meant else 0.0 for meant in self._told] if self._told else NOTHING_TOLD


def distance(anchor: Anchor, node: Placed) -> int:
    """Characters between a mention and a node."""
    return max(anchor.start - node.end, node.start - anchor.end, 0)


class Surroundings:
    """What the links of a sentence have in common, given the nodes of the sentence."""

    def __init__(self, nodes: Sequence[Placed], text: str) -> None:
        self._text = text
        self._nodes = sorted(nodes, key=lambda node: node.start)
        self._starts = [node.start for node in self._nodes]
        self._times: Counter[str] = Counter(node.role for node in nodes)
        events = self._times["event"]
        self._told = (min(events, 3) / 3, float(self._times["place"] > 0))
        self._gaps: dict[tuple[int, int], tuple[list[NodeRole], bool]] = {}

    def of_link_within(self, hub: Placed, spoke: Placed) -> list[float]:
        """Of two nodes of the sentence."""
        lo, hi = sorted((hub, spoke), key=lambda n: n.start)
        gap = max(hi.start - lo.end, 0)
        between, is_break = self._gap(lo.end, hi.start)
        return [
            math.log1p(gap) / 5,
            float(spoke.start >= hub.end),
            min(between.count(hub.role), 3) / 3,
            min(between.count(spoke.role), 3) / 3,
            min(between.count("person"), 3) / 3,
            float(is_break),
            min(self._times[hub.role], 4) / 4,
            min(self._times[spoke.role], 4) / 4,
            is_title(hub.text),
            is_title(spoke.text),
            *NOT_TOLD_BEFORE,
        ]

    def _gap(self, start: int, end: int) -> tuple[list[NodeRole], bool]:
        """The roles of the nodes between, and whether another clause begins there; each gap is looked at once."""
        if (start, end) not in self._gaps:
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            roles = [node.role for node in self._nodes[first:last] if node.end <= end]
            is_break = end - start < FAR and BREAK.search(self._text, start, end) is not None
            self._gaps[start, end] = roles, is_break
        return self._gaps[start, end]

    def of_link(self, hub: Placed, spoke: Placed, back: Sequence[float]) -> list[float]:
        """Of a node of the sentence and one named elsewhere; `back` tells how far back that stands."""
        return [*NO_DISTANCES, is_title(hub.text), is_title(spoke.text), *back, *self._told]
