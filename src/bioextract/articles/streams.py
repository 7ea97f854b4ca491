"""Files and standard input as streams of bytes, unpacked."""

from __future__ import annotations

import gzip
import io
import stat
import sys
import zlib
from pathlib import Path
from typing import Any

from bioextract.errors import ReadError

_BUFFER = 1_000_000
_MARK = 4  # the longest byte order mark


def open_stream(path: str, source: str, *, is_prompt: bool = False) -> io.BufferedReader:
    """The bytes of a file, unpacked if its name ends in `.gz`, or of standard input for "-".

    Standard input is read in blocks of a million bytes, or, if it is to be prompt, as it comes.

    Raises `ReadError` for what is no regular file, and `OSError`, also for damaged gzip data, after what comes before.
    """
    if path == "-":
        return io.BufferedReader(_StandardInput(is_prompt=is_prompt), _BUFFER)
    # Opening a pipe or a device could wait forever.
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise ReadError(source, "not a regular file")
    file = io.FileIO(path)
    return io.BufferedReader(_Unpacked(file) if path.lower().endswith(".gz") else file, _BUFFER)


def open_content(content: bytes, path: str) -> io.BufferedReader:
    """The bytes of a file that is in memory, unpacked if its name ends in `.gz`."""
    file = io.BytesIO(content)
    return io.BufferedReader(_Unpacked(file) if path.lower().endswith(".gz") else file, _BUFFER)


class _StandardInput(io.RawIOBase):
    """Standard input, left open when the reader closes its stream.

    Without the buffer that Python has in front of it: a thread that waits in there stops the process from ending.
    """

    def __init__(self, *, is_prompt: bool) -> None:
        self._input: Any = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        self._is_prompt = is_prompt
        self._least = _MARK if is_prompt else _BUFFER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        filled, least = 0, min(self._least, len(buffer))
        while filled < least and (size := self._input.readinto(memoryview(buffer)[filled:])):
            filled += size
        self._least = 1 if self._is_prompt else _BUFFER
        return filled


class _Unpacked(io.RawIOBase):
    """Gzip data that gives all that comes before damage: `GzipFile` drops a part when it raises."""

    def __init__(self, file: io.RawIOBase | io.BytesIO) -> None:
        self._file = file
        self._gzip = gzip.GzipFile(fileobj=file)
        self._error: gzip.BadGzipFile | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        filled = 0
        while filled < len(buffer) and (data := self._read(len(buffer) - filled)):
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if self._error and not filled:
            raise self._error
        return filled

    def _read(self, size: int) -> bytes:
        if self._error:
            return b""
        try:
            return self._gzip.read1(size)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self._error = gzip.BadGzipFile(str(error))
            return b""

    def close(self) -> None:
        self._gzip.close()
        self._file.close()
        super().close()
