from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from bioextract.articles import Article, ReadOptions, read_article, read_articles
from bioextract.errors import ReadError

DEFAULTS = ReadOptions()


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    data = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return str(path)


def read(folder: Path, name: str, content: str | bytes, options: ReadOptions = DEFAULTS) -> list[Article | ReadError]:
    return list(read_articles([write(folder, name, content)], options))


def texts(found: list[Article | ReadError]) -> list[str]:
    return [item.text for item in found if isinstance(item, Article)]


def error(item: Article | ReadError) -> ReadError:
    assert isinstance(item, ReadError)
    return item


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "A.JSONL"])
def test_lines(tmp_path: Path, name: str) -> None:
    content = (
        '{"id": "x", "text": "One.", "title": " T\\n", "published": "2023-08-26"}\n\n'
        '{"text": "Two."}\r\n{"id": 7, "text": "Three."}'
    )
    found = read(tmp_path, name, content)
    path = (tmp_path / name).as_posix()
    assert found == [
        Article("One.", "T", dt.date(2023, 8, 26), f"{path}#x", "document"),
        Article("Two.", source=f"{path}#line 3"),
        Article("Three.", source=f"{path}#7"),
    ]


def test_one_broken_line_of_ten(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{i}", "text": f"Text {i}."}) for i in range(1, 11)]
    lines[6] = lines[6][:-4]
    found = read(tmp_path, "a.jsonl", "\n".join(lines))
    assert [f"Text {i}." for i in (1, 2, 3, 4, 5, 6, 8, 9, 10)] == texts(found)
    assert error(found[6]).line == 7
    assert str(found[6]).startswith(f"{tmp_path}/a.jsonl#line 7:7: broken JSON: ")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1, "body": "x"}', 'the field "text" is missing (the fields are: id, body)'),
        ("{}", 'the field "text" is missing (the fields are: none)'),
        ('{"text": null}', 'the field "text" is not text'),
        ('{"text": ["x"]}', 'the field "text" is not text'),
        ('{"text": " \\n"}', 'the field "text" is blank'),
        ("[1, 2]", "not a JSON object but an array"),
        ('"x"', "not a JSON object but a string"),
        ("null", "not a JSON object but null"),
        ("1", "not a JSON object but a number"),
        ("{'text': 'x'}", "broken JSON"),
        ("[" * 200_000, "broken JSON"),
        ("1" * 6_000, "broken JSON"),
        ("\x00", "broken JSON"),
    ],
)
def test_unusable_lines(tmp_path: Path, line: str, reason: str) -> None:
    found = read(tmp_path, "a.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n')
    assert texts(found) == ["One.", "Two."]
    assert error(found[1]).reason.startswith(reason)
    assert error(found[1]).line == 2


def test_line_that_is_not_utf8(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", b'{"text": "One\xe9."}\n{"text": "Two\xc3\xa9."}\n')
    assert error(found[0]).reason == "the line is not UTF-8"
    assert texts(found) == ["Twoé."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.jsonl.gz"])
def test_byte_order_marks(tmp_path: Path, name: str, encoding: str) -> None:
    assert texts(read(tmp_path, name, '{"text": "José’s."}'.encode(encoding))) == ["José’s."]


def test_lone_surrogates(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", '{"id": "\\ud800", "title": "\\udfff", "text": "a\\ud800b \\ud83d\\ude00"}')
    article = found[0]
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("a\ufffdb 😀", "\ufffd")
    assert article.source is not None
    article.source.encode()


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = " \r\n\u2028a\u00a0b\rc “d” "
    for ascii_only in (True, False):
        content = json.dumps({"text": text}, ensure_ascii=ascii_only)
        assert texts(read(tmp_path, "a.jsonl", content)) == [text]


def test_field_names(tmp_path: Path) -> None:
    options = ReadOptions(
        id_field="key", title_field="head", published_field="day", text_field="body", url_field="link"
    )
    content = '{"key": "k", "head": "H", "body": "B.", "link": "https://example.org/2023/08/26/b"}\n'
    (article,) = read(tmp_path, "a.jsonl", content, options)
    assert article == Article("B.", "H", dt.date(2023, 8, 26), f"{tmp_path.as_posix()}/a.jsonl#k", "path")


def test_day_of_a_collection_is_no_day_of_publication(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "2023-08-26.jsonl", '{"text": "One.", "published": "2023-13-45"}')
    assert isinstance(article, Article)
    assert article.published is None


def test_long_line_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    options = ReadOptions(max_characters=1_000)
    lines = [json.dumps({"text": "x" * length}) for length in (10, 1_000, 1_001, 3_000_000, 20)]
    found = read(tmp_path, "a.jsonl", "\n".join(lines), options)
    assert list(map(len, texts(found))) == [10, 1_000, 20]
    assert error(found[2]).reason == "1,001 characters, more than the limit of 1,000 (raise it with --max-characters)"
    assert error(found[3]).line == 4


def test_object_and_array(tmp_path: Path) -> None:
    (tmp_path / "2023-08-26").mkdir()
    path = write(tmp_path, "2023-08-26/a.json", '{"id": 1, "text": "One."}')
    assert read_article(path) == Article("One.", None, dt.date(2023, 8, 26), Path(path).as_posix(), "path")
    found = read(tmp_path, "b.json.gz", '[{"id": "x", "text": "One."}, 5, {"text": "Three."}]')
    place = f"{tmp_path.as_posix()}/b.json.gz"
    assert [found[0], found[2]] == [Article("One.", source=f"{place}#x"), Article("Three.", source=f"{place}#object 3")]
    assert str(found[1]) == f"{place}#object 2: not a JSON object but a number"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("[]", "empty"),
        ('{"text": "x"', "broken JSON: Expecting ',' delimiter (column 13)"),
        ('{"text": "x"}\n{"text": "y"}', "broken JSON: Extra data (column 1); is it JSON Lines?"),
        ("[" * 200_000, "broken JSON"),
        ("null", "not a JSON object but null"),
        (b"\x89PNG\r\n\x1a\n", "looks like a binary file"),
    ],
)
def test_unusable_files(tmp_path: Path, content: str | bytes, reason: str) -> None:
    (item,) = read(tmp_path, "a.json", content)
    assert error(item).reason.startswith(reason)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "empty"), ("\n\n", "empty"), (b"\x89PNG\r\n\x1a\n\0\n\n\0", "looks like a binary file")],
)
def test_unusable_lines_files(tmp_path: Path, content: str | bytes, reason: str) -> None:
    (item,) = read(tmp_path, "a.jsonl", content)
    assert error(item).reason.startswith(reason)


def test_truncated_gzip_gives_what_comes_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"Text {i} {i**40}."}) + "\n" for i in range(20_000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-500_000])
    found = list(read_articles([str(path)]))
    assert len(texts(found)) > 100
    assert error(found[-1]).reason.startswith("damaged gzip data")
