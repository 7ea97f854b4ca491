"""Records in a database: SQLite or PostgreSQL, each article exactly once, whatever is killed when.

`docs/database.md` explains the tables, the views, who is the same athlete, and what is committed together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bioextract.passwords import hide_passwords
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.connect import DatabaseError, begin, open_engine, reading
from bioextract.sinks.database.migrate import check_schema, ensure_schema
from bioextract.sinks.database.runs_table import start_run
from bioextract.sinks.database.schema import rejects
from bioextract.sinks.database.sink import DatabasePlan, DatabaseSink

__all__ = ["DatabaseError", "DatabasePlan", "DatabaseSink", "forget_rejects", "known_rejects", "open_database"]


@contextmanager
def open_database(url: str, plan: DatabasePlan) -> Iterator[DatabaseSink]:
    """A sink for one run; the tables are made if the database has none.

    When the block ends well all is committed, and pruned if asked; when it ends by an exception, what is whole is
    committed. Raises `UsageError` for a URL or a schema that cannot be used, `DatabaseError` where the database fails.
    """
    engine = open_engine(url)
    try:
        ensure_schema(engine, url)
        command = hide_passwords(plan.command) if plan.command else None
        with begin(engine) as connection:
            run = start_run(connection, plan.extractor, command)
        sink = DatabaseSink(engine, plan, run)
        try:
            yield sink
        except BaseException as error:
            sink.abandon("interrupted" if isinstance(error, KeyboardInterrupt | GeneratorExit) else "failed")
            raise
        sink.finish()
    finally:
        engine.dispose()


def known_rejects(url: str) -> list[str]:
    """The sources of the table of rejects, in order. Raises as `open_database`."""
    engine = open_engine(url, write=False)
    try:
        check_schema(engine, url)
        with reading(engine) as connection:
            return list(connection.scalars(sa.select(rejects.c.source).order_by(rejects.c.source)))
    finally:
        engine.dispose()


def forget_rejects(url: str, sources: Iterable[str]) -> None:
    """Deletes the rejects with these sources. Raises as `open_database`."""
    engine = open_engine(url)
    try:
        with begin(engine) as connection:
            connection.execute(sa.delete(rejects).where(among(connection, rejects.c.source, list(sources))))
    finally:
        engine.dispose()
