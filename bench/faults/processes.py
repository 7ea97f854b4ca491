"""Faults of processes: killed, or two at once. On every database."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import integrity

from faults.bed import DONE, Bed, WrongError, exists, expect


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
