"""Calibration: the circumstances of a fact, turned into the probability that it is right.

For each kind of fact a logistic regression (stacking; Wolpert 1992) on what `circumstances.py` tells. `models/train.py`
fits it on articles that the network has not seen, with the threshold that gives the best F1; both stand in
`tagger.json` beside the weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bioextract.errors import UsageError
from bioextract.tagger.circumstances import NAMES, Vector

HIGHEST = 0.995
PLAIN: Vector = (1.0, *(0.0 for _ in NAMES[1:]))  # the network alone, as it is


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights for each kind of claim; `threshold`, below which a fact is left out by default."""

    weights: Mapping[str, Vector] = field(default_factory=dict)
    threshold: float = 0.0
    version: str = "untrained"

    def confidence(self, kind: str, told: Vector) -> float:
        """The probability that a claim of a kind is right.

        >>> Calibration().confidence("age", PLAIN)
        0.731
        """
        weights = self.weights.get(kind, PLAIN)
        odds = sum(weight * x for weight, x in zip(weights, told, strict=True))
        return round(min(1 / (1 + math.exp(-max(min(odds, 30), -30))), HIGHEST), 3)


def load_calibration(path: Path) -> Calibration:
    """Read `tagger.json`. Raises `UsageError` if it belongs to another version of this package."""
    told = json.loads(path.read_text(encoding="utf-8"))
    if told.get("circumstances") != list(NAMES):
        raise UsageError(f"{path} was made by another version of bioextract; train the model as models/README.md tells")
    return Calibration({k: tuple(w) for k, w in told["weights"].items()}, told["threshold"], told["version"])
