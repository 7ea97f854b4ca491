"""Windows: what the encoder reads at a time.

A window is a prefix (title, main subject, the events and the discipline that the article speaks of), some sentences
before for their context, and the sentences that it answers for. Every sentence that the sieve keeps is answered for by
one window; one too long for a window is cut into several. The event named a page ago is still in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from bioextract.facts.claim import Reading
from bioextract.page import Sentence
from bioextract.tagger.nodes import ROLES, Node
from bioextract.tagger.prefix import Prefix
from bioextract.tagger.window import (
    CLS,
    CONTEXT_PIECES,
    KINDS,
    SEP,
    TARGET_PIECES,
    Anchor,
    Part,
    Pieces,
    Placed,
    Window,
    pieces_of,
    range_of,
)

OVERLAP = 16
_KIND_OF_ROLE = {role: KINDS.index(role) for role in ROLES if role != "person"}


def windows_of(
    reading: Reading, nodes: Sequence[Node], tokenizer: Any, kept: Set[int] | None = None
) -> Iterator[Window]:
    """The windows of the kept sentences of one article (None: of all), in the order of the text."""
    layout = _Layout(reading, nodes, tokenizer)
    read = range(len(reading.page.sentences)) if kept is None else sorted(kept)
    layout.encode(read)
    prefix = Prefix(reading, nodes, tokenizer, layout.title)
    for parts in _groups([(index, layout.length(index)) for index in read]):
        window = Window()
        window.mark(CLS)
        prefix.write(window, parts[0].sentence)
        for part in _before(layout, parts[0]):
            window.context += [
                n for n in layout.write(window, part, "context") if n.role in ("event", "date", "discipline")
            ]
        heading, named = None, list[Placed]()
        for part in parts:
            if (above := reading.page.sentences[part.sentence].heading) != heading:
                heading, named = above, prefix.write_heading(window, above) if above else []
            window.headings[part.sentence] = named
            window.targets.append(part.sentence)
            window.nodes += layout.write(window, part, "target")
        window.mark(SEP)
        yield window


class _Layout:
    """The sentences of an article in pieces, those that are wanted, with what stands where."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], tokenizer: Any) -> None:
        self._reading, self._nodes, self._tokenizer = reading, nodes, tokenizer
        title = reading.page.title or ""
        self.title = pieces_of(tokenizer.encode(title, add_special_tokens=False), title, 0)
        self._pieces: dict[int, Pieces] = {}
        self._by_sentence: list[list[int]] = [[] for _ in reading.page.sentences]
        for i, node in enumerate(nodes):
            self._by_sentence[reading.page.sentence_at(node.start).index].append(i)

    def encode(self, wanted: Iterable[int]) -> None:
        """Cut some sentences into pieces."""
        sentences = [self._reading.page.sentences[index] for index in wanted]
        encoded = self._tokenizer.encode_batch([s.text for s in sentences], add_special_tokens=False)
        for sentence, encoding in zip(sentences, encoded, strict=True):
            self._pieces[sentence.index] = pieces_of(encoding, sentence.text, sentence.start)

    def length(self, index: int) -> int:
        """The number of pieces of a sentence."""
        if index not in self._pieces:
            self.encode([index])
        return len(self._pieces[index].ids)

    def write(self, window: Window, part: Part, segment: str) -> list[Placed]:
        """Append a part and the mentions in it to a window; gives the nodes in it."""
        index, lo, _ = part
        sentence, nodes = self._reading.page.sentences[index], [self._nodes[i] for i in self._by_sentence[index]]
        kinds = _kinds(self._reading, sentence, self._pieces[index], nodes)
        shift = window.add(self._pieces[index], segment, kinds, part) - lo
        for m in self._reading.mentions.of(sentence):
            if found := self._place(part, m.start, m.end):
                first, last = found
                window.anchors.append(Anchor(m.person, index, m.start, m.end, m.kind, first + shift, last + shift))
        placed = []
        for i, node in zip(self._by_sentence[index], nodes, strict=True):
            if found := self._place(part, node.start, node.end):
                text = self._reading.page.text[node.start : node.end]
                span = found[0] + shift, found[1] + shift
                placed.append(Placed(i, node.role, text, index, *span, node.start, node.end))
        return placed

    def _place(self, part: Part, start: int, end: int) -> tuple[int, int] | None:
        """First and last piece of a span, if both stand in the part."""
        first, last = range_of(self._pieces[part.sentence], start, end)
        return (first, last) if part.lo <= first <= last < part.hi else None


def _groups(lengths: Iterable[tuple[int, int]]) -> Iterator[list[Part]]:
    """The sentences (number, pieces) in groups of at most TARGET_PIECES; a longer one is cut, its parts overlap."""
    group: list[Part] = []
    size = 0
    for index, length in lengths:
        if group and size + length > TARGET_PIECES:
            yield group
            group, size = [], 0
        if length > TARGET_PIECES:
            yield from ([part] for part in _cut(index, length))
        elif length:
            group.append(Part(index, 0, length))
            size += length
    if group:
        yield group


def _cut(index: int, length: int) -> Iterator[Part]:
    """The parts of a long sentence; they overlap, so that a name at a cut is whole in one of them."""
    for lo in range(0, length - OVERLAP, TARGET_PIECES - OVERLAP):
        yield Part(index, lo, min(lo + TARGET_PIECES, length))


def _before(layout: _Layout, target: Part) -> list[Part]:
    """The pieces before a target, whole sentences as far as they fit."""
    if target.lo:
        return [Part(target.sentence, max(0, target.lo - CONTEXT_PIECES), target.lo)]
    room, parts = CONTEXT_PIECES, list[Part]()
    for index in range(target.sentence - 1, -1, -1):
        if room <= 0:
            break
        length = layout.length(index)
        parts.insert(0, Part(index, max(0, length - room), length))
        room -= length
    return parts


def _kinds(reading: Reading, sentence: Sentence, pieces: Pieces, nodes: Sequence[Node]) -> list[int]:
    """For every piece what it is part of."""
    kinds = [0] * len(pieces.ids)
    marked: list[tuple[int, int, int]] = [
        (_KIND_OF_ROLE[n.role], n.start, n.end) for n in nodes if n.role in _KIND_OF_ROLE
    ]
    main = reading.mentions.main
    for m in reading.mentions.of(sentence):
        kind = (1 if m.person is main else 2) if m.kind == "name" else 3 if m.kind == "pronoun" else 4
        marked.append((kind, m.start, m.end))
    for kind, start, end in sorted(marked, reverse=True):
        first, last = range_of(pieces, start, end)
        kinds[first : last + 1] = [kind] * (last + 1 - first)
    return kinds
