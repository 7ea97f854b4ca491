"""Since when and until when: the dates beside a statement of residence, team or sponsor."""

from __future__ import annotations

import re
from typing import Literal

from bioextract.facts.claim import Reading
from bioextract.page import Sentence
from bioextract.values.dates import parse_date

_SINCE = re.compile(r"\b(?:[Ss]ince|[Ff]rom|[Bb]etween|[Ss]tarting|[Bb]eginning)(?: in)?(?: the)? $")
_UNTIL = re.compile(
    r"(?:\b(?:[Uu]ntil|till|to|through|and|up to)(?: the)?(?: (?:end|summer|start) of)?(?: the)? |[–-])$"
)


def period_of(
    reading: Reading, sentence: Sentence, start: int, end: int, event: Literal["start", "end"] | None
) -> dict[str, str]:
    """`start` and `end` (ISO) of what the run start:end tells, from the dates beside it in its sentence.

    `event` says what a bare date ("in 2014") dates: a beginning, an end, or nothing.
    """
    period: dict[str, str] = {}
    text = reading.page.text
    for span in reading.page.spans_of(sentence, "date"):
        if not (start - 30 <= span.end and span.start <= end + 30):
            continue
        date = parse_date(span.text, base=reading.page.published)
        if date is None:
            continue
        before = text[max(sentence.start, span.start - 14) : span.start]
        role = "start" if _SINCE.search(before) else "end" if _UNTIL.search(before) else event
        if role:
            period.setdefault(role, date.iso)
    if "end" in period and period["end"] < period.get("start", ""):
        del period["end"]
    return period
