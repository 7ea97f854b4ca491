"""The wordings of sponsors and employers: payers, jobs, deals, and the rules that tie them to the person paid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.facts.claim import Rule
from bioextract.facts.organisations import BEFORE_NAME, MORE, ORGANISATION
from bioextract.people.attribution import Who, adjacent_before, adjacent_or_subject, owner, subject
from bioextract.people.person import Individual, Mention

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


def paid(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom the span ends with ("pays her"), else the first one after it."""
    inside = [m for m in mentions if start < m.start and m.start < end]
    after = [m for m in mentions if m.start >= end and m.start - end < 25]
    return [(inside[-1:] or after[:1])[0].person] if inside or after else []


def paid_or_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person paid, or else the subject."""
    return paid(mentions, start, end, text) or subject(mentions, start, end, text)


def _rule(name: str, who: Who, pattern: str, *hint: str, words: frozenset[str] = frozenset()) -> Rule:
    return Rule(f"sponsor.{name}", re.compile(pattern), who, hint, words)


_DEAL_WORDS = frozenset(
    "contract contracts deal deals agreement agreements partnership endorsement sponsorship arrangement terms".split()
)
# A word of every job, of all that is done there, and of all that payers do.
_JOB_WORDS = frozenset(
    """primaryschoolteacher secondaryschoolteacher highschoolteacher elementaryschoolteacher specialschoolteacher
    schoolteacher teacher nurse doctor surgeon dentist physiotherapist therapist paramedic midwife pharmacist vet
    accountant actuary auditor lawyer solicitor barrister engineer electrician plumber carpenter joiner builder
    bricklayer roofer welder mechanic architect surveyor scientist researcher librarian postman postwoman
    firefighter fireman policeman policewoman officer constable soldier driver courier farmer shepherd fisherman
    baker butcher chef cook waiter waitress barista barman cleaner janitor assistant cashier receptionist secretary
    servant banker salesman agent consultant analyst developer programmer designer journalist photographer gardener
    forester lumberjack miner labourer hairdresser worker trainer lifeguard pilot attendant trader shopkeeper clerk
    teller trainee apprentice guard translator""".split()
)
_RANK_WORDS = frozenset(
    """corporal sergeant constable lieutenant captain major private officer inspector ranger sailor soldier recruit
    policeman policewoman firefighter pilot""".split()
)
_WORK_WORDS = frozenset(
    """work works worked working employed teach teaches teaching taught job shift shifts desk counter drive drives
    drove carries carried marks marked mend mends draws sell sells selling fit fits stock stocks stack stacks
    answers answering check checks manage manages pushes pushed delivers delivered delivering pack packs paints
    painting clean cleans cleaning drilled bake bakes cook cooks repair repairs serve serves pours pouring""".split()
)
_SIGNED_WORDS = frozenset(
    "sign signs signed signing left leave joined joins switched with be wear wears wearing ride rides on".split()
)
_HELPS_WORDS = frozenset(
    """pay pays paid paying fund funds funded lend lends lent put puts had picked buys bought give gives gave promised
    supply supplies supplied provide provides provided cover covers covered sponsor sponsors sponsored equip equips
    equipped dress dresses dressed send sends sent post posts posted dropped let took left support supports
    supported""".split()
)
_PAID_WORDS = frozenset(
    """sponsors supplies equips dresses outfits employs pays backs funds kits posts sends lends gives provides covers
    buys sponsored supplied equipped dressed backed provided paid given supported taken paying giving lending
    backing supporting""".split()
)
_GRANT_WORDS = frozenset("grant scholarship award funding stipend bursary money salary wage wages support".split())
# Every name that `SERVICE` takes holds one of these.
_SERVICE_HINT = (
    *("Police", "Army", "Navy", "Air Force", "RAF", "RAAF", "Marine", "Force", "Guard", "Fire", "Service", "Corps"),
    *("Regiment", "Railway", "Carabinieri", "Gendarmerie", "Bundeswehr", "fire brigade"),
)
RULES = (
    _rule(
        "by",
        subject,
        r"\b(?:[Ss]ponsored|[Bb]acked|[Ff]unded|[Ee]quipped|[Bb]ankrolled|[Ee]ndorsed|[Ff]inanced|"
        rf"[Ss]upported financially) (?:jointly |partly )?by {PAYER}{MORE}",
        *("ponsored", "acked", "unded", "quipped", "ankrolled", "ndorsed", "inanced", "financially"),
    ),
    _rule(
        "supported_by",
        subject,
        rf"\b(?:[Ss]upported|paid for|[Ee]mployed|bought) by {PAYER}",
        *("upported by", "paid for by", "mployed by", "bought by"),
    ),
    _rule(
        "noun",
        owner,
        rf"\b(?:[Ss]ponsors?|backer|paymasters?|employer),? (?:(?:is|are|was|were|of|remains) )?{PAYER}",
        *("ponsor", "backer", "paymaster", "employer"),
    ),
    _rule(
        "adjective",
        adjacent_or_subject,
        rf"(?P<span>\b{ORG}-(?:sponsored|backed|funded))",
        *("-sponsored", "-backed", "-funded"),
    ),
    _rule("deal_with", subject, rf"\b{SPONSOR_DEAL}(?: \w+)? (?:with|from) {PAYER}", words=_DEAL_WORDS),
    _rule("deal", subject, rf"\b{DEAL}(?: [\w-]+)? with {BRAND_KIND}{PAYER}", words=_DEAL_WORDS),
    _rule(
        "signed",
        subject,
        r"\b(?:sign(?:s|ed)?|signing|left|leave|joined|joins|switched to|with|be in|wear(?:s|"
        rf"ing)?|rides? for|on) {BRAND_KIND}{TO_ORG}(?P<gear> (?:shoes|spikes|boots|skis|kit))?\b",
        words=_SIGNED_WORDS,
    ),
    _rule(
        "brand_deal",
        adjacent_or_subject,
        rf"\b{ORG}(?:[’']s)? (?:{SPONSOR_DEAL}|{DEAL}|partnership|ambassador|athlete|skier|rider)\b",
        words=_DEAL_WORDS | {"ambassador", "athlete", "skier", "rider"},
    ),
    _rule(
        "face",
        subject,
        rf"\b(?:face|ambassador) (?:of|for) {BRAND_KIND}{TO_ORG}",
        *("face of", "face for", "ambassador of", "ambassador for"),
    ),
    _rule(
        "pays", paid, rf"(?:\b{ORG}|{BUSINESS})(?:,? [a-z][\w-]*){{0,3}}? {PAID} (?:the )?{PERSON}\b", words=_PAID_WORDS
    ),
    _rule(
        "business",
        paid_or_subject,
        rf"{BUSINESS}(?: from the [\w ]{{1,30}}?)?,? (?:(?:that|which|who) )?(?:[a-z]+ ){{0,3}}?{HELPS}\b",
        words=_HELPS_WORDS,
    ),
    _rule(
        "behind",
        subject,
        rf"\b(?:has|had|have|got|wears?|worn) (?:the name of )?{PAYER} (?:behind|on|across) (?:him|her|his|me|my)\b",
        *("behind ", "across ", "on h", "on m"),
    ),
    _rule(
        "brand",
        paid_or_subject,
        rf"\b{ORG},? (?:(?:which|who) )?(?:has |have |had |also |now )?{HELPS}\b",
        words=_HELPS_WORDS,
    ),
    _rule(
        "dropped",
        paid,
        rf"(?:\b{ORG}|{BUSINESS})(?: [a-z][\w-]*){{0,3}}? {DROPPED} {PERSON}\b",
        *("dropped", "released", "let go of", "cut", "parted", "ended", "goodbye"),
    ),
    _rule(
        "works_as",
        subject,
        r"\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|job|earns? (?:a|his|her) living)(?: "
        rf"[\w-]+){{0,3}}? as (?:an? )?(?P<description>(?:[a-z-]+ ){{0,3}}?{JOB}|(?:[a-z-]+ "
        rf"){{0,2}}[a-z-]+(?:er|or|ist|ian|man))\b{AT_ORG}",
        " as ",
    ),
    _rule(
        "works_for",
        subject,
        r"\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|[Tt]each(?:es|ing)?|[Tt]aught|job|shifts?|desk|"
        rf"counter|{TASK})(?: [\w,-]+){{0,4}}? (?:for|at|in) {PAYER}",
        words=_WORK_WORDS,
    ),
    _rule(
        "job_at",
        adjacent_or_subject,
        rf"\b(?:[Aa]n?|[Tt]he) (?:[a-z-]+ ){{0,2}}?(?P<description>{JOB}|{RANK}|manager|professor|"
        rf"lecturer|instructor) (?:at|for|with|in) (?:the )?{ORG}",
        words=_JOB_WORDS | _RANK_WORDS | {"manager", "professor", "lecturer", "instructor"},
    ),
    _rule(
        "job",
        subject,
        r"\b(?:[Ii]s|[Ww]as|became|becomes|been|now|by day|job as|remains|formerly) (?:also "
        r")?(?:an? )?(?:full-time |part-time |qualified |trained |former "
        rf")?(?P<description>(?:[a-z-]+ )??{JOB})\b(?![’']|,? (?:at|for|with|in) (?:the )?[A-Z])",
        words=_JOB_WORDS,
    ),
    _rule(
        "trade",
        subject,
        r"\b(?:an? )?(?P<description>(?:[a-z]+ ){0,2}[a-z]+) by (?:trade|profession|day)\b",
        *("by trade", "by profession", "by day"),
    ),
    _rule(
        "service",
        subject,
        rf"\b(?:{RANK}|[Mm]ember|[Ss]erv(?:es|ed|ing)|[Jj]oined|[Ee]nlisted|[Dd]rafted|[Ww]ork(?:s|"
        r"ed|ing)?)(?: \w+)? (?:of |in |with |for |into |at )?(?:(?:the|his|her) )?(?:[\w’']+ "
        rf")??{ORG}",
        *_SERVICE_HINT,
    ),
    _rule("service_of", adjacent_before, rf"(?: of| from|,) (?:the )?(?P<span>{ORG})(?=[,.; )])", *_SERVICE_HINT),
    _rule("funding", owner, rf"\b{ORG} {GRANT}\b", words=_GRANT_WORDS),
    _rule("lottery", owner, r"\b(?P<description>[Ll]ottery (?:funding|grant|money|support|award))\b", "ottery "),
    _rule("grant_from", subject, rf"\b{GRANT}(?: \w+)? (?:from|of) {TO_ORG}", words=_GRANT_WORDS),
    _rule(
        "pundit",
        adjacent_or_subject,
        r"\b(?P<name>BBC|ITV|Sky Sports|Eurosport|ESPN|NBC|CBS|Channel 4|BT Sport|TNT|Fox Sports)"
        r"(?: [a-z]+)? (?:pundit|commentator|analyst|columnist|summariser)\b",
        *("pundit", "commentator", "analyst", "columnist", "summariser"),
    ),
)
