"""The learned part: which span says what of whom.

`nodes` are the candidates, `sieve` keeps the sentences that can hold a fact, `windows` are what the encoder reads,
`questions` what it is asked, `model` runs it, `statements` and `participations` turn answers into claims, `combine` and
`calibration` give their probabilities.
"""

from __future__ import annotations

from functools import cache

from bioextract.tagger.calibration import Calibration, load_calibration
from bioextract.tagger.model import Model, find_weights
from bioextract.tagger.tagger import Tagger

__all__ = ["Calibration", "Model", "Tagger", "default_tagger"]


@cache
def default_tagger() -> Tagger:
    """The tagger whose weights stand in the package or in the repository; they are read when it is first used.

    Raises `UsageError` where there are none.
    """
    folder = find_weights()
    return Tagger(Model(folder), load_calibration(folder / "tagger.json"))
