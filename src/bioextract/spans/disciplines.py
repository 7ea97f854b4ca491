"""Finds disciplines in a sentence: what a person does ("distance runner", "striker") or contests ("400m hurdles").

Words of the lexicon and distances are found one by one; neighbours then make one span ("ice hockey" + "forward",
"400m" + "freestyle" + "relay"). Words with other meanings count only where their `use` in the lexicon lets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from bioextract.spans.distances import DIGIT, find_bare_numbers, find_distances
from bioextract.spans.span import RoleSpan
from bioextract.values.disciplines import Kind, Term, Use, find_terms, kind_of

__all__ = ["find", "kind_of"]

_WORD = re.compile(r"[^\W_]+(?::[^\W_]+)*|&")
_JOINT = re.compile(r"[^\S\n]{1,2}|[-–]")
_NAME_NEXT = re.compile(r"\s(?:[A-Z][^\W\d_]*['’]?[^\W\d_]+|[A-Z]\.)")
_ROLE_BEFORE = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|as|at|former|young|veteran|star|international|starting|rookie|backup|senior"
    r"|junior|freshman|sophomore"
    r"|promising|talented|experienced|reserve|plays|old|named|or)|['’]s|s['’]|[A-Z][a-z]+(?:an|ese|ish|ch)"
    r"|-foot-\d+|\b[Tt]he(?: [A-Z][\w-]+){1,3})\s$"
)
_NOT_ROLE_BEFORE = re.compile(
    r"\b(?:shopping|medical|training|leisure|sports?|city|town|community|health|youth|tennis|test|data|performance"
    r"|arts"
    r"|look\w*|go|going|went|mov\w+|step\w*|put|push\w*|c[ao]me|straight|dr[io]ve|way|at the|in the|on the|off|front"
    r"|right|left|coast|home|security|national|new|high|late|hard|sliding|took|going|leap|bring\w*|carr\w+"
    r"|his own)\s$",
    re.IGNORECASE,
)
_NOT_ROLE_AFTER = re.compile(
    r"(?:\s(?:to|with|pass|line|roll|thinking|step|planning|march|momentum|movement|motion|lean|by|somersault|of"
    r"|dog"
    r"|against|rail|court|stage|field|half|ice|circle|spot|on|from|that|which|seed|in|ranked|where|now|again|up"
    r"|and up"
    r"|concerns?|first|car|net|measures?)\b|[-–]\w)"
)
_SET_BEFORE = re.compile(
    r"(?:\b(?:the|in|mixed|open|junior|national|world|mens?|womens?|ladies|boys|girls|indoor|outdoor|olympic"
    r"|european|commonwealth"
    r"|both|metric|and|or|international|at|of|over|her|his|an?|first|second|third|\w+th|championships?)|s['’]"
    r"|['’]s)[\s-]$|[:;|(]\s?$|^$",
    re.IGNORECASE,
)
_SET_AFTER = re.compile(
    r"\s(?:of|or so|marks?|markers?|post|away|into|finish|to the line|down|past|up|talks|shirts?|between"
    r"|players?)\b|-\w"
)
_TITLE_AFTER = re.compile(
    r"\s(?:champions?|titles?|events?|gold|silver|bronze|medal|final|race|winner|competition|classification)\b"
)
_CLUB_AFTER = re.compile(r"\s(?:Leipzig|Salzburg|Bragantino|Coach|United)")
_BOAT_AFTER = re.compile(r"\s(?:at the\b|in [A-Z])|[.,;]?$")
_BOAT_BEFORE = re.compile(
    r"\b(?:mens?|womens?|lightweight|junior|under-23|para|coxless|coxed)['’]?s?\s$|\bn['’]s\s$", re.IGNORECASE
)
_APPARATUS_BEFORE = re.compile(r"(?:\b(?:on|on the|balance|horse)|[Mm]en['’]s)\s$", re.IGNORECASE)
_NOT_SPORT_AFTER = re.compile(
    r"['’]s\b|[\s-](?:clubs?|associations?|federations?|unions?|fans?|stadium|pitch|grounds?|board|council"
    r"|authorit\w+|governing"
    r"|boots|shirts?|kit|courts?|writers?|reporters?|journalists?|pundits?|commentators?|agents?|matches|season"
    r"|league|manager"
    r"|directors?|correspondent|hall|museum|foundation|family|lessons|ireland|mad|wise|related|operations|shoes"
    r"|bosses)\b",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    r"\b(?:British|World|UK|USA?|England|Scottish|Welsh|Irish|Canada|Australian|European|Britain|Australia|Ireland"
    r"|Germany|Swim"
    r"|Scotland|Wales|Ireland|Zealand|Athletics)\s$"
)
_TITLED = re.compile(r"\b[A-Z][\w.'’-]*\s$")
_METAPHOR_AFTER = re.compile(
    r"[\s-](?:talks?|session|negotiations|task|journey|battle|effort|up\b|pit\b|to overcome|gear|club"
    r"|course record holder club|match"
    r"|major|expo|organis\w+|organiz\w+|weekend|foundation|swimming pool)\b|-up\b|\sup\b",
    re.IGNORECASE,
)
_METAPHOR_BEFORE = re.compile(
    r"\b(?:front|fore|road|gun|drug|blockade|overcom\w+ (?:many |the )?|many|several|few|legal)[\s-]$", re.IGNORECASE
)


class _Part(NamedTuple):
    start: int
    end: int
    kind: Kind | Literal["modifier", "number"]
    use: Use


def find(text: str) -> list[RoleSpan]:
    """The disciplines of one sentence, in order, as long as possible, none inside another.

    >>> [span.text for span in find("The Kenyan long-distance runner won the 3000m steeplechase.")]
    ['long-distance runner', '3000m steeplechase']
    """
    spans = []
    for chain in _chain(text, _find_parts(text)):
        start, end = chain[0].start, chain[-1].end
        spans.append(RoleSpan(start, end, "discipline", text[start:end]))
    return spans


def find_any(text: str) -> list[RoleSpan]:
    """Every term with what belongs to it, also where its other meanings are likelier: for who can judge by the context.

    Without "four", "floor" and the like, which are hardly ever disciplines outside of `find`.

    >>> [span.text for span in find_any("The forward drive of the Norwegian rider")]
    ['forward', 'rider']
    """
    parts = [part for part in _find_parts(text) if part.use not in ("boat", "apparatus")]
    chains = (_without_open_end(chain) for chain in _neighbours(text, parts))
    spans = ((chain[0].start, chain[-1].end) for chain in chains if chain)
    return [RoleSpan(start, end, "discipline", text[start:end]) for start, end in spans]


@lru_cache(maxsize=1024)  # a page asks for the disciplines of all of its sentences, then for the doubtful ones
def _find_parts(text: str) -> tuple[_Part, ...]:
    """Terms and distances, in order, longest first where they start together; none inside another."""
    parts = list(_find_words(text))
    parts += [_Part(start, end, "event", "free") for start, end in find_distances(text)]
    if DIGIT.search(text):
        parts += [_Part(start, end, "number", "free") for start, end in find_bare_numbers(text)]
    parts.sort(key=lambda part: (part.start, -part.end, part.kind == "number"))
    kept: list[_Part] = []
    for part in parts:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return tuple(kept)


def _find_words(text: str) -> Iterator[_Part]:
    words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
    i = 0
    while i < len(words):
        length, term = _longest(text, words, i)
        if term is not None:
            yield _Part(words[i][0], words[i + length - 1][1], term.kind, term.use)
        i += length


def _longest(text: str, words: list[tuple[int, int, str]], i: int) -> tuple[int, Term | None]:
    """How many words the longest term at word `i` takes, and the term; (1, None) when there is none."""
    for term in find_terms(words[i][2]):
        n = len(term.words)
        if i + n > len(words) or any(words[i + k][2] != term.words[k] for k in range(1, n)):
            continue
        if all(_JOINT.fullmatch(text, words[i + k][1], words[i + k + 1][0]) for k in range(n - 1)):
            return n, term
    return 1, None


def _chain(text: str, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Groups of neighbours that make one discipline."""
    chains = (_trim(text, chain) for chain in _neighbours(text, parts))
    return (chain for chain in chains if chain)


def _neighbours(text: str, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Groups of parts that stand side by side, the one describing the next."""
    i = 0
    while i < len(parts):
        chain = [parts[i]]
        while i + 1 < len(parts) and _join(text, chain[-1], parts[i + 1]):
            i += 1
            chain.append(parts[i])
        i += 1
        yield chain


def _without_open_end(chain: list[_Part]) -> list[_Part]:
    """A chain without the modifiers and numbers that nothing follows."""
    while chain and chain[-1].kind in ("modifier", "number"):
        chain = chain[:-1]
    return chain


def _join(text: str, left: _Part, right: _Part) -> bool:
    """Whether two parts are neighbours, the first of which describes the second."""
    if (
        left.kind in ("person", "position")
        or left.use in ("boat", "apparatus")
        or right.use == "code"
        or right.kind == "number"
    ):
        return False
    if left.kind == "number" and right.kind not in ("event", "person"):
        return False
    return _JOINT.fullmatch(text, left.end, right.start) is not None


def _trim(text: str, chain: list[_Part]) -> list[_Part]:
    """The chain without modifiers that nothing follows and without words that cannot stand where they do."""
    while (chain := _without_open_end(chain)) and not _stands(text, chain):
        chain = chain[:-1]
    return chain


def _stands(text: str, chain: list[_Part]) -> bool:
    """Whether the last part of a chain may be a discipline at its place."""
    part, described = chain[-1], len(chain) > 1
    before, after = text[max(0, part.start - 40) : part.start], text[part.end : part.end + 30]
    word = text[part.start : part.end]
    if part.kind == "sport" and (_NOT_SPORT_AFTER.match(after) or _is_body(word, before, after)):
        return False
    if part.kind == "person" and not described and word[0].isupper() and word.endswith("s") and _TITLED.search(before):
        return False  # a club: "Seaview Runners"
    if _METAPHOR_AFTER.match(after) or _METAPHOR_BEFORE.search(before):
        return False
    return (described and part.use != "code") or _may_stand_alone(part, word, before, after)


def _is_body(word: str, before: str, after: str) -> bool:
    """Whether a sport in capitals is a governing body: "British Gymnastics said", not "World Rowing Championships"."""
    return word.istitle() and _BODY_BEFORE.search(before) is not None and _NAME_NEXT.match(after) is None


def _may_stand_alone(part: _Part, word: str, before: str, after: str) -> bool:
    """Whether a word that nothing describes is a discipline: its `use` says where it is one."""
    named = _NAME_NEXT.match(after) is not None
    match part.use:
        case "chain":
            stands = False
        case "lower":
            stands = word.islower() or (not before and named)
        case "code":
            stands = word.isupper() and named and not _CLUB_AFTER.match(after)
        case "role":
            stands = _is_role(word, before, after)
        case "set":
            stands = bool(_SET_BEFORE.search(before) or _TITLE_AFTER.match(after)) and not _SET_AFTER.match(after)
        case "boat":
            in_the = before.endswith("in the ") and _BOAT_AFTER.match(after) is not None
            stands = in_the or _BOAT_BEFORE.search(before) is not None
        case "apparatus":
            stands = _APPARATUS_BEFORE.search(before) is not None
        case _:
            stands = True
    return stands


def _is_role(word: str, before: str, after: str) -> bool:
    """A word such as "forward" or "centre": before a name, or after an article and the like; never in a set phrase."""
    if _NOT_ROLE_AFTER.match(after) or _NOT_ROLE_BEFORE.search(before):
        return False
    named = _NAME_NEXT.match(after) is not None and (word.islower() or not before)
    return named or (word.islower() and _ROLE_BEFORE.search(before) is not None)
