"""The athletes of a database: worked out again for every name that a batch touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from bioextract.sinks.database import schema
from bioextract.sinks.database.bulk import among, merge
from bioextract.sinks.database.identity import choose_name, cluster
from bioextract.sinks.database.rows import ATHLETE, IDENTITY, NAME, SIGNATURE


class _Telling(NamedTuple):
    """One way in which articles tell of a name, and the athlete it belongs to so far."""

    signature: str
    name: str
    athlete_id: int | None


def assign_athletes(connection: sa.Connection, new: Sequence[list[Any]], touched: Collection[str]) -> None:
    """Gives the `new` rows of people their athlete, and those in the database another one where that has become wrong.

    `touched`: identities of people that were deleted just now. Athletes of whom no person is left are deleted.
    """
    tellings: dict[str, set[_Telling]] = defaultdict(set)
    identities = sorted({*touched, *(row[IDENTITY] for row in new)})
    if not identities:
        return
    for row in new:
        tellings[row[IDENTITY]].add(_Telling(row[SIGNATURE], row[NAME], None))
    for identity, signature, name, athlete_id in _find_people(connection, identities):
        tellings[identity].add(_Telling(signature, name, athlete_id))
    athletes, chosen = _choose(connection, tellings)
    merge(connection, schema.athletes, athletes, key="athlete_id")
    _move_people(connection, tellings, chosen)
    _delete_unused(connection, identities, {athlete_id for athlete_id, *_ in athletes})
    for row in new:
        row[ATHLETE] = chosen[row[IDENTITY], row[SIGNATURE]]


def _find_people(connection: sa.Connection, identities: Sequence[str]) -> Sequence[sa.Row[str, str, str, int]]:
    people = schema.people.c
    query = sa.select(people.identity, people.signature, people.name, people.athlete_id).distinct()
    return connection.execute(query.where(among(connection, people.identity, identities))).all()


def _choose(
    connection: sa.Connection, tellings: dict[str, set[_Telling]]
) -> tuple[list[tuple[Any, ...]], dict[tuple[str, str], int]]:
    """The rows of the athletes, and the athlete of each identity and signature; an athlete keeps its number."""
    last = connection.scalar(sa.select(sa.func.max(schema.athletes.c.athlete_id))) or 0
    athletes: list[tuple[Any, ...]] = []
    chosen: dict[tuple[str, str], int] = {}
    for identity in sorted(tellings):
        taken: set[int] = set()
        for signatures in cluster({telling.signature for telling in tellings[identity]}):
            members = [telling for telling in tellings[identity] if telling.signature in signatures]
            numbers = {member.athlete_id for member in members if member.athlete_id is not None} - taken
            if not numbers:
                last += 1
            athlete_id = min(numbers, default=last)
            taken.add(athlete_id)
            athletes.append((athlete_id, choose_name({member.name for member in members}), identity))
            chosen |= {(identity, signature): athlete_id for signature in signatures}
    return athletes, chosen


def _move_people(
    connection: sa.Connection, tellings: dict[str, set[_Telling]], chosen: dict[tuple[str, str], int]
) -> None:
    moved = {
        (identity, telling.signature): chosen[identity, telling.signature]
        for identity, of_name in tellings.items()
        for telling in of_name
        if telling.athlete_id is not None and telling.athlete_id != chosen[identity, telling.signature]
    }
    people = schema.people
    update = sa.update(people).values(athlete_id=sa.bindparam("to"))
    update = update.where(people.c.identity == sa.bindparam("who"), people.c.signature == sa.bindparam("told"))
    if moved:
        values = [{"who": who, "told": told, "to": to} for (who, told), to in sorted(moved.items())]
        connection.execute(update, values)


def _delete_unused(connection: sa.Connection, identities: Sequence[str], used: set[int]) -> None:
    athletes = schema.athletes
    query = sa.select(athletes.c.athlete_id).where(among(connection, athletes.c.identity, identities))
    unused = sorted({*connection.scalars(query)} - used)
    if unused:
        connection.execute(sa.delete(athletes).where(among(connection, athletes.c.athlete_id, unused)))
