"""What articles say -> rows of people, facts, evidence and warnings, and away with them.

The rows are the facts with the verdicts of people; what the extractor said of a judged article stands in `extracted`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from bioextract.collector import collector_paused
from bioextract.sinks.database import schema
from bioextract.sinks.database.athletes import assign_athletes, find_tellings
from bioextract.sinks.database.bulk import among, insert
from bioextract.sinks.database.rows import PARTS, PersonRow, Rows, add_rows, parse, person_rows
from bioextract.verdicts.verdict import Verdict

Gone = tuple[str, str]
"""Identity and key of a telling that an article had, see `athletes`."""


class Whose(NamedTuple):
    """An article of the database: its number, the key of its content, the name of its main subject."""

    article_id: int
    content_key: str
    main_subject: str | None


Said = tuple[Whose, bytes, Sequence[Verdict] | None]
"""An article, its statements as the extractor told them (JSON), and the verdicts on them."""


@collector_paused()
def insert_statements(connection: sa.Connection, articles: Iterable[Said], gone: set[Gone]) -> None:
    """Adds what articles say, the verdicts applied; there must be nothing of theirs. `gone`: what they told before."""
    people: list[PersonRow] = []
    rows: Rows = {table.name: [] for table in PARTS}
    extracted: list[tuple[Any, ...]] = []
    for whose, raw, verdicts in articles:
        statements = parse(raw)
        if verdicts:
            extracted.append((whose.article_id, json.dumps(statements, ensure_ascii=False)))
            statements = _correct(statements, verdicts)
        people += person_rows(statements["people"], whose.main_subject, whose.article_id, whose.content_key)
        add_rows(statements, whose.article_id, rows)
    assign_athletes(connection, people, gone)
    insert(connection, schema.people, [row.values for row in people])
    for table in PARTS:
        insert(connection, table, rows[table.name])
    insert(connection, schema.extracted, extracted)


def delete_statements(connection: sa.Connection, article_ids: Sequence[int]) -> set[Gone]:
    """Deletes what the articles say, by way of the people and warnings; gives what they told of people."""
    if not article_ids:
        return set()
    gone = find_tellings(connection, article_ids)
    for table in (schema.people, schema.warnings, schema.extracted):
        connection.execute(sa.delete(table).where(among(connection, table.c.article_id, article_ids)))
    return gone


def _correct(statements: dict[str, Any], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    from bioextract.records import Person
    from bioextract.verdicts.apply import correct_people

    people = correct_people(statements["people"], verdicts)
    # The models read the counts of appearances off anew.
    whole = [Person.model_validate(person).model_dump(mode="json") for person in people]
    return {**statements, "people": whole}
