"""Batches and transactions: what is committed together, what is tried again, what is left when a run ends badly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import postgres
import pytest
import sqlalchemy as sa
from databases import EXTRACTOR, aged, fetch, pair, write
from integrity import find_problems, read_facts

from bioextract.articles import Article
from bioextract.runs.rejects import Reject
from bioextract.sinks.database import (
    DatabaseError,
    DatabasePlan,
    DatabaseSink,
    connect,
    open_database,
    sink,
    statements,
    store,
)

PAIRS = [pair(f"Article {i}.", aged(20 + i), source=f"{i}.txt") for i in range(10)]
REJECT = Reject("bad.txt", None, "extract", "ExtractError", "not English")
COUNT = "SELECT COUNT(*) FROM articles"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sink, "BATCH_OUTCOMES", 4)
    monkeypatch.setattr(sink, "WAITS", (0.01, 0.01))


def fill(database: DatabaseSink, pairs: Any = PAIRS) -> None:
    for _, (_, line) in zip(database.pending(article for article, _ in pairs), pairs, strict=True):
        database.write(line)


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), "interrupted"), (RuntimeError("bug"), "failed"), (OSError(28, "full"), "failed")],
)
def test_what_is_whole_is_committed_when_the_run_ends_badly(url: str, error: BaseException, status: str) -> None:
    with pytest.raises(type(error)), open_database(url, DatabasePlan(EXTRACTOR)) as database:
        fill(database, PAIRS[:6])
        raise error
    assert fetch(url, COUNT) == [(6,)]
    assert fetch(url, "SELECT status, articles FROM runs WHERE ended_at IS NOT NULL") == [(status, 6)]
    assert find_problems(url) == []
    assert len(write(url, PAIRS)) == 4


def test_a_batch_is_committed_when_it_is_due(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(url, DatabasePlan(EXTRACTOR)) as database:
        fill(database, PAIRS[:5])
        assert fetch(url, COUNT) == [(4,)]
        assert fetch(url, "SELECT status, articles, ended_at FROM runs") == [("running", 4, None)]
        monkeypatch.setattr(sink, "BATCH_SECONDS", 0.0)
        fill(database, PAIRS[5:6])
        assert fetch(url, COUNT) == [(6,)]
        monkeypatch.setattr(sink, "BATCH_SECONDS", 60.0)
        monkeypatch.setattr(sink, "BATCH_BYTES", 10)
        fill(database, PAIRS[6:7])
        assert fetch(url, COUNT) == [(7,)]


def test_what_another_source_held_until_now_is_done(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = pair("Old.", aged(20), source="a.txt"), pair("New.", aged(21), source="a.txt")
    write(url, [old])
    monkeypatch.setattr(sink, "BATCH_OUTCOMES", 1)
    # The article of b.txt is deleted with the commit of a.txt.
    write(url, [new, pair("Old.", aged(20), source="b.txt")])
    assert fetch(url, "SELECT source FROM sources ORDER BY source") == [("a.txt",), ("b.txt",)]
    assert fetch(url, COUNT) == [(2,)]
    assert find_problems(url) == []


def test_an_article_and_its_facts_come_together_or_not_at_all(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The batch fails at each of its steps in turn: before, nothing of it is there; then all."""
    write(url, PAIRS[:4])
    before = read_facts(url)
    steps = [(store, name) for name in ("merge", "delete_unlinked", "name_sources", "_store_rejects")]
    steps += [(statements, "insert"), (statements, "assign_athletes")]
    for module, name in steps:
        with monkeypatch.context() as patch:
            real: Callable[..., Any] = getattr(module, name)

            def fail(*args: Any, real: Callable[..., Any] = real, **options: Any) -> None:
                real(*args, **options)
                raise RuntimeError("in the middle")

            patch.setattr(module, name, fail)
            with pytest.raises(RuntimeError):
                write(url, [pair("Changed.", aged(90), source="0.txt"), PAIRS[5], REJECT])
        assert read_facts(url) == before
        assert fetch(url, "SELECT COUNT(*) FROM rejects") == [(0,)]
    write(url, [pair("Changed.", aged(90), source="0.txt"), PAIRS[5], REJECT])
    assert fetch(url, COUNT) == [(5,)]
    assert find_problems(url) == []


def test_the_record_of_another_article_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="another article"), open_database(url, DatabasePlan(EXTRACTOR)) as database:
        next(iter(database.pending([PAIRS[0][0]])))
        database.write(PAIRS[1][1])


def test_input_is_read_only_a_bounded_way_ahead(url: str) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(f"Article {taken}.", source=f"{taken}.txt")

    with open_database(url, DatabasePlan(EXTRACTOR)) as database:
        next(iter(database.pending(endless())))
    assert taken == sink.LOOK_AHEAD


def test_two_writers_at_once(url: str) -> None:
    """Both write the same articles, in other orders; one result, as of one of them."""
    errors: list[BaseException] = []

    def run(pairs: Any) -> None:
        try:
            write(url, pairs)
        except BaseException as error:
            errors.append(error)

    copies = [pair("Shared.", aged(33), source=f"copy-{i}.txt") for i in range(5)]
    threads = [threading.Thread(target=run, args=[order]) for order in (PAIRS + copies, (PAIRS + copies)[::-1]) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert fetch(url, COUNT) == [(11,)]
    assert fetch(url, "SELECT COUNT(*) FROM sources") == [(15,)]
    assert fetch(url, "SELECT COUNT(*), COUNT(DISTINCT run_id) FROM runs WHERE status = 'done'") == [(4, 4)]
    assert find_problems(url) == []


class TestLostConnections:
    """PostgreSQL ends the connections: the batch in hand is done again."""

    @pytest.fixture
    def url(self, server: postgres.Server, url: str) -> str:
        if url.startswith("sqlite"):
            pytest.skip("has no connections to lose")
        if not server.is_own:
            pytest.skip("only a server of one's own may be disturbed")
        return url

    @staticmethod
    def cut(server: postgres.Server, url: str) -> None:
        name = sa.make_url(url).database
        server.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
        )

    def test_between_batches(self, server: postgres.Server, url: str) -> None:
        told: list[str] = []
        with open_database(url, DatabasePlan(EXTRACTOR, tell=told.append)) as database:
            for one in PAIRS:
                fill(database, [one])
                self.cut(server, url)
        assert fetch(url, COUNT) == [(10,)]
        assert find_problems(url) == []
        assert any("trying again" in line for line in told)

    @pytest.mark.parametrize("lock", ["LOCK TABLE people", f"SELECT pg_advisory_xact_lock({connect.LOCK})"])
    def test_a_lock_is_not_waited_for_without_a_word(
        self, url: str, lock: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[str] = []
        monkeypatch.setattr(connect, "LOCK_SECONDS", 0.1)
        other = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
        with (
            pytest.raises(DatabaseError, match=r"lock timeout.*gave up after 3 tries"),
            open_database(url, DatabasePlan(EXTRACTOR, tell=told.append)) as database,
            other.begin() as connection,
        ):
            connection.execute(sa.text(lock))
            fill(database)
        other.dispose()
        assert len(told) == 2
        assert "lock timeout" in told[0]
        assert len(write(url, PAIRS)) == 10

    @pytest.mark.parametrize("step", ["insert", "assign_athletes"])
    def test_within_a_batch(
        self, server: postgres.Server, url: str, step: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, cuts = getattr(statements, step), [1]

        def cut_once(*args: Any, **options: Any) -> Any:
            if cuts:
                cuts.pop()
                self.cut(server, url)
            return real(*args, **options)

        monkeypatch.setattr(statements, step, cut_once)
        write(url, [*PAIRS, REJECT])
        assert not cuts
        assert fetch(url, COUNT) == [(10,)]
        assert fetch(url, "SELECT attempts FROM rejects") == [(1,)]
        assert find_problems(url) == []

    def test_after_a_commit_of_which_nothing_was_heard(self, server: postgres.Server, url: str) -> None:
        """The batch is stored, and then stored once more: nothing is there twice, or counted twice."""
        write(url, [REJECT])
        with open_database(url, DatabasePlan(EXTRACTOR)) as database:
            fill(database, PAIRS[:2])
            next(iter(database.pending([REJECT])))
            database.reject(REJECT)
            with database._engine.begin() as connection:
                store.store(connection, database._run, database._batch)
        assert fetch(url, "SELECT articles, facts, rejected FROM runs ORDER BY run_id DESC LIMIT 1") == [(2, 2, 1)]
        assert fetch(url, "SELECT attempts FROM rejects") == [(2,)]
        assert fetch(url, COUNT) == [(2,)]
        assert find_problems(url) == []

    def test_for_good(self, server: postgres.Server, url: str) -> None:
        """One clear line, and the run does not wait for ever."""
        words = r"gave up after 3 tries\. What was committed is kept"
        try:
            with pytest.raises(DatabaseError, match=words), open_database(url, DatabasePlan(EXTRACTOR)) as database:
                fill(database, PAIRS[:4])
                server.stop()
                fill(database, PAIRS[4:])
        finally:
            server.start()
        assert fetch(url, COUNT) == [(4,)]
        assert fetch(url, "SELECT status FROM runs") == [("running",)]
        assert find_problems(url) == []
