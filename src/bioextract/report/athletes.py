"""The table of athletes: people of several articles put together by the rule of the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bioextract.kinds import iterate_facts
from bioextract.people.identity import choose_name, cluster, identify
from bioextract.records import Mark, Person, Record

SHOWN_MARKS = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One person of one article: numbers of both in the report, and the day of the article ("" if unknown)."""

    article: int
    number: int
    published: str
    person: Person


@dataclass(slots=True)
class Athletes:
    """Collects the people of all articles. Memory: all their facts."""

    _by_name: dict[str, dict[str, list[Member]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, article: int, record: Record) -> None:
        """Takes the people of one record."""
        key = record.article.id.removeprefix("sha256:")
        whos = identify([person.model_dump() for person in record.people], key)
        for number, (person, who) in enumerate(zip(record.people, whos, strict=True)):
            member = Member(article, number, record.article.published or "", person)
            self._by_name[who.identity][who.signature].append(member)

    def rows(self) -> list[dict[str, Any]]:
        """One row an athlete, those of whom most articles tell first, then those of whom most is told."""
        groups = (
            [member for signature in sorted(group) for member in of_name[signature]]
            for of_name in self._by_name.values()
            for group in cluster(of_name)
        )
        rows = [_row(sorted(group, key=lambda member: (member.article, member.number))) for group in groups]
        return sorted(rows, key=lambda row: (-len(row["people"]), -row["facts"], row["name"], row["people"]))


def _row(members: Sequence[Member]) -> dict[str, Any]:
    people = [member.person for member in members]
    confidences = [fact.confidence for person in people for _, fact in iterate_facts(person)]
    row = {
        "name": choose_name({person.name for person in people}),
        "aliases": _commonest(alias for person in people for alias in person.aliases),
        "age": _latest((member, age, age.value) for member in members if (age := member.person.age)),
        "nationalities": _commonest(fact.value for person in people for fact in person.nationalities),
        "disciplines": _commonest(fact.value for person in people for fact in person.disciplines),
        "olympics": _appearances(members, "olympic_count", "Olympic Games"),
        "marathons": _appearances(members, "marathon_count", "marathon"),
        "sponsors": _commonest(
            deal.name or deal.description or ""
            for person in people
            for deal in person.sponsors
            if deal.status != "former"
        ),
        "marks": _best_marks(mark for person in people for mark in person.marks),
        "people": [(member.article, member.number) for member in members],
        "facts": len(confidences),
        "confidence": round(sum(confidences) / len(confidences), 3) if confidences else None,
    }
    return {key: value for key, value in row.items() if value not in (None, [])}


def _commonest(values: Iterable[str]) -> list[str]:
    """Each value once, the commonest first; capital letters make no difference."""
    values = list(values)
    times = Counter(value.casefold() for value in values)
    first = {value.casefold(): value for value in reversed(values)}
    return [first[key] for key in sorted(first, key=lambda key: (-times[key], key))]


def _latest(told: Iterable[tuple[Member, Any, Any]]) -> Any:
    """The value of the latest article, the surest of equally late ones."""
    return max(((m.published, fact.confidence, value) for m, fact, value in told), default=(None,))[-1]


def _appearances(members: Iterable[Member], field_name: str, event: str) -> tuple[int, str] | None:
    """A count as the record reads it off, of the latest article, and its qualifier."""
    latest: tuple[int, str] | None = _latest(
        (member, count, (count.value, count.qualifier))
        for member in members
        for count in member.person.counts
        if (count.what, count.event, count.value) == ("appearances", event, getattr(member.person, field_name))
    )
    return latest


def _best_marks(marks: Iterable[Mark]) -> list[str]:
    """The best of each discipline in words, personal bests and records before bests of a season."""
    best: dict[tuple[str, str | None], Mark] = {}
    for mark in marks:
        key = ((mark.discipline or "").casefold(), mark.unit)
        if key not in best or _is_better(mark, best[key]):
            best[key] = mark
    ranked = sorted(best.values(), key=lambda mark: (mark.kind == "season_best", -mark.confidence))
    return [" ".join(filter(None, [mark.mark, mark.discipline])) for mark in ranked[:SHOWN_MARKS]]


def _is_better(mark: Mark, other: Mark) -> bool:
    if mark.amount is None or other.amount is None:
        return other.amount is None and mark.confidence > other.confidence
    return mark.amount < other.amount if mark.unit == "s" else mark.amount > other.amount
