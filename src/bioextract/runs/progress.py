"""How far a run is: a line that moves on a terminal, else a line in the log every half minute."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task
from rich.text import Text

LOG_SECONDS = 30.0
WINDOW_S = 60.0
"""The pace is that of the last minute: articles that are skipped go by much faster than others."""

logger = logging.getLogger("bioextract")


@dataclass(frozen=True, slots=True)
class State:
    """Numbers of articles so far; `total` is None where it cannot be known."""

    done: int
    skipped: int
    rejected: int
    total: int | None = None

    @property
    def passed(self) -> int:
        """Articles that are behind us."""
        return self.done + self.skipped + self.rejected


@dataclass(slots=True)
class Pace:
    """Articles per second over the last minute."""

    _marks: deque[tuple[float, int]] = field(default_factory=deque)

    def per_second(self, passed: int, now: float) -> float | None:
        """The pace, None at the beginning. `now` is in seconds of a clock that only goes forward.

        >>> pace = Pace()
        >>> pace.per_second(0, 10.0), pace.per_second(30, 20.0)
        (None, 3.0)
        """
        if not self._marks or now - self._marks[-1][0] >= 1:
            self._marks.append((now, passed))
        while len(self._marks) > 2 and now - self._marks[0][0] > WINDOW_S:
            self._marks.popleft()
        start, before = self._marks[0]
        return (passed - before) / (now - start) if now > start else None


def describe(state: State, per_second: float | None) -> str:
    """The state in words.

    >>> describe(State(done=1200, skipped=0, rejected=3, total=2403), 4.0)
    '1,200 of 2,403 articles, 3 rejected, 4.0 articles/s, about 5 min left'
    >>> describe(State(done=1, skipped=2, rejected=0), None)
    '1 article, 2 skipped, 0 rejected'
    """
    of = f" of {state.total:,}" if state.total is not None else ""
    parts = [f"{state.done:,}{of} article{'' if state.done == 1 and not of else 's'}"]
    parts += [f"{state.skipped:,} skipped"] if state.skipped else []
    parts += [f"{state.rejected:,} rejected"]
    if per_second:
        parts += [f"{per_second:.1f} articles/s"]
        if state.total is not None and state.total > state.passed:
            parts += [f"about {_duration((state.total - state.passed) / per_second)} left"]
    return ", ".join(parts)


@contextmanager
def show_progress(console: Console, state: Callable[[], State]) -> Iterator[None]:
    """Shows the state on a terminal while the block lasts."""
    columns = (SpinnerColumn(), _StateColumn(state), BarColumn(bar_width=20))
    with Progress(*columns, console=console, transient=True, refresh_per_second=4) as progress:
        progress.add_task("", total=None)
        yield
        progress.refresh()


@contextmanager
def log_progress(state: Callable[[], State]) -> Iterator[None]:
    """Logs the state now and then while the block lasts."""
    end, pace = threading.Event(), Pace()

    def log() -> None:
        pace.per_second(0, time.monotonic())
        while not end.wait(LOG_SECONDS):
            now = state()
            logger.info(describe(now, pace.per_second(now.passed, time.monotonic())))

    thread = threading.Thread(target=log, daemon=True)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


class _StateColumn(ProgressColumn):
    def __init__(self, state: Callable[[], State]) -> None:
        super().__init__()
        self._state, self._pace = state, Pace()

    def render(self, task: Task) -> Text:
        state = self._state()
        task.completed, task.total = state.passed, state.total  # for the bar
        return Text(describe(state, self._pace.per_second(state.passed, time.monotonic())))


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} h"
