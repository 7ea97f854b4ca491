"""Who took part: the people of one frame."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.facts.claim import Reading
from bioextract.facts.frames import Frame
from bioextract.page import Sentence
from bioextract.people.attribution import adjacent_after, subject
from bioextract.people.person import Individual, Mention

BY = re.compile(r"\bby $")
WITH = re.compile(r"\bwith (?:[\w’']+ ){0,3}$")
PARTNER = re.compile(r"\b(?:with|alongside|partnering|partnered by)(?: (?:his|her|team-?mates?|partners?|compatriots?|fellow))* $")
HOLDER = re.compile(r"(?:medall?ist|winner|champion|runner-up)$", re.I)
SHORT_LINK = re.compile(r"(?:,? (?:was|were|in|came|finished|placed|took|also|a|the|an?|with|who|and) ?|[ ,(–—-])*")


def competitors_of(frame: Frame, reading: Reading, sentence: Sentence) -> list[Individual]:
    """Who did it: the name after "by" or "medallist", the name right before the result, else the subject; and who with."""
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
    return list(dict.fromkeys(people + _partners(mentions, frame, text)))


def _partners(mentions: Sequence[Mention], frame: Frame, text: str) -> list[Individual]:
    """Those who won with the subject: "won the fours with NAME, NAME and NAME"."""
    after = [i for i, m in enumerate(mentions) if m.kind == "name" and 0 <= m.start - frame.anchor.end < 80]
    if not after or not PARTNER.search(text, frame.anchor.end, mentions[after[0]].start):
        return []
    found = [mentions[after[0]].person]
    for i in after[1:]:
        if not re.fullmatch(r"(?:, | and |, and )(?:[a-z]+ ){0,2}", text[mentions[i - 1].end : mentions[i].start]):
            break
        found.append(mentions[i].person)
    return found
