"""The places that are known by name, and the words that show that a capitalised group is none."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bioextract.lexicons import rows
from bioextract.values.given_names import fold_name

_GAP = re.compile(r"\s")


class Entry(NamedTuple):
    """A known place: `kind` city, region or country; `ambiguous` also a word or a name; `club` most often a club."""

    kind: str
    ambiguous: bool
    club: bool


def find_longest(text: str, start: int, end: int) -> tuple[int, Entry] | None:
    """The end and the entry of the longest known place at the start of `text[start:end]`, whole words only.

    >>> find_longest("New York Yankees", 0, 16)
    (8, Entry(kind='city', ambiguous=False, club=False))
    """
    stops = [end, *(start + gap.start() for gap in reversed(list(_GAP.finditer(text[start:end]))))]
    for stop in stops:
        entry = _entries().get(fold_name(" ".join(text[start:stop].split())))
        if entry is not None:
            return stop, entry
    return None


def is_no_place(word: str) -> bool:
    """Whether a capitalised word shows that its group names no place: "March", "Marathon", "United"."""
    return fold_name(word.strip(".")) in _others()


@cache
def _entries() -> dict[str, Entry]:
    table = [row for row in rows("places.tsv") if row[1] != "none"]
    return {fold_name(name): Entry(kind, flag == "1", flag == "2") for name, kind, _, flag in table}


@cache
def _others() -> frozenset[str]:
    return frozenset(row[0] for row in rows("places.tsv") if row[1] == "none")
