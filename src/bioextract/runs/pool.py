"""Articles to outcomes in worker processes.

Workers get chunks of articles and give back one outcome after another; the outcomes leave in the order of the articles.
The number of chunks under way is bounded, so that memory does not grow with the input.

A pool that is asked to stop lets each worker finish its article. What is done beyond one that is not done is given too,
with `Left` in the place of what is missing.

When a worker dies, the article that it was at is known. What is left of its chunk goes to a fresh process, that article
first; if this one dies of it too, and a third, the article is rejected and the rest of the chunk goes on. So a
poisonous article costs three starts, however long its chunk and however many of them there are. An article that takes
too long is rejected at once, and its worker replaced. A worker does a harmless article before it says that it is ready:
one that dies before that dies of the machine or the installation, and after a few of those the run ends.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from bioextract.articles import Article
from bioextract.errors import ExtractError, TimeLimitError, WorkerDiedError, WorkersError
from bioextract.runs.outcomes import Item, Left, Outcome, Pause, Work, source_of
from bioextract.runs.rejects import Reject
from bioextract.runs.worker import Message, Worker, explain_exit

CHUNK_ARTICLES = 8
CHUNK_CHARACTERS = 200_000
CHUNKS_PER_WORKER = 8
ATTEMPTS = 3
"""Tries of an article whose worker died: two may have been killed from outside while it was at the same one."""
FAILED_STARTS = 3
TICK_S = 0.5
"""How long a wait lasts at most: the wish to stop is looked at in between."""


@dataclass(slots=True)
class _Chunk:
    items: list[Item]
    outcomes: deque[Outcome] = field(default_factory=deque)  # not yet given away
    done: int = 0  # items with an outcome
    deaths: int = 0  # of processes that were at the first item without one

    def add(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.done += 1
        self.deaths = 0

    def reject(self, kind: type[ExtractError], reason: str) -> None:
        source = source_of(self.items[self.done])
        self.add(Reject(source, None, kind.stage, kind.__name__, reason, attempts=self.deaths or 1))

    @property
    def is_done(self) -> bool:
        return self.done == len(self.items)


@dataclass(slots=True)
class _Hand:
    """A worker and what it has in hand."""

    worker: Worker
    is_ready: bool = False
    chunk: _Chunk | None = None
    since: float = 0.0  # when it began with its article, monotonic clock


def extract_in_workers(items: Iterable[Item | Pause], work: Work) -> Generator[Outcome]:
    """One outcome an item, in order. Raises what `make_extractor` raises, and `WorkersError`."""
    pool = _Pool(work)
    try:
        yield from pool.run(chunk_items(items))
    finally:
        pool.close()


def chunk_items(items: Iterable[Item | Pause]) -> Iterator[list[Item]]:
    """Runs of items, each bounded in number and in characters; a longer article is a chunk of its own.

    A pause ends a run, which may be empty then.
    """
    chunk: list[Item] = []
    characters = 0
    for item in items:
        if isinstance(item, Pause):
            yield chunk
            chunk, characters = [], 0
            continue
        length = len(item.text) if isinstance(item, Article) else 0
        if chunk and (len(chunk) >= CHUNK_ARTICLES or characters + length > CHUNK_CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append(item)
        characters += length
    if chunk:
        yield chunk


class _Pool:
    def __init__(self, work: Work) -> None:
        self._work = work
        self._hands: dict[Connection, _Hand] = {}
        self._under_way: deque[_Chunk] = deque()  # in the order of the articles
        self._waiting: deque[_Chunk] = deque()  # those that no worker has
        self._failed_starts = 0

    def run(self, chunks: Iterator[list[Item]]) -> Iterator[Outcome]:
        while not self._work.should_stop():
            has_room = len(self._under_way) < CHUNKS_PER_WORKER * self._work.jobs
            items = next(chunks, None) if has_room else []
            if items and not self._work.should_stop():
                self._under_way.append(chunk := _Chunk(items))
                self._waiting.append(chunk)
            if items is None and not self._under_way:
                return
            self._hand_out()
            self._receive(seconds=0 if has_room and items is not None else TICK_S)
            yield from self._take_finished()
        self._finish_in_hand()
        yield from self._take_all()

    def close(self) -> None:
        for hand in self._hands.values():
            hand.worker.kill()
        self._hands.clear()

    def _take_finished(self) -> Iterator[Outcome]:
        """The outcomes up to the first article that has none."""
        while self._under_way:
            chunk = self._under_way[0]
            while chunk.outcomes:
                yield chunk.outcomes.popleft()
            if not chunk.is_done:
                return
            self._under_way.popleft()

    def _take_all(self) -> Iterator[Outcome]:
        """What is finished, and what is missing in between."""
        missing: list[Item] = []
        for chunk in self._under_way:
            if chunk.outcomes:
                yield from (Left(source_of(item)) for item in missing)
                missing.clear()
            yield from chunk.outcomes
            missing += chunk.items[chunk.done :]

    def _hand_out(self) -> None:
        free = sum(hand.chunk is None for hand in self._hands.values())
        while len(self._hands) < self._work.jobs and free < len(self._waiting):
            worker = Worker(self._work.make_extractor)
            self._hands[worker.pipe] = _Hand(worker)
            free += 1
        for hand in list(self._hands.values()):
            if self._waiting and hand.is_ready and hand.chunk is None:
                self._give(hand, self._waiting.popleft())

    def _give(self, hand: _Hand, chunk: _Chunk) -> None:
        hand.chunk, hand.since = chunk, time.monotonic()
        try:
            hand.worker.send(chunk.items[chunk.done :])
        except OSError:
            self._bury(hand)

    def _receive(self, seconds: float) -> None:
        """Takes what the workers have to say, for which it waits a while."""
        for pipe in wait(list(self._hands), self._time_left(seconds)):
            if isinstance(pipe, Connection):
                self._listen(self._hands[pipe])
        if self._work.time_limit is not None:
            self._check_time(self._work.time_limit)

    def _listen(self, hand: _Hand) -> None:
        """Takes all that it has said: it may be some time until it is listened to again."""
        while True:
            try:
                message = hand.worker.receive()
            except EOFError:
                self._bury(hand)
                return
            if message is None:
                return
            self._take(hand, message)

    def _take(self, hand: _Hand, message: Message) -> None:
        if isinstance(message, Exception):
            raise message
        if isinstance(message, str):
            hand.is_ready = True
            self._failed_starts = 0
        elif hand.chunk:
            hand.chunk.add(message)
            hand.since = time.monotonic()
            if hand.chunk.is_done:
                hand.chunk = None

    def _bury(self, hand: _Hand) -> None:
        """Tells the fault of the machine from that of the article, and lets the chunk go on without the worker."""
        reason = explain_exit(self._remove(hand))
        if not hand.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                raise WorkersError(
                    f"worker processes die before they can start ({reason}); use fewer of them (-j), "
                    "free some memory, or see whether `bioextract extract FILE` works"
                )
        elif chunk := hand.chunk:
            chunk.deaths += 1
            if chunk.deaths >= ATTEMPTS:
                chunk.reject(WorkerDiedError, f"the process that worked on this article died ({reason})")
            self._put_back(chunk)

    def _check_time(self, limit: float) -> None:
        for hand in list(self._hands.values()):
            chunk = hand.chunk
            if chunk and time.monotonic() - hand.since > limit and not hand.worker.pipe.poll():
                self._remove(hand)
                chunk.reject(TimeLimitError, f"took longer than {limit:g} s (--doc-timeout)")
                self._put_back(chunk)

    def _remove(self, hand: _Hand) -> int:
        del self._hands[hand.worker.pipe]
        return hand.worker.kill()

    def _put_back(self, chunk: _Chunk) -> None:
        if not chunk.is_done:
            self._waiting.appendleft(chunk)

    def _time_left(self, seconds: float) -> float:
        limit = self._work.time_limit
        if limit is None:
            return seconds
        ends = [hand.since + limit for hand in self._hands.values() if hand.chunk]
        return max(0.0, min([seconds, *(end - time.monotonic() for end in ends)]))

    def _finish_in_hand(self) -> None:
        """Waits for the article that each worker is at; no other is begun."""
        self._waiting.clear()
        while any(hand.chunk for hand in self._hands.values()):
            before = {id(hand): hand.chunk.done for hand in self._hands.values() if hand.chunk}
            self._receive(TICK_S)
            self._waiting.clear()
            for hand in list(self._hands.values()):
                if hand.chunk is None or hand.chunk.done > before.get(id(hand), -1):
                    self._remove(hand)
