"""Marks: bests and records with their figure, and results, margins and hopes that are none."""

from __future__ import annotations

from typing import Any

import pytest

ANNA = "Anna Berg"

FOUND = [
    ("Anna Berg ran a personal best of 2:08:50.", "personal_best", "2:08:50", 7730),
    ("Anna Berg, whose best is 2:16:33, won.", "personal_best", "2:16:33", 8193),
    ("Anna Berg's personal best in the marathon is 2:16:33.", "personal_best", "2:16:33", 8193),
    ("Anna Berg came third in 2:16:33, a personal best.", "personal_best", "2:16:33", 8193),
    ("Anna Berg - 3:11:11 (PB)", "personal_best", "3:11:11", 11471),
    ("Anna Berg won in a lifetime best of 50.84 seconds.", "personal_best", "50.84 seconds", 50.84),
    ("Anna Berg smashed her personal best with a time of 31:48.20.", "personal_best", "31:48.20", 1908.2),
    ("Anna Berg won in 2:16:33, the fastest time of her life.", "personal_best", "2:16:33", 8193),
    ("Anna Berg ran a season's best of 50.84 seconds.", "season_best", "50.84 seconds", 50.84),
    ("Anna Berg set a national record of 2:16:33.", "national_record", "2:16:33", 8193),
    ("Anna Berg won in a Dutch record of 2:16:33.", "national_record", "2:16:33", 8193),
    ("Anna Berg set a European record of 2:16:33.", "area_record", "2:16:33", 8193),
    ("Anna Berg holds the world record of 10.49 seconds.", "world_record", "10.49 seconds", 10.49),
    ("Anna Berg won in a course record of 62:48.", "course_record", "62:48", 3768),
    ("Anna Berg set a championship record of 50.84 seconds.", "other_record", "50.84 seconds", 50.84),
    ("Anna Berg was fourth in 24.86, Personal Best.", "personal_best", "24.86", 24.86),
    ("Anna Berg ran better than her 43:17 personal best.", "personal_best", "43:17", 2597),
    ("Anna Berg's 49.6 seconds equalled the Olympic record.", "other_record", "49.6 seconds", 49.6),
    ("Anna Berg holds the race record of 62:48.", "course_record", "62:48", 3768),
    ("Anna Berg set a world junior record of 50.84 seconds.", "other_record", "50.84 seconds", 50.84),
]

NONE = [
    "Anna Berg ran a personal best.",
    "Anna Berg finished third in 2:08:50.",
    "Anna Berg hopes to break her personal best of 2:08:50.",
    "Anna Berg did not reach the world record of 10.49 seconds.",
    "Anna Berg improved her personal best by 52.10 seconds.",
    "Anna Berg ran 2:08:50, but a course record was out of reach.",
    "Anna Berg had a season best of 24-9 against Vale.",
    "Anna Berg holds school records in the 3,000 and the heptathlon.",
    "Anna Berg and Carla Diaz hope to beat the records of 10.80 and 10.90 respectively.",
]

MISSED = [
    ("Anna Berg ran 2:08:50, four minutes faster than ever before in her life.", "2:08:50"),
]


@pytest.mark.parametrize(("text", "kind", "mark", "amount"), FOUND)
def test_finds_marks(facts_of: Any, text: str, kind: str, mark: str, amount: float) -> None:
    [(name, fact)] = facts_of(text, "marks")
    assert (name, fact["kind"], fact["mark"], fact["amount"], fact["unit"]) == (ANNA, kind, mark, amount, "s")


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "marks") == []


def test_plural_lists_each_discipline(facts_of: Any) -> None:
    text = "Anna Berg's personal bests were 11.62 in the 100 metres (1994) and 24.68 in the 200 metres (1995)."
    found = [(fact["mark"], fact["discipline"], fact["date"]) for _, fact in facts_of(text, "marks")]
    assert found == [("11.62", "100 metres", "1994"), ("24.68", "200 metres", "1995")]


def test_pairs_names_and_figures(facts_of: Any) -> None:
    found = facts_of("Anna Berg and Carla Diaz ran personal bests of 3:11:11 and 3:12:12 respectively.", "marks")
    assert [(name, fact["mark"]) for name, fact in found] == [("Anna Berg", "3:11:11"), ("Carla Diaz", "3:12:12")]


@pytest.mark.parametrize(
    ("text", "mark", "unit"),
    [
        ("Anna Berg won with her PR of 163-4 in the hammer.", "163-4", "m"),
        ("Anna Berg scored a national record of 7,958 in the decathlon.", "7,958", "points"),
    ],
)
def test_feet_and_points_of_bests(facts_of: Any, text: str, mark: str, unit: str) -> None:
    assert [(fact["mark"], fact["unit"]) for _, fact in facts_of(text, "marks")] == [(mark, unit)]


def test_best_and_record_share_a_figure(facts_of: Any) -> None:
    found = facts_of("Anna Berg set a personal best and meet record of 9:20.00.", "marks")
    assert [(fact["kind"], fact["mark"]) for _, fact in found] == [
        ("personal_best", "9:20.00"),
        ("other_record", "9:20.00"),
    ]


def test_record_belongs_to_who_set_it(facts_of: Any) -> None:
    found = facts_of("Anna Berg beat the old course record of 62:48 set by Carla Diaz.", "marks")
    assert [(name, fact["mark"]) for name, fact in found] == [("Carla Diaz", "62:48")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "mark"), MISSED)
def test_known_misses(facts_of: Any, text: str, mark: str) -> None:
    assert mark in [fact["mark"] for _, fact in facts_of(text, "marks")]
