"""Trains the tagger: `python models/train.py CORPUS BASE` (see `models/README.md`).

CORPUS is the folder of the annotated sets, BASE the safetensors file of MiniLM-L6. The network is trained without a
part of every set, then reads that part: its facts there give the calibration and the figures of the check. All goes to
`models/tagger/`. `--calibrate` repeats this last reading alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from calibrate import Judged, calibration_error, cross_calibrated, fit_calibration, reliability
from corpus import Annotated, read_training
from network import Network
from predict import judge
from prepare import Prepared, held_out, prepare, read_settings

from bioextract.kinds import FIELDS
from bioextract.tagger.calibration import Calibration
from bioextract.tagger.circumstances import NAMES
from bioextract.tagger.model import TRAINED, Model
from bioextract.tagger.tagger import Tagger

SHIPPED = ("tagger.onnx", "sieve.json", "vocab.txt")
log = logging.getLogger("train")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("base", type=Path, help="model.safetensors of MiniLM-L6; vocab.txt beside it")
    parser.add_argument("--out", type=Path, default=TRAINED)
    parser.add_argument("--calibrate", action="store_true", help="only read again with the network that is there")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.calibrate:
        calibrate(read_training(options.corpus), options.out)
        return
    folder = options.out / "new"  # what is in use stays as it is until all is done
    train(options.corpus, options.base, folder)
    calibrate(read_training(options.corpus), folder)
    put_in_use(folder, options.out)


def train(corpus: Path, base: Path, out: Path) -> None:
    """Train without what is held out: two networks at once, on a core each, whose answers then teach the first."""
    with TemporaryDirectory() as folder:
        other = get_context("spawn").Process(target=teacher, args=(corpus, base, Path(folder)), daemon=True)
        other.start()
        prepared, network = begun(corpus, base)
        other.join()
        if other.exitcode:
            raise SystemExit(f"the second network was not trained: its process ended with {other.exitcode}")
        torch.set_num_threads(2)
        prepared.write(prepared.finish(network, prepared.held, others=[Model(Path(folder))]), out)


def teacher(corpus: Path, base: Path, out: Path) -> None:
    """The second network, from another beginning."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s second network: %(message)s")
    prepared, network = begun(corpus, base, beginning=1)
    prepared.write(network, out)


def begun(corpus: Path, base: Path, beginning: int = 0) -> tuple[Prepared, Network]:
    """A network before it is made light, trained on one core; another `beginning` has another seed."""
    torch.set_num_threads(1)
    prepared = prepare(corpus, base)
    settings = replace(prepared.settings, seed=prepared.settings.seed + beginning)
    return prepared, prepared.begin(prepared.held, settings)


def calibrate(annotated: Sequence[Annotated], out: Path) -> None:
    """Read what the network has not seen, fit the calibration, write it and the figures."""
    held = held_out(annotated, read_settings()["held_out"])
    unseen = [annotated[i] for i in sorted(held)]
    judged = judge(Tagger(Model(out)), unseen)
    gold = sum(len(one.gold["facts"]) for one in unseen)
    calibration = fit_calibration(judged, gold, "")
    write(out, replace(calibration, version=version_of(out, calibration)), judged, unseen)


def put_in_use(folder: Path, out: Path) -> None:
    """Move all files at once, so that a network never stands beside another one's calibration."""
    for path in folder.iterdir():
        path.replace(out / path.name)
    folder.rmdir()


def version_of(folder: Path, calibration: Calibration) -> str:
    """A number that changes with anything that the product reads."""
    told = hashlib.sha256(json.dumps([calibration.threshold, calibration.weights]).encode())
    for name in SHIPPED:
        told.update((folder / name).read_bytes())
    return told.hexdigest()[:12]


def write(out: Path, calibration: Calibration, judged: Sequence[Judged], unseen: Sequence[Annotated]) -> None:
    """Write `tagger.json` (what the product reads) and `metrics.json` (what the card tells)."""
    gold = {one.gold["id"]: len(one.gold["facts"]) for one in unseen}
    fair = cross_calibrated(judged, sum(gold.values()))
    real = {one.gold["id"] for one in unseen if one.source == "train"}
    of_train = [fact for fact in fair if fact.article in real]
    metrics: dict[str, Any] = {
        "ece": round(calibration_error(fair), 4),
        "ece_of_train": round(calibration_error(of_train), 4),
        "ece_by_kind": {k: round(calibration_error([f for f in fair if f.kind == FIELDS[k]]), 4) for k in FIELDS},
        "facts_by_kind": {k: sum(f.kind == FIELDS[k] for f in fair) for k in FIELDS},
        "reliability": reliability(fair),
        "held_out": figures_from(fair, sum(gold.values()), calibration.threshold),
        "held_out_of_train": figures_from(of_train, sum(gold[id_] for id_ in real), calibration.threshold),
    }
    settings = {
        "version": calibration.version,
        "threshold": calibration.threshold,
        "circumstances": NAMES,
        "weights": dict(calibration.weights),
    }
    (out / "tagger.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (out / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    log.info("%s", json.dumps(metrics))


def figures_from(facts: Sequence[Judged], gold: int, threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of the facts from a threshold on (which was chosen on the same facts)."""
    kept = [fact.right for fact in facts if fact.probability >= threshold]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / gold
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


if __name__ == "__main__":
    main()
