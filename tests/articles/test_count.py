from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from bioextract.articles.count import Total, count_articles


@pytest.mark.parametrize(
    ("paths", "number"),
    [
        (["a.txt"], 1),
        (["a.txt", "missing.txt"], 2),  # it will be a reject
        (["folder"], 3),
        (["many.jsonl"], 3),
        (["folder/*.txt", "many.jsonl"], 5),
        (["many.csv"], None),
        (["many.jsonl.gz"], None),
        (["-"], None),
        (["a.txt", "-"], None),
    ],
)
def test_what_can_be_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], number: int | None
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    for name in ("a.txt", "folder/a.txt", "folder/b.txt", "folder/c.html.gz", "folder/unknown", "many.csv"):
        Path(name).write_text("text")
    Path("many.jsonl").write_text("{}\n{}\n{}")
    Path("many.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert count_articles(paths) == number
    total = Total(paths)
    assert total.known() in (None, number)
    for _ in range(100):
        if total.known() == number:
            break
        time.sleep(0.01)
    assert total.known() == number
