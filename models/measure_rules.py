"""Measures how often each rule is right: `python models/measure_rules.py CORPUS` writes lexicons/confidence.tsv.

CORPUS is the folder of the annotated sets. The rules were written with `train` in sight and are better there than on
new articles, so they are measured on our own articles and on our annotations of the pool. Claims are measured before
they are assembled, so the table of an earlier run has no part in it. A fact counts for every rule that gave it. A
rule's precision is shrunk towards that of its kind, as if five more of its claims had been seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from corpus import Annotated, read_own, read_pool
from spacy.language import Language

from bioextract.evaluation import Claim, claims_of_gold, match_claims
from bioextract.facts import KINDS, Reading
from bioextract.kinds import FIELDS
from bioextract.page import Page
from bioextract.people.mentions import Mentions
from bioextract.people.person import Individual
from bioextract.people.roster import build_roster

TABLE = Path(__file__).parents[1] / "src/bioextract/lexicons/confidence.tsv"
PRIOR = 5
KIND_OF = {field: kind for kind, field in FIELDS.items()}
KEY_OF = {kind.NAME: kind.key for kind in KINDS}


def main(corpus: Path) -> None:
    """Measures the rules on articles that they were not made with, and writes the table."""
    nlp = spacy.blank("en")
    hits: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in [*read_own(), *read_pool(corpus)]:
        facts = list(facts_of_rules(one, nlp))
        found = {id(p) for _, p in match_claims(claims_of_gold(one.gold), [fact for fact, _ in facts])}
        for fact, rules in facts:
            names = {fact.kind, *rules}
            seen.update(names)
            hits.update(names if id(fact) in found else ())
    TABLE.write_text("\n".join(_lines(hits, seen)) + "\n", encoding="utf-8")


def facts_of_rules(one: Annotated, nlp: Language) -> Iterator[tuple[Claim, set[str]]]:
    """Each fact of an article, completed from all of its claims, and the rules that gave it."""
    page = Page(one.article, nlp)
    reading = Reading(page, Mentions(page, build_roster(page)))
    facts: dict[Any, tuple[Individual, str, dict[str, Any], set[str]]] = {}
    for claim in [claim for kind in KINDS for claim in kind.claims(reading)]:
        key = (id(claim.person), claim.kind, KEY_OF[claim.kind](claim.fields))
        _, _, fields, rules = facts.setdefault(key, (claim.person, KIND_OF[claim.kind], dict(claim.fields), set()))
        fields.update({name: value for name, value in claim.fields.items() if fields.get(name) is None})
        rules.add(claim.rule)
    for person, name, fields, rules in facts.values():
        yield Claim(name, [person.name, *person.forms], fields), rules


def _lines(hits: Counter[str], seen: Counter[str]) -> Iterator[str]:
    """The table: kinds first, then rules, by name."""
    yield (
        "# How often each rule was right: rule or kind, precision (a rule's shrunk towards its kind's), hits, facts; "
        "made by models/measure_rules.py from models/annotations"
    )
    for name in sorted(seen, key=lambda name: ("." in name, name)):
        kind = name.partition(".")[0]
        prior = hits[kind] / seen[kind] if "." in name else 0.0
        weight = PRIOR if "." in name else 0
        yield f"{name}\t{(hits[name] + weight * prior) / (seen[name] + weight):.3f}\t{hits[name]}\t{seen[name]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
