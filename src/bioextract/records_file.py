"""Records back from a JSON Lines file that `bioextract run` has written."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from bioextract.errors import ReadError, UsageError
from bioextract.records import SCHEMA_VERSION, Record


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file (also `.gz`), in order, as a stream; blank lines are skipped.

    Raises `UsageError` if there is no such file, `OSError` if it cannot be read, and `ReadError` for the first line
    that is no record: broken, cut off, of another schema version, or something else.
    """
    for number, line in read_lines(path):
        yield _parse(line, str(path), number)


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers. Raises as `read_records`."""
    if not path.is_file():
        raise UsageError(f"{path}: {'is a folder' if path.is_dir() else 'no such file'}")
    try:
        with _open(path) as stream:
            for number, line in enumerate(stream, 1):
                if number == 1 and line.startswith(b"SQLite format 3"):
                    raise UsageError(f"{path}: is an SQLite database; name it as sqlite:///{path}")
                if not line.isspace():
                    yield number, line
    except (EOFError, gzip.BadGzipFile) as error:
        raise ReadError(str(path), f"damaged gzip data: {error}") from None


def _open(path: Path) -> BinaryIO:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def _parse(line: bytes, source: str, number: int) -> Record:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        is_cut = not line.endswith(b"\n")
        reason = "the file ends in the middle of a record; was its run interrupted?" if is_cut else f"no JSON: {error}"
        raise ReadError(source, reason, line=number) from None
    try:
        return Record.model_validate(_of_this_version(value))
    except ValueError as error:
        raise ReadError(source, f"no record of bioextract: {_explain(error)}", line=number) from None


def _of_this_version(value: Any) -> Any:
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version is None:
        raise ValueError("it has no schema_version")
    if version != SCHEMA_VERSION:
        raise ValueError(
            f"its schema version is {version!r}, and this program reads {SCHEMA_VERSION!r}; extract the articles again"
        )
    return value


def _explain(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
