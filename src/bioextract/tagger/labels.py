"""Labels: what a node can say of a person, and when the words of a node are those of a fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from bioextract.agreement import overlap
from bioextract.facts.claim import Claim, Reading
from bioextract.people.person import Individual
from bioextract.tagger.counted import amount_of
from bioextract.tagger.nodes import Node, NodeRole
from bioextract.values.countries import country
from bioextract.values.dates import parse_date
from bioextract.values.disciplines import discipline
from bioextract.values.numbers import cardinal
from bioextract.values.ranks import rank

COUNTS = tuple(f"count_{what}" for what in ("appearances", "titles", "gold", "silver", "bronze", "medals"))
SPONSORS = ("sponsor_current", "sponsor_former", "sponsor_future")
TEAMS = ("team_current", "team_former", "team_future")
RESIDENCES = ("residence_current", "residence_former")
RELATIONS = ("coach", "spouse", "partner", "parent", "child", "sibling", "agent", "pacemaker", "training_partner")
MARKS = (
    *("personal_best", "season_best", "national_record", "area_record", "world_record", "course_record"),
    "other_record",
)
EVENTS = ("event_past", "event_upcoming", "event_hoped", "event_missed", "event_dnf")
LABELS = (
    *("age", "birth_date", "birth_place", "nationality", "discipline", "result", "result_mark"),
    *(*RESIDENCES, *COUNTS, *SPONSORS, *TEAMS, *RELATIONS, *MARKS, *EVENTS),
)
# What the words of a role can be read as; the model is asked nothing else.
ELIGIBLE: dict[NodeRole, tuple[str, ...]] = {
    "age": ("age",),
    "count": COUNTS,
    "country": ("nationality", "birth_place", *RESIDENCES),
    "date": ("birth_date",),
    "description": (*SPONSORS, *TEAMS),
    "discipline": ("discipline",),
    "event": (*EVENTS, "result", *COUNTS),
    "mark": (*MARKS, "result_mark"),
    "name": ("birth_place", *RESIDENCES, *SPONSORS, *TEAMS, *RELATIONS, *EVENTS),
    "person": RELATIONS,
    "place": ("birth_place", *RESIDENCES, *EVENTS),
    "rank": ("result",),
}
# The same for what is named elsewhere.
CARRIED: dict[NodeRole, tuple[str, ...]] = {
    "event": EVENTS,
    "discipline": ("discipline",),
    "name": TEAMS,
}
TYPES = {
    "age": "age",
    "birth_date": "birth_date",
    "birth_place": "birth_place",
    "nationalities": "nationality",
    "residences": "residence",
    "disciplines": "discipline",
    "counts": "count",
    "sponsors": "sponsor",
    "teams": "team",
    "relations": "relation",
    "marks": "mark",
    "events": "participation",
}
NUMBER = re.compile(r"\d+")


def fact_of(claim: Claim) -> dict[str, Any]:
    """A claim in the form of an annotated fact."""
    return {**claim.fields, "type": TYPES[claim.kind]}


def label_of(fact: dict[str, Any]) -> str:
    """The label that a node gets for a fact (of an event, from its status)."""
    match fact["type"]:
        case "residence" | "sponsor" | "team":
            return f"{fact['type']}_{fact.get('status') or 'current'}"
        case "relation":
            return str(fact["role"])
        case "mark":
            return str(fact["kind"])
        case "count":
            return f"count_{fact['what']}"
        case "participation":
            return f"event_{fact['status']}"
        case kind:
            return str(kind)


def fits(reading: Reading, node: Node, fact: dict[str, Any], person: Individual) -> bool:
    """Whether the words of a node can be those that show a fact about a person."""
    if node.role not in _SHOWN_BY[fact["type"]] or (node.person is not None and node.person is person):
        return False
    shown = reading.page.text[node.start : node.end]
    if fact["type"] == "participation":
        return event_fits(reading, node.role, shown, fact)
    if fact["type"] == "count":
        return _count_fits(node, shown, fact)
    if fact["type"] == "relation":
        return overlap(node.person.name if node.person else shown, fact["name"])
    if fact["type"] in ("sponsor", "team"):
        told = fact.get(node.role)  # a node is a "name" or a "description", as the fields are
        return bool(told) and overlap(shown, told)
    return _VALUE_FITS[fact["type"]](shown, fact)


def _age_fits(shown: str, fact: dict[str, Any]) -> bool:
    return bool(age_of(shown) == fact["value"])


def _date_fits(shown: str, fact: dict[str, Any]) -> bool:
    day = parse_date(shown)
    return day is not None and day.iso == str(fact["value"])


def _country_fits(shown: str, fact: dict[str, Any]) -> bool:
    land, told = country(shown), country(str(fact["value"]))
    return land is not None and told is not None and land.name == told.name


def _words_fit(shown: str, fact: dict[str, Any]) -> bool:
    return overlap(shown, str(fact["value"]))


def _discipline_fits(shown: str, fact: dict[str, Any]) -> bool:
    return _words_fit(shown, fact) or _words_fit(discipline(shown) or "", fact)


def _figures_fit(shown: str, fact: dict[str, Any]) -> bool:
    return NUMBER.findall(shown) == NUMBER.findall(str(fact["mark"]))


_PLACED: tuple[NodeRole, ...] = ("place", "name", "country")
_SHOWN_BY: dict[str, tuple[NodeRole, ...]] = {
    "age": ("age",),
    "birth_date": ("date",),
    "birth_place": _PLACED,
    "residence": _PLACED,
    "nationality": ("country",),
    "discipline": ("discipline",),
    "count": ("count", "event"),
    "sponsor": ("name", "description"),
    "team": ("name", "description"),
    "relation": ("person", "name"),
    "mark": ("mark",),
    "participation": ("event", "place", "name"),
}
_VALUE_FITS: dict[str, Callable[[str, dict[str, Any]], bool]] = {
    "age": _age_fits,
    "birth_date": _date_fits,
    "birth_place": _words_fit,
    "residence": _words_fit,
    "nationality": _country_fits,
    "discipline": _discipline_fits,
    "mark": _figures_fit,
}


def rank_fits(shown: str, fact: dict[str, Any]) -> bool:
    """Whether words tell the rank or the medal of a participation."""
    told = rank(shown)
    if told is None:
        return is_title(shown) and fact.get("rank") == 1
    if told.medal and fact.get("medal"):
        return bool(told.medal == fact["medal"])
    return bool(told.value is not None and told.value == fact.get("rank"))


@lru_cache(4096)
def is_title(shown: str) -> bool:
    """Whether words tell an event and a result in one: "European champion".

    >>> is_title("European 100m champion"), is_title("European Championships")
    (True, False)
    """
    return re.search(r"(?:champion|winner|medall?ist|runner-up|titlist)s?$", shown, re.I) is not None


def event_fits(reading: Reading, role: NodeRole, shown: str, fact: dict[str, Any]) -> bool:
    """Whether words name the event of a participation, as written there or by its canonical name."""
    told = fact.get("event_text")
    if told and (shown in told or told in shown) and len(shown) > 2:
        return role == "event" or bool(shown == told or len(shown) >= 0.6 * len(told))
    return role == "event" and bool(reading.page.name_event(shown).name == fact["event"])


def age_of(shown: str) -> int | None:
    """The number of years in the words of an age.

    >>> age_of("the 41-year-old"), age_of("aged thirty-one"), age_of(", 39")
    (41, 31, 39)
    """
    for word in re.findall(r"\d+|[a-z]+(?:-[a-z]+)?", shown.lower().replace("-year", " year")):
        value = int(word) if word.isdigit() else cardinal(word)
        if value:
            return value
    return None


def _count_fits(node: Node, shown: str, fact: dict[str, Any]) -> bool:
    if node.role == "event":
        return fact["value"] == 1 and is_title(shown) and fact["what"] in ("gold", "silver", "bronze", "titles")
    if node.claims:
        return any(
            (claim.fields["value"], claim.fields["what"]) == (fact["value"], fact["what"]) for claim in node.claims
        )
    return bool(amount_of(shown) == fact["value"])
