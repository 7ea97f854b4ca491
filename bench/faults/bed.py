"""Where a fault is tried: articles, databases, runs over them, and what an undisturbed run makes of them."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import generated
import integrity
import postgres
import sqlalchemy as sa

BENCH = Path(__file__).resolve().parent.parent
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


def exists(bed: Bed, url: str) -> bool:
    """Whether the tables have been made."""
    if bed.is_sqlite and not Path(str(sa.make_url(url).database)).exists():
        return False
    try:
        integrity.count_rows(url)
    except sa.exc.DatabaseError:
        return False
    return True


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
