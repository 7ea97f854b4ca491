"""Team: the club, professional team, running group, school or university that an athlete competes for.

Strong wordings take any capitalised name ("signed for Vale"); weak ones ("Vale's Anna Berg", "Anna Berg (Vale)") only a
name that is a club by its words, by the lexicon, or by a strong wording elsewhere in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.facts.organisations import (
    BEFORE_NAME,
    MORE,
    ORGANISATION,
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
    period_of,
    trim_organisation,
    with_main,
)
from bioextract.people.attribution import adjacent_after, adjacent_before, subject
from bioextract.people.names import UPPER
from bioextract.people.person import Individual, Mention
from bioextract.values.places import is_place

NAME = "teams"

ORG = rf"(?P<name>{ORGANISATION})"
TO_ORG = rf"{BEFORE_NAME}{ORG}"
POSITION = (
    r"(?:strikers?|forwards?|midfielders?|defenders?|goalkeepers?|keeper|wingers?|(?:full|left|right|"
    r"centre|center|wing|running|"
    r"quarter|corner|line|half)[- ]?backs?|captain|skipper|stars?|playmaker|ace|frontman|hitman|hooker|"
    r"prop|lock|flanker|fly-half|"
    r"scrum-half|centre|number eight|linebackers?|(?:wide )?receivers?|tight end|safety|(?:point |"
    r"shooting )?guard|center|defenseman|"
    r"goaltender|students?|pupils?|(?:relief )?pitcher|outfielder|shortstop|infielder|catcher|pass "
    r"rusher|edge rusher|linem[ae]n|(?:defensive|offensive) "
    r"(?:tackle|end|lineman)|players?|team-?mates?|batsman|all-rounder|bowler|rider|runners?|athletes?|"
    r"sprinters?|swimmers?|senior|junior|"
    r"sophomore|freshman|pair|duo|trio|youngster|teenager|veteran|wonderkid|rookie)"
)
OLD = r"(?P<former>\b(?:[Ff]ormer|[Ee]x-|[Ee]x|[Oo]ne-?time|[Oo]ld) ?)?"
JOINED = (
    r"(?:(?:re)?join(?:s|ed|ing)?|sign(?:s|ed|ing)?(?: (?:a |an |his |her )?(?:[\w£$.,-]+ "
    r"){0,5}?(?:contract|deal|terms|papers))? (?:for|with)|"
    r"(?:moved?|moving|switched|transferred|transferring|traded|loaned|sold|promoted|assigned|"
    r"return(?:ed|s|ing)?|went|sent|called up|"
    r"re-?assigned|switch|transfer|(?:£|€|\$)[\w.]+ move|rejoined) (?:back )?(?:on loan )?to|"
    r"claimed(?: off waivers)? by|acquired by|signed by|picked up by|"
    r"recruited by|on loan (?:at|to|with)|a loan (?:spell |move )?(?:at|to|with)|loan spells? (?:at|"
    r"with)|commit(?:s|ted|ting)? to|(?:began|started|opened|continued|resumed|spent|finished|split) "
    r"(?:(?:his|her|the|a|two|three|four|five|six|seven|\d+) )(?:[\w–-]+ ){0,3}?(?:at|with|in)|exit to|"
    r"debut(?:ed)? for|enrolled (?:at|in)|put pen to paper with)"
)
PLAYS = (
    r"(?:(?:play|run|race|compete|ride|row|swim|fight|sail|jump|throw|bowl|skate|bat|turn out|pitch|"
    r"start)(?:s|ed|ing)?|ran|rode|swam|rowed|threw|played|competed|"
    r"plays?|running|competing|turns? out|turned out|appear(?:s|ed)|skippered|represent(?:ed|s|ing)?|captain(?:ed|s)?)"
)
AS_WHAT = (
    r"(?: (?:college |high school |club |youth |junior |collegiate |professional |[a-z]+ "
    r"){0,3}?(?:football|basketball|baseball|hockey|soccer|golf|tennis|cricket|rugby|track|"
    r"cross[- ]country|volleyball)?)?"
)
FROM = (
    r"(?:released by|waived by|cut by|dropped by|let go by|left|leav(?:es|ing)|departed(?: from)?|"
    r"parted ways with|a free agent after|on loan from|"
    r"signed (?:him |her )?from|arrived from|joined from|traded from|moved? from|move from|"
    r"transfer(?:red)? from|graduated from|graduate of|product of|"
    r"alumn(?:us|a|i) of|career (?:at|with)|(?:spells?|stints?|seasons?|years?|time) (?:at|with|for)|"
    r"formerly (?:of|with))"
)
MEMBER = (
    r"(?:[Mm]embers? of|[Cc]aptain of|belongs? to|signed to|contracted to|under contract (?:at|with)|"
    r"(?:wears?|worn|in) the (?:colou?rs|vest|singlet|shirt|jersey) of|"
    r"professional with|[Pp]layer (?:for|with|at)|\w*(?:back|keeper|guard|linem[ae]n|er|end|cent(?:er|"
    r"re)|forward|safety|midfield|wing) for)"
)
DRAFTED = r"(?:drafted|selected|taken|picked|chosen)(?: [\w-]+){0,8}? by"
NOT_ATHLETE = re.compile(
    r"\b(?:coach(?:es|ed|ing)?|manag(?:er|ers|ed|es)|boss|director|president|chairman|referee|"
    r"assistant|scout|owner|chief|head of)\b",
    re.I,
)


def signed_person(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom a club signs: the first mention after the span, a few words at most between."""
    after = [m for m in mentions if m.start >= end]
    near = (
        after
        and after[0].start - end <= 60
        and not re.search(r"[;:]|\bafter\b|\bbecause\b", text[end : after[0].start])
    )
    return [after[0].person] if near else []


def moved_person(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """Who moves: the last person named within the span ("signing Anna Berg from Vale"), else the subject."""
    inside = [m.person for m in mentions if start <= m.start and m.end <= end and m.kind == "name"]
    return inside[-1:] or subject(mentions, start, end, text)


STRONG = (
    Rule(
        "team.position",
        re.compile(
            rf"{OLD}(?<![\w’])(?:[A-Z][\w’]+(?:-[\w’]+)? (?:and|&) )?{ORG} (?:[a-z\d-]+ ){{0,2}}?{POSITION}(?: and "
            rf"(?:captain|skipper))?(?=,? [{UPPER}])"
        ),
        adjacent_after,
    ),
    Rule("team.joined", re.compile(rf"\b{JOINED} {TO_ORG}"), subject),
    Rule("team.plays", re.compile(rf"\b{PLAYS}{AS_WHAT} (?:for|at) {TO_ORG}{MORE}"), subject),
    Rule("team.member", re.compile(rf"\b{MEMBER} {TO_ORG}"), subject),
    Rule("team.represents", re.compile(rf"\brepresent(?:s|ed|ing) {TO_ORG}{MORE}"), subject),
    Rule("team.drafted", re.compile(rf"\b{DRAFTED} {TO_ORG}"), subject),
    Rule("team.left", re.compile(rf"\b{FROM} {TO_ORG}"), subject),
    Rule(
        "team.signed",
        re.compile(
            rf"\b{ORG} (?:have |has |had |also |then )*(?:re-)?(?:sign(?:ed|ing|s)?|drafted|claimed|"
            r"acquired|recruited|selected|released|waived|loaned|sold|traded for|traded)\b"
        ),
        signed_person,
    ),
    Rule(
        "team.player_of",
        re.compile(rf", (?P<span>(?:the |an? )?{OLD}(?:[a-z-]+ )?{ORG} {POSITION})\b"),
        adjacent_before,
    ),
    Rule(
        "team.club",
        re.compile(
            r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:[a-z-]+ )?(?:club|team|school|side)(?:,| in "
            rf"[A-Z]\w+(?: \w+)?)?(?: (?:was|is))?(?: the)? {ORG}"
        ),
        subject,
    ),
)
WEAK = (
    Rule("team.brackets", re.compile(rf"\((?:[A-Z]{{3}}[,/] ?)?{ORG}(?=[,;)])"), adjacent_before),
    Rule("team.of", re.compile(rf" (?:also )?(?:of|from|at|with) (?:the )?{ORG}"), adjacent_before),
    Rule("team.comma", re.compile(rf", (?P<span>{ORG})(?=[,;.)]|$| in \d| \d)"), adjacent_before),
    Rule(
        "team.possessive",
        re.compile(rf"{OLD}\b{ORG}[’'](?:s)? (?:[a-z\d-]+ |[A-Z][a-z]+ ){{0,2}}?(?:{POSITION} )?(?=[{UPPER}])"),
        adjacent_after,
    ),
    Rule(
        "team.from",
        re.compile(
            rf"\b(?:sign|arriv|mov|transfer|join|loan|bought|buy|recruit|switch)\w*\b[^.;,]{{0,50}}? from {TO_ORG}"
        ),
        moved_person,
    ),
    Rule("team.with", re.compile(rf"\b{PLAYS}{AS_WHAT} (?:with|in) {TO_ORG}{MORE}"), subject),
    Rule(
        "team.attended",
        re.compile(
            rf"\b(?:attend(?:s|ed|ing)?|stud(?:ies|ied|ying)(?: [\w ]{1, 40}?)?(?: at)?|scholarship "
            r"(?:at|to|from|with)|(?:sophomore|junior|senior|freshman|student|year|star|All-American) "
            rf"at|educated at) {TO_ORG}"
        ),
        subject,
    ),
)
# "Harbour Striders runners", "our Vale AC members": the club whose people a report is about.
HOME = re.compile(
    rf"\b{ORG}(?:[’']s?)? (?:[a-z]+ )?(?:runners|athletes|swimmers|members|students|ladies|men|women|"
    r"squad|team|players|vests?|rowers|entrants|participants)\b"
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
    for sentence in reading.page.sentences:
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
    return club_key(fields["name"])


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
