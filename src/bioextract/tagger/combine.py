"""Candidates: every fact that the model or the rules see, once, with what either makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bioextract.agreement import same_fact
from bioextract.facts.claim import Claim
from bioextract.facts.confidence import confidence_of
from bioextract.tagger.labels import TYPES

UNSEEN = 0.02  # what the model makes of a rule's claim that it does not see at all
MOST_COMPARED = 60  # so that the time stays linear for a person with thousands of statements


@dataclass(slots=True)
class Candidate:
    """A claim with its probability by the network, and the confidence of the surest rule that says it (0: none)."""

    claim: Claim
    model: float
    rule: float = 0.0


def combine(told: Iterable[Claim], rules: Iterable[Claim]) -> list[Candidate]:
    """The model's claims, the surest statement of each fact, and the rules' claims that are not among them."""
    groups: dict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for claim in sorted(told, key=lambda c: (-(c.confidence or 0), c.start)):
        group = groups[id(claim.person), claim.kind]
        # What one person did twice at one championship stays two facts; statements were merged before.
        if claim.kind == "events" or not any(_is_same(known, claim) for known in group[:MOST_COMPARED]):
            group.append(Candidate(claim, claim.confidence or 0))
    for rule in rules:
        group = groups[id(rule.person), rule.kind]
        sure = confidence_of(rule.rule)
        same = [known for known in group[:MOST_COMPARED] if _is_same(known, rule)]
        for known in same:
            known.rule = max(known.rule, sure)
            known.claim = _completed(known.claim, rule)
        if not same:
            group.append(Candidate(rule, UNSEEN, sure))
    return [candidate for group in groups.values() for candidate in group]


def _is_same(known: Candidate, claim: Claim) -> bool:
    return same_fact(TYPES[claim.kind], known.claim.fields, claim.fields)


def _completed(claim: Claim, rule: Claim) -> Claim:
    """A claim of the model with what only the rule gives; where that is shown becomes evidence too."""
    added = {name: value for name, value in rule.fields.items() if value is not None and claim.fields.get(name) is None}
    if claim.kind != "events" or not added or claim.rule == rule.rule:
        return claim
    also = (*claim.also, (rule.start, rule.end), *rule.also)
    return replace(claim, fields={**claim.fields, **added}, also=also)
