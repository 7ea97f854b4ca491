"""The time of the tagger's own work (all but the network) grows with the length of the text."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bioextract import Article, Extractor
from bioextract.facts import KINDS
from bioextract.tagger.tagger import all_nodes, ask

PROSE = (
    "Anna Berg won the 2019 Lisbon Marathon in 2:25:31. The 29-year-old Dutch runner, who lives in Utrecht, was fifth "
    "at the World Championships in Doha. Her coach, Piet Vos, said that she had run 12 marathons for Vale Harriers. "
)
SOMEBODY = "Anna Berg was here. "  # else nothing would be asked of most texts
UNITS = [PROSE, "2019 ", "won the Aa Cup and ", "5th ", "Aa and ", "A. ", "his fifth Games ", "Aa\n", "1 ", "a"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: repr(unit[:12]))
def test_time_is_linear(extractor: Extractor, tokenizer: Any, unit: str) -> None:
    short, long = (
        min(_seconds(extractor, tokenizer, SOMEBODY + unit * (size // len(unit))) for _ in range(2))
        for size in (1_000, 4_000)
    )

    assert long < 8 * short + 0.05


def _seconds(extractor: Extractor, tokenizer: Any, text: str) -> float:
    start = time.process_time()
    reading = extractor.read(Article(text))
    rules = [claim for kind in KINDS for claim in kind.claims(reading)]
    ask(reading, all_nodes(reading, rules), rules, tokenizer)
    return time.process_time() - start
