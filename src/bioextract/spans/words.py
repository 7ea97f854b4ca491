"""The words of a sentence: where none of those is that a pattern needs, it need not be searched for."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1024)  # several finders ask for the words of a sentence, then its page does
def words_of(text: str) -> frozenset[str]:
    """The words (letters, figures, underscores) in lower case.

    >>> sorted(words_of("The 100m race-walker's"))
    ['100m', 'race', 's', 'the', 'walker']
    """
    return frozenset(_WORD.findall(text.lower()))


def key_words(names: list[str]) -> frozenset[str]:
    """The longest word of each name.

    >>> sorted(key_words(["U.S. Open", "start-up"]))
    ['open', 'start']
    """
    return frozenset(max(_WORD.findall(name.lower()), key=len) for name in names)
