"""Calibration: what the network and the rules make of a fact, turned into the probability that it is right.

For each kind of fact a logistic regression on the log-odds of the network, whether a rule says it too, and the log-odds
of that rule (stacking; Wolpert 1992). `models/train.py` fits it on articles that the network has not seen, with the
threshold that gives the best F1; both stand in `tagger.json` beside the weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bioextract.facts.claim import Claim
from bioextract.tagger.combine import Candidate

HIGHEST = 0.995
PLAIN = (1.0, 0.0, 0.0, 0.0)  # the network alone, as it is


@dataclass(frozen=True, slots=True)
class Calibration:
    """Four weights for each kind of claim; `threshold`, below which a fact is left out by default."""

    weights: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    threshold: float = 0.0
    version: str = "untrained"

    def confidence(self, kind: str, model: float, rule: float) -> float:
        """The probability that a claim of a kind is right.

        >>> Calibration().confidence("age", 0.75, 0.0)
        0.75
        """
        weights = self.weights.get(kind, PLAIN)
        told = sum(weight * x for weight, x in zip(weights, features(model, rule), strict=True))
        return round(min(1 / (1 + math.exp(-max(min(told, 30), -30))), HIGHEST), 3)

    def apply(self, candidate: Candidate) -> Claim:
        """The claim with its calibrated confidence."""
        claim = candidate.claim
        return replace(claim, confidence=self.confidence(claim.kind, candidate.model, candidate.rule))


def features(model: float, rule: float) -> tuple[float, float, float, float]:
    """What the regression sees of a candidate."""
    return log_odds(model), float(rule > 0), log_odds(rule) if rule > 0 else 0.0, 1.0


def log_odds(probability: float) -> float:
    """The logarithm of the odds, bounded."""
    bounded = min(max(probability, 0.005), 0.995)
    return math.log(bounded / (1 - bounded))


def load_calibration(path: Path) -> Calibration:
    """Read `tagger.json`."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return Calibration({k: tuple(w) for k, w in told["weights"].items()}, told["threshold"], told["version"])
