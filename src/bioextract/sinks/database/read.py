"""Rows of the tables -> records, for the report, exports and the desk where facts are judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json

from bioextract.errors import BioextractError
from bioextract.kinds import FIELDS
from bioextract.records import SCHEMA_VERSION, Record
from bioextract.sinks.database import schema
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.fact_tables import TABLES
from bioextract.sinks.database.rows import SINGLE
from bioextract.verdicts.verdict import FACT_TYPES

AT_ONCE = 200
DATES = {"as_of": "as_of", "date": "date", "start_date": "start", "end_date": "end"}
"""Columns of dates and the fields of the record that they come from."""
_LENGTHS = {"year": 4, "month": 7, "day": 10}
Statements = dict[str, Any]
PersonKey = tuple[int, int]


def read_records(connection: sa.Connection, *, as_extracted: bool = False) -> Iterator[Record]:
    """The records of all articles in the order of their numbers, as they are with the verdicts of people.

    With `as_extracted`, as the extractor told them. Raises `BioextractError` for a record of another schema version.
    """
    ids = list(connection.scalars(sa.select(schema.articles.c.article_id).order_by(schema.articles.c.article_id)))
    for first in range(0, len(ids), AT_ONCE):
        yield from _read_some(connection, ids[first : first + AT_ONCE], as_extracted=as_extracted)


def read_texts(connection: sa.Connection) -> dict[str, str]:
    """The texts that the database keeps, by `articles.id`."""
    a = schema.articles.c
    rows = connection.execute(sa.select(a.id, a.text).where(a.text.is_not(None)))
    return {row.id: row.text for row in rows}


def read_rejects(connection: sa.Connection) -> list[dict[str, Any]]:
    """What could not be used, as in a file of rejects."""
    r = schema.rejects.c
    query = sa.select(r.source, r.line, r.stage, r.error, r.message).order_by(r.source)
    return [dict(row) for row in connection.execute(query).mappings()]


def read_statements(
    connection: sa.Connection, article_ids: Sequence[int], *, as_extracted: bool = True
) -> dict[int, Statements]:
    """What the articles say, `people` and `warnings` as in their records but for the derived counts, by number."""
    statements: dict[int, Statements] = {
        article_id: {"people": people, "warnings": []}
        for article_id, people in _read_people(connection, article_ids).items()
    }
    for article_id, warnings in _read_warnings(connection, article_ids).items():
        statements[article_id]["warnings"] = warnings
    if as_extracted:
        statements |= {
            row.article_id: from_json(row.statements) for row in _rows(connection, schema.extracted, article_ids)
        }
    return statements


def _read_some(connection: sa.Connection, article_ids: Sequence[int], *, as_extracted: bool) -> Iterator[Record]:
    statements = read_statements(connection, article_ids, as_extracted=as_extracted)
    for row in _rows(connection, schema.articles, article_ids):
        if row.schema_version != SCHEMA_VERSION:
            raise BioextractError(
                f"{row.source}: its record has schema version {row.schema_version!r}, and this program reads "
                f"{SCHEMA_VERSION!r}; extract the articles again"
            )
        info = {
            name: getattr(row, name) for name in ("id", "source", "title", "published_from", "language", "characters")
        }
        yield Record.model_validate(
            {
                "extractor": {
                    "version": row.extractor_version,
                    "model": row.extractor_model,
                    "config": row.extractor_config,
                },
                "article": info | {"published": row.published and row.published.isoformat()},
                "main_subject": row.main_subject,
                **statements[row.article_id],
            }
        )


def _read_people(connection: sa.Connection, article_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    people: dict[int, list[dict[str, Any]]] = {article_id: [] for article_id in article_ids}
    by_key: dict[PersonKey, dict[str, Any]] = {}
    for row in _rows(connection, schema.people, article_ids):
        by_key[row.article_id, row.person_no] = person = {"name": row.name, "aliases": []}
        people[row.article_id].append(person)
    for row in _rows(connection, schema.aliases, article_ids):
        by_key[row.article_id, row.person_no]["aliases"].append(row.alias)
    spans: dict[tuple[int, int, int], list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(connection, schema.evidence, article_ids):
        spans[row.article_id, row.person_no, row.fact_no].append(_span(row))
    for kind, table in TABLES.items():
        for row in _rows(connection, table, article_ids):
            fact = _fact(kind, row) | {"evidence": spans[row.article_id, row.person_no, row.fact_no]}
            person = by_key[row.article_id, row.person_no]
            if kind in SINGLE:
                person[FIELDS[kind]] = fact
            else:
                person.setdefault(FIELDS[kind], []).append(fact)
    return people


def _read_warnings(connection: sa.Connection, article_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    warnings: dict[int, list[dict[str, Any]]] = defaultdict(list)
    by_key: dict[tuple[int, int], dict[str, Any]] = {}
    for row in _rows(connection, schema.warnings, article_ids):
        by_key[row.article_id, row.warning_no] = warning = {"code": row.code, "message": row.message, "evidence": []}
        warnings[row.article_id].append(warning)
    for row in _rows(connection, schema.warning_evidence, article_ids):
        by_key[row.article_id, row.warning_no]["evidence"].append(_span(row))
    return warnings


def _rows(connection: sa.Connection, table: sa.Table, article_ids: Sequence[int]) -> Sequence[sa.Row[Any]]:
    query = sa.select(table).where(among(connection, table.c.article_id, article_ids))
    return connection.execute(query.order_by(*table.primary_key.columns)).all()


def _span(row: sa.Row[Any]) -> dict[str, Any]:
    return {"start": row.start_offset, "end": row.end_offset, "text": row.text}


def _fact(kind: str, row: sa.Row[Any]) -> dict[str, Any]:
    """The fields of a fact: dates as far as they are given."""
    values = dict(row._mapping)
    for column, field in DATES.items():
        if column in values:
            precision = values[f"{column.removesuffix('_date')}_precision"]
            day = values[column]
            values[field] = day and day.isoformat()[: _LENGTHS[precision]]
    return {name: values[name] for name in FACT_TYPES[kind].model_fields if name in values}
