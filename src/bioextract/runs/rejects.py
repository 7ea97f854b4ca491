"""Articles that could not be used: what each was, and the file that lists them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bioextract import __version__
from bioextract.articles.find import path_of
from bioextract.errors import ArticleError, UsageError
from bioextract.sinks.jsonl import LineFile, open_directly


@dataclass(frozen=True, slots=True)
class Reject:
    """One article (or file) that gave no record.

    `source`, `line` and `message` are those of the `ArticleError`; `stage` is "read" or "extract"; `error` is the
    class of the error. `details` is a traceback where the cause is not known, else empty. `attempts` is how often the
    article was tried in this run. Unlike an exception, a reject can be sent between processes.
    """

    source: str
    line: int | None
    stage: str
    error: str
    message: str
    details: str = ""
    attempts: int = 1

    @classmethod
    def from_error(cls, error: ArticleError) -> Reject:
        """The reject that an error on purpose stands for."""
        return cls(error.source, error.line, error.stage, type(error).__name__, error.reason)

    @classmethod
    def from_crash(cls, source: str, error: BaseException) -> Reject:
        """The reject for an error that nobody foresaw: told like an `ExtractError`, with its class and message."""
        reason = " ".join(f"unexpected {type(error).__name__}: {error}".split())
        details = "".join(traceback.format_exception(error))
        return cls(source, None, "extract", "ExtractError", reason, details)

    def __str__(self) -> str:
        return f"{path_of(self.source)}:{self.line}: {self.message}" if self.line else f"{self.source}: {self.message}"

    def to_json(self, time: dt.datetime) -> str:
        """One line of JSON, without the line break; `time` is when the article was rejected."""
        entry = {
            "source": self.source,
            "line": self.line,
            "stage": self.stage,
            "error": self.error,
            "message": self.message,
            "attempts": self.attempts,
            "version": __version__,
            "time": time.isoformat(timespec="seconds"),
        }
        # A path may hold bytes that are not UTF-8 (lone surrogates in Python): such an entry is written in ASCII.
        line = json.dumps(entry, ensure_ascii=False)
        return line if _is_utf8(line) else json.dumps(entry)


class RejectsFile:
    """Writes rejects as JSON Lines, each at once, so that they outlive an interrupted run."""

    def __init__(self, append: Callable[[bytes], object]) -> None:
        self._append = append

    def write(self, reject: Reject) -> None:
        """Appends one line. Raises `OSError` when it cannot be written."""
        self._append(reject.to_json(dt.datetime.now(dt.UTC)).encode() + b"\n")

    def forgive(self, source: str) -> None:
        """Takes note that an article gave a record."""


class ContinuedRejects(RejectsFile):
    """Goes on with the file of an earlier run.

    Attempts are counted on, and what that run has rejected stays listed until it is decided anew. Raises `UsageError`
    if the file holds something else than rejects. Memory: about 200 bytes an earlier reject.
    """

    def __init__(self, file: LineFile, path: Path) -> None:
        super().__init__(file.append)
        self._file = file
        self._last: dict[bytes, int] = {}  # (source, line) -> where its last line begins
        self._attempts: dict[bytes, int] = {}  # by source
        self._decided: set[bytes] = set()  # sources
        for offset, entry in read_rejects(file, path):
            source = _digest(entry["source"])
            self._last[_digest(entry["source"], entry["line"])] = offset
            self._attempts[source] = max(self._attempts.get(source, 0), entry.get("attempts", 1))
        self._start = file.seek(0, os.SEEK_END)

    def write(self, reject: Reject) -> None:
        """Appends one line. Raises `OSError` when it cannot be written."""
        source = _digest(reject.source)
        super().write(replace(reject, attempts=reject.attempts + self._attempts.get(source, 0)))
        self._decided.add(source)

    def forgive(self, source: str) -> None:
        """Takes note that an article gave a record: it is no reject any more."""
        if (key := _digest(source)) in self._attempts:
            self._decided.add(key)

    def current(self, *, is_complete: bool) -> Iterator[bytes]:
        """The lines that hold: those of this run, and if that did not look at all articles, earlier undecided ones."""
        for offset, line in self._file.lines():
            if offset >= self._start or (not is_complete and self._is_undecided(offset, json.loads(line))):
                yield line

    def _is_undecided(self, offset: int, entry: dict[str, Any]) -> bool:
        is_last = self._last[_digest(entry["source"], entry["line"])] == offset
        return is_last and _digest(entry["source"]) not in self._decided


@contextmanager
def open_rejects(path: Path, *, goes_on: bool = False) -> Iterator[RejectsFile]:
    """The rejects file at `path`, emptied, or going on with what is there.

    Raises `UsageError` if it goes on with a file that is no rejects file.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with open_directly(path) as stream:
            yield RejectsFile(stream.write)
        return
    with LineFile(path, goes_on=goes_on) as file:
        if not goes_on:
            yield RejectsFile(file.append)
            return
        rejects = ContinuedRejects(file, path)
        is_complete = False
        try:
            yield rejects
            is_complete = True
        finally:
            _rewrite(path, rejects.current(is_complete=is_complete))


def _rewrite(path: Path, lines: Iterable[bytes]) -> None:
    """All or nothing: if it cannot be written, the file keeps what it had, which is too much but not wrong."""
    new = path.with_name(path.name + ".part")
    with LineFile(new) as file:
        try:
            for line in lines:
                file.append(line)
            file.sync()
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def read_rejects(file: LineFile, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The entries of a rejects file with the offsets of their lines. Raises `UsageError` if there is something else."""
    for number, (offset, line) in enumerate(file.lines(), 1):
        try:
            entry = json.loads(line)
            if not isinstance(entry["source"], str) or not isinstance(entry["line"], int | None):
                raise TypeError
        except (ValueError, TypeError, KeyError):
            raise UsageError(f"{path}:{number}: no reject of bioextract") from None
        yield offset, entry


def _digest(*key: object) -> bytes:
    return hashlib.blake2b(repr(key).encode(), digest_size=16).digest()


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
