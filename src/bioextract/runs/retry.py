"""Rejected articles once more: from the sources of rejects back to the articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from bioextract.articles import Article, ReadOptions, read_articles
from bioextract.articles.find import path_of
from bioextract.errors import ReadError, UsageError
from bioextract.runs.rejects import read_rejects
from bioextract.sinks.jsonl import LineFile

STDIN = "-"


def rejected_sources(path: Path) -> list[str]:
    """The sources in a rejects file. Raises `UsageError` if there is no such file, or it holds something else."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file; --retry-rejects reads from it what is to be done again")
    with LineFile(path, goes_on=True) as file:
        return [entry["source"] for _, entry in read_rejects(file, path)]


class Retry:
    """The articles with the sources of rejects, file by file.

    A file (folder, pattern) that was rejected as a whole is read as a whole. `gone` are the sources without an article
    in what was read to its end, and those in a file that is no more there, which is rejected itself.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self.gone: list[str] = []
        self._wanted: dict[str, set[str]] = {}
        for source in sources:
            self._wanted.setdefault(path_of(source), set()).add(source)

    def articles(self, options: ReadOptions) -> Iterator[Article | ReadError]:
        """What can be read of them, and the errors of what cannot, as a stream."""
        for path, wanted in self._wanted.items():
            if path == STDIN:
                for source in sorted(wanted):
                    yield ReadError(source, "came from standard input, which is gone; run it once more with -")
            else:
                yield from self._read(path, wanted, options)

    def _read(self, path: str, wanted: set[str], options: ReadOptions) -> Iterator[Article | ReadError]:
        missing, is_read = set(wanted) - {path}, True
        for found in read_articles([path], options):
            missing.discard(found.source or "")
            is_read &= not (isinstance(found, ReadError) and found.source == path)
            if path in wanted or found.source in wanted or found.source == path:
                yield found
        if is_read or not os.path.lexists(path):
            self.gone += sorted(missing)
