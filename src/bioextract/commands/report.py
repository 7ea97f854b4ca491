"""`bioextract report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bioextract.commands.options import fields_option, source_argument, texts_option, verdicts_option


@click.command()
@source_argument
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="OUT.html", help="Write here.")
@texts_option
@click.option("--no-texts", is_flag=True, help="Without the articles' texts: evidence only, a smaller file.")
@click.option("--rejects", type=click.Path(path_type=Path), metavar="FILE", help="What the run rejected.")
@verdicts_option
@fields_option
@click.option("--force", is_flag=True, help="Overwrite the output.")
def report(  # noqa: PLR0913
    *,
    source: str,
    output: Path,
    texts: tuple[str, ...],
    no_texts: bool,
    rejects: Path | None,
    verdicts: Path | None,
    fields: dict[str, Any],
    force: bool,
) -> None:
    """Make one HTML file of records: athletes, their facts, and every article with its evidence.

    RECORDS may also be the URL of a database. Texts come from it if they are kept there, from --texts, else from where
    the records say that they came from, and are shown if they are unchanged. What people have judged (`bioextract
    review`) is shown as they say.
    The file needs no network and no server. An article takes about 11 kB, and 7 kB with --no-texts.
    """
    from dataclasses import replace

    from bioextract.errors import UsageError
    from bioextract.report.source import check_outputs, read_source
    from bioextract.report.write import write_report

    if output.exists() and not force:
        raise UsageError(f"{output}: exists; --force overwrites it")
    check_outputs([output], source, rejects, verdicts, *texts)
    if texts and no_texts:
        raise UsageError("--texts and --no-texts exclude each other")
    contents = read_source(source, rejects, verdicts)
    if no_texts:
        contents = replace(contents, texts={})
    else:
        from bioextract.articles.options import ReadOptions
        from bioextract.report.texts import add_texts

        contents = add_texts(contents, texts, ReadOptions(**fields))
    written = write_report(contents, output)
    without = "" if no_texts else f" ({written.articles - written.with_text} without their text)"
    click.echo(f"{output}: {written.articles} articles{without}, {written.athletes} athletes", err=True)
