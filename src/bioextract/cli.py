"""The command line: arguments in, exit code out."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from bioextract import __version__
from bioextract.commands.db import db
from bioextract.commands.diff import diff
from bioextract.commands.evaluate import evaluate
from bioextract.commands.export import export
from bioextract.commands.extract import extract
from bioextract.commands.report import report
from bioextract.commands.review import review
from bioextract.commands.run import run
from bioextract.commands.schema import schema
from bioextract.errors import BioextractError
from bioextract.exit_codes import INTERRUPTED, OK, exit_code_of, reason_of
from bioextract.passwords import hide_passwords

EXIT_CODES = """\b
Exit codes:
    0  all well
    1  the run failed (an output cannot be written, --fail-fast met a reject, ...)
    2  wrong usage or configuration
    3  some articles were rejected, the rest is done
    4  nothing matched: the paths lead to no article at all
    5  the records differ (diff --exit-code)
  130  interrupted (143 by SIGTERM); what is done is kept, and the run says how to go on

Records go to standard output, all else to standard error. A reader that stops early (`| head`) is no error."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Structured facts about athletes from English sports articles, each with its exact evidence."""


for command in (run, extract, report, review, diff, export, schema, evaluate, db):
    cli.add_command(command)


def main(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    code, reason = _try(args)
    if reason:
        click.echo(f"bioextract: {hide_passwords(reason)}", err=True)
    _give_up_output()
    return code


def _try(args: Sequence[str] | None) -> tuple[int, str]:
    """The exit code, and the reason where it is not told yet."""
    try:
        return _invoke(args), ""
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        click.echo(hide_passwords(told.getvalue()), err=True, nl=False)
        return error.exit_code, ""
    except click.Abort:
        return INTERRUPTED, "interrupted"
    except (KeyboardInterrupt, OSError, BioextractError) as error:
        return exit_code_of(error), reason_of(error)


def _invoke(args: Sequence[str] | None) -> int:
    # Not `cli.main`, which takes broken pipes and Ctrl-C for itself and gives them other exit codes.
    try:
        with cli.make_context("bioextract", list(sys.argv[1:] if args is None else args)) as context:
            return cli.invoke(context) or OK
    except click.exceptions.Exit as end:
        return end.exit_code


def _give_up_output() -> None:
    """Drops what a closed pipe or a full disk has not taken; the exit of Python would complain of it again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
