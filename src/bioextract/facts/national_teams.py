"""Countries that people compete for: national teams, "has run for Kenya", "a former France international"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.facts.claim import Reading
from bioextract.facts.nationality_wordings import (
    BETWEEN_NAMES,
    INTERNATIONAL,
    LIST_JOINT,
    REPRESENTS,
    SQUAD_AFTER,
    SQUAD_BEFORE,
    SQUAD_OF,
    TEAM_LINE,
)
from bioextract.page import Sentence
from bioextract.people.attribution import companions, subject
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan

Found = tuple[str, list[Individual], int, int] | None  # the rule, the people, start and end of the evidence
COMPANY_REACH = 120  # characters
LEAST_TEAM = 4  # names


def squad(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Part of a country's team: "gold with Jamaica's relay team"; and those who were in it with the subject."""
    text, mentions = reading.page.text, reading.mentions.of(sentence)
    if not _squad_before(reading, sentence, span) or not SQUAD_AFTER.match(text, span.end):
        return None
    people = reading.who(subject, sentence, span.start, span.end)
    return "squad", people + companions(mentions, span.end, COMPANY_REACH, text), span.start, span.end


def members(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """The names of a country's team: "Jamaica's relay team of NAME, NAME and NAME"; and who won something "with" it."""
    told = SQUAD_OF.match(reading.page.text, span.end, sentence.end)
    names = list(row(reading, sentence, told.end(), LIST_JOINT)) if told else []
    if len(names) < 2:
        return None
    before = _squad_before(reading, sentence, span)
    others = reading.who(subject, sentence, span.start, span.end) if before and not before["outside"] else []
    return "squad_of", list(dict.fromkeys([*others, *(m.person for m in names)])), span.start, names[-1].end


def team_line(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """The names of a team's line: "Scotland: NAME, NAME, NAME (NAME 75th), NAME"."""
    told = TEAM_LINE.match(reading.page.text, span.end) if span.start == sentence.start else None
    names = list(row(reading, sentence, told.end(), BETWEEN_NAMES)) if told else []
    if len(names) < LEAST_TEAM:
        return None
    return "team_line", list(dict.fromkeys(m.person for m in names)), span.start, span.end


def competitor(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Competing for a country, or an international of it: "has run for Kenya", "a former France international"."""
    text = reading.page.text
    before = text[max(sentence.start, span.start - 60) : span.start]
    if REPRESENTS.search(before):
        mates = companions(reading.mentions.of(sentence), span.end, COMPANY_REACH, text)
        people = reading.who(subject, sentence, span.start, span.end)
        return "represents", [*people, *mates], span.start, span.end
    if international := INTERNATIONAL.match(text, span.end, span.end + 50):
        people = reading.who(subject, sentence, span.start, span.end)
        return "international", people, span.start, international.end()
    return None


def _squad_before(reading: Reading, sentence: Sentence, span: RoleSpan) -> re.Match[str] | None:
    return SQUAD_BEFORE.search(reading.page.text, max(sentence.start, span.start - 20), span.start)


def row(reading: Reading, sentence: Sentence, start: int, joint: re.Pattern[str]) -> Iterator[Mention]:
    """The names from `start` on with nothing but joints between; a joint with a group `last` stands before the last."""
    text, is_last = reading.page.text, False
    for mention in (m for m in reading.mentions.of(sentence) if m.kind == "name" and m.start >= start):
        found = joint.fullmatch(text, start, mention.start)
        if found is None or is_last:
            return
        yield mention
        start, is_last = mention.end, bool(found.groupdict().get("last"))
