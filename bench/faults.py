"""Breaks runs in all ways that matter, and looks whether the database is as if nothing had been.

    python bench/faults.py [--articles 5000] [--seed 1] [--only NAME ...]

Each fault is done to `bioextract run --db` over generated articles with an extractor that costs nothing, on SQLite, on
a PostgreSQL server of one's own, or both. After it, when the same command has run to its end, rows, facts and athletes
are compared with those of a run that nothing has disturbed, and the rules of `integrity.py` are checked. What this
machine does not allow (mounting) is told and left out. Exit code 1 if anything differs.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import generated
import integrity
import postgres
import sqlalchemy as sa

BENCH = Path(__file__).resolve().parent
# Found by every process, the workers too, before the real extractor.
CHEAP = """
import sys, types
import generated
module = types.ModuleType("bioextract.extractor")
module.Extractor = generated.Cheap
sys.modules[module.__name__] = module
"""
TIME_OUT = 600
ODD_EVERY = 50
DONE = 3
"""The exit code of a run to its end: there are broken lines."""


class NotAllowedError(Exception):
    """This machine does not let the fault be tried."""


class WrongError(Exception):
    """The database, or the run, is not as it should be."""


@dataclass
class Bed:
    """Where a fault is tried: a folder with the articles `many.jsonl`, databases, and what is drawn by lot."""

    folder: Path
    articles: int
    make_url: Callable[[], str]
    server: postgres.Server | None
    chance: random.Random
    pace: float = 0.0  # seconds that an article takes
    seconds: float = 0.0  # that an undisturbed run takes
    kilobytes: int = 0  # that its file takes
    expected: tuple[object, ...] = ()

    @property
    def is_sqlite(self) -> bool:
        return self.server is None

    def prepare(self) -> None:
        """Writes the articles and notes what an undisturbed run makes of them."""
        for name in ("site", "marks"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "site" / "sitecustomize.py").write_text(CHEAP)
        generated.write_articles(self.folder / "many.jsonl", range(self.articles), odd_every=ODD_EVERY)
        url, start = self.make_url(), time.monotonic()
        self.finish(url, check=False)
        self.seconds = time.monotonic() - start
        self.expected = describe(url)
        if self.is_sqlite:
            self.kilobytes = Path(str(sa.make_url(url).database)).stat().st_size // 1024

    def start(
        self,
        url: str,
        jobs: int = 1,
        articles: str = "many.jsonl",
        *,
        before: Sequence[str] = (),
        prepare: Callable[[], None] | None = None,
    ) -> subprocess.Popen[str]:
        """A run in a process of its own; `before` comes before the command, `prepare` is called in the process."""
        path = os.pathsep.join([str(self.folder / "site"), str(BENCH)])
        variables = {"PYTHONPATH": path, "GENERATED_MARKS": str(self.folder / "marks")}
        variables["GENERATED_SECONDS"] = str(self.pace)
        command = [*before, sys.executable, "-m", "bioextract", "run", articles, "--db", url, "-q", "-j", str(jobs)]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=os.environ | variables,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=prepare,  # noqa: PLW1509  # no threads here
        )

    def finish(self, url: str, *, check: bool = True, jobs: int = 1) -> None:
        """Runs to the end, and compares."""
        expect(self.start(url, jobs), DONE)
        if check:
            self.check(url)

    def check(self, url: str) -> None:
        """Raises `WrongError` unless the database is as an undisturbed run leaves it."""
        found = describe(url)
        if found != self.expected:
            raise WrongError(f"differs from an undisturbed run: {found[0]}, {found[1]}; not {self.expected[:2]}")

    def wait_until_committed(self, url: str, process: subprocess.Popen[str]) -> None:
        """Waits until the run has committed its first articles, or has ended."""
        while process.poll() is None and not (exists(self, url) and integrity.count_rows(url)["articles"]):
            time.sleep(0.02)

    def wait(self, least: float = 0.0, most: float = 1.0) -> None:
        """Waits for a random part of the time of an undisturbed run."""
        time.sleep(self.seconds * self.chance.uniform(least, most))


def describe(url: str) -> tuple[object, ...]:
    """Problems, rows of each table, all facts."""
    return integrity.find_problems(url), integrity.count_rows(url), integrity.read_facts(url)


def expect(process: subprocess.Popen[str], code: int) -> str:
    """What a run said when it ended; raises `WrongError` for another exit code."""
    _, said = process.communicate(timeout=TIME_OUT)
    if process.returncode != code:
        raise WrongError(f"exit code {process.returncode}, not {code}: {said[-2000:]}")
    return said


def expect_failure(process: subprocess.Popen[str], words: str) -> None:
    """One clear line and exit code 1."""
    lines = [line for line in expect(process, 1).splitlines() if "broken JSON" not in line]
    if words not in lines[-1] or len(lines) > 2:  # one more says how to go on
        raise WrongError(f"said {lines}, not one line on {words!r}")


def kill_parent(bed: Bed, times: int = 10) -> None:
    """kill -9 of the main process at random moments; the same command goes on each time."""
    url = bed.make_url()
    for _ in range(times):
        process = bed.start(url, jobs=bed.chance.choice([1, 2]))
        bed.wait(0.2, 0.9)
        process.kill()
        process.communicate()
        if exists(bed, url) and (problems := integrity.find_problems(url)):
            raise WrongError(f"after a kill: {problems}")
    bed.finish(url)


def exists(bed: Bed, url: str) -> bool:
    """Whether the tables have been made."""
    if bed.is_sqlite and not Path(str(sa.make_url(url).database)).exists():
        return False
    try:
        integrity.count_rows(url)
    except sa.exc.DatabaseError:
        return False
    return True


def kill_workers(bed: Bed, times: int = 5) -> None:
    """kill -9 of worker processes: the run replaces them and ends well."""
    url = bed.make_url()
    process = bed.start(url, jobs=2)
    killed = 0
    while killed < times and process.poll() is None:
        time.sleep(bed.chance.uniform(0.01, 0.2))
        # One that is at work: that workers cannot even start is another matter.
        for child in working_children_of(bed, process.pid)[:1]:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                killed += 1
    expect(process, DONE)
    if not killed:
        raise WrongError("no worker was killed before the run was over")
    bed.check(url)


def working_children_of(bed: Bed, pid: int) -> list[int]:
    """The worker processes that have begun with an article."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            if parent == pid and (bed.folder / "marks" / path.parent.name).exists():
                found.append(int(path.parent.name))
    return sorted(found)


def two_at_once(bed: Bed) -> None:
    """Two runs over the same articles into one database, from an empty one on."""
    url = bed.make_url()
    runs = [bed.start(url), bed.start(url, jobs=2)]
    for process in runs:
        expect(process, DONE)
    bed.check(url)


def lock_file(bed: Bed) -> None:
    """Another program holds SQLite's lock: for a moment the run waits, for long it gives up in one line."""
    for wait, timeout in ((1.5, 30.0), (None, 0.3)):
        url = bed.make_url()
        path = str(sa.make_url(url).database)
        subprocess.run([sys.executable, "-m", "bioextract", "db", "init", url], check=True, capture_output=True)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        process = bed.start(f"{url}?timeout={timeout}")
        if wait:
            time.sleep(wait)
            other.rollback()
            expect(process, DONE)
        else:
            expect_failure(process, "database is locked")
            other.rollback()
            bed.finish(url)
        other.close()
        bed.check(url)


def fill_disk(bed: Bed) -> None:
    """The disk is full in mid-run; when there is room the same command goes on."""
    with mounted(bed, kilobytes := bed.kilobytes // 2) as folder:
        url = f"sqlite:///{folder}/facts.db"
        expect_failure(bed.start(url), "full")
        mount("-o", f"remount,size={kilobytes * 16}k", str(folder))
        if exists(bed, url) and (problems := integrity.find_problems(url)):
            raise WrongError(f"on a full disk: {problems}")
        bed.finish(url)


def limit_file(bed: Bed) -> None:
    """The file must not grow as far as it would: as a full disk, but nothing need be mounted for it."""
    url = bed.make_url()
    limit = bed.kilobytes * 1024 // 2
    expect_failure(
        bed.start(url, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))), "make room"
    )
    if problems := integrity.find_problems(url):
        raise WrongError(f"at the limit: {problems}")
    bed.finish(url)


def write_protect(bed: Bed) -> None:
    """Neither the file nor its folder can be written: one line, nothing changed; then they can."""
    generated.write_articles(bed.folder / "few.jsonl", range(20))
    folder = Path(tempfile.mkdtemp(dir=bed.folder))
    url = f"sqlite:///{folder}/facts.db"
    expect(bed.start(url, articles="few.jsonl"), 0)
    before = describe(url)
    (folder / "facts.db").chmod(0o444)
    folder.chmod(0o555)
    expect_failure(bed.start(url, before=without_rights()), "folder cannot be written to")
    folder.chmod(0o755)
    (folder / "facts.db").chmod(0o644)
    if describe(url) != before:
        raise WrongError("something was changed")
    bed.finish(url, check=False)
    if problems := integrity.find_problems(url):
        raise WrongError(str(problems))


def without_rights() -> list[str]:
    """What to put before a command that is not to write where modes forbid it; root may write everywhere."""
    if os.geteuid():
        return []
    command = ["setpriv", "--bounding-set=-all"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotAllowedError(f"root's rights cannot be taken away: {error}") from error
    return command


@contextmanager
def mounted(bed: Bed, kilobytes: int) -> Iterator[Path]:
    """A small file system of its own."""
    folder = Path(tempfile.mkdtemp(dir=bed.folder))
    mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def mount(*arguments: str) -> None:
    """Raises `NotAllowedError` where mounting is not allowed."""
    try:
        done = subprocess.run(["mount", *arguments], check=False, capture_output=True, text=True)
    except OSError as error:
        raise NotAllowedError(f"mount: {error}") from error
    if done.returncode:
        raise NotAllowedError(f"mounting is not allowed here: {done.stderr.strip()}")


def drop_connections(bed: Bed, times: int = 8) -> None:
    """The server ends the run's connections in mid-run: the run connects again and ends well."""
    server, url = own_server(bed), bed.make_url()
    process = bed.start(url)
    bed.wait_until_committed(url, process)
    database = sa.make_url(url).database
    for _ in range(times):
        bed.wait(0.01, 0.1)
        server.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' "
            "AND pid <> pg_backend_pid()"
        )
    expect(process, DONE)
    bed.check(url)


def restart_server(bed: Bed, modes: tuple[str, ...] = ("fast", "immediate")) -> None:
    """The server goes and comes back in mid-run, once in order and once as in a crash."""
    server, url = own_server(bed), bed.make_url()
    process = bed.start(url)
    bed.wait_until_committed(url, process)
    for mode in modes:
        bed.wait(0.01, 0.2)
        if process.poll() is not None:
            raise WrongError("the run was over before the server was stopped")
        server.stop(mode)
        time.sleep(0.3)
        server.start()
    expect(process, DONE)
    bed.check(url)


def own_server(bed: Bed) -> postgres.Server:
    """Raises `NotAllowedError` for a server that was given."""
    if bed.server is None or not bed.server.is_own:
        raise NotAllowedError("only a server of one's own may be disturbed")
    return bed.server


EVERYWHERE: tuple[Callable[[Bed], None], ...] = (kill_parent, kill_workers, two_at_once)
ON_SQLITE: tuple[Callable[[Bed], None], ...] = (lock_file, limit_file, fill_disk, write_protect)
ON_POSTGRES: tuple[Callable[[Bed], None], ...] = (drop_connections, restart_server)


@contextmanager
def beds(articles: int, seed: int) -> Iterator[list[Bed]]:
    """One for SQLite, one for PostgreSQL if there is one."""
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        numbers = iter(range(10_000))
        kinds: list[tuple[Callable[[], str], postgres.Server | None]] = [
            (lambda: f"sqlite:///{place}/{next(numbers)}.db", None)
        ]
        try:
            with postgres.serve() as server:
                kinds.append((server.create_database, server))
                yield [Bed(Path(place), articles, *kind, random.Random(seed)) for kind in kinds]
        except postgres.NoServerError as error:
            print(f"PostgreSQL is left out: {error}", file=sys.stderr)
            yield [Bed(Path(place), articles, *kind, random.Random(seed)) for kind in kinds]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    names = [fault.__name__ for fault in (*EVERYWHERE, *ON_SQLITE, *ON_POSTGRES)]
    parser.add_argument("--only", nargs="*", choices=names, default=names, metavar="NAME", help=", ".join(names))
    args = parser.parse_args()
    wrong = 0
    with beds(args.articles, args.seed) as all_beds:
        for bed in all_beds:
            bed.prepare()
            for fault in (*EVERYWHERE, *(ON_SQLITE if bed.is_sqlite else ON_POSTGRES)):
                if fault.__name__ not in args.only:
                    continue
                start = time.monotonic()
                try:
                    fault(bed)
                    result = "whole"
                except NotAllowedError as error:
                    result = f"left out: {error}"
                except WrongError as error:
                    result, wrong = f"WRONG: {error}", wrong + 1
                kind = "SQLite" if bed.is_sqlite else "PostgreSQL"
                print(f"{kind:12}{fault.__name__:18}{time.monotonic() - start:6.0f} s  {result}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
