"""The results as a picture: accuracy against speed; a system that makes no records is a line at its speed."""

from __future__ import annotations

from pathlib import Path

from systems.results import Result

OURS, THEIRS, QUIET = "#0b6e4f", "#b3541e", "#8a8f98"


def draw(results: list[Result], path: Path) -> None:
    """Writes the picture, PNG or SVG by the name of the file."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(9, 5), dpi=130, layout="constrained", facecolor="white")
    axes.set_xscale("log")
    axes.set_xlabel("words per CPU-second, one thread (log)")
    axes.set_ylabel("F1 of all facts, annotated articles of dev")
    top = max((r.accuracy.f1 or 0 for r in results if r.accuracy), default=0)
    axes.set_ylim(0, max(0.8, top * 1.15))
    for result in results:
        f1 = result.accuracy.f1 if result.accuracy else None
        if f1 is None:
            axes.axvline(result.speed, color=QUIET, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
            axes.annotate(
                f"{result.title}: no records",
                (result.speed, axes.get_ylim()[1]),
                xytext=(-3, -4),
                textcoords="offset points",
                rotation=90,
                ha="right",
                va="top",
                fontsize=8.5,
                color="#5a5f68",
            )
        else:
            colour = OURS if result.name in ("bioextract", "rules-only") else THEIRS
            axes.scatter(result.speed, f1, s=70, color=colour, zorder=3)
            axes.annotate(
                f"{result.title}\nF1 {f1:.2f}, {result.speed:,.0f} words/s",
                (result.speed, f1),
                xytext=(9, 0),
                textcoords="offset points",
                va="center",
                fontsize=9.5,
                color=colour,
                zorder=4,
            )
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path)
    plt.close(figure)
