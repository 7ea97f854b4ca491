"""The record of an article -> rows of the tables. Pure: no database.

Two things of a record fit in no database, or not in all: NUL characters, for which U+2400 stands (one for one, so that
offsets stay), and numbers beyond 64 bits, for which the largest number stands.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from bioextract.articles.article import SURROGATE
from bioextract.kinds import FIELDS
from bioextract.people.identity import identify
from bioextract.sinks.database import schema
from bioextract.sinks.database.fact_tables import TABLES

Rows = dict[str, list[tuple[Any, ...]]]
"""Rows by the name of their table, in the order of its columns."""
Fact = dict[str, Any]

NUL, SYMBOL_FOR_NUL = "\x00", "\u2400"
LARGEST = 2**63 - 1
COUNTS = ("olympic_count", "marathon_count", "world_championship_count")
SINGLE = frozenset({"age", "birth_date", "birth_place"})
PARTS = (schema.aliases, *TABLES.values(), schema.evidence, schema.warnings, schema.warning_evidence)
"""The tables whose rows come from a record, but for articles and people; a table after those that it refers to."""


def parse(data: bytes) -> dict[str, Any]:
    """JSON values, fit for every database."""
    values: dict[str, Any] = from_json(data)
    # Only so can JSON hold a NUL.
    return _without_nul(values) if b"\\u0000" in data else values


def split_line(line: bytes) -> tuple[bytes, bytes]:
    """The line of a record as two objects of JSON: what comes before `people`, and the rest, which are the statements.

    The record as a whole takes much longer to parse, which is not needed where the statements are known already.
    Raises `ValueError` for what is no line of a record.

    >>> split_line(b'{"main_subject":null,"people":[],"warnings":[]}')
    (b'{"main_subject":null}', b'{"people":[],"warnings":[]}')
    """
    # Within a string of JSON the quotation marks would have backslashes.
    head, people, statements = line.rstrip().partition(b',"people":')
    if not people:
        raise ValueError("not the line of a record")
    return head + b"}", b"{" + people[1:] + statements


def clean(text: str) -> str:
    r"""Text that every database takes: a symbol for each NUL, U+FFFD for each lone surrogate.

    >>> clean("a\0b")
    'a␀b'
    """
    return SURROGATE.sub("\ufffd", text).replace(NUL, SYMBOL_FOR_NUL)


@dataclass(slots=True)
class PersonRow:
    """A row of `people` in the making: the athlete is still to be found."""

    identity: str
    signature: str
    telling: str
    name: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    athlete_id: int = 0

    @property
    def values(self) -> tuple[Any, ...]:
        """The row."""
        return *self.before, self.athlete_id, self.name, *self.after, self.signature, self.telling


def person_rows(people: list[dict[str, Any]], main: str | None, article_id: int, content_key: str) -> list[PersonRow]:
    """The rows of `people`, still without an athlete; `main` is the name of the main subject."""
    rows = []
    counts_of = itemgetter(*COUNTS)
    for number, (person, who) in enumerate(zip(people, identify(people, content_key), strict=True)):
        name = person["name"]
        is_main = number == 0 and name == main
        after = is_main, *map(_whole, counts_of(person))
        rows.append(PersonRow(*who, telling_key(*who, name), name, (article_id, number), after))
    return rows


@lru_cache(maxsize=4096)
def telling_key(identity: str, signature: str, name: str) -> str:
    """The key of one way to tell of an athlete."""
    return hashlib.sha256("\n".join((identity, signature, name)).encode()).hexdigest()[:32]


def add_rows(statements: dict[str, Any], article_id: int, rows: Rows) -> None:
    """Adds the rows of the article's `PARTS`; `rows` holds a list for each of them."""
    for person_no, person in enumerate(statements["people"]):
        for number, alias in enumerate(person["aliases"]):
            rows["aliases"].append((article_id, person_no, number, alias))
        _add_facts(person, article_id, person_no, rows)
    for number, warning in enumerate(statements["warnings"]):
        rows["warnings"].append((article_id, number, warning["code"], warning["message"]))
        for span_no, span in enumerate(warning["evidence"]):
            rows["warning_evidence"].append((article_id, number, span_no, span["start"], span["end"], span["text"]))


def _add_facts(person: dict[str, Any], article_id: int, person_no: int, rows: Rows) -> None:
    add_evidence = rows["evidence"].append
    fact_no = 0
    for field, table, to_values in FACTS:
        if not (value := person[field]):
            continue
        add = rows[table].append
        for fact in value if isinstance(value, list) else (value,):
            add((article_id, person_no, fact_no, *to_values(fact), fact["confidence"]))
            for span_no, span in enumerate(fact["evidence"]):
                add_evidence((article_id, person_no, fact_no, span_no, span["start"], span["end"], span["text"]))
            fact_no += 1


@lru_cache(maxsize=4096)
def date_columns(iso: str | None) -> tuple[str | None, str | None]:
    """First day of the period and precision; a day that no calendar has is only as exact as its month.

    >>> date_columns("2019-10"), date_columns("2023-02-30"), date_columns(None)
    (('2019-10-01', 'month'), ('2023-02-01', 'month'), (None, None))
    """
    if iso is None or iso.startswith("0000"):
        return None, None
    parts = iso.split("-")
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    precision = ("year", "month", "day")[len(parts) - 1]
    if day > calendar.monthrange(year, month)[1]:
        day, precision = 1, "month"
    return dt.date(year, month, day).isoformat(), precision


def _whole(number: int | None) -> int | None:
    return None if number is None else min(number, LARGEST)


def _deal(fact: Fact) -> tuple[Any, ...]:
    return fact["name"], fact["description"], fact["status"], *_period(fact)


def _period(fact: Fact) -> tuple[str | None, ...]:
    return *date_columns(fact["start"]), *date_columns(fact["end"])


def _mark(fact: Fact) -> tuple[Any, ...]:
    return (
        *(fact["kind"], fact["mark"], fact["discipline"], fact["amount"], fact["unit"]),
        *date_columns(fact["date"]),
        fact["event"],
    )


def _participation(fact: Fact) -> tuple[Any, ...]:
    return (
        fact["event"],
        fact["event_text"],
        *date_columns(fact["date"]),
        fact["date_text"],
        fact["place"],
        fact["discipline"],
        fact["status"],
        _whole(fact["rank"]),
        fact["rank_qualifier"],
        fact["medal"],
        fact["mark"],
    )


VALUES: dict[str, Callable[[Fact], tuple[Any, ...]]] = {
    "age": lambda fact: (fact["value"], *date_columns(fact["as_of"])),
    "birth_date": lambda fact: (fact["value"], *date_columns(fact["value"])),
    "birth_place": lambda fact: (fact["value"],),
    "nationality": lambda fact: (fact["value"], fact["code"]),
    "residence": lambda fact: (fact["value"], fact["status"], *_period(fact)),
    "discipline": lambda fact: (fact["value"],),
    "count": lambda fact: (fact["event"], fact["what"], _whole(fact["value"]), fact["qualifier"]),
    "sponsor": _deal,
    "team": _deal,
    "relation": lambda fact: (fact["role"], fact["name"], fact["status"]),
    "mark": _mark,
    "participation": _participation,
}
"""What stands between the keys and the confidence in the table of each kind."""
FACTS = tuple((field, TABLES[kind].name, VALUES[kind]) for kind, field in FIELDS.items())
"""Field of a person, table, and what makes its values, kind by kind."""


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(NUL, SYMBOL_FOR_NUL)
    if isinstance(value, dict):
        return {key: _without_nul(part) for key, part in value.items()}
    return [_without_nul(part) for part in value] if isinstance(value, list) else value
