"""Whether a database of facts is whole: what no run, however it ended, may leave behind."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bioextract.sinks.database.connect import open_engine
from bioextract.sinks.database.fact_tables import TABLES
from bioextract.sinks.database.schema import metadata

_FACT = "SELECT article_id, person_no, fact_no"
_KEYS = " UNION ALL ".join(f"{_FACT} FROM {table.name}" for table in TABLES.values())
# Each must give no row. The foreign keys are looked at too: SQLite can be written without them.
RULES = {
    "an article that no source holds": "SELECT article_id FROM articles EXCEPT SELECT article_id FROM sources",
    "a source without its article": "SELECT article_id FROM sources EXCEPT SELECT article_id FROM articles",
    "a content twice": "SELECT content_key FROM articles GROUP BY content_key HAVING COUNT(*) > 1",
    "an article under the name of none of its sources": "SELECT a.article_id FROM articles a WHERE NOT EXISTS "
    "(SELECT 1 FROM sources s WHERE s.article_id = a.article_id AND s.source = a.source)",
    "a person without an article": "SELECT article_id FROM people EXCEPT SELECT article_id FROM articles",
    "a person without an athlete": "SELECT athlete_id FROM people EXCEPT SELECT athlete_id FROM athletes",
    "an athlete without people": "SELECT athlete_id FROM athletes EXCEPT SELECT athlete_id FROM people",
    "one telling of two athletes": "SELECT telling FROM people GROUP BY telling HAVING COUNT(DISTINCT athlete_id) > 1",
    "a fact without a person": f"SELECT article_id, person_no FROM ({_KEYS}) f "
    "EXCEPT SELECT article_id, person_no FROM people",
    "a person without facts": "SELECT article_id, person_no FROM people "
    f"EXCEPT SELECT article_id, person_no FROM ({_KEYS}) f",
    "two facts of one number": f"{_FACT} FROM ({_KEYS}) f GROUP BY article_id, person_no, fact_no HAVING COUNT(*) > 1",
    "a fact without evidence": f"{_KEYS} EXCEPT {_FACT} FROM evidence",
    "evidence without a fact": f"{_FACT} FROM evidence EXCEPT SELECT * FROM ({_KEYS}) f",
    "a warning without an article": "SELECT article_id FROM warnings EXCEPT SELECT article_id FROM articles",
    "a reject of what is done in its run or a later one": "SELECT r.source FROM rejects r JOIN sources s "
    "ON s.source_key = r.source_key JOIN articles a ON a.article_id = s.article_id WHERE a.run_id >= r.run_id",
}


def find_problems(url: str) -> list[str]:
    """The rules that the database breaks, with one case each."""
    engine = open_engine(url, write=False)
    with engine.connect() as connection:
        cases = {rule: connection.execute(sa.text(query)).first() for rule, query in RULES.items()}
        if engine.name == "sqlite":
            cases["a foreign key"] = connection.execute(sa.text("PRAGMA foreign_key_check")).first()
            whole = connection.scalar(sa.text("PRAGMA integrity_check"))
            cases["the file"] = None if whole == "ok" else whole
    engine.dispose()
    return [f"{rule}: {tuple(case)}" for rule, case in cases.items() if case is not None]


def count_rows(url: str) -> dict[str, int]:
    """Rows of each table but that of the runs."""
    engine = open_engine(url, write=False)
    with engine.connect() as connection:
        tables = [table for table in metadata.sorted_tables if table.name != "runs"]
        counts = {t.name: connection.scalar(sa.select(sa.func.count()).select_from(t)) or 0 for t in tables}
    engine.dispose()
    return counts


def read_facts(url: str) -> list[tuple[Any, ...]]:
    """All facts by what they say and where, whatever the numbers in the database are."""
    query = (
        "SELECT a.source, a.content_key, p.name, t.name, f.fact_no, f.kind, f.value, f.confidence FROM facts f "
        "JOIN people p ON p.article_id = f.article_id AND p.person_no = f.person_no "
        "JOIN articles a ON a.article_id = p.article_id JOIN athletes t ON t.athlete_id = p.athlete_id"
    )
    engine = open_engine(url, write=False)
    with engine.connect() as connection:
        rows = sorted(tuple(row) for row in connection.execute(sa.text(query)))
    engine.dispose()
    return rows
