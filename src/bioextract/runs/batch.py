"""A run over many articles: every outcome goes to its place and is counted."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from bioextract.articles import Article
from bioextract.errors import ReadError, StoppedError
from bioextract.runs.outcomes import Done, Left, Outcome, Pause, Work, extract_lines
from bioextract.runs.rejects import Reject, RejectsFile
from bioextract.runs.summary import Summary
from bioextract.sinks import Sink


def run_batch(  # noqa: PLR0913
    outcomes: Iterable[Outcome],
    sink: Sink,
    rejects: RejectsFile | None,
    *,
    summary: Summary,
    fail_fast: bool = False,
    tell: Callable[[Done | Reject], None] = lambda outcome: None,
) -> None:
    """Writes each outcome to the sink or to the rejects, counts it in `summary` and tells of it.

    Raises `StoppedError` at the first reject when `fail_fast`, and `OSError` when something cannot be written.
    """
    try:
        for outcome in outcomes:
            if isinstance(outcome, Left):
                sink.leave()
                continue
            _keep(outcome, sink, rejects)
            summary.add(outcome)
            tell(outcome)
            if fail_fast and isinstance(outcome, Reject):
                raise StoppedError("stopped at the first rejected article (--fail-fast)")
    finally:
        summary.skipped = sink.skipped


def _keep(outcome: Done | Reject, sink: Sink, rejects: RejectsFile | None) -> None:
    if isinstance(outcome, Done):
        sink.write(outcome.line)
        if rejects:
            rejects.forgive(outcome.source)
        return
    if rejects:
        rejects.write(outcome)
    sink.reject(outcome)


def extract_outcomes(
    articles: Iterable[Article | ReadError | Pause], work: Work, *, sink: Sink | None = None
) -> Generator[Outcome]:
    """One outcome for each article, or for each that could not be read, in order, as a stream.

    Articles that the `sink` has already are left out.
    """
    items = (Reject.from_error(item) if isinstance(item, ReadError) else item for item in articles)
    return extract_lines(sink.pending(items) if sink else items, work)
