"""`bioextract extract`."""

from __future__ import annotations

import sys

import click

from bioextract.articles.options import ReadOptions
from bioextract.commands.options import min_confidence_option, reading_options, rules_only_option
from bioextract.commands.output import print_data

FORMATS = ("json", "table")


@click.command()
@click.argument("path", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@min_confidence_option
@rules_only_option
@reading_options
def extract(path: str, form: str, min_confidence: float | None, rules_only: bool, options: ReadOptions) -> None:
    """Extract the record of one article and print it."""
    from bioextract.articles.read import read_article
    from bioextract.extractor import Extractor

    article = read_article(path, options)
    record = Extractor(min_confidence=min_confidence, rules_only=rules_only).extract(article)
    if form == "json":
        print_data(record.model_dump_json(indent=2))
        return
    from bioextract.table import open_console, show_record

    open_console(sys.stdout).print(show_record(record))
