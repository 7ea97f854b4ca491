"""What stands before and behind the names of people, and of what looks like them: clubs, backers, places."""

from __future__ import annotations

import re

_KIN = (
    r"(?:wife|husband|brothers?|sisters?|sons?|daughters?|mother|father|parents|partner|fianc[eé]e?|twins?|girlfriend|"
    r"boyfriend|cousins?|uncles?|aunt|mum|dad|nephew|niece|(?:grand|step|half-)(?:son|daughter|mother|father|sister|"
    r"brother)|(?:mother|father|brother|sister|son|daughter)-in-law|children)"
)
PERSON_BEFORE = re.compile(
    r"(?:\b(?P<role>champion(?!s)|coach|runner-up|skipper|chairman|medall?ist|boss|captain|president|director|chief|secretary|compatriot|rival(?!s)|team-?mates?|star|"
    r"veteran|youngster|prodigy|ace|legend|athlete|agent|student|survivor|husband|favou?rite|debutant|finalist|pair|duo|trio|namesake|"
    r"companion|friend|half|prop|pick|end|signing|expert|\w+(?:er|or|ist|man|woman|back|ian|ese|ish))s?,?|\d-year-old|"
    r"\b(?:beat|defeat(?:ed|ing)|beating|beats|married|marry|partner(?:ed|ing)|outpointed|outsprinted|overtook|"
    r"luck to|congratulations to|"
    r"asked|thanks?|succeed(?:ed|ing|s)?|edged(?: out)?|coached by|trained by|replac(?:ed|ing)|"
    r"(?:partnered|paired) with|(?:substitute|exchange|swapped) for)|\bby)[ \u00a0]$"
)
BESIDE_BEFORE = re.compile(
    r"\b(?:with|alongside|behind|than|ahead of|against|over|sign(?:s|ed|ing)?|such as|include[sd]?|told|"
    r"including|like|named?)[ \u00a0]$"
)
TITLE_BEFORE = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Father|Fr|Inspector|Sergeant|Sgt|Corporal|Constable|"
    r"Captain|Capt|Major|Colonel|Lieutenant|Havildar|Subedar|Naik|Senator|Mum|Dad|Uncle|Auntie?)\.?[ \u00a0]$"
)
BACKER_BEFORE = re.compile(
    r"\b(?:sponsored|backed|supported|funded|paid|bought|owned|employed|published|made|produced|released|organi[sz]ed|"
    r"dressed|hosted|run|commissioned|provided|broadcast|called|firm|company|maker|brand|newspaper|website|"
    r"manufacturer|supplier|label|magazine|retailer|sponsors?,?|backers?,?)(?: by| in)?[ \u00a0]$"
)
CLUB_BEFORE = re.compile(
    r"\b(?:club|side|team|band|league|champions,?|(?:play(?:s|ed|ing)?|career|goalkeeper|defender|midfielder|forward|"
    r"striker|player|guard|winger|coach) (?:with|for|at)|(?:joined|moved|returned|transferred|switched|loaned|transfer|"
    r"move) to|loan (?:to|from|at|with)|contract with|(?:member|captain|graduate|coach|manager|face) of|"
    r"debut (?:for|against)|(?:signed|deal|spells?|stints?|seasons?|years) (?:with|for|at))(?: the)?[ \u00a0]$"
)
GROUP_AFTER = re.compile(
    r" (?:of|in) the [^.,;()\n]{0,30}League| (?:football |rugby |running )?(?:club|side|team|ground|stadium)\b|"
    r" & (?:Sons|Co)\b|, (?:an?|the|who[ls]e) (?:[\w-]+ ){0,3}(?:club|team|company|firm|bank|agency|brand|maker|side|"
    r"merchants?|brewery|stadium|village|town|city|newspaper|shop|sponsors?)\b"
)
PERSON_AFTER = re.compile(
    r"(?:,? ?\(?(?:aged )?\d{1,2}[,)]|,? \((?:born|b\.|née)|,? (?:born|who|whose)\b|[’']s (?:wife|coach|father|"
    r"husband|mother|son|brother|career)|"
    r" (?:said|says|added|told|insisted|admitted|believes|won|finished|ran|scored|joined|signed|clocked|beat|"
    r"retired|is|was|has|had|will|took|came|set|broke|led|made|lost|went|also|did|started|began|competed|played|"
    r"defeated|headed|cleared|struck|threw|swam|jumped|produced|thinks|joins|hopes|wants|reckons|sat|fell|crossed|"
    r"suffered|stopped|never)\b|, (?:a|an|the|from|of)\b| \([A-Z]{3}\)|\)? \d)"
)
MARK_AFTER = re.compile(
    r",? (?:\([^()\n]{2,30}\),? |[A-Z]{3},? )?(?:\d{1,2}:\d|\d+[.]\d\d|\d+-\d)| \([A-Z]{3}\)|"
    r" \(\d{1,2}(?:st|nd|rd|th)\)| \(\d+[:.]\d"
)
NUMBER_BEFORE = re.compile(r"(?:^|[\s(;,:–-])\(?T?\d{1,3}(?:[.,):]|st|nd|rd|th|[ ][-–])?[ \u00a0]$")
LINEUP_BEFORE = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[A-Z][a-z]+s) [-–] $|[;,] \(\d{1,2}\) $")
LIVED_AFTER = re.compile(r" \([^()\n]{0,60}?\b(?:born|1[89]\d\d|20\d\d)")
DATELINE_AFTER = re.compile(r"(?:,[ ][A-Z][\w. ]{1,24}?)?(?:[ ]\([A-Z][\w ]+\))?[ ]?(?:--|[—–-])[ ]")
CLASS_AFTER = re.compile(r",? ['’‘]\d\d\b")  # how American colleges tell graduates: "Anna Berg '16"
AGED = re.compile(r" (?:was|is) born\b|, (?:aged )?\d\d,|, who is \d|,? is \d\d\b|,? is (?:twelve|\w+teen|twenty)\b")
FAMILY = re.compile(rf"(?:\b{_KIN}|\b(?:coach(?:ed by)?|named|called)),? (?:and (?:coach|manager|agent),? )?$")
KIN_BEFORE = re.compile(rf"\b(?:{_KIN}(?:,| is| was)?|(?:coach|trainer|agent|winner) (?:is|was)) $")
KIN_AFTER = re.compile(rf", (?:his|her|my|their|our|\w+[’']s) (?:[a-z]+ )?(?:{_KIN}|coach|trainer)\b")
HUMAN_AFTER = re.compile(
    r"(?:, who\b|,? (?:said|says|told|added|admitted|believes|insisted|ran|scored|retired|joined|has signed|signed a|"
    r"and I|hopes|himself|herself|thinks|reckons|arrived on|"
    r"competed|was born|is born|broke|clocked|grew up|lives|trained)\b|[’']s (?:career|contract|wife|coach|agent|time|"
    r"representatives|header|goal|cross|mother|father|brother|manager|"
    r"future|form|performance))"
)
SAID_BEFORE = re.compile(
    r"\b(?:said|says|added|adds|explain(?:ed|s)|admit(?:ted|s)|answer(?:ed|s)|repl(?:ied|ies)|recall(?:ed|s)|"
    r"insist(?:ed|s)|wrote|writes|laugh(?:ed|s)|jok(?:ed|es)|warn(?:ed|s)|remember(?:ed|s)|sighed|shrugged|"
    r"according to|tearful|delighted|I and)[ \u00a0]$"
)
OF_COUNTRY = frozenset({" of ", " of the ", " from ", " (", ", of "})
NOT_PERSON_BEFORE = re.compile(r"\b(?:in|at|near|the|outside|across|throughout|around)[ \u00a0]$", re.I)
ORDINARY = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])")
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
