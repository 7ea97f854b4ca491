"""The sink that is a database: skips what is known, gathers batches, commits each whole, and tries again if it must."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

import sqlalchemy as sa

from bioextract.articles import Article
from bioextract.errors import BioextractError
from bioextract.records import ExtractorInfo
from bioextract.runs.outcomes import Incoming, Pause
from bioextract.runs.rejects import Reject
from bioextract.sinks.database.connect import DatabaseError, TransientError, begin, reading
from bioextract.sinks.database.ledger import Entry, Known, find_known, key_of_source, make_entry
from bioextract.sinks.database.prune import Met, prune
from bioextract.sinks.database.runs_table import Run
from bioextract.sinks.database.store import Batch, Written, forget_rejects, store

BATCH_OUTCOMES = 1000
BATCH_SECONDS = 5.0
BATCH_BYTES = 16_000_000
LOOK_AHEAD = 256
LOOK_AHEAD_CHARACTERS = 4_000_000
WAITS = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between the tries after a lost connection; then the run gives up."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DatabasePlan:
    """What the database must know of a run.

    `extractor` is what makes the records: articles that it has done are skipped, unless `force`. `keep_text`: keep the
    text of every article, not only of web pages. `prune`: delete what is no more under `paths`. `command`, which
    must hold no passwords, goes into the table of runs. `tell` is given lines for a person.
    """

    extractor: ExtractorInfo
    keep_text: bool = False
    force: bool = False
    prune: bool = False
    paths: tuple[str, ...] = ()
    command: str | None = None
    tell: Callable[[str], None] = field(default=lambda line: None)


class DatabaseSink:
    """A `Sink`; see there. Every method raises `DatabaseError` when the database is lost for good."""

    def __init__(self, engine: sa.Engine, plan: DatabasePlan, run: Run) -> None:
        self._engine, self._plan, self._run = engine, plan, run
        self._awaited: deque[Entry | None] = deque()  # what `pending` let through, None for a reject
        self._met = Met()
        self._commits = 0
        self._clear()

    @property
    def skipped(self) -> int:
        """Articles that `pending` has left out so far."""
        return self._run.counts.skipped

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """The items still to be done; see `Sink`."""
        for chunk in _look_ahead(items):
            entries = [
                make_entry(item, keep_text=self._plan.keep_text) if isinstance(item, Article) else None
                for item in chunk
            ]
            articles = [entry for entry in entries if entry]
            known, as_of = self._find_known(articles) if articles else None, self._commits
            for item, entry in zip(chunk, entries, strict=True):
                if isinstance(item, Pause):
                    self._flush_if_late()
                    yield item
                    continue
                if known and as_of != self._commits:
                    # A source that was committed since may have held what another one of these names now.
                    known, as_of = self._find_known(articles), self._commits
                is_first = self._met.add(entry or cast("Reject", item))
                # What a second article of one source finds there, the first may have deleted when it is stored.
                if entry and known and is_first and entry.content_key in known.done and not self._plan.force:
                    self._skip(entry, known)
                else:
                    self._awaited.append(entry)
                    yield item

    def write(self, line: bytes) -> None:
        """Takes the record of the next article that `pending` let through. Raises `ValueError` for another one's."""
        entry = self._awaited.popleft()
        if entry is None:
            raise ValueError("a record came in the place of a reject: outcomes must be in order")
        written = Written.from_line(entry, line)
        counts = self._run.counts
        counts.articles += 1
        counts.people += written.people
        counts.facts += written.facts
        self._add(written, entry, len(line))

    def reject(self, reject: Reject) -> None:
        """Takes note of the next item, which gave no record."""
        self._awaited.popleft()
        self._run.counts.rejected += 1
        self._batch.reject(reject)
        self._flush_if_due()

    def leave(self) -> None:
        """Takes note that the next item is not done, though later ones are."""
        self._awaited.popleft()

    def finish(self) -> None:
        """Commits the rest, prunes if asked, and closes the run's row."""
        self._flush()

        def close(connection: sa.Connection) -> list[str]:
            forget_rejects(connection, self._run, [key_of_source(file) for file in self._met.files])
            pruned = prune(connection, self._run, self._plan.paths, self._met) if self._plan.prune else []
            self._run.counts.pruned = len(pruned)
            self._run.update(connection, "done")
            return pruned

        for source in self._try(close):
            self._plan.tell(f"{source}: no more there, deleted from the database")

    def abandon(self, status: str) -> None:
        """Commits what is whole and closes the run's row with the status; a second failure is not worth a word."""
        if self._is_lost:
            return
        try:
            self._flush()
            self._try(lambda connection: self._run.update(connection, status))
        except BioextractError:
            pass

    def _find_known(self, entries: list[Entry]) -> Known:
        return self._try(lambda connection: find_known(connection, entries, self._plan.extractor), write=False)

    def _skip(self, entry: Entry, known: Known) -> None:
        self._run.counts.skipped += 1
        if not known.is_settled(entry):
            self._add(entry, entry, 0)

    def _add(self, article: Written | Entry, entry: Entry, size: int) -> None:
        if self._batch.add(article):
            self._tell_twice(entry.source)
        self._bytes += size + len(entry.text or "")
        self._flush_if_due()

    def _tell_twice(self, source: str) -> None:
        self._plan.tell(f"{source}: names two articles; the database keeps the later one")

    def _clear(self) -> None:
        self._batch, self._bytes, self._since = Batch(), 0, time.monotonic()
        self._is_lost = False

    def _flush_if_due(self) -> None:
        if len(self._batch) == 1:
            self._since = time.monotonic()
        is_late = time.monotonic() - self._since >= BATCH_SECONDS
        if len(self._batch) >= BATCH_OUTCOMES or self._bytes >= BATCH_BYTES or is_late:
            self._flush()

    def _flush_if_late(self) -> None:
        if time.monotonic() - self._since >= BATCH_SECONDS:
            self._flush()

    def _flush(self) -> None:
        if len(self._batch):
            for source in self._try(lambda connection: store(connection, self._run, self._batch)):
                self._tell_twice(source)
            self._commits += 1
            self._clear()

    def _try(self, work: Callable[[sa.Connection], T], *, write: bool = True) -> T:
        """Does the work in one transaction; over and over while the connection is lost, as long as `WAITS` last."""
        for wait in (*WAITS, None):
            try:
                with begin(self._engine) if write else reading(self._engine) as connection:
                    return work(connection)
            except TransientError as error:
                # Connections that were opened before may all be dead.
                self._engine.dispose()
                if wait is None:
                    self._is_lost = True
                    raise DatabaseError(
                        f"{error}; gave up after {len(WAITS) + 1} tries. What was committed is kept: run the same "
                        "command again to go on"
                    ) from error
                self._plan.tell(f"{error}; trying again in {wait:g} s")
                time.sleep(wait)
            except BioextractError:
                self._is_lost = True
                raise
        raise AssertionError("unreachable")


def _look_ahead(items: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """Runs of items, bounded in number and in characters, for one query each; a pause is the last of its run."""
    chunk: list[Incoming] = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        is_full = len(chunk) >= LOOK_AHEAD or characters >= LOOK_AHEAD_CHARACTERS
        if is_full or isinstance(item, Pause):
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk
