"""Training examples: the questions of every window of an annotated article, with their right answers.

`labels[i, j]`: whether pair i has label j; `weights[i, j]` is 0 where nobody can say (a statement that the annotation
wrote down from another sentence) and where the label is no option for the role.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from align import Aligned, Tied, align, is_counted
from corpus import Annotated
from numpy.typing import NDArray

from bioextract.agreement import overlap
from bioextract.extractor import Extractor
from bioextract.tagger.labels import CARRIED, ELIGIBLE, LABELS, event_fits, label_of
from bioextract.tagger.model import Asked
from bioextract.tagger.questions import Link, Pair
from bioextract.tagger.sieve import Sieve
from bioextract.tagger.tagger import ask

Floats = NDArray[np.float32]
INDEX = {label: i for i, label in enumerate(LABELS)}
UNSURE_LINK = 0.3  # weight of "these two do not belong together" where neither belongs to any annotated fact


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its questions and answers."""

    asked: Asked
    labels: Floats
    weights: Floats
    linked: Floats
    link_weights: Floats


@dataclass(slots=True)
class Report:
    """How many facts of each type could be tied to nodes, and why the others could not."""

    facts: Counter[str]
    missed: Counter[tuple[str, str]]

    def lines(self) -> Iterator[str]:
        """One line a type."""
        for kind, n in sorted(self.facts.items()):
            reasons = {why: k for (of, why), k in self.missed.items() if of == kind}
            told = ", ".join(f"{why} {k} ({k / n:.1%})" for why, k in sorted(reasons.items()))
            yield f"{kind:14}{n:6}  not tied: {told or 'none'}"


def align_all(annotated: Iterable[Annotated], extractor: Extractor) -> tuple[list[Aligned], Report]:
    """Every article with its facts tied to spans, and the report of it."""
    report = Report(Counter(), Counter())
    found = []
    for one in annotated:
        aligned = align(extractor.read(one.article), one.gold)
        report.facts.update(fact["type"] for fact in one.gold["facts"])
        report.missed.update((told.fact["type"], told.reason) for told in aligned.missed)
        found.append(aligned)
    return found, report


def build_examples(aligned: Aligned, tokenizer: Any, sieve: Sieve) -> Iterator[Example]:
    """The examples of one article."""
    answers = Answers(aligned)
    kept = sieve.kept(aligned.reading, aligned.nodes, aligned.claims)
    for asked in ask(aligned.reading, aligned.nodes, aligned.claims, tokenizer, kept):
        rows = [answers.pair(pair) for pair in asked.pairs]
        links = [answers.link(link) for link in asked.links]
        yield Example(
            asked,
            np.stack([labels for labels, _ in rows]),
            np.stack([weights for _, weights in rows]),
            np.array([linked for linked, _ in links], np.float32),
            np.array([weight for _, weight in links], np.float32),
        )


class Answers:
    """What the annotation says to the questions about one article."""

    def __init__(self, aligned: Aligned) -> None:
        self._aligned, self._reading = aligned, aligned.reading
        self._right = _by_pair(aligned.labels)
        self._maybe = _by_pair(aligned.maybe)
        self._links = set(aligned.links)
        self._tied = {node for link in aligned.links for node in link}
        self._tied_in: dict[int, list[Tied]] = defaultdict(list)
        for tied in aligned.tied:
            self._tied_in[tied.sentence].append(tied)
        self._elsewhere = [told for told in aligned.missed if told.person is not None and told.where is not None]

    def pair(self, pair: Pair) -> tuple[Floats, Floats]:
        """Labels and weights of one pair."""
        labels, weights = np.zeros(len(LABELS), np.float32), np.zeros(len(LABELS), np.float32)
        if pair.node.node is None:
            self._carried(pair, labels, weights)
            return labels, weights
        weights[[INDEX[label] for label in ELIGIBLE[pair.node.role]]] = 1
        key = (pair.node.node, id(pair.anchor.person))
        for label in self._maybe.get(key, ()):
            weights[INDEX[label]] = 0
        for label in self._right.get(key, ()):
            labels[INDEX[label]] = weights[INDEX[label]] = 1
        return labels, weights

    def _carried(self, pair: Pair, labels: Floats, weights: Floats) -> None:
        """What a sentence says of an event or a discipline that is named elsewhere."""
        weights[[INDEX[label] for label in CARRIED[pair.node.role]]] = 1
        for fact in self._aligned.facts.get(id(pair.anchor.person), ()):
            if self._names(pair, fact):
                weights[INDEX[label_of(fact)]] = 0
        for told in self._elsewhere:
            assert told.where is not None
            first, last = told.where
            if told.person is pair.anchor.person and first <= pair.sentence <= last and self._names(pair, told.fact):
                labels[INDEX[label_of(told.fact)]] = weights[INDEX[label_of(told.fact)]] = 1

    def _names(self, pair: Pair, fact: dict[str, Any]) -> bool:
        if pair.node.role == "event":
            return fact["type"] == "participation" and event_fits(self._reading, "event", pair.node.text, fact)
        if pair.node.role == "name":
            return fact["type"] == "team" and overlap(pair.node.text, fact.get("name") or "")
        return fact["type"] == "discipline" and overlap(pair.node.text, fact["value"])

    def link(self, link: Link) -> tuple[float, float]:
        """Whether two nodes belong together, and how much that counts."""
        hub, spoke = link.hub.node, link.spoke.node
        if hub is not None and spoke is not None:
            right = (hub, spoke) in self._links
        else:
            right = any(self._belongs(link, tied) for tied in self._tied_in[link.sentence])
        if not right and hub is not None and any(self._may_belong(link, tied) for tied in self._tied_in[link.sentence]):
            return 0.0, 0.0
        known = right or hub in self._tied or spoke in self._tied
        return float(right), 1.0 if known else UNSURE_LINK

    def _may_belong(self, link: Link, tied: Tied) -> bool:
        """Whether the hub is another span of the event of a fact of which the other node is part."""
        if tied.fact["type"] != "participation" or link.spoke.node not in (*tied.spokes, *tied.hubs):
            return False
        return event_fits(self._reading, link.hub.role, link.hub.text, tied.fact)

    def _belongs(self, link: Link, tied: Tied) -> bool:
        """Whether hub and spoke, one of them named elsewhere, are those of a fact told in this sentence."""
        fact, hub, spoke = tied.fact, link.hub, link.spoke
        if hub.node is not None:
            is_hub = hub.node in tied.hubs
        elif fact["type"] == "count":
            is_hub = is_counted(self._reading, hub.role, hub.text, fact)
        else:
            is_hub = hub.role == "event" and event_fits(self._reading, "event", hub.text, fact)
        if not is_hub:
            return False
        if spoke.node is None and spoke.role == "discipline":
            return overlap(spoke.text, fact.get("discipline") or "")
        if spoke.node is None:
            told = fact.get("date_text") or ""
            return bool(told) and (spoke.text in told or told in spoke.text)
        return spoke.node in tied.spokes or spoke.node in tied.hubs


def _by_pair(labels: Iterable[tuple[int, Any, str]]) -> dict[tuple[int, int], set[str]]:
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for node, person, label in labels:
        found[node, id(person)].add(label)
    return found
