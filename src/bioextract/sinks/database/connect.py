"""Database URLs -> engines, and the errors of databases in words for people, without passwords."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from bioextract.errors import BioextractError, UsageError
from bioextract.passwords import hide_password, hide_passwords

KNOWN = "sqlite:///facts.db or postgresql://user@host/database"
LOCK_SECONDS = 30.0
"""How long is waited for another program's lock; `?timeout=` in the URL of SQLite sets another time."""
LOCK = int.from_bytes(b"bioextra")
"""The advisory lock of PostgreSQL under which everything is written."""
_NO_ACCESS = re.compile(r"FATAL: .*(authentication|no password supplied|pg_hba|does not exist|not permitted)")
_SECRET_OPTIONS = ("password", "sslpassword")


class DatabaseError(BioextractError):
    """The database cannot be used, or not any more."""


class TransientError(DatabaseError):
    """The connection is lost, or another transaction was in the way: to try again may help."""


def open_engine(text: str, *, write: bool = True) -> sa.Engine:
    """An engine for a URL; nothing is connected yet.

    Raises `UsageError` for a URL of no known database, a missing driver, or without `write`, a missing file.
    """
    url = _parse_url(text)
    try:
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(url, write=write)
        return _open_postgres(url)
    except ImportError:
        raise UsageError(
            "the driver of PostgreSQL is missing; install it: pip install 'bioextract[postgres]'"
        ) from None
    except (TypeError, ValueError, SQLAlchemyError) as error:
        raise UsageError(f"{hide_password(text)}: {hide_passwords(_first_line(error))}") from None


def _parse_url(text: str) -> sa.URL:
    try:
        url = sa.make_url(text)
        name = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        # Without a scheme nobody knows where a password would stand.
        shown = hide_password(text) if "://" in text else text.rpartition("@")[2]
        raise UsageError(f"{shown!r} is no URL of a database; write such as {KNOWN}") from None
    if name in ("postgresql", "postgres") and url.drivername in (name, "postgresql+psycopg"):
        if "@" in (url.database or ""):
            raise UsageError(f"{hide_password(text)}: in user name and password, write / as %2F and @ as %40")
        return url.set(drivername="postgresql+psycopg")
    if name == "duckdb":
        raise UsageError(
            "DuckDB is not written directly; write to SQLite or PostgreSQL, then: bioextract export URL --format "
            "parquet -o FOLDER, and DuckDB reads the files in it"
        )
    if url.drivername != "sqlite":
        raise UsageError(f"{url.drivername}: is no known database; the known ones are {KNOWN}")
    if url.database in (None, "", ":memory:"):
        raise UsageError(f"{text}: a database in memory would be lost; name a file, such as sqlite:///facts.db")
    return url


def _open_postgres(url: sa.URL) -> sa.Engine:
    # A server that has gone without a word is found out within a minute.
    options = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "tcp_user_timeout": 60_000}
    engine = sa.create_engine(url, connect_args={name: options[name] for name in options.keys() - url.query.keys()})

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.execute(f"SET lock_timeout = {LOCK_SECONDS * 1000:.0f}")
        connection.commit()

    return engine


def _open_sqlite(url: sa.URL, *, write: bool) -> sa.Engine:
    path = Path(str(url.database))
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}")
    if not write and not path.is_file():
        raise UsageError(f"{path}: no such database; bioextract db init {url} makes one")
    if not write and _is_left_alone(path):
        place = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return sa.create_engine(url, creator=lambda: sqlite3.connect(place, uri=True, check_same_thread=False))
    options: dict[str, Any] = {} if "timeout" in url.query else {"timeout": LOCK_SECONDS}
    engine = sa.create_engine(url, connect_args=options)

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin below, not where the driver thinks fit
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            # A reader never waits for a writer. A power cut may undo the last commits, whole ones: they are done again.
            _write_ahead(connection, float(str(url.query.get("timeout", LOCK_SECONDS))))
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -16000")  # kB; else writing slows down as the indexes grow
            # What would undo a statement of many rows, page by page, else goes to a file.
            connection.execute("PRAGMA temp_store = MEMORY")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        # Who will write locks at once: two that read first and write then would give up on each other.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection, seconds: float) -> None:
    """Set the mode of the log, which SQLite does not wait for if another program is at its first transaction."""
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _is_left_alone(path: Path) -> bool:
    """Whether a file must be read as it is, for not even the files beside it can be made, nor are they there."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()


@contextmanager
def begin(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that no other writer of this database runs beside. Raises `DatabaseError`."""
    with explaining(engine), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        yield connection


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that only reads, each statement by itself. Raises `DatabaseError`."""
    with explaining(engine), engine.connect() as connection:
        yield connection.execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that reads all as of one moment. Raises `DatabaseError`."""
    level = {"isolation_level": "REPEATABLE READ"} if engine.name == "postgresql" else {}
    with explaining(engine), engine.execution_options(**level).begin() as connection:
        yield connection


@contextmanager
def explaining(engine: sa.Engine) -> Iterator[None]:
    """Turns what the driver raises into one line: `TransientError`, `DatabaseError`, `UsageError` for no access."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(error.orig or error, engine.url) from error
    except engine.dialect.dbapi.Error as error:  # type: ignore[union-attr]  # from where the driver is used directly
        raise _explain(error, engine.url) from error


def _explain(error: BaseException, url: sa.URL) -> BioextractError:
    text = _first_line(error)
    for secret in filter(None, (url.password, *(url.query.get(option) for option in _SECRET_OPTIONS))):
        text = text.replace(str(secret), "***")
    message = f"{name_of(url)}: {hide_passwords(text)}"
    if url.get_backend_name() == "sqlite":
        return DatabaseError(message + _advise_sqlite(text, Path(str(url.database))))
    state = getattr(error, "sqlstate", None)
    if state is None and _NO_ACCESS.search(text):
        return UsageError(message)
    # Without a state the server has not answered; 40 another transaction, 08 and 57P the connection or the server.
    if type(error).__name__ in ("OperationalError", "InterfaceError") and state is None:
        return TransientError(message)
    return TransientError(message) if str(state).startswith(("40", "08", "57P", "55P03")) else DatabaseError(message)


def name_of(url: sa.URL) -> str:
    """How a database is called in messages: the file, or the URL without passwords."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    plain = url.difference_update_query(_SECRET_OPTIONS).set(drivername="postgresql")
    return plain.render_as_string(hide_password=True)


def _advise_sqlite(text: str, path: Path) -> str:
    if "locked" in text:
        return "; another program writes to it, or holds it open in a transaction: try again when it is done"
    if "disk is full" in text or "disk I/O" in text:
        return "; what was committed is kept: make room and run the same command again"
    if not os.access(path.parent, os.W_OK):
        return "; SQLite writes beside the file too, and its folder cannot be written to"
    return ""


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return "; ".join(lines[:2]) if lines else type(error).__name__
