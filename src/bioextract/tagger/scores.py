"""The answers of all windows of an article, brought together by node, person and sentence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bioextract.people.person import Individual
from bioextract.tagger.model import Answered
from bioextract.tagger.window import Anchor, Placed

LINKED = 0.4
UNLIKELY = 0.02  # a pair without a likelier label tells nothing: most are left out here
UNLINKED = 0.12  # so are links

Key = tuple[int | None, str, str]  # node, role, text
Row = list[float]  # probabilities by label
RowKey = tuple[int, int, int]  # node, id of the person, sentence


@dataclass(frozen=True, slots=True)
class Carried:
    """What a sentence says of a person and of something named elsewhere: the row of probabilities."""

    node: Placed
    anchor: Anchor
    sentence: int
    row: Row


class Scores:
    """Best rows by (node, person, sentence), carried rows, and links by spoke."""

    def __init__(self, answers: Sequence[Answered]) -> None:
        self.people: dict[int, Individual] = {}
        self.carried: list[Carried] = []
        self._links: dict[tuple[Key, int], list[tuple[float, Placed]]] = defaultdict(list)
        self._spokes: dict[tuple[Key, int], list[tuple[float, Placed]]] = defaultdict(list)
        rows: dict[RowKey, list[Any]] = {}
        likely = {key for answered in answers for key in self._take(answered, rows)}
        self.best: dict[RowKey, Row] = {
            key: np.maximum.reduce(told).tolist() for key, told in rows.items() if key in likely
        }

    def _take(self, answered: Answered, rows: dict[RowKey, list[Any]]) -> Iterator[RowKey]:
        """Add the rows of one window; gives the keys of the likely ones."""
        asked, likely = answered.asked, (answered.pairs.max(axis=1) > UNLIKELY).tolist()
        for pair, row, is_likely in zip(asked.pairs, answered.pairs, likely, strict=True):
            person, node = pair.anchor.person, pair.node.node
            self.people[id(person)] = person
            if node is not None:
                key = (node, id(person), pair.sentence)
                rows.setdefault(key, []).append(row)
                if is_likely:
                    yield key
            elif is_likely:
                self.carried.append(Carried(pair.node, pair.anchor, pair.sentence, row.tolist()))
        for link, sure in zip(asked.links, answered.links.tolist(), strict=True):
            if sure <= UNLINKED:
                continue
            self._links[key_of(link.spoke), link.sentence].append((sure, link.hub))
            self._spokes[key_of(link.hub), link.sentence].append((sure, link.spoke))

    def hub_text(self, spoke: Key, sentence: int, roles: tuple[str, ...], enough: float = LINKED) -> str | None:
        """The words of the hub that a node belongs to most surely, if that is sure enough."""
        found = [(sure, hub.text) for sure, hub in self._links.get((spoke, sentence), ()) if hub.role in roles]
        sure, text = max(found, default=(0.0, None))
        return text if sure > enough else None

    def spokes(self, hub: Placed, sentence: int, role: str) -> Iterator[tuple[float, Placed]]:
        """What belongs to a node, in the order of the text."""
        return ((sure, spoke) for sure, spoke in self._spokes.get((key_of(hub), sentence), ()) if spoke.role == role)

    def link(self, hub: Placed, spoke: Placed, sentence: int) -> float:
        """How surely two nodes belong together."""
        pairs = self._spokes.get((key_of(hub), sentence), ())
        return max((sure for sure, other in pairs if key_of(other) == key_of(spoke)), default=0.0)


def either(probabilities: Iterable[float]) -> float:
    """The probability that one of several readings of the same words is right (they are asked about one by one).

    >>> either([0.5, 0.5])
    0.75
    """
    return 1 - math.prod([1 - p for p in probabilities])


def key_of(placed: Placed) -> Key:
    """What makes two placed nodes the same: the node, or for a carried one its words."""
    return placed.node, placed.role, placed.text
