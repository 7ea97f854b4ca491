"""What the tests share: facts of a text as plain tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bioextract import Article, Extractor

SINGLE = ("age", "birth_date", "birth_place")
FactsOf = Callable[..., list[tuple[str, dict[str, Any]]]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The rules alone: what they find does not hang on the weights."""
    return Extractor(rules_only=True)


@pytest.fixture(scope="session")
def facts_of(extractor: Extractor) -> FactsOf:
    """(text, field of Person, published=, title=) -> (person's name, fields that are not None) of every fact of that kind."""

    def find(text: str, field: str, **article: Any) -> list[tuple[str, dict[str, Any]]]:
        record = extractor.extract(Article(text, **article))
        found = []
        for person in record.people:
            value = getattr(person, field)
            for fact in [value] if field in SINGLE else value:
                if fact is not None:
                    assert all(text[s.start : s.end] == s.text for s in fact.evidence)
                    found.append((person.name, fact.model_dump(exclude={"evidence", "confidence"}, exclude_none=True)))
        return found

    return find
