"""Names of competitions that end in a head: from "Championships", "Cup", "Marathon" ... to the left, word by word.

Each kind of head asks something else of the words before it: "national championships" is a name, "national run" none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.spans.event_rules import (
    ALONE,
    CAPITAL_HEADS,
    CHAMPIONSHIPS,
    CLASSES,
    LOWER_HEADS,
    MARATHONS,
    PARTICLES,
    QUALIFIERS,
    YEAR,
    Name,
    rule_of,
)
from bioextract.spans.words import key_words, words_of
from bioextract.values.countries import country
from bioextract.values.events import canonical_event

_Words = list[re.Match[str]]
OUTSIDE = CLASSES["outside"]
_TRIMMED = PARTICLES | {"women's", "men's", "individual", "team"}
_SHARING = frozenset({"Olympic", "Olympics", "Commonwealth", "World", "European", "Paralympic", "Asian"})
_SHARED = frozenset({"Olympics", "Games", "Paralympics", "marathons", "Marathons"})
_NUMBERS = frozenset({"420", "470", "100", "24", "10", "25m", "50m"})
_JOINED_BY_AND = frozenset(
    {("track", "field"), ("swimming", "diving"), ("american", "caribbean"), ("empire", "commonwealth"), ("13", "over")}
    | {("police", "fire"), ("trials", "aaas"), ("women's", "men's"), ("trinidad", "tobago"), ("asia", "pacific")}
    | {("youth", "junior"), ("junior", "youth"), ("junior", "senior"), ("senior", "junior"), ("senior", "u23")}
)

_LONGEST = 14  # words before a head: bounds the walk in a text that is all capitals
_WORD = re.compile(r"[^\s,;:!?()\[\]\"“”/|*•…]+")
_KILOMETRES = re.compile(r"\d[kK]")
_DISTANCE = re.compile(r"\d+(?:\.\d)?[kK][mM]?")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_WORD = re.compile(r"\w{4}\.$|\.(?:png|PNG|svg|jpg)|-[a-z]+(?:ed|ing|time)$")
_YEAR_AFTER = re.compile(r" (?:in Athletics\b|(?:1[89]|20)\d\d\b(?! met)(?:[-–]\d\d\b)?)")
_KIND_AFTER = re.compile(
    r"(?<=International) (?:tournaments?|meeting|series)\b|(?<=Memorial) meeting\b|(?<=Satellite) tournament\b"
)
_NO_EVENT_AFTER = re.compile(
    r" (?:Committee|Park|Stadium|Village|Association|Federation|Council|Events|Foundation|Organi[sz]|Board|Commission|"
    r"Hall|Authority|Trust|Museum|Arena|Oval|Training|[Ss]tandard|Centre|Center|Team|Squad|Sports)"
)
_OF_THE_TOUR = frozenset({"Cup", "League", "Tour", "Trophy", "Challenge", "Classic"})
_HEADS, _FOLDED = sorted(CAPITAL_HEADS | LOWER_HEADS | ALONE), sorted(CHAMPIONSHIPS | MARATHONS)
_HEAD_WORDS = key_words([*_HEADS, *_FOLDED])
_FIRST = "".join(sorted({word[0] for word in (*_HEADS, *_FOLDED, *map(str.upper, _FOLDED))}))
# What heads begin with is asked first: it passes over most characters at once.
_HINT = re.compile(
    rf"(?=[{_FIRST}\d])(?:\b(?:{'|'.join(map(re.escape, _HEADS))})|\d[kK]|(?i:{'|'.join(map(re.escape, _FOLDED))}))"
)


def find_with_heads(text: str) -> list[tuple[int, int]]:
    """Start and end of every name with a head of a sentence, the last first ("Olympic and Commonwealth Games": two)."""
    is_head_told = not words_of(text).isdisjoint(_HEAD_WORDS) or _KILOMETRES.search(text)
    if not (is_head_told and _HINT.search(text)):
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
        found += _sharing(words, first, _bare(words[index][0]))
        index = first - 1
    return found


def _sharing(words: _Words, first: int, head: str) -> Iterator[tuple[int, int]]:
    """What stands before "and" with the same head: "Olympic and Commonwealth Games", "Seoul and Barcelona Olympics"."""
    at, least = first - 2, first - _LONGEST
    if at < 0 or words[first - 1][0] != "and":
        return
    if words[at][0] in _SHARING:
        yield words[at].span()
    while at >= max(0, least) and words[at][0][0].isupper() and head in _SHARED:
        if words[at][0] not in OUTSIDE and _same_with_head(words[at][0], head):
            yield words[at].span()
        at -= 1
        if at < 0 or words[at].string[words[at].end() : words[at + 1].start()] != ", ":
            return


def _same_with_head(city: str, head: str) -> bool:
    name = canonical_event(city).name
    return name.endswith(("Games", "Marathon")) and name == canonical_event(f"{city} {head.removesuffix('s')}").name


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
    while first < index and (_plain(words[first]).lower() in _TRIMMED or words[first][0] in OUTSIDE):
        first += 1
    start, end = words[first].start(), words[index].end() - len(words[index][0]) + len(head)
    name = Name(head, [_plain(w) for w in words[first:index]], text[max(0, start - 15) : start], text[end : end + 12])
    return first if rule_of(head)(name) else None


def _belongs(words: _Words, index: int, head: int) -> bool:
    """Whether a word goes on the name to the left."""
    word, after = _plain(words[index]), _plain(words[index + 1])
    before = _plain(words[index - 1]) if index and _touch(words[index - 1], words[index]) else ""
    if word[0].isupper():
        outside = word in OUTSIDE and not _opens_no_clause(word, before, after)
        return not outside and not _NO_WORD.search(word) and _may_own(word, after, index == head - 1)
    if word[0].isdigit():
        number = YEAR.fullmatch(word) or _DISTANCE.fullmatch(word) or word in _NUMBERS or word.endswith("-Day")
        number = number or before == "Under" or word.endswith("-day")
        return bool(number) or after in ("Hour", "hour", "Jours", "and")
    if word in ("and", "&"):
        years = YEAR.fullmatch(before) and YEAR.fullmatch(after)
        return bool(years) or (_bare(before).lower(), after.lower()) in _JOINED_BY_AND
    if word == "of" or (word == "the" and before == "of"):
        return (before if word == "of" else words[index - 2][0]) in CLASSES["before of"]
    if word in PARTICLES:
        return word not in ("in", "the", "e") and before[:1].isupper() and before not in OUTSIDE
    return word.lower() in QUALIFIERS


def _opens_no_clause(word: str, before: str, after: str) -> bool:
    """Whether a word that is mostly outside of names is inside: "Champions Cup", "Mountain Running Championships"."""
    if word in ("Champions", "Champion", "Winners'"):
        return _bare(after) in _OF_THE_TOUR
    if word in ("Under", "One"):
        return after in ("16", "17", "18", "19", "20", "21", "23", "Day")
    return word == "Running" and before[:1].isupper() and before not in OUTSIDE


def _may_own(word: str, after: str, at_head: bool) -> bool:
    """Whether a possessive is part of the name: "Grandma's Marathon", not "Kenya's marathon"."""
    owner = _POSSESSIVE.sub("", word)
    if owner == word or owner.lower() in CLASSES["owners"] or after == "Day":
        return True
    return at_head and after[0].isupper() and owner not in OUTSIDE and country(owner) is None


def _is_head(word: str) -> bool:
    lower = word.lower()
    known = word in CAPITAL_HEADS or word in ALONE or lower in CHAMPIONSHIPS or lower in MARATHONS
    return known or lower in LOWER_HEADS or _DISTANCE.fullmatch(word) is not None


def _end(word: re.Match[str], text: str) -> int:
    """Where a name ends: a year may follow, or what kind of competition it is."""
    end = word.end() - len(word[0]) + len(_bare(word[0]))
    more = _YEAR_AFTER.match(text, end) or _KIND_AFTER.match(text, end)
    return more.end() if more else end


def _plain(word: re.Match[str]) -> str:
    return word[0].replace("’", "'")


def _bare(word: str) -> str:
    """Without a possessive and the full stop of a sentence."""
    if word.lower() == "champ.":
        return word
    owned = "'" in word or "’" in word
    return (_POSSESSIVE.sub("", word) if owned else word).rstrip(".’'–-")


def _touch(left: re.Match[str], right: re.Match[str]) -> bool:
    return right.start() - left.end() == 1 and left.string[left.end()] != "\n"
