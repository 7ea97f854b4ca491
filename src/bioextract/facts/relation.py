"""Relation: coach, spouse, partner, parent, child, sibling, agent, pacemaker and training partner, by name.

The role is what the other person is to the subject. "his coach, Anna Berg" and "coached by Anna Berg" name the other
person in the span; "the coach of Anna Berg" names the subject in it, and the other person is who the clause is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, apply_rules
from bioextract.facts.organisations import is_club_name, with_main
from bioextract.facts.relation_wordings import (
    FORWARD,
    INVERSE,
    NOUN,
    ROLES,
    WHOM,
    inner_possessor,
    outer_subject,
    possessor,
    subjects,
)
from bioextract.people.attribution import subject
from bioextract.people.names import find_runs, tokens_of
from bioextract.people.person import Individual
from bioextract.values.countries import country
from bioextract.values.given_names import is_given_name

NAME = "relations"

ROLE = re.compile("|".join(f"(?P<{role}>{nouns})" for role, nouns in reversed(ROLES.items())), re.I)
WHOSE = frozenset({outer_subject, subjects, possessor, inner_possessor})
OWNED = frozenset(
    f"relation.{name}"
    for name in """possessive possessive_is possessive_far apposition their bare listed opening under married
    coached_by""".split()
)
DIRECT = frozenset(
    f"relation.{name}"
    for name in ("possessive", "apposition", "opening", "listed", "their", "bare", "whose", "married", "coached_by")
)
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ff]irst|[Ee]x|[Pp]revious|[Oo]ld|[Cc]ollege|[Ll]ate|then|[Ww]as|were|had been|"
    r"used to|divorced|until)\b"
)
STOP = re.compile(
    r"\b(?:who|that|which|after|when|said|says|told|but|because|where|while|won|beat|and then|years|"
    r"complaint|were?|has|"
    r"had|have|in (?:19|20)\d\d)\b|[;:.]"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All named relations that the page states; nobody is a relation of themselves."""
    main = reading.mentions.main
    found = [*apply_rules(NAME, with_main(FORWARD, reading, WHOSE), read, reading)]
    found += [*apply_rules(NAME, INVERSE, read_inverse, reading), *apply_rules(NAME, WHOM, read_whom, reading)]
    relatives = {claim.fields["name"] for claim in found if claim.person is main}
    for claim in found:
        if main and claim.rule in OWNED and _may_be(main, claim, relatives) and not _is_same(claim, main):
            yield replace(claim, person=main)
        elif not _is_same(claim, claim.person):
            yield claim


def _may_be(main: Individual, claim: Claim, relatives: set[str]) -> bool:
    """Whether "his wife" is rather the main subject's: where "his" was taken for the wife herself or for a relative."""
    is_misread = _is_same(claim, claim.person) or claim.person.name in relatives
    return is_misread and (main.gender is None or claim.person.gender in (main.gender, None))


def _is_same(claim: Claim, person: Individual) -> bool:
    """Whether a claim names this person themselves."""
    return set(tokens_of(claim.fields["name"])) <= set(person.tokens)


def read(match: Match, reading: Reading) -> list[dict[str, Any]]:
    """One relation for each role and each name of the span."""
    span = reading.page.text[match.start : match.end]
    which = "names" if "names" in match.groups else "known"
    before = span[: match.offset(which) - match.start]
    roles = _roles(match, span)
    if STOP.search(before.partition(match.groups.get("role") or "\0")[2]):
        return []
    names = list(_names(match, reading, which))
    if which == "known" or _has_filler(before):
        names = [
            (name, known)
            for name, known in names
            if known or (which == "names" and " " in name and is_given_name(name.split()[0]))
        ]
    words = reading.page.text[max(match.sentence.start, match.start - 12) : match.start]
    words += before.partition(match.groups["role"])[0] if "role" in match.groups else before
    status = "former" if FORMER.search(words) else "current"
    return [{"role": role, "name": name, "status": status} for role in roles for name, _ in names]


def read_inverse(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The relation of the person named in the span to the one whom the clause is about."""
    span = reading.page.text[match.start : match.end]
    other = subject(reading.mentions.of(match.sentence), match.start, match.end, reading.page.text)
    role = _roles(match, span)
    if len(other) != 1 or STOP.search(span.replace("who represents", "")):
        return None
    status = "former" if re.search(r"\bcoached|\bwas\b|\bformer", span) else "current"
    return {"role": role[0], "name": other[0].name, "status": status}


def read_whom(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The relation of the first person of the span to the last one."""
    inside = [m for m in reading.mentions.of(match.sentence) if match.start <= m.start and m.end <= match.end]
    if len(inside) < 2:
        return None
    span = reading.page.text[match.start : match.end]
    role = _roles(match, span)[0]
    status = "former" if role == "coach" and "has" not in span.split() else "current"
    return {"role": role, "name": inside[-1].person.name, "status": status}


def key(fields: dict[str, Any]) -> object:
    """Two relations are the same when role and name are."""
    return fields["role"], tokens_of(fields["name"])


def _roles(match: Match, span: str) -> list[str]:
    named = [role for role in ROLES if role in match.groups]
    if named:
        return named
    nouns = [match.groups[group] for group in ("role", "role2") if group in match.groups]
    if not nouns:
        nouns = [noun.group() for noun in [ROLE.search(span)] if noun]
    return list(dict.fromkeys(role for noun in nouns if (role := _role_of(noun))))


def _role_of(noun: str) -> str | None:
    found = ROLE.fullmatch(noun)
    return found.lastgroup if found else None


def _has_filler(before: str) -> bool:
    """Whether words that are no role, owner or verb of the pattern stand just before the name."""
    return (
        re.search(
            rf"(?:{NOUN}|\b(?:by|under|of|to|with|is|was|and|married|wed|marry|dating|the|a|an))s?[,:]? \(?$|\($",
            before,
        )
        is None
    )


def _names(match: Match, reading: Reading, group: str) -> Iterator[tuple[str, bool]]:
    """The names of the span, each in its fullest form and with whether the page knows the person."""
    mentions = [m for m in reading.mentions.of(match.sentence) if m.kind == "name"]
    base = match.offset(group)
    for run in find_runs(match.groups[group], base):
        known = next((m.person for m in mentions if m.start < run.end and run.start < m.end), None)
        if known:
            yield known.name, True
        elif _is_new_name(match.rule.name, run.text):
            yield run.text, False


def _is_new_name(rule: str, text: str) -> bool:
    """Whether a run that the page does not know as a person can be one: after "his wife," any, else a given name."""
    words = text.split()
    if (
        country(text) is not None
        or is_club_name(text)
        or re.search(r"-(?:born|based|winning)$|^I\b|^The\b|^Zealander", words[0])
    ):
        return False
    return is_given_name(words[0]) or (rule in DIRECT and not text.isupper())
