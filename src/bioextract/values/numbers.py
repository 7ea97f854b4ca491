"""Numbers in words and digits → int: cardinals, ordinals, multiplicities and quantities with their qualifier.

The upper-case names are sources of regular expressions without capturing groups, to be compiled with `re.IGNORECASE`
as parts of larger ones. Each stands on word boundaries and never starts or ends inside another number ("2:08", "1.5").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_UNIT_NAMES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TEN_NAMES = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ORDINAL_TENS = [name[:-1] + "ieth" for name in _TEN_NAMES]

_WORDS = {
    **{word: value for value, word in enumerate(_UNIT_NAMES + _TEENS, start=1)},
    **{word: 10 * value for value, word in enumerate(_TEN_NAMES, start=2)},
}
_ORDINAL_WORDS = {
    **{word: value for value, word in enumerate(_ORDINAL_UNITS + _ORDINAL_TEENS, start=1)},
    **{word: 10 * value for value, word in enumerate(_ORDINAL_TENS, start=2)},
    "hundredth": 100,
}
ORDINAL_WORDS = frozenset(_ORDINAL_WORDS)  # one of them, or figures, is in every ordinal
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_TIMES_WORDS = {"once": 1, "twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4}


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_START = r"(?<![\w.,:/$£€])"
_END = r"(?![\w%]|[.,:/]\d)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7})"
_UNITS, _TENS = _any(_UNIT_NAMES), _any(_TEN_NAMES)
_BELOW_100 = rf"(?:{_TENS}(?:[-‑ ]{_UNITS}\b)?|{_any(_UNIT_NAMES + _TEENS)})"
_SCALED = rf"(?:(?:an?|half[- ]a|{_BELOW_100})[- ](?:dozen|hundred|thousand)\b)"
_CARDINAL = rf"(?:{_DIGITS}|{_SCALED}(?: (?:and )?{_BELOW_100})?|{_BELOW_100})"
CARDINAL: str = rf"(?:{_START}{_CARDINAL}{_END})"
_ORDINAL = (
    r"(?:\d{1,4}(?:st|nd|rd|th)|"
    rf"{_TENS}[-‑ ]{_any(_ORDINAL_UNITS)}|{_any(_ORDINAL_UNITS + _ORDINAL_TEENS + _ORDINAL_TENS)}|hundredth)"
)
ORDINAL: str = rf"(?:{_START}{_ORDINAL}{_END})"
_TIMES = rf"(?:{_any(list(_TIMES_WORDS))}|\d{{1,3}}x|{_CARDINAL}(?:[-‑ ]times?|[-‑ ]?fold))"
TIMES: str = rf"(?:{_START}{_TIMES}{_END})"

_AT_LEAST = (
    r"(?:(?:(?:well |just |slightly )?(?:more than|over|above)|at least|no (?:fewer|less) than|in excess of|"
    r"upwards of|not (?:fewer|less) than) )"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|approximately|nearly|almost|some|close to|circa|approaching|just (?:under|short of)|"
    r"an estimated|(?:something|somewhere) like) )"
)
_MORE = r"(?:\+|[- ]plus\b| or (?:more|so)\b| and counting\b)"
QUANTITY: str = rf"(?:(?:\b(?:{_AT_LEAST}|{_ABOUT}))?{CARDINAL}{_MORE}?)"

# ASCII, so that every word matched is a key of the tables ("ſix" folds to "six" otherwise).
_FULL = re.IGNORECASE | re.ASCII
_QUANTITY_PARTS = re.compile(
    rf"(?:(?P<at_least>{_AT_LEAST})|(?P<about>{_ABOUT}))?(?P<number>{_CARDINAL})(?P<more>{_MORE})?", _FULL
)
_TIMES_PARTS = re.compile(rf"(?P<number>{_CARDINAL})(?:x|[- ]times?|[- ]?fold)", _FULL)
_CARDINAL_FULL = re.compile(_CARDINAL, _FULL)
_ORDINAL_FULL = re.compile(_ORDINAL, _FULL)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number and how surely it is meant."""

    value: int
    qualifier: Literal["exact", "at_least", "about"]


def _normalize(text: str) -> str:
    return " ".join(text.replace("‑", "-").split()).lower()


def _add_up(words: list[str]) -> int:
    total = 0
    for word in words:
        if word in _SCALES:
            total = int((total or 1) * _SCALES[word])
        else:
            total += _WORDS.get(word, 0)
    return total


def cardinal(text: str) -> int | None:
    """The value of a whole text that is one cardinal.

    >>> cardinal("1,200"), cardinal("seventy-four"), cardinal("a hundred and five"), cardinal("half a dozen")
    (1200, 74, 105, 6)
    >>> cardinal("dozens"), cardinal("2:08"), cardinal("74 marathons")
    (None, None, None)
    """
    text = _normalize(text)
    if not _CARDINAL_FULL.fullmatch(text):
        return None
    if text[0].isdigit():
        return int(text.replace(",", ""))
    if text.startswith("half"):
        return _add_up(re.split("[- ]", text)[2:]) // 2
    return _add_up(re.split("[- ]", text))


def ordinal(text: str) -> int | None:
    """The value of a whole text that is one ordinal.

    >>> ordinal("11th"), ordinal("first"), ordinal("twenty-first"), ordinal("eleven")
    (11, 1, 21, None)
    """
    text = _normalize(text)
    if not _ORDINAL_FULL.fullmatch(text):
        return None
    if text[0].isdigit():
        return int(text[:-2])
    return sum(_ORDINAL_WORDS.get(word, 0) or _WORDS.get(word, 0) for word in re.split("[- ]", text))


def times(text: str) -> int | None:
    """How many times a whole text says that something happened.

    >>> times("five-time"), times("three times"), times("twice"), times("2x"), times("four-fold"), times("often")
    (5, 3, 2, 2, 4, None)
    """
    text = _normalize(text)
    if text in _TIMES_WORDS:
        return _TIMES_WORDS[text]
    parts = _TIMES_PARTS.fullmatch(text)
    return cardinal(parts["number"]) if parts else None


def quantity(text: str) -> Quantity | None:
    """A cardinal with what is said around it; an upper bound ("up to 30", "fewer than 30") is no quantity.

    >>> quantity("more than 60")
    Quantity(value=60, qualifier='at_least')
    >>> quantity("nearly a hundred").qualifier, quantity("60+").qualifier, quantity("five").qualifier
    ('about', 'at_least', 'exact')
    >>> quantity("up to 30")
    """
    parts = _QUANTITY_PARTS.fullmatch(_normalize(text))
    value = cardinal(parts["number"]) if parts else None
    if not parts or value is None:
        return None
    if parts["about"] or (parts["more"] or "").endswith("so"):
        return Quantity(value, "about")
    at_least = parts["at_least"] or (parts["more"] and not parts["more"].endswith("counting"))
    return Quantity(value, "at_least" if at_least else "exact")
