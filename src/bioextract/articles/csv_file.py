"""CSV (.csv) with a header row: one article a row, read row by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import TextIO

from bioextract.articles.article import Article
from bioextract.articles.build import build_from_fields
from bioextract.articles.lines import open_lines
from bioextract.articles.options import ReadOptions
from bioextract.errors import ReadError

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_DELIMITERS = (",", ";", "\t")
_CHUNK = 1_000_000


def read_csv(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of a CSV file, source `file.csv#id`, or `#line 7` where there is no id.

    The delimiter is the comma, semicolon or tab that makes the header row have the text column. Newlines within a
    quoted text stay as they are. Each broken row is one error, with the line where it begins.
    """
    longest = 2 * options.max_characters + _CHUNK
    # The limit is one for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), longest))
    with open_lines(stream, source) as lines:
        yield from _read_rows(lines, source, options, longest)


def _read_rows(lines: TextIO, source: str, options: ReadOptions, longest: int) -> Iterator[Article | ReadError]:
    header, delimiter = _read_header(lines, source, options)
    rows = csv.reader(_limit_lines(lines, source, longest), delimiter=delimiter, strict=True)
    while True:
        line = rows.line_num + 2
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield ReadError(f"{source}#line {line}", _explain(error), line=line)
            if "field larger" in str(error):
                return
            continue
        if any(row):
            yield _read_row(row, header, source, options, line)


def _read_header(lines: TextIO, source: str, options: ReadOptions) -> tuple[list[str], str]:
    line = lines.readline(_CHUNK)
    if not line.strip():
        raise ReadError(source, "empty: there is no header row in it")
    headers = []
    for delimiter in _DELIMITERS:
        names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]
        if options.text_field in names:
            return names, delimiter
        headers.append(names)
    names = max(headers, key=len)
    reason = f'the header row has no column "{options.text_field}" (the columns are: {", ".join(names[:20])})'
    raise ReadError(source, reason[:500], line=1)


def _limit_lines(lines: TextIO, source: str, longest: int) -> Iterator[str]:
    while line := lines.readline(longest):
        if len(line) == longest:
            raise ReadError(source, f"a line of more than {longest:,} characters; the rest of the file is not read")
        yield line


def _read_row(row: list[str], header: list[str], source: str, options: ReadOptions, line: int) -> Article | ReadError:
    place = f"line {line}"
    if len(row) != len(header):
        return ReadError(f"{source}#{place}", f"the row has {len(row)} fields, the header row {len(header)}", line=line)
    if any(map(_NOT_UTF8.search, row)):
        return ReadError(f"{source}#{place}", "the row is not UTF-8", line=line)
    try:
        return build_from_fields(dict(zip(header, row, strict=True)), source, options, line=line, place=place)
    except ReadError as error:
        return error


def _explain(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "a quote that opens in this row is not closed: the rest of the file is in it"
    if "field larger" in str(error):
        return f"broken CSV: {error}: is a quote not closed? The rest of the file is not read"
    return f"broken CSV: {error}"
