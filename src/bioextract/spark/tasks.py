"""What a task of Spark does with its rows: articles to records as rows, or into a database.

The first try of a task works in the Python worker itself. A later one comes after a worker has died, perhaps of an
article: then a process of its own does the articles, so that one that kills it costs three starts and is rejected.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import islice
from typing import Any

import pyarrow as pa
from pyspark import TaskContext

from bioextract.articles import ReadOptions
from bioextract.runs.batch import run_batch
from bioextract.runs.outcomes import Done, Item, Left, Outcome, extract_lines
from bioextract.runs.pool import extract_in_workers
from bioextract.runs.summary import Summary
from bioextract.sinks.database import DatabasePlan
from bioextract.sinks.database.shared import join_run
from bioextract.spark.schema import RECORD, REJECT, arrow_type, fit, reject_row, writable
from bioextract.spark.settings import Settings

ROWS = 64
"""Rows that leave together, so that a task holds few records at a time, however large Spark's batches are."""
BYTES = 16_000_000
COUNTS = ("articles", "skipped", "rejected", "people", "facts")

Read = Callable[[pa.RecordBatch, ReadOptions], Iterator[Item]]
"""Rows -> articles and rejects."""


def extract_rows(read: Read, settings: Settings, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows with the columns `record` and `reject`; `read` gives one item a row."""
    waiting: deque[pa.RecordBatch] = deque()

    def items() -> Iterator[Item]:
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS):
                waiting.append(part := batch.slice(start, ROWS))
                yield from read(part, settings.options)

    outcomes = extract_items(items(), settings)
    with closing(outcomes):
        for first in outcomes:
            part = waiting.popleft()
            done = [first, *islice(outcomes, part.num_rows - 1)]
            yield pa.RecordBatch.from_arrays([*part.columns, *_result(done)], [*part.schema.names, "record", "reject"])


def extract_documents(read: Read, settings: Settings, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A row an article: `source`, `record`, `reject`."""
    items = (item for batch in batches for item in read(batch, settings.options))
    with closing(extract_items(items, settings)) as outcomes:
        for done in _bounded(outcomes):
            sources = pa.array([writable(outcome.source) for outcome in done], pa.string())
            yield pa.RecordBatch.from_arrays([sources, *_result(done)], ["source", "record", "reject"])


def store_documents(  # noqa: PLR0913, PLR0917
    read: Read,
    settings: Settings,
    url: str,
    plan: DatabasePlan,
    run_id: int,
    batches: Iterator[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    """Writes into a database what it does not have; gives one row with what was done: `COUNTS`."""
    summary = Summary()
    with join_run(url, plan, run_id) as sink:
        items = (item for batch in batches for item in read(batch, settings.options))
        with closing(extract_items(sink.pending(items), settings)) as outcomes:
            run_batch(outcomes, sink, None, summary=summary)
    told = {"facts": sum(summary.facts.values())}
    yield pa.RecordBatch.from_pylist(
        [{name: told.get(name, getattr(summary, name)) for name in COUNTS}],
        pa.schema([(name, pa.int64()) for name in COUNTS]),
    )


def extract_items(items: Iterator[Item], settings: Settings) -> Any:
    """One outcome an item, in order, as a generator."""
    context = TaskContext.get()
    is_again = context is not None and context.attemptNumber() > 0
    return (extract_in_workers if is_again else extract_lines)(items, settings.work())


def _bounded(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    """Runs of outcomes, bounded in number and in bytes."""
    run: list[Outcome] = []
    size = 0
    for outcome in outcomes:
        run.append(outcome)
        size += len(outcome.line) if isinstance(outcome, Done) else 0
        if len(run) >= ROWS or size >= BYTES:
            yield run
            run, size = [], 0
    if run:
        yield run


def _result(outcomes: Sequence[Outcome]) -> list[pa.Array]:
    """The columns `record` and `reject`: one of them is null in each row."""
    records = [fit(json.loads(one.line)) if isinstance(one, Done) else None for one in outcomes]
    rejects = [None if isinstance(one, Done | Left) else reject_row(one) for one in outcomes]
    record_type, reject_type = _types()
    return [pa.array(records, record_type), pa.array(rejects, reject_type)]


@cache
def _types() -> tuple[pa.DataType, pa.DataType]:
    return arrow_type(RECORD), arrow_type(REJECT)
