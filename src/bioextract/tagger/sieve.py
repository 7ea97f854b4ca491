"""The sieve: in which sentences something can be said at all. Others are read as context at most.

Every sign of a sentence (a word in lower case, a figure, a mark of punctuation, the roles of its candidates, its
mentions, its length and place) has a weight; their sum is compared with a threshold. `models/sift.py` fits both. A
sentence in which a rule sees a fact is always kept.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bioextract.facts.claim import Claim, Reading
from bioextract.page import Sentence
from bioextract.tagger.nodes import Node

SIGN = re.compile(r"\b[a-z]+\b|\d+|[^\w\s]")
MOST = 3  # of one role, and sentences of the opening
LONGEST = 8  # fives of words


@dataclass(frozen=True, slots=True)
class Sieve:
    """Keeps the sentences whose signs weigh enough; without weights it keeps all."""

    weights: Mapping[str, float] = field(default_factory=dict)
    threshold: float = 0.0

    def keeps(self, signs: Iterator[str]) -> bool:
        """Whether a sentence with these signs, each told once, is kept."""
        # An exact sum: that of floats depends on the order, and the words of a set have none.
        return not self.weights or math.fsum(self.weights.get(sign, 0.0) for sign in signs) >= self.threshold

    def kept(self, reading: Reading, nodes: Sequence[Node], claims: Sequence[Claim]) -> set[int]:
        """The numbers of the sentences that are kept; with one, the sentence before it if it names an event."""
        page = reading.page
        told = {page.sentence_at(claim.start).index for claim in claims}
        roles = roles_by_sentence(reading, nodes)
        kept = {s.index for s in page.sentences if s.index in told or self.keeps(signs_of(reading, s, roles[s.index]))}
        return kept | {index - 1 for index in kept if index and "event" in roles[index - 1]}


def signs_of(reading: Reading, sentence: Sentence, roles: Mapping[str, int]) -> Iterator[str]:
    """The signs of a sentence; `roles`: how many candidates of each role it has."""
    yield "always"
    yield f"place {min(sentence.index, MOST)}"
    yield f"length {min(sentence.text.count(' ') // 5, LONGEST)}"
    for role, n in roles.items():
        yield f"role {role}"
        yield f"role {role} {min(n, MOST)}"
    for kind in {mention.kind for mention in reading.mentions.of(sentence)}:
        yield f"mention {kind}"
    yield from set(SIGN.findall(sentence.text))


def roles_by_sentence(reading: Reading, nodes: Sequence[Node]) -> list[Counter[str]]:
    """For every sentence how many candidates of each role it has."""
    found: list[Counter[str]] = [Counter() for _ in reading.page.sentences]
    for node in nodes:
        found[reading.page.sentence_at(node.start).index][node.role] += 1
    return found


def load_sieve(path: Path) -> Sieve:
    """Read `sieve.json`; where there is none, every sentence is kept."""
    if not path.exists():
        return Sieve()
    told = json.loads(path.read_text(encoding="utf-8"))
    return Sieve(told["weights"], told["threshold"])
