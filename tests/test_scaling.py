"""The time for a text grows with its length, whatever the text is: four times as long takes about four times the time."""

from __future__ import annotations

import time

import pytest

from bioextract import Article, Extractor

SMALL = 2_500
PROSE = (
    "Anna Berg won the 2019 Lisbon Marathon in 2:25:31. The 29-year-old Dutch runner, who lives in Utrecht, was fifth "
    "at the World Championships in Doha. Her coach, Piet Vos, said that she had run 12 marathons for Vale Harriers. "
)
UNITS = [
    *("a ", "5th ", "Aa ", "1:23 ", '"', "(", "and ", "- ", "1234567890", "A. ", "Aa, ", "Aa and ", "Aa-Bb-", "O'B"),
    *("2019 ", "100m ", "won the Aa Cup and ", "in Rome ", "his coach Aa ", "runs for Aa in ", "best 1:23 ", "A\n"),
    *("a", ". ", "her fifth Games ", "signed for Aa, ", PROSE),
]


@pytest.fixture(scope="module", autouse=True)
def _warm_up(extractor: Extractor) -> None:
    extractor.extract(Article(PROSE))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: repr(unit[:12]))
def test_time_is_linear(extractor: Extractor, unit: str) -> None:
    short, long = (_seconds(extractor, _repeated(unit, size)) for size in (SMALL, 4 * SMALL))

    assert long < 8 * short + 0.05


def test_many_names_take_linear_time(extractor: Extractor) -> None:
    short, long = (_seconds(extractor, _named(people)) for people in (60, 240))

    assert long < 8 * short + 0.05


def _repeated(unit: str, size: int) -> str:
    return unit * (size // len(unit))


def _named(people: int) -> str:
    """Sentences about that many people of different names."""
    names = [f"Anna {chr(65 + i % 26)}{chr(97 + i // 26)}berg" for i in range(people)]
    return " ".join(f"{name} beat Carla {name[5:]}son by two seconds and won the 800m in Oslo." for name in names)


def _seconds(extractor: Extractor, text: str) -> float:
    """Processor time of one extraction: the shortest of three, since a busy machine only ever adds to it."""
    return min(_timed(extractor, text) for _ in range(3))


def _timed(extractor: Extractor, text: str) -> float:
    start = time.process_time()
    extractor.extract(Article(text))
    return time.process_time() - start
