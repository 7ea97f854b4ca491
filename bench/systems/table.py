"""The results as a table in Markdown, to read on a terminal and to paste into docs/systems.md."""

from __future__ import annotations

from systems.results import Result

REFERENCE = "en_core_web_sm"
HEADINGS = (
    "system",
    "words per CPU-second",
    "lowest to highest",
    "x sm",
    "peak MB",
    "load CPU-s",
    "P",
    "R",
    "F1",
    "age",
    "birth date",
    "of dev",
    "of the pool: articles, words",
)


def to_table(results: list[Result]) -> str:
    """One row a system; the ratio is empty where the reference is not among them."""
    reference = next((result.speed for result in results if result.name == REFERENCE), None)
    rows = [HEADINGS, *(cells_of(result, reference) for result in results)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    lines = [layout(row, widths) for row in rows]
    lines.insert(1, "|".join(["", *("-" * (w + 1) + (":" if i else "-") for i, w in enumerate(widths)), ""]))
    return "\n".join(lines)


def cells_of(result: Result, reference: float | None) -> tuple[str, ...]:
    """The cells of a row."""
    a = result.accuracy
    f1s = (a.precision, a.recall, a.f1, a.age, a.birth_date) if a else (None,) * 5
    return (
        result.title,
        f"{result.speed:,.0f}",
        f"{result.lowest:,.0f} to {result.highest:,.0f}",
        f"{result.speed / reference:.3g}" if reference else "",
        f"{result.peak_mb:,.0f}",
        f"{result.load_seconds:.1f}",
        *("–" if f1 is None else f"{f1:.3f}" for f1 in f1s),
        f"{a.articles}" if a else "–",
        f"{result.articles:,}, {result.words:,}",
    )


def layout(row: tuple[str, ...], widths: list[int]) -> str:
    """A line: the name to the left, figures to the right."""
    cells = [cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))]
    return f"| {' | '.join(cells)} |"
