"""One run of many processes, perhaps on many machines: one row in `runs`, and a sink a task.

Tasks may be tried again after they have committed something: articles and rejects are written by key, and the counts
come from the tasks that ended well, so nothing is there or counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from bioextract.sinks.database.connect import begin, open_engine
from bioextract.sinks.database.migrate import ensure_schema
from bioextract.sinks.database.runs_table import Run, start_run
from bioextract.sinks.database.sink import DatabasePlan, DatabaseSink


class JoinedRun(Run):
    """A run that another process has begun and will end: its row is left alone."""

    def update(self, connection: sa.Connection, status: str | None = None) -> None:
        """Does nothing."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The run as the process sees it that has begun it."""

    engine: sa.Engine
    run: Run

    def add(self, counts: Mapping[str, int]) -> None:
        """Counts what tasks have done: fields of `Counts`. Raises `DatabaseError`."""
        for name, number in counts.items():
            setattr(self.run.counts, name, getattr(self.run.counts, name) + number)
        with begin(self.engine) as connection:
            self.run.update(connection)


@contextmanager
def share_run(url: str, plan: DatabasePlan) -> Iterator[SharedRun]:
    """Begins a run, and closes its row when the block ends. Raises as `open_database`."""
    engine = open_engine(url)
    try:
        ensure_schema(engine, url)
        with begin(engine) as connection:
            run = start_run(connection, plan.extractor, plan.command)
        status = "failed"
        try:
            yield SharedRun(engine, run)
            status = "done"
        except KeyboardInterrupt:
            status = "interrupted"
            raise
        finally:
            with begin(engine) as connection:
                run.update(connection, status)
    finally:
        engine.dispose()


@contextmanager
def join_run(url: str, plan: DatabasePlan, run_id: int) -> Iterator[DatabaseSink]:
    """The sink of one task of a run that `share_run` has begun. Raises as `open_database`."""
    engine = open_engine(url)
    try:
        sink = DatabaseSink(engine, plan, JoinedRun(run_id))
        try:
            yield sink
        except BaseException:
            sink.abandon("failed")
            raise
        sink.finish()
    finally:
        engine.dispose()
