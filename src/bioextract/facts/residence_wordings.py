"""The wordings of residence: where one lives, grew up or moved to, and the rules that tie a place to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.facts.claim import Rule
from bioextract.people.attribution import Who, adjacent, owner, subject
from bioextract.people.names import UPPER, WORD
from bioextract.people.person import Individual, Mention

_LINK = r"(?:of|de|da|do|del|la|le|upon|on|the|in|and the|am) "
_RUN = (
    rf"(?<![\w-])(?<!\w[’'])(?:{WORD}(?:[ \u00a0](?:{_LINK}){{0,2}}{WORD}){{0,4}}|"
    rf"{WORD}(?:-(?:le|la|on|upon|sur|de|in)){{1,2}}-{WORD})"
)
# "Ayr, Scotland", "south London", "Portland, Ore."
PLACE = (
    r"(?P<value>(?:(?:north|south|east|west|central|northern|southern|eastern|western)(?:-(?:east|west))? "
    rf")?{_RUN}(?:, {_RUN}\.?){{0,2}})"
)
IN = (
    r"(?:in|at|near|outside|just outside|on the|around|between|close to) (?:the (?:city|town|village|"
    r"suburbs?) of |nearby |the (?=[A-Z]))?"
)
COMPANY = r"(?: with (?:his|her)(?: [\w’'-]+,?){1,7}?| alone| there)?"
TOWNSMAN = (
    r"(?:sprinter|hurdler|runner|athlete|man|woman|marathoner|potter|schoolgirl|schoolboy|teenager|"
    r"boxer|swimmer|thrower|native|resident|"
    r"jumper|vaulter|lad|girl|cyclist|ultrarunner|triathlete|harrier|middleweight|super-featherweight|"
    r"lightweight|heavyweight)"
)
NATIVE = (
    r"(?:[Gg]rew up|[Gg]rowing up|[Gg]rown up|[Rr]aised|[Bb]rought up|[Ss]pent (?:much of )?(?:his|her|my) "
    r"(?:early )?(?:childhood|youth|boyhood|girlhood|early years|schooldays)|[Cc]hildhood)"
)
MOVED = (
    r"(?:[Mm]ov(?:ed|ing|es)|[Rr]elocat(?:ed|ing|es)|[Ee]migrat(?:ed|ing|es)|[Ii]mmigrat(?:ed|ing)|"
    r"[Ss]ettl(?:ed|ing|es)|[Rr]eturn(?:ed|ing)? home|[Ff]led)"
)


def called(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of a name beside or around the span; of "the Ayr man" the subject before it, in its sentence."""
    around = [m.person for m in mentions if m.start <= start < m.end]
    earlier = [m for m in mentions if m.end <= start]
    if around or not text[max(0, start - 4) : start].lower().endswith("the "):
        return around or adjacent(mentions, start, end, text)
    return adjacent(mentions, start, end, text) or subject(earlier, start, end, text)


def _rule(name: str, who: Who, pattern: str, *hint: str) -> Rule:
    return Rule(f"residence.{name}", re.compile(pattern), who, hint)


RULES = (
    _rule(
        "lives",
        subject,
        r"\b(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es?|ing)|has lived|[’']s lived|resident)(?: (?:and|"
        rf"or) [a-z]+| [a-z]+ly| now| still| at present| today)?{COMPANY} {IN}{PLACE}",
        *("live", "Live", "iving", "esid"),
    ),
    _rule(
        "lived",
        subject,
        rf"\b(?:lived|resided|resident of|had (?:a |his |her )?home)(?: [a-z]+ly)?{COMPANY} (?:of "
        rf")?(?:{IN})?{PLACE}",
        *("lived", "resid", "home"),
    ),
    _rule(
        "based",
        subject,
        rf"\b(?:[Bb]ased|[Tt]raining base|base|now at home|[Rr]esettled|[Aa]t home) {IN}{PLACE}",
        *("ased ", "base ", "home ", "esettled "),
    ),
    _rule(
        "adjective",
        called,
        rf"(?P<span>(?<![\w-])(?P<value>{WORD}(?: {WORD}){{0,2}})-based\b(?! (?:club|team|company|firm|"
        rf"group|charity|side|brand|organi[sz]ation|bank)|(?: {WORD})+ (?:Club|Team))(?:(?: "
        rf"[a-z-]+){{1,2}}?(?= [{UPPER}]))?)",
        "-based",
    ),
    _rule(
        "trains",
        subject,
        rf"\b(?:[Tt]rains|[Hh]as (?:been training|trained)) (?:in|near) (?:the (?=[A-Z]))?{PLACE}",
        "rain",
    ),
    _rule(
        "moved",
        subject,
        rf"\b{MOVED}(?: back| home| permanently)?{COMPANY}(?: from (?P<left>{_RUN}))?,? (?:to|in|"
        rf"on) (?:the (?=[A-Z]))?{PLACE}",
        *("mov", "Mov", "elocat", "migrat", "ettl", "eturn", "fled", "Fled"),
    ),
    _rule(
        "grew_up",
        subject,
        rf"\b{NATIVE}(?: [a-z]+ly)?{COMPANY}(?: on a [\w ]{{1,30}}?)? {IN}{PLACE}",
        *("rew up", "rowing up", "rown up", "aised", "rought up", "pent ", "hildhood"),
    ),
    _rule("born_and_raised", subject, rf"\b[Bb]orn and (?:raised|brought up) {IN}{PLACE}", "orn and "),
    _rule(
        "home",
        owner,
        r"\b(?:(?:[Hh]is|[Hh]er|[Mm]y|a|the) (?:[a-z-]+ )?(?:home|house|flat|apartment|farmhouse|"
        rf"base|cottage|farm)|made (?:his|her) home|shares? (?:a|an) \w+|set up home) {IN}{PLACE}",
        *("home", "house", "flat", "apartment", "base", "cottage", "farm", "share"),
    ),
    _rule(
        "where",
        subject,
        rf"{PLACE}, where (?:he|she|I) (?:(?:now|still|also|currently|has) )?(?:lives?|lived|grew "
        r"up|is based|has been based|was raised|spent (?:his|her) childhood)",
        ", where ",
    ),
    _rule(
        "is_home",
        subject,
        rf"{PLACE} (?:is|has been) (?:now )?(?:his|her|my)? ?home\b(?: since (?:18|19|20)\d\d)?",
        "home",
    ),
    _rule(
        "townsman",
        called,
        rf"(?P<span>(?<![\w-])(?P<value>{WORD}(?: {WORD})?) (?:[a-z-]+ )?{TOWNSMAN})\b",
        *(
            "printer",
            "hurdler",
            "runner",
            "athlete",
            "man",
            "marathoner",
            "potter",
            "schoolgirl",
            "schoolboy",
            "teenager",
        ),
        *("boxer", "swimmer", "thrower", "native", "resident", "jumper", "vaulter", "lad", "girl", "cyclist"),
        *("triathlete", "harrier", "weight"),
    ),
)
