"""Jobs of the tests, and what they have written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from databases import fetch

from bioextract.spark.command import main


def call(*args: str | Path) -> int:
    return main([*map(str, args), "--rules-only"])


def rows_of(spark: Any, target: Path) -> list[Any]:
    rows: list[Any] = spark.read.parquet(str(target)).collect()
    return rows


def sources_of(spark: Any, target: str) -> list[str]:
    """The names of the articles that are there with a record, each as often as it is there."""
    if "://" in target:
        return sorted(
            Path(source).name
            for (source,) in fetch(target, "SELECT s.source FROM sources s JOIN articles USING (article_id)")
        )
    return sorted(Path(row.source).name for row in rows_of(spark, Path(target)) if row.record)
