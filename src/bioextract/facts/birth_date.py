"""Birth date: ISO, as far as it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.people.attribution import adjacent_before, subject
from bioextract.values.dates import parse_date

NAME = "birth_date"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? "
YEAR = r"(?:1[89]|20)\d\d"
DATE = rf"(?P<date>{YEAR}-\d\d-\d\d|(?:{DAY_MONTH})?{YEAR}|\d{{1,2}}[./-]\d{{1,2}}[./-]{YEAR})"

# "Berg's son was born", "a rivalry was born", "was not born in"
OF_OTHERS = re.compile(
    r"(?:[’']s|\b[Tt]heir|\b[Hh]is|\b[Hh]er) [a-z]+(?: [a-z]+)? (?:was|were) $|\b(?:not|never|a|whose [\w ]+) $|"
    r"\ban? [a-z]+ was $"
)

RULES = (
    Rule(
        "birth_date.brackets",
        re.compile(rf"\([^()]{{0,80}}?(?P<span>(?:\bborn|\bb\.|\*)[^()\d]{{0,60}}? ?{DATE})"),
        adjacent_before,
    ),
    Rule("birth_date.lifetime", re.compile(rf"\((?P<span>{DATE}) ?[–—-] ?(?=[^()]{{3,40}}\))"), adjacent_before),
    Rule("birth_date.born", re.compile(rf"(?P<span>\b[Bb]orn\b[^\d()]{{0,60}}? {DATE})"), subject, ("orn",)),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All birth dates that the page states."""
    return apply_rules(NAME, RULES, read, reading)


def read(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The date as far as it is given, unless somebody else's birth is told ("Berg's son was born")."""
    if OF_OTHERS.search(reading.page.text, match.sentence.start, match.start):
        return None
    if match.rule.name == "birth_date.lifetime" and len(match.groups["date"]) <= 4:
        return None  # "(2008–2012)" is a span of years at a club as often as a life
    date = parse_date(match.groups["date"])
    return {"value": date.iso} if date else None


def key(fields: dict[str, Any]) -> object:
    """By date."""
    return fields["value"]
