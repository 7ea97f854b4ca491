"""Rejected articles once more: from the sources of rejects back to the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bioextract.articles import Article, ReadOptions, read_articles
from bioextract.articles.find import path_of
from bioextract.errors import ReadError, UsageError
from bioextract.rejects import read_rejects
from bioextract.sinks.jsonl import LineFile

STDIN = "-"


def rejected_sources(path: Path) -> list[str]:
    """The sources in a rejects file. Raises `UsageError` if there is no such file, or it holds something else."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file; --retry-rejects reads from it what is to be done again")
    with LineFile(path, goes_on=True) as file:
        return [entry["source"] for _, entry in read_rejects(file, path)]


def read_again(sources: Iterable[str], options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles with these sources, file by file, as a stream.

    A file (folder, pattern) that was rejected as a whole is read as a whole. An article that its file has no more is
    left out.
    """
    wanted: dict[str, set[str]] = {}
    for source in sources:
        wanted.setdefault(path_of(source), set()).add(source)
    for path, ours in wanted.items():
        if path == STDIN:
            for source in sorted(ours):
                yield ReadError(source, "came from standard input, which is gone; run it once more with -")
            continue
        for found in read_articles([path], options):
            if path in ours or found.source in ours or found.source == path:
                yield found
