"""The time of the tagger's own work (all but the network) grows with the length of the text."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from bioextract import Article, Extractor
from bioextract.facts import KINDS
from bioextract.facts.claim import Claim
from bioextract.facts.participation import merge_statements
from bioextract.people.person import Individual
from bioextract.tagger.likely import likely_events
from bioextract.tagger.tagger import all_nodes, ask

PROSE = (
    "Anna Berg won the 2019 Lisbon Marathon in 2:25:31. The 29-year-old Dutch runner, who lives in Utrecht, was fifth "
    "at the World Championships in Doha. Her coach, Piet Vos, said that she had run 12 marathons for Vale Harriers. "
)
COUNTRIES = "Swede Aa Berg and Cc Holm of Spain and "
SOMEBODY = "Anna Berg was here. "  # else nothing would be asked of most texts
UNITS = [
    PROSE,
    "2019 ",
    "won the Aa Cup and ",
    "5th ",
    "Aa and ",
    "A. ",
    "his fifth Games ",
    "Aa\n",
    "1 ",
    "a",
    COUNTRIES,
]
SIZES = (2_000, 8_000)


def is_linear(seconds: Callable[[int], float]) -> bool:
    """Whether four times as much takes less than eight times as long; a quadratic step would take sixteen times.

    A busy machine only ever makes a run slower: so one quick run of a few is enough.
    """
    short = min(seconds(SIZES[0]) for _ in range(3))
    return any(seconds(SIZES[1]) < 8 * short + 0.01 for _ in range(6))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: repr(unit[:12]))
def test_time_is_linear(extractor: Extractor, tokenizer: Any, unit: str) -> None:
    assert is_linear(lambda size: _seconds(extractor, tokenizer, SOMEBODY + unit * (size // len(unit))))


def test_ever_new_names_and_events_take_linear_time(extractor: Extractor) -> None:
    def seconds(size: int) -> float:
        text = SOMEBODY + "".join(
            f"She won the Aa{i} Cup. In the Bb{i} title race she fell. " for i in range(size // 20)
        )
        reading = extractor.read(Article(text))
        nodes = all_nodes(reading, [])
        start = time.process_time()
        likely_events(reading.page, nodes)
        return time.process_time() - start

    assert is_linear(seconds)


def test_ever_new_statements_are_merged_in_linear_time() -> None:
    told = dict.fromkeys(("date", "date_text", "discipline", "mark", "place", "rank", "medal"))
    person = Individual("Anna Berg", 0)

    def seconds(size: int) -> float:
        claims = [Claim("events", person, {**told, "event": f"Aa{i} Cup"}, 0, 9, "rule") for i in range(size)]
        start = time.process_time()
        assert len(list(merge_statements(claims))) == size
        return time.process_time() - start

    assert is_linear(seconds)


def _seconds(extractor: Extractor, tokenizer: Any, text: str) -> float:
    start = time.process_time()
    reading = extractor.read(Article(text))
    rules = [claim for kind in KINDS for claim in kind.claims(reading)]
    ask(reading, all_nodes(reading, rules), rules, tokenizer)
    return time.process_time() - start
