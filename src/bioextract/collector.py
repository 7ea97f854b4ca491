"""Python's garbage collector, paused for work that makes many objects and hardly any cycles among them."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_paused_by = set[object]()  # one for each pause that is going on, in any thread


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles inside, in no thread; it goes on with the end of the last pause, if it was on before."""
    pause = object()
    try:
        with _lock:
            if gc.isenabled() or _paused_by:
                _paused_by.add(pause)
                gc.disable()
        yield
    finally:
        with _lock:
            if pause in _paused_by:
                _paused_by.remove(pause)
                if not _paused_by:
                    gc.enable()
