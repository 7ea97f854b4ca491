"""Age: years at the time of the article, in every wording; never an age at another time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.people.attribution import adjacent_before, described, subject
from bioextract.people.person import AGES, Individual, Mention
from bioextract.values.numbers import CARDINAL, cardinal

NAME = "age"
NUMBER = rf"(?P<value>\d{{1,2}}(?![,.]?\d)|{CARDINAL})"  # not the 10 of "at 10,000 metres"
NOT_NOW = re.compile(
    r"(?:\b(?i:when|while|until|since|then|was|were|as|became|become|at|by|a (?:promising|young|shy|skinny|raw)|"
    r"first|history's)"
    r"(?: (?:he|she|they|still|just|only|only just|barely|[A-Z][\w-]+))*(?: was| were)?(?: just| only| still)*(?: a|"
    r" an)?) $|"
    r"\b(?:son|daughter|child|children|boy|girl|dog|horse|under|over|team) $"
)
# "Beaten by 24-year-old NAME" tells an age of now.
LEADS_TO_NAME = re.compile(r"\b(?:as|by|was|while) $")
NAME_AFTER = re.compile(r" (?:(?!(?:in|at|on|when|where|who|from|and|but|with)\b)[a-z][\w-]* ){0,3}[A-Z]")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
AFTER_NOT_PERSON = re.compile(
    r"[ -](?:old )?(?:son|daughter|stadium|club|career|record|deal|contract|drought|tradition|company|colt|filly|"
    r"mare|event|race)"
)

OF_COUNTRY = re.compile(r" (?:of|from)(?: the)?(?: [A-Z][\w-]+){1,3}")


def _before_or_of_country(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person right before the span, or with a country between: "Anna Berg of Sweden, 33,"."""
    people = adjacent_before(mentions, start, end, text)
    last = next((m for m in reversed(mentions) if m.end <= start), None)
    return people or ([last.person] if last and OF_COUNTRY.fullmatch(text[last.end : start].rstrip(", ")) else [])


RULES = (
    Rule(
        "age.comma",
        re.compile(
            r", (?P<span>(?:who is |now |aged |age )?(?P<value>[1-9]\d))(?=,|\)| and\b| of\b|\. ?[\"“”]|\.?[\"”’ ]*$)"
        ),
        _before_or_of_country,
    ),
    Rule(
        "age.died",
        re.compile(r"\bdied (?:[\w’'-]+ ){0,6}(?P<span>(?:aged?|at the age of) (?P<value>[1-9]\d))\b"),
        subject,
        ("died ",),
    ),
    Rule("age.brackets", re.compile(r"\((?P<span>(?:aged? )?(?P<value>[1-9]\d))(?=\)|, [A-Z])"), adjacent_before),
    Rule(
        "age.year_old",
        re.compile(rf"(?P<span>\b{NUMBER}(?:- ?| )years?[- ]olds?\b)", re.I),
        described,
        ("year", "Year", "YEAR"),
    ),
    Rule(
        "age.aged",
        re.compile(r"(?P<span>\b(?:aged|age) (?P<value>[1-9]\d))\b(?! (?:group|category))"),
        adjacent_before,
        ("age",),
    ),
    Rule(
        "age.is",
        re.compile(
            rf"(?P<span>\b(?:is|[’']s|am|[’']m)(?: now| just| only| still| already|"
            rf" currently)? {NUMBER}(?: years (?:old|of age)| and\b| now\b|(?=[,.;)]|$)))"
        ),
        subject,
        words=frozenset({"is", "s", "am", "m"}),
    ),
    Rule(
        "age.now",
        re.compile(rf"(?P<span>\b[Nn]ow,?(?: aged?| at| only| just)* {NUMBER}(?: years old)?)(?=[,.; )]|$)"),
        subject,
        ("now", "Now"),
    ),
    Rule("age.at_name", re.compile(r"^(?P<span>At (?:age |the age of )?(?P<value>[1-9]\d)),(?= )"), subject, ("At ",)),
    Rule(
        "age.at",
        re.compile(rf"(?P<span>\b[Aa]t {NUMBER}(?: years (?:old|of age))?)(?=,)"),
        subject,
        words=frozenset({"at"}),
    ),
    Rule(
        "age.turned",
        re.compile(
            rf"(?P<span>\bturned {NUMBER})(?: years old)?(?= (?:last|this|on|in (?:January|February|March|April|May|"
            rf"June|July|August|"
            r"September|October|November|December)|a (?:few|week|month)|earlier|yesterday|recently|just)|[,.;]|"
            r" (?:two|three|four) (?:days|weeks|months) ago)"
        ),
        subject,
        ("turned",),
    ),
    Rule(
        "age.turned_just",
        re.compile(rf"(?P<span>\b(?:just|recently|has|[’']s) turned {NUMBER})\b(?! (?:up|to|out))"),
        subject,
        ("turned",),
    ),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All ages that the page states."""
    for claim in apply_rules(NAME, RULES, read, reading):
        if claim.rule == "age.brackets" and not reading.mentions.brackets_tell_ages:
            continue
        claim.person.age = claim.person.age or claim.fields["value"]
        yield claim


def read(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The value, unless the words around tell an age at another time or of something that is no person."""
    value = cardinal(match.groups["value"])
    text = reading.page.text
    before = text[max(match.sentence.start, match.start - 40) : match.start]
    after = text[match.end : match.end + 40]
    if value is None or value not in AGES or AFTER_NOT_PERSON.match(after):
        return None
    if match.rule.name == "age.is" and value < 10 and "years" not in match.text:
        return None  # "The bus is nine and ..."
    if match.rule.name in ("age.year_old", "age.aged") and _is_of_then(match, before, after):
        return None
    if match.rule.name == "age.at" and not re.match(r",(?: \w+){1,3} (?:is|has|remains|knows|believes|says)\b", after):
        return None
    as_of = reading.page.published
    return {"value": value, "as_of": as_of.isoformat() if as_of else None}


def _is_of_then(match: Match, before: str, after: str) -> bool:
    """Whether the words before tell an age at another time, which a name behind "24-year-old" does not."""
    if not NOT_NOW.search(before):
        return False
    named = "-old" in match.text and LEADS_TO_NAME.search(before) and NAME_AFTER.match(after)
    return not named or YEAR.search(match.sentence.text) is not None


def key(fields: dict[str, Any]) -> object:
    """Two ages are the same fact when they have the same value."""
    return fields["value"]
