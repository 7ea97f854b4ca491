"""The twelve kinds of fact: the name of each, and where a person keeps the facts of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bioextract.records import Fact, Person

FIELDS: dict[str, str] = {
    "age": "age",
    "birth_date": "birth_date",
    "birth_place": "birth_place",
    "nationality": "nationalities",
    "residence": "residences",
    "discipline": "disciplines",
    "count": "counts",
    "sponsor": "sponsors",
    "team": "teams",
    "relation": "relations",
    "mark": "marks",
    "participation": "events",
}


def iterate_facts(person: Person) -> Iterator[tuple[str, Fact]]:
    """Each fact of a person with its kind, kinds in fixed order."""
    for kind, field in FIELDS.items():
        value = getattr(person, field)
        for fact in value if isinstance(value, list) else [value]:
            if fact is not None:
                yield kind, fact
