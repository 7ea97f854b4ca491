"""The arrays that the network takes, and what is said where the weights are missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bioextract import Article, Extractor
from bioextract.errors import UsageError
from bioextract.tagger import model
from bioextract.tagger.model import ELIGIBLE_ROWS, inputs_of
from bioextract.tagger.nodes import ROLES
from bioextract.tagger.tagger import all_nodes, ask

TEXTS = ("Anna Berg, 31, won the Oslo Cup.", "Anna Berg won. " + "She was fifth at the Lund Cup in 2:31:04. " * 12)


def test_pairs_and_links_point_into_the_batch(extractor: Extractor, tokenizer: Any) -> None:
    asked = []
    for text in TEXTS:
        reading = extractor.read(Article(text))
        asked += ask(reading, all_nodes(reading, []), [], tokenizer)

    inputs = inputs_of(asked, multiple=16)

    size = inputs["ids"].size
    assert inputs["ids"].shape[1] % 16 == 0
    assert len(inputs["pairs"]) == len(inputs["pair_features"]) == len(inputs["priors"]) > 0
    assert len(inputs["links"]) == len(inputs["link_features"]) > 0
    assert inputs["pairs"][:, :6].max() < size
    assert inputs["links"][:, :4].max() < size
    assert inputs["ids"].ravel()[inputs["pairs"][:, :4]].all()  # no pair points to padding


def test_every_role_has_something_to_say() -> None:
    assert ELIGIBLE_ROWS[: len(ROLES)].any(1).sum() == len(ROLES)
    assert not np.logical_and(ELIGIBLE_ROWS[ROLES.index("age")], ELIGIBLE_ROWS[ROLES.index("event")]).any()


def test_missing_weights_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model, "PACKAGED", tmp_path)
    monkeypatch.setattr(model, "TRAINED", tmp_path)

    with pytest.raises(UsageError, match="the model is missing"):
        model.find_weights()
