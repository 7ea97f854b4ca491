"""Ages: every wording, and the look-alikes that are none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bioextract import Article, Extractor

FOUND = [
    ("Anna Berg, 39, won the race.", "Anna Berg", 39),
    ("Anna Berg (29) won the race.", "Anna Berg", 29),
    ("Anna Berg (29) won the race in the stadium (500).", "Anna Berg", 29),
    ("Anna Berg, aged 30, won the race.", "Anna Berg", 30),
    ("Anna Berg won. The 41-year-old was delighted.", "Anna Berg", 41),
    ("The 22-year-old Swede Anna Berg won the race.", "Anna Berg", 22),
    ("The twenty-one-year-old hurdler Anna Berg won the race.", "Anna Berg", 21),
    ("Anna Berg is 41 years old and still runs.", "Anna Berg", 41),
    ("Anna Berg turned 30 last week.", "Anna Berg", 30),
    ("Anna Berg has just turned 30.", "Anna Berg", 30),
    ("Now 36, Anna Berg coaches beginners.", "Anna Berg", 36),
    ("Anna Berg, now 36, coaches beginners.", "Anna Berg", 36),
    ('"I\'m 28," said Anna Berg.', "Anna Berg", 28),
    ('"It was hard," said Anna Berg, 28. " Too hard."', "Anna Berg", 28),
    ("Carla Diaz was beaten by 28-year-old Anna Berg.", "Anna Berg", 28),
    ("The winner was 28- year-old schoolgirl Anna Berg.", "Anna Berg", 28),
]

NONE = [
    "Anna Berg won her first title when she was 19.",
    "Anna Berg won her first title at the age of 19.",
    "As a 17-year-old, Anna Berg moved to Oslo.",
    "Anna Berg was 14 years old when Carla Diaz won.",
    "In 1998 the record was set by 17-year-old Anna Berg.",
    "Anna Berg turns 30 on Sunday.",
    "Anna Berg won the 10-year-old event.",
    "Anna Berg finished in 39 minutes.",
    "Anna Berg's 10,000m was a best.",
    "Anna Berg, an Olympian at 10,000 metres, won.",
    "Anna Berg wore number 39, as always.",
    "Anna Berg (15) beat Carla Diaz (2) in straight sets.",  # seeds
]


@pytest.mark.parametrize(("text", "name", "value"), FOUND)
def test_finds_ages(facts_of: Any, text: str, name: str, value: int) -> None:
    assert facts_of(text, "age") == [(name, {"value": value})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "age") == []


def test_age_holds_as_of_the_article(facts_of: Any) -> None:
    found = facts_of("Anna Berg, 39, won.", "age", published=dt.date(2024, 5, 1))
    assert found == [("Anna Berg", {"value": 39, "as_of": "2024-05-01"})]


def test_two_different_ages_are_told(extractor: Extractor) -> None:
    record = extractor.extract(Article("Anna Berg, 39, won the race. Later Anna Berg, 40, was disqualified."))
    assert [w.code for w in record.warnings] == ["conflict.age"]
