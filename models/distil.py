"""Articles of the pool without annotation, with the answers of a trained network for labels.

A network that has lost something (see `Encoder.lighten`) learns it again from these answers, which tell more than a yes
or a no, on texts that neither has seen with their annotation.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from pathlib import Path

import numpy as np
from examples import Example

from bioextract.articles import Article
from bioextract.extractor import Extractor
from bioextract.facts import KINDS
from bioextract.tagger.model import Answered, Model, options_of
from bioextract.tagger.tagger import all_nodes, ask

LONGEST = 12_000  # characters that are read of an article


def read_unlabelled(corpus: Path, labelled: Set[str], number: int) -> list[Article]:
    """So many articles of the pool, spread over it, without those whose ids are given."""
    with gzip.open(corpus / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
        told = [text for text in map(json.loads, lines) if text["id"] not in labelled]
    step = max(1, len(told) // number)
    return [Article(text["text"][:LONGEST], title=text.get("title")) for text in islice(told, 0, number * step, step)]


def answered_by(teacher: Model, articles: Sequence[Article]) -> Iterator[list[Example]]:
    """The windows of some articles with a network's answers."""
    extractor = Extractor(rules_only=True)
    for article in articles:
        reading = extractor.read(article)
        rules = [claim for kind in KINDS for claim in kind.claims(reading)]
        nodes = all_nodes(reading, rules)
        kept = teacher.sieve.kept(reading, nodes, rules)
        yield [_example(a) for a in teacher.answer(ask(reading, nodes, rules, teacher.tokenizer, kept))]


def _example(answered: Answered) -> Example:
    options = options_of(answered.asked.pairs).astype(np.float32)
    return Example(answered.asked, answered.pairs, options, answered.links, np.ones_like(answered.links))
