"""Lists of results: ranked names."""

from __future__ import annotations

from typing import Any

import pytest

PODIUM = [("Anna Berg", 1, "2:24:10"), ("Carla Diaz", 2, "2:24:55"), ("Mary Otieno", 3, "2:25:01")]

LISTS = [
    "The Berlin Marathon was cold.\n\n1 Anna Berg 2:24:10\n2 Carla Diaz 2:24:55\n3 Mary Otieno 2:25:01",
    "The Berlin Marathon was cold.\n\n1 Anna Berg (SWE) 2:24:10\n2 Carla Diaz (ESP) 2:24:55\n3 Mary Otieno (KEN) 2:25:01",
    "The Berlin Marathon was cold. 1st Anna Berg 2:24:10, 2nd Carla Diaz 2:24:55, 3rd Mary Otieno 2:25:01.",
    "Berlin Marathon, the first three:\n\n1 Anna Berg 2:24:10\n2 Carla Diaz 2:24:55\n3 Mary Otieno 2:25:01",
    "Berlin Marathon\n\nA cold day for all.\n\n1st Anna Berg 2:24:10\n2nd Carla Diaz 2:24:55\n3rd Mary Otieno 2:25:01",
    "The Berlin Marathon was cold.\n\n1. Anna Berg 2:24:10\n2. Carla Diaz 2:24:55\n3. Mary Otieno 2:25:01",
]

MISSED = [
    "Berlin Marathon: 1 Anna Berg (Swe) 2:24:10; 2 Carla Diaz (Spa) 2:24:55; 3 Mary Otieno (Ken) 2:25:01.",
]


def ranked(facts_of: Any, text: str) -> list[tuple[str, int, str]]:
    found = facts_of(text, "events")
    assert {fact["event"] for _, fact in found} == {"Berlin Marathon"}
    return [(name, fact["rank"], fact["mark"]) for name, fact in found]


@pytest.mark.parametrize("text", LISTS)
def test_reads_ranked_names(facts_of: Any, text: str) -> None:
    assert ranked(facts_of, text) == PODIUM


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", MISSED)
def test_known_misses(facts_of: Any, text: str) -> None:
    assert ranked(facts_of, text) == PODIUM


def test_list_without_an_event_gives_nothing(facts_of: Any) -> None:
    assert facts_of("It was a cold day.\n\n1 Anna Berg 2:24:10\n2 Carla Diaz 2:24:55", "events") == []


def test_list_under_the_heading_of_a_discipline(facts_of: Any) -> None:
    text = "The Asian Games began.\n\nWomen's 100m\n\n1st Anna Berg 11.02\n2nd Carla Diaz 11.10\n\nIt rained all day."
    found = facts_of(text, "events")
    assert [(name, fact["rank"]) for name, fact in found] == [("Anna Berg", 1), ("Carla Diaz", 2)]
    assert all("100m" in fact["discipline"] for _, fact in found)
