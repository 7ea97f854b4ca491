"""Relations: who is what to whom, in every wording, and people who are not related."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg thanked her coach, Tom Hall.", "coach", "Tom Hall", "current"),
    ("Anna Berg thanked her former coach Tom Hall.", "coach", "Tom Hall", "former"),
    ("Anna Berg is coached by Tom Hall.", "coach", "Tom Hall", "current"),
    ("Anna Berg trains in Oslo under Tom Hall.", "coach", "Tom Hall", "current"),
    ("Anna Berg won under the guidance of Tom Hall.", "coach", "Tom Hall", "current"),
    ("Anna Berg lives with her husband, Tom.", "spouse", "Tom", "current"),
    ("Anna Berg is married to Tom Hall.", "spouse", "Tom Hall", "current"),
    ("Anna Berg is the daughter of Tom Hall.", "parent", "Tom Hall", "current"),
    ("Anna Berg ran with her brother Tom Hall.", "sibling", "Tom Hall", "current"),
    ("Anna Berg's agent, Tom Hall, confirmed it.", "agent", "Tom Hall", "current"),
    ("Anna Berg won. Maria, Berg's sister, was third.", "sibling", "Maria", "current"),
    ("Anna Berg won. Berg was happy. Maria, their daughter, was there.", "child", "Maria", "current"),
    ("Anna Berg ran with her training partner, Mary Hall.", "training_partner", "Mary Hall", "current"),
    ("Anna Berg lives with her husband, the former rower Tom Hall.", "spouse", "Tom Hall", "current"),
]
NONE = [
    "Anna Berg thanked her coach and her husband.",
    "Anna Berg beat Tom Hall.",
    "Anna Berg played with her doubles partner, Mary Hall.",
    "Anna Berg ran with Mary Hall.",
]


@pytest.mark.parametrize(("text", "role", "name", "status"), FOUND)
def test_finds_relations(facts_of: Any, text: str, role: str, name: str, status: str) -> None:
    assert facts_of(text, "relations") == [("Anna Berg", {"role": role, "name": name, "status": status})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "relations") == []


def test_two_roles_are_two_facts(facts_of: Any) -> None:
    found = facts_of("Anna Berg thanked her husband and coach, Tom Hall.", "relations")
    assert {(name, fields["role"]) for name, fields in found} == {("Anna Berg", "spouse"), ("Anna Berg", "coach")}


def test_two_children_are_two_facts(facts_of: Any) -> None:
    found = facts_of("Anna Berg has two daughters, Mary and Ruth.", "relations")
    assert [(fields["role"], fields["name"]) for _, fields in found] == [("child", "Mary"), ("child", "Ruth")]


def test_whom_somebody_coached_is_the_subject(facts_of: Any) -> None:
    found = facts_of("Tom Hall is retired. Anna Berg, whom he coached, won in Oslo.", "relations")
    assert found == [("Anna Berg", {"role": "coach", "name": "Tom Hall", "status": "former"})]
