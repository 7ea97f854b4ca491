"""Fits the calibration on facts of articles that the network has not seen, and tells how good it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

import numpy as np
from numpy.typing import NDArray

from bioextract.tagger.calibration import PLAIN, Calibration
from bioextract.tagger.circumstances import NAMES, Vector

BINS = 10
AS_GOOD = 0.002  # F1
# Kinds with few facts stay near the network's own odds; what else is said in the article has the burden of proof.
PULL = np.array([2.0] * 4 + [20.0] * (len(NAMES) - 4))


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate: its kind, its circumstances, whether it is right, and the article it stands in.

    `probability` is the calibrated one; 0 where nothing is calibrated yet.
    """

    kind: str
    told: Vector
    right: bool
    article: str
    probability: float = 0.0


def fit_calibration(facts: Sequence[Judged], gold: int, version: str) -> Calibration:
    """The weights for each kind, and the threshold with the best F1 (`gold`: the number of gold facts)."""
    by_kind: dict[str, list[Judged]] = defaultdict(list)
    for fact in facts:
        by_kind[fact.kind].append(fact)
    weights = {kind: _regress(found) for kind, found in sorted(by_kind.items())}
    raw = Calibration(weights, 0.0, version)
    return Calibration(weights, best_threshold(calibrated(facts, raw), gold), version)


def calibrated(facts: Iterable[Judged], calibration: Calibration) -> list[Judged]:
    """The facts with calibrated probabilities."""
    return [replace(f, probability=calibration.confidence(f.kind, f.told)) for f in facts]


def cross_calibrated(facts: Sequence[Judged], gold: int) -> list[Judged]:
    """Calibrated on the other half of the articles each: what a reader of new articles can expect."""
    articles = sorted({fact.article for fact in facts})
    half = set(articles[::2])
    out = []
    for mine in (True, False):
        known = [fact for fact in facts if (fact.article in half) != mine]
        out += calibrated([f for f in facts if (f.article in half) == mine], fit_calibration(known, gold, ""))
    return out


def best_threshold(facts: Sequence[Judged], gold: int) -> float:
    """The probability from which on the facts give the best F1, in steps of 0.01.

    F1 hardly changes around its maximum: of those as good as the best the middle one is least chance.
    """

    def f1(threshold: float) -> float:
        kept = [fact.right for fact in facts if fact.probability >= threshold]
        return 2 * sum(kept) / (len(kept) + gold)

    scores = {round(step / 100, 2): f1(step / 100) for step in range(10, 71)}
    best = max(scores.values())
    return median_low([threshold for threshold, score in scores.items() if score >= best - AS_GOOD])


def calibration_error(facts: Sequence[Judged]) -> float:
    """Expected calibration error over ten bins of equal width."""
    if not facts:
        return 0.0
    return sum(abs(told - right) * n for told, right, n in reliability(facts)) / len(facts)


def reliability(facts: Sequence[Judged]) -> list[tuple[float, float, int]]:
    """Mean probability, share of right facts and number of facts of every bin that is not empty."""
    bins: Mapping[int, list[Judged]] = defaultdict(list)
    for fact in facts:
        bins[min(int(fact.probability * BINS), BINS - 1)].append(fact)
    return [
        (sum(f.probability for f in found) / len(found), sum(f.right for f in found) / len(found), len(found))
        for _, found in sorted(bins.items())
    ]


def _regress(facts: Sequence[Judged]) -> tuple[float, ...]:
    """Logistic regression by damped Newton steps, drawn towards the network's own odds."""
    x: NDArray[np.float64] = np.array([fact.told for fact in facts])
    y = np.array([fact.right for fact in facts], float)
    start = np.array(PLAIN)

    def cost(line: NDArray[np.float64]) -> float:
        told = x @ line
        return float(np.sum(np.logaddexp(0, told) - y * told) + np.sum(PULL / 2 * (line - start) ** 2))

    line = start
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ line, -30, 30)))
        gradient = x.T @ (p - y) + PULL * (line - start)
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(PULL)
        step, size = np.linalg.solve(curve, gradient), 1.0
        while size > 1e-4 and cost(line - size * step) > cost(line):
            size /= 2
        line = line - size * step
    return tuple(round(float(weight), 4) for weight in line)
