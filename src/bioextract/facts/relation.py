"""Relation: coach, spouse, partner, parent, child, sibling, agent, pacemaker and training partner, by name.

The role is what the other person is to the subject. "his coach, Anna Berg" and "coached by Anna Berg" name the other
person in the span; "the coach of Anna Berg" names the subject in it, and the other person is who the clause is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.facts.organisations import is_club_name, with_main
from bioextract.people.attribution import adjacent_before, is_object, subject
from bioextract.people.names import NICKNAME, PARTICLE, WORD, find_runs, tokens_of
from bioextract.people.person import Individual, Mention
from bioextract.values.countries import country
from bioextract.values.given_names import is_given_name

NAME = "relations"

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
ROLE = re.compile("|".join(f"(?P<{role}>{nouns})" for role, nouns in reversed(ROLES.items())), re.I)
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
ROLE_OF = rf"(?P<role>\b{NOUN})(?: and (?P<role2>{NOUN}\b))?\b(?! (?:of|to)\b)"
GUIDANCE = (
    r"(?:under (?:the )?(?:guidance|tutelage|coaching|supervision|tuition|watchful eye|direction|wing|"
    r"instruction|stewardship) of|under coach)"
)


def _possessor(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of the possessive at which the span begins ("his", "Berg's")."""
    for mention in mentions:
        if mention.possessive and mention.start <= start + 1 and start <= mention.end + 2:
            return [mention.person]
    return []


def _inner_possessor(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of a possessive within the span ("Anna Berg, his coach")."""
    inside = [m for m in mentions if m.possessive and start < m.start and m.end <= end + 2]
    return [inside[-1].person] if inside else []


def _outer_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The subject among the mentions outside the span: before it, or after a span that opens the sentence."""
    before = [m for m in mentions if m.end <= start]
    if before:
        return subject(before, start, end, text)
    after = [m for m in mentions if m.start >= end]
    return [after[0].person] if after and text[end : after[0].start].strip().startswith(",") else []


def _subjects(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The two or three people joined before the span ("Berg and Dahl ... their coach")."""
    earlier = list(dict.fromkeys(m.person for m in mentions if m.end <= start and not is_object(m, text)))
    return earlier if 1 < len(earlier) < 4 else []


def _last_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The last person of the span: whom "the coach of Anna Berg" coaches."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return [inside[-1].person] if inside else []


def _first_inside(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The first person of the span: whom "Anna Berg, whom he coached" speaks of."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return [inside[0].person] if len(inside) > 1 else []


FORWARD = (
    Rule("relation.possessive", re.compile(rf"{OWNER}{ADJECTIVES}{ROLE_OF},? {NAMES}"), _possessor),
    Rule(
        "relation.possessive_is",
        re.compile(rf"{OWNER}{ADJECTIVES}{ROLE_OF} (?:is|was|remains)(?: \w+)?,? {NAMES}"),
        _possessor,
    ),
    Rule(
        "relation.possessive_far",
        re.compile(rf"{OWNER}{ADJECTIVES}{ROLE_OF}{FILLER}(?P<known>{FULL_NAME})"),
        _possessor,
    ),
    Rule("relation.whose", re.compile(rf",? (?P<span>whose {ADJECTIVES}{ROLE_OF},? {NAMES})"), adjacent_before),
    Rule("relation.their", re.compile(rf"\b[Tt]heir {ADJECTIVES}{ROLE_OF}{FILLER}{NAMES}"), _subjects),
    Rule(
        "relation.apposition",
        re.compile(
            rf"{NAMES},? (?:(?:who )?(?:is|was|has been|remains) (?:also )?|\d\d, )?{OWNER}{ADJECTIVES}{ROLE_OF}"
        ),
        _inner_possessor,
    ),
    Rule(
        "relation.opening",
        re.compile(rf"(?:^|[.;:] )(?P<span>(?:[A-Z][a-z]+ )?(?i:{KIN})(?: and [a-z]+)? (?P<rest>){NAMES})"),
        _outer_subject,
    ),
    Rule(
        "relation.bare",
        re.compile(
            r"(?<!to )\b(?:[Cc]oach,?|[Tt]rainer,?|[Tt]raining[- ]partner|(?:with|and|by|from|to|a|"
            rf"daughters|sons|brothers|sisters) {KIN}|{KIN}s) (?P<rest>){NAMES}"
        ),
        _outer_subject,
    ),
    Rule(
        "relation.listed",
        re.compile(rf"\b(?:an?|two|three|four|five|their) {ADJECTIVES}(?P<role>{ROLES['child']}),? \(?{NAMES}"),
        _outer_subject,
    ),
    Rule(
        "relation.coached_by",
        re.compile(rf"\b(?P<coach>[Cc]oached|[Tt]rained|[Mm]entored)(?: [\w-]+){{0,5}}? by{FILLER}{NAMES}"),
        _outer_subject,
    ),
    Rule("relation.managed_by", re.compile(rf"\b(?P<agent>managed|represented) by{FILLER}{NAMES}"), _outer_subject),
    Rule(
        "relation.under",
        re.compile(
            r"\b(?P<coach>[Tt]rain(?:s|ed|ing)?|work(?:s|ed|ing)?|played|develop(?:s|ed)?|stud(?:ied|"
            rf"ies))(?: [\w-]+){{0,6}}? under{FILLER}{NAMES}"
        ),
        _outer_subject,
    ),
    Rule("relation.guidance", re.compile(rf"\b(?P<coach>{GUIDANCE}){FILLER}{NAMES}"), _outer_subject),
    Rule(
        "relation.trains_with",
        re.compile(rf"\b(?P<training_partner>[Tt]rain(?:s|ed|ing)?) (?:\w+ ){{0,2}}?(?:with|alongside) {NAMES}"),
        _outer_subject,
    ),
    Rule(
        "relation.married",
        re.compile(rf"\b(?P<spouse>(?:re)?(?:[Mm]arr(?:ied|ies|ying)|wed))(?! name)(?: to| with)?{FILLER}{NAMES}"),
        _outer_subject,
    ),
    Rule(
        "relation.engaged",
        re.compile(
            rf"\b(?P<partner>(?:[Ee]ngaged|engagement) to|dating|in a relationship with|(?:will|to) marry) {NAMES}"
        ),
        _outer_subject,
    ),
    Rule(
        "relation.child_of", re.compile(rf"\b(?P<parent>(?:sons?|daughters?|child)) of{FILLER}{NAMES}"), _outer_subject
    ),
    Rule(
        "relation.sibling_of",
        re.compile(rf"\b(?P<sibling>brother|sister|twin) (?:of|to){FILLER}{NAMES}"),
        _outer_subject,
    ),
    Rule(
        "relation.parent_of",
        re.compile(rf"\b(?P<child>father|mother|dad|mum|mom|parents) (?:of|to){FILLER}{NAMES}"),
        _outer_subject,
    ),
    Rule("relation.spouse_of", re.compile(rf"\b(?P<spouse>wife|husband|widow) of{FILLER}{NAMES}"), _outer_subject),
    Rule(
        "relation.paced_by", re.compile(rf"\b(?P<pacemaker>paced(?: [\w-]+){{0,5}}? by){FILLER}{NAMES}"), _outer_subject
    ),
)
INVERSE = (
    Rule(
        "relation.coach_of",
        re.compile(rf"\b(?P<coach>coach|trainer) (?:of|to){FILLER}(?P<whom>{FULL_NAME})"),
        _last_inside,
    ),
    Rule(
        "relation.agent_of",
        re.compile(rf"\b(?P<agent>agent|manager) (?:of|to|for){FILLER}(?P<whom>{FULL_NAME})"),
        _last_inside,
    ),
    Rule(
        "relation.coaches",
        re.compile(
            r"\b(?P<coach>coach(?:es|ed)|(?:been|is|was) coaching|looks after)(?! by\b)(?: (?:[\w-]+ "
            rf"){{0,5}}?| )(?P<whom>{FULL_NAME}|(?:him|her|me)\b)"
        ),
        _last_inside,
    ),
    Rule(
        "relation.trains", re.compile(r"\b(?P<coach>(?:trains|trained|guides|guided) (?:him|her|me))\b"), _last_inside
    ),
    Rule(
        "relation.represents",
        re.compile(rf"\bagent(?: [\w-]+){{1,4}}?, who (?P<agent>represents) (?P<whom>{FULL_NAME})"),
        _last_inside,
    ),
)
WHOM = (
    Rule(
        "relation.whom",
        re.compile(
            rf"{FULL_NAME},? (?:the [\w ]{{1,40}}? )?(?:whom )?(?:he|she) (?:has "
            r")?(?P<coach>coach(?:es|ed)|train(?:s|ed))\b"
        ),
        _first_inside,
    ),
    Rule(
        "relation.couple",
        re.compile(
            rf"{FULL_NAME} and {FULL_NAME},? (?:(?:were|got|are|who) )*(?:(?P<spouse>married)|"
            r"(?P<partner>(?:became |got |are )?engaged))\b"
        ),
        _first_inside,
    ),
)
OWNED = frozenset(
    f"relation.{name}"
    for name in """possessive possessive_is possessive_far apposition their bare listed opening under married
    coached_by""".split()
)
DIRECT = frozenset(
    f"relation.{name}"
    for name in ("possessive", "apposition", "opening", "listed", "their", "bare", "whose", "married", "coached_by")
)
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ff]irst|[Ee]x|[Pp]revious|[Oo]ld|[Cc]ollege|[Ll]ate|then|[Ww]as|were|had been|"
    r"used to|divorced|until)\b"
)
STOP = re.compile(
    r"\b(?:who|that|which|after|when|said|says|told|but|because|where|while|won|beat|and then|years|"
    r"complaint|were?|has|"
    r"had|have|in (?:19|20)\d\d)\b|[;:.]"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All named relations that the page states; nobody is a relation of themselves."""
    main = reading.mentions.main
    found = [
        *apply_rules(
            NAME, with_main(FORWARD, reading, {_outer_subject, _subjects, _possessor, _inner_possessor}), read, reading
        )
    ]
    found += [*apply_rules(NAME, INVERSE, read_inverse, reading), *apply_rules(NAME, WHOM, read_whom, reading)]
    relatives = {claim.fields["name"] for claim in found if claim.person is main}
    for claim in found:
        if main and claim.rule in OWNED and _may_be(main, claim, relatives) and not _is_same(claim, main):
            yield replace(claim, person=main)
        elif not _is_same(claim, claim.person):
            yield claim


def _may_be(main: Individual, claim: Claim, relatives: set[str]) -> bool:
    """Whether "his wife" is rather the main subject's: where "his" was taken for the wife herself or for a relative."""
    is_misread = _is_same(claim, claim.person) or claim.person.name in relatives
    return is_misread and (main.gender is None or claim.person.gender in (main.gender, None))


def _is_same(claim: Claim, person: Individual) -> bool:
    """Whether a claim names this person themselves."""
    return set(tokens_of(claim.fields["name"])) <= set(person.tokens)


def read(match: Match, reading: Reading) -> list[dict[str, Any]]:
    """One relation for each role and each name of the span."""
    span = reading.page.text[match.start : match.end]
    which = "names" if "names" in match.groups else "known"
    before = span[: match.offset(which) - match.start]
    roles = _roles(match, span)
    if STOP.search(before.partition(match.groups.get("role") or "\0")[2]):
        return []
    names = list(_names(match, reading, which))
    if which == "known" or _has_filler(before):
        names = [
            (name, known)
            for name, known in names
            if known or (which == "names" and " " in name and is_given_name(name.split()[0]))
        ]
    words = reading.page.text[max(match.sentence.start, match.start - 12) : match.start]
    words += before.partition(match.groups["role"])[0] if "role" in match.groups else before
    status = "former" if FORMER.search(words) else "current"
    return [{"role": role, "name": name, "status": status} for role in roles for name, _ in names]


def read_inverse(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The relation of the person named in the span to the one whom the clause is about."""
    span = reading.page.text[match.start : match.end]
    other = subject(reading.mentions.of(match.sentence), match.start, match.end, reading.page.text)
    role = _roles(match, span)
    if len(other) != 1 or STOP.search(span.replace("who represents", "")):
        return None
    status = "former" if re.search(r"\bcoached|\bwas\b|\bformer", span) else "current"
    return {"role": role[0], "name": other[0].name, "status": status}


def read_whom(match: Match, reading: Reading) -> dict[str, Any] | None:
    """The relation of the first person of the span to the last one."""
    inside = [m for m in reading.mentions.of(match.sentence) if match.start <= m.start and m.end <= match.end]
    if len(inside) < 2:
        return None
    span = reading.page.text[match.start : match.end]
    role = _roles(match, span)[0]
    status = "former" if role == "coach" and "has" not in span.split() else "current"
    return {"role": role, "name": inside[-1].person.name, "status": status}


def key(fields: dict[str, Any]) -> object:
    """Two relations are the same when role and name are."""
    return fields["role"], tokens_of(fields["name"])


def _roles(match: Match, span: str) -> list[str]:
    named = [role for role in ROLES if role in match.groups]
    if named:
        return named
    nouns = [match.groups[group] for group in ("role", "role2") if group in match.groups]
    if not nouns:
        nouns = [noun.group() for noun in [ROLE.search(span)] if noun]
    return list(dict.fromkeys(role for noun in nouns if (role := _role_of(noun))))


def _role_of(noun: str) -> str | None:
    found = ROLE.fullmatch(noun)
    return found.lastgroup if found else None


def _has_filler(before: str) -> bool:
    """Whether words that are no role, owner or verb of the pattern stand just before the name."""
    return (
        re.search(
            rf"(?:{NOUN}|\b(?:by|under|of|to|with|is|was|and|married|wed|marry|dating|the|a|an))s?[,:]? \(?$|\($",
            before,
        )
        is None
    )


def _names(match: Match, reading: Reading, group: str) -> Iterator[tuple[str, bool]]:
    """The names of the span, each in its fullest form and with whether the page knows the person."""
    mentions = [m for m in reading.mentions.of(match.sentence) if m.kind == "name"]
    base = match.offset(group)
    for run in find_runs(match.groups[group], base):
        known = next((m.person for m in mentions if m.start < run.end and run.start < m.end), None)
        if known:
            yield known.name, True
        elif _is_new_name(match.rule.name, run.text):
            yield run.text, False


def _is_new_name(rule: str, text: str) -> bool:
    """Whether a run that the page does not know as a person can be one: after "his wife," any, else a given name."""
    words = text.split()
    if (
        country(text) is not None
        or is_club_name(text)
        or re.search(r"-(?:born|based|winning)$|^I\b|^The\b|^Zealander", words[0])
    ):
        return False
    return is_given_name(words[0]) or (rule in DIRECT and not text.isupper())
