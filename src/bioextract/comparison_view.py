"""A comparison of two runs as text for people, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from bioextract.comparison import NOT_SAID, Comparison, Difference, list_changes
from bioextract.evaluation import Claim
from bioextract.table import one_line
from bioextract.wording import describe, name_kind

COLUMNS = ("old", "new", "same", "won", "lost", "changed")


def show_comparison(comparison: Comparison, threshold: float, *, only_sums: bool = False) -> Iterator[Text]:
    """Line by line: the articles that differ with their facts (`+` won, `-` lost, `~` changed), then the sums."""
    if not only_sums:
        for difference in comparison.differences:
            yield from _show_difference(difference, threshold)
        for name, sources in (("old", comparison.only_old), ("new", comparison.only_new)):
            yield from (Text(one_line(f"only in the {name} run: {source}"), "bold") for source in sources)
        if comparison:
            yield Text()
    yield Text(f"{'':16}" + "".join(f"{name:>9}" for name in COLUMNS), "dim")
    for kind, sums in sums_of(comparison).items():
        yield Text(f"{name_kind(kind):16}" + "".join(f"{sums[name]:9}" for name in COLUMNS))


def sums_of(comparison: Comparison) -> dict[str, dict[str, int]]:
    """By kind of fact, and of all of them: the numbers of facts in articles that both runs have."""
    table = {}
    for kind, sums in comparison.sums.items():
        both = sums["same"] + sums["changed"]
        table[kind] = {"old": both + sums["lost"], "new": both + sums["won"]} | {
            name: sums[name] for name in COLUMNS[2:]
        }
    table["all"] = {name: sum(row[name] for row in table.values()) for name in COLUMNS}
    return table


def comparison_to_json(comparison: Comparison, threshold: float) -> dict[str, Any]:
    """The same as one JSON object."""
    return {
        "sums": sums_of(comparison),
        "only_old": comparison.only_old,
        "only_new": comparison.only_new,
        "articles": [
            {
                "article": difference.article,
                "won": [_to_json(claim) for claim in difference.won],
                "lost": [_to_json(claim) for claim in difference.lost],
                "changed": [
                    {
                        **_to_json(new),
                        "changes": [
                            {"field": name, "old": a, "new": b} for name, a, b in list_changes(old, new, threshold)
                        ],
                    }
                    for old, new in difference.changed
                ],
            }
            for difference in comparison.differences
        ],
    }


def _show_difference(difference: Difference, threshold: float) -> Iterator[Text]:
    yield Text(one_line(difference.article), "bold")
    for sign, style, claims in (("-", "red", difference.lost), ("+", "green", difference.won)):
        for claim in claims:
            yield Text(one_line(f"{sign} {_show(claim)} {claim.fact['confidence']:.0%}"), style)
    for old, new in difference.changed:
        changes = "; ".join(
            f"{name_kind(name)} {_show_value(a)} → {_show_value(b)}" for name, a, b in list_changes(old, new, threshold)
        )
        yield Text(one_line(f"~ {_show(new)}: {changes}"), "yellow")


def _show(claim: Claim) -> str:
    return f"{claim.names[0]}: {name_kind(claim.kind)} {describe(claim.kind, claim.fact)}"


def _show_value(value: object) -> str:
    return "nothing" if value is None else str(value)


def _to_json(claim: Claim) -> dict[str, Any]:
    said = {name: value for name, value in claim.fact.items() if name not in NOT_SAID and value is not None}
    return {"person": claim.names[0], "kind": claim.kind, "fact": said, "confidence": claim.fact["confidence"]}
