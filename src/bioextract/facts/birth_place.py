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
WORD = rf"[{UPPER}][\w’'.-]*"
PART = rf"{WORD}(?:(?: (?:de|del|la|las|los|el|do|da|dos|of|the|upon|on|am|an der|sur|le|in the))* {WORD})*"
PLACE = rf"(?P<value>{PART}(?:, {PART})*)"
# Dates between "born" and "in": "born on 3 May 1990 in Oslo", "(born 3 May 1990 in Oslo".
BEFORE = r"(?:[^().;]{0,40}?\d{4},?)?(?: [a-z]+){0,3}?"


def _described_or_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom "the Oslo-born runner" describes or precedes, else the subject."""
    return described(mentions, start, end, text) or subject(mentions, start, end, text)


def _subject_or_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The subject; "Born in Oslo, Anna Berg" is a span that runs on into the name of hers."""
    opens = not any(m.end <= start for m in mentions)
    inside = [m.person for m in mentions if opens and m.kind == "name" and start < m.start < end]
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
    Rule("birth_place.adjective", re.compile(rf"(?P<span>{PLACE}-born)\b"), _described_or_subject, ("-born",)),
    Rule("birth_place.demonym", re.compile(rf"(?P<span>{PLACE}-born)\b"), _described_or_subject, ("-born",)),
)
ADJECTIVES = frozenset({"birth_place.adjective", "birth_place.demonym"})
NOT_PLACE = re.compile(r"^(?:.*[’']s |The )+")  # "Bahrain's Kenyan-born NAME", "The Oslo-born runner"
MONTHS = frozenset("January February March April May June July August September October November December".split())


def claims(reading: Reading) -> Iterator[Claim]:
    """All birth places that the page states."""
    for claim in apply_rules(NAME, RULES, read, reading):
        place = reading.page.text.find(claim.fields["value"], claim.start, claim.end)
        goes_on = place >= 0 and claim.rule not in ADJECTIVES
        yield replace(claim, end=place + len(claim.fields["value"])) if goes_on else claim


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
    if match.rule.name in ADJECTIVES:
        return _adjective(NOT_PLACE.sub("", value), match.rule.name)
    return {"value": value} if value and not value.startswith("The ") else None


def _adjective(place: str, rule: str) -> dict[str, Any] | None:
    """ "Oslo-born", or "Kenyan-born": the country, which is less often told as a birth place."""
    land = country(place)
    is_demonym = land is not None and form(place) == "demonym"
    if is_demonym != (rule == "birth_place.demonym"):
        return None
    return {"value": land.name if land and is_demonym else place}


def key(fields: dict[str, Any]) -> object:
    """By place."""
    return fields["value"]
