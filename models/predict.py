"""What a tagger reads in annotated articles, and which of its facts are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from calibrate import Judged
from corpus import Annotated

from bioextract.articles import Article
from bioextract.assemble import MOST, SINGLE
from bioextract.evaluation import Claim, claims_of_gold, match_claims
from bioextract.extractor import Extractor
from bioextract.facts import KINDS
from bioextract.facts.claim import Claim as RuleClaim
from bioextract.facts.claim import Reading
from bioextract.kinds import FIELDS
from bioextract.tagger.circumstances import circumstances
from bioextract.tagger.combine import Candidate
from bioextract.tagger.labels import TYPES
from bioextract.tagger.tagger import Tagger

LIMITS = {**MOST, **dict.fromkeys(SINGLE, 1)}


def read_with(tagger: Tagger, annotated: Iterable[Annotated], minimum: float = 0.0) -> list[dict[str, Any]]:
    """The records of some articles, with every fact from a probability on."""
    extractor = Extractor(tagger=tagger, min_confidence=minimum)
    return [extractor.extract(one.article).model_dump(mode="json") for one in annotated]


def at_least(record: dict[str, Any], probability: float) -> dict[str, Any]:
    """The record without the less probable facts."""
    people = []
    for person in record["people"]:
        kept = dict(person)
        for kind in FIELDS.values():
            facts = person[kind]
            if isinstance(facts, list):
                kept[kind] = [fact for fact in facts if fact["confidence"] >= probability]
            elif facts and facts["confidence"] < probability:
                kept[kind] = None
        people.append(kept)
    return {**record, "people": people}


def read_with_rules(extractor: Extractor, article: Article) -> tuple[Reading, list[RuleClaim]]:
    """What the model starts from."""
    reading = extractor.read(article)
    return reading, [claim for kind in KINDS for claim in kind.claims(reading)]


def judge(tagger: Tagger, annotated: Iterable[Annotated]) -> list[Judged]:
    """Every candidate of some articles, and whether the annotation has it."""
    extractor = Extractor(rules_only=True)
    judged = []
    for one in annotated:
        reading, rules = read_with_rules(extractor, one.article)
        found = tagger.candidates(reading, rules)
        told = {id(candidate): vector for candidate, vector in zip(found, circumstances(found, reading), strict=True)}
        candidates = _kept(found)
        facts = [_as_fact(candidate) for candidate in candidates]
        right = {id(fact) for _, fact in match_claims(claims_of_gold(one.gold), facts)}
        judged += [
            Judged(c.claim.kind, told[id(c)], id(fact) in right, one.gold["id"])
            for c, fact in zip(candidates, facts, strict=True)
        ]
    return judged


def _kept(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Without those that a record leaves out because a person has surer ones."""
    kept, seen = [], Counter[tuple[int, str]]()
    for candidate in sorted(candidates, key=lambda c: -max(c.model, c.rule)):
        key = (id(candidate.claim.person), candidate.claim.kind)
        seen[key] += 1
        if seen[key] <= LIMITS.get(candidate.claim.kind, seen[key]):
            kept.append(candidate)
    return kept


def _as_fact(candidate: Candidate) -> Claim:
    person, kind = candidate.claim.person, TYPES[candidate.claim.kind]
    return Claim(kind, [person.name, *person.forms], {**candidate.claim.fields, "type": kind})
