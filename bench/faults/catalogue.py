"""All faults, by the databases that they can be done to."""

from __future__ import annotations

from collections.abc import Callable

from faults.bed import Bed
from faults.files import fill_disk, limit_file, lock_file, write_protect
from faults.processes import kill_parent, kill_workers, two_at_once
from faults.server import drop_connections, restart_server

EVERYWHERE: tuple[Callable[[Bed], None], ...] = (kill_parent, kill_workers, two_at_once)
ON_SQLITE: tuple[Callable[[Bed], None], ...] = (lock_file, limit_file, fill_disk, write_protect)
ON_POSTGRES: tuple[Callable[[Bed], None], ...] = (drop_connections, restart_server)
