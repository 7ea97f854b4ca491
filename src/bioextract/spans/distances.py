"""Distances and weights that name an event: "10,000m", "4 x 100m", "the 800", "half-mile", "-73kg", "heavyweight"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bioextract.spans.words import words_of

DIGIT = re.compile(r"\d")
_START = r"(?<![\w.,:£$€/−–-])"
_METRES = (
    r"(?:20|25|50|55|60|75|80|100|110|120|150|200|300|400|500|600|800|1[,.]?000|1[,.]?200|1[,.]?500|1[,.]?600"
    r"|2[,.]?000|3[,.]?000"
    r"|3[,.]?200|5[,.]?000|10[,.]?000|20[,.]?000)"
)
_METRE_WORD = r"met(?:re|er)s?|mt(?:r|s|rs)"
_UNIT = r"(?:[\s-]?(?:[Mm]et(?:re|er)s?|METRES?|mt(?:r|s|rs)|m|M)\b|[\s-]?(?:[Yy]ards?|yds?)\b)"
_RELAY = re.compile(
    _START + r"(?:4|8|10)(?:\s?[x×X]\s?)(?:\d{2,3}|1,?\d00)(?:[\s-]?(?:" + _METRE_WORD + r"|m|yards?)\b|\b(?![.,:]\d))"
)
_RACE = re.compile(_START + _METRES + r"(?:" + _UNIT + r"(?:\s?H\b)?|m?(?:H|HH|IH|IM|SC)\b)")
_KILOMETRES = re.compile(
    _START + r"(?:\d{1,3}|\d{1,2}\.\d)(?:(?:[\s-]?(?:km|kms|kilometres?|kilometers?))|[kK])\b"
    r"|\b(?:five|six|eight|ten)[ -](?:kilometres?|kilometers?)\b"
)
_MILES = re.compile(
    _START + r"(?:1|2|3|4|5|6|8|10|20|24|50|100|200|1,?000)[\s-]miles?\b"
    r"|\b(?:one|two|three|four|five|ten|twenty)[ -]miles?\b",
    re.IGNORECASE,
)
_BARE = re.compile(_START + _METRES + r"\b(?![:/−–-]|[.,]\d|\s?(?:m|km|" + _METRE_WORD + r")\b)")
_WEIGHT = re.compile(
    r"(?<![\w.,])(?:[-−–+][ ]?\d{2,3}(?:\.5)?\s?(?:kg|kilo(?:gram)?s?)\b|(?:\d{2,3}(?:\.5)?"
    r"|[uU]\d{2,3})[+]?[\s-]?(?:kg|kilo(?:gram)?s?)?\b"
    r"(?:[ -](?:category|class|division|weight|event|title|final|gold|silver|bronze|champion)\b))"
    r"|(?<=the )\d{2,3}[+]?\s?kg\b|(?<=['’]s )[-−+]?\d{2,3}[+]?\s?(?:kg|kilograms?)\b"
)
_BOXING = re.compile(
    r"\b(?:(?:super|light|half|junior|extra|lightly)[ -])?(?:light[ -]?)?"
    r"(?:heavy|middle|welter|feather|bantam|fly|straw|cruiser|light|minimum|catch)weight(?!s| of\b| shoe| jacket"
    r"| frame| boat)\b",
    re.IGNORECASE,
)
_NO_RACE_BEFORE = re.compile(
    r"(?:\b(?:last|final|first|opening|closing|remaining|another|every|about|around|nearly|almost|some|only|within"
    r"|by|after|than|least|past"
    r"|until|further|next|extra|just|of about|roughly|every|climbed|swam for|throws?|threw|leapt|cleared|jumped)"
    r"|up to)\s$"
)
_NO_RACE_AFTER = re.compile(
    r"[\s-](?:away|from|to (?:go|the|spare|run|ride)|out|of|behind|ahead|tall|long|high(?! hurdles)|deep|wide"
    r"|above|below|marks?\b|markers?\b|off"
    r"|apart|left|north|south|east|west|short of|later|into|before the|clear|downstream|uphill|onwards|per|each"
    r"|an? (?:hour|week|day|month)|every"
    r"|pounds|euros|dollars|people|deal|move|bid|fee|transfer|followers|views|fans|subscribers|tower|pool|track"
    r"|radius|point|splits?|leader)\b"
)
_SPLIT_BEFORE = re.compile(
    r"\b(?:at|through|passed|reached|to|between|with|from|ran|running|run|of|for|covered|walked|rode)\s$"
)
_RACE_AFTER = re.compile(
    r"[\s-](?:race|run|runs|road|event|events|time trial|challenge|course|pursuit|sprint|individual|cross|classic"
    r"|freestyle|title|champion"
    r"|championships?|record|walk|relay|loop|trail|swim|ultra|final|distance|series|leg|mass)\b"
)
_BARE_BEFORE = re.compile(
    r"\b(?:[Ii]n|of|over|at|for|and|or|won|win|her|his|to|both)\s(?:the|his|her)\s$|\b(?:both the|and|& )\s?$"
)
_BARE_AFTER = re.compile(
    r"(?:$|[.;:)!?](?:\s|$)|,(?!\d)|\s(?:finals?|heats?|semi|with|in|at|and|on|but|where|title|champion|race"
    r"|behind|as|record|before|after|by|for|this"
    r"|last|to|winner|free|fly|back|breast|IM|indoors|outdoors)\b)"
)
_BARE_PAIR = re.compile(
    r"(?:,|\s(?:and|or|&|to)|/)\s?(?:the\s)?"
    + _METRES
    + r"(?:[\s-]?(?:"
    + _METRE_WORD
    + r"|m|yards?)\b|\s(?:free|back|breast|butter|IM|hurdles))"
)
# The rifle ranges, the boards of the diving pool, and the sailing classes.
_SHORT = re.compile(_START + r"(?:1|3|10)[\s-]?(?:[Mm]et(?:re|er)s?|m)\b")
# Looked for before the patterns, which take longer; `_METRE_WORDS`: the figures of `_METRES`, or those behind a comma.
_CROSS_HINT, _RACE_HINT = re.compile(r"\d\s?[x×X]"), re.compile(r"\d[\s-]?[MmYyHIS]")
_KILOMETRE_HINT = re.compile(r"\d[\s-]?[kK]")
_METRE_WORDS = frozenset(
    """20 25 50 55 60 75 80 100 110 120 150 200 300 400 500 600 800 000 1000 1200 1500 1600 2000 3000 3200 5000
    10000 20000""".split()
)
_CLASS_WORDS = frozenset("category class division weight event title final gold silver bronze champion".split())
_UNIT_HINT = re.compile(r"\d[\s-]?[Mm]")
_CLASS = re.compile(
    r"(?<![\w.,:£$€/–-])(?:470|420)\b(?=\s(?:[Cc]lass|World|European|Championships?|[Tt]wo|[Ss]ailor|dinghy"
    r"|event|Men|Women))|(?<= the )(?:470|420)\b(?=$|[.,;]|\s(?:at|with|in|and)\b)"
)
_STANDARD_KM = frozenset(("3", "4", "5", "6", "7.5", "8", "10", "12", "12.5", "15", "20", "25", "30", "50", "100"))


def find_distances(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every distance or weight that names an event; in no order, and some inside others."""
    if DIGIT.search(text):
        if _CROSS_HINT.search(text):
            yield from (m.span() for m in _RELAY.finditer(text))
        if _RACE_HINT.search(text):
            yield from (m.span() for m in _RACE.finditer(text) if _is_race(text, m))
        if _KILOMETRE_HINT.search(text) or "kilomet" in text:
            yield from (m.span() for m in _KILOMETRES.finditer(text) if _is_long_race(text, m))
        yield from (m.span() for m in _bare(text) if _is_bare_race(text, m))
        if "kg" in text or "kilo" in text or not words_of(text).isdisjoint(_CLASS_WORDS):
            yield from (m.span() for m in _WEIGHT.finditer(text))
        if "470" in text or "420" in text:
            yield from (m.span() for m in _CLASS.finditer(text))
    if "mile" in text or "Mile" in text:
        yield from (m.span() for m in _MILES.finditer(text) if _is_mile_race(text, m))
    if "weight" in text or "WEIGHT" in text:
        yield from (m.span() for m in _BOXING.finditer(text))


def _bare(text: str) -> Iterable[re.Match[str]]:
    return () if words_of(text).isdisjoint(_METRE_WORDS) else _BARE.finditer(text)


def find_bare_numbers(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of numbers that are an event only when one follows: "400 freestyle", "10m platform"."""
    yield from (m.span() for m in _bare(text))
    if _UNIT_HINT.search(text):
        yield from (m.span() for m in _SHORT.finditer(text))


def _is_race(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 24]
    yards = match[0].lower().rstrip("s").endswith(("yard", "yd"))
    if yards and not _RACE_AFTER.match(after) and not match[0].lower().endswith("yard"):
        return False
    return not (_NO_RACE_BEFORE.search(before) or _NO_RACE_AFTER.match(after))


def _is_long_race(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 24]
    if _NO_RACE_BEFORE.search(before) or _NO_RACE_AFTER.match(after):
        return False
    if _RACE_AFTER.match(after):
        return True
    number = re.match(r"[\d.]*", match[0])
    standard = number is not None and (number[0] in _STANDARD_KM or not number[0])
    return standard and not _SPLIT_BEFORE.search(before)


def _is_mile_race(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 24]
    if _NO_RACE_BEFORE.search(before) or _NO_RACE_AFTER.match(after):
        return False
    return (
        bool(_RACE_AFTER.match(after))
        or (not match[0].endswith("s") and "-" not in match[0])
        or before.endswith("the ")
    )


def _is_bare_race(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 24]
    if _BARE_PAIR.match(after):
        return True
    return bool(_BARE_BEFORE.search(before) and _BARE_AFTER.match(after) and "the" in before)
