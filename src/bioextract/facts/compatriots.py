"""Compatriots: whose country is told by somebody else's ("her compatriot NAME", "his fellow American NAME")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.national_teams import Found, row
from bioextract.facts.nationality_wordings import (
    COMPATRIOT,
    FELLOW,
    GROUP_JOINT,
    NEVER_BETWEEN,
    OF_FELLOW,
    PLURAL,
    TEAM_MATE,
    TO_COMPATRIOT,
    TO_NAME,
)
from bioextract.page import Sentence
from bioextract.people.attribution import possessor
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan

COMPATRIOT_RULE = "nationality.compatriot"
COMPATRIOT_HINT = ("ompatriot", "ountrym", "ountrywom")


def named_compatriots(reading: Reading, told: Iterable[Claim]) -> Iterator[Claim]:
    """ "His compatriot NAME": the country of the one beside whom the name is set, where just one is known.

    `told`: the nationalities that a country tells.
    """
    known = {claim.fields["value"]: claim.fields for claim in told}
    for index in sorted(reading.page.sentences_with(COMPATRIOT_HINT)):
        sentence = reading.page.sentences[index]
        for found in COMPATRIOT.finditer(sentence.text):
            start, end = found.start() + sentence.start, found.end() + sentence.start
            others = [m.person for m in reading.mentions.of(sentence) if m.end <= start]
            others = others or _last_before(reading, sentence)
            lands = {land for person in others[-2:] for land in person.countries}
            land = known.get(lands.pop()) if len(lands) == 1 else None
            if land is None:
                continue
            named = _named(reading, sentence, end)
            for mention in named if PLURAL.search(found[0]) else named[:1]:
                if mention.person.countries <= {land["value"]}:
                    yield Claim("nationalities", mention.person, dict(land), start, mention.end, COMPATRIOT_RULE)


def _named(reading: Reading, sentence: Sentence, end: int) -> list[Mention]:
    """The name after the word, and those of its list."""
    first = next((m for m in reading.mentions.of(sentence) if m.kind == "name" and m.start >= end), None)
    between = reading.page.text[end : first.start] if first else ""
    is_beside = first and TO_COMPATRIOT.fullmatch(between) and not NEVER_BETWEEN.search(between)
    return list(row(reading, sentence, first.start, GROUP_JOINT)) if first and is_beside else []


def _last_before(reading: Reading, sentence: Sentence) -> list[Individual]:
    """Who was mentioned last in the sentence before, else the person whom the article is about."""
    before = reading.mentions.of(reading.page.sentences[sentence.index - 1]) if sentence.index else []
    main = reading.mentions.main
    return [m.person for m in before[-1:]] or ([main] if main else [])


def fellow(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Whose "fellow American" or "American team-mate" somebody is: whoever owns the words, was mentioned last, or is
    the "she" after the name.
    """
    text, mentions = reading.page.text, reading.mentions.of(sentence)
    named = next((m for m in mentions if m.kind == "name" and m.start >= span.end), None)
    between = text[span.end : named.start] if named else ""
    if OF_FELLOW.search(text, max(0, span.start - 14), span.start):
        people = possessor(mentions, span.start - 7, span.end)
    elif (
        named
        and TO_NAME.fullmatch(between)
        and (FELLOW.search(text, max(0, span.start - 10), span.start) or TEAM_MATE.match(between))
    ):
        before = [m.person for m in mentions if m.end <= span.start][-1:]
        after = [m.person for m in mentions if m.start >= named.end and m.kind == "pronoun" and not m.possessive][:1]
        people = before or after
    else:
        return None
    return ("fellow", people, span.start, named.end if named else span.end) if people else None
