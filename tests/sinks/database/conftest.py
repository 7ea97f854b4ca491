"""Real databases: a fresh SQLite file, a fresh database of a PostgreSQL server that runs for the session."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import postgres
import pytest
import sqlalchemy as sa

from bioextract.sinks.database.admin import initialise


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def make_empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Gives the URL of an empty database, another one with each call."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('db')}/facts.db"
    server: postgres.Server = request.getfixturevalue("server")
    return server.create_database


@pytest.fixture(scope="session")
def make_url(
    make_empty: Callable[[], str], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Gives the URL of a database that has the tables and no rows, another one with each call."""
    template = make_empty()
    initialise(template)
    if template.startswith("postgresql"):
        server: postgres.Server = request.getfixturevalue("server")
        name = sa.make_url(template).database
        return lambda: server.create_database(str(name))

    def copy() -> str:
        path = tmp_path_factory.mktemp("db") / "facts.db"
        shutil.copy(str(sa.make_url(template).database), path)
        return f"sqlite:///{path}"

    return copy


@pytest.fixture
def url(make_url: Callable[[], str], request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database that has the tables."""
    yield from _lend(make_url(), request)


@pytest.fixture
def empty(make_empty: Callable[[], str], request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty database."""
    yield from _lend(make_empty(), request)


def _lend(url: str, request: pytest.FixtureRequest) -> Iterator[str]:
    server: postgres.Server | None = request.getfixturevalue("server") if url.startswith("postgresql") else None
    yield url
    if server:
        server.drop_database(url)


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/facts.db"
