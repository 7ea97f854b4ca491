"""Birth place: as written, without the preposition; only what is said with "born"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bioextract.facts.birth_date import OF_OTHERS
from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.people.attribution import adjacent_before, subject
from bioextract.people.names import UPPER

NAME = "birth_place"
WORD = rf"[{UPPER}][\w’'.-]*"
PART = rf"{WORD}(?:(?: (?:de|del|la|las|los|el|do|da|dos|of|the|upon|on|am|an der|sur|le|in the))* {WORD})*"
PLACE = rf"(?P<value>{PART}(?:, {PART})*)"
# Dates between "born" and "in": "born on 3 May 1990 in Oslo", "(born 3 May 1990 in Oslo".
BEFORE = r"(?:[^().;]{0,40}?\d{4},?)?(?: [a-z]+){0,3}?"

RULES = (
    Rule(
        "birth_place.brackets",
        re.compile(rf"\([^()]{{0,40}}?(?P<span>\bborn{BEFORE} (?:in|at|near) {PLACE})"),
        adjacent_before,
        ("born",),
    ),
    Rule(
        "birth_place.born",
        re.compile(rf"(?P<span>\b[Bb]orn{BEFORE} (?:in|at|near)(?: the)? {PLACE})"),
        subject,
        ("orn",),
    ),
    Rule("birth_place.adjective", re.compile(rf"(?P<span>{PLACE}-born)\b"), subject, ("-born",)),
)
MONTHS = frozenset("January February March April May June July August September October November December".split())


def claims(reading: Reading) -> Iterator[Claim]:
    """All birth places that the page states."""
    return apply_rules(NAME, RULES, read, reading)


def read(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The parts of the place up to the first that is a month or begins the name of a person."""
    if OF_OTHERS.search(reading.page.text, match.sentence.start, match.start):
        return None
    start = match.offset("value")
    names = [m.start for m in reading.mentions.of(match.sentence) if m.kind == "name"]
    kept: list[str] = []
    for part in match.groups["value"].split(", "):
        if start in names or part.split()[0] in MONTHS:
            break
        kept.append(part)
        start += len(part) + 2
    value = ", ".join(kept).rstrip(".")
    return {"value": value} if value and not value.startswith("The ") else None


def key(fields: dict[str, Any]) -> object:
    """By place."""
    return fields["value"]
