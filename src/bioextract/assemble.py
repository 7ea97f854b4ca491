"""From claims to people with facts: each fact once, contradictions kept and told, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bioextract.facts import KINDS, Claim, Kind
from bioextract.facts.confidence import confidence_of
from bioextract.people.person import Individual

SINGLE = frozenset({"age", "birth_date", "birth_place"})
MOST = {"disciplines": 2}

Spans = list[dict[str, Any]]


def assemble_people(
    claims: Iterable[Claim], people: Sequence[Individual], main: Individual | None, text: str, min_confidence: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The people with at least one fact (main subject first, then by first mention) and the warnings."""
    by_person: dict[int, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        by_person[id(claim.person)][claim.kind].append(claim)
    out: list[dict[str, Any]] = []
    warnings: list[dict[str, Any]] = []
    for person in sorted(people, key=lambda p: (p is not main, p.first)):
        facts: dict[str, Any] = {}
        for kind in KINDS:
            found = _facts(kind, by_person[id(person)][kind.NAME], text, min_confidence)
            if found:
                facts[kind.NAME] = found[0] if kind.NAME in SINGLE else found
                warnings += _conflicts(kind.NAME, person, found)
        if facts:
            out.append({"name": person.name, "aliases": _aliases(person), **facts})
    return out, warnings


def _aliases(person: Individual) -> list[str]:
    return sorted((form for form in person.forms if form != person.name), key=lambda form: person.forms[form])


def _facts(kind: Kind, claims: list[Claim], text: str, min_confidence: float) -> list[dict[str, Any]]:
    """Claims of one kind about one person, each fact once: the surest statement, completed by the others."""
    merged: dict[object, dict[str, Any]] = {}
    for claim in sorted(claims, key=lambda c: (-confidence_of(c.rule), c.start)):
        confidence = confidence_of(claim.rule)
        if confidence < min_confidence:
            continue
        key = kind.key(claim.fields)
        if key not in merged:
            merged[key] = {**claim.fields, "evidence": [_span(claim, text)], "confidence": confidence}
            continue
        fact = merged[key]
        fact.update({name: value for name, value in claim.fields.items() if fact.get(name) is None})
    found = list(merged.values())[: MOST.get(kind.NAME)]  # the surest come first
    return sorted(found, key=lambda fact: (fact["evidence"][0]["start"], str(fact)))


def _span(claim: Claim, text: str) -> dict[str, Any]:
    return {"start": claim.start, "end": claim.end, "text": text[claim.start : claim.end]}


def _conflicts(kind: str, person: Individual, facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A person has one age, birth date and birth place: two different ones are told, and the surest is kept."""
    if kind not in SINGLE or len(facts) < 2:
        return []
    facts.sort(key=lambda fact: (-fact["confidence"], fact["evidence"][0]["start"]))
    values = ", ".join(str(fact["value"]) for fact in facts)
    evidence = [span for fact in facts for span in fact["evidence"]]
    return [{"code": f"conflict.{kind}", "message": f"{person.name}: {kind} is told as {values}", "evidence": evidence}]
