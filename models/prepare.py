"""What training starts from: the annotated articles, which of them are held out, the sieve, the examples."""

from __future__ import annotations

import logging
import shutil
import tomllib
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from corpus import Annotated, read_training, read_unlabelled
from distil import answered_by
from examples import Example, align_all, build_examples
from export import export
from fit import Settings, finish, fit
from network import Network
from sift import fit_sieve, write_sieve
from tokenizers import BertWordPieceTokenizer

from bioextract.articles import Article
from bioextract.extractor import Extractor
from bioextract.tagger.model import Model
from bioextract.tagger.sieve import Sieve

GIVEN = ("train", "synthetic")
SETTINGS = Path(__file__).with_name("settings.toml")
log = logging.getLogger("prepare")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The examples of every article; by their numbers, the articles of some kinds."""

    annotated: list[Annotated]
    examples: list[list[Example]]
    given: set[int]  # annotated by the corpus's own hand
    held: set[int]
    unlabelled: list[Article]
    sieve: Sieve
    settings: Settings
    base: Path

    def begin(self, held: Set[int], settings: Settings | None = None) -> Network:
        """A network that has not seen the articles with some numbers, before it is made light."""
        return fit([self.examples[i] for i in self._seen(held)], settings or self.settings, self.base)

    def finish(
        self, network: Network, held: Set[int], settings: Settings | None = None, others: Sequence[Model] = ()
    ) -> Network:
        """The network made light, as it is shipped; `others` teach it as well as what it was before."""
        seen = self._seen(held)
        articles, last = [self.examples[i] for i in seen], [self.examples[i] for i in seen if i in self.given]
        return finish(network, [*articles, *self._answered(network, others)], settings or self.settings, last)

    def _seen(self, held: Set[int]) -> list[int]:
        return [i for i in range(len(self.examples)) if i not in held]

    def _answered(self, network: Network, others: Sequence[Model]) -> list[list[Example]]:
        with TemporaryDirectory() as folder:
            self.write(network, Path(folder))
            return list(answered_by([Model(Path(folder)), *others], self.unlabelled))

    def write(self, network: Network, folder: Path, *, quantized: bool = True) -> None:
        """Everything that a tagger reads, except the calibration; and the weights as they were trained."""
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), folder / "tagger.pt")
        export(network, folder / "tagger.onnx", quantized=quantized)
        write_sieve(self.sieve, folder / "sieve.json")
        shutil.copy(self.base.with_name("vocab.txt"), folder / "vocab.txt")


def read_settings() -> dict[str, Any]:
    """`settings.toml`."""
    return tomllib.loads(SETTINGS.read_text(encoding="utf-8"))


def held_out(annotated: Sequence[Annotated], every: dict[str, int]) -> set[int]:
    """The numbers of the articles that are held out: of each set every so many-th."""
    held: set[int] = set()
    for source, n in every.items():
        held.update([i for i, one in enumerate(annotated) if one.source == source][::n])
    return held


def prepare(corpus: Path, base: Path) -> Prepared:
    """Read the annotated sets beside `corpus`, tie their facts to spans, fit the sieve, ask the questions."""
    told, annotated = read_settings(), read_training(corpus)
    held = held_out(annotated, told["held_out"])
    tokenizer = BertWordPieceTokenizer(str(base.with_name("vocab.txt")), lowercase=True)
    aligned, report = align_all(annotated, Extractor(rules_only=True))
    log.info("facts tied to spans:\n%s", "\n".join(report.lines()))
    sieve = fit_sieve([one for i, one in enumerate(aligned) if i not in held], told["sieve"]["keeps"])
    examples = [list(build_examples(one, tokenizer, sieve)) for one in aligned]
    log.info("%d articles, %d windows", len(annotated), sum(len(article) for article in examples))
    given = {i for i, one in enumerate(annotated) if one.source in GIVEN}
    unlabelled = read_unlabelled(corpus, told["unlabelled"]["articles"])
    return Prepared(annotated, examples, given, held, unlabelled, sieve, Settings(**told["fit"]), base)
