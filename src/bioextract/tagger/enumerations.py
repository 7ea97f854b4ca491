"""What a sentence enumerates: the years of one event, the results of one person and what each was reached in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bioextract.page import Page
from bioextract.spans import RoleSpan
from bioextract.tagger.edition import YEAR

BETWEEN_YEARS = re.compile(r"\s*(?:,|and|&|/|, ?and)\s*(?:in )?")
JOINED = re.compile(r"and|&|/")
RANGE = re.compile(r"\b(?:between|from)\s$")


def years_with(page: Page, start: int, end: int) -> list[RoleSpan]:
    """The years in the list that a year between `start` and `end` stands in: "in 2003, 2005 and 2006"; else nothing."""
    years: list[RoleSpan] = []
    for span in page.spans_of(page.sentence_at(start), "date"):
        if years and not BETWEEN_YEARS.fullmatch(page.text[years[-1].end : span.start]):
            if years[-1].start >= start:
                break
            years = []
        if YEAR.fullmatch(span.text):
            years.append(span)
    if len(years) < 2 or not any(start <= year.start < end for year in years):
        return []
    first, last = years[0].start, years[-1].end
    # "In 2010, 2012 champion Anna Berg": a comma alone makes no list.
    is_joined = page.text[first - 1 : first] == "(" or JOINED.search(page.text, first, last)
    return years if is_joined and not RANGE.search(page.text, max(0, first - 9), first) else []


def deal(sure: Mapping[tuple[int, int], float], enough: float) -> dict[int, list[int]]:
    """Which of several things belong to each result, by how surely (result, thing) belong together.

    One to each, the surest first, as far as they go and half of `enough` reaches; the rest where they belong most, if
    that is sure enough.

    >>> deal({(1, 7): 0.93, (1, 8): 0.85, (2, 7): 0.70, (2, 8): 0.82}, 0.5)
    {1: [7], 2: [8]}
    """
    dealt: dict[int, list[int]] = {}
    taken = set[int]()
    ordered = sorted(sure, key=lambda pair: -sure[pair])
    for least, once in ((enough / 2, True), (enough, False)):
        for result, thing in ordered:
            if sure[result, thing] > least and thing not in taken and not (once and result in dealt):
                dealt.setdefault(result, []).append(thing)
                taken.add(thing)
    return dealt
