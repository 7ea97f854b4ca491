"""A run over many articles: every outcome goes to its place and is counted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bioextract.articles import Article
from bioextract.errors import BioextractError, ReadError
from bioextract.rejects import Reject, RejectsFile
from bioextract.sinks import Sink
from bioextract.workers import Done, Item, MakeExtractor, Outcome, extract_lines

SHOWN_RECORDS = 10
STDIN = "-"


class StoppedError(BioextractError):
    """The run was to stop at the first reject, and there was one."""


@dataclass(slots=True)
class Summary:
    """What a run did: numbers of articles, people and facts, and the first records that hold people (JSON lines).

    `articles` were done in this run, `skipped` were there already.
    """

    articles: int = 0
    skipped: int = 0
    people: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    rejected: int = 0
    found: int = 0
    first: list[bytes] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Wall-clock time since the run began."""
        return time.monotonic() - self.started

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        if isinstance(outcome, Reject):
            self.rejected += 1
            self.found += outcome.stage == "extract" or _is_file(outcome.source)
            return
        self.articles += 1
        self.found += 1
        self.people += outcome.people
        self.facts.update(outcome.facts)
        if outcome.people and len(self.first) < SHOWN_RECORDS:
            self.first.append(outcome.line)


def run_batch(  # noqa: PLR0913
    outcomes: Iterable[Outcome],
    sink: Sink,
    rejects: RejectsFile | None,
    *,
    summary: Summary,
    fail_fast: bool = False,
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> None:
    """Writes each outcome to the sink or to the rejects, counts it in `summary` and tells of it.

    Raises `StoppedError` at the first reject when `fail_fast`, and `OSError` when something cannot be written.
    """
    for outcome in outcomes:
        if isinstance(outcome, Done):
            sink.write(outcome.line)
        else:
            sink.reject(outcome)
            if rejects is not None:
                rejects.write(outcome)
        summary.add(outcome)
        summary.skipped = sink.skipped
        tell(outcome)
        if fail_fast and isinstance(outcome, Reject):
            raise StoppedError("stopped at the first rejected article (--fail-fast)")
    summary.skipped = sink.skipped


def extract_outcomes(
    articles: Iterable[Article | ReadError], make_extractor: MakeExtractor, *, sink: Sink | None = None, jobs: int = 1
) -> Generator[Outcome]:
    """One outcome for each article, or for each that could not be read, in order, as a stream.

    Articles that the `sink` has already are left out.
    """
    items: Iterable[Item] = (Reject.from_error(item) if isinstance(item, ReadError) else item for item in articles)
    return extract_lines(sink.pending(items) if sink else items, make_extractor, jobs=jobs)


def _is_file(source: str) -> bool:
    """Whether something was there to read: a file that is bad is not the same as a path that leads nowhere."""
    return source == STDIN or any(Path(path).is_file() for path in (source, source.rpartition("#")[0]))
