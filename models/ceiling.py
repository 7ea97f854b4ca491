"""How good the tagger could be with perfect answers: `python models/ceiling.py CORPUS [SET]` (SET: `train`).

Every question of the windows is answered from the annotation; what is read then misses only what no question asks
about, what could not be tied to a span, and what the answers are put together wrongly to.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from align import align
from corpus import read_folder
from examples import Answers
from measure import table
from predict import read_with

from bioextract.evaluation import score_records
from bioextract.facts.claim import Claim, Reading
from bioextract.tagger import default_tagger
from bioextract.tagger.model import Answered, Model
from bioextract.tagger.nodes import Node
from bioextract.tagger.tagger import Tagger, ask

YES, NO = 0.97, 0.004
SURE = 0.5


class Perfect(Tagger):
    """Answers from the annotation of one article; its confidences are those of the answers."""

    def __init__(self, model: Model, gold: dict[str, Any]) -> None:
        super().__init__(model)
        self._gold = gold

    def answers(self, reading: Reading, nodes: Sequence[Node], rules: Sequence[Claim]) -> list[Answered]:
        """The questions about the kept sentences with the right answers."""
        right = Answers(align(reading, self._gold))
        kept = self.model.sieve.kept(reading, nodes, rules)
        told = []
        for asked in ask(reading, nodes, rules, self.model.tokenizer, kept):
            pairs = np.stack([right.pair(pair)[0] for pair in asked.pairs])
            links = np.array([right.link(link)[0] for link in asked.links], np.float32)
            told.append(Answered(asked, *(np.where(x > 0, YES, NO).astype(np.float32) for x in (pairs, links))))
        return told


def main(corpus: Path, name: str = "train") -> None:
    """Print the scores by kind of fact."""
    annotated, model = read_folder(corpus / name), default_tagger().model
    records = [record for one in annotated for record in read_with(Perfect(model, one.gold), [one], SURE)]
    print(*table(score_records([one.gold for one in annotated], records, {})), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
