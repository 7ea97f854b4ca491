"""Residence: where a person lives or lived, is based, grew up, moved to, or trains for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from bioextract.facts.claim import Claim, Match, Reading, apply_rules
from bioextract.facts.organisations import is_club_name, is_taken, with_main
from bioextract.facts.period import period_of
from bioextract.facts.residence_wordings import RULES, called
from bioextract.people.attribution import owner, subject
from bioextract.people.names import fold
from bioextract.values.countries import country, form
from bioextract.values.places import is_place

NAME = "residences"

NO_DWELLER = re.compile(
    r"\b(?:club|team|company|group|firm|brand|charity|side|squad|organi[sz]ation|university|project|"
    r"programme|program|foundation|centre|center|"
    r"academy|agency|society|circuit|tour|league|series|federation|outfit|manufacturer|which|that|race|"
    r"it|they|we|family|fans?|people) (?:is |are |was )?$"
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
    return apply_rules(NAME, with_main(RULES, reading, {subject, owner, called}), read, reading)


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
