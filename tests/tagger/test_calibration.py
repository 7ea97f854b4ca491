"""Calibration: log-odds on a line, read from a file, never quite certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.tagger.calibration import HIGHEST, Calibration, load_calibration

PROBABILITY = st.floats(0, 1)
CALIBRATION = Calibration({"age": (0.5, 1.0, 0.3, -1.0)})


@given(PROBABILITY, PROBABILITY)
def test_keeps_the_order(a: float, b: float) -> None:
    low, high = sorted((a, b))

    assert CALIBRATION.confidence("age", low, 0) <= CALIBRATION.confidence("age", high, 0)


@given(PROBABILITY)
def test_is_a_probability(raw: float) -> None:
    assert 0 <= CALIBRATION.confidence("age", raw, raw) <= HIGHEST


def test_a_rule_that_agrees_makes_surer() -> None:
    assert CALIBRATION.confidence("age", 0.5, 0.9) > CALIBRATION.confidence("age", 0.5, 0)


def test_leaves_unknown_kinds_alone() -> None:
    assert CALIBRATION.confidence("teams", 0.25, 0.9) == 0.25


def test_a_damaged_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "tagger.json"
    path.write_text("{}", encoding="utf-8")

    with pytest.raises(KeyError):
        load_calibration(path)
