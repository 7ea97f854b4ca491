"""Ctrl-C and SIGTERM: the first ends a run in order, the second at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any, TypeVar

from bioextract.errors import Interrupted

SIGNALS = (signal.SIGINT, signal.SIGTERM)

T = TypeVar("T")


class Interruption:
    """While it is entered, the first signal is a wish that the run asks for; the second raises `Interrupted`.

    `tell` is called once, in a thread of its own, when the first signal comes. Signals belong to the main thread:
    in another one, nothing is handled.
    """

    def __init__(self, tell: Callable[[], None] = lambda: None) -> None:
        self.requested: int | None = None
        self._tell = tell
        self._is_reading = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._handle) for number in SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def is_requested(self) -> bool:
        """Whether the run should end."""
        return self.requested is not None

    def check(self) -> None:
        """Raises `Interrupted` if the run should end."""
        if self.requested is not None:
            raise Interrupted(self.requested)

    def until(self, items: Iterable[T]) -> Iterator[T]:
        """The items as they come; the stream ends when the run should, even while it waits for the next one."""
        iterator = iter(items)
        try:
            while True:
                # Reading may wait for ever (a pipe), so it is broken off; nothing is lost by that.
                self._is_reading = True
                self.check()
                item = next(iterator)
                self._is_reading = False
                yield item
        except (StopIteration, Interrupted):
            return
        finally:
            self._is_reading = False

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self.requested is not None:
            raise Interrupted(self.requested)
        self.requested = number
        if self._is_reading:
            raise Interrupted(number)
        # In a thread: the code that was interrupted may be about to print too.
        threading.Thread(target=self._tell, daemon=True).start()
