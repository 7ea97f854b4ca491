"""The tagger: the rules' claims and the page in, the model's claims out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from bioextract.facts.career_list import listed_in
from bioextract.facts.claim import Claim, Reading
from bioextract.facts.participation import merge_statements
from bioextract.tagger.calibration import Calibration
from bioextract.tagger.circumstances import circumstances
from bioextract.tagger.combine import Candidate, combine
from bioextract.tagger.model import Answered, Asked, Model
from bioextract.tagger.nodes import Node, nodes_of
from bioextract.tagger.questions import Questions
from bioextract.tagger.scores import Scores
from bioextract.tagger.statements import statements
from bioextract.tagger.windows import windows_of


class Tagger:
    """Asks the model about every candidate of a page."""

    def __init__(self, model: Model, calibration: Calibration | None = None) -> None:
        self.model, self.calibration = model, calibration or Calibration()

    def __reduce__(self) -> tuple[type[Tagger], tuple[Model, Calibration]]:
        """Pickled without its open session."""
        return Tagger, (self.model, self.calibration)

    def claims(self, reading: Reading, rules: Sequence[Claim]) -> Iterator[Claim]:
        """The claims of a page with their calibrated confidence."""
        candidates = self.candidates(reading, rules)
        for candidate, told in zip(candidates, circumstances(candidates, reading), strict=True):
            claim = candidate.claim
            yield replace(claim, confidence=self.calibration.confidence(claim.kind, told))

    def candidates(self, reading: Reading, rules: Sequence[Claim]) -> list[Candidate]:
        """Every fact that the model or the rules see, with what either makes of it."""
        nodes = all_nodes(reading, rules)
        told = list(statements(reading, nodes, Scores(self.answers(reading, nodes, rules))))
        # The lines of a career's results are read by their rule alone: it sees the list that they stand in.
        listed = listed_in(reading.page, rules)
        events = merge_statements(
            claim
            for claim in told
            if claim.kind == "events" and reading.page.sentence_at(claim.start).index not in listed
        )
        return combine([*(claim for claim in told if claim.kind != "events"), *events], rules)

    def answers(self, reading: Reading, nodes: Sequence[Node], rules: Sequence[Claim]) -> list[Answered]:
        """What the model says to the questions about the sentences that its sieve keeps."""
        kept = self.model.sieve.kept(reading, nodes, rules)
        return self.model.answer(ask(reading, nodes, rules, self.model.tokenizer, kept))


def ask(
    reading: Reading, nodes: Sequence[Node], rules: Sequence[Claim], tokenizer: Any, kept: Set[int] | None = None
) -> list[Asked]:
    """The windows of the kept sentences (None: of all) with their questions; without any they are left out."""
    questions = Questions(reading, nodes, rules)
    windows = windows_of(reading, nodes, tokenizer, kept)
    return [
        Asked(window, pairs, list(questions.links(window)))
        for window in windows
        if (pairs := list(questions.pairs(window)))
    ]


def all_nodes(reading: Reading, rules: Sequence[Claim]) -> list[Node]:
    """The nodes of all sentences in the order of the text."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in rules:
        by_sentence.setdefault(reading.page.sentence_at(claim.start).index, []).append(claim)
    return [node for s in reading.page.sentences for node in nodes_of(reading, s, by_sentence.get(s.index, []))]
