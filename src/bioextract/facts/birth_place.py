"""Birth place: as written, without the preposition; only what is said with "born"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bioextract.facts.birth_date import OF_OTHERS
from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.people.attribution import adjacent_before, described, subject
from bioextract.people.names import UPPER
from bioextract.people.person import Individual, Mention
from bioextract.values.countries import country, form

NAME = "birth_place"
ADJECTIVE, DEMONYM = "birth_place.adjective", "birth_place.demonym"  # "Oslo-born"; "Kenyan-born" less often tells it
NOT_PLACE = re.compile(r"^(?:.*[’']s |(?:The|In|On|At|For) )+")  # "Bahrain's Kenyan-born NAME", "The Oslo-born runner"
WORD = rf"[{UPPER}][\w’'.-]*"
PART = rf"{WORD}(?:(?: (?:de|del|la|las|los|el|do|da|dos|of|the|upon|on|am|an der|sur|le|in the))* {WORD})*"
PLACE = rf"(?P<value>{PART}(?:, {PART})*)"
# Dates between "born" and "in": "born on 3 May 1990 in Oslo", "(born 3 May 1990 in Oslo".
BEFORE = r"(?:[^().;]{0,40}?\d{4},?)?(?: [a-z]+){0,3}?"


def _subject_or_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The subject; "Born in Oslo, Anna Berg" is a span that runs on into the name of hers."""
    opens = not any(m.end <= start for m in mentions)
    names = [m for m in mentions if opens and m.kind == "name" and not m.possessive]
    inside = [m.person for m in names if start < m.start < end]
    return inside[-1:] or subject(mentions, start, end, text)


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
        _subject_or_inside,
        ("orn",),
    ),
    Rule(ADJECTIVE, re.compile(rf"(?P<span>(?P<value>{PART})-born)\b"), described, ("-born",)),
)
MONTHS = frozenset("January February March April May June July August September October November December".split())


def claims(reading: Reading) -> Iterator[Claim]:
    """All birth places that the page states."""
    for claim in apply_rules(NAME, RULES, read, reading):
        value, told = claim.fields["value"], reading.page.text[claim.start : claim.end]
        if claim.rule == ADJECTIVE:
            yield claim if f"{value}-born" in told else replace(claim, rule=DEMONYM)
        else:
            yield replace(claim, end=claim.start + told.index(value) + len(value))


def read(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The place, unless it is that of somebody's relatives."""
    if OF_OTHERS.search(reading.page.text, match.sentence.start, match.start):
        return None
    place = _adjective(match) if match.rule.name == ADJECTIVE else _parts(match, reading)
    return {"value": place} if place and not place.startswith("The ") else None


def _adjective(match: Match) -> str:
    place = NOT_PLACE.sub("", match.groups["value"])
    land = country(place)
    return land.name if land and form(place) == "demonym" else place


def _parts(match: Match, reading: Reading) -> str:
    """The parts of the place up to the first that is a month, a people or holds the name of a person."""
    start = match.offset("value")
    names = [m.start for m in reading.mentions.of(match.sentence) if m.kind == "name"]
    kept: list[str] = []
    for part in match.groups["value"].split(", "):
        first, end = part.split()[0], start + len(part)
        is_people = country(first) is not None and form(first) == "demonym"
        if first in MONTHS or is_people or any(start <= name < end for name in names):
            break
        kept.append(part)
        start = end + 2
    return ", ".join(kept).rstrip(".")


def key(fields: dict[str, Any]) -> object:
    """By place."""
    return fields["value"]
