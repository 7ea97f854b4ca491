"""The command line of the job."""

from __future__ import annotations

import datetime as dt
import functools
import shlex
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import click

from bioextract.articles import ReadOptions
from bioextract.commands.options import READING_OPTIONS, min_confidence_option, rules_only_option
from bioextract.errors import BioextractError
from bioextract.exit_codes import NOTHING_FOUND, OK, SOME_REJECTED, exit_code_of, reason_of
from bioextract.extractor import Extractor
from bioextract.passwords import hide_password
from bioextract.spark.job import JobPlan, describe, run_job
from bioextract.spark.settings import Settings
from bioextract.spark.sources import FORMS, Form, find_form


def _reading_options(command: Any) -> Any:
    """Those of `run` that are about articles, not about standard input."""
    for option in reversed(READING_OPTIONS[:3]):
        command = option(command)
    return command


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source")
@click.option("--to", "target", required=True, metavar="TARGET", help="Folder of Parquet files, or URL of a database.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="What SOURCE holds [default: by its name, else files]."
)
@click.option("--checkpoint", metavar="DIR", help="Do what is new since the last job with this DIR, in batches.")
@click.option(
    "--files-a-batch",
    type=click.IntRange(min=1),
    default=1000,
    metavar="N",
    show_default=True,
    help="With --checkpoint.",
)
@click.option("--partitions", type=click.IntRange(min=1), metavar="N", help="Deal the rows out to N tasks.")
@click.option(
    "--doc-timeout",
    "time_limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="S",
    help="Reject an article that takes longer than S seconds.",
)
@click.option("--keep-text", is_flag=True, help="Keep the articles' texts in the database.")
@click.option("--redo", is_flag=True, help="Do again what the database has.")
@click.option("--force", is_flag=True, help="Overwrite the folder TARGET.")
@min_confidence_option
@rules_only_option
@_reading_options
def job(  # noqa: PLR0913
    *,
    min_confidence: float | None,
    rules_only: bool,
    fields: dict[str, str],
    published: dt.date | None,
    max_characters: int,
    time_limit: float | None,
    form: Form | None,
    **plan: Any,
) -> int:
    """Extract records from SOURCE with Spark: files, JSON Lines or Parquet, wherever Spark can read.

    Exit codes are those of `bioextract run`.
    """
    make_extractor = functools.partial(Extractor, min_confidence=min_confidence, rules_only=rules_only)
    options = ReadOptions(published=published, max_characters=max_characters, **fields)
    counts = run_job(
        JobPlan(
            form=form or find_form(plan["source"]),
            settings=Settings(options, make_extractor, time_limit),
            command=shlex.join(["bioextract.spark", *map(hide_password, sys.argv[1:])]),
            **plan,
        )
    )
    click.echo(f"bioextract: {describe(counts, hide_password(plan['target']))}", err=True)
    if not sum(counts[name] for name in ("articles", "skipped", "rejected")) and not plan["checkpoint"]:
        click.echo(f"bioextract: {plan['source']}: no article found; is its --format right?", err=True)
        return NOTHING_FOUND
    return SOME_REJECTED if counts["rejected"] else OK


def main(args: Sequence[str] | None = None) -> int:
    """Runs the job and returns its exit code."""
    # No pandas is used; what PySpark thinks of its version says nothing to whoever runs the job.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    try:
        return job.main(args=args and list(args), prog_name="bioextract.spark", standalone_mode=False) or OK
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort, OSError, BioextractError) as error:
        click.echo(f"bioextract: {reason_of(error) or 'interrupted'}", err=True)
        return exit_code_of(error)
