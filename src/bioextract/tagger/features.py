"""Features: what the words alone do not show of a pair or a link: distances, who stands between, whom rules mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from bioextract.facts.claim import Reading
from bioextract.facts.frames import BREAK
from bioextract.people.attribution import adjacent, described, is_object, owner, subject
from bioextract.spans.disciplines import kind_of
from bioextract.tagger.labels import is_title
from bioextract.tagger.window import Anchor, Placed

PAIR_FEATURES, LINK_FEATURES = 38, 17
KINDS_OF_DISCIPLINE = ("person", "position", "sport", "event")


class Features:
    """The features of the pairs of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times = Counter(id(m.person) for s in reading.page.sentences for m in reading.mentions.of(s))
        self._roles: dict[Anchor, tuple[bool, bool]] = {}

    def of_pair(
        self,
        node: Placed,
        anchor: Anchor,
        here: Sequence[Anchor],
        *,
        back: Sequence[float] = (0.0,) * 5,
        context: Context | None = None,
    ) -> list[float]:
        """Of a node and a mention; `here` are the mentions of the node's sentence, `back` tells of a carried node."""
        person, main = anchor.person, self._reading.mentions.main
        same = anchor.sentence == node.sentence and not back[0]
        before = anchor.end <= node.start
        gap = distance(anchor, node) if same else 200
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


class Context:
    """What the rules of attribution say of one node."""

    def __init__(self, reading: Reading, node: Placed) -> None:
        mentions = reading.mentions.of(reading.page.sentences[node.sentence])
        args = (mentions, node.start, node.end, reading.page.text)
        strategies = {"subject": subject, "adjacent": adjacent, "owner": owner, "described": described}
        self.told = {name: {id(p) for p in who(*args)} for name, who in strategies.items()} if mentions else {}


def distance(anchor: Anchor, node: Placed) -> int:
    """Characters between a mention and a node."""
    return max(anchor.start - node.end, node.start - anchor.end, 0)


def of_link(hub: Placed, spoke: Placed, nodes: Sequence[Placed], text: str) -> list[float]:
    """Of two nodes of one sentence with these nodes."""
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


def of_carried_link(hub: Placed, spoke: Placed, nodes: Sequence[Placed], back: Sequence[float]) -> list[float]:
    """Of a node of a sentence with these nodes, and one named elsewhere."""
    own = [n for n in nodes if n.role == "event"]
    return [
        *(0.0 for _ in range(8)),
        is_title(hub.text),
        is_title(spoke.text),
        *back,
        min(len(own), 3) / 3,
        any(n.role == "place" for n in nodes),
    ]
