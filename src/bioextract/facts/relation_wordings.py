"""The wordings of relations: roles, names, and the rules that tie them, with whose relation each tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.facts.claim import Rule
from bioextract.people.attribution import Who, adjacent_before, is_object, subject
from bioextract.people.names import NICKNAME, PARTICLE, WORD
from bioextract.people.person import Individual, Mention

ROLES = {
    "coach": r"(?:co-?|head )?coach(?:es)?|trainers?",
    "spouse": r"wife|husband|spouse",
    "partner": r"partner|girlfriend|boyfriend|fianc[ée]e?",
    "parent": r"father|mother|dad|mum|mom|parents|stepfather|stepmother",
    "child": r"(?:step)?sons?|(?:step)?daughters?|children|child",
    "sibling": r"(?:half-|twin )?(?:brothers?|sisters?|siblings?)|twin",
    "agent": r"(?:super-)?agent|representative|manager",
    "pacemaker": r"pace-?makers?|pacer|rabbit",
    "training_partner": r"training[- ](?:partners?|mates?|companion)",
}
NOUN = "(?:" + "|".join(reversed(ROLES.values())) + ")"
KIN = "(?:" + "|".join(ROLES[role] for role in ("spouse", "partner", "parent", "child", "sibling")) + ")"
_TITLE = r"(?:(?:Drs?|Mrs?|Ms|Sir|Prof)\.? )?"
FULL_NAME = rf"(?<![\w-])(?<!\w[’']){_TITLE}{WORD}(?:[ \u00a0](?:{NICKNAME}|{PARTICLE}){{0,3}}{WORD}){{0,4}}"
NAMES = rf"(?P<names>{FULL_NAME}(?:, {FULL_NAME}(?=,| and)){{0,4}}(?:,? and (?:(?:his|her) wife,? )?{FULL_NAME})?)"
# "the former Olympian", "a fellow England international,", "Chicago Bears safety": what may stand before the name.
FILLER = r"(?:[:,]? (?:[\w’'-]+,? ){0,6}?|[:,]? )"
ADJECTIVES = (
    r"(?:(?!(?:about|with|for|to|from|after|and|become|the|best|skating|defensive|doubles|mixed|pair|"
    r"business|strike|dance|sparring|assistant|daughter|son|in) )"
    r"(?:[a-z-]+|\d+-year-old) ){0,3}?"
)
OWNER = r"(?:\b(?:[Hh]is|[Hh]er|[Mm]y)\b|[’']s?) "
ROLE_OF = rf"(?P<role>\b{NOUN})(?: (?:and|as well as) (?:(?:his|her|my) )?(?P<role2>{NOUN}\b))?\b(?! (?:of|to)\b)"
GUIDANCE = (
    r"(?:under (?:the )?(?:guidance|tutelage|coaching|supervision|tuition|watchful eye|direction|wing|"
    r"instruction|stewardship) of|under coach)"
)


def possessor(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of the possessive at which the span begins ("his", "Berg's")."""
    for mention in mentions:
        if mention.possessive and mention.start <= start + 1 and start <= mention.end + 2:
            return [mention.person]
    return []


def inner_possessor(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of a possessive within the span ("Anna Berg, his coach")."""
    inside = [m for m in mentions if m.possessive and start < m.start and m.end <= end + 2]
    return [inside[-1].person] if inside else []


def outer_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The subject among the mentions outside the span: before it, or after a span that opens the sentence."""
    before = [m for m in mentions if m.end <= start]
    if before:
        return subject(before, start, end, text)
    after = [m for m in mentions if m.start >= end]
    return [after[0].person] if after and text[end : after[0].start].strip().startswith(",") else []


def subjects(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The two or three people joined before the span ("Berg and Dahl ... their coach")."""
    earlier = list(dict.fromkeys(m.person for m in mentions if m.end <= start and not is_object(m, text)))
    return earlier if 1 < len(earlier) < 4 else []


def last_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The last person of the span: whom "the coach of Anna Berg" coaches."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return [inside[-1].person] if inside else []


def first_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The first person of the span: whom "Anna Berg, whom he coached" speaks of."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return [inside[0].person] if len(inside) > 1 else []


def _rule(name: str, who: Who, pattern: str, *hint: str, words: frozenset[str] = frozenset()) -> Rule:
    return Rule(f"relation.{name}", re.compile(pattern), who, hint, words)


# A word of every noun of `ROLES`.
_KIN_WORDS = frozenset(
    """wife husband spouse partner girlfriend boyfriend fiance fiancee fiancé fiancée father mother dad mum mom parents
    stepfather stepmother son sons stepson stepsons daughter daughters stepdaughter stepdaughters children child
    brother brothers sister sisters sibling siblings twin""".split()
)
_NOUN_WORDS = _KIN_WORDS | frozenset(
    """coach coaches cocoach cocoaches trainer trainers agent superagent representative manager pacemaker pacemakers
    pace pacer rabbit training""".split()
)
FORWARD = (
    _rule("possessive", possessor, rf"{OWNER}{ADJECTIVES}{ROLE_OF},? {NAMES}", words=_NOUN_WORDS),
    _rule(
        "possessive_is",
        possessor,
        rf"{OWNER}{ADJECTIVES}{ROLE_OF} (?:is|was|remains)(?: \w+)?,? {NAMES}",
        words=_NOUN_WORDS,
    ),
    _rule(
        "possessive_far", possessor, rf"{OWNER}{ADJECTIVES}{ROLE_OF}{FILLER}(?P<known>{FULL_NAME})", words=_NOUN_WORDS
    ),
    _rule("whose", adjacent_before, rf",? (?P<span>whose {ADJECTIVES}{ROLE_OF},? {NAMES})", "whose "),
    _rule("their", subjects, rf"\b[Tt]heir {ADJECTIVES}{ROLE_OF}{FILLER}{NAMES}", "heir "),
    _rule(
        "apposition",
        inner_possessor,
        rf"{NAMES},? (?:(?:who )?(?:is|was|has been|remains) (?:also )?|\d\d, )?"
        rf"(?:{OWNER}|(?<=, )(?:(?:{WORD} ){{0,2}}{WORD}[’']s?|their) ){ADJECTIVES}{ROLE_OF}",
        words=_NOUN_WORDS,
    ),
    _rule(
        "opening",
        outer_subject,
        rf"(?:^|[.;:] )(?P<span>(?:[A-Z][a-z]+ )?(?i:{KIN})(?: and [a-z]+)? (?P<rest>){NAMES})",
        words=_KIN_WORDS,
    ),
    _rule(
        "bare",
        outer_subject,
        r"(?<!to )\b(?:[Cc]oach,?|[Tt]rainer,?|[Tt]raining[- ]partner|(?:with|and|by|from|to|a|"
        rf"daughters|sons|brothers|sisters) {KIN}|{KIN}s) (?P<rest>){NAMES}",
        words=_NOUN_WORDS | {f"{word}s" for word in _KIN_WORDS},
    ),
    _rule(
        "listed",
        outer_subject,
        rf"\b(?:an?|two|three|four|five|their) {ADJECTIVES}(?P<role>{ROLES['child']}),? \(?{NAMES}",
        *("son", "daughter", "child"),
    ),
    _rule(
        "coached_by",
        outer_subject,
        rf"\b(?P<coach>[Cc]oached|[Tt]rained|[Mm]entored)(?: [\w-]+){{0,5}}? by{FILLER}{NAMES}",
        *("oached", "rained", "entored"),
    ),
    _rule(
        "managed_by",
        outer_subject,
        rf"\b(?P<agent>managed|represented) by{FILLER}{NAMES}",
        *("managed by", "represented by"),
    ),
    _rule(
        "under",
        outer_subject,
        r"\b(?P<coach>[Tt]rain(?:s|ed|ing)?|work(?:s|ed|ing)?|played|develop(?:s|ed)?|stud(?:ied|"
        rf"ies))(?: [\w-]+){{0,6}}? under{FILLER}{NAMES}",
        " under",
    ),
    _rule("guidance", outer_subject, rf"\b(?P<coach>{GUIDANCE}){FILLER}{NAMES}", "under "),
    _rule(
        "trains_with",
        outer_subject,
        rf"\b(?P<training_partner>[Tt]rain(?:s|ed|ing)?) (?:\w+ ){{0,2}}?(?:with|alongside) {NAMES}",
        "rain",
    ),
    _rule(
        "married",
        outer_subject,
        rf"\b(?P<spouse>(?:re)?(?:[Mm]arr(?:ied|ies|ying)|wed))(?! name)(?: to| with)?{FILLER}{NAMES}",
        *("arri", "arrying", "wed"),
    ),
    _rule(
        "engaged",
        outer_subject,
        rf"\b(?P<partner>(?:[Ee]ngaged|engagement) to|dating|in a relationship with|(?:will|to) marry) {NAMES}",
        *("ngage", "dating", "relationship", "marry"),
    ),
    _rule(
        "child_of",
        outer_subject,
        rf"\b(?P<parent>(?:sons?|daughters?|child)) of{FILLER}{NAMES}",
        *("son", "daughter", "child"),
    ),
    _rule(
        "sibling_of",
        outer_subject,
        rf"\b(?P<sibling>brother|sister|twin) (?:of|to){FILLER}{NAMES}",
        *("brother", "sister", "twin"),
    ),
    _rule(
        "parent_of",
        outer_subject,
        rf"\b(?P<child>father|mother|dad|mum|mom|parents) (?:of|to){FILLER}{NAMES}",
        *("father", "mother", "dad", "mum", "mom", "parents"),
    ),
    _rule(
        "spouse_of",
        outer_subject,
        rf"\b(?P<spouse>wife|husband|widow) of{FILLER}{NAMES}",
        *("wife", "husband", "widow"),
    ),
    _rule("paced_by", outer_subject, rf"\b(?P<pacemaker>paced(?: [\w-]+){{0,5}}? by){FILLER}{NAMES}", "paced"),
)
INVERSE = (
    _rule(
        "coach_of",
        last_inside,
        rf"\b(?P<coach>coach|trainer) (?:of|to){FILLER}(?P<whom>{FULL_NAME})",
        *("coach", "trainer"),
    ),
    _rule(
        "agent_of",
        last_inside,
        rf"\b(?P<agent>agent|manager) (?:of|to|for){FILLER}(?P<whom>{FULL_NAME})",
        *("agent", "manager"),
    ),
    _rule(
        "coaches",
        last_inside,
        r"\b(?P<coach>coach(?:es|ed)|(?:been|is|was) coaching|looks after)(?! by\b)(?: (?:[\w-]+ "
        rf"){{0,5}}?| )(?P<whom>{FULL_NAME}|(?:him|her|me)\b)",
        *("coach", "looks after"),
    ),
    _rule(
        "trains",
        last_inside,
        r"\b(?P<coach>(?:trains|trained|guides|guided) (?:him|her|me))\b",
        *("train", "guide"),
    ),
    _rule(
        "represents",
        last_inside,
        rf"\bagent(?: [\w-]+){{1,4}}?, who (?P<agent>represents) (?P<whom>{FULL_NAME})",
        "represents",
    ),
)
WHOM = (
    _rule(
        "whom",
        first_inside,
        rf"{FULL_NAME},? (?:the [\w ]{{1,40}}? )?(?:whom )?(?:he|she) (?:has )?"
        r"(?P<coach>coach(?:es|ed)|train(?:s|ed))\b",
        *("coach", "train"),
    ),
    _rule(
        "couple",
        first_inside,
        rf"{FULL_NAME} and {FULL_NAME},? (?:(?:were|got|are|who) )*(?:(?P<spouse>married)|"
        r"(?P<partner>(?:became |got |are )?engaged))\b",
        *("married", "engaged"),
    ),
)
