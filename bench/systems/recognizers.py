"""Microsoft's Recognizers-Text, asked for ages and for dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from systems.system import Json, Reader, System
from systems.values import is_birth, lines_of, to_record

DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def load() -> Reader:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    ages = NumberWithUnitRecognizer(Culture.English).get_age_model()
    dates = DateTimeRecognizer(Culture.English).get_datetime_model()

    def find(line: str) -> Iterator[tuple[str, int | str]]:
        for found in ages.parse(line):
            if found.resolution["unit"] == "Year" and found.resolution["value"].isdigit():
                yield "age", int(found.resolution["value"])
        for found in dates.parse(line):
            if (day := read_date(found.resolution)) and is_birth(line, found.start):
                yield "birth_date", day

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        for article in articles:
            yield to_record(article["id"], (value for line in lines_of(article["text"]) for value in find(line)))

    return read


def read_date(resolution: dict[str, Any] | None) -> str | None:
    """The day, month or year of a resolution that is one."""
    timex = resolution["values"][0].get("timex", "") if resolution else ""
    return timex if DATE.fullmatch(timex) else None


SYSTEM = System(
    name="recognizers-text",
    title="Recognizers-Text 1.0.2a2, ages and dates",
    load=load,
    finds="values",
    modules=("recognizers_text", "recognizers_date_time", "recognizers_number_with_unit"),
    seconds=10,
)
