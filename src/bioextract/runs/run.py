"""A whole run of `bioextract run`: articles to their places, interrupted or not, and what is told of it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager

from rich.console import Console

from bioextract.articles import Article, read_articles
from bioextract.articles.count import Total
from bioextract.errors import ReadError
from bioextract.exit_codes import NOTHING_FOUND, OK, SOME_REJECTED, exit_code_of
from bioextract.records import Record
from bioextract.runs.batch import extract_outcomes, run_batch
from bioextract.runs.interruption import Interruption
from bioextract.runs.outcomes import Done, Pause, Work
from bioextract.runs.plan import QUIET, VERBOSE, RunPlan, check_plan
from bioextract.runs.progress import State, log_progress, show_progress
from bioextract.runs.read_ahead import read_ahead
from bioextract.runs.rejects import Reject, open_rejects
from bioextract.runs.retry import STDIN, Retry, rejected_sources
from bioextract.runs.summary import Summary, write_summary
from bioextract.sinks import Sink
from bioextract.sinks.both import Both
from bioextract.sinks.jsonl import JsonlStream, open_jsonl, part_of
from bioextract.sinks.resumed import open_appended, open_resumed
from bioextract.table import open_console, say, show_athletes, show_summary

Tell = Callable[[Done | Reject], None]
STOPPING = "stopping: the article in hand is finished first; once more stops at once"


def carry_out(plan: RunPlan) -> int:
    """Does a whole run, tells how it went and returns the exit code.

    Raises `UsageError` if the plan cannot be carried out, `StoppedError` with `fail_fast`, `Interrupted` after a
    signal, `WorkersError` when worker processes cannot start, `OSError` when an output cannot be written.
    """
    check_plan(plan)
    _set_up_logging(plan)
    console, summary = open_console(), Summary()
    try:
        _run(plan, console, summary)
    except BaseException as error:
        _tell_how_to_go_on(console, plan, summary)
        _end(console, plan, summary, exit_code_of(error), error)
        raise
    code = _exit_code(plan, summary)
    _end(console, plan, summary, code)
    return code


def _run(plan: RunPlan, console: Console, summary: Summary) -> None:
    retry = Retry(_rejected_sources(plan)) if plan.retry_rejects else None
    articles: Iterator[Article | ReadError | Pause]
    articles = retry.articles(plan.options) if retry else read_articles(plan.paths, plan.options)
    with ExitStack() as stack:
        # First, so that a signal does not break off the sinks when they close either.
        interruption = stack.enter_context(Interruption(lambda: say(console, STOPPING)))
        if STDIN in plan.paths:  # the only input that may keep one waiting
            articles = stack.enter_context(read_ahead(articles))
        sink = _open_sinks(plan, stack, lambda line: say(console, line))
        rejects = None
        if plan.rejects:
            goes_on = plan.resume or plan.retry_rejects
            rejects = stack.enter_context(open_rejects(plan.rejects, goes_on=goes_on))
        tell = stack.enter_context(_telling(console, plan, summary, sink))
        work = Work(plan.make_extractor, plan.jobs, plan.time_limit, interruption.is_requested)
        outcomes = extract_outcomes(interruption.until(articles), work, sink=sink)
        stack.enter_context(closing(outcomes))
        run_batch(outcomes, sink, rejects, summary=summary, fail_fast=plan.fail_fast, tell=tell)
        interruption.check()  # within the block, so that the sinks know that this is not the end
    if retry and retry.gone:
        _forget(plan, console, retry.gone)


def _rejected_sources(plan: RunPlan) -> list[str]:
    sources = rejected_sources(plan.rejects) if plan.rejects else []
    if plan.database:
        from bioextract.sinks.database import known_rejects

        sources += known_rejects(plan.database)
    return sources


def _forget(plan: RunPlan, console: Console, sources: list[str]) -> None:
    """A rejects file lists what this run has rejected, and no others."""
    if plan.database:
        from bioextract.sinks.database import forget_rejects

        forget_rejects(plan.database, sources)
    say(console, f"rejects forgotten because their articles are gone: {len(sources)}")


def _open_sinks(plan: RunPlan, stack: ExitStack, tell: Callable[[str], None]) -> Sink:
    if not plan.database:
        return stack.enter_context(_open_lines(plan, tell))
    from bioextract.sinks.database import DatabasePlan, open_database

    settings = DatabasePlan(
        extractor=plan.extractor,
        keep_text=plan.keep_text,
        force=plan.redo,
        prune=plan.prune,
        paths=plan.paths,
        command=plan.command,
        tell=tell,
    )
    database = stack.enter_context(open_database(plan.database, settings))
    return Both(database, stack.enter_context(_open_lines(plan, tell))) if plan.output else database


@contextmanager
def _open_standard_output() -> Iterator[Sink]:
    yield JsonlStream(sys.stdout.buffer, "standard output")


def _open_lines(plan: RunPlan, tell: Callable[[str], None]) -> AbstractContextManager[Sink]:
    if not plan.output:
        return _open_standard_output()
    if not plan.resume:
        return open_jsonl(plan.output)
    # Neither what a database lacks nor what is listed as rejected are all the articles that have a record.
    open_sink = open_appended if plan.database or plan.retry_rejects else open_resumed
    return open_sink(plan.output, plan.extractor, tell)


def _set_up_logging(plan: RunPlan) -> None:
    # What libraries have to say of bad pages is told better by the reject.
    level = logging.WARNING if plan.verbosity >= VERBOSE else logging.CRITICAL + 1
    logging.basicConfig(level=level, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("bioextract").setLevel(logging.INFO if plan.verbosity > QUIET else level)


@contextmanager
def _telling(console: Console, plan: RunPlan, summary: Summary, sink: Sink) -> Iterator[Tell]:
    """What to call with each outcome: tells of rejects, and of everything if verbose. Progress is shown beside."""

    def tell(outcome: Done | Reject) -> None:
        if isinstance(outcome, Reject):
            say(console, str(outcome) + (f"\n{outcome.details}" if plan.verbosity >= VERBOSE else ""))
        elif plan.verbosity >= VERBOSE:
            say(console, f"{outcome.source}: {outcome.people} people, {sum(outcome.facts.values())} facts")

    total = Total(plan.paths) if not plan.retry_rejects else None

    def state() -> State:
        return State(summary.articles, sink.skipped, summary.rejected, total.known() if total else None)

    if plan.verbosity <= QUIET:
        yield tell
        return
    # What moves would run through the records if both were on one terminal.
    is_shown = console.is_terminal and not (_goes_to_stdout(plan) and sys.stdout.isatty())
    with show_progress(console, state) if is_shown else log_progress(state):
        yield tell


def _goes_to_stdout(plan: RunPlan) -> bool:
    return not plan.output and not plan.database


def _exit_code(plan: RunPlan, summary: Summary) -> int:
    if not summary.found + summary.skipped and not plan.retry_rejects:
        return NOTHING_FOUND
    return SOME_REJECTED if summary.rejected else OK


def _end(console: Console, plan: RunPlan, summary: Summary, code: int, error: BaseException | None = None) -> None:
    if plan.verbosity > QUIET and (summary.articles or summary.skipped or summary.rejected):
        if not _goes_to_stdout(plan) and summary.first:
            console.print(show_athletes(map(Record.model_validate_json, summary.first)))
            console.print()
        console.print(show_summary(summary))
    write_summary(plan, summary, code, error)


def _tell_how_to_go_on(console: Console, plan: RunPlan, summary: Summary) -> None:
    if plan.output and (plan.resume or summary.articles) and part_of(plan.output.resolve()).exists():
        place, how = f"records are in {part_of(plan.output)}", "with --resume"
        how += " instead of --force" if plan.force else ""
        how += " and without --redo" if plan.redo else ""
    elif plan.database and summary.articles:
        place, how = "articles are in the database", "without --redo" if plan.redo else ""
    else:
        return
    say(console, f"the finished {place}; the same command{how and ' '}{how} goes on from there")
