"""Names of competitions that end in a head: from "Championships", "Cup", "Marathon" ... to the left, word by word.

Each kind of head asks something else of the words before it: "national championships" is a name, "national run" none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bioextract.lexicons import rows
from bioextract.values.countries import country
from bioextract.values.events import canonical_event

GAMES_WITH_HOSTS = frozenset({"Olympic Games", "Paralympic Games", "Commonwealth Games"})

_Words = list[re.Match[str]]
_CLASSES = {row[0]: frozenset(row[1].split()) for row in rows("event_words.tsv")}
_CHAMPIONSHIPS, _MARATHONS = _CLASSES["championships"], _CLASSES["marathons"]
_CAPITAL_HEADS, _LOWER_HEADS, _ALONE = _CLASSES["capital heads"], _CLASSES["lower heads"], _CLASSES["alone"]
_LEVELS, _QUALIFIERS, _PARTICLES = _CLASSES["levels"], _CLASSES["qualifiers"], _CLASSES["particles"]
_OUTSIDE, _VAGUE = _CLASSES["outside"], _CLASSES["vague"]
_TRIMMED = _PARTICLES | {"women's", "men's", "individual", "team"}
_SHARING = frozenset({"Olympic", "Olympics", "Commonwealth", "World", "European", "Paralympic", "Asian"})
_NUMBERS = frozenset({"420", "470", "100", "24", "10", "25m", "50m"})
_JOINED_BY_AND = frozenset(
    {("track", "field"), ("swimming", "diving"), ("american", "caribbean"), ("empire", "commonwealth"), ("13", "over")}
    | {("police", "fire"), ("trials", "aaas"), ("women's", "men's"), ("trinidad", "tobago"), ("asia", "pacific")}
)

_LONGEST = 14  # words before a head: bounds the walk in a text that is all capitals
_WORD = re.compile(r"[^\s,;:!?()\[\]\"“”/|*•…]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[-–]\d{2,4})?")
_DISTANCE = re.compile(r"\d+(?:\.\d)?[kK][mM]?")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_WORD = re.compile(r"\w{4}\.$|\.(?:png|PNG|svg|jpg)|-[a-z]+(?:ed|ing|time)$")
_YEAR_AFTER = re.compile(r" (?:in Athletics\b|(?:1[89]|20)\d\d\b(?! met)(?:[-–]\d\d\b)?)")
_KIND_AFTER = re.compile(
    r"(?<=International) (?:tournaments?|meeting|series)\b|(?<=Memorial) meeting\b|(?<=Satellite) tournament\b"
)
_NO_EVENT_AFTER = re.compile(
    r" (?:Committee|Park|Stadium|Village|Association|Federation|Council|Events|Foundation|Organi[sz]|Board|Commission|"
    r"Hall|Authority|Trust|Museum|Arena|Oval|Training|[Ss]tandard|Centre|Center|[Tt]eam|[Ss]quad|Sports)"
)
_RUNNER_AFTER = re.compile(
    r"[ -](?:runn(?:er|ing)|record|world|debut|great|legend|star|team|training|distance|best|specialist|man|woman|swim)"
)
_CAPITAL_AFTER = re.compile(r" [A-ZÀ-Ž]|['’]s")
_BEFORE_GAMES = re.compile(r"\b(?:[Tt]he|these|those|home|this|first|second|third|fourth|fifth|last|her|his|\d+th) $")
_HINT = re.compile(
    rf"(?i:{'|'.join(sorted(map(re.escape, _CHAMPIONSHIPS | _MARATHONS)))})|\d[kK]|"
    rf"\b(?:{'|'.join(sorted(map(re.escape, _CAPITAL_HEADS | _LOWER_HEADS | _ALONE)))})"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A head with the words before it, and the text around it."""

    head: str
    modifiers: list[str]
    before: str
    after: str

    @property
    def proper(self) -> list[str]:
        """Capitalised modifiers that may tell one competition from another."""
        return [m for m in self.modifiers if m[0].isupper() and m.lower() not in _VAGUE | _PARTICLES]

    @property
    def last(self) -> str:
        """The modifier next to the head, in lower case."""
        return self.modifiers[-1].lower() if self.modifiers else ""


def find_with_heads(text: str) -> list[tuple[int, int]]:
    """Start and end of every name with a head of a sentence, the last first ("Olympic and Commonwealth Games": two)."""
    if not _HINT.search(text):
        return []
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int]] = []
    index = len(words) - 1
    while index >= 0:
        first = _first_word(words, index, text)
        if first is None:
            index -= 1
            continue
        found.append((words[first].start(), _end(words[index], text)))
        if first >= 2 and words[first - 1][0] == "and" and words[first - 2][0] in _SHARING:
            found.append(words[first - 2].span())
        index = first - 1
    return found


def _first_word(words: _Words, index: int, text: str) -> int | None:
    """The first word of the name whose head is `words[index]`; None where that word heads no name."""
    head = _bare(words[index][0])
    if not _is_head(head) or _NO_EVENT_AFTER.match(text, words[index].end()):
        return None
    first = index
    while (
        first > max(0, index - _LONGEST)
        and _touch(words[first - 1], words[first])
        and _belongs(words, first - 1, index)
    ):
        first -= 1
    while first < index and (_plain(words[first]).lower() in _TRIMMED or words[first][0] in _OUTSIDE):
        first += 1
    start, end = words[index].start(), words[index].end() - len(words[index][0]) + len(head)
    name = _Name(head, [_plain(w) for w in words[first:index]], text[max(0, start - 15) : start], text[end : end + 12])
    return first if _rule(head)(name) else None


def _belongs(words: _Words, index: int, head: int) -> bool:
    """Whether a word goes on the name to the left."""
    word, after = _plain(words[index]), _plain(words[index + 1])
    before = _plain(words[index - 1]) if index and _touch(words[index - 1], words[index]) else ""
    if word[0].isupper():
        return word not in _OUTSIDE and not _NO_WORD.search(word) and _may_own(word, after, index == head - 1)
    if word[0].isdigit():
        number = _YEAR.fullmatch(word) or _DISTANCE.fullmatch(word) or word in _NUMBERS or word.endswith("-Day")
        return bool(number) or after in ("Hour", "hour", "Jours", "and")
    if word in ("and", "&"):
        years = _YEAR.fullmatch(before) and _YEAR.fullmatch(after)
        return bool(years) or (_bare(before).lower(), after.lower()) in _JOINED_BY_AND
    if word == "of" or (word == "the" and before == "of"):
        return (before if word == "of" else words[index - 2][0]) in _CLASSES["before of"]
    if word in _PARTICLES:
        return word not in ("in", "the", "e") and before[:1].isupper() and before not in _OUTSIDE
    return word.lower() in _QUALIFIERS


def _may_own(word: str, after: str, at_head: bool) -> bool:
    """Whether a possessive is part of the name: "Grandma's Marathon", not "Kenya's marathon"."""
    owner = _POSSESSIVE.sub("", word)
    if owner == word or owner.lower() in _CLASSES["owners"]:
        return True
    return at_head and after[0].isupper() and owner not in _OUTSIDE and country(owner) is None


def _is_head(word: str) -> bool:
    lower = word.lower()
    known = word in _CAPITAL_HEADS or word in _ALONE or lower in _CHAMPIONSHIPS or lower in _MARATHONS
    return known or lower in _LOWER_HEADS or _DISTANCE.fullmatch(word) is not None


def _rule(head: str) -> Callable[[_Name], bool]:
    lower = head.lower()
    if head in _ALONE:
        return _alone
    if lower in _CHAMPIONSHIPS:
        return lambda name: any(m[0].isupper() or m.lower() in _LEVELS for m in name.modifiers)
    if lower in _MARATHONS:
        return _marathon
    return _RULES.get(lower) or _RULES_OF_LOWER.get(head) or _any_head


def _alone(name: _Name) -> bool:
    if name.head == "Europeans":
        return bool(name.modifiers) or name.before.endswith(("the ", "at "))
    return "Washington" not in name.modifiers


def _marathon(name: _Name) -> bool:
    """The name of a place or a sponsor; in lower case not what tells a runner."""
    places = [m for m in name.proper if m not in _CLASSES["no places"] and country(m) is None]
    return bool(places) and (name.head[0].isupper() or not _RUNNER_AFTER.match(name.after))


def _games(name: _Name) -> bool:
    if name.head == "Games" and not name.modifiers:
        return _BEFORE_GAMES.search(name.before) is not None and not _CAPITAL_AFTER.match(name.after)
    if any(_YEAR.fullmatch(m) for m in name.modifiers):
        return True
    capitals = [m for m in name.modifiers if m[0].isupper()]
    return bool(capitals) and (name.head == "Games" or names_games(" ".join([*capitals, "Games"])))


def _grand_prix(name: _Name) -> bool:
    return name.last == "grand" and any(m[0].isupper() for m in name.modifiers[:-1])


def _cross_country(name: _Name) -> bool:
    if name.head.lower() == "country" and name.last != "cross":
        return False
    rest = name.modifiers if name.head.lower() == "cross-country" else name.modifiers[:-1]
    if name.head[0].isupper():
        return any(m[0].isupper() for m in rest)
    return bool(rest) and rest[-1].lower() in ("world", "european") and not _RUNNER_AFTER.match(name.after)


def _meeting(name: _Name) -> bool:
    kind = name.last in _QUALIFIERS or name.last.capitalize() in _CAPITAL_HEADS
    return len(name.modifiers) > 1 and bool(name.proper) and kind


def _tournament(name: _Name) -> bool:
    return bool(name.proper) and name.modifiers[-1] == name.proper[-1] and country(name.proper[-1]) is None


def _trials(name: _Name) -> bool:
    levels = name.head == "trials" and any(m.lower() in _LEVELS for m in name.modifiers)
    return bool(name.proper) or "Olympic" in name.modifiers or levels


def _final(name: _Name) -> bool:
    return name.last in ("grand", "tour", "cup", "athletics")


def _any_head(name: _Name) -> bool:
    if _CAPITAL_AFTER.match(name.after):
        return False
    vague = name.head in ("Run", "Race", "Half", "Mile") and len(name.proper) == 1
    return bool(name.proper) and not (vague and country(name.proper[0]))


_RULES: dict[str, Callable[[_Name], bool]] = {
    "games": _games,
    "prix": _grand_prix,
    "country": _cross_country,
    "cross-country": _cross_country,
    "final": _final,
    "finals": _final,
}
_RULES_OF_LOWER: dict[str, Callable[[_Name], bool]] = {
    "meet": _meeting,
    "meeting": _meeting,
    "tournament": _tournament,
    "trial": _trials,
    "trials": _trials,
}


def names_games(text: str) -> bool:
    """Whether `text` names Games that are known by their host: "Rio 2016", "Rio Games"."""
    return canonical_event(text).name in GAMES_WITH_HOSTS


def _end(word: re.Match[str], text: str) -> int:
    """Where a name ends: a year may follow, or what kind of competition it is."""
    end = word.end() - len(word[0]) + len(_bare(word[0]))
    more = _YEAR_AFTER.match(text, end) or _KIND_AFTER.match(text, end)
    return more.end() if more else end


def _plain(word: re.Match[str]) -> str:
    return word[0].replace("’", "'")


def _bare(word: str) -> str:
    """Without a possessive and the full stop of a sentence."""
    return word if word.lower() == "champ." else _POSSESSIVE.sub("", word).rstrip(".’'–-")


def _touch(left: re.Match[str], right: re.Match[str]) -> bool:
    return right.start() - left.end() == 1 and left.string[left.end()] != "\n"
