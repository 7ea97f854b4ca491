"""What each part buys: `python models/ablate.py CORPUS BASE` prints the table of the model card.

Reads `dev` and `dev_profiles` with the rules alone, with the shipped model as it is, without what the rules say, in
32 bits, and with two networks whose encoder is a convolutional one like spaCy's tok2vec (trained here, from scratch,
and with MiniLM's word table as static vectors). Every row is scored at its own best threshold on `dev`.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from corpus import Annotated, read_folder, read_training
from examples import build_examples
from export import export
from fit import Settings, fit
from network import Network
from predict import at_least, read_with
from tokenizers import BertWordPieceTokenizer

from bioextract.evaluation import score_records
from bioextract.extractor import Extractor
from bioextract.facts.claim import Claim, Reading
from bioextract.tagger import Model, Tagger, default_tagger
from bioextract.tagger.model import TRAINED

SETS = ("dev", "dev_profiles")
HERE = Path(__file__).parent


class RulesAlone(Tagger):
    """What the rules say, unchanged."""

    def claims(self, reading: Reading, rules: Any) -> Iterator[Claim]:
        """The rules' claims."""
        del reading
        return iter(rules)


class WithoutRules(Tagger):
    """What the model says when it does not know what the rules say."""

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
    shipped = default_tagger()
    rows: list[tuple[str, Tagger]] = [
        ("rules alone", RulesAlone(shipped.model)),
        ("model and rules (shipped, int8)", Tagger(shipped.model)),
        ("model without what the rules say", WithoutRules(shipped.model)),
    ]
    with TemporaryDirectory() as folder:
        state = torch.load(TRAINED / "tagger.pt")
        network = Network()
        network.load_state_dict(state)
        rows.append(("model and rules, 32 bits", written(network.eval(), options.base, Path(folder) / "fp32", False)))
        rows += convolutional(options.corpus, options.base, Path(folder))
        for name, tagger in rows:
            print(name, *cells(tagger, held), sep=" | ", flush=True)


def convolutional(corpus: Path, base: Path, folder: Path) -> Iterator[tuple[str, Tagger]]:
    """Networks with a convolutional encoder, trained like the shipped one."""
    told = tomllib.loads((HERE / "settings.toml").read_text(encoding="utf-8"))["fit"]
    tokenizer = BertWordPieceTokenizer(str(base.with_name("vocab.txt")), lowercase=True)
    examples, _ = build_examples(read_training(corpus), Extractor(), tokenizer)
    for name in ("cnn", "cnn-vectors"):
        settings = Settings(**{**told, "encoder": name, "encoder_rate": told["head_rate"], "epochs": 8})
        yield name, written(fit(examples, settings, base), base, folder / name, True)


def written(network: Network, base: Path, folder: Path, quantized: bool) -> Tagger:
    """The tagger of a network."""
    folder.mkdir(parents=True)
    export(network, folder / "tagger.onnx", quantized=quantized)
    shutil.copy(base.with_name("vocab.txt"), folder / "vocab.txt")
    return Tagger(Model(folder))


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
