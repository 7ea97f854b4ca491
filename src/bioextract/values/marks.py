"""Performances as written → a number of seconds, metres, kilograms or points.

"2:08" and "5.20" mean different things in a marathon, a mile, a sprint, a long jump and on the beam: what a
figure without a unit is, the discipline decides, and without one "2:08" is minutes and "9.58" is seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bioextract.values.numbers import CARDINAL, cardinal

Unit = Literal["s", "m", "kg", "points"]
_Kind = Literal["marathon", "half marathon", "distance", "field", "weight", "points", "other", "unknown"]

FIELD = (
    r"(?:pole[- ]?vault|(?:high|long|triple|broad|vertical)[- ]?jump|\bjump|shot|discus|javelin|hammer|weight throw)"
)
_KINDS: list[tuple[re.Pattern[str], _Kind]] = [
    (re.compile(pattern), kind)  # type: ignore[misc]
    for pattern, kind in [
        (FIELD, "field"),
        (r"\bhalf\b", "half marathon"),
        (r"marathon|ultra|iron ?man|triathlon", "marathon"),
        (r"snatch|clean|jerk|lifting|squat|bench|deadlift|\d\+? ?kg\b|heavyweight", "weight"),
        (
            r"athlon|gymnast|all-?around|\bbeam|\bbars?\b|\bfloor\b|vault|pommel|\brings\b|diving|springboard|platform|"
            r"archery|rifle|pistol|shooting|skating|dressage",
            "points",
        ),
        (r"\b[89]00(?!\d)|\b\d{1,2}[, ]?\d{3}(?!\d)|mile|steeple|cross|parkrun|\d ?km?\b", "distance"),
    ]
]
# A whole number of metres that names a race.
_TRACK = frozenset(
    (50, 55, 60, 80, 100, 110, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000, 3200, 5000, 10000)
)


@dataclass(frozen=True, slots=True)
class Performance:
    """An amount in its unit: seconds, metres, kilograms or points."""

    amount: float
    unit: Unit


def parse_mark(text: str, discipline: str | None = None) -> Performance | None:
    """The performance that a whole text states, or None; it never raises.

    >>> parse_mark("2:08:50")
    Performance(amount=7730.0, unit='s')
    >>> [parse_mark(text).amount for text in ("1:43.21", "9.58", "2hr 08min 50sec", "one minute, 46.5 seconds")]
    [103.21, 9.58, 7730.0, 106.5]
    >>> parse_mark("2:08", "marathon").amount, parse_mark("2:08", "800m").amount, parse_mark("5.20", "pole vault").unit
    (7680.0, 128.0, 'm')
    >>> parse_mark("8.31m").amount, parse_mark("17ft 6in").amount, parse_mark("17-6", "long jump").amount
    (8.31, 5.33, 5.33)
    >>> parse_mark("17-6"), parse_mark("100m"), parse_mark("£9.58"), parse_mark("12.5%")
    (None, None, None, None)
    """
    if len(text) > 80:
        return None
    text, kind = _normalize(text), _kind(discipline)
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return read(match, kind)
    return None


def _normalize(text: str) -> str:
    text = re.sub(r"[‐-―−]", "-", re.sub(r"[’′‘]", "'", re.sub(r"[”″“]|''", '"', text.lower())))
    for sign, fraction in (("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4")):
        text = text.replace(sign, fraction)
    return " ".join(text.split()).rstrip(".,;")


def _kind(discipline: str | None) -> _Kind:
    if not discipline:
        return "unknown"
    name = discipline.lower()
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), "other")


def _seconds(hours: float = 0, minutes: float = 0, seconds: float = 0) -> Performance:
    return Performance(round(hours * 3600.0 + minutes * 60 + seconds, 3), "s")


def _read_bare(match: re.Match[str], kind: _Kind) -> Performance | None:
    """Digits, with or without a decimal point."""
    text = match[0].replace(",", "")
    amount = float(text)
    whole, _, decimals = text.partition(".")
    if kind == "points" or (kind in ("field", "weight") and decimals):
        return Performance(amount, {"points": "points", "field": "m", "weight": "kg"}[kind])  # type: ignore[arg-type]
    if not decimals or amount >= 100:
        return None
    if kind in ("marathon", "half marathon", "distance") and len(decimals) == 2 and int(decimals) < 60:
        is_hours = kind != "distance" and amount < 10
        return _seconds(int(whole), int(decimals)) if is_hours else _seconds(0, int(whole), int(decimals))
    return Performance(amount, "s")


def _read_three_fields(match: re.Match[str], kind: _Kind) -> Performance | None:
    hours, minutes, seconds = int(match["hours"]), int(match["minutes"]), float(match["seconds"])
    return _seconds(hours, minutes, seconds) if minutes < 60 and seconds < 60 else None


def _read_two_fields(match: re.Match[str], kind: _Kind) -> Performance | None:
    first, second, unit = int(match["first"]), float(match["second"]), match["unit"] or ""
    if second >= 60:
        return None
    is_road = (kind == "marathon" and first < 24) or (kind == "half marathon" and first < 4)
    is_hours = unit.startswith("h") or (is_road and not unit and "." not in match["second"])
    return _seconds(first, second) if is_hours else _seconds(0, first, second)


def _read_dotted(match: re.Match[str], kind: _Kind) -> Performance | None:
    """As the BBC used to write: "2.08.50" is a marathon unless a shorter race is named, "4.32.1" never is."""
    first, second, last = int(match["first"]), int(match["second"]), match["last"]
    if second >= 60:
        return None
    is_track = kind not in ("marathon", "half marathon", "unknown")
    if is_track or len(last) == 1 or int(last) >= 60:
        return _seconds(0, first, float(f"{second}.{last}"))
    return _seconds(first, second, int(last))


def _read_imperial(match: re.Match[str], kind: _Kind) -> Performance | None:
    """Feet and inches; "17-6" only of a jump or a throw, for it is a score elsewhere."""
    groups = match.groupdict()
    numerator, denominator = int(groups["n"] or 0), int(groups["q"] or 1)
    if groups.get("dash") and not (kind == "field" or numerator):
        return None
    inches = float(groups["inches"] or 0) + numerator / (denominator or 1)
    feet = int(groups["feet"] or 0)
    if inches >= 12 and feet:
        return None
    return Performance(round((feet * 12 + inches) * 0.0254, 2), "m")


def _read_measure(match: re.Match[str], kind: _Kind) -> Performance | None:
    amount, unit, decimals = float(match["amount"].replace(",", "")), match["unit"], "." in match["amount"]
    factor, si = _UNITS[unit.rstrip("s")]
    if match["cm"]:
        return Performance(amount + int(match["cm"]) / 100, "m") if si == "m" and not decimals else None
    if unit[0] == "m" and not decimals and kind != "field" and amount in _TRACK:
        return None
    return Performance(round(amount * factor, 3), si)


def _read_duration(match: re.Match[str], kind: _Kind) -> Performance | None:
    """Words of time: "2hr 08min 50sec", "three hours, eleven minutes", "3 minutes 50.1", "13 days 10 hours"."""
    seconds = match["seconds"]
    if not any(match.group("days", "hours", "minutes", "unit")):
        return None
    if seconds and not match["minutes"] and not match["unit"]:
        return None
    days, hours, minutes = (_amount(match[group]) for group in ("days", "hours", "minutes"))
    return _seconds(days * 24 + hours, minutes, _amount(seconds))


def _amount(text: str | None) -> float:
    if not text:
        return 0
    return float(text) if text[0].isdigit() else cardinal(text) or 0


_UNITS: dict[str, tuple[float, Unit]] = {
    **dict.fromkeys(("m", "metre", "meter"), (1, "m")),
    "cm": (0.01, "m"),
    **dict.fromkeys(("km", "kilometre", "kilometer"), (1000, "m")),
    "mile": (1609.344, "m"),
    "yard": (0.9144, "m"),
    **dict.fromkeys(("kg", "kilo", "kilogram"), (1, "kg")),
    **dict.fromkeys(("lb", "pound"), (0.45359237, "kg")),
    **dict.fromkeys(("point", "pt"), (1, "points")),
}
_NUMBER = rf"(?:\d{{1,4}}|{CARDINAL})"
_AND = "(?:,? ?(?:and )?)"
_BARE = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,3})?|\d{4,6}", re.ASCII)
_TIME_UNIT = r"(?: ?(?P<unit>hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s))?"
_THREE_FIELDS = re.compile(
    rf"(?P<hours>\d{{1,3}})[:.-](?P<minutes>\d\d):(?P<seconds>\d\d(?:\.\d{{1,3}})?){_TIME_UNIT}", re.ASCII
)
_TWO_FIELDS = re.compile(rf"(?P<first>\d{{1,3}}):(?P<second>\d\d(?:\.\d{{1,3}})?){_TIME_UNIT}", re.ASCII)
_DOTTED = re.compile(rf"(?P<first>\d{{1,2}})\.(?P<second>\d\d)\.(?P<last>\d\d?){_TIME_UNIT}", re.ASCII)
_FRACTION = r"(?: ?(?P<n>\d)/(?P<q>\d))?"
_IMPERIAL = re.compile(
    rf"(?:(?P<feet>\d{{1,3}}) ?(?:ft|feet|foot|')[ -]?)?(?:(?P<inches>\d{{1,2}}(?:\.\d+)?){_FRACTION} ?"
    r"(?:inch(?:es)?|ins?|\"|(?<=.'\d)|(?<=.'\d\d)|(?<=ft \d)|(?<=ft \d\d))|(?<=.['t]))",
    re.ASCII,
)
_DASHED = re.compile(rf"(?P<feet>\d{{1,3}})(?P<dash>-)(?P<inches>\d{{1,2}}(?:\.\d{{1,2}})?){_FRACTION}", re.ASCII)
_MEASURE = re.compile(
    r"(?P<amount>\d[\d,]{0,9}(?:\.\d{1,3})?)[ -]?(?P<unit>m|metres?|meters?|cm|km|kilometres?|kilometers?|miles?|"
    r"yards?|kgs?|kilos?|kilograms?|lbs?|pounds?|points?|pts?)(?: ?(?P<cm>\d\d)(?:cm)?)?",
    re.ASCII,
)
_DURATION = re.compile(
    rf"(?:(?P<days>{_NUMBER}) ?days?{_AND})?(?:(?P<hours>{_NUMBER})[ -]?(?:hours?|hrs?|h){_AND})?"
    rf"(?:(?P<minutes>{_NUMBER})[ -]?(?:minutes?|mins?|m(?= ?\d)|:(?=\d\d)){_AND})?"
    rf"(?:(?P<seconds>\d{{1,3}}(?:\.\d{{1,3}})?|{CARDINAL})(?: ?(?P<unit>seconds?|secs?|s))?)?",
    re.ASCII,
)
_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str], _Kind], Performance | None]]] = [
    (_BARE, _read_bare),
    (_THREE_FIELDS, _read_three_fields),
    (_TWO_FIELDS, _read_two_fields),
    (_DOTTED, _read_dotted),
    (_IMPERIAL, _read_imperial),
    (_DASHED, _read_imperial),
    (_MEASURE, _read_measure),
    (_DURATION, _read_duration),
]
