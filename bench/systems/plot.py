"""The results as a picture: accuracy against speed, and under it the speed of the systems that make no records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from systems.results import Result

OURS, THEIRS, QUIET = "#0b6e4f", "#b3541e", "#5a5f68"
OUR_NAMES = ("bioextract", "rules-only")
ROW_INCHES = 0.3


def draw(results: list[Result], path: Path) -> None:
    """Writes the picture, PNG or SVG by the name of the file."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    judged = [(r, f1) for r in results if r.accuracy and (f1 := r.accuracy.f1) is not None]
    others = [r for r in results if not r.accuracy or r.accuracy.f1 is None]
    heights = [4.2, ROW_INCHES * len(others) + 0.1]
    figure, (above, below) = plt.subplots(
        2, 1, sharex=True, figsize=(9, sum(heights) + 0.8), dpi=130, layout="constrained", height_ratios=heights
    )
    above.set_xscale("log")
    speeds = [r.speed for r in results]
    above.set_xlim(min(speeds) / 1.6, max(speeds) * 1.6)
    draw_accuracy(above, judged)
    draw_speeds(below, others)
    for axes in (above, below):
        axes.grid(alpha=0.25)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, facecolor="white")
    plt.close(figure)


def draw_accuracy(axes: Any, judged: list[tuple[Result, float]]) -> None:
    """A point for each system that makes records."""
    axes.set_ylabel("F1 of all facts on dev")
    axes.set_ylim(-0.05, max([0.75, *(f1 * 1.1 for _, f1 in judged)]))
    for result, f1 in judged:
        colour = OURS if result.name in OUR_NAMES else THEIRS
        axes.scatter(result.speed, f1, s=70, color=colour, zorder=3)
        label(axes, f"{result.title}\nF1 {f1:.2f}, {result.speed:,.0f} words/s", (result.speed, f1), colour)


def draw_speeds(axes: Any, others: list[Result]) -> None:
    """A row for each system that makes none."""
    axes.set_xlabel("words per CPU-second, one thread (log)")
    axes.set_ylabel("no records", color=QUIET)
    axes.set_yticks([])
    axes.set_ylim(len(others) - 0.4, -0.6)
    for row, result in enumerate(others):
        axes.scatter(result.speed, row, s=36, color=QUIET, zorder=3)
        label(axes, f"{result.title}, {result.speed:,.0f} words/s", (result.speed, row), QUIET)


def label(axes: Any, text: str, place: tuple[float, float], colour: str) -> None:
    """The words beside a point, on its left where they would leave the picture."""
    is_right = axes.transAxes.inverted().transform(axes.transData.transform(place))[0] > 0.75
    side = -9 if is_right else 9
    align = "right" if is_right else "left"
    axes.annotate(text, place, (side, 0), textcoords="offset points", va="center", ha=align, fontsize=9, color=colour)
