"""Rows in bulk: each arrives once, however many there are, and none where one of them must not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from databases import fetch, pair, person, write

from bioextract.runs.rejects import Reject
from bioextract.sinks.database.bulk import PARAMETERS, Row, among, insert
from bioextract.sinks.database.connect import DatabaseError, begin, open_engine
from bioextract.sinks.database.schema import athletes, rejects

AT_ONCE = PARAMETERS // len(athletes.columns)


def put(url: str, rows: Sequence[Row]) -> None:
    engine = open_engine(url)
    try:
        with begin(engine) as connection:
            insert(connection, athletes, rows)
    finally:
        engine.dispose()


@pytest.mark.parametrize("number", [0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE + 2])
def test_every_row_once(url: str, number: int) -> None:
    rows = [(i, f"Anna {i}", f"tab\t, line\n, \\N {i}") for i in range(1, number + 1)]
    put(url, rows)
    assert fetch(url, "SELECT * FROM athletes ORDER BY athlete_id") == rows


@pytest.mark.parametrize("place", [0, AT_ONCE, 2 * AT_ONCE])
def test_one_that_must_not_be_there(url: str, place: int) -> None:
    rows: list[Row] = [(i, f"Anna {i}", f"anna {i}") for i in range(2 * AT_ONCE + 1)]
    rows[place] = (place, None, "nobody")
    with pytest.raises(DatabaseError, match=r"(?i)not.null"):
        put(url, rows)
    assert fetch(url, str(sa.select(sa.func.count()).select_from(athletes))) == [(0,)]


def test_numbers_and_moments_as_exact_as_they_were(url: str) -> None:
    mark = {"kind": "personal_best", "mark": "x", "amount": 1 / 3, "unit": "s", "confidence": 0.1 + 0.2}
    count = {"event": "marathon", "what": "appearances", "value": 2**63 - 1}
    before = dt.datetime.now(dt.UTC)
    write(url, [pair("A text.", person(marks=[mark], counts=[count])), Reject("b.txt", None, "read", "E", "broken")])
    assert fetch(url, "SELECT amount, confidence FROM marks") == [(1 / 3, 0.1 + 0.2)]
    assert fetch(url, "SELECT c.value, p.marathon_count FROM counts c, people p") == [(2**63 - 1, 2**63 - 1)]
    engine = open_engine(url, write=False)
    with engine.connect() as connection:
        assert before <= connection.scalars(sa.select(rejects.c.rejected_at)).one() <= dt.datetime.now(dt.UTC)
    engine.dispose()


def test_two_lists_in_one_statement(url: str) -> None:
    put(url, [(i, f"Anna {i}", f"anna {i}") for i in range(1, 5)])
    a = athletes.c
    engine = open_engine(url)
    try:
        with begin(engine) as connection:
            both = among(connection, a.athlete_id, [1, 2, 3]) & among(connection, a.name, ["Anna 3", "Anna 4"])
            assert list(connection.scalars(sa.select(a.athlete_id).where(both))) == [3]
    finally:
        engine.dispose()
