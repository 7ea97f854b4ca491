"""What the tests of databases share: a rich article with its record, and how to write and read a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from bioextract.articles import Article
from bioextract.records import ArticleInfo, ExtractorInfo, Record
from bioextract.runs.rejects import Reject
from bioextract.sinks.database import DatabasePlan, open_database
from bioextract.sinks.database.connect import open_engine

EXTRACTOR = ExtractorInfo(version="1", model="by hand", config="c0")
Pair = tuple[Article, bytes]


def person(name: str = "Anna Berg", /, **facts: Any) -> dict[str, Any]:
    """A person of a record; each fact needs only its own fields."""

    def complete(value: Any) -> Any:
        if isinstance(value, list):
            return [complete(fact) for fact in value]
        return {"confidence": 0.5, "evidence": [{"start": 0, "end": 1, "text": "A"}]} | value

    return {"name": name} | {field: complete(value) for field, value in facts.items()}


def pair(text: str = "A text.", *people: dict[str, Any], extractor: ExtractorInfo = EXTRACTOR, **article: Any) -> Pair:
    """An article and the line of its record; its first person is the main subject."""
    read = Article(text, **{"source": "a.txt"} | article)
    info = ArticleInfo(
        id=read.id,
        source=read.source,
        title=read.title,
        published=read.published.isoformat() if read.published else None,
        published_from=read.published_from,
        characters=len(text),
    )
    record = Record.model_validate(
        {
            "extractor": extractor,
            "article": info,
            "main_subject": people[0]["name"] if people else None,
            "people": people,
        }
    )
    return read, record.model_dump_json().encode() + b"\n"


def aged(age: int = 29, name: str = "Anna Berg") -> dict[str, Any]:
    """A person of whom the age is told."""
    return person(name, age={"value": age})


def write(url: str, pairs: Iterable[Pair | Reject], **plan: Any) -> list[str | None]:
    """One run; gives the sources that were not skipped."""
    outcomes = list(pairs)
    lines = {id(outcome[0]): outcome[1] for outcome in outcomes if not isinstance(outcome, Reject)}
    items = [outcome if isinstance(outcome, Reject) else outcome[0] for outcome in outcomes]
    done = []
    with open_database(url, DatabasePlan(**{"extractor": EXTRACTOR} | plan)) as sink:
        for item in sink.pending(items):
            done.append(item.source)
            if isinstance(item, Reject):
                sink.reject(item)
            else:
                sink.write(lines[id(item)])
    return done


def fetch(url: str, sql: str) -> Sequence[tuple[Any, ...]]:
    """The rows of a query."""
    engine = open_engine(url, write=False)
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(sa.text(sql))]
    engine.dispose()
    return rows


def execute(url: str, sql: str) -> None:
    """Changes something behind bioextract's back."""
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text(sql))
    engine.dispose()


def at(pair: Pair, source: str) -> Pair:
    """The same article from another source."""
    article, line = pair
    return replace(article, source=source), line.replace(
        f'"source":"{article.source}"'.encode(), f'"source":"{source}"'.encode()
    )
