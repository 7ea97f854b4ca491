"""The wordings around a country or a demonym that make it somebody's."""

from __future__ import annotations

import re

# What may stand between a demonym and the name: "Kenyan distance runner NAME", "Sweden's Olympic champion NAME".
TO_NAME = re.compile(
    r"(?:[’']s?)?(?: (?:[a-z0-9][\w’'.,/-]*|Olympic|Paralympic|World|European|Commonwealth|No\.?|and|[A-Z]{2,4}|"
    r"[A-Z]\w+-born)){0,6}?"
    r",? $"
)
NEVER_BETWEEN = re.compile(
    r"\b(?:but|in|at|on|for|against|by|with|of|from|to|over|beat|said|side|club|team(?!-mate)|who|record(?! hold)|"
    r"champions?hips?)\b"
)
PREDICATE = re.compile(
    r"\b(?:is|was|as|became|remains|being)(?: \w+ly)? (?:an?|the|one of the|another|and)(?: [\w-]+){0,3} $|\b(?:is|"
    r"was) $"
)
APPOSITION = re.compile(r"(?P<gap>, (?:an?|the)?(?: ?[a-z][\w-]+){0,3} ?)$")
NOUN_AFTER = re.compile(
    r" (?:[a-z-]+ ){0,3}?(?:[a-z-]*(?:er|ist|or|man|woman|athlete|champion|international|star|player|forward|back|"
    r"guard|skier|captain|judoka|end))\b"
)
REPRESENTS = re.compile(
    r"\b(?:represent(?:s|ed|ing)?|compet(?:es|ed|ing)(?: internationally)? for|r[au]n(?:s|ning)? for|swims? for|"
    r"swam for|plays? for|playing for|played for|"
    r"sails? for|sailed for|rowed for|skates? for|skated for|caps? (?:for|by)|capped by|appear(?:ed|ances?) for|"
    r"debut for|medals? for|goals? for|won for|won \S+ for|"
    r"(?:shone|scored|featured|medall?ed|capped|starred|appeared|debuted|raced|fought|boxed|skied|lined up|"
    r"qualified) for|(?:part of|member of|named in|included in|picked in|into|place in|spot in|called into) the|"
    r"selected (?:for|by)|picked (?:for|by)|called up (?:for|by)|in [\w’' -]{0,40} for)(?: the)? $"
)
INTERNATIONAL = re.compile(
    r" (?:(?:youth|under-?\d\d|U-?\d\d|full|women[’']s|men[’']s|rugby|cricket|senior|"
    r"junior) )*(?:international(?:ist)?|captain|skipper|striker|midfielder|defender|winger|goalkeeper|batsman|"
    r"bowler|fly-half|wing|prop|hooker|lock|centre|flanker|No\.? ?\d)\b(?! (?:match|friendly|break|team|season))"
)
COMPATRIOT = re.compile(r"\b(?:[Cc]ompatriots?|(?:[Ff]ellow[ -])?[Cc]ountry(?:m[ae]n|wom[ae]n))\b")
# What may stand between it and the name: "compatriot and three-time champion NAME", "compatriots, such as NAME".
TO_COMPATRIOT = re.compile(r"(?:,? (?:[a-z0-9][\w’'.-]*|Olympic|World|European|Commonwealth|No\.?)){0,6}?,? ?")
PERSON_NOUN = re.compile(
    r" (?:[a-z0-9-]+ ){0,3}?(?:legend|star|ace|rival|hero|great|captain|skipper|champion|international|teenager|"
    r"youngster|veteran|forward|defender|"
    r"goalkeeper|keeper|athlete|record[- ]holder|medall?ist|one|prop|hooker|lock|wing|centre|fly-half|batsman|"
    r"playmaker|"
    r"[a-z-]+(?:er|ist|man|woman)) "
)
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’']) $")
QUOTED = re.compile(r"(?:^|[\s(])['‘]")
FELLOW = re.compile(r"\b[Ff]ellow[ -]$")
OF_FELLOW = re.compile(r"(?:\b(?:his|her|their)|[’']s) fellow[ -]$")
TEAM_MATE = re.compile(r" (?:team-?mates?|compatriots?|country(?:m[ae]n|wom[ae]n))\b")
# Several people: "Kenyan pair NAME and NAME", "Spain's sprinters NAME, NAME and NAME".
GROUP = re.compile(
    r"(?:[a-z](?:er|or|ist|mate|ian|ast)s|stars|champions|sisters|brothers|siblings|athletes|internationals|forwards|"
    r"backs|veterans|hopes|hopefuls|favourites|rivals|debutants|pair|duo|trio|quartet|twins|men|women) $"
)
GROUP_JOINT = re.compile(
    r"|(?: \([^()]*\))?(?:, |(?P<last>,? and | & ))"
    r"(?:(?!(?:who|whom|whose|which|beat|and|but|to|of|her|his|their|ahead|behind|with|than|by|from|in|at|on|for|"
    r"while|against|over|after|before|said|says|coach|coached)\b)[a-z0-9][\w’'.-]* ){0,5}"
)
PLURAL = re.compile(r"(?:s|men)$")
NO_NATIONALITY = re.compile(
    r"[- ](?:born\b(?! (?:in|on|to|and|near|at|\d))|"
    r"(?:descent|origin|heritage|ancestry|roots|parents|parentage|extraction)\b)"
)
RECORD = re.compile(
    r"\b(?:broke|set|setting|breaking|beat|equall?(?:ed|ing)|improv(?:ed|ing)|lower(?:ed|ing)|smash(?:ed|ing)|"
    r"holds?|held|own)(?: [\w’'-]+){0,4}? $"
)
RECORD_AFTER = re.compile(r"(?: [\w,’'-]+){0,4}? records?\b")
SQUAD_BEFORE = re.compile(r"\b(?:with|in|for|helped|anchored|helping|(?P<outside>of|by))(?: the)? $")
SQUAD_AFTER = re.compile(r"(?:[’']s)?(?: [\w’'-]+){0,4}? (?:team|squad|quartet|relay|side|eight|four|crew|pair)\b")
_OF_TEAM = (
    r"(?:\d[\w×-]*|[x×]|m|met(?:re|er)s|(?:wo)?men[’']s|mixed|national|junior|senior|[Uu]nder-\d+|[Oo]lympic|"
    r"[Pp]aralympic|relay|sprint|doubles|pursuit|dream|coxless|coxed|lightweight|winning|victorious|gold|silver|"
    r"bronze|medal|Davis|Fed|Ryder|Cup)"
)
SQUAD_OF = re.compile(
    rf"(?:[’']s)?(?:[ -][\"“]?{_OF_TEAM}){{0,7}} [\"“]?(?:team|squad|quartet|trio|relay|four|eight|crew|pair|duo)[\"”]?"
    r" (?:of|comprising|including|featuring|made up of|consisting of) "
)
LIST_JOINT = re.compile(r"|, |(?P<last>,? and | & )")
STAFF = re.compile(r"\b(?:coach|manager|boss|trainer|selector|physio|doctor|official) $")
TEAM_LINE = re.compile(r"(?: \([^()\n]{1,20}\))?: ")
BETWEEN_NAMES = re.compile(r"(?:[\s,;()’'–-]|\d+(?:st|nd|rd|th)?|and\b)*")
OWNED = re.compile(r"\b(?:is|was|became|as|remains|being)(?: \w+ly)? $")
