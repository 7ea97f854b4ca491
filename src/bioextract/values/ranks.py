"""A place in a result as a number: "won" is 1, "bronze" is 3, "a top-10 finish" is at best 10."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Medal = Literal["gold", "silver", "bronze"]

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ROUND = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
_CARDINALS = {
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"twelve": 12, "fifteen": 15, "sixteen": 16, "hundred": 100},
    **_TENS,
}
ORDINALS: dict[str, int] = {word: n for n, word in enumerate((*_UNITS, *_TEENS), 1)} | _ROUND
ORDINALS |= {f"{tens}-{unit}": n + i for tens, n in _TENS.items() for i, unit in enumerate(_UNITS, 1)}
_MEDALS: dict[str, tuple[int, Medal]] = {"gold": (1, "gold"), "silver": (2, "silver"), "bronze": (3, "bronze")}
_MEDAL = re.compile(r"\b(gold|silver|bronze)", re.IGNORECASE)
_TOP = re.compile(r"\btop[\s-]?(\d{1,3}|[a-z]+)", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?:outside|out of|missed)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,3}(?:,\d{3})?|\d{4,5})\s?(?:st|nd|rd|th)\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE)
_SECOND = re.compile(r"\brunners?[\s-]up\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:wo[nw]|wins?|winning|winners?|victor(?:y|ious|ies|s)?|champions?|triumph(?:ed|s)?|titles?|crown(?:ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place, `value` from 1; `medal` only where a medal is said."""

    value: int | None
    qualifier: Literal["exact", "top", "outside"] = "exact"
    medal: Medal | None = None


def rank(text: str) -> Rank | None:
    """The rank that a rank span tells, or None.

    >>> [rank(text).value for text in ("won", "fifth place", "13th", "twenty-first", "runner-up")]
    [1, 5, 13, 21, 2]
    >>> rank("silver medallist")
    Rank(value=2, qualifier='exact', medal='silver')
    >>> rank("outside the top 20"), rank("last")
    (Rank(value=20, qualifier='outside', medal=None), None)
    """
    if top := _TOP.search(text):
        number = int(top[1]) if top[1].isdigit() else _CARDINALS.get(top[1].lower())
        return Rank(number, "outside" if _OUTSIDE.search(text) else "top") if number else None
    if medal := _MEDAL.search(text):
        value, kind = _MEDALS[medal[1].lower()]
        return Rank(value, medal=kind)
    place = _to_place(text)
    return Rank(place) if place else None


def _to_place(text: str) -> int | None:
    if _SECOND.search(text):
        return 2
    if numeric := _NUMERIC.search(text):
        return int(numeric[1].replace(",", ""))
    if ordinal := _ORDINAL.search(text):
        return ORDINALS[ordinal[0].lower()]
    return int(text) if text.isdecimal() else 1 if _FIRST.search(text) else None
