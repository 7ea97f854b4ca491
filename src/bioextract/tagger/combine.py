"""Candidates: every fact that the model or the rules see, once, with what either makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bioextract.agreement import overlap, same_fact
from bioextract.facts.career_list import RULE as CAREER_LINE
from bioextract.facts.claim import Claim
from bioextract.facts.compatriots import COMPATRIOT_RULE
from bioextract.facts.confidence import confidence_of
from bioextract.tagger.labels import TYPES
from bioextract.values.disciplines import canonical_discipline

UNSEEN = 0.02  # what the model makes of a rule's claim that it does not see at all
UNASKED = {CAREER_LINE, COMPATRIOT_RULE}  # what these tell, no words show by themselves, so the model is not asked
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
        known = next((known for known in group[:MOST_COMPARED] if _is_statement_of(known, claim)), None)
        if known is None:
            group.append(Candidate(claim, claim.confidence or 0))
        elif claim.kind == "events":
            known.claim = _completed(known.claim, claim)
    told_at: dict[tuple[int, int, int], list[Candidate]] = defaultdict(list)
    for rule in rules:
        group = groups[id(rule.person), rule.kind]
        sure = confidence_of(rule.rule)
        is_told_by = _is_line_of if rule.rule == CAREER_LINE else _is_same
        same = [known for known in group[:MOST_COMPARED] if is_told_by(known, rule)]
        same = [known for known in same if _is_statement_of(known, rule)] or same
        for known in same:
            known.rule = max(known.rule, sure)
            known.claim = _completed(known.claim, rule)
        if not same:
            same = [Candidate(rule, sure if rule.rule in UNASKED else UNSEEN, sure)]
            group += same
        if rule.kind == "relations":
            told_at[id(rule.person), rule.start, rule.end] += same
    for together in told_at.values():
        _make_equal(together)
    return [candidate for group in groups.values() for candidate in group]


def _make_equal(roles: list[Candidate]) -> None:
    """What one wording says of one pair of people is equally sure: "his wife and coach NAME"."""
    if len({candidate.claim.fields["name"] for candidate in roles}) == 1:
        sure = max(candidate.model for candidate in roles)
        for candidate in roles:
            candidate.model = sure


def _is_same(known: Candidate, claim: Claim) -> bool:
    return same_fact(TYPES[claim.kind], known.claim.fields, claim.fields)


def _is_statement_of(known: Candidate, claim: Claim) -> bool:
    """Whether a claim says again what is known: of two ranks at one event not if one alone tells its discipline."""
    if not _is_same(known, claim):
        return False
    if claim.kind != "events":
        return True
    mine, theirs = known.claim.fields.get("discipline"), claim.fields.get("discipline")
    ranks = known.claim.fields.get("rank"), claim.fields.get("rank")
    if not (mine and theirs):
        return mine == theirs or None in ranks or ranks[0] == ranks[1]
    return overlap(canonical_discipline(mine), canonical_discipline(theirs))


def _is_line_of(known: Candidate, claim: Claim) -> bool:
    """Whether a line of a list tells again what is known: not if it has another rank."""
    ranks = known.claim.fields.get("rank"), claim.fields.get("rank")
    return _is_statement_of(known, claim) and (None in ranks or ranks[0] == ranks[1])


def _completed(claim: Claim, other: Claim) -> Claim:
    """A claim with what only another one of the same event gives; where that is shown becomes evidence too."""
    fields = other.fields.items()
    added = {name: value for name, value in fields if value is not None and claim.fields.get(name) is None}
    if claim.fields.get("rank") not in (None, other.fields.get("rank")):
        added.pop("medal", None)  # that of another rank
    if claim.kind != "events" or not added:
        return claim
    also = (*claim.also, (other.start, other.end), *other.also)
    return replace(claim, fields={**claim.fields, **added}, also=also)
