"""Faults of the server of PostgreSQL: connections dropped, stopped and started again."""

from __future__ import annotations

import time

import postgres
import sqlalchemy as sa

from faults.bed import DONE, Bed, NotAllowedError, WrongError, expect


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
