"""Reading in a thread of its own: nothing is lost, nothing waits, and it ends with the block."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from bioextract.runs.outcomes import Pause
from bioextract.runs.read_ahead import AHEAD, read_ahead


def readers() -> int:
    return sum(thread.name == "reader" for thread in threading.enumerate())


def test_all_items_in_order() -> None:
    with read_ahead(range(5000)) as items:
        assert [item for item in items if not isinstance(item, Pause)] == list(range(5000))
    assert not readers()


def test_pauses_where_nothing_comes() -> None:
    go_on = threading.Event()

    def slow() -> Iterator[int]:
        yield 1
        yield 2
        assert go_on.wait(10)
        yield 3

    with read_ahead(slow()) as items:
        seen = [next(items), next(items)]
        assert isinstance(next(items), Pause)
        assert isinstance(next(items), Pause)
        go_on.set()
        assert seen + [item for item in items if not isinstance(item, Pause)] == [1, 2, 3]


def test_pauses_in_a_trickle() -> None:
    """Each item comes sooner than one would call it a pause, but together they have been waited for."""

    def trickle() -> Iterator[int]:
        for number in range(30):
            time.sleep(0.02)
            yield number

    with read_ahead(trickle()) as items:
        assert sum(isinstance(item, Pause) for item in items) >= 5


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, EOFError])
def test_errors_of_the_reader_come_behind_what_was_read(error: type[BaseException]) -> None:
    def broken() -> Iterator[int]:
        yield from range(20)
        raise error("broken")

    seen: list[int | Pause] = []
    with pytest.raises(error, match="broken"), read_ahead(broken()) as items:
        seen += items
    assert [item for item in seen if not isinstance(item, Pause)] == list(range(20))
    assert not readers()


@pytest.mark.parametrize("leave", [lambda: None, lambda: 1 / 0])
def test_the_thread_ends_with_the_block(leave: Callable[[], object]) -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    try:
        with read_ahead(endless()) as items:
            next(items)
            time.sleep(0.2)
            assert taken <= AHEAD + 2  # bounded
            leave()
    except ZeroDivisionError:
        pass
    assert not readers()


def test_a_thread_that_waits_for_ever_holds_nobody_up() -> None:
    go_on = threading.Event()

    def stuck() -> Iterator[int]:
        yield 1
        go_on.wait(10)

    began = time.monotonic()
    with read_ahead(stuck()) as items:
        assert next(items) == 1
    assert time.monotonic() - began < 2
    go_on.set()
