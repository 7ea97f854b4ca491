"""The schema and the rows, the same in every database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from databases import EXTRACTOR, fetch, pair, person, write
from integrity import find_problems

from bioextract.kinds import FIELDS
from bioextract.runs.rejects import Reject
from bioextract.sinks.database.connect import open_engine
from bioextract.sinks.database.fact_tables import TABLES
from bioextract.sinks.database.schema import metadata
from bioextract.sinks.database.views import VIEWS

DAY = dt.date(2023, 8, 26)
ANNA = person(
    "Anna Berg",
    aliases=[],
    age={"value": 29, "as_of": "2023-08-26", "confidence": 0.9},
    birth_date={"value": "1994-03"},
    birth_place={"value": "Lund"},
    nationalities=[{"value": "Sweden", "code": "SWE"}],
    residences=[{"value": "Oslo", "status": "former", "start": "2015", "end": "2019-06-30"}],
    disciplines=[{"value": "marathon runner"}],
    counts=[{"event": "Olympic Games", "what": "appearances", "value": 3, "qualifier": "at_least"}],
    sponsors=[{"description": "a shoe company", "status": "future"}],
    teams=[{"name": "Lund AC"}],
    relations=[{"role": "coach", "name": "Lars Holm"}],
    marks=[{"kind": "personal_best", "mark": "2:25:01", "discipline": "marathon", "amount": 8701, "unit": "s"}],
    events=[{"event": "Oslo Marathon", "date": "2023-09", "date_precision": "month", "rank": 2, "medal": "silver"}],
)
SPAN = {"evidence": [{"start": 2, "end": 6, "text": "text"}, {"start": 0, "end": 1, "text": "A"}]}
LARS = person("Lars", age={"value": 50} | SPAN) | {"aliases": ["Holm", "Coach Holm"]}
ROWS: dict[str, list[tuple[Any, ...]]] = {
    "sources": [("in/a.txt", 1)],
    "athletes": [(1, "Anna Berg", "anna berg")],
    "aliases": [(1, 1, 0, "Holm"), (1, 1, 1, "Coach Holm")],
    "ages": [(1, 0, 0, 29, "2023-08-26", "day", 0.9), (1, 1, 0, 50, None, None, 0.5)],
    "birth_dates": [(1, 0, 1, "1994-03", "1994-03-01", "month", 0.5)],
    "birth_places": [(1, 0, 2, "Lund", 0.5)],
    "nationalities": [(1, 0, 3, "Sweden", "SWE", 0.5)],
    "residences": [(1, 0, 4, "Oslo", "former", "2015-01-01", "year", "2019-06-30", "day", 0.5)],
    "disciplines": [(1, 0, 5, "marathon runner", 0.5)],
    "counts": [(1, 0, 6, "Olympic Games", "appearances", 3, "at_least", 0.5)],
    "sponsors": [(1, 0, 7, None, "a shoe company", "future", None, None, None, None, 0.5)],
    "teams": [(1, 0, 8, "Lund AC", None, "current", None, None, None, None, 0.5)],
    "relations": [(1, 0, 9, "coach", "Lars Holm", "current", 0.5)],
    "marks": [(1, 0, 10, "personal_best", "2:25:01", "marathon", 8701.0, "s", None, None, None, 0.5)],
    "participations": [
        (
            *(1, 0, 11, "Oslo Marathon", None, "2023-09-01", "month", None, None, None),
            *("past", 2, None, "silver", None, 0.5),
        )
    ],
    "evidence": [*((1, 0, n, 0, 0, 1, "A") for n in range(12)), (1, 1, 0, 0, 2, 6, "text"), (1, 1, 0, 1, 0, 1, "A")],
    "warnings": [(1, 0, "conflict.age", "Two ages.")],
    "warning_evidence": [(1, 0, 0, 2, 6, "text")],
}


@pytest.fixture(scope="module")
def filled(make_empty: Callable[[], str]) -> str:
    """A database with one article that has a fact of each kind."""
    url = make_empty()
    article, line = pair(
        "A text.", ANNA, LARS, source="in/a.txt", title="Title", published=DAY, published_from="document"
    )
    warning = {"code": "conflict.age", "message": "Two ages.", "evidence": SPAN["evidence"][:1]}
    record = json.loads(line) | {"warnings": [warning]}
    line = json.dumps(record, separators=(",", ":")).encode()
    write(url, [(article, line), Reject("in/b.txt", 7, "read", "ReadError", "broken")], command="bioextract run in")
    return url


def plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Dates as SQLite has them."""
    return tuple(value.isoformat() if isinstance(value, dt.date) else value for value in row)


@pytest.mark.parametrize("table", ROWS)
def test_rows(filled: str, table: str) -> None:
    columns = ", ".join(f'"{column.name}"' for column in metadata.tables[table].columns if column.name != "source_key")
    where = " WHERE athlete_id = 1" if table == "athletes" else ""
    assert sorted(map(plain, fetch(filled, f"SELECT {columns} FROM {table}{where} ")), key=str) == sorted(
        ROWS[table], key=str
    )


def test_every_table_has_been_looked_at() -> None:
    others = {"articles", "people", "rejects", "runs", "verdicts", "extracted"}
    assert {*ROWS, *others} == set(metadata.tables)
    assert list(TABLES) == list(FIELDS)


def test_article_people_reject_and_run(filled: str) -> None:
    columns = "source, title, published, published_from, language, characters, main_subject, text, run_id"
    assert [plain(row) for row in fetch(filled, f"SELECT {columns} FROM articles")] == [
        ("in/a.txt", "Title", "2023-08-26", "document", "en", 7, "Anna Berg", None, 1)
    ]
    assert fetch(
        filled, "SELECT extractor_version, extractor_model, extractor_config, schema_version FROM articles"
    ) == [("1", "by hand", "c0", "1.0")]
    people = "SELECT person_no, athlete_id, name, is_main_subject, olympic_count, signature FROM people ORDER BY 1"
    assert fetch(filled, people) == [
        (0, 1, "Anna Berg", True, 3, "1994-03|SWE|athletics"),
        (1, 2, "Lars", False, None, "||"),
    ]
    rejects = "SELECT source, line, stage, error, message, attempts, run_id FROM rejects"
    assert fetch(filled, rejects) == [("in/b.txt", 7, "read", "ReadError", "broken", 1, 1)]
    runs = "SELECT run_id, model, config, command, status, articles, skipped, people, facts, rejected FROM runs"
    assert fetch(filled, runs) == [(1, EXTRACTOR.model, "c0", "bioextract run in", "done", 1, 0, 2, 13, 1)]
    assert fetch(filled, "SELECT 1 FROM runs WHERE started_at <= committed_at AND committed_at <= ended_at")


def test_schema(filled: str) -> None:
    """As the metadata has it: columns, what may be null, keys, indexes, foreign keys, checks, views, comments."""
    engine = open_engine(filled, write=False)
    inspector = sa.inspect(engine)
    assert set(inspector.get_table_names()) == {*metadata.tables, "bioextract_version"}
    assert set(inspector.get_view_names()) == set(VIEWS)
    for table in metadata.sorted_tables:
        columns = {column["name"]: column for column in inspector.get_columns(table.name)}
        assert list(columns) == [column.name for column in table.columns]
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, (table.name, column.name)
            found = columns[column.name]["type"]
            assert found._type_affinity is column.type._type_affinity, (table.name, column.name)
            if engine.name == "postgresql":
                assert columns[column.name]["comment"] == column.comment
        key = inspector.get_pk_constraint(table.name)["constrained_columns"]
        assert key == [column.name for column in table.primary_key.columns]
        keys = {(tuple(k["constrained_columns"]), k["referred_table"]) for k in inspector.get_foreign_keys(table.name)}
        assert keys == {(tuple(k.column_keys), k.referred_table.name) for k in table.foreign_key_constraints}
        checks = {check["name"] for check in inspector.get_check_constraints(table.name)}
        assert checks == {check.name for check in table.constraints if isinstance(check, sa.CheckConstraint)}
        indexes = {
            index["name"] for index in inspector.get_indexes(table.name) if not index.get("duplicates_constraint")
        }
        assert {index.name for index in table.indexes} <= indexes
    engine.dispose()


def test_whole(filled: str) -> None:
    assert find_problems(filled) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ages SET value = 200",
        "UPDATE ages SET confidence = 1.5",
        "UPDATE ages SET as_of_precision = NULL",
        "UPDATE counts SET what = 'lunches'",
        "UPDATE sponsors SET description = NULL",
        "UPDATE evidence SET end_offset = 0",
        "UPDATE people SET name = NULL",
        "UPDATE marks SET unit = 'miles'",
        "UPDATE nationalities SET code = 'SWEDEN'",
        "UPDATE participations SET rank = 0",
        "UPDATE people SET athlete_id = 999",
        "INSERT INTO disciplines SELECT article_id, 99, fact_no, value, confidence FROM disciplines",
        "INSERT INTO disciplines SELECT * FROM disciplines",
    ],
)
def test_what_the_record_rules_out_the_database_refuses(filled: str, change: str) -> None:
    engine = open_engine(filled)
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(sa.text(change))
    engine.dispose()


def test_parquet_read_by_duckdb(filled: str, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    from bioextract.sinks.database.export import export_parquet

    written = dict(export_parquet(filled, tmp_path / "out"))
    assert {path.stem for path in written} == set(metadata.tables)
    with duckdb.connect() as connection:
        for table, rows in ROWS.items():
            if table not in ("athletes", "sources"):
                found = connection.execute(f"SELECT * FROM '{tmp_path}/out/{table}.parquet'").fetchall()
                assert sorted(map(plain, found), key=str) == sorted(rows, key=str)
        [(at, published)] = connection.execute(
            f"SELECT r.started_at, a.published FROM '{tmp_path}/out/runs.parquet' r, '{tmp_path}/out/articles.parquet' a"
        ).fetchall()
        assert at.tzinfo and published == DAY
