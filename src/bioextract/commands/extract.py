"""`bioextract extract`."""

from __future__ import annotations

import sys

import click

from bioextract.articles.options import ReadOptions
from bioextract.commands.options import min_confidence_option, reading_options, rules_only_option
from bioextract.commands.output import print_data

FORMATS = ("text", "json")


@click.command()
@click.argument("path", metavar="FILE|-")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="[default: text on a terminal, json in a file or a pipe]"
)
@min_confidence_option
@rules_only_option
@reading_options
def extract(path: str, form: str | None, min_confidence: float | None, rules_only: bool, options: ReadOptions) -> None:
    """Extract the record of one article and print it.

    As text: the facts of each person, with their evidence in its sentence and their confidence; on a terminal evidence
    is coloured, elsewhere it stands in [brackets].
    """
    from bioextract.articles.read import read_article
    from bioextract.extractor import Extractor

    article = read_article(path, options)
    record = Extractor(min_confidence=min_confidence, rules_only=rules_only).extract(article)
    if (form or ("text" if sys.stdout.isatty() else "json")) == "json":
        print_data(record.model_dump_json(indent=2))
        return
    from bioextract.record_view import show_record
    from bioextract.table import open_console

    console = open_console(sys.stdout)
    is_plain = not console.is_terminal or console.is_dumb_terminal
    console.print(show_record(record, article.text, brackets=is_plain))
