"""What a fact says, in words for people: in the report, on a terminal, in a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bioextract.agreement import Json

QUALIFIERS = {"exact": "", "at_least": "at least ", "about": "about "}
STATUSES = {"upcoming": "upcoming", "hoped": "hoped for", "missed": "missed", "dnf": "did not finish"}
MEDALS = ("gold", "silver", "bronze")


class Wording(NamedTuple):
    """`main` is what the fact says in the first place, `details` the rest, the most important first."""

    main: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.main} ({', '.join(self.details)})" if self.details else self.main


def describe(kind: str, fact: Json) -> Wording:
    """A fact of a record as words. Raises `KeyError` for an unknown kind.

    >>> str(describe("age", {"value": 29, "as_of": "2024-09-18"}))
    '29 (as of 2024-09-18)'
    >>> str(describe("count", {"event": "Olympic Games", "what": "gold", "value": 2, "qualifier": "at_least"}))
    'Olympic Games: at least 2 gold medals'
    >>> str(describe("participation", {"event": "Oslo Marathon", "date": "2024-09", "status": "past", "rank": 2}))
    'Oslo Marathon (2024-09, 2nd)'
    """
    main, details = _TELL[kind](fact)
    return Wording(str(main), tuple(filter(None, details)))


def name_kind(kind: str) -> str:
    """The name of a kind (also of a mark or a role) as words: `birth_date` -> "birth date"."""
    return kind.replace("_", " ")


def ordinal(number: int) -> str:
    """The number of a place.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_Told = tuple[object, list[str | None]]


def _value(fact: Json) -> _Told:
    return fact["value"], []


def _age(fact: Json) -> _Told:
    return fact["value"], [f"as of {fact['as_of']}" if fact.get("as_of") else None]


def _nationality(fact: Json) -> _Told:
    return fact["value"], [fact.get("code")]


def _residence(fact: Json) -> _Told:
    return fact["value"], list(_circumstances(fact))


def _count(fact: Json) -> _Told:
    what, value = fact["what"], fact["value"]
    if what in MEDALS:
        what = f"{what} medals"
    number = f"{QUALIFIERS[fact.get('qualifier') or 'exact']}{value} {what.removesuffix('s') if value == 1 else what}"
    return f"{fact['event']}: {number}", []


def _deal(fact: Json) -> _Told:
    name, description = fact.get("name"), fact.get("description")
    return name or description, [description if name else None, *_circumstances(fact)]


def _relation(fact: Json) -> _Told:
    return fact["name"], [name_kind(fact["role"]), *_circumstances(fact)]


def _mark(fact: Json) -> _Told:
    return fact["mark"], [name_kind(fact["kind"]), fact.get("discipline"), fact.get("date"), fact.get("event")]


def _participation(fact: Json) -> _Told:
    medal = fact.get("medal")
    return fact["event"], [
        fact.get("date") or fact.get("date_text"),
        fact.get("place"),
        fact.get("discipline"),
        _rank(fact),
        f"{medal} medal" if medal else None,
        fact.get("mark"),
        STATUSES.get(fact.get("status", "past")),
    ]


def _rank(fact: Json) -> str | None:
    rank = fact.get("rank")
    if not rank:
        return None
    qualifier = fact.get("rank_qualifier") or "exact"
    return {"top": f"top {rank}", "outside": f"outside the top {rank}"}.get(qualifier, ordinal(rank))


def _circumstances(fact: Json) -> Iterator[str]:
    """Whether it still holds, and from when to when."""
    if fact.get("status", "current") != "current":
        yield fact["status"]
    start, end = fact.get("start"), fact.get("end")
    if start and end:
        yield f"{start} to {end}"
    elif start or end:
        yield f"since {start}" if start else f"until {end}"


_TELL: dict[str, Callable[[Json], _Told]] = {
    "age": _age,
    "birth_date": _value,
    "birth_place": _value,
    "nationality": _nationality,
    "residence": _residence,
    "discipline": _value,
    "count": _count,
    "sponsor": _deal,
    "team": _deal,
    "relation": _relation,
    "mark": _mark,
    "participation": _participation,
}
