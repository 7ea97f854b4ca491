"""Counts: how many times over a career so far; never what is hoped for, denied, or told of one dated event only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.facts.titles import HOSTS, LEVEL, name_event, name_spoken_of, name_titles
from bioextract.people.attribution import OBJECT_BEFORE, Who, adjacent, owner, subject
from bioextract.people.person import Individual, Mention
from bioextract.values.numbers import CARDINAL, ORDINAL, QUANTITY, TIMES, Quantity, ordinal, quantity, times

NAME = "counts"

# A number that counts, not the length of a race ("1500 metres silver") or more of the same ("two more medals").
_N = rf"(?P<n>(?i:{QUANTITY}))(?! (?:met(?:re|er)s?|m|km|miles?|yards?|kg|more|and \d+|of)\b|-)"
_ORD = rf"(?P<ord>(?i:{ORDINAL}))(?! (?:round|half|leg|set|stage|place|heat|quarter|division|row|best))"
_TIMES = f"(?P<times>(?i:{TIMES}))"
_TWICE = rf"(?P<times>(?i:twice|(?:{CARDINAL}) times|on (?:{CARDINAL}) occasions))\b"
_STREAK = (
    r"(?:(?:consecutive|successive|straight|different|senior|career|full|previous|overall|editions? of(?: the)?) ){0,2}"
)
_NOT_IN_TITLE = (
    r"(?:in|at|of|for|by|to|from|with|on|as|the|an?|his|her|their|who|is|was|has|had|have|were|are|but|over|than|records?|"
    r"number|No|leaders?|class|titles?|medals?|champions?|medall?ists?|won|winning|which|and|brought|took|plus|beat|"
    r"winner|series|after|when|while|that|president|governing|tour|ranked|rankings?|stage|Open|Cup)"
)
_WORDS = rf"(?:(?!{_NOT_IN_TITLE}\b)[^\W_][\w’'&.×/-]*(?:,\d{{3}}\w*)? ){{0,6}}?"
_TITLE = rf"(?P<title>{_WORDS})"
_LEVEL_TITLE = rf"\b(?P<title>{LEVEL}(?:[- ]| (?:and|&) ){_WORDS})"
_MEDALLIST = r"(?P<medal>gold|silver|bronze)(?: [\w-]+){0,2}?[- ]medal(?:l?ists?| winners?|[- ]holders?)"
_HOLDER = rf"(?:[Cc]hampions?|{_MEDALLIST}|(?P<medals>medal)(?:l?ists?|[- ]holders?|[- ]winners?)|winners?)\b"
_MEDALS = r"(?P<noun>(?P<medal>gold|silver|bronze)(?:s|[- ]medals?)?|(?P<medals>medals?)|titles?|crowns?)\b"
_ONE_MEDAL = r"(?P<noun>(?P<medal>gold|silver|bronze)(?:[- ]medal)?|(?P<medals>medal)|title|crown)\b"
_WINS = (
    r"(?P<wins>(?:professional )?events|[Cc]hampionships?|Cups?|Leagues?|Opens?|Marathons?|Trophies|majors|"
    r"victor(?:y|ies)|wins?)\b(?! (?:medals?|titles?|crowns?))"
)
_EVENT_NOUN = (
    r"(?:Olympics|Olympic Games|Games|Paralympics|Worlds|Europeans|Nationals|[Cc]hampionships?|Champs|Marathons?|Cups?|"
    r"Open|Trials|Tours? de France|Tours?|Giro d[’']Italia|Vuelta|Masters|Slams?|Leagues?|Trophy|Classic|Prix|Relays|"
    r"Bowls?|Series|Race|Run|Triathlon|Ironman|Finals?|Comrades|Tournament|Invitational|Meeting|Challenge|Ekidens?|"
    r"parkruns?)"
)
_CAP = r"[A-Z0-9][\w’'&.-]* (?:(?:of|de|the) )?"
_MARATHON = r"(?:(?:half[- ]|ultra[- ]?)?marathons?)"
_EVENT = (
    rf"(?P<event>(?:(?:{_CAP}){{0,6}}{_EVENT_NOUN}|{_MARATHON}|[Ii]ronmans?|(?:world|national) championships|"
    r"Wimbledon|Boston|London|New York|Berlin|Chicago|Comrades)\b)"
)
_AT = rf"(?: (?:at|in|from|on)(?: the| his| her)? (?:\d{{4}} )?{_EVENT})?"
_DO = (
    r"\b(?:r[au]n|running|runs|complet(?:ed|es|ing)|finish(?:ed|es|ing)|compet(?:ed|es|ing)|start(?:s|ed)|done|did|"
    r"took part|tak(?:en|ing) part|participated|raced|ridden|rode|play(?:s|ed)|appear(?:ed|s)|attempted|fought|swum|"
    r"sailed|toed the line|lined up|attended|been (?:to|at|through)|represented(?: [\w’'-]+){0,4}?(?= (?:at|in) ))"
)
_TOTAL = r"(?: (?:the|a total of|for [A-Z]\w+|first|exactly|just|only|now|in|at|of|for|final segment)){0,5}"
_WIN = (
    r"\b(?:won|wins?|winning|taken|took|claimed|claiming|secured|earned|captured|clinched|retained|collected|produced)"
)
_FEW_WORDS = r"(?:[\w’'&.-]+ ){0,3}?"
_HIS = r"\b(?:[Hh]is|[Hh]er|[Mm]y|[’']s)"
_TEAM = r"(?: (?:for|with|by) (?:the )?(?P<team>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}))?"
_NOT_A_PART = (
    r"(?! \(|,? (?:[a-z]+ )?(?:titles?|gold|silver|bronze|medals?|crown|champion|wins?|victory|debut|record|finals?|"
    r"contract|circuit|events?|race|season|squad|team|match|game|point|goal|try|heat|this|last|call-up|start|stage|"
    r"podium)\b)"
)

UNREAL = re.compile(
    r"\b(?:not|never|\w+n[’']t|without|hop(?:es?|ed|ing)|want(?:s|ed)?|dream(?:s|ed|t|ing)?|aim(?:s|ed|ing)?|could|"
    r"bid(?:ding)?|would|might|may|should|if|potential|future|next|target(?:s|ing)?|chas(?:e|es|ing)|seek(?:s|ing)?|"
    r"sought|goal|looking|tr(?:y|ies|ied|ying)|attempt(?:s|ing)?|prospect|chance|needs?|quest|pursuit|pursuing|eye[sd]?|"
    r"eyeing|can|failed to|den(?:y|ied)|missed|short of|stripped|favourites?|expected|possible|set to win|going for|"
    r"in search)\b[^,;:()–—]{0,50}$",
    re.I,
)
CLAUSE = re.compile(r"\b(?:because|but|who|which|after|having|when|since)\b")
DATED_BEFORE = re.compile(rf"(?:\b(?:1[89]|20)\d\d(?:[-–/]\d+)?(?:,? and (?:\d{{4}} )?)?|\b(?:{HOSTS})(?:[’']s)?) ?$")
DATED_AFTER = re.compile(
    r",? (?:in|at|from|of|for) (?:the )?(?:[A-Z]\w+ ){0,2}(?:(?:1[89]|20)\d\d|[A-Z]\w+)| [-–(]* ?(?:1[89]|20)\d\d|"
    r" of the year"
)
FIRST_DATED = re.compile(r",? (?:in|on|at) (?:\w+ ){0,2}(?:\d{4}|age|the)")
COUNTED_BEFORE = re.compile(rf"(?i:{TIMES})[- ](?:[a-z]+ )?$")
WHERE_WON = re.compile(r"\b(?:where (?:he|she)(?: also)?|then)(?: \w+)? $")
WON_BEFORE = re.compile(rf"{_WIN}(?: \w+)? $")
FORMER = re.compile(r"\b(?:former|defending) $", re.I)
BARE_NATIONAL = re.compile(r"^(?:\w+ )?national (?:\w+ )?$")
NAMED_EVENT = frozenset({"count.times_winner", "count.twice_won"})
TOP_LEVEL = re.compile(r"olympic|world", re.I)
GIVES_MEDALS = re.compile(
    r"Olympic|Paralympic|World (?!Cup|Series|Marathon)|European|Commonwealth|Asian|African|Pan American", re.I
)
LISTED = re.compile(rf"(?:{_N}|\bthe) {_STREAK}{_TITLE}{_MEDALS}")
ARTICLE = re.compile(
    r"\b(?P<the>(?:an?|the|his|her) )?"
    r"(?:(?:new|recently[- ]crowned|former|reigning|defending|current|late|junior|youth) ){0,3}$",
    re.I,
)
PREDICATE = re.compile(
    r"(?:\b(?:is|was|are|were|as|being|remains?|bec[ao]me|becoming|crowned|and|of)|[,–—(-])(?: now| still| also)? ?$"
)
ROLE_TO_NAME = re.compile(
    r"(?:(?: and| &)(?: [\w’'-]+){1,6}| [\w-]*(?:er|ist|nast|ete|man|woman|or|star|skier|ace)|,? [A-Z][a-z]+[’']s|"
    r",? Briton)?,? ?(?:Sir |Dame )?"
)


def titled(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """Whose title it is: the name beside it ("champion and captain NAME"), a description's person, else the subject."""
    article = ARTICLE.search(text, max(0, start - 40), start)
    start = article.start() if article else start
    if people := adjacent(mentions, start, end, text):
        return people if text[end - 1] == "s" else people[:1]
    is_object = OBJECT_BEFORE.search(text, max(0, start - 40), start) is not None
    if inside := [m.person for m in mentions if m.kind == "description" and m.start < end and start < m.end]:
        return [] if is_object and any(m.person is inside[0] and m.end <= start for m in mentions) else inside[:1]
    following = next((m for m in mentions if m.start >= end and m.kind == "name"), None)
    if following and ROLE_TO_NAME.fullmatch(text, end, following.start):
        return [following.person]
    is_the = article is not None and (article["the"] or "").lower() == "the "
    stands_alone = is_the and not PREDICATE.search(text, max(0, start - 20), start)
    if stands_alone or is_object or all(m.start > start for m in mentions):
        return []
    return subject(mentions, start, end, text)


def _rule(name: str, who: Who, pattern: str) -> Rule:
    return Rule(f"count.{name}", re.compile(pattern), who)


RULES = (
    _rule("olympian", titled, rf"(?P<times>(?i:{TIMES}|first-time)) (?P<event>[Oo]lympian|[Pp]aralympian)\b"),
    _rule("times_champion", titled, rf"{_TIMES}[- ](?:the )?{_TITLE}{_HOLDER}(?! of)"),
    _rule(
        "times_winner",
        titled,
        rf"{_TIMES} (?:winner|champion) of (?:the )?(?:[A-Z]\w+[’']s )?(?P<title>(?:{_CAP}(?:to )?){{0,5}}[A-Z0-9]\w+)",
    ),
    _rule(
        "champion",
        titled,
        rf"{_LEVEL_TITLE}(?:gold[- ]medal(?:l?ists?| winners?)|[Cc]hampions?)\b(?! (?:League|Cup|Trophy|Tour))",
    ),
    _rule("medallist", titled, rf"{_LEVEL_TITLE}(?P<medal>silver|bronze)(?: [\w-]+)?[- ]medal(?:l?ists?| winners?)\b"),
    _rule("medals_won", subject, rf"{_WIN} {_FEW_WORDS}(?P<span>{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT})"),
    _rule("times_won", subject, rf"{_WIN} {_FEW_WORDS}(?P<span>{_N} {_STREAK}{_TITLE}{_WINS})"),
    _rule("medals", subject, rf"{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT}"),
    _rule("ordinal_title", owner, rf"(?P<span>{_HIS} (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})"),
    _rule("another_title", owner, rf"(?P<span>\b[Aa]n? {_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})"),
    _rule("ordinal_won", owner, rf"{_WIN} (?P<span>(?:his|her|an?|my) (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_WINS})"),
    _rule("won_times", subject, rf"{_WIN} (?:the |at )?(?P<title>(?:[\w’'&.-]+ ){{1,8}}?){_TWICE}(?! (?:more|as))"),
    _rule("twice_won", subject, rf"\b(?P<times>twice) (?:won|winner of) (?:the )?(?P<title>(?:{_CAP}){{0,5}}[A-Z]\w+)"),
    _rule("marathons", subject, rf"{_N} {_STREAK}(?P<event>{_MARATHON})\b(?! (?:in|on|runners?|champion|title|medal))"),
    _rule("competed", subject, rf"{_DO}{_TOTAL} {_N} {_STREAK}{_EVENT}{_NOT_A_PART}"),
    _rule(
        "times_there",
        subject,
        rf"{_DO} (?:(?:in|at|for (?:[A-Z]\w+ ){{1,3}}at) )?(?:the )?{_EVENT}(?: finals?)? {_TWICE}",
    ),
    _rule("twice_at", subject, rf"{_DO} {_TWICE} (?:for (?:[A-Z]\w+ ){{1,3}})?(?:in|at) (?:the )?{_EVENT}"),
    _rule("nth_time", subject, rf"\b\w+ (?:the )?{_EVENT} for (?:the|an?) {_ORD} time\b(?! (?:in|since))"),
    _rule(
        "ordinal_event",
        owner,
        rf"(?P<span>(?:{_HIS}|only the) (?:\w+ )?{_ORD} {_STREAK}{_EVENT}(?: of (?P<n>(?i:{CARDINAL})))?){_NOT_A_PART}",
    ),
    _rule(
        "appearance",
        owner,
        rf"(?P<span>\b(?:[Hh]is|[Hh]er|an?|the) (?:\w+ )?{_ORD} {_STREAK}appearance (?:at|in) (?:the )?{_EVENT})",
    ),
    _rule(
        "first_marathon",
        subject,
        r"\b(?:r[au]n|running|complet(?:ed|ing)|finish(?:ed|ing)) "
        r"(?P<span>(?:his|her|their|my) first (?:ever |full )?(?P<event>marathon))\b",
    ),
    _rule("caps", subject, rf"{_N}(?: (?:senior|full|international|Test|test))? (?P<caps>caps){_TEAM}"),
    _rule("capped", subject, rf"\b(?P<caps>capped) {_TWICE}{_TEAM}"),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All counts that the page states; caps without a team are for the person's country."""
    for claim in apply_rules(NAME, RULES, read, reading):
        if not claim.fields["event"]:
            if len(claim.person.countries) != 1:
                continue
            claim.fields["event"] = next(iter(claim.person.countries))
        yield claim


def read(match: Match, reading: Reading) -> list[dict[str, Any]] | None:
    """One count for each event that the words name, unless they are denied, hoped for, or about one dated event."""
    text, sentence = reading.page.text, match.sentence
    before, after = text[max(sentence.start, match.start - 70) : match.start], text[match.end : match.end + 30]
    if UNREAL.search(CLAUSE.split(before)[-1]) or sentence.text.rstrip("\"'”’ ").endswith("?"):
        return None
    amount = _amount(match.groups)
    if amount is None or not 1 <= amount.value < 1800 or _is_no_count(match, before, after):
        return None
    events, what = _events(match, reading), _what(match)
    if what == "titles" and events and all(GIVES_MEDALS.search(event) for event in events):
        what = "gold"
    return [{"event": e, "what": what, "value": amount.value, "qualifier": amount.qualifier} for e in events]


def _is_no_count(match: Match, before: str, after: str) -> bool:
    """Whether the words tell a score, a result of one dated event, or part of a larger wording ("two-time" + this)."""
    if before.endswith(("-", "–", "‑")) or (before and match.groups.get("n", "")[:1].isupper()):
        return True
    no_count: object = False
    match match.rule.name:
        case "count.champion" | "count.medallist":
            lesser = FORMER.search(before) and not TOP_LEVEL.search(match.groups["title"])
            no_count = (
                lesser or DATED_BEFORE.search(before) or DATED_AFTER.match(after) or COUNTED_BEFORE.search(before)
            )
        case "count.medals_won" | "count.medals":
            no_count = WHERE_WON.search(before)
        case "count.ordinal_event":
            no_count = WON_BEFORE.search(before) or ordinal(match.groups["ord"]) == 1
        case "count.ordinal_title":  # a dated result as a rule; of which country stands elsewhere
            no_count = BARE_NATIONAL.search(match.groups["title"])
        case "count.first_marathon":
            no_count = FIRST_DATED.match(after)
    return bool(no_count)


def _amount(groups: dict[str, str]) -> Quantity | None:
    if "n" in groups:
        return quantity(groups["n"])
    value: int | None = 1
    if "ord" in groups:
        value = ordinal(groups["ord"])
    elif "times" in groups:
        told = groups["times"].lower().removeprefix("on ").replace("occasions", "times")
        value = 1 if told == "first-time" else times(told)
    return None if value is None else Quantity(value, "exact")


def _what(match: Match) -> str:
    groups = match.groups
    if "medal" in groups or "medals" in groups:
        return groups.get("medal", "medals")
    if "title" not in groups:
        return "appearances"
    return "gold" if match.rule.name == "count.champion" else "titles"


def _events(match: Match, reading: Reading) -> list[str]:
    """The events that are counted; "" for caps without a team."""
    groups, page = match.groups, reading.page.text
    if "caps" in groups:
        return [groups.get("team", "")]
    if told := groups.get("event"):
        return [_name_told(told, match, page)]
    words = groups.get("title", "") + groups.get("wins", "")
    holder = groups.keys().isdisjoint({"noun", "wins"}) and match.rule.name not in NAMED_EVENT
    if names := name_titles(words, page, holder=holder):
        return names
    listed = list(LISTED.finditer(page, match.sentence.start, match.start))
    return (name_titles(listed[-1]["title"], page, holder=False) if listed else []) or _near(match, reading)


def _name_told(told: str, match: Match, page: str) -> str:
    if told.lower() in ("games", "championships"):
        start = match.offset("event")
        return name_spoken_of(told, page, start, start + len(told))
    return (
        {"o": "Olympic Games", "p": "Paralympic Games"}[told[0].lower()] if "ympian" in told else name_event(told, page)
    )


def _near(match: Match, reading: Reading) -> list[str]:
    """The event nearest to a bare "four gold medals": in its sentence, else the last one of the sentence before."""
    page, index = reading.page, match.sentence.index
    spans = page.spans_of(match.sentence, "event")
    spans.sort(key=lambda s: min(abs(s.start - match.end), abs(match.start - s.end)))
    if not spans and index and page.sentences[index - 1].block == match.sentence.block:
        spans = page.spans_of(page.sentences[index - 1], "event")[-1:]
    return [name_event(span.text, page.text) for span in spans[:1]]


def key(fields: dict[str, Any]) -> object:
    """One fact for each event, what is counted, and number."""
    return fields["event"].lower(), fields["what"], fields["value"]
