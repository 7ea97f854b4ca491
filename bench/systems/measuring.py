"""One round of one system in this process: how fast, how large, and the records that it makes of annotated articles."""

from __future__ import annotations

import resource
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from systems.system import Json, Reader, System

FIRST: Json = {"id": "first", "title": None, "published": None, "text": "Anna Berg, 29, won the Oslo Marathon in 2019."}


@dataclass(frozen=True, slots=True)
class Round:
    """What one process measured; seconds are CPU seconds, memory is the peak of the resident set.

    `load_seconds`: from the start of the process to the record of one sentence.
    """

    words: int
    articles: int
    seconds: float
    load_seconds: float
    peak_mb: float

    @property
    def words_per_second(self) -> float:
        """Words per CPU second, loading left out."""
        return self.words / self.seconds


def load(system: System) -> tuple[Reader, float]:
    """The reader, and the CPU seconds of this process when it has read one sentence."""
    read = system.load()
    deque(read([FIRST]), maxlen=0)
    return read, time.process_time()


def measure(read: Reader, load_seconds: float, articles: list[Json], limit: float) -> Round:
    """Has the articles read one by one, until all are done or `limit` CPU seconds are over."""
    start = time.process_time()
    done = sum(1 for _ in until(limit, read(articles)))
    seconds = time.process_time() - start
    words = sum(len(article["text"].split()) for article in articles[:done])
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Round(words, done, seconds, load_seconds, peak_mb)


def until(limit: float, records: Iterator[str | None]) -> Iterable[str | None]:
    """The records; none is asked for after `limit` CPU seconds, yet there is one."""
    end = time.process_time() + limit
    first = next(records)
    yield first
    while time.process_time() < end:
        try:
            yield next(records)
        except StopIteration:
            return
