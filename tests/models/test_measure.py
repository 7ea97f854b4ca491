"""The bootstrap interval holds the score, and is narrow where all articles agree."""

from __future__ import annotations

from measure import interval

from bioextract.evaluation import Tally


def test_interval_holds_the_score() -> None:
    articles = [Tally(tp=i % 7, fp=3, fn=2) for i in range(1, 40)]
    total = Tally(sum(t.tp for t in articles), sum(t.fp for t in articles), sum(t.fn for t in articles))

    low, high = interval(articles)

    assert low < total.figures["f1"] < high


def test_articles_that_agree_leave_no_doubt() -> None:
    low, high = interval([Tally(tp=2, fp=1, fn=1)] * 20)

    assert low == high == Tally(tp=2, fp=1, fn=1).figures["f1"]
