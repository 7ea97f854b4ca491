"""Participations told by lists: "1. NAME (KEN) 2:03:32" and a career's "2nd Omnium, European Championships".

A line gives what it holds; the year, event and discipline that it lacks stand in the lines and headings above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.frames import CurrentEvent
from bioextract.page import Sentence
from bioextract.people.person import Mention
from bioextract.spans import disciplines as discipline_spans
from bioextract.values.disciplines import discipline

RANK_BEFORE_NAME = re.compile(r"(?:^\s*|[,;:–-]\s+|\s)(?P<rank>\d{1,3})(?P<suffix>st|nd|rd|th|[.):]|\s*[-–:])?\s+$")


def read_ranked_names(reading: Reading, sentence: Sentence, current: CurrentEvent | None) -> Iterator[Claim]:
    """The participations of a line that sets ranks before names: "1. NAME 2:03:32", "2nd NAME, 3rd NAME"."""
    if current is None:
        return
    mentions = [m for m in reading.mentions.of(sentence) if m.kind == "name"]
    for i, mention in enumerate(mentions):
        rank = _rank_before(reading.page.text, sentence, mention)
        if rank is None:
            continue
        until = mentions[i + 1].start if i + 1 < len(mentions) else sentence.end
        fields = {
            "event": current.event.name,
            "event_text": current.text,
            "date": current.event.year,
            "date_precision": "year" if current.event.year else None,
            "date_text": current.date_text,
            "place": current.place or current.event.place,
            "discipline": _discipline_above(reading, sentence, mention.start),
            "status": "past",
            "rank": rank,
            "rank_qualifier": "exact",
            "medal": None,
            "mark": _mark_between(reading, sentence, mention.end, until),
        }
        yield Claim("events", mention.person, fields, mention.start, mention.end, "participation.ranked_name")


def _rank_before(text: str, sentence: Sentence, mention: Mention) -> int | None:
    found = RANK_BEFORE_NAME.search(text[max(sentence.start, mention.start - 12) : mention.start])
    if found is None:
        return None
    at_list_start = text[max(sentence.start, mention.start - 12) : mention.start].lstrip().startswith((":", ";"))
    at_line_start = at_list_start or text[sentence.start : mention.start].strip(" \t=*-•") == found.group().strip(
        " \t=*-•,;:–"
    )
    if not at_line_start and found["suffix"] not in ("st", "nd", "rd", "th"):
        return None
    rank = int(found["rank"])
    return rank if rank > 0 else None


def _mark_between(reading: Reading, sentence: Sentence, start: int, end: int) -> str | None:
    return next((s.text for s in reading.page.spans_of(sentence, "mark") if start <= s.start < end), None)


def _discipline_above(reading: Reading, sentence: Sentence, before: int) -> str | None:
    """The event named before the name in the line, else in the heading, else in the line above."""
    here = [s for s in reading.page.spans_of(sentence, "discipline") if s.end <= before and _is_event(s.text)]
    if here:
        return discipline(here[-1].text)
    heading = discipline_spans.find(sentence.heading or "")
    return discipline(heading[-1].text) if heading and _is_event(heading[-1].text) else None


def _is_event(text: str) -> bool:
    return discipline_spans.kind_of(text) in ("event", "sport")
