"""Fits the sieve: which sentences the encoder need not answer for (see `bioextract/tagger/sieve.py`).

First to the annotation, for the windows that the network is trained on; then to what the network itself finds in many
more articles of the pool, read whole.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from align import Aligned
from numpy.typing import NDArray
from predict import read_with_rules
from torch.nn.functional import binary_cross_entropy_with_logits

from bioextract.articles import Article
from bioextract.extractor import Extractor
from bioextract.facts.claim import Claim, Reading
from bioextract.tagger import Tagger
from bioextract.tagger.nodes import Node
from bioextract.tagger.sieve import Sieve, roles_by_sentence, signs_of
from bioextract.tagger.tagger import all_nodes

RAREST = 8  # sentences that a sign must stand in
EPOCHS, BATCH, RATE, PULL = 12, 256, 0.02, 2e-4
PARTS = 4  # of the articles; the threshold is chosen on those that the weights have not seen


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: its signs, how many facts it tells, and whether a rule tells one, so that it is kept in any case."""

    article: int
    signs: frozenset[str]
    facts: float
    is_told: bool


def fit_sieve(rows: Sequence[Row], keeps: float) -> Sieve:
    """The sieve that loses no more than `1 - keeps` of the facts in articles that it was not fitted to."""
    unseen = np.zeros(len(rows))
    for part in range(PARTS):
        weights = _weigh([row for row in rows if row.article % PARTS != part])
        for i, row in enumerate(rows):
            if row.article % PARTS == part:
                unseen[i] = np.inf if row.is_told else math.fsum(weights.get(sign, 0.0) for sign in row.signs)
    return Sieve(_weigh(rows), _threshold(unseen, np.array([row.facts for row in rows]), keeps))


def rows_of_annotated(aligned: Sequence[Aligned]) -> Iterator[Row]:
    """The sentences of some articles with the facts of their annotation."""
    for number, one in enumerate(aligned):
        page = one.reading.page
        facts = Counter(page.sentence_at(one.nodes[node].start).index for node, _, _ in one.labels)
        facts.update(missed.where[0] for missed in one.missed if missed.where)
        yield from _rows(number, one.reading, one.nodes, one.claims, facts)


def rows_of_read(tagger: Tagger, articles: Iterable[Article]) -> Iterator[Row]:
    """The sentences of some articles with what a tagger without a sieve finds, each fact for as much as it is sure."""
    extractor = Extractor(rules_only=True)
    for number, article in enumerate(articles):
        reading, rules = read_with_rules(extractor, article)
        facts: dict[int, float] = defaultdict(float)
        for claim in tagger.claims(reading, rules):
            if (sure := claim.confidence or 0.0) >= tagger.calibration.threshold:
                facts[reading.page.sentence_at(claim.start).index] += sure
        yield from _rows(number, reading, all_nodes(reading, rules), rules, facts)


def write_sieve(sieve: Sieve, path: Path) -> None:
    """Write `sieve.json`."""
    told = {"threshold": sieve.threshold, "weights": dict(sieve.weights)}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _threshold(sums: NDArray[np.float64], facts: NDArray[np.float64], keeps: float) -> float:
    order = np.argsort(sums)
    lost = np.cumsum(facts[order]) / facts.sum()
    return round(float(sums[order][np.searchsorted(lost, 1 - keeps)]), 3)


def _rows(
    number: int, reading: Reading, nodes: Sequence[Node], claims: Iterable[Claim], facts: Mapping[int, float]
) -> Iterator[Row]:
    page, roles = reading.page, roles_by_sentence(reading, nodes)
    told = {page.sentence_at(claim.start).index for claim in claims}
    for s in page.sentences:
        signs = frozenset(signs_of(reading, s, roles[s.index]))
        yield Row(number, signs, facts.get(s.index, 0), s.index in told)


def _weigh(rows: Sequence[Row]) -> dict[str, float]:
    """Logistic regression; a sentence counts for more the more facts it has."""
    times = Counter(sign for row in rows for sign in row.signs)
    index = {sign: i for i, sign in enumerate(sorted(sign for sign, n in times.items() if n >= RAREST))}
    table = torch.nn.EmbeddingBag(len(index), 1, mode="sum")
    torch.nn.init.zeros_(table.weight)
    optimizer = torch.optim.Adam(table.parameters(), RATE)
    found = [sorted(index[sign] for sign in row.signs if sign in index) for row in rows]
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for batch in np.array_split(order.permutation(len(rows)), max(1, len(rows) // BATCH)):
            lengths = [len(found[i]) for i in batch]
            signs = torch.tensor([sign for i in batch for sign in found[i]])
            told = table(signs, torch.tensor(np.cumsum([0, *lengths[:-1]])))[:, 0]
            facts = torch.tensor([rows[i].facts for i in batch])
            weight = torch.where(facts > 0, 1 + facts / 2, 1.0)
            loss = binary_cross_entropy_with_logits(told, (facts > 0).float(), weight=weight)
            (loss + PULL * (table.weight**2).sum()).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            optimizer.zero_grad()
    return {sign: round(float(told), 3) for sign, told in zip(index, table.weight.detach()[:, 0], strict=True)}
