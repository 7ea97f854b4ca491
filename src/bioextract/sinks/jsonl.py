"""JSON Lines: to a stream, or to a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from bioextract.rejects import Reject
    from bioextract.workers import Item


class JsonlStream:
    """Writes each record at once, so that what reads a pipe waits for nothing and a kill loses nothing."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.skipped = 0

    def pending(self, items: Iterable[Item]) -> Iterator[Item]:
        """All of them: nothing is there yet."""
        return iter(items)

    def reject(self, reject: Reject) -> None:
        """Rejects have a file of their own."""

    def write(self, line: bytes) -> None:
        """Appends one record. Raises `OSError` when it cannot be written."""
        self._stream.write(line)
        self._stream.flush()


def part_of(path: Path) -> Path:
    """Where the finished lines of a run are until it is done: `facts.jsonl` -> `facts.jsonl.part`.

    >>> part_of(Path("out/facts.jsonl")).name
    'facts.jsonl.part'
    """
    return path.with_name(path.name + ".part")


@contextmanager
def open_jsonl(path: Path) -> Iterator[JsonlStream]:
    """A sink that becomes the file `path` when the block ends well; else the finished lines stay in `part_of(path)`.

    A pipe or a device is written to directly, for it cannot be replaced. An `OSError` names the path.
    """
    path = path.resolve()  # a symbolic link stays a link
    if path.exists() and not path.is_file():
        with open_directly(path) as sink:
            yield sink
        return
    with naming_errors(str(path)):
        with part_of(path).open("wb") as stream:
            yield JsonlStream(stream)
            os.fsync(stream.fileno())
        part_of(path).replace(path)


@contextmanager
def open_directly(path: Path) -> Iterator[JsonlStream]:
    """A sink that empties and fills the file itself. An `OSError` names the path."""
    with naming_errors(str(path)), path.open("wb") as stream:
        yield JsonlStream(stream)


@contextmanager
def naming_errors(name: str) -> Iterator[None]:
    """Writing and closing raise `OSError` without a name: in this block they get one."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = name
        raise
