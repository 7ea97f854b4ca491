"""`bioextract run`."""

from __future__ import annotations

import functools
import math
import os
import shlex
import sys
from pathlib import Path
from typing import Any

import click

from bioextract.articles.options import ReadOptions
from bioextract.commands.options import jobs_option, min_confidence_option, reading_options, rules_only_option
from bioextract.passwords import hide_password

FILE = click.Path(dir_okay=False, path_type=Path)


def _to_seconds(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    if value is not None and not (math.isfinite(value) and value > 0):
        raise click.BadParameter(f"{value:g} is no number of seconds above 0")
    return value


def _to_path(ctx: click.Context, param: click.Parameter, value: str | None) -> Path | None:
    return None if value in (None, "-") else Path(str(value))


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("-o", "--output", callback=_to_path, metavar="OUT.jsonl", help="Write here; appears when it is whole.")
@click.option("--db", "database", metavar="URL", help="Write into a database: sqlite:///facts.db, postgresql://...")
@click.option("--keep-text", is_flag=True, help="Keep the articles' texts in the database.")
@click.option("--prune", is_flag=True, help="Delete from the database what is not among the PATHs any more.")
@jobs_option
@click.option(
    "--doc-timeout",
    "time_limit",
    type=float,
    callback=_to_seconds,
    metavar="S",
    help="Reject an article that takes longer than S seconds.",
)
@click.option("--resume", is_flag=True, help="Go on with what OUT.jsonl.part, or OUT.jsonl, has.")
@click.option("--rejects", type=FILE, metavar="FILE", help="List what was rejected, as JSON Lines.")
@click.option(
    "--retry-rejects", is_flag=True, help="Do again what is listed in the --rejects file or in the database; no PATHs."
)
@click.option("--summary", type=FILE, metavar="FILE", help="Write the numbers of the run, as JSON.")
@min_confidence_option
@rules_only_option
@reading_options
@click.option("--fail-fast", is_flag=True, help="Stop at the first rejected article, with exit code 1.")
@click.option("--force", is_flag=True, help="Overwrite the files that are written.")
@click.option("--redo", is_flag=True, help="Do again what the database has.")
@click.option("-v", "--verbose", is_flag=True, help="Tell of every article, and show tracebacks.")
@click.option("-q", "--quiet", is_flag=True, help="Tell only of what was rejected.")
def run(
    *,
    min_confidence: float | None,
    rules_only: bool,
    verbose: bool,
    quiet: bool,
    options: ReadOptions,
    **settings: Any,
) -> int:
    """Extract records from files, folders, globs, or - (stdin).

    Without -o and --db, records go to standard output, one a line. Articles are done in a fixed order, whatever -j is.
    Ctrl-C finishes the article in hand; a second one stops at once.
    """
    from bioextract.extractor import Extractor
    from bioextract.runs.plan import RunPlan
    from bioextract.runs.run import carry_out

    make_extractor = functools.partial(Extractor, min_confidence=min_confidence, rules_only=rules_only)
    return carry_out(
        RunPlan(
            options=options,
            make_extractor=make_extractor,
            extractor=make_extractor().info,
            # A file name may hold bytes that are not UTF-8, which no database takes. In quotes a password is not found.
            command=os.fsencode(shlex.join(["bioextract", *map(hide_password, sys.argv[1:])])).decode(errors="replace"),
            verbosity=verbose - quiet,
            **settings,
        )
    )
