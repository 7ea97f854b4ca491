"""`bioextract review`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bioextract.commands.options import fields_option, source_argument, texts_option, verdicts_option
from bioextract.kinds import FIELDS


@click.command()
@source_argument
@click.option(
    "--below", type=click.FloatRange(0, 1), metavar="P", help="Ask for facts less sure than P [default: all]."
)
@click.option("--kind", "kinds", type=click.Choice(list(FIELDS)), multiple=True, help="Ask for this kind; repeatable.")
@texts_option
@fields_option
@verdicts_option
@click.option(
    "--port", type=click.IntRange(1, 65535), default=None, metavar="N", help="Serve at this port [default: a free one]."
)
@click.option(
    "--export-corpus",
    "corpus",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Serve nothing: write what has been judged as FOLDER/gold.jsonl and texts.jsonl.",
)
@click.option("--force", is_flag=True, help="Overwrite the files of --export-corpus.")
def review(  # noqa: PLR0913
    *,
    source: str,
    below: float | None,
    kinds: tuple[str, ...],
    texts: tuple[str, ...],
    fields: dict[str, Any],
    verdicts: Path | None,
    port: int | None,
    corpus: Path | None,
    force: bool,
) -> None:
    """Judge facts in the browser: right, wrong, mended, added. Prints the address; Ctrl-C ends it.

    Verdicts are kept in the database, or beside the records in RECORDS.verdicts.jsonl, as soon as they are given. They
    win over the extractor in views, reports and exports, also when the same articles are extracted again. The page is
    there for this machine alone, and for who has its address. Texts come from the database, from --texts, else from
    where the records say that they came from.

    --export-corpus writes the articles with verdicts in which nothing is left to judge (of what --below and --kind ask
    for; other facts are taken as they were extracted), for `bioextract eval` and for training.
    """
    from bioextract.articles.options import ReadOptions
    from bioextract.report.source import check_outputs
    from bioextract.report.texts import find_texts
    from bioextract.review.stores import open_store
    from bioextract.verdicts.corpus import Asked, export_corpus, paths_in

    if corpus:
        check_outputs(paths_in(corpus), source, verdicts, *texts)
    asked = Asked(below, frozenset(kinds) or None)
    with open_store(source, verdicts, write=corpus is None) as store:
        kept = store.texts()
        lacking = (record for record in store.records() if record.article.id not in kept)
        all_texts = {**kept, **find_texts(lacking, texts, ReadOptions(**fields))}
        if corpus is None:
            from bioextract.review.desk import Desk

            _serve(Desk(store, asked, all_texts), port or 0)
            return
        done = export_corpus(store.records(), store.verdicts(), all_texts, asked, corpus, force=force)
    left_out = f"; left out: {done.unfinished} with facts still to judge, {done.without_text} without their text"
    click.echo(f"{corpus}: {done.articles} articles, {done.facts} facts{left_out}", err=True)


def _serve(desk: Any, port: int) -> None:
    from bioextract.review.server import DeskServer

    if not len(desk):
        click.echo("nothing to judge: no fact is asked for; try a higher --below, or none", err=True)
    with DeskServer(desk, port) as server:
        click.echo(f"review: {server.url} (Ctrl-C ends it)", err=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("review: ended; every verdict is kept", err=True)
