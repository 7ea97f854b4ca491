"""`bioextract db`: the databases that `bioextract run --db URL` writes. Heavy imports inside the commands."""

from __future__ import annotations

import json

import click

URL = click.argument("url", metavar="URL")


@click.group()
def db() -> None:
    """Make, upgrade and inspect a database of facts; `bioextract export` writes it out.

    URL is such as sqlite:///facts.db or postgresql://user@host/database.
    """


@db.command()
@URL
def init(url: str) -> None:
    """Make the tables; does nothing where they are there."""
    from bioextract.sinks.database.admin import initialise

    click.echo(initialise(url), err=True)


@db.command()
@URL
def upgrade(url: str) -> None:
    """Bring the tables up to date, all or nothing."""
    from bioextract.sinks.database.admin import upgrade_schema

    click.echo(upgrade_schema(url), err=True)


@db.command()
@URL
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def info(url: str, as_json: bool) -> None:
    """Print the version of the schema, rows of each table, last runs and rejects."""
    from bioextract.sinks.database.admin import describe, show

    description = describe(url)
    click.echo(json.dumps(description, indent=1, default=str) if as_json else show(description))
