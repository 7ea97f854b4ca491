"""Who took part: the people of one frame."""

from __future__ import annotations

import re

from bioextract.facts.claim import Reading
from bioextract.facts.frames import Frame
from bioextract.page import Sentence
from bioextract.people.attribution import adjacent_after, companions, subject
from bioextract.people.person import Individual

BY = re.compile(r"\bby $")
WITH = re.compile(r"\bwith (?:[\w’']+ ){0,3}$")
COMPANY_REACH = 80
HOLDER = re.compile(r"(?:medall?ist|winner|champion|runner-up)$", re.I)
SHORT_LINK = re.compile(r"(?:,? (?:was|were|in|came|finished|placed|took|also|a|the|an?|with|who|and) ?|[ ,(–—-])*")


def competitors_of(frame: Frame, reading: Reading, sentence: Sentence) -> list[Individual]:
    """Who did it: the name after "by" or "medallist", the name before the result, else the subject; and who with."""
    mentions, text = reading.mentions.of(sentence), reading.page.text
    start, end = frame.anchor.start, frame.anchor.end
    if not mentions:
        return []
    for mention in mentions:
        gap = text[end : mention.start]
        if 0 <= mention.start - end < 40 and (BY.search(gap) or (gap == " " and HOLDER.search(frame.anchor.text))):
            return adjacent_after(mentions, mention.start, mention.start, text)
    for mention in reversed(mentions):
        if mention.end <= start and start - mention.end < 25 and SHORT_LINK.fullmatch(text, mention.end, start):
            if WITH.search(text, max(0, mention.start - 30), mention.start):
                return [mention.person]
            break
    people = [p for p in subject(mentions, start, end, text) if frame.rank or not p.is_staff]
    return list(dict.fromkeys(people + companions(mentions, end, COMPANY_REACH, text)))
