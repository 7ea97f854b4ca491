"""Invented articles with records made by hand: what the tests of the report, the views and the comparison share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bioextract.articles import Article
from bioextract.kinds import FIELDS
from bioextract.records import Record

EXTRACTOR = {"version": "1", "model": "by hand", "config": "c0"}
ONE = ("age", "birth_date", "birth_place")


def fact(fact_kind: str, /, *quotes: str, confidence: float = 0.8, **fields: Any) -> dict[str, Any]:
    """A fact that the quotes show; the quotes are found in the text by `make_record`."""
    return {"fact_kind": fact_kind, "quotes": quotes, "confidence": confidence, **fields}


def make_record(article: Article, people: dict[str, list[dict[str, Any]]], **others: Any) -> Record:
    """The record of an article: facts by person. A quote is its first place in the text."""
    told = []
    for name, facts in people.items():
        person: dict[str, Any] = {"name": name}
        for one in facts:
            fields = {key: value for key, value in one.items() if key not in ("fact_kind", "quotes")}
            fields["evidence"] = [span_of(article.text, quote) for quote in one["quotes"]]
            if one["fact_kind"] in ONE:
                person[FIELDS[one["fact_kind"]]] = fields
            else:
                person.setdefault(FIELDS[one["fact_kind"]], []).append(fields)
        told.append(person)
    info = {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published and article.published.isoformat(),
        "characters": len(article.text),
    }
    return Record.model_validate(
        {"extractor": EXTRACTOR, "article": info, "people": told, **others}, context={"text": article.text}
    )


def span_of(text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote}


def write_records(path: Path, *records: Record) -> Path:
    path.write_text("".join(record.model_dump_json() + "\n" for record in records), encoding="utf-8")
    return path
