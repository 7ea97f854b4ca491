"""`bioextract eval`."""

from __future__ import annotations

from pathlib import Path

import click

from bioextract.commands.options import jobs_option
from bioextract.commands.output import print_data


@click.command("eval")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False), metavar="GOLD.jsonl")
@click.argument("texts", type=click.Path(exists=True, dir_okay=False), metavar="TEXTS.jsonl")
@click.option("--records", type=click.Path(exists=True, dir_okay=False), help="Score these records; extract nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON, those of each article too.")
@click.option(
    "--show",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show N missed and N spurious facts of each type.",
)
@jobs_option
def evaluate(  # noqa: PLR0913
    *, gold: str, texts: str, records: str | None, as_json: bool, show: int, jobs: int
) -> None:
    """Score extraction against annotated articles: facts by type, attributes, evidence."""
    import json

    from bioextract.evaluation import list_differences
    from bioextract.scoring import evaluate_files

    result = evaluate_files(Path(gold), Path(texts), Path(records) if records else None, jobs)
    for line in list_differences(result, show):
        click.echo(line, err=True)
    print_data(json.dumps(result.to_json(), indent=1) if as_json else result.to_text())
