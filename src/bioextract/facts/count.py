"""Counts: how many times over a career so far; never what is hoped for, denied, or told of one dated event only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.people.attribution import OBJECT_BEFORE, Who, adjacent, owner, subject
from bioextract.people.person import Individual, Mention
from bioextract.values.countries import country
from bioextract.values.events import canonical_event
from bioextract.values.numbers import CARDINAL, ORDINAL, QUANTITY, TIMES, Quantity, ordinal, quantity, times

NAME = "counts"

# A number that counts, not the length of a race ("1500 metres silver") or more of the same ("two more medals").
_N = rf"(?P<n>(?i:{QUANTITY}))(?! (?:met(?:re|er)s?|m|km|miles?|yards?|kg|more|and \d+|of)\b|-)"
_ORD, _TIMES = (
    rf"(?P<ord>(?i:{ORDINAL}))(?! (?:round|half|leg|set|stage|place|heat|quarter|division|row|best))",
    f"(?P<times>(?i:{TIMES}))",
)
_TWICE = rf"(?P<times>(?i:twice|(?:{CARDINAL}) times|on (?:{CARDINAL}) occasions))\b"
_STREAK = (
    r"(?:(?:consecutive|successive|straight|different|senior|career|full|previous|overall|editions? of(?: the)?) ){0,2}"
)
_LEVEL = (
    r"(?:(?:[Jj]unior |[Yy]outh |[Uu]nder-?\d\d )?"
    r"(?:[Oo]lympic|[Pp]aralympic|[Ww]orld|European|Commonwealth|Asian|African|Pan[- ]American|Oceania))"
)
_NOT_IN_TITLE = (
    r"(?:in|at|of|for|by|to|from|with|on|as|the|an?|his|her|their|who|is|was|has|had|have|were|are|but|over|than|records?|"
    r"number|No|leaders?|class|titles?|medals?|champions?|medall?ists?|won|winning|which|and|brought|took|plus|beat|winner|series|after|when|while|that|"
    r"president|governing|tour|ranked|rankings?|stage|Open|Cup)"
)
_TITLE = rf"(?P<title>(?:(?!{_NOT_IN_TITLE}\b)[^\W_][\w’'&.×/-]*(?:,\d{{3}}\w*)? ){{0,6}}?)"
_LEVEL_TITLE = (
    rf"\b(?P<title>{_LEVEL}(?:[- ]| (?:and|&) )(?:(?!{_NOT_IN_TITLE}\b)[^\W_][\w’'&.×/-]*(?:,\d{{3}}\w*)? ){{0,6}}?)"
)
_MEDALLIST = r"(?P<medal>gold|silver|bronze)(?: [\w-]+){0,2}?[- ]medal(?:l?ists?| winners?|[- ]holders?)"
_HOLDER = rf"(?:[Cc]hampions?|{_MEDALLIST}|(?P<medals>medal)(?:l?ists?|[- ]holders?|[- ]winners?)|winners?)\b"
_MEDALS = r"(?P<noun>(?P<medal>gold|silver|bronze)(?:s|[- ]medals?)?|(?P<medals>medals?)|titles?|crowns?)\b"
_ONE_MEDAL = r"(?P<noun>(?P<medal>gold|silver|bronze)(?:[- ]medal)?|(?P<medals>medal)|title|crown)\b"
_WINS = (
    r"(?P<wins>(?:professional )?events|[Cc]hampionships?|Cups?|Leagues?|Opens?|Marathons?|Trophies|majors|victor(?:y|ies)|"
    r"wins?)\b(?! (?:medals?|titles?|crowns?))"
)
_EVENT_NOUN = (
    r"(?:Olympics|Olympic Games|Games|Paralympics|Worlds|Europeans|Nationals|[Cc]hampionships?|Champs|Marathons?|Cups?|Open|"
    r"Trials|Tours? de France|Tours?|Giro d[’']Italia|Vuelta|Masters|Slams?|Leagues?|Trophy|Classic|Prix|Relays|Bowls?|Series|Race|Run|Triathlon|"
    r"Ironman|Finals?|Comrades|Tournament|Invitational|Meeting|Challenge|Ekidens?|parkruns?)"
)
_CAP = r"[A-Z0-9][\w’'&.-]* (?:(?:of|de|the) )?"
_MARATHON = r"(?:(?:half[- ]|ultra[- ]?)?marathons?)"
_EVENT = (
    rf"(?P<event>(?:(?:{_CAP}){{0,6}}{_EVENT_NOUN}|{_MARATHON}|[Ii]ronmans?|(?:world|national) championships|"
    r"Wimbledon|Boston|London|New York|Berlin|Chicago|Comrades)\b)"
)
_AT = rf"(?: (?:at|in|from|on)(?: the| his| her)? (?:\d{{4}} )?{_EVENT})?"
_DO = (
    r"\b(?:r[au]n|running|runs|complet(?:ed|es|ing)|finish(?:ed|es|ing)|compet(?:ed|es|ing)|start(?:s|ed)|done|did|took part|"
    r"tak(?:en|ing) part|participated|raced|ridden|rode|play(?:s|ed)|appear(?:ed|s)|attempted|fought|swum|sailed|"
    r"toed the line|lined up|attended|been (?:to|at|through)|represented(?: [\w’'-]+){0,4}?(?= (?:at|in) ))"
)
_TOTAL = r"(?: (?:the|a total of|for [A-Z]\w+(?: [A-Z]\w+)?|first|exactly|just|only|now|in|at|of|for|final segment))*"
_WIN = (
    r"\b(?:won|wins?|winning|taken|took|claimed|claiming|secured|earned|captured|clinched|retained|collected|produced)"
)
_HIS = r"\b(?:[Hh]is|[Hh]er|[Mm]y|[’']s)"
_TEAM = r"(?: (?:for|with|by) (?:the )?(?P<team>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}))?"
_IS_EVENT = (
    r"(?! \(|,? (?:[a-z]+ )?(?:titles?|gold|silver|bronze|medals?|crown|champion|wins?|victory|debut|record|finals?|contract|"
    r"circuit|events?|race|season|squad|team|match|game|point|goal|try|heat|this|last|call-up|start|stage|podium)\b)"
)

UNREAL = re.compile(
    r"\b(?:not|never|\w+n[’']t|without|hop(?:es?|ed|ing)|want(?:s|ed)?|dream(?:s|ed|t|ing)?|aim(?:s|ed|ing)?|bid(?:ding)?|"
    r"would|could|might|may|should|if|potential|future|next|target(?:s|ing)?|chas(?:e|es|ing)|seek(?:s|ing)?|sought|goal|"
    r"looking|tr(?:y|ies|ied|ying)|attempt(?:s|ing)?|prospect|chance|needs?|quest|pursuit|pursuing|eye[sd]?|eyeing|can|"
    r"failed to|den(?:y|ied)|missed|short of|stripped|favourites?|expected|possible|set to win|going for|in search)"
    r"\b[^,;:()–—]{0,50}$",
    re.I,
)
_HOSTS = "Athens|Sydney|Beijing|London|Rio|Tokyo|Paris|Atlanta|Barcelona|Seoul"
CLAUSE = re.compile(r"\b(?:because|but|who|which|after|having|when|since)\b")
DATED_BEFORE = re.compile(
    r"(?:\b(?:1[89]|20)\d\d(?:[-–/]\d+)?(?:,? and (?:\d{4} )?)?|"
    rf"\b(?:{_HOSTS})(?:[’']s)?) ?$"
)
COUNTED_BEFORE = re.compile(rf"(?i:{TIMES})[- ](?:[a-z]+ )?$")
DATED_AFTER = re.compile(
    r",? (?:in|at|from|of|for) (?:the )?(?:[A-Z]\w+ ){0,2}(?:(?:1[89]|20)\d\d|[A-Z]\w+)| [-–(]* ?(?:1[89]|20)\d\d| of the year"
)
WHERE_WON = re.compile(r"\b(?:where (?:he|she)(?: also)?|then)(?: \w+)? $")
FORMER = re.compile(r"\b(?:former|defending) $", re.I)
TOP_LEVEL = re.compile(r"olympic|world", re.I)
LISTED = re.compile(rf"(?:{_N}|\bthe) {_STREAK}{_TITLE}{_MEDALS}")
OLD_GAMES = re.compile(
    r"\b(?:Olympic|Paralympic|Commonwealth|Asian|Pan American|Invictus|Deaflympic|Pacific)(?=s\b| Games)"
)
OLD_CHAMPIONSHIPS = re.compile(rf"\b(?:{_CAP}){{1,5}}Championships\b")
IN_HOST = re.compile(rf" in (?:{_HOSTS})\b")
PREDICATE = re.compile(
    r"(?:\b(?:is|was|are|were|as|being|remains?|bec[ao]me|becoming|crowned|and|of)|[,–—(-])(?: now| still| also)? ?$"
)
ROLE_TO_NAME = re.compile(
    r"(?:(?: and| &)(?: [\w’'-]+){1,6}| [\w-]*(?:er|ist|nast|ete|man|woman|or|star|skier|ace)|,? [A-Z][a-z]+[’']s|,? Briton)?"
    r",? ?(?:Sir |Dame )?"
)
ATHLETICS = re.compile(
    r"\bathletics\b|marathon|\brunn(?:er|ing)|sprint(?:er|ing)|\b[1-9]\d{2,4} ?m\b|javelin|heptathl|decathl|hurdl|"
    r"cross[- ]country|pole vault|high jump|long jump|triple jump",
    re.I,
)
NO_PART_OF_TITLE = re.compile(
    r"\b(?:[Cc]onsecutive|successive|straight|different|senior|career|overall|titles?|race|games|event|reigning|former|"
    r"defending|(?:[Ww]om|[Mm])en[’']s)(?!\w)|^(?:the|his|her|at) "
)
KIND_OF_LEVEL = re.compile(
    r"\b(?:[Ii]ndoor|[Cc]ross[- ][Cc]ountry|[Hh]alf[- ][Mm]arathon|[Jj]unior|[Yy]outh|[Uu]nder-?\d\d|Games|Winter|[Tt]rail|short course|"
    r"(?!Champ|Heavy|Light|Middle|Welter|Feather)[A-Z][a-z]+)\b"
)
CUP = re.compile(r"\b(?:Cup|Champions|League|Open|Tour|Series|Trophy|Masters)\b")
LOWER_TITLE = re.compile(r"national|international|grand slam|state|collegiate|professional|majors")
NAMES_EVENT = re.compile(
    r"(?:Cups?|Leagues?|Opens?|Marathons?|Slams?|Prix|Tours?|Series|Bowls?|Games|Finals?|Wimbledon|Masters|Championships?|"
    r"events|majors|victories|wins)$",
    re.I,
)
PLURAL = re.compile(r"(Cup|Marathon|League|Open|Slam|Ekiden|Triathlon|Ironman)s$")
GIVES_MEDALS = re.compile(
    r"Olympic|Paralympic|[Ww]orld (?!Cup|Series|Marathon)|European|Commonwealth|Asian|African|Pan American", re.I
)


ARTICLE = re.compile(
    r"\b(?P<the>(?:an?|the|his|her) )?(?:(?:new|recently[- ]crowned|former|reigning|defending|current|late|junior|youth) )*$",
    re.I,
)


def titled(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """Whose title it is: a description's person, the name beside it ("champion and captain NAME"), else the subject."""
    article = ARTICLE.search(text, max(0, start - 40), start)
    start = article.start() if article else start
    if inside := [m.person for m in mentions if m.kind == "description" and m.start < end and start < m.end]:
        return inside[:1]
    if people := adjacent(mentions, start, end, text):
        return people if text[end - 1] == "s" else people[:1]
    following = next((m for m in mentions if m.start >= end and m.kind == "name"), None)
    if following and ROLE_TO_NAME.fullmatch(text, end, following.start):
        return [following.person]
    stands_alone = (
        article and (article["the"] or "").lower() == "the " and not PREDICATE.search(text, max(0, start - 20), start)
    )
    if stands_alone or OBJECT_BEFORE.search(text, max(0, start - 40), start) or all(m.start > start for m in mentions):
        return []
    return subject(mentions, start, end, text)


def _rule(name: str, pattern: str, who: Who) -> Rule:
    return Rule(f"count.{name}", re.compile(pattern), who)


RULES = (
    _rule("olympian", rf"(?P<times>(?i:{TIMES}|first-time)) (?P<event>[Oo]lympian|[Pp]aralympian)\b", titled),
    _rule("competitor", rf"{_TIMES} (?:competitor|participant|finisher) (?:at|in|of) (?:the )?{_EVENT}", titled),
    _rule("times_champion", rf"{_TIMES}[- ](?:the )?{_TITLE}{_HOLDER}(?! of)", titled),
    _rule(
        "times_winner",
        rf"{_TIMES} (?:winner|champion) of (?:the )?(?:[A-Z]\w+[’']s )?(?P<title>(?:{_CAP}(?:to )?){{0,5}}[A-Z0-9]\w+)",
        titled,
    ),
    _rule(
        "champion",
        rf"{_LEVEL_TITLE}(?:gold[- ]medal(?:l?ists?| winners?)|[Cc]hampions?)\b(?! (?:League|Cup|Trophy|Tour))",
        titled,
    ),
    _rule(
        "medallist",
        rf"{_LEVEL_TITLE}(?P<medal>silver|bronze)(?: [\w-]+)?[- ]medal(?:l?ists?| winners?)\b",
        titled,
    ),
    _rule("medals_won", rf"{_WIN} (?:[\w’'&.-]+ ){{0,3}}?(?P<span>{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT})", subject),
    _rule("times_won", rf"{_WIN} (?:[\w’'&.-]+ ){{0,3}}?(?P<span>{_N} {_STREAK}{_TITLE}{_WINS})", subject),
    _rule(
        "medals_listed",
        rf"(?:,|\band|\bwith|\bincluding|\bof|\bhas|\bhave) (?P<span>{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT})",
        subject,
    ),
    _rule("medals", rf"{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT}", subject),
    _rule("ordinal_title", rf"(?P<span>{_HIS} (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})", owner),
    _rule("another_title", rf"(?P<span>\b[Aa]n? {_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})", owner),
    _rule("ordinal_won", rf"{_WIN} (?P<span>(?:his|her|an?|my) (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_WINS})", owner),
    _rule("won_times", rf"{_WIN} (?:the |at )?(?P<title>(?:[\w’'&.-]+ ){{1,8}}?){_TWICE}(?! (?:more|as))", subject),
    _rule("twice_won", rf"\b(?P<times>twice) (?:won|winner of) (?:the )?(?P<title>(?:{_CAP}){{1,6}})", subject),
    _rule("marathons_done", rf"{_DO}{_TOTAL} {_N} {_STREAK}(?P<event>{_MARATHON})\b", subject),
    _rule("competed", rf"{_DO}{_TOTAL} {_N} {_STREAK}{_EVENT}{_IS_EVENT}", subject),
    _rule(
        "marathons", rf"(?P<span>{_N} (?P<event>{_MARATHON}))\b(?! (?:in|on|runners?|champion|title|medal))", subject
    ),
    _rule(
        "times_there",
        rf"{_DO} (?:(?:in|at|for (?:[A-Z]\w+ ){{1,3}}at) )?(?:the )?{_EVENT}(?: finals?)? {_TWICE}",
        subject,
    ),
    _rule("twice_at", rf"{_DO} {_TWICE} (?:for (?:[A-Z]\w+ ){{1,3}})?(?:in|at) (?:the )?{_EVENT}", subject),
    _rule("nth_time", rf"\b\w+ (?:the )?{_EVENT} for (?:the|an?) {_ORD} time\b(?! (?:in|since))", subject),
    _rule(
        "ordinal_event",
        rf"(?P<span>(?:{_HIS}|only the) (?:\w+ )?{_ORD} {_STREAK}{_EVENT}(?: of (?P<n>(?i:{CARDINAL})))?){_IS_EVENT}",
        owner,
    ),
    _rule(
        "appearance",
        rf"(?P<span>\b(?:[Hh]is|[Hh]er|an?|the) (?:\w+ )?{_ORD} {_STREAK}appearance (?:at|in) (?:the |these )?{_EVENT})",
        owner,
    ),
    _rule(
        "first_marathon",
        r"\b(?:r[au]n|running|complet(?:ed|ing)|finish(?:ed|ing)) (?P<span>(?:his|her|their|my) first (?:ever |full )?(?P<event>marathon))\b",
        subject,
    ),
    _rule("caps", rf"\b{_N}(?: (?:senior|full|international|Test|test))? (?P<caps>caps){_TEAM}", subject),
    _rule("capped", rf"\b(?P<caps>capped) {_TWICE}{_TEAM}", subject),
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
    if (
        UNREAL.search(CLAUSE.split(before)[-1])
        or sentence.text.rstrip("\"'”’ ").endswith("?")
        or _is_one_event(match, before, after)
    ):
        return None
    amount = _amount(match.groups)
    if (
        amount is None
        or not 1 <= amount.value < 1800
        or before.endswith(("-", "–", "‑"))
        or (before and match.groups.get("n", "")[:1].isupper())
    ):
        return None
    events, what = _events(match, reading), _what(match)
    if what == "titles" and events and all(GIVES_MEDALS.search(event) for event in events):
        what = "gold"
    return [{"event": e, "what": what, "value": amount.value, "qualifier": amount.qualifier} for e in events]


def _is_one_event(match: Match, before: str, after: str) -> bool:
    """Whether the words tell a result of one dated event, or part of a larger wording ("two-time" + "champion")."""
    shown = match.sentence.text[match.start - match.sentence.start : match.end - match.sentence.start]
    match match.rule.name:
        case "count.champion" | "count.medallist":
            lesser = FORMER.search(before) and not TOP_LEVEL.search(shown)
            dated = DATED_BEFORE.search(before) or DATED_AFTER.match(after)
            return bool(lesser or dated or COUNTED_BEFORE.search(before))
        case "count.medals_won" | "count.medals":
            return WHERE_WON.search(before) is not None
        case "count.ordinal_event":
            return re.search(rf"{_WIN}(?: \w+)? $", before) is not None or ordinal(match.groups["ord"]) == 1
        case "count.first_marathon":
            return re.match(r",? (?:in|on|at) (?:\w+ ){0,2}(?:\d{4}|age|the)", after) is not None
        case _:
            return False


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
    groups = match.groups
    if "caps" in groups:
        return [groups.get("team", "")]
    if "event" in groups:
        return [_named(groups["event"], match, reading)]
    words = groups.get("title", "") + groups.get("wins", "")
    if names := _titles(words, is_holder=_is_holder(match), reading=reading):
        return names
    listed = list(LISTED.finditer(reading.page.text, match.sentence.start, match.start))
    if listed and (names := _titles(listed[-1]["title"], is_holder=False, reading=reading)):
        return names
    return _near(match, reading)


def _near(match: Match, reading: Reading) -> list[str]:
    """The event nearest to a bare "four gold medals": in its sentence, else the last one of the sentence before."""
    page, index = reading.page, match.sentence.index
    spans = page.spans_of(match.sentence, "event")
    spans.sort(key=lambda s: min(abs(s.start - match.end), abs(match.start - s.end)))
    if not spans and index and page.sentences[index - 1].block == match.sentence.block:
        spans = page.spans_of(page.sentences[index - 1], "event")[-1:]
    return [_canonical(span.text, reading) for span in spans[:1]]


def _is_holder(match: Match) -> bool:
    return match.groups.keys().isdisjoint({"noun", "wins"}) and match.rule.name != "count.times_winner"


def _titles(words: str, *, is_holder: bool, reading: Reading) -> list[str]:
    """The competitions whose titles are counted: "British national " -> "British Championships", "Serie A " -> "Serie A".

    Levels joined by "and" are several: "Commonwealth and European ".
    """
    levels = re.split(rf" (?:and|&) (?={_LEVEL}\b)", words) if re.match(rf"{_LEVEL} (?:and|&)", words) else [words]
    found = []
    for level in levels:
        name = " ".join(NO_PART_OF_TITLE.sub(" ", level).split())
        is_level = None if CUP.search(name) else re.match(_LEVEL, name)
        if is_level:
            name = " ".join([is_level.group(), *KIND_OF_LEVEL.findall(name[is_level.end() :]), "champion"])
        if country(name.split(" ")[0]) and " national" in name:
            name = name.replace(" national", "")
        if not name or not (is_level or name[0].isupper() or name[0].isdigit() or LOWER_TITLE.match(name)):
            continue
        is_named = NAMES_EVENT.search(name) or not (is_holder or country(name) or name.endswith("national"))
        found.append(_canonical(name if is_named else f"{name} champion", reading))
    return found


def _named(told: str, match: Match, reading: Reading) -> str:
    """The event that a wording names; "marathon" stands for any of them, "Games" for those spoken of before."""
    lowered = told.lower()
    if lowered.rstrip("s") in ("olympian", "paralympian"):
        return "Olympic Games" if lowered[0] == "o" else "Paralympic Games"
    if distance := re.fullmatch(r"(half|ultra)?[- ]?marathons?", lowered):
        return {"half": "half marathon", "ultra": "ultramarathon"}.get(distance[1] or "", "marathon")
    if lowered in ("games", "championships"):
        told = _spoken_of(lowered, match, reading.page.text)
    return _canonical(told, reading)


def _spoken_of(noun: str, match: Match, text: str) -> str:
    """Which Games (or championships) are meant: those of an Olympic city named after them, else the last ones named."""
    if noun == "games" and IN_HOST.match(text, match.end):
        return "Olympic Games"
    pattern = OLD_GAMES if noun == "games" else OLD_CHAMPIONSHIPS
    earlier = list(pattern.finditer(text, 0, match.start))
    return f"{earlier[-1].group()} Games" if noun == "games" and earlier else earlier[-1].group() if earlier else noun


def _canonical(text: str, reading: Reading) -> str:
    """The canonical name, in the singular; a bare world championship is of athletics only in an article on athletics."""
    name = canonical_event(text, athletics=ATHLETICS.search(reading.page.text) is not None).name
    return "World Championships" if name == "world championships" else PLURAL.sub(r"\1", name)


def key(fields: dict[str, Any]) -> object:
    """One fact for each event, what is counted, and number."""
    return fields["event"].lower(), fields["what"], fields["value"]
