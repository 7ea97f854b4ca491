"""`bioextract export`."""

from __future__ import annotations

from pathlib import Path

import click

from bioextract.commands.options import source_argument, verdicts_option

FORMATS = ("csv", "jsonl", "parquet")


@click.command()
@source_argument
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What the files are."
)
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write here.",
)
@click.option("--tables", is_flag=True, help="The tables of the database as they are, one a file (Parquet).")
@verdicts_option
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def export(  # noqa: PLR0913
    *, source: str, form: str, folder: Path, tables: bool, verdicts: Path | None, force: bool
) -> None:
    """Write facts as tables, one file a kind of fact, and people and articles: for spreadsheets, pandas, DuckDB.

    Facts are as people have judged them (`bioextract review`). In CSV a text that begins with = + - @ gets an
    apostrophe before it, lest a spreadsheet run it. With --tables the files hold what the database's tables hold: also
    athletes, every span of evidence, sources, rejects and runs.
    """
    from bioextract.errors import UsageError
    from bioextract.exports import export_records, paths_in
    from bioextract.report.source import check_outputs, is_database, read_source

    if tables:
        from bioextract.sinks.database.export import export_parquet

        if form != "parquet" or not is_database(source):
            raise UsageError("--tables is for a database, with --format parquet")
        for path, rows in export_parquet(source, folder, force=force):
            click.echo(f"{path}: {rows} rows", err=True)
        return
    check_outputs(paths_in(folder, form).values(), source, verdicts)
    for path, rows in export_records(read_source(source, verdicts=verdicts).articles(), folder, form, force=force):
        click.echo(f"{path}: {rows} rows", err=True)
