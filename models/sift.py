"""Fits the sieve: which sentences the encoder need not answer for (see `bioextract/tagger/sieve.py`)."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from align import Aligned
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits

from bioextract.tagger.sieve import Sieve, roles_by_sentence, signs_of

RAREST = 8  # sentences that a sign must stand in
EPOCHS, BATCH, RATE, PULL = 12, 256, 0.02, 2e-4
PARTS = 4  # of the articles; the threshold is chosen on those that the weights have not seen


@dataclass(frozen=True, slots=True)
class _Row:
    article: int
    signs: frozenset[str]
    facts: int
    is_told: bool  # by a rule: kept in any case


def fit_sieve(aligned: Sequence[Aligned], keeps: float) -> Sieve:
    """The sieve that loses no more than `1 - keeps` of what is annotated in articles that it was not fitted to."""
    rows = [row for number, one in enumerate(aligned) for row in _rows(number, one)]
    unseen = np.zeros(len(rows))
    for part in range(PARTS):
        weights = _weigh([row for row in rows if row.article % PARTS != part])
        for i, row in enumerate(rows):
            if row.article % PARTS == part:
                unseen[i] = np.inf if row.is_told else math.fsum(weights.get(sign, 0.0) for sign in row.signs)
    return Sieve(_weigh(rows), _threshold(unseen, np.array([row.facts for row in rows]), keeps))


def write_sieve(sieve: Sieve, path: Path) -> None:
    """Write `sieve.json`."""
    told = {"threshold": sieve.threshold, "weights": dict(sieve.weights)}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _threshold(sums: NDArray[np.float64], facts: NDArray[np.int64], keeps: float) -> float:
    order = np.argsort(sums)
    lost = np.cumsum(facts[order]) / facts.sum()
    return round(float(sums[order][np.searchsorted(lost, 1 - keeps)]), 3)


def _rows(number: int, aligned: Aligned) -> Iterator[_Row]:
    page, roles = aligned.reading.page, roles_by_sentence(aligned.reading, aligned.nodes)
    told = {page.sentence_at(claim.start).index for claim in aligned.claims}
    facts = Counter(page.sentence_at(aligned.nodes[node].start).index for node, _, _ in aligned.labels)
    facts.update(missed.where[0] for missed in aligned.missed if missed.where)
    for s in page.sentences:
        signs = frozenset(signs_of(aligned.reading, s, roles[s.index]))
        yield _Row(number, signs, facts[s.index], s.index in told)


def _weigh(rows: Sequence[_Row]) -> dict[str, float]:
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
            facts = torch.tensor([float(rows[i].facts) for i in batch])
            weight = torch.where(facts > 0, 1 + facts / 2, 1.0)
            loss = binary_cross_entropy_with_logits(told, (facts > 0).float(), weight=weight)
            (loss + PULL * (table.weight**2).sum()).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            optimizer.zero_grad()
    return {sign: round(float(told), 3) for sign, told in zip(index, table.weight.detach()[:, 0], strict=True)}
