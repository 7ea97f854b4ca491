"""Articles read in a thread of their own, for inputs that keep one waiting: what has come does not wait with them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import Empty, Full, Queue
from typing import TypeVar

from bioextract.runs.outcomes import Pause

AHEAD = 8
"""Items that are read before they are asked for; an article may be large."""
PAUSE_S = 0.05
LOOK_S = 0.2
"""How often the thread looks whether it is wanted still, and how long the end waits for it."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


@contextmanager
def read_ahead(items: Iterable[T]) -> Iterator[Iterator[T | Pause]]:
    """The same items, and a `Pause` whenever they have been waited for a moment, altogether since the last one.

    What reading raises is raised in the consumer, behind what was read before. The thread ends with the block, or, if
    it waits for its input then, with the process.
    """
    queue: Queue[T | _End] = Queue(AHEAD)
    is_over = threading.Event()

    def put(item: T | _End) -> None:
        while not is_over.is_set():
            with suppress(Full):
                queue.put(item, timeout=LOOK_S)
                return

    def read() -> None:
        end = _End()
        try:
            for item in items:
                put(item)
                if is_over.is_set():
                    return
        except BaseException as error:
            end = _End(error)
        put(end)

    thread = threading.Thread(target=read, name="reader", daemon=True)
    thread.start()
    try:
        yield _take(queue.get)
    finally:
        is_over.set()
        thread.join(2 * LOOK_S)


def _take(get: Callable[..., T | _End]) -> Iterator[T | Pause]:
    patience = PAUSE_S
    while True:
        began = time.monotonic()
        try:
            item = get(timeout=max(0.0, patience))
        except Empty:
            yield Pause()
            patience = PAUSE_S
            continue
        patience -= time.monotonic() - began
        if not isinstance(item, _End):
            yield item
        elif item.error is not None:
            raise item.error
        else:
            return
