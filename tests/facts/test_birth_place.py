"""Birth places: as written, only what is said with "born"."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg was born in Oslo.", "Oslo"),
    ("Anna Berg was born in Oslo, Norway.", "Oslo, Norway"),
    ("Anna Berg was born in Oslo, Norway, on 7 October 1981.", "Oslo, Norway"),
    ("Anna Berg was born on 7 October 1981 in Oslo.", "Oslo"),
    ("Anna Berg (born 7 October 1981 in Oslo) won the race.", "Oslo"),
    ("Anna Berg (born in Oslo in 1981) won the race.", "Oslo"),
    ("Anna Berg, who was born in Oslo, won the race.", "Oslo"),
    ("Born in Oslo on 7 October 1981, Anna Berg won the race.", "Oslo"),
    ("Oslo-born Anna Berg won the race.", "Oslo"),
    ("Anna Berg was born and grew up in Oslo.", "Oslo"),
    ("Anna Berg was born in Oslo to Kenyan parents.", "Oslo"),
    ("Anna Berg was born on a farm near Hamar.", "Hamar"),
    ("Anna Berg was born in Stratford-upon-Avon.", "Stratford-upon-Avon"),
    ("Anna Berg was born in Rio de Janeiro, Brazil, in 1981.", "Rio de Janeiro, Brazil"),
    ("Anna Berg was born in São Paulo.", "São Paulo"),
    ("Anna Berg was born in St. Louis, Missouri.", "St. Louis, Missouri"),
    ("Anna Berg was born in Oslo, Lars Holm in Bergen.", "Oslo"),
    ("Born and raised in Oslo, Anna Berg won the race.", "Oslo"),
    ("Born in Oslo, Norway, Anna Berg won the race.", "Oslo, Norway"),
    ("Born in Oslo, World Champion Anna Berg won the race.", "Oslo"),
    ("Born in Kenya, Dutch runner Anna Berg won the race.", "Kenya"),
    ("The Oslo-born hurdler Anna Berg won the race.", "Oslo"),
    ("Second was Norway's Kenyan-born Anna Berg.", "Kenya"),
]

NONE = [
    "Anna Berg lives in Oslo.",
    "Anna Berg grew up in Oslo.",
    "Anna Berg comes from Oslo.",
    "Anna Berg was born in 1981.",
    "Anna Berg was born in October 1981.",
    "Anna Berg was born into a family of skiers.",
    "Anna Berg was born with a heart defect.",
    "Anna Berg's son was born in Oslo.",
    "Anna Berg's parents were born in Oslo.",
    "Anna Berg trains Kenyan-born runners.",
]

MISSED = [
    ("Anna Berg was born in the small town of Hamar.", ["Hamar"], "words before the place"),
    ("Anna Berg was born in May.", [], "a month is no place"),
    ("The idea was born in Oslo, said Anna Berg.", [], "things that are born"),
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_finds_birth_places(facts_of: Any, text: str, value: str) -> None:
    assert facts_of(text, "birth_place") == [("Anna Berg", {"value": value})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "birth_place") == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "values", "reason"), MISSED)
def test_known_misses(facts_of: Any, text: str, values: list[str], reason: str) -> None:
    assert [fact["value"] for _, fact in facts_of(text, "birth_place")] == values, reason
