"""`bioextract report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bioextract.commands.options import fields_option


@click.command()
@click.argument("records", metavar="RECORDS.jsonl", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="OUT.html", help="Write here.")
@click.option("--texts", multiple=True, metavar="PATH", help="Where the articles are, as `run` reads them; repeatable.")
@click.option("--no-texts", is_flag=True, help="Without the articles' texts: evidence only, a smaller file.")
@click.option("--rejects", type=click.Path(path_type=Path), metavar="FILE", help="What the run rejected.")
@fields_option
@click.option("--force", is_flag=True, help="Overwrite the output.")
def report(  # noqa: PLR0913
    *,
    records: Path,
    output: Path,
    texts: tuple[str, ...],
    no_texts: bool,
    rejects: Path | None,
    fields: dict[str, Any],
    force: bool,
) -> None:
    """Make one HTML file of records: athletes, their facts, and every article with its evidence.

    Texts come from --texts, else from where the records say that they came from, and are shown if they are unchanged.
    The file needs no network and no server. An article takes about 11 kB, and 7 kB with --no-texts.
    """
    from dataclasses import replace

    from bioextract.errors import UsageError
    from bioextract.report.source import read_files
    from bioextract.report.write import write_report

    if output.exists() and not force:
        raise UsageError(f"{output}: exists; --force overwrites it")
    if output.resolve() in (records.resolve(), rejects and rejects.resolve()):
        raise UsageError(f"{output}: is read from, so that the report cannot go there")
    if texts and no_texts:
        raise UsageError("--texts and --no-texts exclude each other")
    contents = read_files(records, rejects)
    if not no_texts:
        from bioextract.articles.options import ReadOptions
        from bioextract.report.texts import find_texts

        contents = replace(contents, texts=find_texts(contents.articles(), texts, ReadOptions(**fields)))
    written = write_report(contents, output)
    without = "" if no_texts else f" ({written.articles - written.with_text} without their text)"
    click.echo(f"{output}: {written.articles} articles{without}, {written.athletes} athletes", err=True)
