"""Our own annotations: they hold to the form, and quotes of foreign texts are not among them."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from corpus import OWN, read_own

from bioextract.kinds import FIELDS

POOL = [json.loads(line) for line in gzip.decompress((OWN / "pool.jsonl.gz").read_bytes()).splitlines()]


@pytest.mark.parametrize("one", read_own(), ids=lambda one: one.gold["id"])
def test_every_quote_of_our_articles_is_in_the_text(one: Any) -> None:
    names = {person["name"] for person in one.gold["people"]}
    for fact in one.gold["facts"]:
        assert fact["quote"] in one.article.text
        assert fact["subject"] in names
        assert fact["type"] in FIELDS


def test_the_pool_is_annotated_by_offsets_alone() -> None:
    for article in POOL:
        assert "text" not in article
        for fact in article["facts"]:
            assert "quote" not in fact
            start, end = fact["at"]
            assert 0 <= start < end <= article["characters"]
            assert fact["type"] in FIELDS
