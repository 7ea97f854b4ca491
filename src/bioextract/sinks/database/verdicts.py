"""The table of verdicts: read, written, and what the tables of facts say brought in line with it."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from bioextract.records import Person
from bioextract.sinks.database import schema
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.read import read_statements
from bioextract.sinks.database.statements import Whose, delete_statements, insert_statements
from bioextract.verdicts.verdict import Verdict


def find_verdicts(connection: sa.Connection, ids: Collection[str] | None = None) -> dict[str, list[Verdict]]:
    """The verdicts on the texts of these `articles.id` (None: on all), in the order in which they were given."""
    v = schema.verdicts.c
    query = sa.select(schema.verdicts).order_by(v.judged_at, v.verdict_key)
    if ids is not None:
        query = query.where(among(connection, v.id, sorted(ids)))
    found: dict[str, list[Verdict]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.id].append(_from_row(row))
    return dict(found)


def put_verdict(connection: sa.Connection, verdict: Verdict) -> None:
    """Keeps a verdict in place of an earlier one on the same fact, or takes it back if it is `withdrawn`.

    The tables of facts then say what they say with all verdicts on the article.
    """
    v = schema.verdicts.c
    connection.execute(sa.delete(schema.verdicts).where(v.verdict_key == verdict.key))
    if verdict.verdict != "withdrawn":
        connection.execute(sa.insert(schema.verdicts).values(_to_row(verdict)))
    _bring_in_line(connection, verdict.article)


def check_writable(connection: sa.Connection) -> None:
    """Raises what the driver raises where nobody can write verdicts."""
    connection.execute(sa.delete(schema.verdicts).where(schema.verdicts.c.verdict_key == ""))


def _bring_in_line(connection: sa.Connection, text_id: str) -> None:
    a = schema.articles.c
    query = sa.select(a.article_id, a.content_key, a.main_subject).where(a.id == text_id).order_by(a.article_id)
    articles = [Whose(*row) for row in connection.execute(query)]
    numbers = [article.article_id for article in articles]
    said = {number: _whole(told) for number, told in read_statements(connection, numbers).items()}
    verdicts = find_verdicts(connection, [text_id]).get(text_id)
    gone = delete_statements(connection, numbers)
    insert_statements(connection, [(whose, said[whose.article_id], verdicts) for whose in articles], gone)


def _whole(statements: dict[str, Any]) -> bytes:
    """The statements as in a line of a record, the derived counts too."""
    people = [Person.model_validate(person).model_dump(mode="json") for person in statements["people"]]
    return json.dumps({**statements, "people": people}).encode()


def _to_row(verdict: Verdict) -> dict[str, Any]:
    start, end = verdict.span
    return {
        "verdict_key": verdict.key,
        "id": verdict.article,
        **verdict.model_dump(include={"person", "kind", "verdict"}),
        "start_offset": start,
        "end_offset": end,
        **{name: _to_json(getattr(verdict, name)) for name in ("judged", "fact")},
        "judged_at": dt.datetime.fromisoformat(verdict.judged_at),
    }


def _from_row(row: sa.Row[Any]) -> Verdict:
    return Verdict(
        article=row.id,
        person=row.person,
        kind=row.kind,
        verdict=row.verdict,
        **{name: json.loads(text) if (text := getattr(row, name)) else None for name in ("judged", "fact")},
        judged_at=row.judged_at.isoformat(),
    )


def _to_json(fact: dict[str, Any] | None) -> str | None:
    return None if fact is None else json.dumps(fact)
