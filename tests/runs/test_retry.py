from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bioextract.articles import Article, ReadOptions
from bioextract.errors import ReadError
from bioextract.runs.retry import Retry


@pytest.mark.parametrize(
    ("rejected", "again"),
    [
        ([], []),
        (["a.txt"], ["a.txt"]),
        (["b.txt", "a.txt", "b.txt"], ["b.txt", "a.txt"]),
        (["many.jsonl#2", "a.txt", "many.jsonl#0"], ["many.jsonl#0", "many.jsonl#2", "a.txt"]),
        (["many.jsonl"], ["many.jsonl#0", "many.jsonl#1", "many.jsonl#2"]),  # rejected as a whole: read as a whole
        (["many.jsonl#no more"], []),
        (["odd#name.jsonl#1"], ["odd#name.jsonl#1"]),
        (["folder"], ["folder/c.txt"]),
        (["folder/*.txt"], ["folder/c.txt"]),
    ],
)
def test_the_articles_of_rejects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rejected: list[str], again: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    for name in ("a.txt", "b.txt", "folder/c.txt"):
        Path(name).write_text("text")
    for name in ("many.jsonl", "odd#name.jsonl"):
        Path(name).write_text("".join(json.dumps({"id": str(i), "text": "text"}) + "\n" for i in range(3)))
    retry = Retry(rejected)
    found = list(retry.articles(ReadOptions()))
    assert all(isinstance(article, Article) for article in found)
    assert [article.source for article in found] == again
    assert retry.gone == [source for source in rejected if source.endswith("#no more")]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("gone.txt", ("gone.txt", "no such file")),
        ("gone.jsonl#7", ("gone.jsonl", "no such file")),
        ("-#7", ("-#7", "came from standard input")),
        ("-", ("-", "came from standard input")),
    ],
)
def test_what_cannot_be_read_again(source: str, told: tuple[str, str]) -> None:
    retry = Retry([source])
    (error,) = retry.articles(ReadOptions())
    assert isinstance(error, ReadError)
    assert (error.source, error.reason[: len(told[1])]) == told
    assert retry.gone == (["gone.jsonl#7"] if source == "gone.jsonl#7" else [])


def test_nothing_is_gone_of_a_file_that_was_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"id": "1", "text": "text"}\n' * 9)[:-9])
    retry = Retry([f"{file}#1", f"{file}#2"])
    *articles, error = retry.articles(ReadOptions())
    assert {article.source for article in articles} == {f"{file}#1"}
    assert isinstance(error, ReadError)
    assert retry.gone == []
