"""Where performances are: times, distances and heights, weights and points, as `bioextract.values.marks` reads them.

Scores, clock times, race distances, ages, prices, margins and people's heights are no performances. A form that is one
only in some sports ("12-09", "171kg") needs a word of that sport in the same sentence.
"""

from __future__ import annotations

import re

from bioextract.spans.span import RoleSpan
from bioextract.values.marks import FIELD
from bioextract.values.numbers import CARDINAL

_S = "[ \u00a0]"
_START = r"(?<![\w$£€¥#:/+@'’])(?<!\d[.,-])"
_END = r"(?![\w%]|[:.,/-]\d)"
_AND = rf"(?:,?{_S})?(?:and{_S})?"
_N = rf"(?:\d{{1,3}}|{CARDINAL})"
_SECONDS = rf"{_S}?(?:seconds?|secs?|s)\b(?!{_S}place)"
_HOURS, _MINUTES = rf"{_N}{_S}?(?:hours?|hrs?|h)", rf"{_N}{_S}?(?:minutes?|mins?)"
_METRES = rf"(?:-|{_S})?(?:m|metres?|meters?)"
_FRACTION = rf"(?:{_S}?(?:½|¼|¾|[1-3]/[24]))"
_NOT_LIMIT = r"(?<!\b[Uu]nder )(?<!\b[Ss]ub-)(?<!\bbroken )"
_NO_MARGIN = (
    rf"(?!{_S}(?:behind|ahead|clear|faster|slower|quicker|off|adrift|back|inside|outside|short|shy|better|worse|apart|"
    r"later|lead|per|pace)\b)"
)
_NO_CLOCK = rf"(?!{_S}?(?i:[ap]\.?m\b|GMT|BST|E[SD]?T\b|CES?T|UTC|local|o['’]clock|pace|per\b|min/|a{_S}mile|miling))"
_NOT_MEAN = r"(?<!\b[Bb]y )(?<!verage of )(?<!veraged )(?<!verages )(?<!veraging )(?<!ileage of )"

_HOURS_CLOCK = rf"{_START}{_NOT_LIMIT}\d{{1,2}}[:.-]\d\d:\d\d(?:\.\d{{1,3}})?{_END}{_NO_CLOCK}"
_MINUTES_CLOCK = (
    rf"{_START}(?<!\b[Bb]y )\d{{1,3}}:[0-5]\d\.\d{{1,3}}{_END}|"
    r"(?!(?<=\b[Aa]t )\d\d?:\d[05]|(?<=\bfrom )\d\d?:\d[05]|(?<=until )\d\d?:\d[05]|(?<=ick-off )\d\d?:\d[05])"
    rf"{_START}{_NOT_LIMIT}(?<!\b[Bb]y )\d{{1,3}}:[0-5]\d{_END}{_NO_CLOCK}"
)
_DOTTED = rf"{_START}\d{{1,2}}\.[0-5]\d\.\d\d?{_END}"
# Two units at least, or seconds with decimals: "20 minutes" is as often a length of play.
_DURATION = (
    rf"{_NOT_LIMIT}(?<!\b[Bb]y )(?:{_START}(?:\d+{_S}days?{_AND})?{_HOURS}{_AND}"
    rf"(?:{_MINUTES}(?:{_AND}{_N}(?:\.\d+)?{_SECONDS})?|[0-5]?\d:[0-5]\d)|"
    rf"{_START}\d+{_S}days?{_AND}{_HOURS}|"
    rf"{_START}{_MINUTES}{_AND}(?:\d{{1,2}}\.\d+(?:{_SECONDS})?|{_N}{_SECONDS})|"
    rf"{_START}(?!0)\d{{1,3}}\.\d{{1,3}}{_SECONDS}){_END}{_NO_MARGIN}"
)
_DECIMAL_METRES = (
    rf"{_START}(?<!\b[Bb]y )(?!0|13\.1)\d{{1,2}}\.\d{{1,2}}{_METRES}{_END}{_NO_MARGIN}(?!{_S}(?:tall|people|fans))"
)
_WHOLE_METRES = (
    r"\b(?:threw|throw of|jump of|leap of|vault of|cleared|jumped|leapt|vaulted|height of|distance of|best of) "
    rf"(?P<mark>\d{{1,2}}{_S}?(?:m|metres?|meters?)){_END}"
)
# A decimal without a unit, before a word or a sign that cannot be what it counts.
_DECIMAL = (
    rf"{_START}{_NOT_MEAN}(?!0\.|26\.2\b|13\.1\b)\d{{1,3}}\.\d{{1,3}}{_END}"
    rf"(?=$|[^ \u00a0\w%-]|{_S}(?:(?!ERA|GPA)[A-Z(–—-]|(?:in|at|for|to|and|or|on|over|from|with|by|as|while|ahead|"
    r"behind|before|after|but|when|which|that|is|was|were|set|the|his|her|he|she|again|there|who|of|into|then|this|last|"
    r"here|a|towards?|respectively|first|second|best|clocking|performance|victory|win|effort|run)\b))"
)
# Feet from 4 on: "1-2" is a finish.
_FEET = (
    rf"{_START}\d{{1,3}}(?:{_S}?(?:ft\b\.?|feet\b|foot\b)(?:[ -]?\d{{1,2}}(?:\.\d+)?{_FRACTION}?"
    rf"(?:{_S}?(?:inch(?:es)?|ins?)\b)?)?|['’′]{_S}?\d{{1,2}}(?:\.\d+)?{_FRACTION}?[\"”″]?)(?!\w)"
)
_FEET_DASH_INCHES = rf"{_START}(?:[4-9]|\d{{2,3}})-(?:1[01]|0?\d)(?:\.\d{{1,2}})?{_FRACTION}?(?!\w|-\d)"
# Without a word of the event only where it is told as a best: "a season best of 14-2".
_BEST_DASHED = (
    rf"\b(?:PRs?|PBs?|(?i:bests?)) (?:of|at|with) (?P<mark>{_FEET_DASH_INCHES})"
    rf"(?!{_S}(?:against|as|over|win|loss|victory|defeat|this|record)\b)"
)
_INCHES = rf"{_START}\d{{1,2}}\.\d(?:[\"”″]|{_S}inches\b)"
_KILOS = (
    rf"{_START}(?<!the )\d{{2,3}}(?:\.\d{{1,2}})?{_S}?(?:kgs?|kilos?|kilograms?){_END}"
    rf"(?!{_S}(?:category|class|division|event|weight|title|champion))"
)
_POINTS = rf"{_START}(?:[3-9],\d{{3}}|\d{{4}}){_S}?(?:points|pts){_END}"
_SCORE = (
    rf"{_START}(?<!the )(?P<mark>[3-9],\d{{3}}){_END}"
    rf"(?!{_S}?(?:m\b|met|points|pts|people|fans|runners|spectators|miles|feet))"
)

_FIELD_WORDS = re.compile(FIELD + r"|\bvault|\bthr[eo]w|\bjump|\bclear(?:ed|ing|ance)\b", re.IGNORECASE)
_BODY_WORDS = re.compile(r"\b(?:tall|weigh(?:s|ed|ing)?|in height)\b", re.IGNORECASE)
_COMBINED_WORDS = re.compile(
    r"\b(?:dec|hept|pent|oct)athl|\bcombined events\b|\bscor(?:e[ds]?|ing) (?:an? )?(?:\w+ )?(?:record|best)", re.I
)
_LIFTING_WORDS = re.compile(
    r"\b(?:lift|snatch|jerk|total|squat|bench|deadlift|hoist|press\b)|heavyweight", re.IGNORECASE
)

# What a sentence with a mark of some form holds: asking first is faster.
_CLOCK, _POINT, _DASH = re.compile(r"\d:\d"), re.compile(r"\d\.\d"), re.compile(r"\d-\d")
_FOOT, _METRE = re.compile(r"\d(?:[ \u00a0]?f|['’′])"), re.compile(r"\d[ \u00a0]?m")
_KILO, _POINTS_TOLD = re.compile(r"\d[ \u00a0]?k"), re.compile(r"\d[ \u00a0]?p")
_THOUSANDS = re.compile(r"\d,\d")
_UNIT_OF_TIME = re.compile(
    r"\d[ \u00a0]?s(?:ec(?:ond)?s?)?\b|\d[ \u00a0]?days?|hour|[\d \u00a0]h(?:r|(?![^\W\d_]))|min(?:ute)?s?(?![^\W\d_])",
    re.IGNORECASE,
)
# A pattern, its hint, and what else must and must not be in the sentence; of two that overlap the earlier one wins.
_PATTERNS: list[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]] = [
    (re.compile(_HOURS_CLOCK), _CLOCK, None, None),
    (re.compile(_MINUTES_CLOCK), _CLOCK, None, None),
    (re.compile(_DOTTED), _POINT, None, None),
    (re.compile(_DURATION, re.IGNORECASE), _UNIT_OF_TIME, None, None),
    (re.compile(_FEET), _FOOT, _FIELD_WORDS, _BODY_WORDS),
    (re.compile(_FEET_DASH_INCHES), _DASH, _FIELD_WORDS, _BODY_WORDS),
    (re.compile(_BEST_DASHED), _DASH, None, _BODY_WORDS),
    (re.compile(_INCHES), _POINT, _FIELD_WORDS, _BODY_WORDS),
    (re.compile(_DECIMAL_METRES), _POINT, None, _BODY_WORDS),
    (re.compile(_WHOLE_METRES), _METRE, _FIELD_WORDS, None),
    (re.compile(_KILOS), _KILO, _LIFTING_WORDS, _BODY_WORDS),
    (re.compile(_POINTS), _POINTS_TOLD, None, None),
    (re.compile(_SCORE), _THOUSANDS, _COMBINED_WORDS, None),
    (re.compile(_DECIMAL), _POINT, None, _BODY_WORDS),
]
_HINT = re.compile(r"\d|hours|minutes?,? ", re.IGNORECASE)


def find(text: str) -> list[RoleSpan]:
    """The performances of one sentence, in order; no two overlap.

    >>> [span.text for span in find("At 7:30pm she won the 100m by 0.02 seconds in 10.71; he jumped 8.31m in 2012.")]
    ['10.71', '8.31m']
    """
    if not _HINT.search(text):
        return []
    spans, taken = [], bytearray(len(text))
    for pattern, hint, needed, excluded in _PATTERNS:
        found = list(pattern.finditer(text)) if hint.search(text) else []
        if not found or (needed and not needed.search(text)) or (excluded and excluded.search(text)):
            continue
        for start, end in (match.span(match.lastgroup or 0) for match in found):
            if taken.find(1, start, end) < 0:
                taken[start:end] = bytes([1]) * (end - start)
                spans.append(RoleSpan(start, end, "mark", text[start:end]))
    return sorted(spans)
