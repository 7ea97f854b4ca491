"""Spans of years: "1991-94", "2016–17", "1999/2000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPAN = re.compile(r"(?<![\d-])(?P<first>(?:18|19|20)\d\d)[-–/](?P<last>(?:18|19|20)?\d\d)(?!\d|[-–/]\d)")


def year_spans(text: str) -> Iterator[range]:
    """The years of every span in a text; a number that is no later year makes none.

    >>> [list(span) for span in year_spans("the 1991-94 titles, the 1999–00 season, 2012-09")]
    [[1991, 1992, 1993, 1994], [1999, 2000]]
    """
    for match in _SPAN.finditer(text):
        first, last = int(match["first"]), int(match["first"][: 4 - len(match["last"])] + match["last"])
        last += 100 if last < first and first % 100 == 99 else 0
        if first < last:
            yield range(first, last + 1)
