"""Faults of the file of SQLite and its disk: locked, full, closed to writing."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generated
import integrity
import sqlalchemy as sa

from faults.bed import DONE, Bed, WrongError, describe, exists, expect, expect_failure
from faults.rights import mount, mounted, without_rights


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
