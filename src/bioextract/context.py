"""The sentences around evidence, for people to read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_CONTEXT = 400

Bounds = tuple[int, int]


def find_sentences(text: str, title: str | None = None) -> list[Bounds]:
    """Start and end (code points, end exclusive) of each sentence; title lines and headings are none."""
    from bioextract.articles import Article  # these take a second to import, and who has no text does without
    from bioextract.page import Page

    return [(sentence.start, sentence.end) for sentence in Page(Article(text, title=title), _tokenizer()).sentences]


def find_context(text: str, sentences: Sequence[Bounds], start: int, end: int) -> Bounds:
    """What to show around a span: from its first sentence to its last, else its line; about as long as can be read.

    >>> text = "Head\\n\\nAnna won. She was glad."
    >>> [text[slice(*find_context(text, [(6, 15), (16, 29)], *span))] for span in [(6, 10), (8, 20), (0, 2)]]
    ['Anna won.', 'Anna won. She was glad.', 'Head']
    """
    starts = [begin for begin, _ in sentences]
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    if first >= 0 and start < sentences[first][1] and end <= sentences[last][1]:
        begin, finish = sentences[first][0], sentences[last][1]
    else:
        begin = text.rfind("\n", 0, start) + 1
        finish = text.find("\n", end)
        finish = len(text) if finish < 0 else finish
    return max(begin, start - LONGEST_CONTEXT), min(finish, end + LONGEST_CONTEXT)


@cache
def _tokenizer() -> Language:
    import spacy

    return spacy.blank("en")
