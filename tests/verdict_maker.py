"""Verdicts by hand, for the tests."""

from __future__ import annotations

from typing import Any

from invented import span_of

from bioextract.articles import Article
from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.verdicts.verdict import Verdict

DAY = "2024-10-01T12:00:00+00:00"


def told(record: Record, kind: str, number: int = 0) -> dict[str, Any]:
    """A fact of a record's first person as JSON."""
    return [fact.model_dump() for one, fact in iterate_facts(record.people[0]) if one == kind][number]


def judge(record: Record, kind: str, verdict: str, *, number: int = 0, at: str = DAY, **mended: Any) -> Verdict:
    """A verdict on a fact of a record's first person; `mended` are the fields that are otherwise."""
    judged = told(record, kind, number)
    return Verdict(
        article=record.article.id,
        person=record.people[0].name,
        kind=kind,
        verdict=verdict,  # type: ignore[arg-type]
        judged=judged,
        fact=judged | mended if mended else None,
        judged_at=at,
    )


def add(article: Article, person: str, kind: str, quote: str, *, at: str = DAY, **fields: Any) -> Verdict:
    """A fact that was missed."""
    fact = fields | {"evidence": [span_of(article.text, quote)], "confidence": 1.0}
    return Verdict(article=article.id, person=person, kind=kind, verdict="added", fact=fact, judged_at=at)
