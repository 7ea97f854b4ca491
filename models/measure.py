"""Measures the shipped model for its card: `python models/measure.py CORPUS` prints tables in Markdown.

On `dev` and `dev_profiles`, at the default threshold: precision, recall and F1 by type, all facts with a 95 % bootstrap
interval over articles, attributes; and how far the confidences are from the truth (expected calibration error).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from calibrate import calibrated, calibration_error
from corpus import Annotated, read_folder
from predict import judge, read_with

from bioextract.evaluation import Evaluation, Tally, score_records
from bioextract.tagger import Tagger, default_tagger

SETS = ("dev", "dev_profiles")
TIMES = 2000


def main(corpus: Path) -> None:
    """Print everything."""
    tagger = default_tagger()
    for name in SETS:
        articles = read_folder(corpus / name)
        records = read_with(tagger, articles, tagger.calibration.threshold)
        texts = {one.gold["id"]: one.article.text for one in articles}
        found = score_records([one.gold for one in articles], records, texts)
        print(f"\n### {name}\n", *table(found), *remarks(found, tagger, articles), sep="\n")


def table(found: Evaluation) -> Iterator[str]:
    """One row a type, then all facts and all attributes."""
    yield "| | P | R | F1 | of |\n|---|---|---|---|---|"
    rows = {**found.by_type, "**all facts**": found.facts, "**attributes**": found.attributes}
    for name, tally in rows.items():
        f = tally.figures
        yield f"| {name} | {f['precision']:.3f} | {f['recall']:.3f} | {f['f1']:.3f} | {tally.tp + tally.fn} |"


def remarks(found: Evaluation, tagger: Tagger, articles: Sequence[Annotated]) -> Iterator[str]:
    """Interval, macro F1, evidence, calibration."""
    low, high = interval(list(found.by_article.values()))
    error = calibration_error(calibrated(judge(tagger, articles), tagger.calibration))
    yield f"\nAll facts F1 {found.facts.figures['f1']:.3f}, 95 % interval {low:.3f} to {high:.3f}"
    yield f"Macro F1 {found.macro_f1:.3f}; evidence {dict(found.evidence or {})}; calibration error {error:.3f}"


def interval(articles: Sequence[Tally], seed: int = 0) -> tuple[float, float]:
    """The 2.5th and 97.5th percentile of the F1 of articles drawn with replacement."""
    drawn = random.Random(seed)
    scores = []
    for _ in range(TIMES):
        total = Tally()
        for tally in drawn.choices(articles, k=len(articles)):
            total.add(tally.tp, tally.fp, tally.fn)
        scores.append(total.figures["f1"])
    scores.sort()
    return scores[int(0.025 * TIMES)], scores[int(0.975 * TIMES)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
