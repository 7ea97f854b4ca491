"""Sponsor: who pays, equips or employs an athlete: a brand, a company, a funding body, an employer, a day job.

A payer is told by a name ("sponsored by Vale Steel") or by a description ("a paint shop pays her rent");
a day job counts by its description where no employer is named ("works as a nurse").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.facts.organisations import (
    BEFORE_NAME,
    FUNDER,
    MORE,
    ORGANISATION,
    SERVICE,
    is_brand,
    is_club_name,
    is_organisation,
    is_taken,
    names_of,
    organisation_key,
    period_of,
    with_main,
)
from bioextract.people.attribution import adjacent_before, adjacent_or_subject, owner, subject
from bioextract.people.person import Individual, Mention
from bioextract.values.places import is_place

NAME = "sponsors"

ORG = rf"(?P<name>{ORGANISATION})"
TO_ORG = rf"{BEFORE_NAME}{ORG}"
# "the shoe brand Vale", "Vale, the shoe company": a kind of payer, not of club.
BRAND_KIND = r"(?P<kind>(?:[\w’'-]+ ){0,4}?(?:brand|company|firm|manufacturer|maker|giant|supplier),? )?"
_BUSINESS = (
    r"(?:company|firm|bank|brewery|bakery|shop|supermarket|dealership|dealer|factory|brand|makers?|"
    r"manufacturer|exporter|importer|producer|"
    r"garage|dentist|restaurant|takeaway|builders?|roofers|chain|co-operative|cooperative|caf[eé]|pub|"
    r"hotel|gym|clinic|practice|agency|"
    r"fund|grant|businessman|retailer|brewer|insurer|airline|hospital|sponsor|glassmaker|authority|"
    r"store|studio|farm|council|laboratory|start-up)"
)
BUSINESS = (
    rf"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er) (?P<description>(?:[\w’'&-]+ ){{0,4}}?{_BUSINESS}(?: of "
    r"[a-z]+(?: [a-z]+)?| in [A-Z]\w+)?))"
)
PAYER = rf"(?:{TO_ORG}|{BUSINESS})"
JOB = (
    r"(?:(?:primary|secondary|high|elementary|special)?[- ]?school ?teacher|teacher|(?:night |staff |"
    r"psychiatric |paediatric )?nurse|doctor|surgeon|dentist|physiotherapist|"
    r"physical therapist|paramedic|midwife|pharmacist|vet|accountant|actuary|auditor|lawyer|solicitor|"
    r"barrister|engineer|electrician|plumber|"
    r"carpenter|joiner|builder|bricklayer|roofer|welder|mechanic|architect|surveyor|scientist|"
    r"researcher|librarian|postman|postwoman|firefighter|"
    r"fireman|policeman|policewoman|police officer|police constable|prison officer|soldier|(?:delivery "
    r"|bus |taxi |truck |lorry |tram |train )driver|"
    r"courier|farmer|shepherd|fisherman|baker|butcher|chef|cook|waiter|waitress|barista|barman|cleaner|"
    r"janitor|shop assistant|cashier|receptionist|"
    r"secretary|civil servant|banker|salesman|estate agent|consultant|analyst|software developer|"
    r"programmer|web designer|graphic designer|journalist|"
    r"photographer|gardener|forester|lumberjack|miner|labourer|hairdresser|social worker|personal "
    r"trainer|lifeguard|pilot|flight attendant|"
    r"market trader|shopkeeper|clerk|bank teller|trainee \w+|apprentice \w+|warehouse worker|factory "
    r"worker|care worker|security guard|translator)"
)
AT_ORG = rf"(?: (?:at|for|with|in) (?:the )?{ORG})?"
TASK = (
    r"(?:drives?|drove|carr(?:ies|ied)|mark(?:s|ed)|mends?|draws|sells?|selling|fits?|stocks?|stacks?|"
    r"answer(?:s|ing)|checks?|manages?|push(?:es|ed)|deliver(?:s|ed|ing)|packs?|"
    r"paint(?:s|ing)|cleans?|cleaning|drilled|bakes?|cooks?|repairs?|serves?|pour(?:s|ing)) (?:[\w’-]+ ){0,2}?[a-z]+s?"
)
RANK = (
    r"(?:corporal|sergeant|constable|lieutenant|captain|major|private|officer|inspector|sub-inspector|"
    r"ranger|sailor|soldier|recruit|policeman|policewoman|firefighter|warrant officer|pilot)"
)
DEAL = r"(?:contracts?|deals?|agreements?|partnership|endorsement|sponsorship|arrangement|terms)"
SPONSOR_DEAL = (
    r"(?:(?:shoe|boot|kit|equipment|clothing|apparel|sponsorship|endorsement|commercial|racket|footwear|"
    rf"promotional|sponsor) {DEAL}|sponsorship|endorsement)"
)
PAID = (
    r"(?:sponsors|supplies|equips|dresses|outfits|employs|pays|backs|funds|kits out|posts|sends|lends|"
    r"gives|provides|covers|buys|"
    r"(?:has|have) (?:sponsored|supplied|equipped|dressed|backed|provided|paid|given|supported|taken "
    r"on)|(?:is|are) (?:paying|giving|lending|backing|supporting))"
)
HELPS = (
    r"(?:pa(?:ys?|id|ying)|fund(?:s|ed)?|lends?|lent|puts? (?:its|their) name|had (?:its|their) name|"
    r"picked up|buys|bought|gives?|gave|promised|suppl(?:y|ies|ied)|"
    r"provide[sd]?|covers?|covered|sponsor(?:s|ed)?|equip(?:s|ped)?|dress(?:es|ed)|sends?|sent|posts?|"
    r"posted|dropped|let (?:her|him|me) go|took on|left|support(?:s|ed)?)"
)
DROPPED = (
    r"(?:dropped|released|let go of|cut|parted company with|ended (?:its|their) [a-z]+ with|said goodbye "
    r"to|has dropped)"
)
PERSON = r"(?:him|her|me|his|my|[A-ZÀ-Þ][\w’'-]+)"
GRANT = r"(?:grant|scholarship|award|funding|stipend|bursary|money|salary|wages?|support)"


def _paid(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom the span ends with ("pays her"), else the first one after it."""
    inside = [m for m in mentions if start < m.start and m.start < end]
    after = [m for m in mentions if m.start >= end and m.start - end < 25]
    return [(inside[-1:] or after[:1])[0].person] if inside or after else []


def _paid_or_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person paid, or else the subject."""
    return _paid(mentions, start, end, text) or subject(mentions, start, end, text)


RULES = (
    Rule(
        "sponsor.by",
        re.compile(
            r"\b(?:[Ss]ponsored|[Bb]acked|[Ff]unded|[Ee]quipped|[Bb]ankrolled|[Ee]ndorsed|[Ff]inanced|"
            rf"[Ss]upported financially) (?:jointly |partly )?by {PAYER}{MORE}"
        ),
        subject,
    ),
    Rule("sponsor.supported_by", re.compile(rf"\b(?:[Ss]upported|paid for|[Ee]mployed|bought) by {PAYER}"), subject),
    Rule(
        "sponsor.noun",
        re.compile(rf"\b(?:[Ss]ponsors?|backer|paymasters?|employer),? (?:(?:is|are|was|were|of|remains) )?{PAYER}"),
        owner,
    ),
    Rule("sponsor.adjective", re.compile(rf"(?P<span>\b{ORG}-(?:sponsored|backed|funded))"), adjacent_or_subject),
    Rule("sponsor.deal_with", re.compile(rf"\b{SPONSOR_DEAL}(?: \w+)? (?:with|from) {PAYER}"), subject),
    Rule("sponsor.deal", re.compile(rf"\b{DEAL}(?: [\w-]+)? with {BRAND_KIND}{PAYER}"), subject),
    Rule(
        "sponsor.signed",
        re.compile(
            r"\b(?:sign(?:s|ed)?|signing|left|leave|joined|joins|switched to|with|be in|wear(?:s|"
            rf"ing)?|rides? for|on) {BRAND_KIND}{TO_ORG}(?P<gear> (?:shoes|spikes|boots|skis|kit))?\b"
        ),
        subject,
    ),
    Rule(
        "sponsor.brand_deal",
        re.compile(rf"\b{ORG}(?:[’']s)? (?:{SPONSOR_DEAL}|{DEAL}|partnership|ambassador|athlete|skier|rider)\b"),
        adjacent_or_subject,
    ),
    Rule("sponsor.face", re.compile(rf"\b(?:face|ambassador) (?:of|for) {BRAND_KIND}{TO_ORG}"), subject),
    Rule(
        "sponsor.pays",
        re.compile(rf"(?:\b{ORG}|{BUSINESS})(?:,? [a-z][\w-]*){{0,3}}? {PAID} (?:the )?{PERSON}\b"),
        _paid,
    ),
    Rule(
        "sponsor.business",
        re.compile(rf"{BUSINESS}(?: from the [\w ]{1, 30}?)?,? (?:(?:that|which|who) )?(?:[a-z]+ ){{0,3}}?{HELPS}\b"),
        _paid_or_subject,
    ),
    Rule(
        "sponsor.behind",
        re.compile(
            rf"\b(?:has|had|have|got|wears?|worn) (?:the name of )?{PAYER} (?:behind|on|across) (?:him|her|his|me|my)\b"
        ),
        subject,
    ),
    Rule(
        "sponsor.brand",
        re.compile(rf"\b{ORG},? (?:(?:which|who) )?(?:has |have |had |also |now )?{HELPS}\b"),
        _paid_or_subject,
    ),
    Rule("sponsor.dropped", re.compile(rf"(?:\b{ORG}|{BUSINESS})(?: [a-z][\w-]*){{0,3}}? {DROPPED} {PERSON}\b"), _paid),
    Rule(
        "sponsor.works_as",
        re.compile(
            r"\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|job|earns? (?:a|his|her) living)(?: "
            rf"[\w-]+){{0,3}}? as (?:an? )?(?P<description>(?:[a-z-]+ ){{0,3}}?{JOB}|(?:[a-z-]+ "
            rf"){{0,2}}[a-z-]+(?:er|or|ist|ian|man))\b{AT_ORG}"
        ),
        subject,
    ),
    Rule(
        "sponsor.works_for",
        re.compile(
            r"\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|[Tt]each(?:es|ing)?|[Tt]aught|job|shifts?|desk|"
            rf"counter|{TASK})(?: [\w,-]+){{0,4}}? (?:for|at|in) {PAYER}"
        ),
        subject,
    ),
    Rule(
        "sponsor.job_at",
        re.compile(
            rf"\b(?:[Aa]n?|[Tt]he) (?:[a-z-]+ ){{0,2}}?(?P<description>{JOB}|{RANK}|manager|professor|"
            rf"lecturer|instructor) (?:at|for|with|in) (?:the )?{ORG}"
        ),
        adjacent_or_subject,
    ),
    Rule(
        "sponsor.job",
        re.compile(
            r"\b(?:[Ii]s|[Ww]as|became|becomes|been|now|by day|job as|remains|formerly) (?:also "
            r")?(?:an? )?(?:full-time |part-time |qualified |trained |former "
            rf")?(?P<description>(?:[a-z-]+ )??{JOB})\b(?![’']|,? (?:at|for|with|in) (?:the )?[A-Z])"
        ),
        subject,
    ),
    Rule(
        "sponsor.trade",
        re.compile(r"\b(?:an? )?(?P<description>(?:[a-z]+ ){0,2}[a-z]+) by (?:trade|profession|day)\b"),
        subject,
    ),
    Rule(
        "sponsor.service",
        re.compile(
            rf"\b(?:{RANK}|[Mm]ember|[Ss]erv(?:es|ed|ing)|[Jj]oined|[Ee]nlisted|[Dd]rafted|[Ww]ork(?:s|"
            r"ed|ing)?)(?: \w+)? (?:of |in |with |for |into |at )?(?:(?:the|his|her) )?(?:[\w’']+ "
            rf")??{ORG}"
        ),
        subject,
    ),
    Rule("sponsor.service_of", re.compile(rf"(?: of| from|,) (?:the )?(?P<span>{ORG})(?=[,.; )])"), adjacent_before),
    Rule("sponsor.funding", re.compile(rf"\b{ORG} {GRANT}\b"), owner),
    Rule(
        "sponsor.lottery", re.compile(r"\b(?P<description>[Ll]ottery (?:funding|grant|money|support|award))\b"), owner
    ),
    Rule("sponsor.grant_from", re.compile(rf"\b{GRANT}(?: \w+)? (?:from|of) {TO_ORG}"), subject),
    Rule(
        "sponsor.pundit",
        re.compile(
            r"\b(?P<name>BBC|ITV|Sky Sports|Eurosport|ESPN|NBC|CBS|Channel 4|BT Sport|TNT|Fox Sports)"
            r"(?: [a-z]+)? (?:pundit|commentator|analyst|columnist|summariser)\b"
        ),
        adjacent_or_subject,
    ),
)
SCHOOL = re.compile(r"\b(?:University|College|School|Institute)\b")
NAMED_JOB = frozenset({"sponsor.works_as", "sponsor.works_for", "sponsor.job_at"})
NEEDS_BRAND = frozenset({"sponsor.brand", "sponsor.signed", "sponsor.brand_deal", "sponsor.deal", "sponsor.face"})
NEEDS_SERVICE = frozenset({"sponsor.service", "sponsor.service_of"})
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ff]ormerly|was|were|worked|taught|served|had|used to|left|leave|dropped|lost|"
    r"end(?:ed|s) (?:his|her)|until|lapsed|previous(?:ly)?|ex-|cut|released|goodbye|became)\b"
)
NOW = re.compile(r"\b(?:has|have|[’']s) (?:\w+ )?$|\b(?:has|have|[’']s) (?:been|worked|had)\b|\bnow\b|\bsigned\b")
FUTURE = re.compile(r"\b(?:will|from next|next month|starts?|to become|is to|promised|joins)\b[^,;]{0,30}$")
UNTRUE = re.compile(
    r"\b(?:not|never|n[’']t|without|no|if|might|may|would|could|hop(?:es|ed|ing)|seek(?:s|ing)|looking "
    r"for|wants?)\b[^,;.]{0,30}$"
)
NO_JOB = frozenset(
    "and runner driver-by rider player captain sprinter swimmer leader substitute starter coach "
    "manager pacemaker winner striker teammate professional".split()
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All sponsors and employers that the page states."""
    return apply_rules(NAME, with_main(RULES, reading, {subject, owner, _paid, _paid_or_subject}), read, reading)


def read(match: Match, reading: Reading) -> list[dict[str, Any]]:
    """The payers' names, else a description, with status and dates; none for clubs, people and denied statements."""
    before = reading.page.text[match.sentence.start : match.start]
    if UNTRUE.search(before):
        return []
    payers = list(_names(match, reading)) or _description(match)
    event: Literal["end"] | None = "end" if match.rule.name == "sponsor.dropped" else None
    told = {
        "status": _status(match, reading, before),
        **period_of(reading, match.sentence, match.start, match.end, event),
    }
    return [{**payer, **told} for payer in payers]


def key(fields: dict[str, Any]) -> object:
    """Two sponsors are the same when their names, else their descriptions, are."""
    return organisation_key(fields.get("name") or fields["description"])


def _names(match: Match, reading: Reading) -> Iterator[dict[str, str]]:
    for at, name in names_of(match):
        taken = is_taken(reading, match.sentence, at, at + len(name))
        if is_organisation(name) and not taken and _fits(match, name):
            yield {"name": name}


def _fits(match: Match, name: str) -> bool:
    """Whether the wording takes this name: weak ones take only brands, services or funders, and none takes a club."""
    rule = match.rule.name
    if rule in NEEDS_SERVICE:
        return SERVICE.search(name) is not None
    if rule in ("sponsor.funding", "sponsor.grant_from"):
        return (
            (name.isupper() and not is_club_name(name))
            or FUNDER.search(name) is not None
            or SERVICE.search(name) is not None
        )
    if rule in NEEDS_BRAND:
        return is_brand(name) or "gear" in match.groups or match.groups.get("kind") is not None
    if rule in NAMED_JOB:
        return not is_place(name) and (not is_club_name(name) or SCHOOL.search(name) is not None)
    return not is_club_name(name) or is_brand(name)


def _description(match: Match) -> list[dict[str, str]]:
    text = match.groups.get("description")
    if not text or text.split()[-1] in NO_JOB or re.search(r"\bcoach\b", text):
        return []
    return [{"description": text}]


def _status(match: Match, reading: Reading, before: str) -> str:
    words = before[-25:] + reading.page.text[match.start : match.end]
    if FUTURE.search(before):
        return "future"
    if match.rule.name == "sponsor.dropped":
        return "former"
    return "former" if FORMER.search(words) and not NOW.search(words) and not NOW.search(before) else "current"
