"""What `bioextract db` does: makes, upgrades and describes a database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from bioextract.sinks.database.connect import name_of, open_engine, reading
from bioextract.sinks.database.migrate import REVISIONS, check_schema, ensure_schema, upgrade
from bioextract.sinks.database.schema import metadata, rejects, runs
from bioextract.table import one_line

SHOWN = 5


def initialise(url: str) -> str:
    """Makes the tables where there are none; gives a line that says so. Raises as `open_database`."""
    with opened(url) as engine:
        ensure_schema(engine, url)
        return f"{name_of(engine.url)}: schema {REVISIONS[-1]} is there"


def upgrade_schema(url: str) -> str:
    """Brings the tables up to date; gives a line that says what was done. Raises as `open_database`."""
    with opened(url) as engine:
        before, after = upgrade(engine, url)
        done = f"is up to date ({after})" if before == after else f"is now {after}, was {before or 'not there'}"
        return f"{name_of(engine.url)}: schema {done}"


def describe(url: str) -> dict[str, Any]:
    """Schema, rows of each table, the last runs and rejects, the latest first. Raises as `open_database`."""
    with opened(url, write=False) as engine:
        check_schema(engine, url)
        with reading(engine) as connection:
            count = sa.select(sa.func.count())
            return {
                "database": name_of(engine.url),
                "schema": REVISIONS[-1],
                "rows": {table.name: connection.scalar(count.select_from(table)) for table in metadata.sorted_tables},
                "runs": _latest(connection, sa.select(runs).order_by(runs.c.run_id.desc())),
                "rejects": _latest(connection, sa.select(rejects).order_by(rejects.c.rejected_at.desc())),
            }


def show(description: dict[str, Any]) -> str:
    """A description as lines of text."""
    lines = [f"{description['database']}: schema {description['schema']}"]
    lines += [f"  {name:<18}{rows:>12,}" for name, rows in description["rows"].items()]
    for run in description["runs"]:
        lines.append(
            f"run {run['run_id']}: {run['status']}, started {run['started_at']:%Y-%m-%d %H:%M:%S}, {run['articles']} "
            f"articles, {run['skipped']} skipped, {run['rejected']} rejected, {run['facts']} facts, by {run['model']} "
            f"of bioextract {run['version']}"
        )
    lines += [
        one_line(f"reject: {reject['source']}: {reject['message']} (attempts: {reject['attempts']})")
        for reject in description["rejects"]
    ]
    return "\n".join(lines)


def _latest(connection: sa.Connection, query: sa.Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query.limit(SHOWN)).mappings()]


@contextmanager
def opened(url: str, *, write: bool = True) -> Iterator[sa.Engine]:
    """An engine for the block. Raises as `open_engine`."""
    engine = open_engine(url, write=write)
    try:
        yield engine
    finally:
        engine.dispose()
