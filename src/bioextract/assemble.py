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
                warnings += _conflicts(kind.NAME, person, list(found))
                facts[kind.NAME] = _surest(kind.NAME, found) if kind.NAME in SINGLE else found
        if facts:
            out.append({"name": person.name, "aliases": _aliases(person), **facts})
    return out, warnings


def _surest(kind: str, facts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The fact to keep where a person has only one; a birth date that tells more than the surest goes before it."""
    surest = min(facts, key=lambda fact: (-fact["confidence"], fact["evidence"][0]["start"]))
    if kind != "birth_date":
        return surest
    return max((f for f in facts if f["value"].startswith(surest["value"])), key=lambda fact: len(fact["value"]))


def _aliases(person: Individual) -> list[str]:
    return sorted((form for form in person.forms if form != person.name), key=lambda form: person.forms[form])


def _facts(kind: Kind, claims: list[Claim], text: str, min_confidence: float) -> list[dict[str, Any]]:
    """Claims of one kind about one person, each fact once: the surest statement, completed by the others."""
    merged: dict[object, dict[str, Any]] = {}
    for claim in sorted(claims, key=lambda c: (-_confidence(c), c.start)):
        confidence = _confidence(claim)
        if confidence < min_confidence:
            continue
        key = kind.key(claim.fields)
        if key not in merged:
            merged[key] = {**claim.fields, "evidence": _spans(claim, text), "confidence": confidence}
            continue
        fact = merged[key]
        added = {name: value for name, value in claim.fields.items() if value is not None and fact.get(name) is None}
        if added:
            fact.update(added)
            fact["evidence"] += [span for span in _spans(claim, text) if span not in fact["evidence"]]
    found = list(merged.values())[: MOST.get(kind.NAME)]  # the surest come first
    return sorted(found, key=lambda fact: (fact["evidence"][0]["start"], str(fact)))


def _confidence(claim: Claim) -> float:
    return confidence_of(claim.rule) if claim.confidence is None else round(claim.confidence, 3)


def _spans(claim: Claim, text: str) -> Spans:
    """Where a claim is shown, without white space at the ends; each span once."""
    found: Spans = []
    for start, end in ((claim.start, claim.end), *claim.also):
        shown = text[start:end].strip()
        begin = text.index(shown, start)
        span = {"start": begin, "end": begin + len(shown), "text": shown}
        if span not in found:
            found.append(span)
    return found


def _conflicts(kind: str, person: Individual, facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What contradicts itself: two ages, births, or two totals of the same thing; the surest comes first."""
    facts.sort(key=lambda fact: (-fact["confidence"], fact["evidence"][0]["start"]))
    groups: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        if kind in SINGLE or kind == "counts":
            groups[(fact.get("event"), fact.get("what"))].append(fact)
    return [_warning(kind, person, group) for group in groups.values() if _disagree(kind, group)]


def _disagree(kind: str, facts: Sequence[dict[str, Any]]) -> bool:
    """Whether facts have different values; a birth date given less exactly is no other one."""
    values = {str(fact["value"]) for fact in facts}
    if kind == "birth_date":
        longest = max(values, key=len)
        return any(not longest.startswith(value) for value in values)
    return len(values) > 1


def _warning(kind: str, person: Individual, facts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    name = kind.removesuffix("s").replace("_", " ")
    told = ", ".join(str(fact["value"]) for fact in facts)
    about = f" ({facts[0]['what']}, {facts[0]['event']})" if kind == "counts" else ""
    evidence = [span for fact in facts for span in fact["evidence"]]
    return {
        "code": f"conflict.{kind.removesuffix('s')}",
        "message": f"{person.name}: {name}{about} is told as {told}",
        "evidence": evidence,
    }
