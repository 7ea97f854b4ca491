"""Trains the tagger: `python models/train.py CORPUS BASE` (see `models/README.md`).

CORPUS is the folder of the annotated sets, BASE the safetensors file of MiniLM-L6. One network is trained on everything
and written to `models/tagger/`. Then others, each trained without a part of `train`, read that part: their facts give
the calibration and the figures of the cross-validation. `--calibrate` repeats this last reading alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from calibrate import Judged, calibration_error, cross_calibrated, fit_calibration, reliability
from corpus import Annotated, read_training
from examples import build_examples
from export import export
from fit import Settings, fit
from predict import judge
from tokenizers import BertWordPieceTokenizer

from bioextract.extractor import Extractor
from bioextract.kinds import FIELDS
from bioextract.tagger.model import TRAINED, Model
from bioextract.tagger.tagger import Tagger

HERE = Path(__file__).parent
log = logging.getLogger("train")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("base", type=Path, help="model.safetensors of MiniLM-L6; vocab.txt beside it")
    parser.add_argument("--out", type=Path, default=TRAINED)
    parser.add_argument("--calibrate", action="store_true", help="only read again with the networks of the folds")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    annotated = read_training(options.corpus)
    told = tomllib.loads((HERE / "settings.toml").read_text(encoding="utf-8"))
    folds = list(split(annotated, **told["check"]))
    if not options.calibrate:
        train(annotated, folds, Settings(**told["fit"]), options.base, options.out)
    calibrate(annotated, folds, options.out)


def split(annotated: Sequence[Annotated], folds: int, read: int) -> Iterator[set[int]]:
    """The numbers of the articles that each network does not see: `read` of so many parts of `train`."""
    real = [i for i, one in enumerate(annotated) if one.source == "train"]
    return (set(real[fold::folds]) for fold in range(read))


def train(annotated: Sequence[Annotated], folds: Sequence[set[int]], settings: Settings, base: Path, out: Path) -> None:
    """Train on everything, then without each fold; every network is written with its vocabulary."""
    tokenizer = BertWordPieceTokenizer(str(base.with_name("vocab.txt")), lowercase=True)
    examples, report = build_examples(annotated, Extractor(), tokenizer)
    log.info("%d articles, %d windows", len(annotated), sum(len(article) for article in examples))
    log.info("facts tied to spans:\n%s", "\n".join(report.lines()))
    for folder, held in [(out, set[int]()), *((fold_of(out, i), held) for i, held in enumerate(folds))]:
        folder.mkdir(parents=True, exist_ok=True)
        network = fit([e for i, e in enumerate(examples) if i not in held], settings, base)
        torch.save(network.state_dict(), folder / "tagger.pt")
        export(network, folder / "tagger.onnx")
        shutil.copy(base.with_name("vocab.txt"), folder / "vocab.txt")


def fold_of(out: Path, fold: int) -> Path:
    """Where the network of a fold is kept."""
    return out / "folds" / str(fold)


def calibrate(annotated: Sequence[Annotated], folds: Sequence[set[int]], out: Path) -> None:
    """Read what the networks of the folds have not seen, fit the calibration, write it with its figures."""
    judged: list[Judged] = []
    for i, held in enumerate(folds):
        unseen = [annotated[j] for j in sorted(held)]
        judged += judge(Tagger(Model(fold_of(out, i))), unseen)
    gold = sum(len(annotated[j].gold["facts"]) for held in folds for j in held)
    version = hashlib.sha256((out / "tagger.onnx").read_bytes()).hexdigest()[:12]
    write(out, fit_calibration(judged, gold, version), judged, gold)


def write(out: Path, calibration: Any, judged: Sequence[Judged], gold: int) -> None:
    """Write `tagger.json` (what the product reads) and `metrics.json` (what the card tells)."""
    fair = cross_calibrated(judged, gold)
    metrics: dict[str, Any] = {
        "ece": round(calibration_error(fair), 4),
        "ece_by_kind": {k: round(calibration_error([f for f in fair if f.kind == FIELDS[k]]), 4) for k in FIELDS},
        "facts_by_kind": {k: sum(f.kind == FIELDS[k] for f in fair) for k in FIELDS},
        "reliability": reliability(fair),
        "best_f1": best_f1(fair, gold, calibration.threshold),
    }
    settings = {
        "version": calibration.version,
        "threshold": calibration.threshold,
        "weights": dict(calibration.weights),
    }
    (out / "tagger.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (out / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    log.info("%s", json.dumps(metrics))


def best_f1(facts: Sequence[Judged], gold: int, threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of the facts from a threshold on."""
    kept = [fact.right for fact in facts if fact.probability >= threshold]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / gold
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


if __name__ == "__main__":
    main()
