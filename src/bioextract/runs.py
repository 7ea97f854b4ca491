"""The long jobs of the command line: their files, and what they tell on stderr."""

from __future__ import annotations

import gzip
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from bioextract.articles.options import ReadOptions
from bioextract.articles.read import KNOWN_SUFFIXES, read_articles
from bioextract.batch import Summary, extract_outcomes, run_batch
from bioextract.errors import ReadError, UsageError
from bioextract.evaluation import Evaluation, score_records
from bioextract.records import Record
from bioextract.rejects import Reject, open_rejects
from bioextract.sinks import Sink
from bioextract.sinks.jsonl import JsonlStream, naming_errors, open_jsonl, part_of
from bioextract.table import one_line, open_console, show_athletes, show_summary
from bioextract.workers import Done, MakeExtractor, Outcome

QUIET, VERBOSE = -1, 1


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What `bioextract run` was asked for; `output` None is standard output, `verbosity` one of QUIET, 0, VERBOSE."""

    paths: tuple[str, ...]
    options: ReadOptions
    make_extractor: MakeExtractor
    output: Path | None = None
    rejects: Path | None = None
    jobs: int = 1
    fail_fast: bool = False
    force: bool = False
    verbosity: int = 0


def carry_out(plan: RunPlan) -> Summary:
    """Does a whole run and tells how it went.

    Raises `UsageError` if an output exists or is an input, `StoppedError` with `fail_fast`, `OSError` when an output
    cannot be written.
    """
    _check_outputs(plan)
    # What libraries have to say of bad pages is told better by the reject.
    logging.basicConfig(level=logging.WARNING if plan.verbosity >= VERBOSE else logging.CRITICAL + 1)
    console = open_console()
    summary = Summary()
    try:
        with ExitStack() as stack:
            sink = stack.enter_context(_open_sink(plan.output))
            rejects = stack.enter_context(open_rejects(plan.rejects)) if plan.rejects else None
            tell = stack.enter_context(_telling(console, plan, summary))
            articles = read_articles(plan.paths, plan.options)
            outcomes = extract_outcomes(articles, plan.make_extractor, sink=sink, jobs=plan.jobs)
            stack.enter_context(closing(outcomes))
            run_batch(outcomes, sink, rejects, summary=summary, fail_fast=plan.fail_fast, tell=tell)
    except BaseException:
        if plan.output and summary.articles:
            _say(console, f"the {summary.articles} finished records are in {part_of(plan.output)}")
        raise
    finally:
        if plan.verbosity > QUIET and (summary.articles or summary.rejected):
            _show_end(console, plan, summary)
    return summary


def evaluate_files(gold: Path, texts: Path, records: Path | None, jobs: int) -> Evaluation:
    """Scores the records of a file, or the extraction of the texts, against annotated articles.

    Raises `ReadError` for a broken line, and when a file does not hold what it should.
    """
    console = open_console()
    predicted = list(_read_jsonl(records) if records else _extract_records(texts, jobs, console))
    try:
        contents = {article["id"]: article["text"] for article in _read_jsonl(texts)}
        return score_records(list(_read_jsonl(gold)), predicted, contents)
    except (AttributeError, KeyError, TypeError) as error:
        raise ReadError(str(gold), f"does not fit {texts}, or is not made of annotated articles: {error!r}") from error


def _extract_records(texts: Path, jobs: int, console: Console) -> Iterator[Any]:
    from bioextract.extractor import Extractor

    with closing(extract_outcomes(read_articles([str(texts)]), Extractor, jobs=jobs)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                yield json.loads(outcome.line)
            else:
                _say(console, str(outcome))


def _read_jsonl(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                value = json.loads(line) if line.strip() else None
            except ValueError as error:
                raise ReadError(str(path), f"broken JSON: {error}", line=number) from None
            if value is not None:
                yield value


def _check_outputs(plan: RunPlan) -> None:
    outputs = [path for path in (plan.output, plan.rejects) if path]
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise UsageError(f"{plan.output}: the records and the rejects cannot go to the same file")
    for output in outputs:
        for path in plan.paths:
            if _is_read(output, path):
                raise UsageError(f"{output}: would be read as an input ({path}); write it elsewhere")
        if output.is_dir():
            raise UsageError(f"{output}: is a folder, not a file to write to")
        if output.is_file() and not plan.force:
            raise UsageError(f"{output}: exists; --force overwrites it")


def _is_read(output: Path, path: str) -> bool:
    """Whether an output is, or will be, one of the files that an input path stands for."""
    ours, theirs = output.resolve(), Path(path).resolve()
    if ours == theirs:
        return True
    if Path(ours.name.lower().removesuffix(".gz")).suffix not in KNOWN_SUFFIXES:
        return False
    return theirs in ours.parents if theirs.is_dir() else fnmatch(str(ours), str(theirs))


@contextmanager
def _open_sink(output: Path | None) -> Iterator[Sink]:
    if output:
        with open_jsonl(output) as sink:
            yield sink
    else:
        with naming_errors("standard output"):
            yield JsonlStream(sys.stdout.buffer)


@contextmanager
def _telling(console: Console, plan: RunPlan, summary: Summary) -> Iterator[Callable[[Outcome], None]]:
    """What to call with each outcome: shows progress on a terminal, tells of rejects, and of everything if verbose."""
    # A spinner would run through the records if both were on one terminal.
    is_shown = console.is_terminal and plan.verbosity > QUIET and (plan.output is not None or not sys.stdout.isatty())
    status = console.status("reading ...")

    def tell(outcome: Outcome) -> None:
        if isinstance(outcome, Reject):
            _say(console, str(outcome) + (f"\n{outcome.details}" if plan.verbosity >= VERBOSE else ""))
        elif plan.verbosity >= VERBOSE:
            _say(console, f"{outcome.source}: {outcome.people} people, {sum(outcome.facts.values())} facts")
        if is_shown:
            status.update(f"{summary.articles} articles, {summary.rejected} rejected, {summary.seconds:.0f} s")

    if not is_shown:
        yield tell
        return
    with status:
        yield tell


def _show_end(console: Console, plan: RunPlan, summary: Summary) -> None:
    if plan.output and summary.first:
        console.print(show_athletes(map(Record.model_validate_json, summary.first)))
        console.print()
    console.print(show_summary(summary))


def _say(console: Console, text: str) -> None:
    """One line however narrow the terminal; a traceback keeps its lines."""
    console.print(Text("\n".join(map(one_line, text.splitlines()))), soft_wrap=True)
