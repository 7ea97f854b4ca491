"""dateparser's search for dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from systems.system import Json, Reader, System
from systems.values import is_birth, lines_of, to_record

MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-/]\d")
DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")


def load() -> Reader:
    from dateparser.search import search_dates

    def find(line: str, base: dt.datetime | None) -> Iterator[tuple[str, str]]:
        settings = {"RELATIVE_BASE": base} if base else None
        end = 0
        for words, day in search_dates(line, languages=["en"], settings=settings) or ():
            start = line.find(words, end)
            end = max(start, end)
            if start >= 0 and is_birth(line, start):
                yield "birth_date", to_date(words, day)

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        for article in articles:
            base = dt.datetime.fromisoformat(article["published"]) if article.get("published") else None
            lines = lines_of(article["text"])
            yield to_record(article["id"], (value for line in lines for value in find(line, base)))

    return read


def to_date(words: str, day: dt.datetime) -> str:
    """The date as far as the words give it: dateparser puts today's day and month in for those that are missing."""
    if DAY.search(words):
        return f"{day:%Y-%m-%d}"
    return f"{day:%Y-%m}" if MONTH.search(words) else f"{day:%Y}"


SYSTEM = System(name="dateparser", title="dateparser 1.5.0, search for dates", load=load, finds="values")
