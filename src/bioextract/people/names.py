"""Runs of capitalised words that may be names of people, in one sentence.

Names of any origin: hyphens and apostrophes ("Ser-Od Bat-Ochir", "O'Brien"), particles ("van der Berg", "bin Ali"),
initials ("J.J. Watt"), nicknames in quotes, capitals throughout. Whether a run is a person is decided in `roster`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bioextract.lexicons import rows
from bioextract.values.countries import country, form
from bioextract.values.given_names import is_given_name, is_surname
from bioextract.values.places import is_place

# Capital letters of the Latin script: ASCII, Latin-1, Extended-A and -B, Extended Additional (Vietnamese, Yoruba).
UPPER = "A-Z" + "".join(chr(c) for span in ((0xC0, 0x250), (0x1E00, 0x1F00)) for c in range(*span) if chr(c).isupper())
COMPOUND = "(?:s|led|coached|trained|owned|inspired|managed)"  # "Berg's", "a Berg-led attack"
WORD = (
    rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*(?:[{UPPER}]['’]?[^\W\d_]+)?|"
    rf"[{UPPER}][^\W\d_]*(?:[-'’](?!{COMPOUND}\b)[^\W\d_]+)*)"
)
PARTICLE = (
    r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|bint|ibn|al|el|af|zu|ul|abu)(?:[ \u00a0]|-)"
)
NICKNAME = rf"(?:[\"'“‘({{][{UPPER}](?:[^\W\d_]|-)*[\"'”’)}}][ \u00a0])"
RUN = re.compile(rf"(?<![\w-])(?<!\w['’]){WORD}(?:[ \u00a0](?:{NICKNAME}|{PARTICLE}){{0,3}}{WORD}){{0,6}}(?![^\W\d_])")

# "In-form", "US-based", "Fourteen-year-old": a name has a capital after its hyphen, or a foreign ending.
LEADING_COMPOUND = re.compile(
    r".+-(?:form|old|ranked|seeded|time|year|winning|trained|bound|up|off|turned|placed|choice|hit|hurt)|[Ee]x-.+"
)
ORIGIN = re.compile(r"-(?:born|based|raised)$")  # "Novi Sad-born NAME"
LONGEST_ACRONYM = 5
CODE_LENGTH = 3
INITIALS = 2


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised words, trimmed: `start` and `end` in the text of the page."""

    start: int
    end: int
    text: str


@cache
def words_used(use: str) -> frozenset[str]:
    """The words of `lexicons/name_words.tsv` of one use: leading, leading, trailing, role, no-role, acronym,
    organisation, doubtful."""
    return frozenset(word for word, kind in rows("name_words.tsv") if kind == use)


def fold(text: str) -> str:
    """Lower case, without accents and curly apostrophes: the form in which names are compared.

    >>> fold("Núria O’Neill")
    "nuria o'neill"
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\u00a0", " "))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=4096)
def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded; nicknames lose their quotes.

    >>> tokens_of("WILLIAM 'BILLY' HARTLEY")
    ('william', 'billy', 'hartley')
    """
    return tuple(word.strip("\"'“”‘’().,") for word in fold(name).split())


def find_runs(text: str, offset: int = 0) -> Iterator[NameRun]:
    """The capitalised runs of one sentence, without what stands before a name; offsets are raised by `offset`."""
    return (NameRun(start + offset, end + offset, text[start:end]) for start, end in _runs(text))


@lru_cache(maxsize=1024)  # the roster asks for the runs of a page's sentences, then the mentions do, twice
def _runs(text: str) -> tuple[tuple[int, int], ...]:
    found = (_trim(match.group(), match.start(), match.end()) for match in RUN.finditer(text))
    return tuple((start, end) for start, end in found if end - start > 1)


def _trim(run: str, start: int, end: int) -> tuple[int, int]:
    """Drop leading function words, titles, demonyms and acronyms, and trailing function words and country codes."""
    words = list(re.finditer(r"[^ \u00a0]+", run))
    origins = [i for i, word in enumerate(words) if ORIGIN.search(word.group())]
    words = words[origins[-1] + 1 :] if origins else words
    while words and (drop := _leading([w.group() for w in words])):
        words = words[drop:]
    while len(words) > 1 and _is_trailing(words[-1].group(), capitals=all(w.group().isupper() for w in words)):
        words.pop()
    return (start + words[0].start(), start + words[-1].end()) if words else (start, start)


def _leading(words: list[str]) -> int:
    """How many of the first words are no part of a name."""
    first, capitals = words[0], all(word.isupper() for word in words)
    if not capitals and (n := next((n for n in (2, 1) if len(words) > n and _is_demonym(" ".join(words[:n]))), 0)):
        return n
    plain = fold(first)
    title = plain[:-1] if len(plain) > len("a.") and plain.endswith(".") else plain
    if title in words_used("leading") or LEADING_COMPOUND.fullmatch(first) or _is_role(first):
        return 1
    return int(_is_acronym(words, capitals=capitals))


def _is_acronym(words: list[str], *, capitals: bool) -> bool:
    """Whether the first word is an acronym ("IAAF President"), not initials ("KL Rahul") or a name ("KIM Min-ji")."""
    first = words[0].replace(".", "")
    if first in words_used("acronym"):
        return True
    if capitals or "." in words[0] or not first.isupper() or len(first) > LONGEST_ACRONYM:
        return False
    if len(first) == 1:
        return len(words) > 2 and is_given_name(words[1])  # a position: "G Anna Berg"
    if len(words) != 2 or is_place(words[1]):
        return True
    if len(first) == INITIALS:
        return False
    return not ((is_given_name(first) or is_surname(first)) and is_given_name(words[1]))


def _is_trailing(word: str, *, capitals: bool) -> bool:
    is_code = not capitals and len(word) == CODE_LENGTH and word.isupper() and country(word) is not None
    return is_code or fold(word) in words_used("trailing")


def _is_role(word: str) -> bool:
    """Whether a capitalised word is a noun for athletes at the start of a sentence: "Midfielder", "Swimmers"."""
    return not words_used("role").isdisjoint((word.lower(), word.lower().removesuffix("s")))


def _is_demonym(text: str) -> bool:
    return country(text) is not None and form(text) == "demonym"
