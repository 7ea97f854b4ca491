"""Editions: which of them words can mean."""

from __future__ import annotations

import pytest

from bioextract.tagger.edition import is_same_edition, years_in
from bioextract.values.events import canonical_event


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2016–17 Oslo Cup", {"2016", "2017"}),
        ("1999-2000", {"1999", "2000"}),
        ("1999-00", {"1999", "2000"}),
        ("2012-09", {"2012"}),
        ("2015–17 Challenge Trophy", {"2015", "2016", "2017"}),
        ("15 January 2017", {"2017"}),
        ("2012-03-14", {"2012"}),
        ("the Olympic 2000m", set()),
        ("20000 m", set()),
    ],
)
def test_years_in_words(words: str, years: set[str]) -> None:
    assert years_in(words) == years


@pytest.mark.parametrize(
    ("words", "others", "is_same"),
    [
        ("2008 Olympics", "2012 Olympics", False),
        ("2008 Olympics", "the Games", True),
        ("Sydney Games", "2000 Olympics", True),
        ("Sydney Games", "Olympics in 2004", False),
        ("2020 Olympics", "Tokyo Olympics", True),
        ("2016–17 Oslo Cup", "2017–18 Oslo Cup", False),
        ("2016–17 Oslo Cup", "2017 Oslo Cup", True),
        ("Oslo Cup", "Bergen Cup", False),
    ],
)
def test_two_wordings_can_mean_one_edition(words: str, others: str, is_same: bool) -> None:
    assert is_same_edition(words, canonical_event(words), others, canonical_event(others)) is is_same
