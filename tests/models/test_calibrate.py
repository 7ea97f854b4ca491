"""Calibration is fitted to what is right, and measured on articles that it was not fitted to."""

from __future__ import annotations

import random

from calibrate import Judged, best_threshold, calibrated, calibration_error, cross_calibrated, fit_calibration

RANDOM = random.Random(1)


def _overconfident(n: int) -> list[Judged]:
    """Facts of a network that says 0.9 where 0.6 would be true."""
    facts = []
    for i in range(n):
        true = RANDOM.random()
        told = true**0.25
        facts.append(Judged("age", told, 0, RANDOM.random() < true, f"article {i % 50}", told))
    return facts


def test_calibration_error_falls() -> None:
    facts = _overconfident(4000)

    assert calibration_error(facts) > 0.2
    assert calibration_error(cross_calibrated(facts, 4000)) < 0.05


def test_the_order_of_facts_stays() -> None:
    facts = sorted(_overconfident(500), key=lambda fact: fact.probability)

    told = [fact.probability for fact in calibrated(facts, fit_calibration(facts, 500, "test"))]

    assert told == sorted(told)


def test_best_threshold_leaves_out_what_is_mostly_wrong() -> None:
    facts = [Judged("age", 0.6, 0, True, "a", 0.6)] * 50 + [Judged("age", 0.2, 0, False, "a", 0.2)] * 50

    assert 0.2 < best_threshold(facts, 50) <= 0.6


def test_a_perfect_set_has_no_error() -> None:
    assert calibration_error([Judged("age", 1.0, 0, True, "a", 1.0)] * 10) == 0
    assert calibration_error([]) == 0
