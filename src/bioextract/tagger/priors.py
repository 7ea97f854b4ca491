"""Priors: what the rules say, in the places where the model is asked."""

from __future__ import annotations

from collections.abc import Sequence

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.confidence import confidence_of
from bioextract.tagger.circumstances import log_odds
from bioextract.tagger.labels import LABELS, fact_of, fits, label_of, rank_fits
from bioextract.tagger.nodes import Node

ALWAYS = 3.0  # makes what the rules say a positive number; the network starts from labels of log-odds -3
RESULT = LABELS.index("result")

Row = dict[int, float]  # label -> log-odds of the surest rule, plus ALWAYS


class Priors:
    """The rows of an article: of a node and a person, or of an event named elsewhere, a person and a sentence."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], claims: Sequence[Claim]) -> None:
        self._reading, self._nodes = reading, nodes
        self._of_nodes: dict[tuple[int, int], Row] = {}
        self._of_events: dict[tuple[str, int, int], Row] = {}
        self._by_sentence: dict[int, list[int]] = {}
        for i, node in enumerate(nodes):
            self._by_sentence.setdefault(reading.page.sentence_at(node.start).index, []).append(i)
        for claim in claims:
            self._take(claim)

    def of_node(self, node: int, person: object) -> Row:
        """What the rules say of a node and a person."""
        return self._of_nodes.get((node, id(person)), {})

    def of_event(self, name: str, person: object, sentence: int) -> Row:
        """What the rules say in a sentence of a person and an event that is named elsewhere."""
        return self._of_events.get((name, id(person), sentence), {})

    def _take(self, claim: Claim) -> None:
        fact, index = fact_of(claim), self._reading.page.sentence_at(claim.start).index
        label, odds = LABELS.index(label_of(fact)), log_odds(confidence_of(claim.rule)) + ALWAYS
        here = self._by_sentence.get(index, [])
        fitting = [i for i in here if fits(self._reading, self._nodes[i], fact, claim.person)]
        within = [i for i in fitting if self._is_within(i, claim)]
        for i in within or fitting:
            _raise(self._of_nodes.setdefault((i, id(claim.person)), {}), label, odds)
        if claim.kind != "events":
            return
        if not fitting:
            _raise(self._of_events.setdefault((fact["event"], id(claim.person), index), {}), label, odds)
        for i in here:
            node = self._nodes[i]
            shown = self._reading.page.text[node.start : node.end]
            if self._is_within(i, claim) and node.role in ("rank", "event") and rank_fits(shown, fact):
                _raise(self._of_nodes.setdefault((i, id(claim.person)), {}), RESULT, odds)

    def _is_within(self, node: int, claim: Claim) -> bool:
        return claim.start <= self._nodes[node].start and self._nodes[node].end <= claim.end


def _raise(row: Row, label: int, odds: float) -> None:
    row[label] = max(row.get(label, 0.0), odds)
