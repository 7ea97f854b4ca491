"""What the generic pipeline of `peer.py` knows of English sports writing: lists of words and patterns, a day's work."""

from __future__ import annotations

import re

from bioextract.lexicons import rows

UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
VALUES = {word: n for words in (UNITS, ORDINALS) for n, word in enumerate(words, 1)} | {"double": 2, "triple": 3}
NUMBER = rf"(?:{'|'.join(VALUES)}|\d{{1,3}})(?:st|nd|rd|th)?"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
COUNTRIES = {
    form: row[0]
    for row in rows("countries.tsv")
    if row[0] != "-"
    for form in [row[0], *"|".join(row[2:4]).replace("+", "").split("|")]
    if form
}
HOSTS = {
    "athens": 2004,
    "beijing": 2008,
    "london": 2012,
    "rio": 2016,
    "tokyo": 2021,
    "paris": 2024,
    "sydney": 2000,
    "atlanta": 1996,
    "barcelona": 1992,
    "seoul": 1988,
    "moscow": 1980,
    "montreal": 1976,
    "munich": 1972,
}
CANONICAL = {
    r"\bolympic trials": "US Olympic Trials",
    r"\bparalympic": "Paralympic Games",
    r"(?<!youth )\bolympic": "Olympic Games",
    r"^national$": "national championships",
    r"^(?:IAAF )?(?:world championships?|worlds|world)$": "World Athletics Championships",
    r"^european$": "European Championships",
    r"^commonwealth$": "Commonwealth Games",
    r"^european indoors?\b": "European Indoor Championships",
    r"^world indoors?\b": "World Indoor Championships",
    r"^half[ -]marathons?$": "half marathon",
    r"^marathons?$": "marathon",
}
HEADED = (
    r"(?:\b[A-Z0-9][\w'’.&-]* (?:of |and |the )?){0,6}\b(?:Olympic(?! Committee| Council)(?: Games)?|Olympics|"
    r"Paralympics|Games|Championships?|Champs|Marathon|Cup|Open|Grand Prix|Masters|Classic|[Tt]rials|Champions League|"
    r"Diamond League|Invitational|International|Trophy|Series|Relays|10K|parkrun)\b"
)
EVENT = re.compile(rf"{HEADED}|\bWimbledon\b")
EDITION = re.compile(
    r"(?i)^(?:(?:the|in|at|his|her|on|and|a|both|summer|winter|(?:wo)?men['’]?s|(?:1[89]|20)\d\d(?:[-–/]\d+)?|"
    r"\d+(?:st|nd|rd|th))\s+)+"
)
YEAR = re.compile(r"\b(?:1[89]\d\d|20[0-4]\d)\b")
DISCIPLINE = re.compile(
    r"(?i)(?<![£€$\d.,])\b(?:(?:4\s?x\s?)?\d{1,2}(?:,?\d00|00?)(?:\s?m\b|[ -]met(?:re|er)s?|\s?k\b)(?: (?:hurdles|"
    r"relay|steeplechase|freestyle|backstroke|breaststroke|butterfly|individual medley))?|"
    r"(?:half[ -])?marathons?(?: runner)?|cross[ -]country|(?:long|high|triple|ski) jump(?:er)?|pole vault(?:er)?|"
    r"shot put(?:ter)?|(?:hept|dec|tri)athl(?:on|ete)|(?:hammer|discus|javelin)(?: throw(?:er)?)?|pentathlon|"
    r"steeplechaser?|(?:(?:middle|long)[- ])?distance runner|race walker|ultramarathon|runner|sprinter|hurdler|"
    r"swimmer|gymnast|(?:figure|speed) skater|skier|biathlete|cyclist|rower|sailor|canoeist|boxer|wrestler|judoka|"
    r"fencer|archer|weightlifter|golfer|cricketer|footballer|striker|midfielder|defender|goalkeeper|winger|(?:left|"
    r"right)[- ]back|quarterback|wide receiver|linebacker|pitcher|(?:tennis|basketball|badminton) player|"
    r"(?:lawn )?bowler|(?:mixed|(?:wo)?men['’]s) doubles|(?:wo)?men['’]s singles)\b"
)
MARK = re.compile(
    r"\d{1,2} ?mins? \d{1,2}(?:\.\d+)? ?secs?|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?|\d{1,3}\.\d{1,2}(?:\s?(?:m|met(?:re|"
    r"er)s|sec(?:ond)?s|secs)\b)?|\d+\s?(?:kg|points)\b"
)
BESTS = {
    "personal_best": r"personal[- ]bests?|\bPBs?\b|lifetime best|career[- ]best",
    "season_best": r"season['’]?s?[- ]best|\bSB\b",
    "world_record": r"world (?:indoor )?records?",
    "course_record": r"course record",
    "national_record": r"(?:national|British|American|Kenyan|Irish|Scottish) (?:indoor )?record",
    "area_record": r"(?:European|African|Asian|Commonwealth) (?:indoor )?record",
}
RANK = re.compile(
    r"(?i)\b(?P<won>won|wins?|winning|winner|victory|champion)\b|\b(?P<medal>gold|silver|bronze|runner-up)\b|"
    rf"\b(?:finish\w*|came|plac\w+|was|took|ranked|coming|,)(?: in)?(?: the)? (?P<rank>{'|'.join(ORDINALS)}|"
    r"\d+(?:st|nd|rd|th))\b(?! (?:time|year|season|child))"
)
MEDALS = {"gold": 1, "silver": 2, "bronze": 3, "runner-up": 2}
GIVES_MEDALS = re.compile(r"Olympic|Commonwealth|World|European|Asian|Games")
STATUS = {
    "missed": r"\b(?:withdr[ae]w|pull(?:ed|s)? out|will miss|miss(?:ed|es)? (?:the|out)|ruled out|not (?:run|compete))",
    "dnf": r"\b(?:did not finish|failed to finish|disqualified|dropped out)\b",
    "hoped": r"\b(?:hop(?:es?|ing) to|aims? to|aiming|wants? to|dreams?|bid to)\b",
    "upcoming": r"\b(?:will |qualified for|selected (?:for|to)|is set to|due to|prepar\w+ for|next)\b",
}
ROLES = {
    "coach": "coach",
    "trainer": "coach",
    "wife": "spouse",
    "husband": "spouse",
    "father": "parent",
    "mother": "parent",
    "son": "child",
    "daughter": "child",
    "brother": "sibling",
    "sister": "sibling",
    "agent": "agent",
    "girlfriend": "partner",
    "boyfriend": "partner",
    "partner": "partner",
    "pacemaker": "pacemaker",
}
ROLE = re.compile(rf"\b(?:his|her|['’]s?|by)\s(?:\w+\s)?(?P<role>{'|'.join(ROLES)}),?\s|\bcoached by\s")
TEAM = re.compile(
    r"\b(?:(?:play(?:s|ed|ing)?|r[au]ns?|running|compet(?:es|ed|ing)|sign(?:s|ed)?|skat(?:es|ed)|bowled) (?:for|with|"
    r"by)|join(?:s|ed|ing)?|member of|captain of|(?:move[sd]?|switch|transfer\w*|loan|spell) (?:from|to|at|with)|"
    r"attend(?:s|ed)|contract (?:at|with)|debut for|left|(?:draft|trad)ed (?:by|to)|[a-z] \()(?:\s|(?<=\())(?:the\s|"
    r"his\s)?$"
)
TEAM_BEHIND = re.compile(
    r"(?:['’]s?)? (?:\w+ )?(?:striker|(?:mid|out)fielder|defender|(?:goal)?keeper|winger|forward|player|star|runner)\b"
)
FORMER = re.compile(r"(?i)\b(?:former(?:ly)?|ex-|left|previously|\w+ed (?:for|by|with)|attended|from)\W+(?:the )?$")
SPONSOR = re.compile(
    r"\b(?:sponsor(?:ed|s|ship)?(?: (?:by|from|with|deal with))?|(?:boot|kit|shoe|endorsement|clothing) (?:deal|"
    r"contract) with|contracted to|employ(?:ed by|er,)|work(?:s|ed|ing) (?:for|at)|backed by|ambassador for|"
    r"(?:supported|funded|paid) by|grant from|served (?:in|with))\s(?:the\s)?$"
)
SPONSOR_BEHIND = re.compile(r"-sponsored| (?:sponsors|pays|has (?:sponsored|paid|supported|equipped)|supplies)\b")
JOB = re.compile(
    r"\b(?:(?:is|was|works|worked|job) (?:now )?(?:as )?an?|who is an?) ((?:\w+[ -]){0,2}(?:teacher|nurse|doctor|"
    r"engineer|farmer|accountant|police officer|firefighter|postman|electrician|plumber|carpenter|lawyer|"
    r"physiotherapist|mechanic|clerk|soldier))\b"
)
HOME = re.compile(
    r"\b(?:(?P<now>liv(?:es|ing) in|resid(?:es|ing) in|based in|settled in)|grew up (?:in|on)|raised in|lived in|"
    r"moved to|relocated to)\s$"
)
AGE_BEFORE = re.compile(r"\b(\d{2})[- ]years?[- ]old\b(?! (?:record|rivalry|history))")
AGE_BEHIND = re.compile(
    r"(?<=[a-z]), (\d{2}),|(?<=[a-z] )\((?:aged? )?(\d{2})\)|\b[Ss]?[Hh]e (?:is|was) (\d{2})\b(?=[.,]| years old)|"
    r"\b(?:who|he|she) (?:recently )?turned (\d{2})\b"
)
BORN = re.compile(
    rf"(?i)\bborn\b[^.;]{{0,25}}?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})|"
    rf"(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,? ?(?P<year>(?:1[89]|20)\d\d)\b"
)
BORN_IN = re.compile(r"\b[Bb]orn\b[^.;]{0,40}? in (?:the )?$")
COUNTED = re.compile(
    rf"(?i)\b(?P<n>{NUMBER})[- ]times? (?P<event>[^.;,]{{0,50}}?) ?\b(?:champions?|winners?|medall?ists?|"
    rf"olympians?)\b|\b(?P<n2>{NUMBER}) (?P<event2>(?-i:[A-Z])[^.;,]{{0,40}}?|world |national |)(?:titles|crowns|"
    rf"golds|silvers|bronzes|(?:(?:gold|silver|bronze) )?medals)(?: (?:at|in|from) (?:the )?(?P<at>{HEADED}))?|"
    rf"\b(?:r[au]n|completed?|finished|started|won|in|at an?|his|her) (?:his |her |a |over |"
    rf"more than )?(?P<n3>{NUMBER}) (?P<event3>(?-i:{HEADED})|(?:ultra|half[ -])?marathons?)\b|"
    r"\b(?P<event4>Olympic|world|Commonwealth|European)(?: [\w-]+){0,3}? champion\b"
)
MEDAL_WORD = re.compile(r"(?i)\b(?:gold|silver|bronze|consecutive|individual)\b ?")
APPOSED = re.compile(r"(?:['’]s?)?(?: [\w'’/-]+){0,2} ")
PRONOUN = re.compile(r"(?i)\b(?:he|she|his|her|him)\b|\bthe \d\d-year-old\b(?! (?-i:[A-Z]))")
NO_PERSON = re.compile(r"\d|^(?:[a-z]|Olymp|$)|^['’]|\b(?:FC|City|United|Club|Athletic)\b")
