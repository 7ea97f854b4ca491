"""Many rows at once: some to a statement, in SQLite; COPY in PostgreSQL, straight into the table or a temporary one.

No statement is compiled for a number of rows: it is the same text for one and for a hundred thousand.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from bioextract.sinks.database.schema import UtcTime

Row = Sequence[Any]
PARAMETERS = 400
"""Values in one statement of SQLite: it begins each statement by making the lists of its CHECKs, whatever the rows."""
_COPIED_AS: dict[type[Any], str] = {
    **{sa.Integer: "int4", sa.BigInteger: "int8", sa.Double: "float8", sa.Boolean: "bool", UtcTime: "timestamptz"},
    **{sa.Text: "text", sa.Date: "text"},
}
"""What the values of a column are for PostgreSQL's driver, which else looks at each by itself; dates are ISO texts."""
_LISTED = sa.text("SELECT value FROM json_each(:listed)")


def among(connection: sa.Connection, column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
    """The condition that a column is one of the values: one parameter, however many they are."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.bindparam(None, list(values), type_=ARRAY(column.type)))
    # As text: SQLAlchemy takes longer over the same made of its parts than SQLite over the whole query.
    return column.in_(_LISTED.bindparams(sa.bindparam("listed", json.dumps(list(values)), unique=True)))


def each(connection: sa.Connection, values: Collection[Any]) -> sa.ColumnElement[Any]:
    """A column with a row for each of the texts or numbers: one parameter, however many they are."""
    if connection.dialect.name == "postgresql":
        return sa.func.unnest(sa.bindparam(None, list(values), type_=ARRAY(sa.Text))).column_valued("value")
    return sa.func.json_each(json.dumps(list(values))).table_valued("value").c.value


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Adds rows, each with all columns in the order of the table."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, table.name, rows)
    else:
        _insert_some_at_once(connection, table, rows)


def merge(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Row], *, key: str, keep: tuple[str, ...] = ()
) -> None:
    """Adds rows or, where a row of the same `key` is there and something differs, replaces its values.

    Columns in `keep` stay as they are in rows that are there; nothing is written where nothing differs.
    """
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        new = f"new_{table.name}"
        # Made once a session: to make and drop it for every batch would bloat the catalogue of the server.
        connection.exec_driver_sql(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {new} (LIKE {table.name}) ON COMMIT DELETE ROWS"
        )
        _copy(connection, table, new, rows)
        connection.exec_driver_sql(
            _merge_sql(table, f"SELECT {_names(table)} FROM {new}", key, keep, "IS DISTINCT FROM")
        )
        connection.exec_driver_sql(f"TRUNCATE {new}")
    else:
        sql = _merge_sql(table, f"VALUES ({_marks(table)})", key, keep, "IS NOT")
        connection.exec_driver_sql(sql, rows)


def _insert_some_at_once(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    number = PARAMETERS // len(table.columns)
    whole = len(rows) - len(rows) % number
    groups = [tuple(chain.from_iterable(rows[i : i + number])) for i in range(0, whole, number)]
    driver: Any = connection.connection.driver_connection
    for size, values in ((number, groups), (1, rows[whole:])):
        driver.executemany(_insert_sql(table, size), values)


@lru_cache
def _insert_sql(table: sa.Table, number: int) -> str:
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES {', '.join([f'({_marks(table)})'] * number)}"


@lru_cache
def _merge_sql(table: sa.Table, rows: str, key: str, keep: tuple[str, ...], differs: str) -> str:
    compared = [f'"{column.name}"' for column in table.columns if column.name not in (key, *keep)]
    there = ", ".join(f"{table.name}.{name}" for name in compared)
    new = ", ".join(f"excluded.{name}" for name in compared)
    return (
        f'INSERT INTO {table.name} ({_names(table)}) {rows} ON CONFLICT ("{key}") DO UPDATE SET '
        f"{', '.join(f'{name} = excluded.{name}' for name in compared)} WHERE ({there}) {differs} ({new})"
    )


@lru_cache
def _names(table: sa.Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _marks(table: sa.Table) -> str:
    return ", ".join("?" * len(table.columns))


def _copy(connection: sa.Connection, table: sa.Table, into: str, rows: Iterable[Row]) -> None:
    """Adds rows of a table to that table, or to one that is like it."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {into} ({_names(table)}) FROM STDIN") as copy:
        copy.set_types([_COPIED_AS[type(column.type)] for column in table.columns])
        for row in rows:
            copy.write_row(row)
