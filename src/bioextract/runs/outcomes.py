"""Articles to record lines, in this process or in several; always in the order of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bioextract.articles import Article
from bioextract.errors import ArticleError
from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.runs.rejects import Reject


class ExtractsOne(Protocol):
    """What is asked of an extractor."""

    def extract(self, article: Article) -> Record:
        """The record of one article; raises `ExtractError` when it cannot be extracted."""


@dataclass(frozen=True, slots=True)
class Done:
    """One finished article: its record as a line of JSON (UTF-8, with the line break), and what it holds."""

    source: str
    line: bytes
    people: int
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Left:
    """An article that a stopped run has not done, though it has done later ones."""

    source: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A mark in a stream of items whose input is slow: who holds items or outcomes back lets them go."""


Item = Article | Reject
Incoming = TypeVar("Incoming", bound=Item | Pause)
Outcome = Done | Reject | Left
MakeExtractor = Callable[[], ExtractsOne]
"""Builds an extractor; must be picklable when there are several processes."""


@dataclass(frozen=True, slots=True)
class Work:
    """How the articles are done.

    `jobs` is the number of worker processes; 1 is this process. `time_limit` are the seconds that an article may take;
    a process that can be killed is needed for that, so there is a worker process even for 1. `should_stop` is asked
    before each article: the stream ends when it says so, and the articles in hand are the last.
    """

    make_extractor: MakeExtractor
    jobs: int = 1
    time_limit: float | None = None
    should_stop: Callable[[], bool] = lambda: False


def extract_lines(items: Iterable[Item | Pause], work: Work) -> Generator[Outcome]:
    """One outcome an item, in order; the same bytes for any number of processes. A stopped stream lacks the last ones.

    Raises what `make_extractor` raises, and `WorkersError` when worker processes cannot start.
    """
    if work.jobs > 1 or work.time_limit is not None:
        from bioextract.runs.pool import extract_in_workers

        return extract_in_workers(items, work)
    return _extract_here(items, work)


def _extract_here(items: Iterable[Item | Pause], work: Work) -> Generator[Outcome]:
    extractor = work.make_extractor()
    for item in items:
        if work.should_stop():
            return
        if not isinstance(item, Pause):
            yield extract_one(extractor, item)


def extract_one(extractor: ExtractsOne, item: Item) -> Outcome:
    """The outcome of one item; raises nothing that the article has caused."""
    if isinstance(item, Reject):
        return item
    try:
        record = extractor.extract(item)
        facts = Counter(kind for person in record.people for kind, _ in iterate_facts(person))
        return Done(source_of(item), record.model_dump_json().encode() + b"\n", len(record.people), dict(facts))
    except ArticleError as error:
        return Reject.from_error(error)
    except Exception as error:  # whatever one article does to the extractor, the others are done
        return Reject.from_crash(source_of(item), error)


def source_of(item: Item) -> str:
    """The source of an article or a reject; the id of an article that has none."""
    return item.source if isinstance(item, Reject) else item.source or item.id
