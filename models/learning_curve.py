"""How much more annotation would give: `python models/learning_curve.py CORPUS BASE`.

Trains on a quarter, a half, three quarters and the whole of the annotated articles that are not held out, as
`settings.toml` says, but without what makes a network light: that takes articles without annotation as well, which
would hide what the annotated ones are worth. Each network gets its own calibration from the held-out articles. Writes
`tagger/curve.json` after every network. All have the sieve of the whole.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from calibrate import cross_calibrated, fit_calibration
from corpus import Annotated, read_folder
from predict import judge, read_with
from prepare import Prepared, prepare
from train import figures_from

from bioextract.evaluation import score_records
from bioextract.tagger import Model, Tagger
from bioextract.tagger.model import TRAINED

SHARES = (0.25, 0.5, 0.75, 1.0)
SETS = ("dev", "dev_profiles")


def main() -> None:
    """Parse the command line, train, score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("base", type=Path)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    prepared = prepare(options.corpus, options.base)
    unseen = [prepared.annotated[i] for i in sorted(prepared.held)]
    sets = {name: read_folder(options.corpus / name) for name in SETS}
    points = []
    for share in SHARES:
        points.append({"share": share, **point(prepared, share, unseen, sets)})
        logging.info("%s", points[-1])
        (TRAINED / "curve.json").write_text(json.dumps(points, indent=1) + "\n", encoding="utf-8")


def point(
    prepared: Prepared, share: float, unseen: list[Annotated], sets: dict[str, list[Annotated]]
) -> dict[str, float]:
    """The scores of a network that is trained on a share of the articles."""
    seen = sorted(set(range(len(prepared.examples))) - prepared.held)
    random.Random(prepared.settings.seed).shuffle(seen)
    network = prepared.begin(prepared.held | set(seen[round(share * len(seen)) :]))
    with TemporaryDirectory() as folder:
        prepared.write(network, Path(folder))
        return scores(Model(Path(folder)), unseen, sets)


def scores(model: Model, unseen: list[Annotated], sets: dict[str, list[Annotated]]) -> dict[str, float]:
    """F1 of the held-out articles, each calibrated with the other half of them, at the threshold that is best for them;
    of facts and attributes of `sets` at the same.
    """
    judged, gold = judge(Tagger(model), unseen), sum(len(one.gold["facts"]) for one in unseen)
    calibration = fit_calibration(judged, gold, "")
    held = figures_from(cross_calibrated(judged, gold), gold, calibration.threshold)
    found = {"held_out": held["f1"]}
    for name, articles in sets.items():
        records = read_with(Tagger(model, calibration), articles, calibration.threshold)
        scored = score_records([one.gold for one in articles], records)
        found |= {name: scored.facts.figures["f1"], f"{name}_attributes": scored.attributes.figures["f1"]}
    return found


if __name__ == "__main__":
    main()
