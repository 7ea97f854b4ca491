"""Calibration is fitted to what is right, and measured on articles that it was not fitted to."""

from __future__ import annotations

import random

from calibrate import Judged, best_threshold, calibrated, calibration_error, cross_calibrated, fit_calibration

from bioextract.tagger.circumstances import NAMES, log_odds

RANDOM = random.Random(1)


def _fact(probability: float, right: bool, article: str = "a") -> Judged:
    told = (log_odds(probability), 0.0, 0.0, 1.0, *(0.0 for _ in NAMES[4:]))
    return Judged("age", told, right, article, probability)


def _overconfident(n: int) -> list[Judged]:
    """Facts of a network that says 0.9 where 0.6 would be true."""
    facts = []
    for i in range(n):
        true = RANDOM.random()
        told = true**0.25
        facts.append(_fact(told, RANDOM.random() < true, f"article {i % 50}"))
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
    facts = [_fact(0.6, True)] * 50 + [_fact(0.2, False)] * 50

    assert best_threshold(facts, 50) == 0.4  # the middle of 0.21 to 0.60, which are as good


def test_a_perfect_set_has_no_error() -> None:
    assert calibration_error([_fact(1.0, True)] * 10) == 0
    assert calibration_error([]) == 0
