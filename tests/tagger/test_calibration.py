"""Calibration: log-odds on a line, read from a file, never quite certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.errors import UsageError
from bioextract.tagger.calibration import HIGHEST, Calibration, load_calibration
from bioextract.tagger.circumstances import NAMES, Vector, log_odds

PROBABILITY = st.floats(0, 1)
REST = (0.0,) * (len(NAMES) - 4)
CALIBRATION = Calibration({"age": (0.5, 1.0, 0.3, -1.0, *REST)})


def _told(network: float, rule: float) -> Vector:
    return (log_odds(network), float(rule > 0), log_odds(rule) if rule > 0 else 0.0, 1.0, *REST)


@given(PROBABILITY, PROBABILITY)
def test_keeps_the_order(a: float, b: float) -> None:
    low, high = sorted((a, b))

    assert CALIBRATION.confidence("age", _told(low, 0)) <= CALIBRATION.confidence("age", _told(high, 0))


@given(PROBABILITY)
def test_is_a_probability(raw: float) -> None:
    assert 0 <= CALIBRATION.confidence("age", _told(raw, raw)) <= HIGHEST


def test_a_rule_that_agrees_makes_surer() -> None:
    assert CALIBRATION.confidence("age", _told(0.5, 0.9)) > CALIBRATION.confidence("age", _told(0.5, 0))


def test_leaves_unknown_kinds_alone() -> None:
    assert CALIBRATION.confidence("teams", _told(0.25, 0.9)) == 0.25


def test_a_file_of_another_version_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "tagger.json"
    path.write_text("{}", encoding="utf-8")

    with pytest.raises(UsageError, match="another version"):
        load_calibration(path)
