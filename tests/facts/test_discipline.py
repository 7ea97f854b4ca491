"""Disciplines: nouns, verbs and results that tell what a person does; and what others do."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg is a hurdler.", "hurdler"),
    ("Anna Berg is a Swedish 400m hurdler.", "400m hurdler"),
    ("Anna Berg is a professional cyclist.", "cyclist"),
    ("Anna Berg is a triathlete.", "triathlete"),
    ("Anna Berg is a judoka from Oslo.", "judoka"),
    ("Marathon runner Anna Berg won the race.", "marathon runner"),
    ("1500m runner Anna Berg retired.", "1500m runner"),
    ("Pole vaulter Anna Berg won.", "pole vaulter"),
    ("800m champion Anna Berg won again.", "800m"),
    ("The striker Anna Berg scored.", "striker"),
    ("The quarterback, Anna Berg, was hurt.", "quarterback"),
    ("Anna Berg, a striker, scored.", "striker"),
    ("Anna Berg, a former gymnast, won.", "gymnast"),
    ("Anna Berg won. The hurdler was happy.", "hurdler"),
    ("Anna Berg plays as a goalkeeper.", "goalkeeper"),
    ("Anna Berg plays tennis.", "tennis"),
    ("Anna Berg took up rowing at school.", "rowing"),
    ("Anna Berg specialises in the 800m.", "800m"),
    ("Anna Berg competes in the heptathlon.", "heptathlon"),
    ("Anna Berg won the 100m at the 2012 Olympics.", "100m"),
    ("Anna Berg won the Boston Marathon in 2012.", "marathon"),
    ("Anna Berg, 29, a long jumper, won.", "long jumper"),
    ("Anna Berg has been a boxer since 2010.", "boxer"),
    ("Anna Berg used to be a swimmer.", "swimmer"),
]

NONE = [
    "Anna Berg is a coach.",
    "Anna Berg is a referee.",
    "Anna Berg is a nurse.",
    "Anna Berg is the runner-up.",
    "Anna Berg is not a sprinter.",
    "Anna Berg wants to be a boxer.",
    "Anna Berg is married to a footballer.",
    "Anna Berg beat a hurdler.",
    "Anna Berg coaches sprinters.",
    "Anna Berg watched the 100m.",
    "Anna Berg likes football.",
    "Anna Berg wrote a book on swimming.",
    "Anna Berg talks of the hammer blow.",
    "The marathon was cancelled, said Anna Berg.",
]

MISSED: list[tuple[str, list[str], str]] = [
    ("Anna Berg was a striker's daughter.", [], "the possessive is not seen"),
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_finds_disciplines(facts_of: Any, text: str, value: str) -> None:
    assert facts_of(text, "disciplines") == [("Anna Berg", {"value": value})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "disciplines") == []


def test_two_at_most(facts_of: Any) -> None:
    found = facts_of("Anna Berg is a sprinter, a skier and a boxer. Berg is also a rower.", "disciplines")
    assert len(found) == 2


def test_joined_nouns(facts_of: Any) -> None:
    found = facts_of("Anna Berg is a middle-distance runner and a skier.", "disciplines")
    assert [fact["value"] for _, fact in found] == ["middle-distance runner", "skier"]


def test_gives_each_their_own(facts_of: Any) -> None:
    found = facts_of("Her father, Lars Berg, was a boxer. Anna Berg is a swimmer.", "disciplines")
    assert found == [("Lars Berg", {"value": "boxer"}), ("Anna Berg", {"value": "swimmer"})]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "values", "reason"), MISSED)
def test_known_misses(facts_of: Any, text: str, values: list[str], reason: str) -> None:
    assert [fact["value"] for _, fact in facts_of(text, "disciplines")] == values, reason
