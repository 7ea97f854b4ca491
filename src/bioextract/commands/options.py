"""Options that several commands have."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from bioextract.articles.options import ReadOptions

FIELD_NAMES = ("id", "title", "published", "text", "url")

F = TypeVar("F", bound=Callable[..., Any])


def _to_date(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date such as 2023-08-26") from None


def _to_fields(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    """`text=body,title=headline` as settings of `ReadOptions`."""
    names = {}
    for pair in value.split(",") if value is not None else ():
        ours, _, theirs = map(str.strip, pair.partition("="))
        if ours not in FIELD_NAMES or not theirs:
            fields = ", ".join(FIELD_NAMES)
            raise click.BadParameter(f"{pair!r}: write such as text=body,title=headline; the fields are {fields}")
        names[f"{ours}_field"] = theirs
    return names


def reading_options(command: F) -> F:
    """The options of every command that reads articles; the command gets them as one `ReadOptions`."""

    @functools.wraps(command)
    def with_options(fields: dict[str, Any], **others: Any) -> Any:
        settings = fields | {name: others.pop(name) for name in ("published", "max_characters", "stdin_format")}
        return command(options=ReadOptions(**settings), **others)

    for option in reversed(READING_OPTIONS):
        with_options = option(with_options)
    return cast(F, with_options)


fields_option = click.option(
    "--fields", callback=_to_fields, metavar="OURS=THEIRS,...", help="Fields of JSON and CSV: text=body,title=headline."
)
READING_OPTIONS = (
    click.option("--published", callback=_to_date, metavar="DATE", help="Date of articles that tell none: 2023-08-26."),
    fields_option,
    click.option(
        "--max-characters",
        type=click.IntRange(min=1),
        metavar="N",
        default=ReadOptions().max_characters,
        show_default=True,
        help="Reject longer articles.",
    ),
    click.option(
        "--stdin-format",
        metavar="SUFFIX",
        default=ReadOptions().stdin_format,
        show_default=True,
        help="What - is: txt, html, jsonl, ...",
    ),
)
min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Leave out facts less probable than P [default: the model's own threshold].",
)
rules_only_option = click.option("--rules-only", is_flag=True, help="Without the learned model: faster, finds less.")
jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Worker processes.", show_default=True
)
source_argument = click.argument("source", metavar="RECORDS.jsonl|DB-URL")
verdicts_option = click.option(
    "--verdicts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people say of RECORDS.jsonl [default: RECORDS.verdicts.jsonl beside it].",
)
texts_option = click.option(
    "--texts", multiple=True, metavar="PATH", help="Where the articles are, as `run` reads them; repeatable."
)
