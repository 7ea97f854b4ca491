"""`bioextract diff`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bioextract.commands.output import print_data
from bioextract.exit_codes import DIFFERENT, OK

RECORDS = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=RECORDS, metavar="OLD.jsonl")
@click.argument("new", type=RECORDS, metavar="NEW.jsonl")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    metavar="P",
    help="A confidence that changes by more than P is a change.",
)
@click.option("--summary", "only_sums", is_flag=True, help="Print the sums by kind of fact only.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--exit-code", "tells", is_flag=True, help=f"Exit with {DIFFERENT} if there is a difference.")
def diff(  # noqa: PLR0913
    *, old: Path, new: Path, threshold: float, only_sums: bool, as_json: bool, tells: bool
) -> int:
    """Compare the records of two runs: facts won (+), lost (-) and changed (~), article by article and by kind.

    A fact is changed if an attribute is told otherwise, or its confidence is another. The exit code is 0 whether or not
    there is a difference.
    """
    import json

    from bioextract.comparison import compare_runs
    from bioextract.comparison_view import comparison_to_json, show_comparison
    from bioextract.records_file import read_records
    from bioextract.table import open_console

    comparison = compare_runs(read_records(old), read_records(new), threshold)
    if as_json:
        print_data(json.dumps(comparison_to_json(comparison, threshold), indent=1, ensure_ascii=False))
    else:
        console = open_console(sys.stdout)
        for line in show_comparison(comparison, threshold, only_sums=only_sums):
            console.print(line, soft_wrap=True)
    return DIFFERENT if tells and comparison else OK
