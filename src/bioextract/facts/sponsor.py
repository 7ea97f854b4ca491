"""Sponsor: who pays, equips or employs an athlete: a brand, a company, a funding body, an employer, a day job.

A payer is told by a name ("sponsored by Vale Steel") or by a description ("a paint shop pays her rent");
a day job counts by its description where no employer is named ("works as a nurse").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, apply_rules
from bioextract.facts.organisations import (
    FUNDER,
    SERVICE,
    is_brand,
    is_club_name,
    is_organisation,
    is_taken,
    names_of,
    organisation_key,
    with_main,
)
from bioextract.facts.period import period_of
from bioextract.facts.sponsor_wordings import RULES, paid, paid_or_subject
from bioextract.people.attribution import owner, subject
from bioextract.values.places import is_place

NAME = "sponsors"

SCHOOL = re.compile(r"\b(?:University|College|School|Institute)\b")
NAMED_JOB = frozenset({"sponsor.works_as", "sponsor.works_for", "sponsor.job_at"})
NEEDS_BRAND = frozenset({"sponsor.brand", "sponsor.signed", "sponsor.brand_deal", "sponsor.deal", "sponsor.face"})
NEEDS_SERVICE = frozenset({"sponsor.service", "sponsor.service_of"})
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ff]ormerly|was|were|worked|taught|served|had|used to|left|leave|dropped|lost|"
    r"end(?:ed|s) (?:his|her)|until|lapsed|previous(?:ly)?|ex-|cut|released|goodbye|became)\b"
)
NOW = re.compile(r"\b(?:has|have|[’']s) (?:\w+ )?$|\b(?:has|have|[’']s) (?:been|worked|had)\b|\bnow\b|\bsigned\b")
FUTURE = re.compile(r"\b(?:will|from next|next month|starts?|to become|is to|promised|joins)\b[^,;]{0,30}$")
UNTRUE = re.compile(
    r"\b(?:not|never|n[’']t|without|no|if|might|may|would|could|hop(?:es|ed|ing)|seek(?:s|ing)|looking "
    r"for|wants?)\b[^,;.]{0,30}$"
)
NO_JOB = frozenset(
    "and runner driver-by rider player captain sprinter swimmer leader substitute starter coach "
    "manager pacemaker winner striker teammate professional".split()
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All sponsors and employers that the page states."""
    return apply_rules(NAME, with_main(RULES, reading, {subject, owner, paid, paid_or_subject}), read, reading)


def read(match: Match, reading: Reading) -> list[dict[str, Any]]:
    """The payers' names, else a description, with status and dates; none for clubs, people and denied statements."""
    before = reading.page.text[match.sentence.start : match.start]
    if UNTRUE.search(before):
        return []
    payers = list(_names(match, reading)) or _description(match)
    event: Literal["end"] | None = "end" if match.rule.name == "sponsor.dropped" else None
    told = {
        "status": _status(match, reading, before),
        **period_of(reading, match.sentence, match.start, match.end, event),
    }
    return [{**payer, **told} for payer in payers]


def key(fields: dict[str, Any]) -> object:
    """Two sponsors are the same when their names, else their descriptions, are."""
    return organisation_key(fields.get("name") or fields["description"])


def _names(match: Match, reading: Reading) -> Iterator[dict[str, str]]:
    for at, name in names_of(match):
        if match.rule.name in NAMED_JOB and reading.page.text.startswith(" in ", at - len(" in ")):
            continue  # "a teacher in Oslo" tells where, not for whom
        taken = is_taken(reading, match.sentence, at, at + len(name))
        if is_organisation(name) and not taken and _fits(match, name):
            yield {"name": name}


def _fits(match: Match, name: str) -> bool:
    """Whether the wording takes this name: weak ones take only brands, services or funders, and none takes a club."""
    rule = match.rule.name
    if rule in NEEDS_SERVICE:
        return SERVICE.search(name) is not None
    if rule in ("sponsor.funding", "sponsor.grant_from"):
        return (
            (name.isupper() and not is_club_name(name))
            or FUNDER.search(name) is not None
            or SERVICE.search(name) is not None
        )
    if rule in NEEDS_BRAND:
        return is_brand(name) or "gear" in match.groups or match.groups.get("kind") is not None
    if rule in NAMED_JOB:
        return not is_place(name) and (not is_club_name(name) or SCHOOL.search(name) is not None)
    return not is_club_name(name) or is_brand(name)


def _description(match: Match) -> list[dict[str, str]]:
    text = match.groups.get("description")
    if not text or text.split()[-1] in NO_JOB or re.search(r"\bcoach\b", text):
        return []
    return [{"description": text}]


def _status(match: Match, reading: Reading, before: str) -> str:
    words = before[-25:] + reading.page.text[match.start : match.end]
    if FUTURE.search(before):
        return "future"
    if match.rule.name == "sponsor.dropped":
        return "former"
    return "former" if FORMER.search(words) and not NOW.search(words) and not NOW.search(before) else "current"
