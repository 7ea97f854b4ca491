"""The athletes of a database: worked out again for the names of which something new is told, or something no more.

A telling is one way in which articles tell of a name: identity, signature and the name as written. All people of one
telling are the same athlete, so that most new people find theirs by the hash of their telling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from bioextract.people.identity import choose_name, cluster
from bioextract.sinks.database.bulk import among, each, merge
from bioextract.sinks.database.rows import PersonRow
from bioextract.sinks.database.schema import athletes, people


class Telling(NamedTuple):
    """One way in which articles tell of a name; `athlete_id` is None for a new one."""

    key: str
    signature: str
    name: str
    athlete_id: int | None


def find_tellings(connection: sa.Connection, article_ids: Collection[int]) -> set[tuple[str, str]]:
    """Identity and key of what the articles tell of people."""
    query = sa.select(athletes.c.identity, people.c.telling).join_from(people, athletes).distinct()
    rows = connection.execute(query.where(among(connection, people.c.article_id, sorted(article_ids))))
    return {(identity, key) for identity, key in rows}


def assign_athletes(connection: sa.Connection, new: Sequence[PersonRow], gone: Collection[tuple[str, str]]) -> None:
    """Gives the `new` rows of people their athlete, and those in the database another one where that has become wrong.

    `gone`: identity and key of tellings that people have just been deleted from. Athletes of whom nobody tells any
    more are deleted.
    """
    known = _find_athletes(connection, {*(row.telling for row in new), *(key for _, key in gone)})
    unsettled = {row.identity for row in new if row.telling not in known}
    unsettled |= {identity for identity, key in gone if key not in known}
    if unsettled:
        known |= _settle(connection, sorted(unsettled), [row for row in new if row.identity in unsettled])
    for row in new:
        row.athlete_id = known[row.telling]


def _find_athletes(connection: sa.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The athlete of each telling that somebody in the database has."""
    key = each(connection, sorted(keys))
    person = sa.select(people.c.athlete_id).where(people.c.telling == key).limit(1).scalar_subquery()
    return {telling: number for telling, number in connection.execute(sa.select(key, person)) if number is not None}


def _settle(connection: sa.Connection, identities: Sequence[str], new: Sequence[PersonRow]) -> dict[str, int]:
    """Works out the athletes of the names anew; gives the athlete of each of their tellings."""
    tellings: dict[str, set[Telling]] = defaultdict(set)
    for row in new:
        tellings[row.identity].add(Telling(row.telling, row.signature, row.name, None))
    p = people.c
    query = sa.select(athletes.c.identity, p.telling, p.signature, p.name, p.athlete_id).join_from(people, athletes)
    of_names = among(connection, athletes.c.identity, identities)
    for identity, *values in connection.execute(query.where(of_names).distinct()):
        tellings[identity].add(Telling(*values))
    rows, chosen = _choose(connection, tellings)
    merge(connection, athletes, rows, key="athlete_id")
    _move_people(connection, tellings, chosen)
    unused = sa.select(athletes.c.athlete_id).where(of_names)
    if numbers := sorted({*connection.scalars(unused)} - {number for number, *_ in rows}):
        connection.execute(sa.delete(athletes).where(among(connection, athletes.c.athlete_id, numbers)))
    return chosen


def _choose(
    connection: sa.Connection, tellings: dict[str, set[Telling]]
) -> tuple[list[tuple[Any, ...]], dict[str, int]]:
    """The rows of the athletes, and the athlete of each telling; an athlete keeps its number."""
    last = connection.scalar(sa.select(sa.func.max(athletes.c.athlete_id))) or 0
    rows: list[tuple[Any, ...]] = []
    chosen: dict[str, int] = {}
    for identity in sorted(tellings):
        taken: set[int] = set()
        for signatures in cluster({telling.signature for telling in tellings[identity]}):
            members = [telling for telling in tellings[identity] if telling.signature in signatures]
            numbers = {member.athlete_id for member in members if member.athlete_id is not None} - taken
            if not numbers:
                last += 1
            athlete_id = min(numbers, default=last)
            taken.add(athlete_id)
            rows.append((athlete_id, choose_name({member.name for member in members}), identity))
            chosen |= {member.key: athlete_id for member in members}
    return rows, chosen


def _move_people(connection: sa.Connection, tellings: dict[str, set[Telling]], chosen: dict[str, int]) -> None:
    moved = {
        telling.key: chosen[telling.key]
        for of_name in tellings.values()
        for telling in of_name
        if telling.athlete_id not in (None, chosen[telling.key])
    }
    if moved:
        update = sa.update(people).where(people.c.telling == sa.bindparam("key"))
        values = [{"key": key, "to": athlete_id} for key, athlete_id in sorted(moved.items())]
        connection.execute(update.values(athlete_id=sa.bindparam("to")), values)
