"""What two runs say differently of the same articles: facts won, lost and changed.

Two facts are the same if they say the same about the same person, as in an evaluation (`agreement`). One is changed if
an attribute or the person's name is told otherwise, or if its confidence is another by more than a threshold; where
it stands in the text makes no difference.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bioextract.agreement import Json
from bioextract.evaluation import Claim, claims_of_record, match_claims
from bioextract.kinds import FIELDS
from bioextract.records import Record

NOT_SAID = ("evidence", "confidence")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different in one article; `article` is its source, or its id where it has none."""

    article: str
    won: list[Claim]
    lost: list[Claim]
    changed: list[tuple[Claim, Claim]]
    same: Counter[str]

    def __bool__(self) -> bool:
        return bool(self.won or self.lost or self.changed)


@dataclass(slots=True)
class Comparison:
    """The differences of all articles, those that only one of the runs has, and the sums by kind of fact."""

    differences: list[Difference] = field(default_factory=list)
    only_old: list[str] = field(default_factory=list)
    only_new: list[str] = field(default_factory=list)
    sums: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in FIELDS})

    def __bool__(self) -> bool:
        return bool(self.differences or self.only_old or self.only_new)

    def add(self, difference: Difference) -> None:
        """Counts the facts of one article, and keeps what is different."""
        for name, claims in (("won", difference.won), ("lost", difference.lost)):
            for claim in claims:
                self.sums[claim.kind][name] += 1
        for old, _ in difference.changed:
            self.sums[old.kind]["changed"] += 1
        for kind, number in difference.same.items():
            self.sums[kind]["same"] += number
        if difference:
            self.differences.append(difference)


def compare_runs(old: Iterable[Record], new: Iterable[Record], threshold: float) -> Comparison:
    """Compares article by article: those of one source, then those of one text. `threshold` is of the confidence.

    Memory: all records of `old`, as JSON.
    """
    before = {key: record.model_dump_json() for key, record in _keyed(old)}
    comparison = Comparison()
    unmatched: dict[tuple[str, int], Record] = {}
    for key, record in _keyed(new):
        if (found := before.pop(key, None)) is not None:
            comparison.add(compare_records(json.loads(found), record.model_dump(), threshold))
        else:
            unmatched[key] = record
    moved = {_read_id(line): key for key, line in before.items()}
    for (source, _), record in unmatched.items():
        if (old_key := moved.pop(record.article.id, None)) is not None:
            comparison.add(compare_records(json.loads(before.pop(old_key)), record.model_dump(), threshold))
        else:
            comparison.only_new.append(source)
    comparison.only_old = [source for source, _ in before]
    return comparison


def compare_records(old: Json, new: Json, threshold: float) -> Difference:
    """The difference of two records of one article, as plain JSON objects."""
    pairs, lost, won = _match(claims_of_record(old), claims_of_record(new))
    changed = [(a, b) for a, b in pairs if any(list_changes(a, b, threshold))]
    different = {id(a) for a, _ in changed}
    same = Counter(a.kind for a, _ in pairs if id(a) not in different)
    article = new["article"]
    return Difference(article["source"] or article["id"], won, lost, changed, same)


def list_changes(old: Claim, new: Claim, threshold: float) -> Iterator[tuple[str, Any, Any]]:
    """Name, old and new value of everything that two matched facts tell otherwise."""
    if old.names[0] != new.names[0]:
        yield "person", old.names[0], new.names[0]
    for name in dict.fromkeys((*old.fact, *new.fact)):
        a, b = old.fact.get(name), new.fact.get(name)
        if name not in NOT_SAID and a != b:
            yield name, a, b
    a, b = old.fact["confidence"], new.fact["confidence"]
    if round(abs(a - b), 6) > threshold:
        yield "confidence", a, b


def _match(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Pairs, and what is left on either side. Equal facts first: most are, and comparing all with all takes long."""
    equal: dict[str, list[Claim]] = defaultdict(list)
    for claim in old:
        equal[_fingerprint(claim)].append(claim)
    pairs, rest = [], []
    for claim in new:
        if found := equal[_fingerprint(claim)]:
            pairs.append((found.pop(0), claim))
        else:
            rest.append(claim)
    left = [claim for claims in equal.values() for claim in claims]
    pairs += match_claims(left, rest)
    matched = {id(claim) for pair in pairs for claim in pair}
    lost, won = ([claim for claim in claims if id(claim) not in matched] for claims in (old, new))
    return pairs, lost, won


def _fingerprint(claim: Claim) -> str:
    said = {name: value for name, value in claim.fact.items() if name not in NOT_SAID}
    return json.dumps([claim.kind, claim.names[0], said], sort_keys=True)


def _keyed(records: Iterable[Record]) -> Iterator[tuple[tuple[str, int], Record]]:
    """Each record with its source, and a number where a source comes more than once."""
    times: Counter[str] = Counter()
    for record in records:
        source = record.article.source or record.article.id
        times[source] += 1
        yield (source, times[source]), record


def _read_id(line: str) -> str:
    return str(json.loads(line)["article"]["id"])
