"""`bioextract schema`."""

from __future__ import annotations

import click

from bioextract.commands.output import print_data


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from bioextract.records import Record

    print_data(json.dumps(Record.model_json_schema(mode="serialization"), indent=2))
