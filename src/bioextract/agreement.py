"""When two statements say the same: the keys of the kinds of fact, and their attributes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

Json = Mapping[str, Any]

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "participation": ("status", "rank", "medal", "mark", "year", "place", "discipline"),
    "sponsor": ("status",),
    "team": ("status",),
    "residence": ("status",),
    "mark": ("discipline",),
}
SMALL_WORDS = frozenset(
    ["the", "a", "an", "of", "in", "at", "and", "for", "on", "men", "mens", "women", "womens", "s", "his", "her"]
)
OLYMPICS, PARALYMPICS, WORLDS = "olympic games", "paralympic games", "world athletics championships"
EVENTS = {
    "olympics": OLYMPICS,
    "olympic": OLYMPICS,
    "paralympics": PARALYMPICS,
    "worlds": WORLDS,
    "world championships": WORLDS,
    "world championship": WORLDS,
    "world athletics championship": WORLDS,
}
COUNTRIES = {
    "america": "united states",
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "britain": "great britain",
    "gb": "great britain",
    "uk": "great britain",
    "united kingdom": "great britain",
    "holland": "netherlands",
    "the netherlands": "netherlands",
    "republic of ireland": "ireland",
    "czechia": "czech republic",
    "turkiye": "turkey",
}
POSSESSIVE = re.compile(r"'s\b")
NOT_A_WORD = re.compile(r"[^a-z0-9]+")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
CHAMPIONSHIP = re.compile(r"\bchampionship\b")
DIGITS = re.compile(r"\d+")


def fold(text: object) -> str:
    """Lower case, without accents, possessives and punctuation.

    >>> fold("Peres Jepchirchir’s  São-Paulo")
    'peres jepchirchir sao paulo'
    """
    return _fold(str(text or ""))


@lru_cache(maxsize=4096)  # the same few values are compared with each other again and again
def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("’", "'")
    return NOT_A_WORD.sub(" ", POSSESSIVE.sub("", plain)).strip()


def words_of(text: object) -> frozenset[str]:
    """The folded words that carry meaning."""
    return _words(fold(text))


@lru_cache(maxsize=4096)
def _words(folded: str) -> frozenset[str]:
    return frozenset(word for word in folded.split() if word not in SMALL_WORDS)


def overlap(a: object, b: object) -> bool:
    """Whether the words of one are among the words of the other.

    >>> overlap("Ulaanbaatar, Mongolia", "Ulaanbaatar"), overlap("New York", "York City"), overlap("", "York")
    (True, False, False)
    """
    mine, theirs = words_of(a), words_of(b)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def same_name(a: str, b: str) -> bool:
    """Whether two names are spelled alike, accents and punctuation aside."""
    return fold(a) == fold(b)


def same_event(a: object, b: object) -> bool:
    """Whether two events are one: equal, or all words of one (two at least) in the other; a half is no whole.

    >>> same_event("Tokyo Marathon", "the 2019 Tokyo Marathon"), same_event("Worlds", "World Championships")
    (True, True)
    >>> same_event("Tokyo Half Marathon", "Tokyo Marathon"), same_event("marathon", "Tokyo Marathon")
    (False, False)
    """
    mine, theirs = _event_key(a), _event_key(b)
    if mine == theirs:
        return True
    short, long = sorted((set(mine.split()), set(theirs.split())), key=len)
    return ("half" in short) == ("half" in long) and len(short) >= 2 and short <= long


def same_fact(kind: str, gold: Json, predicted: Json) -> bool:
    """Whether two facts of one kind about one person have the same key. Raises KeyError for an unknown kind."""
    return _SAME[kind](gold, predicted)


def attribute_of(fact: Json, name: str) -> Any:
    """An attribute in the form in which it is compared; None where it is not stated."""
    value = year_of(fact) if name == "year" else fact.get(name)
    if name == "mark":
        value = digits_of(value)
    elif name in ("place", "discipline"):
        value = words_of(value)
    return None if not value or value == "unknown" else value


def same_attribute(name: str, a: Any, b: Any) -> bool:
    """Whether two attributes agree; places and disciplines may be more or less detailed."""
    return bool(a <= b or b <= a) if name in ("place", "discipline") else bool(a == b)


def year_of(fact: Json) -> str | None:
    """The year of a fact's `date`."""
    match = re.match(r"\d{4}", str(fact.get("date") or ""))
    return match.group() if match else None


def digits_of(text: object) -> tuple[int, ...]:
    """The numbers of a performance, without a hundredth that is nought.

    >>> digits_of("2:08:50"), digits_of("2 hours 8 minutes 50 seconds"), digits_of("1:59.40.00")
    ((2, 8, 50), (2, 8, 50), (1, 59, 40))
    """
    found = [int(number) for number in DIGITS.findall(str(text or ""))]
    while len(found) > 2 and found[-1] == 0:
        found.pop()
    return tuple(found)


def _event_key(text: object) -> str:
    return _key_of_folded(fold(text))


@lru_cache(maxsize=4096)
def _key_of_folded(event: str) -> str:
    words = (word for word in YEAR.sub(" ", event).split() if word not in SMALL_WORDS)
    key = CHAMPIONSHIP.sub("championships", " ".join(words))
    return EVENTS.get(key, key)


def _country(text: object) -> str:
    return COUNTRIES.get(fold(text), fold(text))


def _same_value(gold: Json, predicted: Json) -> bool:
    return bool(gold["value"] == predicted["value"])


def _same_text(gold: Json, predicted: Json) -> bool:
    return str(gold["value"]) == str(predicted["value"])


def _same_words(gold: Json, predicted: Json) -> bool:
    return overlap(gold["value"], predicted["value"])


def _same_country(gold: Json, predicted: Json) -> bool:
    return _country(gold["value"]) == _country(predicted["value"])


def _same_count(gold: Json, predicted: Json) -> bool:
    return (
        _same_value(gold, predicted)
        and gold.get("what") == predicted.get("what")
        and same_event(gold.get("event"), predicted.get("event"))
    )


def _same_organisation(gold: Json, predicted: Json) -> bool:
    mine = gold.get("name") or gold.get("description")
    theirs = predicted.get("name") or predicted.get("description")
    if gold.get("name") and predicted.get("name"):
        return overlap(mine, theirs)
    return len(words_of(mine) & words_of(theirs)) >= min(2, len(words_of(mine)) or 1)


def _same_relation(gold: Json, predicted: Json) -> bool:
    return gold.get("role") == predicted.get("role") and overlap(gold.get("name"), predicted.get("name"))


def _same_mark(gold: Json, predicted: Json) -> bool:
    return gold.get("kind") == predicted.get("kind") and digits_of(gold.get("mark")) == digits_of(predicted.get("mark"))


def _same_participation(gold: Json, predicted: Json) -> bool:
    years = {year_of(gold), year_of(predicted)} - {None}
    return same_event(gold.get("event"), predicted.get("event")) and len(years) < 2


_SAME: dict[str, Callable[[Json, Json], bool]] = {
    "age": _same_value,
    "birth_date": _same_text,
    "birth_place": _same_words,
    "nationality": _same_country,
    "residence": _same_words,
    "discipline": _same_words,
    "count": _same_count,
    "sponsor": _same_organisation,
    "team": _same_organisation,
    "relation": _same_relation,
    "mark": _same_mark,
    "participation": _same_participation,
}
