"""The wordings of counts: numbers, titles, medals and events as they are counted, and whose they are."""

from __future__ import annotations

import re

from bioextract.facts.claim import Rule
from bioextract.facts.title_holders import titled
from bioextract.facts.titles import LEVEL
from bioextract.people.attribution import Who, inside_or_subject, owner, subject
from bioextract.values.numbers import CARDINAL, ORDINAL, QUANTITY, TIMES

# A number that counts, not the length of a race ("1500 metres silver") or more of the same ("two more medals").
_N = rf"(?P<n>(?i:{QUANTITY}))(?! (?:met(?:re|er)s?|m|km|miles?|yards?|kg|more|and \d+|of)\b|-)"
_ORD = rf"(?P<ord>(?i:{ORDINAL}))(?! (?:round|half|leg|set|stage|place|heat|quarter|division|row|best))"
_TIMES = f"(?P<times>(?i:{TIMES}))"
TWICE = rf"(?P<times>(?i:twice|(?:{CARDINAL}) times|on (?:{CARDINAL}) occasions))\b"
_STREAK = (
    r"(?:(?:consecutive|successive|straight|different|senior|career|full|previous|overall|editions? of(?: the)?) ){0,2}"
)
_NOT_IN_TITLE = (
    r"(?:in|at|of|for|by|to|from|with|on|as|the|an?|his|her|their|who|is|was|has|had|have|were|are|but|over|than|records?|"
    r"number|No|leaders?|class|titles?|medals?|champions?|medall?ists?|won|winning|which|and|brought|took|plus|beat|"
    r"winner|series|after|when|while|that|president|governing|tour|ranked|rankings?|stage|Open|Cup)"
)
_THOUSAND = r"(?:,\d{3}[\w-]*)?"
_WORD = rf"[\w’'&.-]+{_THOUSAND}"
_WORDS = rf"(?:(?!{_NOT_IN_TITLE}\b)[^\W_][\w’'&.×/-]*{_THOUSAND} ){{0,6}}?"
_TITLE = rf"(?P<title>{_WORDS})"
_LEVEL_TITLE = rf"\b(?P<title>{LEVEL}(?:[- ]| (?:and|&) ){_WORDS})"
_MEDALLIST = r"(?P<medal>gold|silver|bronze)(?: [\w-]+){0,2}?[- ]medal(?:l?ists?| winners?|[- ]holders?)"
_CHAMPION = rf"(?:[Cc]hampions?|{_MEDALLIST}|(?P<medals>medal)(?:l?ists?|[- ]holders?|[- ]winners?))\b"
_HOLDER = rf"(?:{_CHAMPION}|winners?\b)"
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
    rf"(?P<event>(?:(?:{_CAP}){{0,6}}{_EVENT_NOUN}|{_MARATHON}|[Ii]ronmans?|"
    r"(?:\d{4} )?(?:world|national) championships|"
    r"Wimbledon|Boston|London|New York|Berlin|Chicago|Comrades)\b)"
)
_AT = rf"(?: (?:at|in|from|on)(?: the| his| her)? {_EVENT})?"
_DO = (
    r"\b(?:r[au]n|running|runs|complet(?:ed|es|ing)|finish(?:ed|es|ing)|compet(?:ed|es|ing)|start(?:s|ed)|done|did|"
    r"took part|tak(?:en|ing) part|participated|raced|ridden|rode|play(?:s|ed)|appear(?:ed|s)|attempted|fought|swum|"
    r"sailed|toed the line|lined up|attended|been (?:to|at|through)|represented(?: [\w’'-]+){0,4}?(?= (?:at|in) ))"
)
_TOTAL = r"(?: (?:the|a total of|for [A-Z]\w+|first|exactly|just|only|now|in|at|of|for|final segment)){0,5}"
WIN = (
    r"\b(?:won|wins?|winning|taken|took|claimed|claiming|secured|earned|captured|clinched|retained|collected|produced)"
)
_FEW_WORDS = r"(?:[\w’'&.-]+ ){0,3}?"
_HIS = r"\b(?:[Hh]is|[Hh]er|[Mm]y|[’']s)"
_TEAM = r"(?: (?:for|with|by) (?:the )?(?P<team>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}))?"
# A country or its team: not its juniors, nor a club that is called after it ("the Spanish giants").
_SIDE = (
    r"(?P<team>(?:[A-Z]\w+ ){0,3}(?:(?:wo)?men[’']s )?national (?:\w+ )?(?:team|side)\b|[A-Z]\w+(?: [A-Z]\w+){0,2}\b)"
    r"(?![’'\w]| (?:giants|side|club|national|youth|junior|team|[Uu]nder|[UB]-?\d))"
)
_NOT_A_PART = (
    r"(?! \(|,? (?:[a-z]+ )?(?:titles?|gold|silver|bronze|medals?|crown|champion|wins?|victory|debut|record|finals?|"
    r"contract|circuit|events?|race|season|squad|team|match|game|point|goal|try|heat|this|last|call-up|start|stage|"
    r"podium)\b)"
)
_ITEM_NOUN = (
    rf"(?:{_EVENT_NOUN}(?: (?:{_EVENT_NOUN}|titles?|crowns?))*|titles?|crowns?|Trophies|Shields?|championships)"
)
LIST_ITEM = re.compile(
    rf"{_N} {_STREAK}(?:(?P<words>{_WORDS})(?P<noun>{_ITEM_NOUN})"
    r"(?= ?[.,;()]|$| (?:and|&|as well|plus|with|in|at|for|from|to|on|before|after|between|during|over|while|but)\b)|"
    rf"(?P<bare>{LEVEL}|[A-Z]\w+)(?= and (?i:{QUANTITY}) ))"
)
LIST_JOINT = re.compile(
    r"(?: \([^()]{1,80}\))?(?:, (?:and |as well as |plus )?| (?:and|&|as well as|plus) )"
    r"(?:also )?(?:in |at )?(?:the )?"
)
LISTED = re.compile(rf"(?:{_N}|\bthe) {_STREAK}{_TITLE}{_MEDALS}")


def _rule(name: str, who: Who, pattern: str, *hint: str, words: frozenset[str] = frozenset()) -> Rule:
    return Rule(f"count.{name}", re.compile(pattern), who, hint, words)


_MEDAL_WORDS = frozenset("medal medals gold golds silver silvers bronze bronzes title titles crown crowns".split())
_WIN_WORDS = frozenset(
    """won win wins winning taken took claimed claiming secured earned captured clinched retained collected
    produced""".split()
)
_TWICE_WORDS = frozenset({"twice", "times", "occasions"})
_DO_WORDS = frozenset(
    """ran run running runs completed completes completing finished finishes finishing competed competes competing
    starts started done did took taken taking participated raced ridden rode plays played appeared appears attempted
    fought swum sailed toed lined attended been represented""".split()
)
RULES = (
    _rule(
        "times_olympian",
        inside_or_subject,
        rf"(?P<times>(?i:{TIMES})) (?:(?:he|she|I) )?(?:(?:has|had) )?(?:been )?an "
        r"(?P<event>[Oo]lympian|[Pp]aralympian)\b",
        "lympian",
    ),
    _rule(
        "been_olympian",
        subject,
        rf"\bbeen an (?P<event>[Oo]lympian|[Pp]aralympian) (?P<times>(?i:{TIMES}))\b",
        "lympian",
    ),
    _rule(
        "olympian",
        titled,
        rf"(?P<times>(?i:{TIMES}|first-time)) (?P<event>[Oo]lympian|[Pp]aralympian)\b",
        "lympian",
    ),
    _rule(
        "times_champion",
        titled,
        rf"{_TIMES}[- ](?:the |an? )?{_TITLE}{_HOLDER}(?! of)",
        *("hampion", "medal", "winner"),
    ),
    _rule(
        "champion_times",
        subject,
        rf"\b(?:been|was|became|crowned) (?:the |an? )?{_TITLE}{_CHAMPION} {TWICE}",
        *("hampion", "medal"),
    ),
    _rule("level_champion_times", subject, rf"{_LEVEL_TITLE}{_CHAMPION} {TWICE}", *("hampion", "medal")),
    _rule(
        "times_winner",
        titled,
        rf"{_TIMES} (?:an? )?(?:winner|champion) of (?:the )?"
        rf"(?:[A-Z]\w+[’']s )?(?P<title>(?:{_CAP}(?:to )?){{0,5}}[A-Z0-9]\w+)",
        *("winner of", "champion of"),
    ),
    _rule(
        "champion",
        titled,
        rf"{_LEVEL_TITLE}(?:gold[- ]medal(?:l?ists?| winners?)|[Cc]hampions?)\b(?! (?:League|Cup|Trophy|Tour))",
        *("hampion", "gold"),
    ),
    _rule(
        "medallist",
        titled,
        rf"{_LEVEL_TITLE}(?P<medal>silver|bronze)(?: [\w-]+)?[- ]medal(?:l?ists?| winners?)\b",
        "medal",
    ),
    _rule(
        "medals_won", subject, rf"{WIN} {_FEW_WORDS}(?P<span>{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT})", words=_MEDAL_WORDS
    ),
    _rule("times_won", subject, rf"{WIN} {_FEW_WORDS}(?P<span>{_N} {_STREAK}{_TITLE}{_WINS})", words=_WIN_WORDS),
    _rule("medals", subject, rf"{_N} {_STREAK}{_TITLE}{_MEDALS}{_AT}", words=_MEDAL_WORDS),
    _rule(
        "ordinal_title",
        owner,
        rf"(?P<span>{_HIS} (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})",
        words=_MEDAL_WORDS,
    ),
    _rule("another_title", owner, rf"(?P<span>\b[Aa]n? {_ORD} {_STREAK}{_TITLE}{_ONE_MEDAL}{_AT})", words=_MEDAL_WORDS),
    _rule(
        "ordinal_won",
        owner,
        rf"{WIN} (?P<span>(?:his|her|an?|my) (?:\w+ )?{_ORD} {_STREAK}{_TITLE}{_WINS})",
        words=_WIN_WORDS,
    ),
    _rule(
        "won_times",
        subject,
        rf"{WIN} (?:the |at )?(?P<title>(?:{_WORD} ){{1,8}}?){TWICE}(?! (?:more|as))",
        words=_TWICE_WORDS,
    ),
    _rule(
        "twice_won",
        subject,
        rf"\b(?P<times>twice) (?:won|winner of) (?:the )?(?P<title>(?:{_CAP}){{0,5}}[A-Z]\w+)",
        "twice w",
    ),
    _rule(
        "marathons",
        subject,
        rf"{_N} {_STREAK}(?P<event>{_MARATHON})\b(?! (?:in|on|runners?|champion|title|medal))",
        "marathon",
    ),
    _rule("competed", subject, rf"{_DO}{_TOTAL} {_N} {_STREAK}{_EVENT}{_NOT_A_PART}", words=_DO_WORDS),
    _rule(
        "times_there",
        subject,
        rf"{_DO} (?:(?:in|at|for (?:[A-Z]\w+ ){{1,3}}at) )?(?:the )?{_EVENT}(?: finals?)?"
        rf"(?: for (?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,2}})? {TWICE}",
        words=_TWICE_WORDS,
    ),
    _rule(
        "twice_at",
        subject,
        rf"{_DO} {TWICE} (?:for (?:[A-Z]\w+ ){{1,3}})?(?:in|at) (?:the )?{_EVENT}",
        words=_TWICE_WORDS,
    ),
    _rule(
        "won_nth_time",
        subject,
        rf"{WIN}(?P<title>) (?:the )?{_EVENT} for (?:the|an?) {_ORD} time\b(?! (?:in|since))",  # titles of the event
        words=_WIN_WORDS,
    ),
    _rule(
        "nth_time",
        subject,
        rf"(?!{WIN}|the\b)\b[a-z]+ (?:the )?{_EVENT} for (?:the|an?) {_ORD} time\b(?! (?:in|since))",
        " time",
    ),
    _rule(
        "ordinal_event",
        owner,
        rf"(?P<span>(?:{_HIS}|\bonly the) (?:\w+ )?{_ORD} {_STREAK}{_EVENT}"
        rf"(?: of (?P<n>(?i:{CARDINAL})))?){_NOT_A_PART}",
        words=frozenset({"his", "her", "my", "s", "only"}),
    ),
    _rule(
        "appearance",
        owner,
        rf"(?P<span>\b(?:[Hh]is|[Hh]er|an?|the) (?:\w+ )?{_ORD} {_STREAK}appearance (?:at|in) (?:the )?{_EVENT})",
        "appearance",
    ),
    _rule(
        "first_marathon",
        subject,
        r"\b(?:r[au]n|running|complet(?:ed|ing)|finish(?:ed|ing)) "
        r"(?P<span>(?:his|her|their|my) first (?:ever |full )?(?P<event>marathon))\b",
        "marathon",
    ),
    _rule(
        "selections",
        titled,
        rf"{_TIMES}[- ](?:[A-Z]+ )?(?P<event>All-Star|Pro Bowl)(?:er)?(?: Game)?(?: selection| pick)?\b",
        *("All-Star", "Pro Bowl"),
    ),
    _rule(
        "tour_titles",
        subject,
        rf"{_N} (?:singles|doubles)(?: titles?)?(?: and (?P<n2>(?i:{QUANTITY})) (?:singles|doubles))? "
        rf"(?P<tour>(?:{_CAP}){{0,3}})titles?"
        rf"(?: (?:on|at|in) the (?P<circuit>(?:{_CAP}){{1,4}}(?:[Tt]our|[Cc]ircuit)))?",
        *("doubles", "singles"),
    ),
    _rule(
        "list",
        subject,
        rf"(?:(?P<win>{WIN})(?! part) {_FEW_WORDS}|{_DO}{_TOTAL} )"
        rf"(?P<span>(?P<list>{_N} (?=[^.;]{{3,80}}?(?:, | and )).{{3,200}}))",
        words=_DO_WORDS | _WIN_WORDS,
    ),
    _rule(
        "internationals",
        subject,
        rf"{_N} (?:(?:senior|full|competitive|official|international) )*(?P<caps>matches|games|appearances) "
        rf"for (?:the |his |her )?{_SIDE}",
        *("matches", "games", "appearances"),
    ),
    _rule(
        "played_for",
        subject,
        rf"\b(?P<caps>played|appeared) for (?:the )?{_SIDE} {TWICE}",
        *("played for", "appeared for"),
    ),
    _rule("caps", subject, rf"{_N}(?: (?:senior|full|international|Test|test))? (?P<caps>caps){_TEAM}", "caps"),
    _rule("capped", subject, rf"\b(?P<caps>capped) {TWICE}{_TEAM}", "capped"),
)
