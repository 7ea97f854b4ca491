"""JSON Lines: to a stream, or to a file that appears under its name only when it is whole."""

from __future__ import annotations

import fcntl
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bioextract.errors import UsageError

if TYPE_CHECKING:
    from bioextract.runs.outcomes import Incoming
    from bioextract.runs.rejects import Reject


class JsonlStream:
    """Writes each record at once, so that what reads a pipe waits for nothing and a kill loses nothing."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self.skipped = 0

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """All of them: nothing is there yet."""
        return iter(items)

    def reject(self, reject: Reject) -> None:
        """Rejects have a file of their own."""

    def leave(self) -> None:
        """What is not there is done by the run that goes on."""

    def write(self, line: bytes) -> None:
        """Appends one record. Raises `OSError`, which names the stream, when it cannot be written."""
        with naming_errors(self._name):
            self._stream.write(line)
            self._stream.flush()


class LineFile(io.FileIO):
    """A file of whole lines, for one process at a time; begins empty, or goes on behind its last whole line.

    Raises `UsageError` if another process has it open. Every `OSError` names the path.
    """

    def __init__(self, path: Path, *, goes_on: bool = False) -> None:
        super().__init__(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666), "rb+")
        self._path = path
        self._lock()
        self.truncate(self._end_of_lines() if goes_on else 0)

    def append(self, line: bytes) -> int:
        """Writes a line at the end and returns where it begins. Raises `OSError`; then nothing of it is left."""
        start = self.seek(0, os.SEEK_END)
        try:
            with naming_errors(str(self._path)):
                rest = memoryview(line)
                while rest:
                    rest = rest[self.write(rest) :]
        except BaseException:
            with suppress(OSError):
                self.truncate(start)
            raise
        return start

    def sync(self) -> None:
        """Returns when the disk has all that was written."""
        with naming_errors(str(self._path)):
            os.fsync(self)

    def line_at(self, offset: int) -> bytes:
        """The line that begins there."""
        self.seek(offset)
        with open(self.fileno(), "rb", closefd=False) as stream:
            return stream.readline()

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines with the offsets at which they begin, while nothing is written."""
        self.seek(0)
        offset = 0
        with open(self.fileno(), "rb", closefd=False) as stream:
            for line in stream:
                yield offset, line
                offset += len(line)

    def _lock(self) -> None:
        try:
            fcntl.flock(self, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.close()
            raise UsageError(f"{self._path}: another run is writing to it") from None
        except OSError:
            return  # some network file systems have no locks

    def _end_of_lines(self) -> int:
        end = self.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - io.DEFAULT_BUFFER_SIZE)
            found = os.pread(self.fileno(), end - start, start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
        return 0


class JsonlFile(JsonlStream):
    """Writes records to a `LineFile`."""

    def __init__(self, file: LineFile) -> None:
        super().__init__(file, "")
        self._file = file

    def write(self, line: bytes) -> None:
        """Appends one record. Raises `OSError` when it cannot be written; the records before it are kept."""
        self._file.append(line)


def part_of(path: Path) -> Path:
    """Where the finished lines of a run are until it is done: `facts.jsonl` -> `facts.jsonl.part`.

    >>> part_of(Path("out/facts.jsonl")).name
    'facts.jsonl.part'
    """
    return path.with_name(path.name + ".part")


def is_unfinished(path: Path) -> bool:
    """Whether a run that did not end has left records of `path`."""
    part = part_of(path)
    return part.is_file() and part.stat().st_size > 0


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
    with LineFile(part_of(path)) as file:
        yield JsonlFile(file)
        file.sync()
        part_of(path).replace(path)


@contextmanager
def open_directly(path: Path) -> Iterator[JsonlStream]:
    """A sink that empties and fills the file itself. An `OSError` names the path."""
    with naming_errors(str(path)), path.open("wb") as stream:
        yield JsonlStream(stream, str(path))


@contextmanager
def naming_errors(name: str) -> Iterator[None]:
    """Writing and closing raise `OSError` without a name: in this block they get one."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = name
        raise
