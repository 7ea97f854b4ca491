"""Names of competitions without a head: fights with a number, belts, seasons of leagues, "the Masters", "Euro 96"."""

from __future__ import annotations

import re
from functools import cache

from bioextract.lexicons import rows

YEAR = r"(?:1[89]|20)\d\d"
WORD = r"[A-ZÀ-Ž][\w’'.-]+"

# Numbered fights and seasons: "UFC 254", "UFC Fight Night: X vs. Y".
_SHOW = re.compile(
    r"\b(?:UFC|Bellator|PFL|LFA|KSW|Cage Warriors|Invicta FC|Strikeforce|Rizin|WrestleMania|ROH)"
    r"(?: (?:\d{1,3}\b|[XVI]+\b)| (?:Fight Night|on (?:ESPN|ABC|FOX|Fox|FX)|Future Of Honor)(?: #?\d{1,3}\b)?)"
    rf"(?:: {WORD}(?: \d)? vs\.? {WORD}(?: \d\b)?)?"
)
_BELT = re.compile(
    r"(?<![\w-])(?:WB[ACOF]|IB[FO]|EBU|OPBF)\b(?:(?: \((?:[Ss]uper|[Rr]egular)\))?"
    r"(?: (?!(?:title|belt|king|[Cc]hampions?|and|or|in|at|on|for|by|to|the|who|with|from|has|was|is|as|a)\b)"
    r"[\w’'-]+){0,4}?"
    r"(?: (?:title|championship|belt|crown|bout)s?\b|(?= (?:[Cc]hampions?|king|and)\b)|(?=[,/]))|(?=[)]))"
)
_BARE = re.compile(
    r"(?:(?<=[Tt]he )|(?<=first )|(?<=[Hh]is )|(?<=[Hh]er ))(?<! on the )(?<!from the )(?:Tour|Open|Masters)(?![\w-])"
    r"(?! (?:[A-Z]|(?:of|de|du|des|bus|era|degree|student|program)\b))"
    rf"|(?<![\w.] )(?<![\w-])(?:{YEAR} )?(?:Open|Masters)(?=(?: win)? (?:champion|title|winner))"
)
_RESULT_LINE = re.compile(
    r"\s*(?:\d{1,3}(?:st|nd|rd|th)|DNF)(?: [–-])?(?: Overall)?(?: Stage \d+[ab]?)? "
    r"(?P<name>[A-ZÀ-Ž]\w+[–-][A-ZÀ-Ž]\w+(?:[ –-](?:de|la|le|du|des|[A-ZÀ-Ž]\w+)){0,6}|"
    r"(?<=Overall ).{4,60}|(?<=Stage \d ).{4,60})\s*"
)
_NUMBERED = re.compile(
    rf"(?<=[Tt]he )(?:{YEAR} )?(?!Top |Fortune |Olympic )(?:[A-ZÀ-Ž][\w’'-]+ ){{1,3}}(?:5|10|15|20|50|100|1000|1,000)"
    r"(?=[.,;)]? ?$|[,;)]|\. [A-Z]| (?:in|on|at|and|but|race|road|cup|before|after|when|where)\b)"
)
_EURO = re.compile(
    r"\b(?:UEFA )?(?:Women[’']s )?(?:Euro[’']? ?[’']?\d\d\b|Euros\b(?= (?!per)|[.,])|(?<=s )Euro (?:19|20)\d\d\b)"
)

# Looked for before the patterns, which take longer.
_HINTED = (
    (("UFC", "Bellator", "PFL", "LFA", "KSW", "Cage", "Invicta", "Strikeforce", "Rizin", "Mania", "ROH"), _SHOW),
    (("WB", "IB", "EBU", "OPBF"), _BELT),
    (("Tour", "Open", "Masters"), _BARE),
    (("Euro",), _EURO),
)
_ROUND_NUMBER = re.compile(r" (?:1,?0|1|2|5)?0?[05]0?(?![\w:])")
_BESIDE_LEAGUE = re.compile(rf"{YEAR}|[Ff]inal|lay-?off|title|crown|champion|winner|runners-up|trophy")


def find_with_patterns(text: str) -> list[tuple[int, int]]:
    """Start and end of every such name of a sentence."""
    found: list[tuple[int, int]] = []
    for hints, pattern in _HINTED:
        if any(hint in text for hint in hints):
            found += [m.span() for m in pattern.finditer(text)]
    if _ROUND_NUMBER.search(text):
        found += [m.span() for m in _NUMBERED.finditer(text)]
    if _BESIDE_LEAGUE.search(text):
        found += [m.span() for m in _leagues().finditer(text)]
    if line := _RESULT_LINE.fullmatch(text):
        found.append(line.span("name"))
    return found


@cache
def _leagues() -> re.Pattern[str]:
    """Leagues beside a year or a title: to play in one is no event."""
    names = [
        name for row in rows("events.tsv") if row[2:] == ["league"] for name in [row[0], *row[1].split("|")] if name
    ]
    after = r"Finals|finals?|[Pp]lay-?offs?|championship|title|crown"
    return re.compile(
        rf"(?<![\w-])(?:{YEAR}(?:[-–]\d\d)? (?:{any_of(names)})(?! (?:[Dd]raft|[A-EG-OQ-Z]))"
        rf"(?: (?:{after}))?|(?:{any_of(names)})(?: (?:{after})|(?= (?:champion|winner|runners-up|trophy))))(?![\w-])"
    )


def any_of(names: list[str]) -> str:
    """A pattern of any of the names, the longest first; with straight or curly apostrophes."""
    return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True)).replace("'", "['’]")
