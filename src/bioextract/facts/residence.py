"""Residence: where a person lives or lived, is based, grew up, moved to, or trains for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, Rule, apply_rules
from bioextract.facts.organisations import is_club_name, is_taken, period_of, with_main
from bioextract.people.attribution import adjacent, owner, subject
from bioextract.people.names import UPPER, WORD, fold
from bioextract.people.person import Individual, Mention
from bioextract.values.countries import country, form
from bioextract.values.places import is_place

NAME = "residences"

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
STILL = r"(?:(?:now|still|currently|also|permanently|happily|presently) )?"
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


def _called(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of a name beside or around the span; of "the Ayr man" the subject before it, in its sentence."""
    around = [m.person for m in mentions if m.start <= start < m.end]
    earlier = [m for m in mentions if m.end <= start]
    if around or not text[max(0, start - 4) : start].lower().endswith("the "):
        return around or adjacent(mentions, start, end, text)
    return adjacent(mentions, start, end, text) or subject(earlier, start, end, text)


NO_DWELLER = re.compile(
    r"\b(?:club|team|company|group|firm|brand|charity|side|squad|organi[sz]ation|university|project|"
    r"programme|program|foundation|centre|center|"
    r"academy|agency|society|circuit|tour|league|series|federation|outfit|manufacturer|which|that|race|"
    r"it|they|we|family|fans?|people) (?:is |are |was )?$"
)

RULES = (
    Rule(
        "residence.lives",
        re.compile(
            r"\b(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es?|ing)|has lived|[’']s lived|resident)(?: (?:and|"
            rf"or) [a-z]+| [a-z]+ly| now| still| at present| today)?{COMPANY} {IN}{PLACE}"
        ),
        subject,
    ),
    Rule(
        "residence.lived",
        re.compile(
            rf"\b(?:lived|resided|resident of|had (?:a |his |her )?home)(?: [a-z]+ly)?{COMPANY} (?:of "
            rf")?(?:{IN})?{PLACE}"
        ),
        subject,
    ),
    Rule(
        "residence.based",
        re.compile(rf"\b(?:[Bb]ased|[Tt]raining base|base|now at home|[Rr]esettled|[Aa]t home) {IN}{PLACE}"),
        subject,
    ),
    Rule(
        "residence.adjective",
        re.compile(
            rf"(?P<span>(?<![\w-])(?P<value>{WORD}(?: {WORD}){{0,2}})-based\b(?! (?:club|team|company|firm|"
            rf"group|charity|side|brand|organi[sz]ation|bank)|(?: {WORD})+ (?:Club|Team))(?:(?: "
            rf"[a-z-]+){{1,2}}?(?= [{UPPER}]))?)"
        ),
        _called,
    ),
    Rule(
        "residence.trains",
        re.compile(rf"\b(?:[Tt]rains|[Hh]as (?:been training|trained)) (?:in|near) (?:the (?=[A-Z]))?{PLACE}"),
        subject,
    ),
    Rule(
        "residence.moved",
        re.compile(
            rf"\b{MOVED}(?: back| home| permanently)?{COMPANY}(?: from (?P<left>{_RUN}))?,? (?:to|in|"
            rf"on) (?:the (?=[A-Z]))?{PLACE}"
        ),
        subject,
    ),
    Rule(
        "residence.grew_up",
        re.compile(rf"\b{NATIVE}(?: [a-z]+ly)?{COMPANY}(?: on a [\w ]{1, 30}?)? {IN}{PLACE}"),
        subject,
    ),
    Rule("residence.born_and_raised", re.compile(rf"\b[Bb]orn and (?:raised|brought up) {IN}{PLACE}"), subject),
    Rule(
        "residence.home",
        re.compile(
            r"\b(?:(?:[Hh]is|[Hh]er|[Mm]y|a|the) (?:[a-z-]+ )?(?:home|house|flat|apartment|farmhouse|"
            rf"base|cottage|farm)|made (?:his|her) home|shares? (?:a|an) \w+|set up home) {IN}{PLACE}"
        ),
        owner,
    ),
    Rule(
        "residence.where",
        re.compile(
            rf"{PLACE}, where (?:he|she|I) (?:(?:now|still|also|currently|has) )?(?:lives?|lived|grew "
            r"up|is based|has been based|was raised|spent (?:his|her) childhood)"
        ),
        subject,
    ),
    Rule("residence.is_home", re.compile(rf"{PLACE} is (?:now )?(?:his|her|my)? ?home\b"), subject),
    Rule(
        "residence.townsman",
        re.compile(rf"(?P<span>(?<![\w-])(?P<value>{WORD}(?: {WORD})?) (?:[a-z-]+ )?{TOWNSMAN})\b"),
        _called,
    ),
)
FORMER_RULES = frozenset({"residence.lived", "residence.grew_up", "residence.born_and_raised"})
NEEDS_PLACE = frozenset({"residence.moved", "residence.trains", "residence.adjective", "residence.townsman"})
STILL_NOW = re.compile(r"\b(?:has|have|[’']s) (?:\w+ )?(?:lived|been|resided)\b[^,;]*$")
FORMER = re.compile(r"\b(?:was|were|had|used to|formerly|until|lived|grew up|raised|previously|spent)\b")
UNTRUE = re.compile(
    r"\b(?:not|never|n[’']t|could|would|if|might|may|considered|hopes?|wants?|plans?|dream(?:s|ed)?|"
    r"offered|refused)\b[^,;.]{0,30}$"
)
PART_OF_LAND = re.compile(r"(?:County|Co) \w+|[A-Z][a-z]{1,4}\.|[A-Z]{2}|D\.C\.")
NO_PLACE = frozenset(
    "i he she the they january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday".split()
)


def claims(reading: Reading) -> Iterator[Claim]:
    """All residences that the page states."""
    return apply_rules(NAME, with_main(RULES, reading, {subject, owner, _called}), read, reading)


def read(match: Match, reading: Reading) -> list[dict[str, Any]]:
    """The place with its status and dates, and before it the place that was left ("moved from Ayr to Bath")."""
    value = _place(match.groups["value"])
    at = match.offset("value")
    rule = match.rule.name
    before = reading.page.text[match.sentence.start : match.start]
    if (
        not value
        or is_taken(reading, match.sentence, at, at + len(value))
        or UNTRUE.search(before)
        or NO_DWELLER.search(before)
    ):
        return []
    if rule in NEEDS_PLACE and not _is_place(reading, match, at, value):
        return []
    if is_club_name(value) and not is_place(value) and country(value) is None:
        return []
    if rule == "residence.townsman" and not is_town(value):
        return []
    status = _status(rule, before, reading.page.text[min(match.start, at) : at])
    event: Literal["start"] | None = "start" if rule == "residence.moved" else None
    fact = {"value": value, "status": status, **period_of(reading, match.sentence, match.start, match.end, event)}
    left = match.groups.get("left")
    return [{"value": left, "status": "former"}, fact] if left and is_place(left) else [fact]


def _status(rule: str, before: str, words: str) -> str:
    """Current or former, from the words before the span and those of the span before the place."""
    if STILL_NOW.search(before + words):
        return "current"
    return "former" if rule in FORMER_RULES or FORMER.search(words) else "current"


def is_town(value: str) -> bool:
    """Whether "X sprinter" tells of a town: no country, no club, and not "X-born"."""
    return is_place(value) and country(value) is None and not is_club_name(value)


def _is_place(reading: Reading, match: Match, at: int, value: str) -> bool:
    """Whether the place finder or a lexicon knows the value as a place."""
    spans = reading.page.spans_of(match.sentence, "place", "country")
    found = match.rule.name != "residence.moved" and any(s.start <= at < s.end for s in spans)
    return found or is_place(value.partition(",")[0]) or country(value) is not None


def key(fields: dict[str, Any]) -> object:
    """Two residences are the same when the first words of their places are and both or none are former."""
    return fold(fields["value"]).partition(",")[0], fields["status"]


def _place(text: str) -> str:
    """The run of a place, cut before the first part that is none ("Ayr, Berg said" -> "Ayr"); empty for no place."""
    parts = text.split(", ")
    kept = [parts[0]]
    for part in parts[1:]:
        whole = part.rstrip(".")
        if is_place(whole) or country(whole):
            kept.append(whole)
        elif PART_OF_LAND.fullmatch(part):
            kept.append(part)
        else:
            break
    first = kept[0].split()
    if fold(first[0]) in NO_PLACE or (country(kept[0]) is not None and form(kept[0]) == "demonym"):
        return ""
    return ", ".join(kept)
