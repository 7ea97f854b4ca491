"""Verdicts win over the extractor: the people of a record as they are when what was judged is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bioextract.agreement import Json, fold, same_fact, same_name
from bioextract.kinds import FIELDS
from bioextract.records import Person, Record
from bioextract.verdicts.verdict import Verdict, extent, fields_of

SINGLE = frozenset({"age", "birth_date", "birth_place"})


@dataclass(slots=True, eq=False)
class Told:
    """One fact that the extractor tells, and the verdict on it."""

    person: int
    kind: str
    fact: Json
    verdict: Verdict | None = None


@dataclass(slots=True)
class Judged:
    """The facts of an article with their verdicts, and the verdicts on what the extractor does not tell."""

    told: list[Told] = field(default_factory=list)
    others: list[Verdict] = field(default_factory=list)


def apply_verdicts(record: Record, verdicts: Iterable[Verdict]) -> Record:
    """The record as it is with the verdicts, which must be those on its article."""
    people = correct_people([person.model_dump() for person in record.people], list(verdicts))
    return record.model_copy(update={"people": [Person.model_validate(person) for person in people]})


def correct_people(people: Sequence[Json], verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """The people with their facts put right: as objects of JSON, without those of whom nothing is told any more."""
    judged = match_verdicts(people, verdicts)
    corrected = [{**person, **{FIELDS[kind]: [] for kind in FIELDS}} for person in people]
    placed: set[str] = set()
    for told in judged.told:
        if told.verdict is None:
            corrected[told.person][FIELDS[told.kind]].append(told.fact)
        elif (asserted := told.verdict.asserted) and told.verdict.key not in placed:
            placed.add(told.verdict.key)
            corrected[told.person][FIELDS[told.kind]].append(asserted)
    for verdict in judged.others:
        if asserted := verdict.asserted:
            corrected[_person_of(corrected, verdict.person)][FIELDS[verdict.kind]].append(asserted)
    return [_close(person) for person in corrected if any(person[field] for field in FIELDS.values())]


def match_verdicts(people: Sequence[Json], verdicts: Sequence[Verdict]) -> Judged:
    """Which verdict is on which fact.

    A verdict is on the fact that it was given on (and on one that says what was mended already); else, for the facts
    may come from another extractor, on facts of the same person and kind whose evidence overlaps and that say the same
    (for `wrong`: in every field); else, unless it is `wrong`, on a fact with evidence from and to the same characters,
    whatever it says.
    """
    judged = Judged(
        [Told(number, kind, fact) for number, person in enumerate(people) for kind, fact in _facts_of(person)]
    )
    names = [{fold(name) for name in (person["name"], *person.get("aliases", []))} for person in people]
    found: set[str] = set()
    for is_on in (_is_the_one, _says_so, _stands_there):
        done = frozenset(found)
        for verdict in verdicts:
            key, whose = verdict.key, fold(verdict.person)
            applies = _is_put_right if key in done else is_on
            for told in judged.told:
                is_about = told.verdict is None and told.kind == verdict.kind and whose in names[told.person]
                if is_about and applies(verdict, told.fact):
                    told.verdict = verdict
                    found.add(key)
    judged.others = [verdict for verdict in verdicts if verdict.key not in found]
    return judged


IsOn = Callable[[Verdict, Json], bool]


def _is_the_one(verdict: Verdict, fact: Json) -> bool:
    subject = verdict.judged or verdict.fact or {}
    return _spans(subject) == _spans(fact) and fields_of(subject) == fields_of(fact)


def _is_put_right(verdict: Verdict, fact: Json) -> bool:
    mended = verdict.fact
    return mended is not None and _overlaps(mended, fact) and fields_of(mended) == fields_of(fact)


def _says_so(verdict: Verdict, fact: Json) -> bool:
    if verdict.verdict == "wrong":
        return _overlaps(verdict.judged or {}, fact) and fields_of(verdict.judged or {}) == fields_of(fact)
    ours = filter(None, (verdict.judged, verdict.fact))
    return any(_overlaps(our, fact) and same_fact(verdict.kind, our, fact) for our in ours)


def _stands_there(verdict: Verdict, fact: Json) -> bool:
    return verdict.verdict != "wrong" and verdict.span == extent(fact["evidence"])


def _overlaps(one: Json, other: Json) -> bool:
    return any(start < end_ and start_ < end for start, end in _spans(one) for start_, end_ in _spans(other))


def _spans(fact: Json) -> list[tuple[int, int]]:
    return [(span["start"], span["end"]) for span in fact["evidence"]]


def _facts_of(person: Json) -> Iterable[tuple[str, Json]]:
    for kind, name in FIELDS.items():
        value = person.get(name)
        yield from ((kind, fact) for fact in (value if isinstance(value, list) else [value]) if fact)


def _person_of(people: list[dict[str, Any]], name: str) -> int:
    """The number of the person of that name, who is added where there is none."""
    for is_same in (lambda person: person["name"] == name, lambda person: _has_name(person, name)):
        for number, person in enumerate(people):
            if is_same(person):
                return number
    people.append({"name": name, "aliases": [], **{field: [] for field in FIELDS.values()}})
    return len(people) - 1


def _has_name(person: Json, name: str) -> bool:
    return any(same_name(name, own) for own in (person["name"], *person.get("aliases", [])))


def _close(person: dict[str, Any]) -> dict[str, Any]:
    """A person has one age and one birth: the surest, and of those said by people, the last."""
    single = {FIELDS[kind]: _surest(person[FIELDS[kind]]) for kind in SINGLE}
    return {**person, **single}


def _surest(facts: Sequence[Json]) -> Json | None:
    return max(reversed(facts), key=lambda fact: fact["confidence"], default=None)
