from __future__ import annotations

import json
from pathlib import Path

import pytest

from bioextract.articles import Article, ReadOptions
from bioextract.errors import ReadError
from bioextract.retry import read_again


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
    found = list(read_again(rejected, ReadOptions()))
    assert all(isinstance(article, Article) for article in found)
    assert [article.source for article in found] == again


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
    (error,) = read_again([source], ReadOptions())
    assert isinstance(error, ReadError)
    assert (error.source, error.reason[: len(told[1])]) == told
