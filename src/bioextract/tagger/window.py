"""The shapes of what the encoder reads: word pieces, a window of them, and what stands where in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bioextract.people.person import Individual
from bioextract.tagger.nodes import NodeRole

TARGET_PIECES, CONTEXT_PIECES, PREFIX_PIECES = 320, 40, 104  # headings have their room in the prefix's
LONGEST = TARGET_PIECES + CONTEXT_PIECES + PREFIX_PIECES  # of a window
CLS, SEP = 101, 102
CASES = ("lower", "title", "upper", "mixed", "digit", "other")
SEGMENTS = ("special", "title", "main", "event", "discipline", "context", "target")
# What a piece is part of, the most telling first.
KINDS = (
    *("none", "main name", "name of a person", "pronoun", "description of a person", "event", "rank", "mark", "date"),
    *("discipline", "age", "country", "place", "count", "name", "description"),
)


@dataclass(slots=True)
class Pieces:
    """The word pieces of one text: ids, and where each begins and ends in the page."""

    ids: list[int]
    starts: list[int]
    ends: list[int]
    cases: list[int]


class Anchor(NamedTuple):
    """A mention of a person in a window: its first and last piece there."""

    person: Individual
    sentence: int
    start: int
    end: int
    kind: str
    first: int
    last: int


class Placed(NamedTuple):
    """A node in a window; `node` is its index in the article, or None for one named elsewhere."""

    node: int | None
    role: NodeRole
    text: str
    sentence: int
    first: int
    last: int
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Window:
    """One input of the encoder and what is asked of it."""

    ids: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    segments: list[int] = field(default_factory=list)
    nodes: list[Placed] = field(default_factory=list)
    carried: list[Placed] = field(default_factory=list)
    context: list[Placed] = field(default_factory=list)  # events, dates and disciplines of the sentences before
    headings: dict[int, list[Placed]] = field(default_factory=dict)  # what the heading above a sentence names
    anchors: list[Anchor] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)

    def add(self, pieces: Pieces, segment: str, kinds: Sequence[int], part: Part) -> int:
        """Append the pieces of a part; gives the index of the first."""
        at = len(self.ids)
        ids = pieces.ids[part.lo : part.hi]
        self.ids += ids
        self.cases += pieces.cases[part.lo : part.hi]
        self.kinds += kinds[part.lo : part.hi]
        self.segments += [SEGMENTS.index(segment)] * len(ids)
        return at

    def mark(self, piece: int) -> None:
        """Append CLS or SEP."""
        self.ids.append(piece)
        self.cases.append(CASES.index("other"))
        self.kinds.append(KINDS.index("none"))
        self.segments.append(SEGMENTS.index("special"))


class Part(NamedTuple):
    """A run of pieces of one sentence: `lo` to `hi`, end exclusive."""

    sentence: int
    lo: int
    hi: int


def range_of(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """First and last piece of a span of the page."""
    return bisect_right(pieces.ends, start), bisect_left(pieces.starts, end) - 1


def pieces_of(encoding: Any, text: str, at: int) -> Pieces:
    """The pieces of a text that begins at an offset of the page."""
    offsets = encoding.offsets
    return Pieces(
        encoding.ids,
        [at + start for start, _ in offsets],
        [at + end for _, end in offsets],
        [_case(text[start:end]) for start, end in offsets],
    )


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word[:1].isdigit():
        return 4
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word.istitle():
        return 1
    return 3 if word[:1].isalpha() else 5
