"""Rows of a task -> articles: columns of a table, lines of JSON, whole files."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from bioextract.articles import Article, ReadOptions
from bioextract.articles.build import build_article
from bioextract.articles.jsonlines import read_line
from bioextract.articles.read import read_content
from bioextract.errors import ReadError
from bioextract.runs.outcomes import Item
from bioextract.runs.rejects import Reject

NAMELESS = "row without a source"
_ZONE = re.compile("^(GMT|UTC)(?=[+-])")
PATH, CONTENT, IS_LINE = "path", "content", "is_line"
"""The columns of files and lines; `content` is null for a file that Spark cannot hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, None: no column does; `url` is the place that may name the day."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None

    @property
    def named(self) -> list[str]:
        """The columns that are used."""
        return [name for name in (self.text, self.title, self.published, self.source, self.url) if name is not None]


def read_columns(columns: Columns, batch: pa.RecordBatch, options: ReadOptions) -> Iterator[Item]:
    """One article or reject a row, in order."""
    values = {name: _values(batch.column(name)) for name in columns.named}
    for number in range(batch.num_rows):
        yield _read_row({name: column[number] for name, column in values.items()}, columns, options)


def _values(column: pa.Array) -> list[Any]:
    """Python values; texts as bytes, since those of Spark need not be UTF-8 and one that is not would raise here."""
    kind = column.type
    if pa.types.is_string(kind):
        column = column.cast(pa.binary())
    elif pa.types.is_large_string(kind):
        column = column.cast(pa.large_binary())
    elif pa.types.is_timestamp(kind):
        # Java says GMT+08:00, which Python does not know, for +08:00.
        zone = kind.tz and _ZONE.sub("", kind.tz)
        column = column.cast(pa.timestamp("us", tz=zone), safe=False)
    if pa.types.is_temporal(kind):
        return [_time(value) for value in column]
    values: list[Any] = column.to_pylist()
    return values


def _time(value: pa.Scalar) -> Any:
    """A day or a time; None for what Python has none for, such as the year 12345, which Spark has."""
    try:
        return value.as_py()
    except OverflowError:
        return None


def _read_row(row: Mapping[str, Any], columns: Columns, options: ReadOptions) -> Item:
    def told(name: str | None) -> str | None:
        value = row[name] if name else None
        if isinstance(value, bytes):
            return value.decode("utf-8", "replace")
        return None if value is None else str(value)

    source = told(columns.source)
    text = row[columns.text]
    try:
        if text is None:
            raise ReadError(source or NAMELESS, f'the column "{columns.text}" is null')
        article = build_article(
            _decode(text, source or NAMELESS),
            source or NAMELESS,
            options,
            title=told(columns.title),
            published=_published(row, columns),
            location=told(columns.url) or "",
        )
    except ReadError as error:
        return Reject.from_error(error)
    return article if source else replace(article, source=None)


def _decode(text: bytes, source: str) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        raise ReadError(source, "the text is not UTF-8") from None


def _published(row: Mapping[str, Any], columns: Columns) -> object:
    value = row[columns.published] if columns.published else None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.date() if isinstance(value, dt.datetime) else value


def read_documents(batch: pa.RecordBatch, options: ReadOptions) -> Iterator[Item]:
    """The articles and rejects of files and of lines of JSON, in order; a file may hold many."""
    paths, is_line, contents = (batch.column(name) for name in (PATH, IS_LINE, CONTENT))
    for number in range(batch.num_rows):
        path = plain_path(_values(paths.slice(number, 1))[0].decode("utf-8", "replace"))
        content = contents[number].as_py()  # one at a time: files are large
        found = _read_line(content, path, options) if is_line[number].as_py() else _read_file(content, path, options)
        for item in found:
            yield Reject.from_error(item) if isinstance(item, ReadError) else item


def _read_file(content: bytes | None, path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    if content is None:
        reason = "too large to be read as a whole; write it as JSON Lines that are not packed, and use --format jsonl"
        yield ReadError(path, f"{reason} (or see spark.sql.sources.binaryFile.maxLength in docs/spark.md)")
        return
    yield from read_content(content, path, options)


def _read_line(content: bytes, path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """A line without an id is known by its hash: where in the file it stands, a task that reads a part cannot know."""
    line = content.decode("utf-8-sig", "surrogateescape")
    if line and not line.isspace():
        yield read_line(line, path, options, place=f"line {hashlib.sha256(content).hexdigest()[:16]}")


def plain_path(path: str) -> str:
    """A path of this machine without its scheme; others as they are.

    >>> plain_path("file:///in/a b.txt"), plain_path("file:/in/a.txt"), plain_path("s3a://in/a.txt")
    ('/in/a b.txt', '/in/a.txt', 's3a://in/a.txt')
    """
    if not path.startswith("file:/"):
        return path
    return "/" + path.removeprefix("file:").lstrip("/")
