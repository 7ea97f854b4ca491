"""The day an article was published: from the document, else from its path, else from the caller.

Only whole days count: a month is not a day, and a wrong day is worse than none, since "last Sunday" is counted from it.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePosixPath

from bioextract.articles.article import PublishedFrom

_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_IN_PATH = re.compile(
    r"(?<!\d)(?:((?:18|19|20)\d\d)([-_/.])(\d\d)\2(\d\d)|((?:19[5-9]|20\d)\d)(\d\d)(\d\d))(?!\d)", re.ASCII
)


def find_published(
    document: object, location: str, fallback: dt.date | None
) -> tuple[dt.date | None, PublishedFrom | None]:
    """The day of publication and where it was found.

    `document` is what the document says (any value of a JSON or YAML field, or None), `location` the file's path or
    the page's URL, `fallback` the caller's day.
    """
    if day := parse_day(document):
        return day, "document"
    if day := find_day_in_path(location):
        return day, "path"
    return (fallback, "option") if fallback else (None, None)


def parse_day(value: object) -> dt.date | None:
    """The day in one date or time, as written in its own time zone; None when it is no whole day.

    >>> parse_day("2023-08-26T23:30:00+09:00")
    datetime.date(2023, 8, 26)
    >>> parse_day("Sat, 26 Aug 2023 10:00:00 GMT")
    datetime.date(2023, 8, 26)
    >>> parse_day("August 26, 2023")
    datetime.date(2023, 8, 26)
    >>> parse_day("2023-08"), parse_day("2023-13-45"), parse_day("03/04/2023")
    (None, None, None)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()[:100]
    if found := _ISO.match(text):
        # Eight digits alone are a day; more of them are a time stamp or an identifier.
        whole = bool(found[2]) or len(found[0]) == 8
        return _build_day(found[1], found[3], found[4]) if whole else None
    return _parse_written(text) or _parse_mail_date(text)


def _parse_written(text: str) -> dt.date | None:
    """A day with its month in letters, "26 August 2023" or "Aug 26, 2023"."""
    words = " ".join(text.replace(",", " ").split())
    for form in _WRITTEN:
        try:
            return dt.datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _parse_mail_date(text: str) -> dt.date | None:
    """A day in the form of RFC 2822, which feeds and HTTP headers use."""
    from email.utils import parsedate

    try:
        parts = parsedate(text)
    except (ValueError, IndexError, TypeError):
        return None
    return _build_day(*parts[:3]) if parts else None


def _build_day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None


def find_day_in_path(location: str) -> dt.date | None:
    """The one day that a path or a URL names, in its last part or else in the whole; None if it names none or several.

    >>> find_day_in_path("news/2023/08/26/berg-wins.html")
    datetime.date(2023, 8, 26)
    >>> find_day_in_path("https://example.org/20230826-berg?from=2020-01-01")
    datetime.date(2023, 8, 26)
    >>> find_day_in_path("2023-13-45.txt"), find_day_in_path("from-2023-08-01-to-2023-08-26.txt")
    (None, None)
    """
    path = location.partition("://")[2].split("?")[0].split("#")[0] if "://" in location else location
    for part in (PurePosixPath(path).name, path):
        days = {_build_day(m[1] or m[5], m[3] or m[6], m[4] or m[7]) for m in _IN_PATH.finditer(part)} - {None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None
