"""Tests that measure time run alone: the other processes that share the tests (`pytest -n 2`) wait until they are done.

A test holds the lock together with others, one that is marked `alone` by itself. Who waits for it keeps the door, so
that nobody who comes later is first.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

LOCK, DOOR = Path(__file__), Path(__file__).with_name("conftest.py")


class Turns:
    """Lets a process run its tests when it is their turn."""

    def __init__(self, lock: IO[bytes], door: IO[bytes]) -> None:
        self._lock, self._door = lock, door
        self._keeps = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
        """Waits for the turn; tests that run alone and follow each other have one turn together."""
        if not self._keeps:
            with _held(self._door):
                fcntl.flock(self._lock, fcntl.LOCK_EX if is_alone(item) else fcntl.LOCK_SH)
        try:
            return (yield)
        finally:
            self._keeps = bool(is_alone(item) and nextitem and is_alone(nextitem))
            if not self._keeps:
                fcntl.flock(self._lock, fcntl.LOCK_UN)


def is_alone(item: pytest.Item) -> bool:
    """Whether nothing else may run beside a test."""
    return item.get_closest_marker("alone") is not None


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
