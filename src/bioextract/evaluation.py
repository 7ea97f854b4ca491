"""Scores records against annotated articles: precision, recall and F1 of facts, of their attributes, and of evidence.

A predicted fact is right when it has the key of a gold fact about the same person (the keys are in `agreement`); each
gold fact is matched once, and pairs that agree in most attributes are matched first. Attributes hang on facts: a missed
or a spurious fact misses or adds all of its own. Records and annotations are plain JSON objects here, so that records
of other versions, or of other programs, can be scored too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bioextract.agreement import ATTRIBUTES, Json, attribute_of, overlap, same_attribute, same_fact, same_name
from bioextract.kinds import FIELDS


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One fact of one person. `names` are those of the person, the fullest first; `fact` is the JSON object."""

    kind: str
    names: Sequence[str]
    fact: Json

    def is_same(self, other: Claim) -> bool:
        """Whether both say the same about the same person."""
        return self.kind == other.kind and self._is_about_same(other) and same_fact(self.kind, self.fact, other.fact)

    def agreement(self, other: Claim) -> int:
        """The number of attributes that both state, and state alike."""
        return sum(
            a is not None and b is not None and same_attribute(name, a, b)
            for name in ATTRIBUTES.get(self.kind, ())
            for a, b in [(attribute_of(self.fact, name), attribute_of(other.fact, name))]
        )

    def _is_about_same(self, other: Claim) -> bool:
        return overlap(self.names[0], other.names[0]) or any(
            same_name(mine, theirs) for mine in self.names for theirs in other.names
        )


@dataclass(slots=True)
class Tally:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int, fp: int, fn: int) -> None:
        """Adds to all three."""
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    @property
    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 (0 where undefined, four decimals), and the numbers of gold and predicted facts."""
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {
            "precision": round(p, 4),
            "recall": round(r, 4),
            "f1": round(f1, 4),
            "gold": self.tp + self.fn,
            "predicted": self.tp + self.fp,
        }


@dataclass(slots=True)
class Evaluation:
    """The tallies by type, attribute and article, evidence spans by quality, and what was missed and spurious."""

    by_type: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in FIELDS})
    by_attribute: dict[str, Tally] = field(
        default_factory=lambda: {f"{kind}.{name}": Tally() for kind, names in ATTRIBUTES.items() for name in names}
    )
    by_article: dict[str, Tally] = field(default_factory=dict)
    evidence: Counter[str] | None = None
    missed: list[tuple[str, Claim]] = field(default_factory=list)
    spurious: list[tuple[str, Claim]] = field(default_factory=list)
    with_record: int = 0

    @property
    def facts(self) -> Tally:
        """All facts together."""
        return _sum(self.by_type.values())

    @property
    def attributes(self) -> Tally:
        """All attributes together."""
        return _sum(self.by_attribute.values())

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the types that the gold facts have."""
        scores = [tally.figures["f1"] for tally in self.by_type.values() if tally.tp + tally.fn]
        return round(sum(scores) / max(1, len(scores)), 4)

    def to_json(self) -> dict[str, Any]:
        """All figures as one JSON object."""
        return {
            "facts": self.facts.figures,
            "macro_f1": self.macro_f1,
            "attributes": self.attributes.figures,
            "by_type": {name: tally.figures for name, tally in self.by_type.items()},
            "by_attribute": {name: tally.figures for name, tally in self.by_attribute.items()},
            "by_article": {name: tally.figures for name, tally in self.by_article.items()},
            "evidence": None if self.evidence is None else dict(self.evidence),
            "articles": {"gold": len(self.by_article), "with_record": self.with_record},
        }

    def to_text(self) -> str:
        """The figures by type and by attribute as a table of fixed width."""
        rows = {**self.by_type, **self.by_attribute, "ALL FACTS": self.facts, "ALL ATTRIBUTES": self.attributes}
        lines = [f"{'':34}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'pred':>7}"]
        for name, tally in rows.items():
            f = tally.figures
            scores = f"{f['precision']:7.3f}{f['recall']:7.3f}{f['f1']:7.3f}"
            lines.append(f"{name:34}{scores}{f['gold']:7}{f['predicted']:7}")
        end = self.to_json()
        lines.append(f"macro F1 over types {self.macro_f1:.3f}; articles {end['articles']}; evidence {end['evidence']}")
        return "\n".join(lines)


def score_records(gold: Iterable[Json], records: Iterable[Json], texts: Mapping[str, str] | None = None) -> Evaluation:
    """Scores `records` against annotated articles.

    A record is joined to its article by the last path part of `article.source` without its suffix, by what follows its
    last `#`, or by `article.id`. Articles without a record count as all missed. With `texts` (article id to text) every
    evidence span is checked against the text.
    """
    by_key = _index(records)
    result = Evaluation(evidence=None if texts is None else Counter())
    for article in gold:
        record = by_key.get(article["id"])
        result.with_record += record is not None
        predicted = claims_of_record(record) if record else []
        _score_article(result, article["id"], claims_of_gold(article), predicted)
        if texts is not None and result.evidence is not None:
            text = texts.get(article["id"], "")
            result.evidence.update("good" if is_grounded(claim.fact, text) else "bad" for claim in predicted)
    return result


def claims_of_record(record: Json) -> list[Claim]:
    """The facts of a record, flat."""
    claims = []
    for person in record.get("people", []):
        names = [person["name"], *person.get("aliases", [])]
        for kind, place in FIELDS.items():
            value = person.get(place)
            claims += [Claim(kind, names, fact) for fact in (value if isinstance(value, list) else [value]) if fact]
    return claims


def claims_of_gold(article: Json) -> list[Claim]:
    """The facts of an annotated article."""
    names = {p["name"]: [p["name"], *p.get("aliases", [])] for p in article.get("people", [])}
    return [Claim(f["type"], names.get(f["subject"], [f["subject"]]), f) for f in article["facts"]]


def match_claims(gold: Sequence[Claim], predicted: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """One-to-one pairs, those that agree in most attributes (then: stand nearest in order) first."""
    pairs = [
        (g.agreement(p), -abs(i - j), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if g.is_same(p)
    ]
    taken: set[tuple[str, int]] = set()
    out = []
    for _, _, i, j in sorted(pairs, reverse=True):
        if taken.isdisjoint({("gold", i), ("predicted", j)}):
            taken |= {("gold", i), ("predicted", j)}
            out.append((gold[i], predicted[j]))
    return out


def is_grounded(fact: Json, text: str) -> bool:
    """Whether a fact has evidence, and all of it stands in the text where it says."""
    spans = fact.get("evidence") or []
    return bool(spans) and all(text[s["start"] : s["end"]] == s["text"] and s["text"].strip() for s in spans)


def list_differences(result: Evaluation, limit: int) -> Iterator[str]:
    """One line for each missed and each spurious fact, up to `limit` of each type."""
    for label, claims in (("missed", result.missed), ("spurious", result.spurious)):
        shown: Counter[str] = Counter()
        for article, claim in claims:
            if shown[claim.kind] < limit:
                shown[claim.kind] += 1
                yield f"{label:9}{article}: {describe_claim(claim)}"


def describe_claim(claim: Claim) -> str:
    """One line: the person, and the fact as JSON without what is empty, the evidence and the confidence."""
    hidden = ("evidence", "confidence")
    brief = {"type": claim.kind, **{k: v for k, v in claim.fact.items() if k not in hidden and v is not None}}
    return f"{claim.names[0]}: {json.dumps(brief, ensure_ascii=False)}"


def _score_article(result: Evaluation, article: str, gold: Sequence[Claim], predicted: Sequence[Claim]) -> None:
    pairs = match_claims(gold, predicted)
    hit = {id(claim) for pair in pairs for claim in pair}
    missed = [claim for claim in gold if id(claim) not in hit]
    spurious = [claim for claim in predicted if id(claim) not in hit]
    result.by_article[article] = Tally(len(pairs), len(spurious), len(missed))
    result.missed += [(article, claim) for claim in missed]
    result.spurious += [(article, claim) for claim in spurious]
    for g, p in pairs:
        result.by_type[g.kind].add(1, 0, 0)
        _score_attributes(result, g.kind, g.fact, p.fact)
    for claim in missed:
        result.by_type[claim.kind].add(0, 0, 1)
        _score_attributes(result, claim.kind, claim.fact, {})
    for claim in spurious:
        result.by_type[claim.kind].add(0, 1, 0)
        _score_attributes(result, claim.kind, {}, claim.fact)


def _score_attributes(result: Evaluation, kind: str, gold: Json, predicted: Json) -> None:
    for name in ATTRIBUTES.get(kind, ()):
        a, b = attribute_of(gold, name), attribute_of(predicted, name)
        right = a is not None and b is not None and same_attribute(name, a, b)
        result.by_attribute[f"{kind}.{name}"].add(right, b is not None and not right, a is not None and not right)


def _index(records: Iterable[Json]) -> dict[str, Json]:
    by_key: dict[str, Json] = {}
    for record in records:
        article = record.get("article", {})
        source = str(article.get("source") or "")
        for key in (Path(source).stem, Path(source).name, source.rsplit("#", 1)[-1], str(article.get("id"))):
            by_key.setdefault(key, record)
    return by_key


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally.tp, tally.fp, tally.fn)
    return total
