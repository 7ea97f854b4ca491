"""Compares what the shipped network reads in articles it has learned from with others: `python models/seen.py CORPUS`.

Every so many-th article of each set that it was trained on, and all that were held out (with which it is calibrated).
Where it is far better on the first ones, more annotation would help; where not, a larger network or a longer training.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpus import read_training
from predict import read_with
from prepare import held_out, read_settings

from bioextract.evaluation import score_records
from bioextract.tagger import default_tagger

EVERY = {"train": 4, "synthetic": 2, "original": 8, "pool": 16}


def main(corpus: Path) -> None:
    """Print a table."""
    tagger, annotated = default_tagger(), read_training(corpus)
    held = held_out(annotated, read_settings()["held_out"])
    print("| | seen: articles | F1 | held out: articles | F1 |\n|---|---|---|---|---|")
    for source, n in EVERY.items():
        numbers = [i for i, one in enumerate(annotated) if one.source == source]
        cells = [source]
        for chosen in ([i for i in numbers if i not in held][::n], [i for i in numbers if i in held]):
            articles = [annotated[i] for i in chosen]
            records = read_with(tagger, articles, tagger.calibration.threshold)
            found = score_records([one.gold for one in articles], records)
            cells += [str(len(articles)), f"{found.facts.figures['f1']:.3f}"]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
