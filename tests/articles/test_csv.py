from __future__ import annotations

import csv
import datetime as dt
import gzip
from pathlib import Path

import pytest

from bioextract.articles import Article, ReadOptions, read_articles
from bioextract.errors import ReadError

DEFAULTS = ReadOptions()


def read(
    folder: Path, content: str | bytes, options: ReadOptions = DEFAULTS, name: str = "a.csv"
) -> list[Article | ReadError]:
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return list(read_articles([str(folder / name)], options))


def outcomes(found: list[Article | ReadError]) -> list[str | tuple[int | None, str]]:
    return [item.text if isinstance(item, Article) else (item.line, item.reason) for item in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_rows(tmp_path: Path, delimiter: str, name: str) -> None:
    rows = [
        ("id", "published", "title", "text"),
        ("x", "2023-08-26", "T", '"One,; ""two""\r\nthree."'),
        ("", "", "", "Four."),
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n\r\n"
    place = f"{tmp_path.as_posix()}/{name}"
    assert read(tmp_path, content, name=name) == [
        Article('One,; "two"\r\nthree.', "T", dt.date(2023, 8, 26), f"{place}#x", "document"),
        Article("Four.", source=f"{place}#line 4"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = "text\n" + "José Berg’s win in the race of the day.\n" * 3
    assert outcomes(read(tmp_path, content.encode(encoding))) == ["José Berg’s win in the race of the day."] * 3


def test_broken_rows(tmp_path: Path) -> None:
    content = 'id,text\n1,One.\n2\n3,Three.,more\n4,"Four"."\n5,\n6,"Six\nlines."\n7,Seven.\n'
    assert outcomes(read(tmp_path, content)) == [
        "One.",
        (3, "the row has 1 fields, the header row 2"),
        (4, "the row has 3 fields, the header row 2"),
        (5, "broken CSV: ',' expected after '\"'"),
        (6, 'the field "text" is blank'),
        "Six\nlines.",
        "Seven.",
    ]


def test_quote_that_is_not_closed(tmp_path: Path) -> None:
    found = outcomes(read(tmp_path, 'id,text\n1,One.\n2,"Two.\n3,Three.\n'))
    assert found == ["One.", (3, "a quote that opens in this row is not closed: the rest of the file is in it")]
    csv.field_size_limit(131_072)  # other files of the process may have raised it
    long = 'id,text\n1,One.\n2,"Two.\n' + "3,Three.\n" * 200_000
    found = outcomes(read(tmp_path, long, ReadOptions(max_characters=1_000)))
    assert len(found) == 2
    assert "The rest of the file is not read" in found[1][1]


def test_row_that_is_not_utf8(tmp_path: Path) -> None:
    content = "text\n" + "Ö won the race.\n" * 20
    found = outcomes(read(tmp_path, content.encode() + b"\xe9 lost it.\n" + b"She won.\n"))
    assert found[20:] == [(22, "the row is not UTF-8"), "She won."]


def test_large_fields(tmp_path: Path) -> None:
    content = f"id,text\n1,{'x' * 1_000_000}\n2,{'y' * 2_000}\n"
    assert list(map(len, outcomes(read(tmp_path, content)))) == [1_000_000, 2_000]
    found = outcomes(read(tmp_path, content, ReadOptions(max_characters=5_000)))
    assert found == [
        (2, "1,000,000 characters, more than the limit of 5,000 (raise it with --max-characters)"),
        "y" * 2_000,
    ]
    found = outcomes(read(tmp_path, "text\n" + "x" * 2_000_000, ReadOptions(max_characters=5_000)))
    assert found == [(None, "a line of more than 1,010,000 characters; the rest of the file is not read")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        ("id,text\n", "empty"),
        ("id,body\n1,One.\n", 'the header row has no column "text" (the columns are: id, body)'),
        ("id;body\n1;One.\n", 'the header row has no column "text" (the columns are: id, body)'),
        (b"\x89PNG\r\n\x1a\n\0\0", "looks like a binary file"),
        (b"text\nOne\0.\n", "looks like a binary file"),
    ],
)
def test_unusable_files(tmp_path: Path, content: str | bytes, reason: str) -> None:
    (item,) = read(tmp_path, content)
    assert isinstance(item, ReadError)
    assert item.reason.startswith(reason)
