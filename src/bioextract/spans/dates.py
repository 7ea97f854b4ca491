"""Where dates are: full, partial and relative ones, as `bioextract.values.dates` reads them.

A span has no leading preposition or article, but for "at the weekend" and "the following year". What looks like a date
and is none (distances, prices, decades, "every Sunday", newspapers, people called April or May) is left out.
"""

from __future__ import annotations

import re

from bioextract.spans.span import RoleSpan
from bioextract.spans.words import words_of
from bioextract.values.dates import DAY, MONTH, WEEKDAY, YEAR
from bioextract.values.numbers import CARDINAL

_S = "[ \u00a0]"
_DASH = "[‐-―-]"
_TO = rf"(?:{_S}?{_DASH}{_S}?|{_S}to{_S})"
_OF_YEAR = rf"(?:(?:,|{_S}of)?{_S}{YEAR}\b(?!%|[.,]\d))"
_PART = rf"(?:{_S}(?:morning|afternoon|evening|night|lunchtime))?"
_ON_WEEKDAY = rf"(?:\b{WEEKDAY}{_PART},?{_S}(?:the{_S})?)?"
_ROUGH = rf"(?:\b(?i:early|mid|late)(?:-|{_S}))?"
_HOW = r"(?i:this past|this coming|this|last|next)"
_NO_NAME_FOLLOWS = rf"(?!{_S}[A-Z][a-zé])"

_NUMERIC = rf"(?<![\w/.-])(?:{YEAR}-[01]\d-[0-3]\d|\d\d?/\d\d?/{YEAR}|\d\d?\.\d\d?\.{YEAR})(?![\w/])"
# "27 August 2019", "4–6 March", "30 August to 2 September"; a short "1 Jan" may open a line of results.
_DAY_MONTH = (
    rf"{_ON_WEEKDAY}(?<![\w.,:/$£€]){DAY}(?:(?:{_S}{MONTH})?{_TO}{DAY})?{_S}(?:of{_S})?{MONTH}"
    rf"(?:{_OF_YEAR}|(?<=[a-z]{{4}})(?!\w)|(?<=May)(?!\w)|{_NO_NAME_FOLLOWS}(?!\w))"
)
_MONTH_DAY = rf"{_ON_WEEKDAY}\b{MONTH}{_S}(?:the{_S})?{DAY}(?:{_TO}(?:{MONTH}{_S})?{DAY})?(?![\w:%]|[.,]\d){_OF_YEAR}?"
_MONTH_YEAR = (
    rf"(?:{_ROUGH}\b{MONTH}(?:{_S}?{_DASH}{_S}?{MONTH})?|\b(?i:spring|summer|autumn|fall|winter)){_OF_YEAR}(?!-m\b)"
)
# "2019–20 season", "2016/17", "1960-66", "2012-2014".
_YEARS = rf"(?<![\w$£€.,:/-]){YEAR}(?:{_DASH}|/)(?:{YEAR}|\d\d)(?![\w/]|{_DASH}\d|[.,:]\d)(?:{_S}(?:season|campaign))?"
_NEAR = (
    rf"\b(?:today|tonight|yesterday{_PART}|tomorrow{_PART}|(?:last|this){_S}(?:morning|afternoon|evening|night)|"
    rf"(?:at|over|during){_S}the{_S}weekend|the{_S}(?:day|year){_S}(?:after|before)(?=[,.;]|$)|"
    rf"(?:(?:earlier|later){_S})?(?:that|the{_S}(?:following|next|previous|same)){_S}(?:day|weekend|month|year))\b(?!-)"
)
_PERIOD = (
    rf"(?<!\b[Tt]he )(?:\b(?i:earlier|later){_S})?\b(?:{_HOW}{_S}(?i:week|weekend|month|year|season|spring|summer|"
    rf"autumn|winter)|{_HOW}{_S}{MONTH})\b(?!-)"
)
_AGO = (
    rf"\b(?:an?|a{_S}few|several|a{_S}couple{_S}of|{CARDINAL}){_S}(?:days?|weeks?|fortnights?|months?|years?|decades?|"
    rf"seasons?){_S}(?:ago|later|earlier|afterwards|from{_S}now)\b"
)
# Years of the sport's age that are no measure, count, price, score or decade.
_BARE_YEAR = (
    rf"(?<![\w$£€#.,:/+])(?<!\b\d{_DASH})(?<!\b\d\d{_DASH})(?<!\b\d\d\d{_DASH})"
    r"(?:18[7-9]\d|19\d\d|20[0-3]\d)(?![\w:%+]|[.,/]\d)"
    rf"(?!(?:-|{_S})(?:m|km|k|kg|lbs?|metres?|meters?|miles?|yards?|yds?|feet|points?|pts|people|runners|fans|women|"
    r"spectators|athletes|competitors|entries|entrants|members|words|hours?|minutes?|calories|euros|pounds|dollars)\b)"
)
_STRONG = rf"(?<!\w)(?:in|since|until|till|during|early{_S}in|late{_S}in){_S}"
_WEAK = rf"(?<!\w)(?:of|by|from|through|for|to|and|or|between|before|after){_S}"
_BARE_MONTH = (
    rf"(?i:{_STRONG})(?P<strong>{_ROUGH}{MONTH})(?!\w)|(?i:{_WEAK})(?P<weak>{_ROUGH}{MONTH})(?!\w){_NO_NAME_FOLLOWS}"
    rf"|\b(?P<plain>{_ROUGH}(?:January|February|July|September|October|November|December)|"
    r"(?:March|April|May|June|August)(?=['’]s [A-Z0-9]))\b"
)
_FULL_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = (
    r"(?<!\b[Ee]very )(?<!\b[Ee]ach )(?<!\bSuper )(?<!\bBlack )(?<!\bGood )(?<!\bEaster )(?<!\bSheffield )"
    rf"(?:(?P<week>\b{_FULL_WEEKDAY}{_S}week)|(?P<how>\b{_HOW}{_S}{_FULL_WEEKDAY}{_PART})|"
    rf"(?<=\b[Oo]n )(?P<on>{_FULL_WEEKDAY}{_PART})|(?P<bare>\b{_FULL_WEEKDAY}{_PART}){_NO_NAME_FOLLOWS})(?![\w-])"
    rf"(?!{_S}(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Independent|World|Sport|People|Star|Sun|League|Night|"
    r"School|Special|Club)\b)"
)

# Without one of each group of its hints, a pattern finds nothing: asking first is faster.
_HINTS = {
    "year": re.compile(YEAR),
    "month": re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
}
_WORDS = {
    "weekday": frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    "how": frozenset({"this", "last", "next"}),
    "period": frozenset("week weekend month year season spring summer autumn winter".split()),
    "near": frozenset(
        "today tonight yesterday tomorrow morning afternoon evening night day weekend month year".split()
    ),
    "away": frozenset({"ago", "later", "earlier", "afterwards", "now"}),
}
_PATTERNS = [
    (re.compile(pattern), hints)
    for pattern, *hints in (
        (_NUMERIC, {"year"}),
        (_DAY_MONTH, {"month"}),
        (_MONTH_DAY, {"month"}),
        (_MONTH_YEAR, {"year"}),
        (_YEARS, {"year"}),
        (f"(?i:{_NEAR})", {"near"}),
        (_PERIOD, {"how"}, {"period", "month"}),
        (f"(?i:{_AGO})", {"away"}),
        (_BARE_YEAR, {"year"}),
        (_BARE_MONTH, {"month"}),
        (_WEEKDAY, {"weekday"}),
    )
]
_TWO_YEARS = re.compile(rf"({YEAR}).({YEAR})")


def find(text: str) -> list[RoleSpan]:
    """The dates of one sentence, in order; no two overlap.

    >>> [span.text for span in find("She won in 2011 and 2013, swam 2000m last year and runs on Sunday night.")]
    ['2011', '2013', 'last year', 'Sunday night']
    """
    words = words_of(text)
    held = {name for name, hint in _HINTS.items() if hint.search(text)}
    held |= {name for name, hints in _WORDS.items() if not words.isdisjoint(hints)}
    spans, taken = [], bytearray(len(text))
    for pattern, hints in _PATTERNS:
        if any(map(held.isdisjoint, hints)):
            continue
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            end -= text[end - 1] == "."  # of an abbreviated month, or of the sentence
            if taken.find(1, start, end) < 0 and not _is_range(match[0]):
                taken[start:end] = bytes([1]) * (end - start)
                spans.append(RoleSpan(start, end, "date", text[start:end]))
    return sorted(spans)


def _is_range(text: str) -> bool:
    """Years that are no season, such as "2008–2012": two dates."""
    years = _TWO_YEARS.fullmatch(text)
    return years is not None and int(years[1]) + 1 != int(years[2])
