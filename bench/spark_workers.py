"""The Python workers of a Spark on this machine, as the processes that they are."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def find_workers(ancestor: int) -> list[int]:
    """Processes forked by the daemon that Spark has for them, below a process."""
    parents = {}
    daemons = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if b"pyspark.daemon" in (folder / "cmdline").read_bytes():
                daemons.add(int(folder.name))
        except OSError:
            continue  # it has ended meanwhile

    def is_below(pid: int) -> bool:
        while pid in parents and pid != ancestor:
            pid = parents[pid]
        return pid == ancestor

    return [pid for pid in daemons if parents[pid] in daemons and is_below(pid)]


def kill_workers(ancestor: int) -> int:
    """kill -9 for all of them; gives how many they were."""
    workers = find_workers(ancestor)
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    return len(workers)
