"""Articles that could not be used: what each was, and the file that lists them."""

from __future__ import annotations

import datetime as dt
import json
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bioextract import __version__
from bioextract.errors import ArticleError
from bioextract.sinks.jsonl import JsonlStream, open_directly


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
        path = self.source.rpartition("#")[0] or self.source
        return f"{path}:{self.line}: {self.message}" if self.line else f"{self.source}: {self.message}"

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

    def __init__(self, stream: JsonlStream) -> None:
        self._stream = stream

    def write(self, reject: Reject) -> None:
        """Appends one line. Raises `OSError` when it cannot be written."""
        self._stream.write(reject.to_json(dt.datetime.now(dt.UTC)).encode() + b"\n")


@contextmanager
def open_rejects(path: Path) -> Iterator[RejectsFile]:
    """The rejects file at `path`, emptied."""
    with open_directly(path) as stream:
        yield RejectsFile(stream)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
