"""URLs and databases that cannot be used: one clear line, no password, nothing half."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postgres
import pytest
import sqlalchemy as sa
from databases import aged, execute, fetch, pair, write

from bioextract.cli import main
from bioextract.errors import BioextractError, UsageError
from bioextract.sinks.database import DatabaseError
from bioextract.sinks.database.admin import describe
from bioextract.sinks.database.connect import open_engine

SECRET = "s3cret"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("facts.db", "is no URL of a database; write such as sqlite:///facts.db or postgresql://"),
        ("", "is no URL of a database"),
        (f"postgresql//anna:{SECRET}@host/db", "is no URL of a database"),
        ("sqlite://", "a database in memory would be lost"),
        ("sqlite:///:memory:", "a database in memory would be lost"),
        ("sqlite:////no/such/folder/facts.db", "there is no folder /no/such/folder"),
        ("duckdb:///facts.duckdb", "DuckDB is not written directly; .* bioextract export"),
        (f"mysql://anna:{SECRET}@host/db", "mysql: is no known database"),
        ("nosuch://host/db", "nosuch"),
        (f"postgresql+psycopg2://anna:{SECRET}@host/db", "is no known database"),
        (f"postgresql://anna:{SECRET}@host:port/db", "is no URL of a database"),
        (f"postgresql://an/na:{SECRET}@host/db", r"an/na:\*\*\*@host/db: in user name and password, write / as %2F"),
        (f"postgresql://anna:x'y {SECRET}@host:port/db", "is no URL of a database"),
    ],
)
def test_urls_that_are_wrong(url: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        write(url, [])
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://anna:{SECRET}@localhost:1/db?connect_timeout=2",
        f"postgresql://anna@localhost:1/db?password={SECRET}",
        f"postgresql://anna:{SECRET}@no.such.host.invalid/db",
        f"postgresql://anna:{SECRET}@localhost/db?nonsense={SECRET}",
    ],
)
def test_a_server_that_does_not_answer(url: str) -> None:
    with pytest.raises(BioextractError) as caught:
        write(url, [])
    assert SECRET not in str(caught.value).replace(f"nonsense={SECRET}", "")
    assert "\n" not in str(caught.value)


def test_a_missing_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"pip install 'bioextract\[postgres\]'"):
        write("postgresql://anna@localhost/db", [])


def say_as_nobody(work: Callable[[], object]) -> str:
    """What the work gives, or says that it cannot, in a process that has not root's rights."""
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresuid(65534, 65534, 65534)
            message = str(work())
        except BaseException as error:
            message = str(error)
        os.write(writer, message.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as said:
        return said.read()


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    capsys.readouterr()
    code = main(arguments)
    return code, *capsys.readouterr()


class TestServer:
    def test_wrong_credentials_and_database(
        self, server: postgres.Server, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        if not server.is_own:
            pytest.skip("the rules of access of a given server are its own")
        for url in (server.url("nosuch"), server.url("postgres", user="nosuch", password=SECRET)):
            code, _, said = call(capsys, "run", "in", "--rules-only", "--db", url)
            assert code == 2
            assert "does not exist" in said
            assert len(said.splitlines()) == 1
            assert SECRET not in said

    def test_no_rights(self, server: postgres.Server) -> None:
        if not server.is_own:
            pytest.skip("users are made only on a server of one's own")
        url = server.create_database()
        database = sa.make_url(url).database or ""
        server.execute("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
        with pytest.raises(DatabaseError, match="permission denied"):
            write(server.url(database, user="guest", password=SECRET), [])


class TestFile:
    def test_locked(self, sqlite: str) -> None:
        write(sqlite, [])
        path = sqlite.removeprefix("sqlite:///")
        with sqlite3.connect(path) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseError, match=r"database is locked; another program writes to it"):
                write(f"{sqlite}?timeout=0.1", [pair("A.", aged())])
            other.rollback()
        write(sqlite, [pair("A.", aged())])
        assert fetch(sqlite, "SELECT COUNT(*) FROM ages") == [(1,)]

    def test_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "facts.db").write_bytes(b"this is no database, but a text that is long enough for its head" * 20)
        with pytest.raises(DatabaseError, match="file is not a database"):
            write(f"sqlite:///{tmp_path}/facts.db", [])

    def test_read_only(self, readable: Path, sqlite: str) -> None:
        """What was written can be read where nothing can be written; who tries to write is told why not."""
        url = f"sqlite:///{readable}/facts #1.db"
        write(url, [pair("A.", aged())])
        (readable / "facts #1.db").chmod(0o444)
        readable.chmod(0o555)
        assert say_as_nobody(lambda: fetch(url, "SELECT value FROM ages")) == "[(29,)]"
        assert say_as_nobody(lambda: describe(url)["rows"]["ages"]) == "1"
        message = say_as_nobody(lambda: write(url, [pair("B.", aged())]))
        assert "facts #1.db" in message
        assert message.endswith("; SQLite writes beside the file too, and its folder cannot be written to")
        assert len(message.splitlines()) == 1

    def test_read_only_with_a_log_that_may_be_in_use(self, readable: Path) -> None:
        url = f"sqlite:///{readable}/facts.db"
        write(url, [pair("A.", aged())])
        with sqlite3.connect(readable / "facts.db") as other:
            other.execute("UPDATE ages SET value = 30")
            other.commit()
            assert (readable / "facts.db-wal").stat().st_size
            readable.chmod(0o555)
            assert say_as_nobody(lambda: fetch(url, "SELECT value FROM ages")) == "[(30,)]"
        other.close()

    @pytest.fixture
    def readable(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(dir="/tmp"))
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
        shutil.rmtree(folder)

    def test_info_makes_no_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, said = call(capsys, "db", "info", f"sqlite:///{tmp_path}/typo.db")
        assert code == 2
        assert "no such database" in said
        assert not list(tmp_path.iterdir())

    def test_foreign_keys_are_on(self, sqlite: str) -> None:
        engine = open_engine(sqlite)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        engine.dispose()


class TestCommandLine:
    def test_run_twice_info_and_export(self, folder: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert call(capsys, "run", "in", "--rules-only", "--db", url)[:2] == (0, "")
        assert call(capsys, "run", "in", "--rules-only", "--db", url)[0] == 0
        code, shown, _ = call(capsys, "db", "info", url)
        assert code == 0
        assert "schema 0002" in shown
        assert "run 2: done" in shown
        assert "0 articles, 2 skipped" in shown
        assert fetch(url, "SELECT name FROM athlete_overview WHERE nationality = 'Sweden'") == [("Anna Berg",)]
        export = ["--format", "parquet", "--tables", "-o", "out"]
        assert call(capsys, "export", url, *export)[0] == 0
        assert (folder / "out" / "people.parquet").stat().st_size > 0
        code, _, reason = call(capsys, "export", url, *export)
        assert (code, "exists; --force overwrites it" in reason) == (2, True)
        assert call(capsys, "export", url, *export, "--force")[0] == 0

    def test_init_and_upgrade(self, empty: str, capsys: pytest.CaptureFixture[str]) -> None:
        if empty.startswith("sqlite"):
            assert call(capsys, "db", "info", empty)[0] == 2
        assert call(capsys, "db", "init", empty)[0] == 0
        code, _, said = call(capsys, "db", "upgrade", empty)
        assert (code, "up to date (0002)" in said) == (0, True)

    @pytest.mark.parametrize("around", ["", "'", " ", '"', "' \""])
    def test_the_command_is_kept_without_passwords(
        self, folder: Path, server: postgres.Server, capsys: Any, monkeypatch: Any, around: str
    ) -> None:
        url = server.url(sa.make_url(server.create_database()).database or "", user="postgres", password=SECRET)
        url = url.replace(SECRET, f"x{around}{SECRET}")
        arguments = ["run", "in", "--rules-only", f"--db={url}"]
        monkeypatch.setattr(sys, "argv", ["bioextract", *arguments])
        assert call(capsys, *arguments)[0] == 0
        [(command,)] = fetch(url, "SELECT command FROM runs")
        assert command.startswith("bioextract run in --rules-only '--db=postgresql://postgres:***@")
        assert SECRET not in command
        assert SECRET not in "".join(map(str, call(capsys, "db", "info", url)))

    def test_foreign_table(self, folder: Path, empty: str, capsys: pytest.CaptureFixture[str]) -> None:
        execute(empty, "CREATE TABLE people (shoe_size INTEGER)")
        code, _, said = call(capsys, "run", "in", "--rules-only", "--db", empty)
        assert (code, len(said.splitlines())) == (2, 1)


def test_a_new_file_that_another_program_is_making_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    commit = threading.Timer(0.3, other.execute, ["COMMIT"])
    commit.start()
    with open_engine(f"sqlite:///{path}").connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    commit.join()
    other.close()
