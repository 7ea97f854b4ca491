from __future__ import annotations

import pytest

from bioextract.values.ranks import Rank, rank


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won", Rank(1)),
        ("Winner", Rank(1)),
        ("victory", Rank(1)),
        ("first place", Rank(1)),
        ("fifth", Rank(5)),
        ("fourth-place", Rank(4)),
        ("13th", Rank(13)),
        ("1,204th", Rank(1204)),
        ("twenty-first", Rank(21)),
        ("thirtieth", Rank(30)),
        ("runner-up", Rank(2)),
        ("runners up", Rank(2)),
        ("7", Rank(7)),
        ("gold", Rank(1, medal="gold")),
        ("Silver medal", Rank(2, medal="silver")),
        ("bronze medallist", Rank(3, medal="bronze")),
        ("top-10 finish", Rank(10, "top")),
        ("top ten", Rank(10, "top")),
        ("outside the top 20", Rank(20, "outside")),
        ("last", None),
        ("", None),
        ("0th", None),
    ],
)
def test_rank(text: str, expected: Rank | None) -> None:
    assert rank(text) == expected
