"""What a head asks of the words before it: "Ghent marathon" is a name, "Sunday marathon" none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bioextract.lexicons import rows
from bioextract.values.countries import country
from bioextract.values.events import canonical_event
from bioextract.values.places import is_place

GAMES_WITH_HOSTS = frozenset({"Olympic Games", "Paralympic Games", "Commonwealth Games"})

CLASSES = {row[0]: frozenset(row[1].split()) for row in rows("event_words.tsv")}
CHAMPIONSHIPS, MARATHONS = CLASSES["championships"], CLASSES["marathons"]
CAPITAL_HEADS, LOWER_HEADS, ALONE = CLASSES["capital heads"], CLASSES["lower heads"], CLASSES["alone"]
LEVELS, QUALIFIERS, PARTICLES = CLASSES["levels"], CLASSES["qualifiers"], CLASSES["particles"]
YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[-–]\d{2,4})?")
_IN_YEAR = re.compile(r",? in ((?:1[89]|20)\d\d)\b")
_OWNER = re.compile(r"\b([A-Z]\w+)['’]s $")

_TOLD = LEVELS | QUALIFIERS
_NO_NAMES = CLASSES["vague"] | PARTICLES
_RUNNER_AFTER = re.compile(
    r"[ -](?:runn(?:er|ing)|record|world|debut|great|legend|star|team|training|distance|best|specialist|man|woman|swim)"
)
_CAPITAL_AFTER = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Round|Game|Stage|Group|Athletics [Mm]|Track (?:&|and))[A-ZÀ-Ž]"
)
_CONTESTED_AFTER = re.compile(r"(?:['’]s)? (?:title|season|champion|trophy|crown|winner|final|play-?off|runners-up)")
_BEFORE_WORLDS = re.compile(r"(?:\b(?:[Tt]he|at|to|this|for)|['’]s) $")
_WON_BEFORE = re.compile(
    r"\b(?:won|win|winning|wins|inaugural|clinch(?:ed)?|claim(?:ed)?)(?: the| a| their| his| her)? $"
)
_BEFORE_GAMES = re.compile(r"\b(?:[Tt]he|these|those|home|this|first|second|third|fourth|fifth|last|her|his|\d+th) $")


@dataclass(frozen=True, slots=True)
class Name:
    """A head with the words before it, and the text around it."""

    head: str
    modifiers: list[str]
    before: str
    after: str

    @property
    def proper(self) -> list[str]:
        """Capitalised modifiers that may tell one competition from another."""
        return [m for m in self.modifiers if m[0].isupper() and m.lower() not in _NO_NAMES]

    @property
    def last(self) -> str:
        """The modifier next to the head, in lower case."""
        return self.modifiers[-1].lower() if self.modifiers else ""


def rule_of(head: str) -> Callable[[Name], bool]:
    """Whether words before `head` (a word of the classes of heads) make it a name."""
    lower = head.lower()
    if head in ALONE:
        return _alone
    if lower in CHAMPIONSHIPS:
        return lambda name: any(m[0].isupper() or m.lower() in LEVELS for m in name.modifiers)
    if lower in MARATHONS:
        return _marathon
    return _RULES.get(lower) or _RULES_OF_LOWER.get(head) or _any_head


def _alone(name: Name) -> bool:
    if name.head == "Europeans":
        return bool(name.modifiers) or name.before.endswith(("the ", "at "))
    return "Washington" not in name.modifiers


def _marathon(name: Name) -> bool:
    """The name of a place or a sponsor; in lower case not what tells a runner."""
    places = [m for m in name.proper if m not in CLASSES["no places"] and country(m) is None]
    return bool(places) and (name.head[0].isupper() or not _RUNNER_AFTER.match(name.after))


def _games(name: Name) -> bool:
    if name.head == "Games" and not name.modifiers:
        return _BEFORE_GAMES.search(name.before) is not None and not _CAPITAL_AFTER.match(name.after)
    if any(YEAR.fullmatch(m) for m in name.modifiers):
        return True
    capitals = [m for m in name.modifiers if m[0].isupper()]
    if name.last == "national":
        return True
    return bool(capitals) and (name.head == "Games" or names_games(" ".join([*capitals, "Games"])))


def _grand_prix(name: Name) -> bool:
    return name.last == "grand" and any(m[0].isupper() for m in name.modifiers[:-1])


def _cross_country(name: Name) -> bool:
    if name.head.lower() == "country" and name.last != "cross":
        return False
    rest = name.modifiers if name.head.lower() == "cross-country" else name.modifiers[:-1]
    if name.head[0].isupper():
        return any(m[0].isupper() for m in rest)
    return bool(rest) and rest[-1].lower() in ("world", "european") and not _RUNNER_AFTER.match(name.after)


def _meeting(name: Name) -> bool:
    kind = name.last in QUALIFIERS or name.last.capitalize() in CAPITAL_HEADS
    if len(name.modifiers) > 1 and name.proper and kind:
        return True
    last = name.modifiers[-1] if name.modifiers else "-"
    held = last[0].isupper() and not last.isupper() and last not in CLASSES["offices"]
    owner = _OWNER.search(name.before)
    is_told = name.before.endswith("the ") or (owner is not None and is_place(owner[1]))
    return held and country(last) is None and is_told


def _tournament(name: Name) -> bool:
    if name.last == "national" and name.head == "tournament":
        return True
    return bool(name.proper) and name.modifiers[-1] == name.proper[-1] and country(name.proper[-1]) is None


def _series(name: Name) -> bool:
    return len(name.proper) > 1 and _tournament(name)


def _trials(name: Name) -> bool:
    levels = name.head == "trials" and any(m.lower() in LEVELS for m in name.modifiers)
    if name.head == "Trials" and all(YEAR.fullmatch(m) for m in name.modifiers):
        return True
    if name.head == "trials" and not name.modifiers:
        return name.before.endswith((" the ", "The ", " at ")) and not name.after.startswith((" of", " and"))
    return bool(name.proper) or "Olympic" in name.modifiers or levels


def _final(name: Name) -> bool:
    return name.last in ("grand", "tour", "cup", "athletics") or (name.head == "Finals" and bool(name.proper))


def _league(name: Name) -> bool:
    """A season or a title of a league: a club's mere membership is no event."""
    told = any(YEAR.fullmatch(m) for m in name.modifiers) or _CONTESTED_AFTER.match(name.after)
    return bool(name.proper) and bool(told or _WON_BEFORE.search(name.before))


def _game(name: Name) -> bool:
    return name.last in ("all-star", "all-american", "all-america", "international", "bowl", "big")


def _lower_alone(name: Name) -> bool:
    """ "the worlds", "junior nationals", "county indoors"; not "two worlds", "foreign nationals"."""
    if any(m.lower() in _TOLD or (m[0].isupper() and country(m) is None) for m in name.modifiers):
        return True
    return name.head != "indoors" and _BEFORE_WORLDS.search(name.before) is not None


def _race_of_city(name: Name) -> bool:
    """ "the London race", "Capri-Napoli event": a place and no kind of race or people before the head."""
    proper = name.proper
    if not proper or name.modifiers[-1] != proper[-1] or len(proper) > 3 or _CAPITAL_AFTER.match(name.after):
        return False
    return (
        not any(country(m) or m.lower() in LEVELS or m.isupper() for m in proper)
        and proper[-1] not in CLASSES["no places"]
    )


def _any_head(name: Name) -> bool:
    if _CAPITAL_AFTER.match(name.after) and not any(YEAR.fullmatch(m) for m in name.modifiers):
        return False
    vague = name.head in ("Run", "Race", "Half", "Mile") and len(name.proper) == 1
    return bool(name.proper) and not (vague and country(name.proper[0]))


_RULES: dict[str, Callable[[Name], bool]] = {
    "games": _games,
    "prix": _grand_prix,
    "country": _cross_country,
    "cross-country": _cross_country,
    "final": _final,
    "finals": _final,
    "league": _league,
    "game": _game,
    "trial": _trials,
    "trials": _trials,
}
_RULES_OF_LOWER: dict[str, Callable[[Name], bool]] = {
    "meet": _meeting,
    "meeting": _meeting,
    "tournament": _tournament,
    "cup": _tournament,
    "series": _series,
    "worlds": _lower_alone,
    "nationals": _lower_alone,
    "indoors": _lower_alone,
    "race": _race_of_city,
    "races": _race_of_city,
    "event": _race_of_city,
}


def names_games(text: str) -> bool:
    """Whether `text` names Games that are known by their host: "Rio 2016", "Rio Games"."""
    return canonical_event(text).name in GAMES_WITH_HOSTS


def year_of_games(city: str, text: str, end: int) -> str | None:
    """The year right after a city that ends at an offset, where the city had Games then: "Berlin in 1936"."""
    told = _IN_YEAR.match(text, end)
    return told[1] if told and names_games(f"{city} {told[1]}") else None


def names_hosted(text: str) -> bool:
    """Whether a city with a year names Games or a marathon: "Rio 2016", "London 2015"."""
    name = canonical_event(text).name
    return name in GAMES_WITH_HOSTS or name.endswith("Marathon")
