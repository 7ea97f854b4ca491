"""Where a competition is named, and where a title names one.

`find` gives names of competitions ("2012 London Olympics", "Boston Marathon", "Wimbledon"), `find_titles` the titles in
which an adjective or the whole name tells the competition ("Olympic champion", "Boston Marathon winner").
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache, lru_cache

from bioextract.lexicons import rows
from bioextract.spans.event_heads import find_with_heads, names_games
from bioextract.spans.span import RoleSpan
from bioextract.values.countries import country
from bioextract.values.dates import MONTH

_YEAR = r"(?:1[89]|20)\d\d"
_WORD = r"[A-ZÀ-Ž][\w’'.-]+"

# Names that begin with their head: Tour of Britain, Gran Premio X, Ironman Austria.
_HEADS_WITH_OF = (
    "Tour|Circuit|Cup|Grand Prix|Open|Night|Festival|Battle|Prize|Six Days|Meeting|Ronde|Giro|Vuelta|Volta|Criterium|"
    "Critérium|Copa|Rund|Dwars|3 Jours|Trail|6 Giorni"
)
_HEADS = (
    "Ironman|IRONMAN|Skate|Trofeo|Gran Premio|GP|Coupe du|Coupe|Memorial|Memoriał|Omloop van|Trofee|Klasika|Challenge|"
    "Cross Internacional|JGP"
)
_HEAD_HINT, _YEARS = re.compile(f"{_HEADS_WITH_OF}|{_HEADS}"), re.compile(_YEAR)
_HEAD_FIRST = re.compile(
    rf"\b(?:{_YEAR} )?(?:(?:{_HEADS_WITH_OF})"
    r"(?: (?:of the|de la|de los|of|de|du|des|di|da|ao|a|van|door|um|del|della|el|la|dei) | d['’])"
    rf"|(?:{_HEADS})(?: (?:de|di|of))? )"
    rf"{_WORD}(?: (?:(?:de|du|di|la|e|of|van|the) )?{_WORD}){{0,4}}"
)
_MARATHON_IN = re.compile(rf"\b(?:[Hh]alf[- ])?[Mm]arathons? in (?!{MONTH})(?P<place>{_WORD}(?: {_WORD})?)")

_LEVEL = (
    r"(?:Olympic|Paralympic|Commonwealth|[Ww]orld|European|Asian|African|[Nn]ational|[Cc]ounty|[Ss]tate|NCAA|AAA|"
    r"Pan[- ]American|South American|Oceania|All-Ireland|Ironman|WB[ACFO]|IB[FO]|U\.?S\.?|"
    r"(?P<people>[A-Z][a-z]+(?:an|ish|i|ese|ch|ss)))"
)
_BETWEEN = (
    r"(?:(?: and|,)? (?!(?:in|at|to|for|by|was|is|has|had|with|from|of|on|a|the|his|her|who|record|number|No)\b)"
    r"(?:[a-z0-9][\w,.’'-]*|Indoor|Junior|Half|Marathon|Cross|Country|Under-\d\d|U\d\d|Commonwealth|European|World|"
    r"Olympic|Women[’']s|Men[’']s)){0,5}?"
)
_TITLE = re.compile(
    rf"(?<![\w-])(?:{_YEAR} )?{_LEVEL}{_BETWEEN} (?:(?:co-)?[Cc]hampions?|champ|titles?|crowns?|gold|silver|bronze|"
    r"medals?|medall?ists?|(?:semi-?|quarter-?)?finals?|finalists?|winners?|runners?-up|victory|debut|competition)"
    r"(?: (?:medall?ists?|medals?|winners?))?\b"
)
_OLYMPIC_DISCIPLINE = re.compile(
    rf"(?<![\w-])(?:{_YEAR} )?(?:Olympic|Paralympic)(?: (?:women[’']s|men[’']s))? "
    r"(?:\d[\d,.x×]*(?:km|m| ?metres?| ?meters?)?(?: hurdles| freestyle| steeplechase)?|marathon|heptathlon|decathlon|"
    r"triathlon|trampoline|[a-z]+ (?:jump|race|tournament|regatta|relay)|hurdles|sprint|pursuit|javelin|discus|hammer|"
    r"tournament|race|trial)\b"
)
_WON_AFTER = re.compile(
    r"(?:['’]s)?(?: [a-z][\w’'-]*){0,2}? "
    r"(?:champions?|winners?|runners?-up|titles?|crown|victor|medall?ists?|finalists?)\b"
)


def find(text: str) -> list[RoleSpan]:
    """The named competitions of one sentence, in order, with their year and sponsor, without "the".

    >>> [span.text for span in find("She won the 2011 Virgin London Marathon before the world indoor championships.")]
    ['2011 Virgin London Marathon', 'world indoor championships']
    >>> [span.text for span in find("Two Olympic and Commonwealth Games later he ran in Wimbledon and at Rio 2016.")]
    ['Olympic', 'Commonwealth Games', 'Wimbledon', 'Rio 2016']
    """
    return [RoleSpan(start, end, "event", text[start:end]) for start, end in _names(text)]


def find_titles(text: str) -> list[RoleSpan]:
    """Titles and medals that name their competition by an adjective or by its whole name, in order.

    >>> [span.text for span in find_titles("Olympic champion, European 100m medallist, Rome Marathon winner")]
    ['Olympic champion', 'European 100m medallist', 'Rome Marathon winner']
    """
    found = [m.span() for m in _OLYMPIC_DISCIPLINE.finditer(text)] if "lympic" in text else []
    found += [m.span() for m in _TITLE.finditer(text) if not m["people"] or country(m["people"])]
    for start, end in _names(text):
        if won := _WON_AFTER.match(text, end):
            found.append((start, won.end()))
    return [RoleSpan(start, end, "event", text[start:end]) for start, end in _longest(found)]


@lru_cache(maxsize=1024)  # a page asks for the events of all of its sentences, then for their titles
def _names(text: str) -> tuple[tuple[int, int], ...]:
    found = [match.span() for match in _literals().finditer(text)]
    if _HEAD_HINT.search(text):
        found += [(m.start(), m.start() + len(m[0].rstrip(".'’-"))) for m in _HEAD_FIRST.finditer(text)]
    if "arathon" in text:
        found += [m.span() for m in _MARATHON_IN.finditer(text) if country(m["place"]) is None]
    if _YEARS.search(text):
        found += [m.span() for m in _cities_with_years().finditer(text) if names_games(m[0])]
    return tuple(_longest(found + find_with_heads(text)))


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without those that overlap a longer one, in the order of the text."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        at = bisect(kept, (start, end))
        if (at == 0 or kept[at - 1][1] <= start) and (at == len(kept) or end <= kept[at][0]):
            kept.insert(at, (start, end))
    return kept


@cache
def _literals() -> re.Pattern[str]:
    """Names that stand without a head, with a year before or after them."""
    names = [name for row in rows("events.tsv") if row[2:] == ["find"] for name in [row[0], *row[1].split("|")] if name]
    return re.compile(
        rf"(?<![\w-])(?:{_YEAR}(?:[-–]\d\d)? )?(?:(?:UEFA|CAF|AFC|CONCACAF|Junior|English|European|Wanda) )?"
        rf"(?:{_any_of(names)}|Euro(?=(?: |-){_YEAR}))"
        rf"(?:(?: |-){_YEAR}\b| [LXVI]+\b|(?<=Bowl) \d\d\b| Championships?| Tournament)?(?![\w-])(?!['’]s [A-Z])"
    )


@cache
def _cities_with_years() -> re.Pattern[str]:
    cities = [name for row in rows("editions.tsv") for name in [row[3], *"".join(row[6:]).split("|")] if name]
    return re.compile(rf"(?<![\w-])(?:{_any_of(cities)}) {_YEAR}\b")


def _any_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True)).replace("'", "['’]")
