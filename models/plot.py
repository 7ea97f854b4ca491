"""Draws the plots of the model card from `tagger/metrics.json` and `tagger/curve.json`: `python models/plot.py`."""

from __future__ import annotations

import json
from pathlib import Path

import matplotlib.pyplot as plt

HERE = Path(__file__).parent
TAGGER = HERE / "tagger"
LINES = {
    "held_out": "all facts, held-out articles",
    "dev": "all facts, dev",
    "dev_profiles": "all facts, dev_profiles",
    "dev_attributes": "attributes, dev",
}


def main() -> None:
    """Draw what has been measured."""
    draw_reliability(json.loads((TAGGER / "metrics.json").read_text(encoding="utf-8")))
    curve = TAGGER / "curve.json"
    if curve.exists():
        draw_curve(json.loads(curve.read_text(encoding="utf-8")))


def draw_reliability(metrics: dict[str, object]) -> None:
    """Confidence against the share of right facts; the area of a point is the number of facts."""
    points = metrics["reliability"]
    assert isinstance(points, list)
    fig, ax = plt.subplots(figsize=(5, 5))
    ax.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="perfectly calibrated")
    ax.scatter([x for x, _, _ in points], [y for _, y, _ in points], s=[n / 4 for *_, n in points], alpha=0.7)
    for x, y, n in points:
        ax.annotate(str(n), (x, y), textcoords="offset points", xytext=(8, -10), fontsize=8)
    ax.set(
        xlabel="confidence (mean of the bin)",
        ylabel="share of facts that are right",
        title=f"Held-out articles: ECE {metrics['ece']:.3f}",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    ax.legend(loc="upper left")
    fig.tight_layout()
    fig.savefig(HERE / "reliability.png", dpi=110)


def draw_curve(curve: list[dict[str, float]]) -> None:
    """F1 against the share of the training articles, on a logarithmic axis."""
    fig, ax = plt.subplots(figsize=(6, 4.5))
    shares = [100 * p["share"] for p in curve]
    for key, name in LINES.items():
        style = "--" if key.endswith("attributes") else "-"
        (line,) = ax.plot(shares, [p[key] for p in curve], style, marker="o", label=name)
        for share, p in zip(shares, curve, strict=True):
            ax.annotate(
                f"{p[key]:.2f}", (share, p[key]), textcoords="offset points", xytext=(0, 6), color=line.get_color()
            )
    ax.set(xlabel="share of the training articles, % (log scale)", ylabel="F1", title="Learning curve", xscale="log")
    ax.set_xticks(shares, [f"{share:.0f}" for share in shares])
    ax.minorticks_off()
    ax.margins(0.1)
    ax.legend(loc="lower right", fontsize=8)
    ax.grid(alpha=0.3)
    fig.tight_layout()
    fig.savefig(HERE / "learning_curve.png", dpi=110)


if __name__ == "__main__":
    main()
