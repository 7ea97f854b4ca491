"""How two processes share the tests (`pytest -n 2`): by files, all of Spark in one, and what measures time alone.

A test holds the lock together with others, one that is marked `alone` by itself. Who waits for it keeps the door, so
that nobody who comes later is first.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

SPARK = "tests/spark/"
LOCK, DOOR = Path(__file__), Path(__file__).with_name("conftest.py")


class Turns:
    """Lets a process run a test when it is its turn."""

    def __init__(self, lock: IO[bytes], door: IO[bytes]) -> None:
        self._lock, self._door = lock, door

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Waits for the turn."""
        with _held(self._door):
            fcntl.flock(self._lock, fcntl.LOCK_EX if item.get_closest_marker("alone") else fcntl.LOCK_SH)
        try:
            return (yield)
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)


@contextmanager
def _held(file: IO[bytes]) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def take_turns(config: pytest.Config) -> None:
    """To be called once in a process that runs tests; where one process runs them all there is nobody to wait for."""
    if not hasattr(config, "workerinput"):
        return
    lock, door = LOCK.open("rb"), DOOR.open("rb")
    config.add_cleanup(lock.close)
    config.add_cleanup(door.close)
    config.pluginmanager.register(Turns(lock, door))


def make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deals the tests out by files, those of Spark together, since it takes long to start."""
    # `--dist loadgroup` does so by marks, but xdist 3.8 cannot read them under pytest 9.2: there is no group then.
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return SPARK if nodeid.startswith(SPARK) else super()._split_scope(nodeid)

    return ByFile(config, log)
