"""Discipline: what a person does, in the words of the text; also the event that they contest (see `participation`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.page import Sentence
from bioextract.people.attribution import adjacent_after, adjacent_before, subject
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.values.disciplines import canonical_discipline, discipline, kind_of

NAME = "disciplines"

TO_NAME = re.compile(
    r",? ?(?:(?:champions?|medall?ists?|star|ace|great|legend|sensation|specialist|international|captain|veteran|"
    r"winner|record holder|player|athlete),? )?"
)
PREDICATE = re.compile(
    r"\b(?:is|was|as|am|[’']m|been|used to be|became|become|remains|being|turned)(?: \w+ly)? "
    r"(?:an?|the|one of|another)(?: (?!of |in |at |on |for |by )[\w’'-]+){0,6}[ -]$"
)
APPOSITION = re.compile(
    r"(?P<gap>(?:, \d\d)?, (?:an?|the|who is an?)? ?(?:(?!and |who |with |in |at )[\w’'-]+ ){0,5}?)$"
)
BOTH = re.compile(r"(?:,| and|,? and also)(?: an?)? $")
PLAYS = re.compile(
    r"\b(?:plays?|played|playing|operates?|deployed|used|career|appear(?:s|ed))(?: \w+){0,3}? (?:as an?|at|in|"
    r"as)(?: (?:the|an?))?(?: \w+)? ?$"
)
YEAR_OLD = re.compile(r"-old(?: [\w-]+){0,2} $")
SPORT_VERB = re.compile(
    r"\b(?:compet(?:es|ed|ing)|speciali[sz](?:es|ed|ing)|events?|plays?|played|playing|took up|taken up|career|"
    r"practi[cs]es?|contest(?:s|ed)?|discipline)"
    r"(?: \w+){0,3}? (?:in|at|of|is|are|was)?(?: the| both| mainly| college| professional|"
    r" semi-professional)*(?: (?:men|women)[’']s)? ?$|"
    r"\b(?:plays?|played|playing|took up|taken up|swims?|runs?)(?: (?:college|professional|club|semi-professional|"
    r"the))* $"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All disciplines that nouns and verbs give people; what a result gives comes with the participations."""
    for sentence in reading.page.sentences:
        for span in reading.page.spans_of(sentence, "discipline"):
            if any(e.start <= span.start and span.end <= e.end for e in reading.page.spans_of(sentence, "event")):
                continue
            found = _owners(reading, sentence, span)
            if found:
                rule, people = found
                for person in people:
                    yield Claim(
                        NAME, person, {"value": discipline(span.text)}, span.start, span.end, f"discipline.{rule}"
                    )


def _owners(reading: Reading, sentence: Sentence, span: RoleSpan) -> tuple[str, list[Individual]] | None:
    text, mentions = reading.page.text, reading.mentions.of(sentence)
    before = text[max(sentence.start, span.start - 70) : span.start]
    kind = kind_of(span.text)
    for mention in mentions:
        if mention.kind == "description" and mention.start < span.end and span.start <= mention.end + 1:
            return "description", [mention.person]
    if people := _before_name(mentions, span, text):
        return f"{kind}_before_name", people
    if kind in ("person", "position"):
        return _said_of(reading, sentence, span, before)
    if SPORT_VERB.search(before):
        return "practises", reading.who(subject, sentence, span.start, span.end)
    return None


def _before_name(mentions: Any, span: RoleSpan, text: str) -> list[Individual]:
    """ "striker NAME", "800m champion NAME"."""
    for mention in mentions:
        if mention.start >= span.end and mention.kind == "name":
            if TO_NAME.fullmatch(text, span.end + 1, mention.start) or mention.start - span.end == 1:
                return adjacent_after(mentions, mention.start, mention.start, text)
            return []
    return []


def _said_of(reading: Reading, sentence: Sentence, span: RoleSpan, before: str) -> tuple[str, list[Individual]] | None:
    """ "is a Spanish footballer", "NAME, a hurdler", "plays as a central midfielder", "the 22-year-old winger"."""
    if PREDICATE.search(before):
        return "predicate", reading.who(subject, sentence, span.start, span.end)
    if PLAYS.search(before):
        return "plays", reading.who(subject, sentence, span.start, span.end)
    if YEAR_OLD.search(before):
        return "year_old", reading.who(subject, sentence, span.start, span.end)
    if gap := APPOSITION.search(before):
        at = span.start - len(gap["gap"])
        if people := reading.who(adjacent_before, sentence, at, at):
            return "apposition", people
    previous = [s for s in reading.page.spans_of(sentence, "discipline") if s.end <= span.start]
    if previous and BOTH.fullmatch(reading.page.text, previous[-1].end, span.start):
        return _owners(reading, sentence, previous[-1])
    return None


def key(fields: dict[str, Any]) -> object:
    """By wording, whatever the notation."""
    return canonical_discipline(fields["value"])
