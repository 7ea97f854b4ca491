"""The row of a run in the table `runs`: made when it starts, updated with every commit, closed when it ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from bioextract import __version__
from bioextract.records import ExtractorInfo
from bioextract.sinks.database.schema import runs


@dataclass(slots=True)
class Counts:
    """What a run has done so far: the columns of the same names."""

    articles: int = 0
    skipped: int = 0
    people: int = 0
    facts: int = 0
    rejected: int = 0
    pruned: int = 0


@dataclass(slots=True)
class Run:
    """A run and its counts."""

    run_id: int
    counts: Counts = field(default_factory=Counts)

    def update(self, connection: sa.Connection, status: str | None = None) -> None:
        """Writes the counts; with a `status` the run is at its end."""
        now = dt.datetime.now(dt.UTC)
        counts = {name: getattr(self.counts, name) for name in Counts.__dataclass_fields__}
        end = {"status": status, "ended_at": now} if status else {}
        row = sa.update(runs).where(runs.c.run_id == self.run_id)
        connection.execute(row.values(**counts, committed_at=now, **end))


def start_run(connection: sa.Connection, extractor: ExtractorInfo, command: str | None) -> Run:
    """A new row; `command` must hold no passwords."""
    run_id = (connection.scalar(sa.select(sa.func.max(runs.c.run_id))) or 0) + 1
    row = sa.insert(runs).values(
        run_id=run_id,
        version=__version__,
        model=extractor.model,
        config=extractor.config,
        command=command,
        status="running",
        started_at=dt.datetime.now(dt.UTC),
        **dict.fromkeys(Counts.__dataclass_fields__, 0),
    )
    connection.execute(row)
    return Run(run_id)


def moment(connection: sa.Connection) -> Any:
    """Now, as bulk paths write it, which know no types."""
    now = dt.datetime.now(dt.UTC)
    return now if connection.dialect.name == "postgresql" else now.strftime("%Y-%m-%d %H:%M:%S.%f")
