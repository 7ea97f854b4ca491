"""Birth dates: as far as they are given, and the births and years that are of others."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg (born 7 October 1981) won the race.", "1981-10-07"),
    ("Anna Berg (born October 7, 1981) won the race.", "1981-10-07"),
    ("Anna Berg (born 7 October 1981 in Oslo) won the race.", "1981-10-07"),
    ("Anna Berg (née Holm; born 7 October 1981) won the race.", "1981-10-07"),
    ("Anna Berg (born Anna Holm, 7 October 1981) won the race.", "1981-10-07"),
    ("Anna Berg (* 7 October 1981) won the race.", "1981-10-07"),
    ("Anna Berg (b. 1981) won the race.", "1981"),
    ("Anna Berg (born May 1981) won the race.", "1981-05"),
    ("Anna Berg (7 October 1981 – 3 May 2020) was a hurdler.", "1981-10-07"),
    ("Anna Berg was born on 7 October 1981 in Oslo.", "1981-10-07"),
    ("Anna Berg was born in Oslo, Norway, on 7th October 1981.", "1981-10-07"),
    ("Anna Berg won. She was born on the 7th of October, 1981.", "1981-10-07"),
    ("Anna Berg was born in October 1981.", "1981-10"),
    ("Anna Berg was born in the summer of 1981.", "1981"),
    ("Anna Berg was born a month early, in 1981.", "1981"),
    ("Anna Berg, born in 1981, won the race.", "1981"),
    ("Born in Oslo on 7 October 1981, Anna Berg won the race.", "1981-10-07"),
    ("Anna Berg was born on 1981-10-07.", "1981-10-07"),
]

NONE = [
    "Anna Berg won her first title on 7 October 1981.",
    "Anna Berg celebrates her birthday on 7 October.",
    "Anna Berg (1981–2020) was a hurdler.",
    "Anna Berg played for Oslo (2008–2012).",
    "Anna Berg gave birth to a son in 2015.",
    "Anna Berg died on 7 October 1981.",
    "The club was born in 1981. Anna Berg joined it.",
    "Anna Berg's son was born in 2015.",
    "Anna Berg said that a rivalry was born in 1981.",
    "Anna Berg was a born winner in 1981.",
    "Anna Berg was not born in 1981.",
]

MISSED = [
    ("Anna Berg (born 07.10.1981) won the race.", ["1981-10-07"], "dates in figures"),
    ("Anna Berg’s daughter, born in 2015, came along.", [], "the owner of the relative"),
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_finds_birth_dates(facts_of: Any, text: str, value: str) -> None:
    assert facts_of(text, "birth_date") == [("Anna Berg", {"value": value})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "birth_date") == []


def test_gives_each_their_own(facts_of: Any) -> None:
    found = facts_of("Anna Berg (born 1981) and Carla Diaz (born 1983) won.", "birth_date")
    assert found == [("Anna Berg", {"value": "1981"}), ("Carla Diaz", {"value": "1983"})]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "values", "reason"), MISSED)
def test_known_misses(facts_of: Any, text: str, values: list[str], reason: str) -> None:
    assert [fact["value"] for _, fact in facts_of(text, "birth_date")] == values, reason


@pytest.mark.xfail(strict=True, reason="the subject of the main clause gets the brother's year too")
def test_birth_of_a_brother(facts_of: Any) -> None:
    found = facts_of("Anna Berg, whose brother Lars Berg was born in 1979, won.", "birth_date")
    assert found == [("Lars Berg", {"value": "1979"})]
