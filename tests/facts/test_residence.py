"""Residences: wordings, status and dates, and places where nobody lives."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg lives in Oslo with her dog.", "Oslo", "current"),
    ("Anna Berg is based in Flagstaff, Arizona.", "Flagstaff, Arizona", "current"),
    ("Oslo-based Anna Berg won the race.", "Oslo", "current"),
    ("Anna Berg grew up in Bergen.", "Bergen", "former"),
    ("Raised in Bergen, Anna Berg started to run late.", "Bergen", "former"),
    ("Anna Berg was born and raised in Bergen.", "Bergen", "former"),
    ("Anna Berg lived in Bergen as a student.", "Bergen", "former"),
    ("Anna Berg has lived in Bergen for years.", "Bergen", "current"),
    ("Anna Berg moved with her parents to Oslo.", "Oslo", "current"),
    ("Anna Berg trained at her home in Oslo.", "Oslo", "current"),
    ("Anna Berg prefers Oslo, where she lives.", "Oslo", "current"),
    ("The crowd cheered Oslo sprinter Anna Berg.", "Oslo", "current"),
]
NONE = [
    "Anna Berg hails from Oslo.",
    "Anna Berg, from Oslo, won the race.",
    "Anna Berg ran in Oslo on Sunday.",
    "Anna Berg spent a training camp in Oslo.",
    "Anna Berg may move to Oslo.",
    "Anna Berg joined a club based in Oslo.",
    "Anna Berg is based on Tuesday's form the favourite.",
    "The Swedish sprinter Anna Berg won the race.",
]


@pytest.mark.parametrize(("text", "value", "status"), FOUND)
def test_finds_residences(facts_of: Any, text: str, value: str, status: str) -> None:
    assert facts_of(text, "residences") == [("Anna Berg", {"value": value, "status": status})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "residences") == []


def test_a_move_has_two_places_and_a_start(facts_of: Any) -> None:
    assert facts_of("Anna Berg moved from Bergen to Oslo in 2014.", "residences") == [
        ("Anna Berg", {"value": "Bergen", "status": "former"}),
        ("Anna Berg", {"value": "Oslo", "status": "current", "start": "2014"}),
    ]
