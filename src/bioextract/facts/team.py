"""Team: the club, professional team, running group, school or university that an athlete competes for.

Strong wordings take any capitalised name ("signed for Vale"); weak ones ("Vale's Anna Berg", "Anna Berg (Vale)") only a
name that is a club by its words, by the lexicon, or by a strong wording elsewhere in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, apply_rules
from bioextract.facts.organisations import (
    SERVICE,
    Clubs,
    club_key,
    is_brand,
    is_club_name,
    is_ordinary_word,
    is_organisation,
    is_taken,
    names_of,
    organisation_key,
    trim_organisation,
    with_main,
)
from bioextract.facts.period import period_of
from bioextract.facts.team_wordings import HOME, HOME_WORDS, POSITION, STRONG, WEAK
from bioextract.people.attribution import subject
from bioextract.values.places import is_place

NAME = "teams"

NOT_ATHLETE = re.compile(
    r"\b(?:coach(?:es|ed|ing)?|manag(?:er|ers|ed|es)|boss|director|president|chairman|referee|"
    r"assistant|scout|owner|chief|head of)\b",
    re.I,
)
_OFFICE = (
    r"(?:coach|manager|boss|director|president|chairman|chief|referee|umpire|owner|CEO|executive|agent|"
    r"selector|scout|secretary)"
)
OFFICIAL_BEFORE = re.compile(rf"\b{_OFFICE},? $", re.I)
OFFICIAL_AFTER = re.compile(rf", (?:the |a |his |her |their )?(?:[\w’'-]+ ){{0,2}}?{_OFFICE}\b", re.I)
PLAYER_BEFORE = re.compile(rf"\b{POSITION} $")
FORMER_RULES = frozenset({"team.left", "team.from"})
STARTS = frozenset({"team.joined", "team.drafted", "team.signed"})
FUTURE = re.compile(
    r"\b(?:will|set to|agreed to|next season|going to|to join|is joining|close to|due to)\b[^,;]{0,40}$"
)
UNTRUE = re.compile(
    r"\b(?:not|never|n[’']t|could|would|linked|want(?:s|ed)?|interest(?:ed)?|hop(?:es?|ing)|"
    r"offer(?:ed)?|reject(?:ed)?|refus(?:ed|es)|turn(?:ed)? down|against|rumou?red|target(?:ed)?|if|"
    r"may|might|should)\b[^,;.]{0,40}$"
)
LEFT_OUT = re.compile(
    r"\b(?:used to|formerly|previously|was|were|had|played|ran|swam|rowed|rode|threw|raced|competed|"
    r"represented|attended|studied|graduated|captained)\b"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All teams that the page states; of the clubs that a person joined, all but the last are former."""
    officials = _officials(reading)
    strong = list(
        apply_rules(NAME, with_main(STRONG, reading, {subject}), lambda match, page: read(match, page, None), reading)
    )
    homes = list(_home_clubs(reading))
    clubs = Clubs([claim.fields["name"] for claim in strong] + [name for name, _, _ in homes])
    weak = list(
        apply_rules(NAME, with_main(WEAK, reading, {subject}), lambda match, page: read(match, page, clubs), reading)
    )
    found = [claim for claim in strong + weak if id(claim.person) not in officials]
    found += _report_claims(reading, homes, found, officials)
    yield from _settle(sorted(_drop_short_names(found), key=lambda claim: claim.start))


def _home_clubs(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Clubs whose people the page speaks of as a body ("Vale AC runners"), with the span of the page that shows it."""
    for index in sorted(reading.page.sentences_with_words(HOME_WORDS)):
        sentence = reading.page.sentences[index]
        for found in HOME.finditer(sentence.text):
            name = trim_organisation(found["name"])
            at = sentence.start + found.end("name") - len(name)
            if is_organisation(name) and not is_place(name) and not is_taken(reading, sentence, at, at + len(name)):
                yield name, at, sentence.start + found.end()


def _report_claims(
    reading: Reading, homes: list[tuple[str, int, int]], found: list[Claim], officials: set[int]
) -> Iterator[Claim]:
    """In a club's own report everybody runs for it, save those of whom the page tells another club."""
    people = {
        id(m.person): m.person for s in reading.page.sentences for m in reading.mentions.of(s) if m.kind == "name"
    }
    text = reading.page.text
    opening = " ".join([reading.page.title or "", *(sentence.text for sentence in reading.page.sentences[:3])])
    homes = [home for home in homes if home[0] in opening and (is_club_name(home[0]) or home[0].isupper())]
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in {home[0] for home in homes}}
    name, start, end = max(homes, key=lambda home: (counts[home[0]], -home[1]), default=("", 0, 0))
    others = {id(c.person) for c in found if club_key(c.fields["name"]) != club_key(name)}
    told = sum(m.person is reading.mentions.main for s in reading.page.sentences for m in reading.mentions.of(s))
    if not name or counts[name] < 2 or len(people) < 4 or told > 8 or len(others) > len(people) / 4:
        return
    for person in people.values():
        if id(person) not in officials | others:
            yield Claim(NAME, person, {"name": name, "status": "current"}, start, end, "team.report")


def read(match: Match, reading: Reading, clubs: Clubs | None) -> list[dict[str, Any]]:
    """The teams, their status and dates; none where the names are no clubs or the words deny it.

    `clubs`: a weak wording takes only what these know; None for a strong wording, which takes every organisation.
    """
    before = reading.page.text[match.sentence.start : match.start]
    if UNTRUE.search(before) or NOT_ATHLETE.search(before[-30:] + reading.page.text[match.start : match.end]):
        return []
    names = [name for at, name in names_of(match) if _is_team(match, reading, at, name, clubs)]
    status = _status(match, reading, before)
    period = period_of(reading, match.sentence, match.start, match.end, _dated(match.rule.name, status))
    return [{"name": name, "status": status, **period} for name in names]


def _is_team(match: Match, reading: Reading, at: int, name: str, clubs: Clubs | None) -> bool:
    strict = match.rule.name in ("team.signed", "team.position", "team.possessive")
    if not is_organisation(name) or SERVICE.search(name) or is_ordinary_word(reading, match.sentence, at, name):
        return False
    if is_taken(reading, match.sentence, at, at + len(name), strict=strict) or (
        is_brand(name) and not is_club_name(name)
    ):
        return False
    return clubs.knows(name) if clubs else is_club_name(name) or not _may_be_place(match, name)


def _dated(rule: str, status: str) -> Literal["start", "end"] | None:
    """What a bare date beside the wording dates."""
    if status == "future" or rule not in STARTS | {"team.left"}:
        return None
    return "end" if rule == "team.left" else "start"


def key(fields: dict[str, Any]) -> object:
    """Two teams are the same when their names are."""
    return club_key(fields.get("name") or fields["description"])


def _may_be_place(match: Match, name: str) -> bool:
    """Whether "moved to X", "X runner" may speak of a town."""
    return is_place(name) and match.rule.name not in ("team.signed", "team.drafted")


def _status(match: Match, reading: Reading, before: str) -> str:
    words = before[-40:] + reading.page.text[match.start : match.end]
    if match.groups.get("former") or match.rule.name in FORMER_RULES:
        return "former"
    if FUTURE.search(before):
        return "future"
    if match.rule.name in ("team.plays", "team.represents", "team.attended", "team.member") and LEFT_OUT.search(words):
        return "former"
    return "current"


def _officials(reading: Reading) -> set[int]:
    """The people whom the page calls coach, manager, referee or the like and never a player."""
    text, officials, players = reading.page.text, set(), set()
    for sentence in reading.page.sentences:
        for mention in reading.mentions.of(sentence):
            if mention.kind == "name":
                before, after = text[max(0, mention.start - 25) : mention.start], text[mention.end : mention.end + 25]
                if OFFICIAL_BEFORE.search(before) or OFFICIAL_AFTER.match(after):
                    officials.add(id(mention.person))
                if PLAYER_BEFORE.search(before):
                    players.add(id(mention.person))
    return officials - players


def _drop_short_names(claims: list[Claim]) -> list[Claim]:
    """Give a club told by part of its name ("Broncos") the name by which the same person's club is told in full."""
    full: dict[int, set[str]] = {}
    for claim in claims:
        full.setdefault(id(claim.person), set()).add(claim.fields["name"])

    def fullest(claim: Claim) -> str:
        name = claim.fields["name"]
        words = set(organisation_key(name).split())
        same = [
            n
            for n in full[id(claim.person)]
            if club_key(n) == club_key(name) or words < set(organisation_key(n).split())
        ]
        return max(sorted(same), key=len)

    return [replace(claim, fields={**claim.fields, "name": fullest(claim)}) for claim in claims]


def _settle(claims: list[Claim]) -> Iterator[Claim]:
    """Mark as former each joined club that a later one follows."""
    last: dict[int, Claim] = {}
    for claim in claims:
        if claim.rule in STARTS:
            last[id(claim.person)] = claim
    for claim in claims:
        final = last.get(id(claim.person))
        superseded = (
            final
            and claim.rule in STARTS
            and claim.fields["status"] == "current"
            and key(claim.fields) != key(final.fields)
        )
        yield replace(claim, fields={**claim.fields, "status": "former"}) if superseded else claim
