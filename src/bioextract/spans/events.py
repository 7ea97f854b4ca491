"""Where a competition is named, and where a title names one.

`find` gives names of competitions ("2012 London Olympics", "Boston Marathon", "Wimbledon"), `find_titles` the titles in
which an adjective or the whole name tells the competition ("Olympic champion", "Boston Marathon winner").
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache, lru_cache

from bioextract.lexicons import rows
from bioextract.spans.event_heads import OUTSIDE, find_with_heads
from bioextract.spans.event_patterns import WORD, YEAR, any_of, find_with_patterns
from bioextract.spans.event_rules import names_hosted
from bioextract.spans.span import RoleSpan
from bioextract.spans.words import key_words, words_of
from bioextract.values.countries import country
from bioextract.values.dates import MONTH

# Names that begin with their head: Tour of Britain, Gran Premio X, Ironman Austria.
_HEADS_WITH_OF = (
    "Tour|Circuit|Cup|Grand Prix|Open|Night|Festival|Battle|Prize|Six Days|Meeting|Ronde|Giro|Vuelta|Volta|Criterium|"
    "Critérium|Copa|Rund|Dwars|3 Jours|Trail|6 Giorni|Golden Spin|Golden Bear|"
    "Crystal Skate|Tournament|Coppa|Clássica|Clásica|Classica|La Roue|Driedaagse"
)
_HEADS = (
    r"70\.3(?: in)?|Meeting International|Ironman|IRONMAN|"
    r"Skate|Trofeo|Gran Premio|GP|Coupe du|Coupe|Memorial|Memoriał|Omloop van|Trofee|Klasika|Challenge|"
    "Cross Internacional|JGP|Coppa|La Roue|Driedaagse|Dookoła"
)
_HEAD_HINT, _YEARS = re.compile(f"{_HEADS_WITH_OF}|{_HEADS}"), re.compile(YEAR)
_HEAD_FIRST = re.compile(
    rf"\b(?:{YEAR} )?(?:(?:{_HEADS_WITH_OF})"
    r"(?: (?:of the|de la|de los|of|de|du|des|di|da|ao|a|van|door de|door|um|del|della|el|la|dei) | d(?:e l)?['’])"
    rf"|(?:Ironman 70\.3(?: in)?|{_HEADS})(?: (?:de|di|of))? )"
    rf"{WORD}(?: (?:(?:de|du|di|la|e|of|van|the) )?{WORD}){{0,4}}"
)
_MARATHON_IN = re.compile(
    r"\b(?:(?:[Hh]alf[- ])?[Mm]arathons?,? (?:in|at|of)|"
    r"(?:[Hh]alf|Grand Prix|(?:international )?(?:indoor|international) meeting) in) "
    rf"(?!{MONTH})(?P<place>[A-ZÀ-Ž][\w’'-]+(?: {WORD})?)"
)
_MARATHON_WORDS = frozenset({"marathon", "marathons", "half", "prix", "meeting"})
_OWN_NAME = re.compile(r"(?<![\w’'])(?:(?!The |Her |His |A |In |At )[A-ZÀ-Ž][\w-]*|indoor|half) $")
_LEVEL = (
    r"(?:Olympic|Paralympic|Commonwealth|[Ww]orld|European|Asian|African|[Nn]ational|[Cc]ounty|[Ss]tate|NCAA|AAA|"
    r"Pan[- ]American|South American|Oceania|All-Ireland|Ironman|WB[ACFO]|IB[FO]|U\.?S\.?|"
    r"Parapan(?:[- ]American)?|South[- ]?[Ee]ast Asian|"
    r"(?:South|North|East|West|Central)[- ](?:African|Asian)|All-Africa|Balkan|Nordic|"
    r"Scandinavian|Iberian|Mediterranean|"
    r"Tasmanian|Victorian|Californian|Texan|Bavarian|Catalan|Central American|Continental|[Uu]ndisputed|United States|"
    r"[Cc]ollege|WWE|WCW|ROH|ABA|Big (?:Ten|12|East)|Pac-1\d|ACC|SEC|"
    r"(?P<people>[A-Z][a-z]+(?:an|ish|i|ese|ch|ss)))"
)
_BETWEEN = (
    r"(?:(?: and|,)? (?!(?:in|at|to|for|by|was|is|has|had|with|from|of|on|a|the|his|her|who|record|number|No)\b)"
    r"(?:[a-z0-9][\w,.’'-]*|Indoor|Junior|Half|K\d|C\d|Marathon|Cross|Country|Under-\d\d|U\d\d|Commonwealth|European|World|"
    r"Olympic|Women[’']s|Men[’']s)){0,5}?"
)
_TITLE = re.compile(
    rf"(?<![\w-])(?:{YEAR} )?{_LEVEL}{_BETWEEN} (?:(?:co-)?[Cc]hampions?|champ|titles?|crowns?|gold|silver|bronze|"
    r"medals?|medall?ists?|(?:semi-?|quarter-?)?finals?|finalists?|winners?|runners?-up|victory|debut|competition)"
    r"(?: (?:medall?ists?|medals?|winners?))?\b"
)
_TITLE_WORDS = frozenset(
    """champion champions champ title titles crown crowns gold silver bronze medal medals medallist medallists
    medalist medalists final finals semifinal semifinals quarterfinal quarterfinals finalist finalists winner
    winners runner runners victory debut competition""".split()
)
_OLYMPIC_DISCIPLINE = re.compile(
    rf"(?<![\w-])(?:{YEAR} )?(?:Olympic|Paralympic)(?: (?:women[’']s|men[’']s))? "
    r"(?:\d[\d,.x×]*(?:km|m| ?metres?| ?meters?)?(?: hurdles| freestyle| steeplechase)?|marathon|heptathlon|decathlon|"
    r"triathlon|trampoline|[a-z]+ (?:jump|race|tournament|regatta|relay)|hurdles|sprint|pursuit|javelin|discus|hammer|"
    r"tournament|race|trial|qualifiers?|hopefuls?|squad|team|relay|(?:road )?time[- ]trial)\b"
    rf"|(?<![\w-]){YEAR} (?:Olympian|Paralympian)s?\b"
)
# "U.S. Amateur champion", "Under-18 Snooker Champion": capitals that an acronym or a class shows to be an event.
_CHAMPION = re.compile(
    rf"(?<![\w.-])(?:{YEAR} )?(?P<words>(?:(?:[A-ZÀ-Ž][\w’'&/-]*|U\.S\.|\d+k?) ){{1,8}})[Cc]hampions?\b"
    r"(?! (?:League|Tour|Trophy|Cup|of)\b)"
)
_SHOWS_EVENT = re.compile(
    r"\b(?:Amateur|Open|Masters|National|Provincial|Regional|State|County|Conference|Under-\d\d|U-?\d\d|Junior|Youth|Division|"
    r"World|European|[A-Z]{3,}|NZ|US|U\.S)\b"
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
    return [RoleSpan(start, end, "event", text[start:end]) for start, end in _titles(text)]


@lru_cache(maxsize=1024)  # the frames of a page's sentences ask for their titles, then the candidates
def _titles(text: str) -> tuple[tuple[int, int], ...]:
    found = [m.span() for m in _OLYMPIC_DISCIPLINE.finditer(text)] if "lympi" in text else []
    if "hampion" in text:
        found += [_champion(m) for m in _CHAMPION.finditer(text) if _SHOWS_EVENT.search(m["words"])]
    if not words_of(text).isdisjoint(_TITLE_WORDS):
        found += [m.span() for m in _TITLE.finditer(text) if not m["people"] or country(m["people"])]
    for start, end in _names(text):
        if won := _WON_AFTER.match(text, end):
            found.append((start, won.end()))
    return tuple(_longest(found))


def _champion(match: re.Match[str]) -> tuple[int, int]:
    """Without the words before the name that a clause begins with ("Reigning", "Defending")."""
    start = match.start()
    for word in match[0].split(" "):
        if word not in OUTSIDE or match.end() - start <= len(word):
            break
        start += len(word) + 1
    return start, match.end()


@lru_cache(maxsize=1024)  # a page asks for the events of all of its sentences, then for their titles
def _names(text: str) -> tuple[tuple[int, int], ...]:
    words = words_of(text)
    found = [] if words.isdisjoint(_literal_words()) else [match.span() for match in _literals().finditer(text)]
    if _HEAD_HINT.search(text):
        found += [(m.start(), m.start() + len(m[0].rstrip(".'’-"))) for m in _HEAD_FIRST.finditer(text)]
    if not words.isdisjoint(_MARATHON_WORDS):
        found += [
            m.span() for m in _MARATHON_IN.finditer(text) if _is_place(m) and not _OWN_NAME.search(text, 0, m.start())
        ]
    if _YEARS.search(text):
        found += [m.span() for m in _cities_with_years().finditer(text) if names_hosted(m[0])]
    return tuple(_longest(found + find_with_patterns(text) + find_with_heads(text)))


def _is_place(match: re.Match[str]) -> bool:
    return country(match["place"]) is None and match["place"] not in OUTSIDE


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without those that overlap a longer one, in the order of the text."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        at = bisect(kept, (start, end))
        if (at == 0 or kept[at - 1][1] <= start) and (at == len(kept) or end <= kept[at][0]):
            kept.insert(at, (start, end))
    return kept


@cache
def _without_heads() -> list[str]:
    """Names that stand without a head."""
    return [name for row in rows("events.tsv") if row[2:] == ["find"] for name in [row[0], *row[1].split("|")] if name]


@cache
def _literal_words() -> frozenset[str]:
    return key_words(_without_heads()) | {"euro"}


@cache
def _literals() -> re.Pattern[str]:
    """Names that stand without a head, with a year before or after them."""
    names = _without_heads()
    return re.compile(
        rf"(?<![\w-])(?:{YEAR}(?:[-–]\d\d)? )?(?:(?:UEFA|CAF|AFC|CONCACAF|Junior|English|European|Wanda) )?"
        rf"(?:{any_of(names)}|Euro(?=(?: |-){YEAR}))"
        rf"(?:(?: |-){YEAR}\b| [LXVI]+\b|(?<=Bowl) \d\d\b| Championships?| Tournament)?(?![\w-])(?!['’]s [A-Z])"
    )


@cache
def _cities_with_years() -> re.Pattern[str]:
    cities = [name for row in rows("editions.tsv") for name in [row[3], *"".join(row[6:]).split("|")] if name]
    any_city = any_of(cities)
    return re.compile(rf"(?<![\w-])(?:{any_city}) {YEAR}\b|(?<=[Tt]he ){YEAR} (?:{any_city})\b(?! [A-Z])")
