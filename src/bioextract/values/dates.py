"""Date expressions in English → ISO dates no more precise than the words.

Absolute forms need nothing else; the others are counted from `base`, the article's date. A span of days is as precise
as what it lies in: "last week" is a month, "16-19 March" is March; a span over two years has none, but a season
("2019-20") goes by its first year. Winters and sporting seasons without a year are left alone: they fit two years.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bioextract.values.numbers import CARDINAL, cardinal

Precision = Literal["day", "month", "year"]
Lean = Literal["past", "future"]
_Read = Callable[[re.Match[str], dt.date, Lean], "PartialDate | None"]

# Case-sensitive sources for whoever looks for dates in a text; `values` reads them in any case.
MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:Mon(?:day|\b)|Tue(?:sday|s?\b)|Wed(?:nesday|\b)|Thu(?:rsday|r?s?\b)|Fri(?:day|\b)|Sat(?:urday|\b)|"
    r"Sun(?:day|\b))\b"
)
YEAR = r"(?:1[89]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_MONTHS, _WEEKDAYS = "janfebmaraprmayjunjulaugsepoctnovdec", "montuewedthufrisatsun"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An ISO date ("2011", "2011-08" or "2011-08-27") and its precision."""

    iso: str
    precision: Precision


def parse_date(text: str, *, base: dt.date | None = None, lean: Lean = "past") -> PartialDate | None:
    """The date that a whole text names, or None; it never raises.

    `lean` tells on which side of `base` a bare weekday or month lies.

    >>> parse_date("7 October 1981")
    PartialDate(iso='1981-10-07', precision='day')
    >>> parse_date("Oct. 1981").iso, parse_date("summer of 2012").iso, parse_date("the 2012-13 season").iso
    ('1981-10', '2012', '2012')
    >>> thursday = dt.date(2023, 8, 24)
    >>> parse_date("this Sunday", base=thursday).iso, parse_date("Sunday", base=thursday).iso
    ('2023-08-27', '2023-08-20')
    >>> parse_date("last week", base=thursday).iso, parse_date("two years ago", base=thursday).iso
    ('2023-08', '2021')
    >>> parse_date("this Sunday"), parse_date("31 February 2020"), parse_date("7/10/1981"), parse_date("2:05:42")
    (None, None, None, None)
    """
    return _parse(_normalize(text), base, lean) if len(text) <= 60 else None


def parse_date_after(text: str, anchor: PartialDate) -> PartialDate | None:
    """The date that a whole text names by its distance from another date of the article.

    >>> rio = PartialDate("2016-08", "month")
    >>> parse_date_after("two years later", rio).iso, parse_date_after("the following month", rio).iso
    ('2018', '2016-09')
    >>> parse_date_after("the next day", rio)
    """
    match = _SHIFT.fullmatch(_normalize(text))
    way = match and (match["way"] or match["way2"])
    if not match or not way:
        return None
    sign = 0 if way in ("that", "same") else -1 if way in ("earlier", "before", "previous", "preceding") else 1
    unit: str = match["unit"]
    if anchor.iso.count("-") < {"decade": 0, "year": 0, "month": 1}.get(unit, 2):
        return None
    try:
        start = dt.date.fromisoformat((anchor.iso + "-01-01")[:10])
        return _shifted(start, unit, sign * (cardinal(match["number"] or "one") or 1))
    except (ValueError, OverflowError):
        return None


def _normalize(text: str) -> str:
    text = re.sub(r"[‐-―−]", "-", text.replace("’", "'").lower())
    text = re.sub(r"(?<=[a-z])\.", "", text).replace(",", " ")
    return _TRIM.sub("", " ".join(text.split()).removesuffix("'s").removesuffix("'"))


@lru_cache(maxsize=4096)
def _parse(text: str, base: dt.date | None, lean: Lean) -> PartialDate | None:
    try:
        for pattern, read in _FORMS:
            if match := pattern.fullmatch(text):
                has_year = any(match.groupdict().get(group) for group in ("y", "y2"))
                return read(match, base or dt.date.min, lean) if base or has_year else None
        return _parse_loosely(text) if _LOOSE.fullmatch(text) else None
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None


def _parse_loosely(text: str) -> PartialDate | None:
    """What dateparser makes of another order of day, month and year; only a date made of the text's own numbers."""
    from dateparser.date import DateDataParser  # a tenth of a second

    data = DateDataParser(languages=["en"], settings={"RELATIVE_BASE": dt.datetime(2000, 1, 1)}).get_date_data(text)
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    if data.date_obj is None or data.period != "day" or not {data.date_obj.year, data.date_obj.day} <= numbers:
        return None
    return _day(data.date_obj.date())


def _year(year: int) -> PartialDate:
    return PartialDate(f"{year:04}", "year")


def _month(year: int, month: int) -> PartialDate:
    return PartialDate(f"{year:04}-{month:02}", "month")


def _day(day: dt.date) -> PartialDate:
    return PartialDate(day.isoformat(), "day")


def _within(first: dt.date, last: dt.date) -> PartialDate | None:
    """The month, else the year, that holds both days."""
    if first.year != last.year:
        return None
    return _month(first.year, first.month) if first.month == last.month else _year(first.year)


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3]) // 3 + 1


def _shifted(day: dt.date, unit: str, by: int) -> PartialDate:
    """As precise as the unit; a week or a fortnight away is known to the month."""
    if unit in ("year", "decade"):
        return _year(dt.date(day.year + by * (10 if unit == "decade" else 1), 1, 1).year)
    if unit == "month":
        years, month = divmod(day.year * 12 + day.month - 1 + by, 12)
        return _month(dt.date(years, 1, 1).year, month + 1)
    moved = day + dt.timedelta(days=by * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _day(moved) if unit == "day" else _month(moved.year, moved.month)


def _read_numeric(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12 or first == second:
        return _day(dt.date(year, second, first))
    return _day(dt.date(year, first, second)) if second > 12 else None


def _read_month_of_year(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    return _month(int(match["y"]), _month_number(match["m"]))


def _read_year(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    return _year(int(match["y"] or match["y2"]))


def _read_two_years(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    first, last = int(match["y"]), match["last"]
    if int(last) == (first + 1) % 10 ** len(last):
        return _year(first)
    is_month = len(last) == 2 and match["sep"] == "-" and not match["season"] and 1 <= int(last) <= 12
    return _month(first, int(last)) if is_month else None


def _read_days(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    """ "16-19 March 2016", "March 16-19", "30 August - 2 September": what holds both days."""
    month = _month_number(match["m"])
    last_month = _month_number(match["m2"]) if match["m2"] else month
    year = int(match["y"]) if match["y"] else _year_of(month, _number(match["d"]), base, lean)
    return _within(dt.date(year, month, _number(match["d"])), dt.date(year, last_month, _number(match["d2"])))


def _read_day(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    month, day = _month_number(match["m"]), _number(match["d"])
    return _day(dt.date(int(match["y"] or _year_of(month, day, base, lean)), month, day))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _year_of(month: int, day: int, base: dt.date, lean: Lean) -> int:
    """The nearest year on the side of `lean` in which the day exists; `base` itself counts for both sides."""
    for distance in range(9):
        year = base.year + (distance if lean == "future" else -distance)
        if day <= calendar.monthrange(year, month)[1]:
            date = dt.date(year, month, day)
            if date >= base if lean == "future" else date <= base:
                return year
    raise ValueError(f"no day {day} in month {month}")


def _steps(ahead: int, cycle: int, how: str, lean: Lean) -> int:
    """From now to a day or month that is `ahead` steps on in its cycle; now itself is neither "last" nor "next"."""
    if "next" in how or "coming" in how:
        return ahead or cycle
    if "last" in how or "past" in how or (not how and lean == "past"):
        return ahead - cycle if ahead or how else 0
    return ahead


def _read_month(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    month, how = _month_number(match["m"]), match["how"] or ""
    if how == "this":
        return _month(base.year, month)
    return _shifted(base, "month", _steps((month - base.month) % 12, 12, how, lean))


def _read_weekday(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    """ "this Sunday" is today or ahead, "next Sunday" the first one ahead, "Sunday week" a week after "this Sunday"."""
    ahead = (_WEEKDAYS.index(match["wd"][:3]) // 3 - base.weekday()) % 7
    days = ahead + 7 if match["week"] else _steps(ahead, 7, match["how"] or "", lean)
    return _day(base + dt.timedelta(days=days))


def _read_near_day(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    days = {"yesterday": -1, "last": -1, "day before yesterday": -2, "tomorrow": 1, "day after tomorrow": 2}
    return _day(base + dt.timedelta(days=days.get(match["near"], 0)))


def _read_period(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    how, unit = match["how"] or "", match["unit"]
    way = -1 if "last" in how or "past" in how else 1 if "next" in how or "coming" in how else 0
    if unit in ("year", "month"):
        return _shifted(base, unit, way)
    monday = base - dt.timedelta(days=base.weekday())
    if unit == "week":
        return _within(monday + dt.timedelta(weeks=way), monday + dt.timedelta(weeks=way, days=6))
    if not how and lean == "past" and base.weekday() < 5:
        way = -1
    saturday = monday + dt.timedelta(weeks=way, days=5)
    # To some, "next weekend" is the one that others call "this weekend".
    return _within(saturday - dt.timedelta(weeks=max(way, 0)), saturday + dt.timedelta(days=1))


def _read_season(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    """ "last summer" is the latest that is over; each is named by the year of its months in the north."""
    is_over, how = base.month > {"spring": 5, "summer": 8}.get(match["season"], 11), match["how"]
    if "last" in how or "past" in how:
        return _year(base.year if is_over else base.year - 1)
    return _year(base.year + 1 if is_over and "this" not in how else base.year)


def _read_ago(match: re.Match[str], base: dt.date, lean: Lean) -> PartialDate | None:
    return _shifted(base, match["unit"], (cardinal(match["number"]) or 1) * (1 if match["ahead"] else -1))


_M, _WD, _Y = MONTH.lower(), WEEKDAY.lower(), rf"(?P<y>{YEAR})"
_TRIM = re.compile(
    r"^(?:(?:in|on|at|over|during|from|since|of|the|early|late|mid|earlier|later|"
    r"(?:start|end|beginning|middle|close|turn|first half|second half) of)[ -])+"
)
_HOW = r"(?P<how>this past|this coming|this|last|past|next|coming)"
_NUMBER = rf"(?P<number>an?|{CARDINAL})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"
_ON_WEEKDAY = rf"(?:(?:this |last |next )?{_WD}{_PART} )?(?:the )?"
_D, _D2, _M1, _M2, _TO = rf"(?P<d>{DAY})", rf"(?P<d2>{DAY})", rf"(?P<m>{_M})", rf"(?P<m2>{_M})", "(?: ?- ?| to | and )"
_FORMS: list[tuple[re.Pattern[str], _Read]] = [
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in [
        (rf"{_Y}(?: (?:season|campaign))?", _read_year),
        (rf"(?:spring|summer|autumn|fall|winter)(?: of)? {_Y}|{_M} ?- ?{_M} (?P<y2>{YEAR})", _read_year),
        (rf"{_Y} ?(?P<sep>[-/]) ?(?P<last>\d\d(?:\d\d)?)(?P<season> (?:season|campaign))?", _read_two_years),
        (rf"{_M1}(?: of)? {_Y}", _read_month_of_year),
        (rf"{_Y}[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)", _read_day),
        (rf"{_ON_WEEKDAY}{_D}(?: of)? {_M1}(?:(?: of)? {_Y})?", _read_day),
        (rf"{_ON_WEEKDAY}{_M1} (?:the )?{_D}(?: {_Y})?", _read_day),
        (rf"(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep){_Y}", _read_numeric),
        (rf"{_D}{_TO}{_D2} {_M1}(?P<m2>)(?: {_Y})?", _read_days),
        (rf"{_M1} {_D}{_TO}{_D2}(?P<m2>)(?: {_Y})?", _read_days),
        (rf"{_D} {_M1}{_TO}{_D2} {_M2}(?: {_Y})?", _read_days),
        (rf"{_M1} {_D}{_TO}{_M2} {_D2}(?: {_Y})?", _read_days),
        (rf"(?:{_HOW} )?{_M1}", _read_month),
        (rf"(?:{_HOW} )?(?P<wd>{_WD})(?P<week> week)?{_PART}", _read_weekday),
        (rf"(?P<near>today|tonight|(?:day before )?yesterday|(?:day after )?tomorrow){_PART}", _read_near_day),
        (r"(?P<near>last|this) (?:morning|afternoon|evening|night)", _read_near_day),
        (rf"(?:{_HOW} )?(?P<unit>weekend)", _read_period),
        (rf"{_HOW} (?P<unit>year|month|week)", _read_period),
        (rf"{_HOW} (?P<season>spring|summer|autumn|fall)", _read_season),
        (rf"{_NUMBER} {_UNIT} (?:ago|(?P<ahead>from now))", _read_ago),
    ]
]
# Something with a month's name, a day and a year that none of the forms reads.
_LOOSE = re.compile(rf"(?=.*{_M})(?=.*\b{YEAR}\b)(?=.*\b\d{{1,2}}(?:st|nd|rd|th)?\b)[a-z0-9 /-]+")
_SHIFT = re.compile(
    rf"(?:(?:{_NUMBER}|(?P<way>that|same|following|next|previous|preceding)) )?{_UNIT}"
    r"(?: (?P<way2>later|after|afterwards|on|earlier|before))?",
    re.ASCII,
)
