"""How much more annotation would give: `python models/learning_curve.py CORPUS BASE [--eval dev]`.

Trains on a quarter, a half and three quarters of the articles that the shipped network was trained on, as
`settings.toml` says, and scores each on a set that is not trained on; writes `tagger/curve.json`. All have the sieve of
the whole.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from corpus import Annotated, read_folder
from predict import read_with
from prepare import prepare

from bioextract.evaluation import score_records
from bioextract.tagger import Model, Tagger
from bioextract.tagger.calibration import load_calibration
from bioextract.tagger.model import TRAINED

SHARES = (0.25, 0.5, 0.75)


def main() -> None:
    """Parse the command line, train, score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("--eval", default="dev")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    prepared = prepare(options.corpus, options.base)
    seen = sorted(set(range(len(prepared.examples))) - prepared.held)
    random.Random(prepared.settings.seed).shuffle(seen)
    held = read_folder(options.corpus / options.eval)
    calibration = load_calibration(TRAINED / "tagger.json")
    points = []
    for share in SHARES:
        network = prepared.fit(prepared.held | set(seen[int(share * len(seen)) :]))
        with TemporaryDirectory() as folder:
            prepared.write(network, Path(folder))
            points.append({"share": share, **scores(Tagger(Model(Path(folder)), calibration), held)})
        logging.info("%s", points[-1])
    points.append({"share": 1.0, **scores(Tagger(Model(TRAINED), calibration), held)})
    (TRAINED / "curve.json").write_text(json.dumps(points, indent=1) + "\n", encoding="utf-8")


def scores(tagger: Tagger, held: list[Annotated]) -> dict[str, float]:
    """F1 of facts and attributes at the shipped threshold."""
    records = read_with(tagger, held, tagger.calibration.threshold)
    found = score_records([one.gold for one in held], records)
    return {"facts": found.facts.figures["f1"], "attributes": found.attributes.figures["f1"]}


if __name__ == "__main__":
    main()
