"""JSON Lines (.jsonl): one object a line, read line by line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from io import BufferedReader

from bioextract.articles.article import Article
from bioextract.articles.json_file import read_object
from bioextract.articles.lines import open_lines
from bioextract.articles.options import ReadOptions
from bioextract.errors import ReadError

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_CHUNK = 1_000_000


def read_jsonlines(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of a JSON Lines file, source `file.jsonl#id`, or `#line 7` where there is no id.

    The file is UTF-8, or has a byte order mark. Blank lines are skipped; each broken line is one error.
    """
    with open_lines(stream, source, "utf-8") as lines:
        yield from _read_lines(lines, source, options)


def _read_lines(lines: io.TextIOWrapper, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    longest = 6 * options.max_characters + _CHUNK  # "\u00e9" is six characters of JSON for one of text
    number = 0
    while line := lines.readline(longest):
        number += 1
        if len(line) == longest and not line.endswith("\n"):
            _skip_line(lines)
            yield ReadError(f"{source}#line {number}", f"a line of more than {longest:,} characters", line=number)
        elif not line.isspace():
            yield read_line(line, source, options, number=number, place=f"line {number}")


def read_line(
    line: str, file: str, options: ReadOptions, *, number: int | None = None, place: str
) -> Article | ReadError:
    """The article of a line, source `file#id`, or `file#place` without an id; surrogates stand for what is no UTF-8."""
    source = f"{file}#{place}"
    if _NOT_UTF8.search(line):
        return ReadError(source, "the line is not UTF-8", line=number)
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return ReadError(source, f"broken JSON: {error.msg} (column {error.colno})", line=number)
    except (ValueError, RecursionError) as error:
        return ReadError(source, f"broken JSON: {error}", line=number)
    return read_object(value, file, options, line=number, place=place)


def _skip_line(lines: io.TextIOWrapper) -> None:
    while (rest := lines.readline(_CHUNK)) and not rest.endswith("\n"):
        pass
