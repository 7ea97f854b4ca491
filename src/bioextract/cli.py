"""The command line: arguments in, exit code out. What is heavy is imported inside the commands."""

from __future__ import annotations

import datetime as dt
import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from bioextract import __version__
from bioextract.articles.options import ReadOptions
from bioextract.db_cli import db
from bioextract.errors import BioextractError, UsageError

OK, FAILED, USAGE, SOME_REJECTED, NOTHING_FOUND, INTERRUPTED = 0, 1, 2, 3, 4, 130
EXIT_CODES = """\b
Exit codes:
    0  all well
    1  the run failed (an output cannot be written, --fail-fast met a reject, ...)
    2  wrong usage or configuration
    3  some articles were rejected, the rest is done
    4  nothing matched: the paths lead to no article at all
  130  interrupted; with -o, the finished records are in OUT.part

Records go to standard output, all else to standard error. A reader that stops early (`| head`) is no error."""
FORMATS = ("json", "table")

FIELD_NAMES = ("id", "title", "published", "text", "url")

F = TypeVar("F", bound=Callable[..., Any])


def _to_date(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date such as 2023-08-26") from None


def _to_fields(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    """`text=body,title=headline` as settings of `ReadOptions`."""
    names = {}
    for pair in value.split(",") if value is not None else ():
        ours, _, theirs = map(str.strip, pair.partition("="))
        if ours not in FIELD_NAMES or not theirs:
            fields = ", ".join(FIELD_NAMES)
            raise click.BadParameter(f"{pair!r}: write such as text=body,title=headline; the fields are {fields}")
        names[f"{ours}_field"] = theirs
    return names


def _reading_options(command: F) -> F:
    """The options of every command that reads articles; the command gets them as one `ReadOptions`."""

    @functools.wraps(command)
    def with_options(fields: dict[str, Any], **others: Any) -> Any:
        settings = fields | {name: others.pop(name) for name in ("published", "max_characters", "stdin_format")}
        return command(options=ReadOptions(**settings), **others)

    for option in reversed(READING_OPTIONS):
        with_options = option(with_options)
    return cast(F, with_options)


READING_OPTIONS = (
    click.option("--published", callback=_to_date, metavar="DATE", help="Date of articles that tell none: 2023-08-26."),
    click.option(
        "--fields",
        callback=_to_fields,
        metavar="OURS=THEIRS,...",
        help="Fields of JSON and CSV: text=body,title=headline.",
    ),
    click.option(
        "--max-characters",
        type=click.IntRange(min=1),
        metavar="N",
        default=ReadOptions().max_characters,
        show_default=True,
        help="Reject longer articles.",
    ),
    click.option(
        "--stdin-format",
        metavar="SUFFIX",
        default=ReadOptions().stdin_format,
        show_default=True,
        help="What - is: txt, html, jsonl, ...",
    ),
)
min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Leave out facts less probable than P [default: the model's own threshold].",
)
rules_only_option = click.option("--rules-only", is_flag=True, help="Without the learned model: faster, finds less.")
jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Worker processes.", show_default=True
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Structured facts about athletes from English sports articles, each with its exact evidence."""


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(), metavar="OUT.jsonl", help="Write here; appears when it is whole.")
@jobs_option
@click.option(
    "--rejects", type=click.Path(dir_okay=False), metavar="FILE", help="List what was rejected, as JSON Lines."
)
@min_confidence_option
@rules_only_option
@_reading_options
@click.option("--fail-fast", is_flag=True, help="Stop at the first rejected article, with exit code 1.")
@click.option("--force", is_flag=True, help="Overwrite the outputs.")
@click.option("-v", "--verbose", is_flag=True, help="Tell of every article, and show tracebacks.")
@click.option("-q", "--quiet", is_flag=True, help="Tell only of what was rejected.")
def run(  # noqa: PLR0913
    *,
    paths: tuple[str, ...],
    output: str | None,
    jobs: int,
    rejects: str | None,
    min_confidence: float | None,
    rules_only: bool,
    options: ReadOptions,
    fail_fast: bool,
    force: bool,
    verbose: bool,
    quiet: bool,
) -> int:
    """Extract records from files, folders, globs, or - (stdin).

    Without -o, records go to standard output, one a line. Articles are done in a fixed order, whatever -j is.
    """
    from bioextract.extractor import Extractor
    from bioextract.runs import RunPlan, carry_out

    plan = RunPlan(
        paths=paths,
        options=options,
        make_extractor=functools.partial(Extractor, min_confidence=min_confidence, rules_only=rules_only),
        output=None if output in (None, "-") else Path(str(output)),
        rejects=Path(rejects) if rejects else None,
        jobs=jobs,
        fail_fast=fail_fast,
        force=force,
        verbosity=verbose - quiet,
    )
    summary = carry_out(plan)
    if not summary.found:
        return NOTHING_FOUND
    return SOME_REJECTED if summary.rejected else OK


@cli.command()
@click.argument("path", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@min_confidence_option
@rules_only_option
@_reading_options
def extract(path: str, form: str, min_confidence: float | None, rules_only: bool, options: ReadOptions) -> None:
    """Extract the record of one article and print it."""
    from bioextract.articles.read import read_article
    from bioextract.extractor import Extractor

    article = read_article(path, options)
    record = Extractor(min_confidence=min_confidence, rules_only=rules_only).extract(article)
    if form == "json":
        _print(record.model_dump_json(indent=2))
        return
    from bioextract.table import open_console, show_record

    open_console(sys.stdout).print(show_record(record))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from bioextract.records import Record

    _print(json.dumps(Record.model_json_schema(mode="serialization"), indent=2))


@cli.command("eval")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False), metavar="GOLD.jsonl")
@click.argument("texts", type=click.Path(exists=True, dir_okay=False), metavar="TEXTS.jsonl")
@click.option("--records", type=click.Path(exists=True, dir_okay=False), help="Score these records; extract nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON, those of each article too.")
@click.option(
    "--show",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show N missed and N spurious facts of each type.",
)
@jobs_option
def evaluate(  # noqa: PLR0913
    *, gold: str, texts: str, records: str | None, as_json: bool, show: int, jobs: int
) -> None:
    """Score extraction against annotated articles: facts by type, attributes, evidence."""
    import json

    from bioextract.evaluation import list_differences
    from bioextract.runs import evaluate_files

    result = evaluate_files(Path(gold), Path(texts), Path(records) if records else None, jobs)
    for line in list_differences(result, show):
        click.echo(line, err=True)
    _print(json.dumps(result.to_json(), indent=1) if as_json else result.to_text())


cli.add_command(db)


def main(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    code, reason = _try(args)
    if reason:
        click.echo(f"bioextract: {reason}", err=True)
    _give_up_output()
    return code


def _try(args: Sequence[str] | None) -> tuple[int, str]:
    """The exit code, and the reason where it is not told yet."""
    try:
        return _invoke(args), ""
    except click.ClickException as error:
        error.show()
        return error.exit_code, ""
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED, "interrupted"
    except BrokenPipeError:
        # Worker pools that are torn down at exit may complain of their closed pipes (CPython 3.11): nobody reads on.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
        return OK, ""
    except OSError as error:
        return FAILED, f"{error.filename}: {error.strerror}" if error.filename else str(error)
    except BioextractError as error:
        return USAGE if isinstance(error, UsageError) else FAILED, str(error)


def _invoke(args: Sequence[str] | None) -> int:
    # Not `cli.main`, which takes broken pipes and Ctrl-C for itself and gives them other exit codes.
    try:
        with cli.make_context("bioextract", list(sys.argv[1:] if args is None else args)) as context:
            return cli.invoke(context) or OK
    except click.exceptions.Exit as end:
        return end.exit_code


def _print(text: str) -> None:
    """Standard output is UTF-8 whatever the locale says, for it is data."""
    from bioextract.sinks.jsonl import JsonlStream, naming_errors

    with naming_errors("standard output"):
        JsonlStream(sys.stdout.buffer).write(text.encode() + b"\n")


def _give_up_output() -> None:
    """Drops what a closed pipe or a full disk has not taken; the exit of Python would complain of it again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
