"""From paths to articles: finds the files and picks the reader of each format by its suffix."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from io import BufferedReader
from itertools import islice
from pathlib import PurePath

from bioextract.articles.article import Article
from bioextract.articles.csv_file import read_csv
from bioextract.articles.find import explain_os_error, find_files, name_source
from bioextract.articles.html import read_html
from bioextract.articles.json_file import read_json
from bioextract.articles.jsonlines import read_jsonlines
from bioextract.articles.markdown import read_markdown
from bioextract.articles.options import DEFAULT_OPTIONS, ReadOptions
from bioextract.articles.streams import open_content, open_stream
from bioextract.articles.text import read_text
from bioextract.articles.warc import read_warc
from bioextract.errors import ReadError, UsageError

# A reader gives articles and errors, and may raise a `ReadError`, which ends the file.
Reader = Callable[[BufferedReader, str, ReadOptions], Iterator[Article | ReadError]]

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
    ".jsonl": read_jsonlines,
    ".ndjson": read_jsonlines,
    ".csv": read_csv,
    ".warc": read_warc,
}
KNOWN_SUFFIXES = tuple(_READERS)
"""The file name endings that can be read; each also with `.gz` behind it."""


def read_articles(paths: Sequence[str], options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Article | ReadError]:
    """The articles of files, folders, patterns and "-" (standard input), in a fixed order, as a stream.

    What cannot be read is given as a `ReadError` in its place, not raised, and the rest is read. Raises `UsageError`
    if `options.stdin_format` is unknown.
    """
    if f".{options.stdin_format}" not in _READERS:
        known = ", ".join(suffix[1:] for suffix in KNOWN_SUFFIXES)
        raise UsageError(f"unknown format of standard input {options.stdin_format!r}; the formats are {known}")
    return _read_all(paths, options)


def read_article(path: str, options: ReadOptions = DEFAULT_OPTIONS) -> Article:
    """The one article of a file or of "-"; raises `ReadError` if it cannot be read or holds several."""
    first, *others = islice(read_articles([path], options), 2)
    if isinstance(first, ReadError):
        raise first
    if others:
        raise ReadError(name_source(path), "holds more than one article")
    return first


def _read_all(paths: Sequence[str], options: ReadOptions) -> Iterator[Article | ReadError]:
    for found in find_files(paths, is_known):
        if isinstance(found, ReadError):
            yield found
        else:
            yield from _read_file(found, options)


def is_known(path: str) -> bool:
    """Whether a file can be read, by its name."""
    return _find_reader(path) is not None


def _find_reader(path: str) -> Reader | None:
    return _READERS.get(PurePath(path.lower().removesuffix(".gz")).suffix)


def read_content(content: bytes, path: str, options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Article | ReadError]:
    """The articles of a file that somebody else has read; its path or URL is their source, and tells the format."""
    yield from _read_opened(lambda: open_content(content, path), _find_reader(path), path, options)


def _read_file(path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    source = name_source(path)
    reader = _READERS[f".{options.stdin_format}"] if path == "-" else _find_reader(path)
    # The beginning of the other formats tells how to read the rest.
    yield from _read_opened(
        lambda: open_stream(path, source, is_prompt=reader is read_jsonlines), reader, source, options
    )


def _read_opened(
    open_it: Callable[[], BufferedReader], reader: Reader | None, source: str, options: ReadOptions
) -> Iterator[Article | ReadError]:
    if reader is None:
        yield ReadError(source, f"unknown kind of file; the known ones are {', '.join(KNOWN_SUFFIXES)}, also with .gz")
        return
    empty = True
    try:
        with open_it() as stream:
            for found in _tell_apart(reader(stream, source, options)):
                empty = False
                yield found
        if empty:
            yield ReadError(source, "empty: there is no article in it")
    except ReadError as error:
        yield error
    except gzip.BadGzipFile as error:
        yield ReadError(source, f"damaged gzip data: {error}")
    except OSError as error:
        yield ReadError(source, explain_os_error(error))


def _tell_apart(found: Iterable[Article | ReadError]) -> Iterator[Article | ReadError]:
    """Gives what bears the source of an earlier one in its file a source of its own: `file#id (2)`, `file#id (3)`."""
    seen: set[int] = set()  # hashes, for there may be millions
    times: dict[str, int] = {}
    for one in found:
        source = one.source or ""
        while hash(source) in seen:
            times[source] = times.get(source, 1) + 1
            source = f"{source} ({times[source]})"
        seen.add(hash(source))
        if source == (one.source or ""):
            yield one
        elif isinstance(one, Article):
            yield replace(one, source=source)
        else:
            yield ReadError(source, one.reason, line=one.line)
