"""Scores the records of a file, or the extraction of its texts, against annotated articles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from rich.console import Console

from bioextract.articles.read import read_articles
from bioextract.errors import ReadError
from bioextract.evaluation import Evaluation, score_records
from bioextract.runs.batch import extract_outcomes
from bioextract.runs.outcomes import Done, Work
from bioextract.table import open_console, say


def evaluate_files(gold: Path, texts: Path, records: Path | None, jobs: int) -> Evaluation:
    """Scores the records of a file, or the extraction of the texts, against annotated articles.

    Raises `ReadError` for a broken line, and when a file does not hold what it should.
    """
    console = open_console()
    predicted = list(_read_jsonl(records) if records else _extract_records(texts, jobs, console))
    try:
        contents = {article["id"]: article["text"] for article in _read_jsonl(texts)}
        return score_records(list(_read_jsonl(gold)), predicted, contents)
    except (AttributeError, KeyError, TypeError) as error:
        raise ReadError(str(gold), f"does not fit {texts}, or is not made of annotated articles: {error!r}") from error


def _extract_records(texts: Path, jobs: int, console: Console) -> Iterator[Any]:
    from bioextract.extractor import Extractor

    with closing(extract_outcomes(read_articles([str(texts)]), Work(Extractor, jobs))) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                yield json.loads(outcome.line)
            else:
                say(console, str(outcome))


def _read_jsonl(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                value = json.loads(line) if line.strip() else None
            except ValueError as error:
                raise ReadError(str(path), f"broken JSON: {error}", line=number) from None
            if value is not None:
                yield value
