"""Our own annotations: they hold to the form, and quotes of foreign texts are not among them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import corpus
import pytest
from corpus import read_own, read_pool, read_unlabelled, rounds

from bioextract.kinds import FIELDS

POOL = [json.loads(line) for path in rounds() for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_an_article_that_holds_one_of_dev_is_not_learned_from(tmp_path: Path) -> None:
    def words(name: str, number: int) -> str:
        return ", ".join(f"{name}{i}" for i in range(number))

    texts = {"a": words("Near", 9_000) + " “" + words("Dev", 60) + "”", "b": words("Far", 100) + words("Dev", 20)}
    for name in ("dev", "dev_profiles"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "texts.jsonl").write_text(json.dumps({"id": name, "text": words("Dev", 60)}) + "\n")
    pool = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items())
    (tmp_path / "pool.jsonl.gz").write_bytes(gzip.compress(pool.encode()))

    assert [article.text[:3] for article in read_unlabelled(tmp_path, 2)] == ["Far"]


@pytest.mark.parametrize("one", read_own(), ids=lambda one: one.gold["id"])
def test_every_quote_of_our_articles_is_in_the_text(one: Any) -> None:
    names = {person["name"] for person in one.gold["people"]}
    for fact in one.gold["facts"]:
        assert fact["quote"] in one.article.text
        assert fact["subject"] in names
        assert fact["type"] in FIELDS


def test_a_further_round_moves_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = "".join(json.dumps({"id": id_, "text": id_}) + "\n" for id_ in "abcd")
    (tmp_path / "pool.jsonl.gz").write_bytes(gzip.compress(texts.encode()))
    monkeypatch.setattr(corpus, "OWN", tmp_path / "own")
    (tmp_path / "own").mkdir()
    for name, ids in (("pool", "db"), ("pool_2", "c"), ("pool_10", "a")):
        golds = "".join(json.dumps({"id": id_, "characters": 1, "facts": []}) + "\n" for id_ in ids)
        (tmp_path / "own" / f"{name}.jsonl.gz").write_bytes(gzip.compress(golds.encode()))

    assert [one.gold["id"] for one in read_pool(tmp_path)] == ["b", "d", "c", "a"]


def test_no_article_of_the_pool_is_annotated_twice() -> None:
    assert len({article["id"] for article in POOL}) == len(POOL)


def test_the_pool_is_annotated_by_offsets_alone() -> None:
    for article in POOL:
        assert "text" not in article
        for fact in article["facts"]:
            assert "quote" not in fact
            start, end = fact["at"]
            assert 0 <= start < end <= article["characters"]
            assert fact["type"] in FIELDS
