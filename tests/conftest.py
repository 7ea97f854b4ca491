"""What the tests share: facts of a text as plain tuples; a folder of articles and an extractor that costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import ANNA, FAKE, LARS, write_articles

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


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with two articles in `in/`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "anna.txt").write_text(ANNA)
    (tmp_path / "in" / "lars.txt").write_text(LARS)
    return tmp_path


@pytest.fixture
def fake(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The fake extractor in all processes, and `many.jsonl`, 40 articles that are done."""
    (folder / "fake").mkdir()
    (folder / "fake" / "sitecustomize.py").write_text(FAKE)
    monkeypatch.setenv("PYTHONPATH", str(folder / "fake"))
    write_articles(folder / "many.jsonl", ["plain text"] * 40)
    return folder
