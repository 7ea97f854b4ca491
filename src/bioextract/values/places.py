"""Whether a name is a known place."""

from __future__ import annotations

from functools import cache

from bioextract.lexicons import rows
from bioextract.values.given_names import fold_name


@cache
def _names() -> frozenset[str]:
    return frozenset(fold_name(row[0]) for row in rows("places.tsv") if row[1] != "none")


def is_place(name: str) -> bool:
    """Whether the whole name is a city, region or country of the lexicon.

    >>> is_place("Budapest"), is_place("Anna Berg")
    (True, False)
    """
    return fold_name(name) in _names()
