"""Articles to record lines, in this process or in several; always in the order of the articles.

A worker process gets a chunk of articles and gives back bytes, never spaCy objects. The number of chunks under way is
bounded, so that memory does not grow with the input. When a worker dies, the chunks that went down with it are done
again one article at a time in a process of their own: the article that kills that one too is rejected.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Protocol

from bioextract.articles import Article
from bioextract.errors import ArticleError
from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.rejects import Reject

CHUNK_ARTICLES = 16
CHUNK_CHARACTERS = 200_000
CHUNKS_PER_WORKER = 3


class ExtractsOne(Protocol):
    """What is asked of an extractor."""

    def extract(self, article: Article) -> Record:
        """The record of one article; raises `ExtractError` when it cannot be extracted."""


@dataclass(frozen=True, slots=True)
class Done:
    """One finished article: its record as a line of JSON (UTF-8, with the line break), and what it holds."""

    source: str
    line: bytes
    people: int
    facts: Mapping[str, int]


Item = Article | Reject
Outcome = Done | Reject
MakeExtractor = Callable[[], ExtractsOne]
"""Builds an extractor; must be picklable when there are several processes."""


def extract_lines(items: Iterable[Item], make_extractor: MakeExtractor, *, jobs: int = 1) -> Generator[Outcome]:
    """One outcome an item, in order; the same bytes for any number of `jobs` (worker processes; 1 = this process)."""
    if jobs > 1:
        return _extract_in_workers(items, make_extractor, jobs)
    extractor = make_extractor()
    return (_extract_one(extractor, item) for item in items)


def _extract_one(extractor: ExtractsOne, item: Item) -> Outcome:
    if isinstance(item, Reject):
        return item
    try:
        record = extractor.extract(item)
        facts = Counter(kind for person in record.people for kind, _ in iterate_facts(person))
        return Done(_source(item), record.model_dump_json().encode() + b"\n", len(record.people), dict(facts))
    except ArticleError as error:
        return Reject.from_error(error)
    except Exception as error:  # whatever one article does to the extractor, the others are done
        return Reject.from_crash(_source(item), error)


def _source(article: Article) -> str:
    return article.source or article.id


def _extract_in_workers(items: Iterable[Item], make_extractor: MakeExtractor, jobs: int) -> Generator[Outcome]:
    under_way: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
    with _Workers(make_extractor, jobs) as many, _Workers(make_extractor, 1) as alone:
        for chunk in _chunk(items):
            under_way.append((chunk, many.submit(chunk)))
            if len(under_way) >= CHUNKS_PER_WORKER * jobs:
                yield from _collect(*under_way.popleft(), alone)
        while under_way:
            yield from _collect(*under_way.popleft(), alone)


def _chunk(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Runs of items, each bounded in number and in characters; a longer article is a chunk of its own."""
    chunk: list[Item] = []
    characters = 0
    for item in items:
        length = len(item.text) if isinstance(item, Article) else 0
        if chunk and (len(chunk) >= CHUNK_ARTICLES or characters + length > CHUNK_CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append(item)
        characters += length
    if chunk:
        yield chunk


def _collect(chunk: list[Item], future: Future[list[Outcome]], alone: _Workers) -> Iterator[Outcome]:
    try:
        yield from future.result()
    except BrokenProcessPool:
        for item in chunk:
            yield _retry(item, alone)


def _retry(item: Item, alone: _Workers) -> Outcome:
    if isinstance(item, Reject):
        return item
    try:
        return alone.submit([item]).result()[0]
    except BrokenProcessPool:
        reason = "the process that worked on this article died (a crash, or out of memory)"
        return Reject(_source(item), None, "extract", "ExtractError", reason)


class _Workers:
    """A pool of processes that starts when it is needed, and starts again after one of them died."""

    def __init__(self, make_extractor: MakeExtractor, jobs: int) -> None:
        self._make_extractor, self._jobs = make_extractor, jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._stop(kill=kind is not None)

    def submit(self, chunk: list[Item]) -> Future[list[Outcome]]:
        """The outcomes of a chunk, to come; the future raises `BrokenProcessPool` when a worker dies."""
        try:
            return self._submit(chunk)
        except BrokenProcessPool:
            self._stop(kill=True)
            return self._submit(chunk)

    def _submit(self, chunk: list[Item]) -> Future[list[Outcome]]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._jobs, get_context("spawn"), initializer=_start_worker, initargs=(self._make_extractor,)
            )
        with _interrupt_later():
            return self._pool.submit(_work, chunk)

    def _stop(self, *, kill: bool) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((pool._processes or {}).values()) if kill else []
        pool.shutdown(wait=not kill, cancel_futures=True)
        for process in processes:
            process.kill()


@contextmanager
def _interrupt_later() -> Iterator[None]:
    """Holds Ctrl-C back while workers start: they inherit that, and only the main process answers it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """The state of a worker process."""

    make_extractor: MakeExtractor
    extractor: ExtractsOne | None = None


def _start_worker(make_extractor: MakeExtractor) -> None:
    # Built with the first chunk and not here: an error here would look like a worker that died.
    _Worker.make_extractor = staticmethod(make_extractor)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work forever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(chunk: list[Item]) -> list[Outcome]:
    if _Worker.extractor is None:
        _Worker.extractor = _Worker.make_extractor()
    extractor = _Worker.extractor
    return [_extract_one(extractor, item) for item in chunk]
