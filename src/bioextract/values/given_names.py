"""What a name tells: whether a word is a given name or a surname, and the gender that a given name goes with."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bioextract.lexicons import rows

Gender = Literal["m", "f"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "’": "'", "ʻ": "'"})


@dataclass(frozen=True, slots=True)
class _Name:
    gender: Gender | None
    weight: int
    ambiguous: bool


def fold_name(word: str) -> str:
    """Lower case, without accents: the form in which the lexicons hold names.

    >>> fold_name("Łukasz"), fold_name("CARLA"), fold_name("N’Golo")
    ('lukasz', 'carla', "n'golo")
    """
    word = word.lower()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def short_names(word: str) -> frozenset[str]:
    """What a given name is shortened to, folded.

    >>> sorted(short_names("Raymond")), short_names("Eliud")
    (['ray'], frozenset())
    """
    return _short_names().get(fold_name(word), frozenset())


@cache
def _short_names() -> dict[str, frozenset[str]]:
    return {fold_name(name): frozenset(map(fold_name, short.split("|"))) for name, short in rows("short_names.tsv")}


def is_given_name(word: str) -> bool:
    """Whether one token is known as a given name (or as a family name that comes first, such as "Kim").

    >>> is_given_name("Eliud"), is_given_name("Jean-Luc"), is_given_name("Stadium")
    (True, True, False)
    """
    return _find_given(word) is not None


def is_ambiguous(word: str) -> bool:
    """Whether a given name is also a common word or a place, so that it alone shows no person.

    >>> is_ambiguous("Mark"), is_ambiguous("Florence"), is_ambiguous("Eliud")
    (True, True, False)
    """
    name = _find_given(word)
    return name is not None and name.ambiguous


def is_surname(word: str) -> bool:
    """Whether one token is known as a surname; common words that are surnames too ("Green") count.

    >>> is_surname("Kipchoge"), is_surname("finished")
    (True, False)
    """
    return fold_name(word) in _surnames()


def gender_of(name: str) -> Gender | None:
    """The gender that a full name's given names go with, or None when they tell none.

    The first given name decides; one that tells none ("Kim", "Jordan") leaves it to the middle names, never to the
    last token of the name.

    >>> gender_of("Paula Radcliffe"), gender_of("KENENISA BEKELE"), gender_of("Kim Min")
    ('f', 'm', None)
    """
    tokens = name.split()
    for token in tokens[: max(1, len(tokens) - 1)]:
        found = _find_given(token)
        if found is not None and found.gender is not None:
            return found.gender
    return None


def _find_given(word: str) -> _Name | None:
    """The entry of a token; a double name ("Jean-Luc") goes by its first part when it is not listed whole."""
    word = fold_name(word)
    names = _given_names()
    return names.get(word) or (names.get(word.partition("-")[0]) if "-" in word else None)


@cache
def _given_names() -> dict[str, _Name]:
    genders: dict[str, Gender] = {"m": "m", "f": "f"}
    return {
        name: _Name(genders.get(gender), int(weight), ambiguous == "1")
        for name, gender, weight, ambiguous in rows("first_names.tsv")
    }


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row[0] for row in rows("surnames.tsv"))
