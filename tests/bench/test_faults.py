"""The faults of `bench/break_runs.py`, at a small size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import postgres
import pytest
from faults.bed import ODD_EVERY, Bed, NotAllowedError, WrongError
from faults.catalogue import EVERYWHERE, ON_POSTGRES, ON_SQLITE
from faults.processes import kill_parent, kill_workers, two_at_once
from faults.server import drop_connections, restart_server

ARTICLES, PACE = 1400, 0.003  # more than a batch, so that something is committed in mid-run
ODD = ARTICLES // ODD_EVERY
SMALL: dict[str, Callable[[Bed], None]] = {
    "kill_parent": partial(kill_parent, times=2),
    "kill_workers": partial(kill_workers, times=2),
    "drop_connections": partial(drop_connections, times=3),
    "restart_server": partial(restart_server, modes=("immediate",)),
}


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Bed:
    folder = tmp_path_factory.mktemp("faults")
    numbers = iter(range(1000))
    bed = Bed(folder, ARTICLES, lambda: f"sqlite:///{folder}/{next(numbers)}.db", None, random.Random(1), pace=PACE)
    bed.prepare()
    return bed


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bed]:
    try:
        with postgres.serve(in_memory=True) as server:
            folder = tmp_path_factory.mktemp("faults")
            bed = Bed(folder, ARTICLES, server.create_database, server, random.Random(1), pace=PACE)
            bed.prepare()
            yield bed
    except postgres.NoServerError as error:
        pytest.skip(str(error))


def bring_about(fault: Callable[[Bed], None], bed: Bed) -> None:
    try:
        SMALL.get(fault.__name__, fault)(bed)
    except NotAllowedError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("fault", [*EVERYWHERE, *ON_SQLITE], ids=lambda fault: fault.__name__)
def test_sqlite(on_sqlite: Bed, fault: Callable[[Bed], None]) -> None:
    bring_about(fault, on_sqlite)


@pytest.mark.parametrize("fault", [kill_parent, two_at_once, *ON_POSTGRES], ids=lambda fault: fault.__name__)
def test_postgres(on_postgres: Bed, fault: Callable[[Bed], None]) -> None:
    bring_about(fault, on_postgres)


def test_the_comparison_sees_a_lost_fact(on_sqlite: Bed) -> None:
    from databases import execute

    url = on_sqlite.make_url()
    on_sqlite.finish(url)
    execute(url, "DELETE FROM evidence WHERE article_id = 1 AND person_no = 0 AND fact_no = 0")
    with pytest.raises(WrongError, match="a fact without evidence"):
        on_sqlite.check(url)


def test_what_must_be_there_is_there(on_sqlite: Bed, tmp_path: Path) -> None:
    problems, counts, facts = on_sqlite.expected
    assert problems == []
    assert isinstance(counts, dict) and counts["articles"] == ARTICLES + 2 * ODD
    assert (counts["sources"], counts["rejects"]) == (ARTICLES + 3 * ODD, ODD)
    assert isinstance(facts, list) and len(facts) > 10 * ARTICLES
