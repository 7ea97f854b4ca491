"""Runs of capitalised words that may be names of people, in one sentence.

Names of any origin: hyphens and apostrophes ("Ser-Od Bat-Ochir", "O'Brien"), particles ("van der Berg", "bin Ali"),
initials ("J.J. Watt"), nicknames in quotes, capitals throughout. Whether a run is a person is decided in `roster`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bioextract.lexicons import rows
from bioextract.values.countries import country, form

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
WORD = rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*|[{UPPER}][^\W\d_]*(?:[-'’](?!s\b)[^\W\d_]+)*)"
PARTICLE = (
    r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|bint|ibn|al|el|af|zu|ul|abu)(?:[ \u00a0]|-)"
)
NICKNAME = rf"(?:[\"'“‘({{][{UPPER}][\w-]*[\"'”’)}}][ \u00a0])"
RUN = re.compile(rf"(?<![\w-])(?<!\w['’]){WORD}(?:[ \u00a0](?:{NICKNAME}|{PARTICLE}){{0,3}}{WORD}){{0,6}}(?![^\W\d_])")

# "In-form", "US-based", "Fourteen-year-old": a name has a capital after its hyphen, or a foreign ending.
LEADING_COMPOUND = re.compile(
    r".+-(?:form|based|born|old|ranked|seeded|time|year|winning|trained|bound|up|off|turned|placed|choice|hit|hurt)"
)
LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised words, trimmed: `start` and `end` in the text of the page."""

    start: int
    end: int
    text: str


@cache
def words_used(use: str) -> frozenset[str]:
    """The words of `lexicons/name_words.tsv` of one use: leading, trailing, role, organisation, doubtful."""
    return frozenset(word for word, kind in rows("name_words.tsv") if kind == use)


def fold(text: str) -> str:
    """Lower case, without accents and curly apostrophes: the form in which names are compared.

    >>> fold("Núria O’Neill")
    "nuria o'neill"
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\u00a0", " "))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded; nicknames lose their quotes.

    >>> tokens_of("ROBERT 'BOBBY' DONNELLY")
    ('robert', 'bobby', 'donnelly')
    """
    return tuple(word.strip("\"'“”‘’().,") for word in fold(name).split())


def find_runs(text: str, offset: int = 0) -> Iterator[NameRun]:
    """The capitalised runs of one sentence, without what stands before a name; offsets are raised by `offset`."""
    for match in RUN.finditer(text):
        start, end = _trim(match.group(), match.start(), match.end())
        if end - start > 1:
            yield NameRun(start + offset, end + offset, text[start:end])


def _trim(run: str, start: int, end: int) -> tuple[int, int]:
    """Drop leading function words, titles, demonyms and acronyms, and trailing function words."""
    words = list(re.finditer(r"[^ \u00a0]+", run))
    capitals = run.isupper()
    while words and (drop := _leading([w.group() for w in words[:3]], capitals=capitals)):
        words = words[drop:]
    while len(words) > 1 and fold(words[-1].group()) in words_used("trailing"):
        words.pop()
    return (start + words[0].start(), start + words[-1].end()) if words else (start, start)


def _leading(words: list[str], *, capitals: bool) -> int:
    """How many of the first words are no part of a name: function words, titles, acronyms, demonyms."""
    first = words[0]
    acronym = not capitals and 1 < len(first) <= LONGEST_ACRONYM and first.isupper() and "." not in first
    if (
        acronym
        or fold(first).rstrip(".") in words_used("leading")
        or LEADING_COMPOUND.fullmatch(first)
        or _is_role(first)
    ):
        return 1
    if not capitals and len(words) > 1:
        return next((n for n in (2, 1) if len(words) > n and _is_demonym(" ".join(words[:n]))), 0)
    return 0


def _is_role(word: str) -> bool:
    """Whether a capitalised word is a noun for athletes at the start of a sentence: "Midfielder", "Swimmers"."""
    return not words_used("role").isdisjoint((word.lower(), word.lower().removesuffix("s")))


def _is_demonym(text: str) -> bool:
    return country(text) is not None and form(text) == "demonym"
