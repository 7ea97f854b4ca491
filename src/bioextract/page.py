"""An article laid out: title lines, headings and the sentences of its paragraphs.

Pasted articles carry their title, a breadcrumb glued to it ("HomeSportsTitle") and section headings. None of them is
a sentence of the text, but they name the event and the person that the sentences below speak of.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.language import Language

from bioextract.articles import Article
from bioextract.spans import Role, RoleSpan, find_all
from bioextract.spans.dates import find as find_dates
from bioextract.spans.words import words_of
from bioextract.values.dates import parse_date
from bioextract.values.events import Event, canonical_event
from bioextract.values.sports import is_athletics

# A full stop, closing quotes or brackets, white space, then something that can begin a sentence.
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W_a-zß-öø-ÿ])")
INITIAL = re.compile(r"(?:^|[\s.(])[A-Z]$")
ABBREVIATION = re.compile(r"(?:\b(?:No|St|Mt|Ft|vs|v|Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Rev|Gen|Col|Sgt|Lt|Capt|approx|c|b))$")
TERMINAL = re.compile(r"[.!?…;:,][\"'”’)\]]*$")
LIST_ITEM = re.compile(r"\s*(?:[-*•·]|\d{1,3}[.):]?\s|=?\d+(?:st|nd|rd|th)\b)")
SPACE = re.compile(r"\s*")
OLYMPIC = re.compile(r"\bOlympi")
LONGEST_TOKEN = 40
HEADING_WORDS = 9
LONGEST_SENTENCE = 1_000
WRAPPED_LINE = 60
DATELINE_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line of a list: `text == page.text[start:end]`; `heading` is the section heading above it."""

    index: int
    start: int
    end: int
    text: str
    block: int
    heading: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap_before: bool


class Page:
    """The text of one article, its title, and its sentences with the role spans found in them."""

    def __init__(self, article: Article, nlp: Language) -> None:
        self.article, self.text, self.published = article, article.text, article.published
        lines = list(_lines(self.text))
        skip, found_title = _furniture(lines, article.title)
        self.title = article.title or found_title
        self.sentences = list(_sentences(_blocks(lines[skip:]), self.text, nlp))
        self._starts = [sentence.start for sentence in self.sentences]
        self._holding: dict[tuple[str, ...] | frozenset[str], set[int]] = {}

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def sentences_with(self, words: tuple[str, ...]) -> set[int]:
        """The numbers of the sentences that hold one of the words, also inside a longer one; looked for once."""
        if words not in self._holding:
            told = [word for word in words if word in self.text]
            self._holding[words] = {s.index for word in told for s in self.sentences if word in s.text}
        return self._holding[words]

    def sentences_with_words(self, words: frozenset[str]) -> set[int]:
        """As `sentences_with`, of whole words in lower case; much faster, so that there may be many."""
        if words not in self._holding:
            self._holding[words] = {index for word in words & self._words.keys() for index in self._words[word]}
        return self._holding[words]

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """In which sentences each word (letters, figures, underscores) stands."""
        told = defaultdict[str, list[int]](list)
        for sentence in self.sentences:
            for word in words_of(sentence.text):
                told[word].append(sentence.index)
        return told

    @cached_property
    def spans(self) -> list[list[RoleSpan]]:
        """For every sentence, its role spans in the order of the text (offsets of the page)."""
        return [sorted(span.shifted(sentence.start) for span in find_all(sentence.text)) for sentence in self.sentences]

    @cached_property
    def is_athletics(self) -> bool:
        """Whether the article speaks of athletics rather than another sport: what "the World Championships" are."""
        return is_athletics(self.text)

    @cached_property
    def is_paralympic(self) -> bool:
        """Whether the article speaks of the Paralympics and never of the Olympics."""
        return "Paralympi" in self.text and OLYMPIC.search(self.text) is None

    def name_event(self, text: str, year: str | None = None) -> Event:
        """The event that words of this page name.

        Its sport tells what "the World Championships" are, and whose Games were in Sydney; `year`: told beside it.
        """
        event = canonical_event(text, year=year, athletics=self.is_athletics)
        return self.in_its_games(event) if "lympi" not in text else event

    def in_its_games(self, event: Event) -> Event:
        """The Games that a host city stands for in this page."""
        is_other = event.name == "Olympic Games" and self.is_paralympic
        return replace(event, name="Paralympic Games") if is_other else event

    def spans_of(self, sentence: Sentence, *roles: Role) -> list[RoleSpan]:
        """The spans of a sentence that play one of the roles, in order."""
        return [span for span in self.spans[sentence.index] if span.role in roles]


def find_dateline(text: str) -> dt.date | None:
    """The day in a short line at the head of an undated text ("October 27, 2007", "By Ann Lee, 3 May 2011")."""
    for line in text[:DATELINE_CHARACTERS].splitlines()[:3]:
        days = [day for span in find_dates(line) if (day := parse_date(span.text)) and day.precision == "day"]
        if len(days) == 1 and len(line) < WRAPPED_LINE:
            return dt.date.fromisoformat(days[0].iso)
    return None


def _lines(text: str) -> Iterator[_Line]:
    """The non-blank lines, stripped, each with whether a blank line stands before it."""
    start, gap = 0, True
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            begin = start + raw.index(stripped[0])
            yield _Line(begin, begin + len(stripped), stripped, gap)
        gap = not stripped
        start += len(raw)


def _furniture(lines: list[_Line], title: str | None) -> tuple[int, str | None]:
    """How many first lines are title and breadcrumb, and the title that they show."""
    if not lines:
        return 0, None
    first = lines[0].text
    if len(lines) > 1 and len(lines[1].text) > 10 and first.endswith(lines[1].text):
        return 2, lines[1].text
    if title and (first == title or first.endswith(title)) and len(first) < len(title) + 80:
        return 1, title
    if len(lines) > 1 and lines[1].gap_before and len(first) < 150 and not TERMINAL.search(first):
        return 1, first
    return 0, None


def _is_heading(line: _Line, following: _Line | None) -> bool:
    return (
        len(line.text.split()) <= HEADING_WORDS
        and line.gap_before
        and not TERMINAL.search(line.text)
        and not LIST_ITEM.match(line.text)
        and following is not None
        and (following.gap_before or len(following.text) > len(line.text))
    ) or (line.text.endswith(":") and len(line.text) < WRAPPED_LINE and line.text[:1].isupper())


def _blocks(lines: list[_Line]) -> Iterator[tuple[int, int, str | None]]:
    """Paragraphs and list lines as (start, end, heading above); lines that a fixed width wrapped are joined."""
    heading: str | None = None
    start: int | None = None
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if start is None and _is_heading(line, following):
            heading = line.text
            continue
        start = line.start if start is None else start
        if following is None or following.gap_before or not _is_wrapped(line, following):
            yield start, line.end, heading
            start = None


def _is_wrapped(line: _Line, following: _Line) -> bool:
    return following.text[0].islower() or (
        len(line.text) >= WRAPPED_LINE and not TERMINAL.search(line.text) and not LIST_ITEM.match(following.text)
    )


def _sentences(blocks: Iterator[tuple[int, int, str | None]], text: str, nlp: Language) -> Iterator[Sentence]:
    index = 0
    for number, (start, end, heading) in enumerate(blocks):
        for begin, finish in _split(text, start, end, nlp):
            yield Sentence(index, begin, finish, text[begin:finish], number, heading)
            index += 1


def _split(text: str, start: int, end: int, nlp: Language) -> Iterator[tuple[int, int]]:
    """The sentences of one block: a stop that the tokenizer keeps inside a token ("Mr.", "a.m.") ends none."""
    begin = start
    for match in SENTENCE_END.finditer(text, start, end):
        before = text[max(begin, match.start() - 12) : match.start()]
        numbered = begin == start and before.isdigit()  # "1. Anna Berg 2:24:10"
        if numbered or INITIAL.search(before) or ABBREVIATION.search(before):
            continue
        if _is_parted(text[max(begin, match.start() - LONGEST_TOKEN) : match.end()].rsplit(maxsplit=1)[-1], match, nlp):
            yield from _pieces(text, begin, match.end())
            begin = SPACE.match(text, match.end()).end()  # type: ignore[union-attr]
    yield from _pieces(text, begin, end)


def _is_parted(word: str, match: re.Match[str], nlp: Language) -> bool:
    """Whether the tokenizer parts a stop from its word; to tokenize the whole text would take ten times as long."""
    at = len(word) - len(match.group())
    return any(token.idx + len(token) - 1 == at and token.is_punct for token in nlp.make_doc(word))


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, in pieces if it is longer than anything that people write: the time grows with its square."""
    while end - begin > LONGEST_SENTENCE:
        space = text.rfind(" ", begin + 1, begin + LONGEST_SENTENCE)
        cut = space if space > 0 else begin + LONGEST_SENTENCE
        yield begin, cut
        begin = SPACE.match(text, cut).end()  # type: ignore[union-attr]
    if begin < end:
        yield begin, end
