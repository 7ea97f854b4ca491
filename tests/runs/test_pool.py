"""Worker processes: whatever becomes of one of them, every article has its outcome, in order."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
from fake_extractor import Fake

from bioextract.articles import Article
from bioextract.errors import WorkersError
from bioextract.runs.outcomes import Done, Item, Left, Outcome, Work
from bioextract.runs.pool import ATTEMPTS, CHUNK_ARTICLES, CHUNK_CHARACTERS, chunk_items, extract_in_workers
from bioextract.runs.rejects import Reject


def make_items(number: int, **special: str) -> list[Item]:
    return [
        Article(text, source=source) for source, text in ({f"a{i}": "plain" for i in range(number)} | special).items()
    ]


def sources(outcomes: list[Outcome]) -> list[str]:
    return [outcome.source for outcome in outcomes]


def rejected(outcomes: list[Outcome]) -> dict[str, Reject]:
    return {outcome.source: outcome for outcome in outcomes if isinstance(outcome, Reject)}


@pytest.mark.parametrize(("jobs", "poisonous"), [(1, [0, 1]), (1, [39]), (2, [5]), (2, [7, 8, 39])])
def test_every_article_that_kills_its_worker_is_found(tmp_path: Path, jobs: int, poisonous: list[int]) -> None:
    make_extractor = partial(Fake, starts=tmp_path / "starts")
    items = make_items(40, **{f"a{i}": "die" for i in poisonous})
    outcomes = list(extract_in_workers(items, Work(make_extractor, jobs)))
    assert sources(outcomes) == [f"a{i}" for i in range(40)]
    assert list(rejected(outcomes)) == [f"a{i}" for i in poisonous]
    for reject in rejected(outcomes).values():
        assert (reject.stage, reject.error, reject.attempts) == ("extract", "WorkerDiedError", ATTEMPTS)
        assert reject.message == "the process that worked on this article died (exit code 9)"
    # The others are the first ones, and those that go on at the end.
    assert len((tmp_path / "starts").read_text()) <= ATTEMPTS * len(poisonous) + jobs


def test_an_article_that_was_unlucky_once_is_done(tmp_path: Path) -> None:
    outcomes = list(extract_in_workers(make_items(20, a3=f"once:{tmp_path / 'mark'}"), Work(Fake, 2)))
    assert sources(outcomes) == [f"a{i}" for i in range(20)]
    assert not rejected(outcomes)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_is_rejected(jobs: int) -> None:
    began = time.monotonic()
    items = make_items(30, a0="sleep", a4="slow", a17="sleep")
    outcomes = list(extract_in_workers(items, Work(Fake, jobs, time_limit=0.5)))
    assert sources(outcomes) == [f"a{i}" for i in range(30)]
    assert list(rejected(outcomes)) == ["a0", "a17"]
    reject = rejected(outcomes)["a17"]
    assert reject == Reject("a17", None, "extract", "TimeLimitError", "took longer than 0.5 s (--doc-timeout)")
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("fault", ["dies at start", "always dies"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_machine_on_which_workers_die_ends_the_run(tmp_path: Path, fault: str, jobs: int) -> None:
    make_extractor = partial(Fake, starts=tmp_path / "starts", fault=fault)
    with pytest.raises(WorkersError, match=r"die before they can start \(exit code [79]\)"):
        list(extract_in_workers(make_items(100), Work(make_extractor, jobs)))
    assert len((tmp_path / "starts").read_text()) <= 4


@pytest.mark.parametrize(
    ("fault", "message"), [("raises", "^no model$"), ("raises oddly", "^UnpicklableError: no model$")]
)
def test_an_extractor_that_cannot_be_built_ends_the_run(fault: str, message: str) -> None:
    with pytest.raises(RuntimeError, match=message):
        list(extract_in_workers(make_items(3), Work(partial(Fake, fault=fault), 2)))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_workers_that_are_killed_from_outside_are_replaced(number: int) -> None:
    outcomes: list[Outcome] = []
    for outcome in extract_in_workers(make_items(100), Work(Fake, 2)):
        outcomes.append(outcome)
        if len(outcomes) in (5, 50):
            for process in active_children():
                os.kill(int(process.pid or 0), number)
    assert sources(outcomes) == [f"a{i}" for i in range(100)]
    assert not rejected(outcomes)


def test_articles_larger_than_a_pipe_pass() -> None:
    items = [Article(letter * 1_000_000, source=letter) for letter in "abcde"]
    outcomes = list(extract_in_workers(items, Work(Fake, 2)))
    assert sources(outcomes) == list("abcde")
    assert not rejected(outcomes)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_article_is_begun_after_the_wish_to_stop(jobs: int) -> None:
    outcomes: list[Outcome] = []
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article("slow", source=f"a{taken}")

    work = Work(Fake, jobs, should_stop=lambda: len(outcomes) >= 10)
    outcomes.extend(extract_in_workers(endless(), work))
    assert sources(outcomes) == [f"a{i + 1}" for i in range(len(outcomes))]
    # What was finished already comes too, if nothing is missing before it.
    assert 10 <= len(outcomes) <= 10 + jobs * (CHUNK_ARTICLES + 1)
    assert not active_children()


def test_what_is_finished_beyond_a_slow_article_is_not_lost(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    items = make_items(24, a2=f"until:{mark}", **dict.fromkeys(("a3", "a4"), "slow"), a23=f"touch:{mark}")
    outcomes = list(extract_in_workers(items, Work(Fake, 2, should_stop=mark.exists)))
    assert sources(outcomes) == [f"a{i}" for i in range(24)]
    left = [outcome.source for outcome in outcomes if isinstance(outcome, Left)]
    assert left in ([f"a{i}" for i in range(begin, 8)] for begin in (3, 4, 5))
    assert sum(isinstance(outcome, Done) for outcome in outcomes) == 24 - len(left)


def test_workers_end_with_the_stream() -> None:
    outcomes = extract_in_workers(make_items(50), Work(Fake, 2))
    next(outcomes)
    assert active_children()
    outcomes.close()
    assert not active_children()


def test_chunks_are_bounded_in_number_and_characters() -> None:
    long = Article("x" * (CHUNK_CHARACTERS + 1))
    items = [*[Article("short")] * (CHUNK_ARTICLES + 1), long, Article("short")]
    assert [len(chunk) for chunk in chunk_items(items)] == [CHUNK_ARTICLES, 1, 1, 1]
