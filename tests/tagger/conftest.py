"""Answers made by hand: what the model would say, without the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bioextract import Article, Extractor
from bioextract.facts import KINDS
from bioextract.facts.claim import Claim
from bioextract.facts.participation import merge_statements
from bioextract.tagger.labels import ELIGIBLE, LABELS
from bioextract.tagger.model import TRAINED, Answered, Model
from bioextract.tagger.scores import Scores
from bioextract.tagger.statements import statements
from bioextract.tagger.tagger import all_nodes, ask

Say = dict[tuple[str, str, str], float]  # (words of the node, person, label) -> probability
Tie = dict[tuple[str, str], float]  # (words of the hub, words of the spoke) -> probability


@pytest.fixture(scope="session")
def tokenizer() -> Any:
    return Model(TRAINED).tokenizer


@pytest.fixture(scope="session")
def claims_from(extractor: Extractor, tokenizer: Any) -> Callable[..., list[Claim]]:
    """(text, what pairs say, what links say, title=) -> the claims."""

    def tell(text: str, say: Say, tie: Tie | None = None, **article: Any) -> list[Claim]:
        reading = extractor.read(Article(text, **article))
        rules = [claim for kind in KINDS for claim in kind.claims(reading)]
        nodes = all_nodes(reading, rules)
        answers = []
        for asked in ask(reading, nodes, rules, tokenizer):
            pairs = np.zeros((len(asked.pairs), len(LABELS)), np.float32)
            for i, pair in enumerate(asked.pairs):
                for label in ELIGIBLE[pair.node.role]:
                    pairs[i, LABELS.index(label)] = say.get((pair.node.text, pair.anchor.person.name, label), 0)
            links = [(tie or {}).get((link.hub.text, link.spoke.text), 0.0) for link in asked.links]
            answers.append(Answered(asked, pairs, np.array(links, np.float32)))
        found = list(statements(reading, nodes, Scores(answers)))
        found = [*(c for c in found if c.kind != "events"), *merge_statements(c for c in found if c.kind == "events")]
        return list({(c.kind, c.person.name, str(c.fields)): c for c in found}.values())

    return tell
