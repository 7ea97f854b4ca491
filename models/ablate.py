"""What each part buys: `python models/ablate.py CORPUS BASE` prints the table of the model card.

Reads `dev` and `dev_profiles` with the rules alone, with the network as it is, without what the rules say,
in 32 bits, and with two networks whose encoder is a convolutional one like spaCy's tok2vec (trained here, from scratch,
and with MiniLM's word table as static vectors). Every row is scored at its own best threshold on `dev`.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from corpus import Annotated, read_folder
from export import load
from predict import at_least, read_with
from prepare import Prepared, prepare

from bioextract.evaluation import score_records
from bioextract.facts.claim import Claim, Reading
from bioextract.tagger import Model, Tagger
from bioextract.tagger.calibration import load_calibration
from bioextract.tagger.model import TRAINED

SETS = ("dev", "dev_profiles")


class RulesAlone(Tagger):
    """What the rules say, unchanged."""

    def claims(self, reading: Reading, rules: Any) -> Iterator[Claim]:
        """The rules' claims."""
        del reading
        return iter(rules)


class WithoutRules(Tagger):
    """The model where there are no rules: as an input, in the sieve, among the candidates."""

    def claims(self, reading: Reading, rules: Any) -> Iterator[Claim]:
        """The model's claims."""
        del rules
        return super().claims(reading, [])


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("base", type=Path)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    held = {name: read_folder(options.corpus / name) for name in SETS}
    prepared = prepare(options.corpus, options.base)
    trained = Model(TRAINED)
    rows: list[tuple[str, Tagger]] = [
        ("rules alone", RulesAlone(trained)),
        ("network and rules (int8)", Tagger(trained)),
        ("the same, calibrated on circumstances", Tagger(trained, load_calibration(TRAINED / "tagger.json"))),
        ("network that is not told what the rules say", WithoutRules(trained)),
    ]
    with TemporaryDirectory() as folder:
        prepared.write(load(TRAINED / "tagger.pt"), Path(folder) / "fp32", quantized=False)
        rows.append(("network and rules, 32 bits", Tagger(Model(Path(folder) / "fp32"))))
        for name, tagger in chain(rows, convolutional(prepared, Path(folder))):
            print(name, *cells(tagger, held), sep=" | ", flush=True)


def convolutional(prepared: Prepared, folder: Path) -> Iterator[tuple[str, Tagger]]:
    """Networks with a convolutional encoder, trained as many epochs as ours.

    Nothing of theirs is made lighter, so they have nothing to learn again from articles without annotation.
    """
    labelled = replace(prepared, unlabelled=[])
    for name in ("cnn-vectors", "cnn"):
        settings = replace(prepared.settings, encoder=name, encoder_rate=prepared.settings.head_rate)
        network = labelled.begin(prepared.held, settings)
        prepared.write(labelled.finish(network, prepared.held, settings), folder / name)
        yield name, Tagger(Model(folder / name))


def cells(tagger: Tagger, held: dict[str, list[Annotated]]) -> Iterator[str]:
    """Threshold, then facts F1, macro F1 and attributes F1 on each set."""
    records = {name: read_with(tagger, articles) for name, articles in held.items()}

    def scored(name: str, threshold: float) -> Any:
        return score_records([one.gold for one in held[name]], [at_least(r, threshold) for r in records[name]])

    best = max((step / 20 for step in range(1, 15)), key=lambda t: scored("dev", t).facts.figures["f1"])
    yield f"{best:.2f}"
    for name in SETS:
        found = scored(name, best)
        facts = found.facts.figures
        yield f"{facts['precision']:.3f}/{facts['recall']:.3f}/{facts['f1']:.3f}"
        yield f"{found.macro_f1:.3f}"
        yield f"{found.attributes.figures['f1']:.3f}"


if __name__ == "__main__":
    main()
