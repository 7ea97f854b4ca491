"""Schema and migrations agree, from the first revision on; other schemas are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from databases import aged, execute, fetch, pair, write

from bioextract.errors import UsageError
from bioextract.sinks.database import migrate
from bioextract.sinks.database.admin import describe, initialise, upgrade_schema
from bioextract.sinks.database.connect import open_engine
from bioextract.sinks.database.schema import metadata

FOREIGN = "CREATE TABLE people (shoe_size INTEGER)"


def ddl(engine: sa.Engine) -> dict[str, list[str]]:
    """The statements that SQLite keeps of its tables and indexes, whatever their layout and order."""
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')"))
        return {
            name: sorted(part.strip(" \t,") for part in sql.replace("(", "(\n").splitlines())
            for name, sql in rows
            if sql and name != migrate.VERSION_TABLE
        }


def test_migrating_from_nothing_makes_what_the_metadata_describes(sqlite: str, tmp_path: Path) -> None:
    initialise(sqlite)
    created = sa.create_engine(f"sqlite:///{tmp_path}/created.db")
    metadata.create_all(created)
    migrated = open_engine(sqlite)
    assert ddl(migrated) == ddl(created)
    for engine in (migrated, created):
        engine.dispose()


def test_no_difference_that_alembic_sees(empty: str) -> None:
    initialise(empty)
    engine = open_engine(empty)
    with engine.connect() as connection:
        options = {"version_table": migrate.VERSION_TABLE, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()


def test_the_revisions_are_those_of_the_folder() -> None:
    folder = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert [script.revision for script in folder.walk_revisions()][::-1] == list(migrate.REVISIONS)


def test_init_and_upgrade_may_be_called_again(empty: str) -> None:
    assert "schema 0002" in initialise(empty)
    write(empty, [pair("A.", aged())])
    assert "schema 0002" in initialise(empty)
    assert "up to date" in upgrade_schema(empty)
    assert describe(empty)["rows"]["ages"] == 1


def test_a_newer_schema_is_left_alone(url: str) -> None:
    execute(url, "UPDATE bioextract_version SET version_num = '9999'")
    for action in (initialise, upgrade_schema, describe, lambda url: write(url, [])):
        with pytest.raises(UsageError, match=r"schema 9999, newer than .* upgrade bioextract"):
            action(url)
    assert fetch(url, "SELECT COUNT(*) FROM runs") == [(0,)]


def test_an_older_schema_asks_for_an_upgrade_and_gets_it(url: str) -> None:
    write(url, [pair("A.", aged())])
    for table in ("verdicts", "extracted"):  # what revision 0002 has made
        execute(url, f"DROP TABLE {table}")
    execute(url, "UPDATE bioextract_version SET version_num = '0001'")
    for action in (initialise, describe, lambda url: write(url, [])):
        with pytest.raises(UsageError, match=r"schema 0001, this bioextract needs 0002; run: bioextract db upgrade"):
            action(url)
    assert "is now 0002, was 0001" in upgrade_schema(url)
    assert describe(url)["rows"] | {"ages": 1, "verdicts": 0, "extracted": 0} == describe(url)["rows"]
    write(url, [])


def test_an_upgrade_that_fails_changes_nothing(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sa.Connection) -> None:
        raise RuntimeError("half done")

    monkeypatch.setattr(migrate, "create_views", fail)
    with pytest.raises(RuntimeError):
        initialise(empty)
    engine = open_engine(empty)
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_table_that_is_not_ours_is_left_alone(empty: str) -> None:
    execute(empty, FOREIGN)
    execute(empty, "INSERT INTO people VALUES (38)")
    for action in (initialise, upgrade_schema, describe, lambda url: write(url, [])):
        with pytest.raises(
            UsageError, match="has a table named people that bioextract did not make; nothing was changed"
        ):
            action(empty)
    assert fetch(empty, "SELECT * FROM people") == [(38,)]
    engine = open_engine(empty)
    assert sa.inspect(engine).get_table_names() == ["people"]
    engine.dispose()


def test_tables_of_other_names_do_not_matter(empty: str) -> None:
    execute(empty, "CREATE TABLE shoes (size INTEGER)")
    write(empty, [pair("A.", aged())])
    assert fetch(empty, "SELECT COUNT(*) FROM ages") == [(1,)]
