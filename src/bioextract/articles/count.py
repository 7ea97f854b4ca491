"""How many articles the paths lead to, where that can be known without reading them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePath

from bioextract.articles.find import find_files
from bioextract.articles.read import is_known
from bioextract.errors import ReadError

ONE_ARTICLE = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
ONE_A_LINE = frozenset({".jsonl", ".ndjson"})
_BLOCK = 1_000_000


class Total:
    """The number of articles, counted beside the work from when it is first asked for."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._number: int | None = None
        self._thread = threading.Thread(target=self._count, daemon=True)

    def known(self) -> int | None:
        """None while it is counted, and where it cannot be known."""
        if self._thread.ident is None:
            self._thread.start()
        return self._number

    def _count(self) -> None:
        with suppress(OSError, ValueError):  # the run itself will tell of it
            self._number = count_articles(self._paths)


def count_articles(paths: Sequence[str]) -> int | None:
    """The number of articles, or None where the files do not tell: standard input, CSV, WARC, JSON, packed lines.

    Files of one article are counted, lines of JSON Lines files too; blank or broken ones are counted as articles.
    """
    total = 0
    for found in find_files(paths, is_known):
        number = 1 if isinstance(found, ReadError) else _count_in(found)
        if number is None:
            return None
        total += number
    return total


def _count_in(path: str) -> int | None:
    if PurePath(path.lower().removesuffix(".gz")).suffix in ONE_ARTICLE:
        return 1
    if PurePath(path.lower()).suffix not in ONE_A_LINE or not Path(path).is_file():
        return None
    try:
        with Path(path).open("rb") as stream:
            lines, last = 0, b"\n"
            while block := stream.read(_BLOCK):
                lines, last = lines + block.count(b"\n"), block[-1:]
    except OSError:
        return 1
    return lines + (last != b"\n")
