"""Sponsors and employers: by name, by description, and what pays nobody."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg is sponsored by Vale Steel.", {"name": "Vale Steel", "status": "current"}),
    ("Anna Berg thanked her sponsor, Vale Steel.", {"name": "Vale Steel", "status": "current"}),
    ("Anna Berg has a contract with Asics.", {"name": "Asics", "status": "current"}),
    ("Anna Berg has a shoe contract with Vale.", {"name": "Vale", "status": "current"}),
    ("Anna Berg left Nike.", {"name": "Nike", "status": "former"}),
    ("Asics supplies Anna Berg with shoes.", {"name": "Asics", "status": "current"}),
    ("Anna Berg works for Vale Steel.", {"name": "Vale Steel", "status": "current"}),
    ("Anna Berg is a nurse at Vale Infirmary.", {"name": "Vale Infirmary", "status": "current"}),
    ("Anna Berg works as a primary-school teacher.", {"description": "primary-school teacher", "status": "current"}),
    ("Anna Berg was a postman.", {"description": "postman", "status": "former"}),
    ("Anna Berg is sponsored by a kitchen company.", {"description": "kitchen company", "status": "current"}),
    ("Anna Berg is a sergeant in the Kenya Police.", {"name": "Kenya Police", "status": "current"}),
    ("Anna Berg lost her lottery funding.", {"description": "lottery funding", "status": "former"}),
]
NONE = [
    "Anna Berg is not sponsored by Vale Steel.",
    "Anna Berg hopes to be sponsored by Vale Steel.",
    "Anna Berg has a contract with Vale Rovers.",
    "Anna Berg works in Oslo.",
    "Anna Berg works hard at training.",
    "Anna Berg was beaten by Nike Olsen.",
]


@pytest.mark.parametrize(("text", "fields"), FOUND)
def test_finds_sponsors(facts_of: Any, text: str, fields: dict[str, str]) -> None:
    assert facts_of(text, "sponsors") == [("Anna Berg", fields)]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "sponsors") == []


def test_a_deal_has_dates(facts_of: Any) -> None:
    assert facts_of("Anna Berg has been sponsored by Vale Steel since 2019.", "sponsors") == [
        ("Anna Berg", {"name": "Vale Steel", "status": "current", "start": "2019"})
    ]


def test_several_sponsors(facts_of: Any) -> None:
    found = facts_of("Anna Berg is sponsored by Vale Steel, Kettle Tools and Harbour Foods.", "sponsors")
    assert {fields["name"] for _, fields in found} == {"Vale Steel", "Kettle Tools", "Harbour Foods"}


@pytest.mark.xfail(strict=True, reason="a payer told only by what it gives")
def test_a_payer_without_a_verb_of_paying(facts_of: Any) -> None:
    assert facts_of("The boots that Anna Berg runs in come from Vale, a gift.", "sponsors")
