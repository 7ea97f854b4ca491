"""The garbage collector is paused, and goes on, whoever pauses it and whatever happens meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from bioextract.collector import collector_paused


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="lost"), collector_paused():
        assert not gc.isenabled()
        raise ValueError("lost")
    assert gc.isenabled()


def test_goes_on_with_the_end_of_the_last_pause() -> None:
    first, second = ExitStack(), ExitStack()  # as of two threads: they end in the order in which they began
    first.enter_context(collector_paused())
    second.enter_context(collector_paused())
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()


def test_stays_off_where_it_was_off() -> None:
    gc.disable()
    with collector_paused():
        assert not gc.isenabled()
    assert not gc.isenabled()
