"""TARGET of a job: a folder of Parquet files, or a database. Each takes a DataFrame of rows, once or as batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from pyspark.sql import DataFrame, Observation
from pyspark.sql import functions as F  # noqa: N812
from pyspark.sql import types as T  # noqa: N812

from bioextract.sinks.database import DatabasePlan
from bioextract.sinks.database.shared import SharedRun, share_run
from bioextract.spark.frame import RESULT
from bioextract.spark.settings import Settings
from bioextract.spark.tasks import COUNTS, Read, extract_documents, store_documents

ROW = T.StructType([T.StructField("source", T.StringType()), *RESULT])
"""A row of the Parquet files: an article, its record, or why it has none."""
_COUNTED = T.StructType([T.StructField(name, T.LongType()) for name in COUNTS])


class Target(Protocol):
    """Where records go. Writing a batch of the same number again changes nothing."""

    def write(self, rows: DataFrame, batch: int | None) -> Mapping[str, int]:
        """Writes all; gives the numbers of `COUNTS` that it knows. `batch` None: there is but one."""


@dataclass(frozen=True, slots=True)
class ParquetTarget:
    """A folder of files; of a stream, a folder `batch=N` in it for each batch, replaced as a whole."""

    folder: str
    read: Read
    settings: Settings
    force: bool = False

    def write(self, rows: DataFrame, batch: int | None) -> Mapping[str, int]:
        """See `Target`."""
        done = rows.mapInArrow(partial(extract_documents, self.read, self.settings), ROW)
        # Counted where it is written: of a task that is tried again, the try that ended well counts.
        seen = Observation()
        done = done.observe(
            seen, F.count("record.schema_version").alias("articles"), F.count("reject").alias("rejected")
        )
        if batch is None:
            done.write.mode("overwrite" if self.force else "errorifexists").parquet(self.folder)
        else:
            done.write.mode("overwrite").parquet(f"{self.folder}/batch={batch}")
        return Counter(seen.get)


@dataclass(frozen=True, slots=True)
class DatabaseTarget:
    """A database: every task writes by itself, by key, in the one run of the job."""

    url: str
    plan: DatabasePlan
    run: SharedRun
    read: Read
    settings: Settings

    def write(self, rows: DataFrame, batch: int | None) -> Mapping[str, int]:
        """See `Target`. Raises `DatabaseError`."""
        task = partial(store_documents, self.read, self.settings, self.url, self.plan, self.run.run.run_id)
        counts: Counter[str] = Counter()
        for row in rows.mapInArrow(task, _COUNTED).collect():
            counts.update(row.asDict())
        self.run.add(counts)
        return counts


@contextmanager
def open_database_target(url: str, plan: DatabasePlan, read: Read, settings: Settings) -> Iterator[DatabaseTarget]:
    """Begins a run in the database, ended with the block. Raises as `share_run`."""
    with share_run(url, plan) as run:
        yield DatabaseTarget(url, plan, run, read, settings)
