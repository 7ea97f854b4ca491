"""How much more annotation would give: `python models/learning_curve.py CORPUS BASE [--eval dev]`.

Trains on a quarter, a half, three quarters of the training articles (the whole is the shipped model) with the settings
of `settings.toml` and scores each network on a set that is not trained on; writes `tagger/curve.json`.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from corpus import Annotated, read_folder, read_training
from examples import build_examples
from export import export
from fit import Settings, fit
from predict import read_with
from tokenizers import BertWordPieceTokenizer

from bioextract.evaluation import score_records
from bioextract.extractor import Extractor
from bioextract.tagger import Model, Tagger, default_tagger
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
    settings = Settings(**tomllib.loads((Path(__file__).parent / "settings.toml").read_text(encoding="utf-8"))["fit"])
    tokenizer = BertWordPieceTokenizer(str(options.base.with_name("vocab.txt")), lowercase=True)
    examples, _ = build_examples(read_training(options.corpus), Extractor(), tokenizer)
    random.Random(settings.seed).shuffle(examples)
    held = read_folder(options.corpus / options.eval)
    calibration = load_calibration(TRAINED / "tagger.json")
    points = []
    for share in SHARES:
        network = fit(examples[: int(share * len(examples))], settings, options.base)
        with TemporaryDirectory() as folder:
            export(network, Path(folder) / "tagger.onnx")
            shutil.copy(options.base.with_name("vocab.txt"), folder)
            points.append({"share": share, **scores(Tagger(Model(Path(folder)), calibration), held)})
        logging.info("%s", points[-1])
    points.append({"share": 1.0, **scores(default_tagger(), held)})
    (TRAINED / "curve.json").write_text(json.dumps(points, indent=1) + "\n", encoding="utf-8")


def scores(tagger: Tagger, held: list[Annotated]) -> dict[str, float]:
    """F1 of facts and attributes at the shipped threshold."""
    records = read_with(tagger, held, tagger.calibration.threshold)
    found = score_records([one.gold for one in held], records)
    return {"facts": found.facts.figures["f1"], "attributes": found.attributes.figures["f1"]}


if __name__ == "__main__":
    main()
