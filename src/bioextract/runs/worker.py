"""One worker process: chunks of items in, one outcome an item out, over a pipe of its own.

No lock or queue is shared with other processes, so a worker may be killed at any moment and harms nobody. It sends each
outcome as soon as it has it: so the parent always knows which article it is at.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection

from bioextract.articles import Article
from bioextract.runs.interruption import SIGNALS
from bioextract.runs.outcomes import ExtractsOne, Item, MakeExtractor, Outcome, extract_one

WARM_UP = Article("Anna Berg, 29, is a Swedish runner who won the Oslo Marathon on Sunday and was happy with it.")
"""Done before the first article: loads the model, and dies of what is no article's fault."""

READY = "ready"
Message = Outcome | str | Exception
"""An outcome, READY once at the start, or the exception that the extractor could not be built for."""


class Worker:
    """The parent's end of a worker process, which starts at once."""

    def __init__(self, make_extractor: MakeExtractor) -> None:
        self.pipe, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(target=_serve, args=(theirs, make_extractor), daemon=True)
        resource_tracker.ensure_running()  # it lets signals through again when it starts
        with _deferring_signals():
            self._process.start()
        theirs.close()  # else its end would not be seen

    def send(self, chunk: Sequence[Item]) -> None:
        """Gives work to a worker that has none. Raises `OSError` if it is dead."""
        self.pipe.send(list(chunk))

    def receive(self) -> Message | None:
        """What it has to say, else None; raises `EOFError` if it is dead and has said all."""
        try:
            return self.pipe.recv() if self.pipe.poll() else None
        except OSError:
            raise EOFError from None

    def kill(self) -> int:
        """Ends it; returns its exit code, negative for a signal, which is 9 if it was still alive."""
        self._process.kill()
        self._process.join()
        self.pipe.close()
        return self._process.exitcode or 0


def explain_exit(code: int) -> str:
    """What an exit code means.

    >>> explain_exit(-9)
    'killed by SIGKILL, perhaps for lack of memory'
    >>> explain_exit(3)
    'exit code 3'
    """
    if code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"killed by {name}{', perhaps for lack of memory' if -code == signal.SIGKILL else ''}"


@contextmanager
def _deferring_signals() -> Iterator[None]:
    """Holds signals back while a worker starts, which inherits that for good: only the main process answers them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, make_extractor: MakeExtractor) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        try:
            extractor = make_extractor()
        except Exception as error:
            pipe.send(_picklable(error))
            return
        _warm_up(extractor)
        pipe.send(READY)
        while True:
            for item in pipe.recv():
                pipe.send(extract_one(extractor, item))
    except (EOFError, OSError):
        return  # the parent has closed its end


def _warm_up(extractor: ExtractsOne) -> None:
    extract_one(extractor, WARM_UP)


def _end_with_parent() -> None:
    """A worker whose parent was killed would finish its chunk for nobody."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
