"""Several counts in one wording: the items of a list, the singles and doubles titles of a tennis tour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bioextract.facts.claim import Match
from bioextract.facts.count_wordings import LIST_ITEM, LIST_JOINT
from bioextract.facts.outcome import gives_medals
from bioextract.facts.titles import LEVEL, name_event, name_titles
from bioextract.values.countries import country
from bioextract.values.numbers import quantity

MOST = 1800  # what is more is a year
LEVEL_WORDS = re.compile(LEVEL)
ITEM_TITLE = re.compile(r" (?:titles?|crowns?)$")


def count_list(match: Match, page: str) -> Iterator[dict[str, Any]]:
    """What the rules of single counts leave out: "two Cups and ONE LEAGUE", "THREE EUROPEAN and two World titles"."""
    told, start, items, at = match.groups["list"], match.offset("list"), [], 0
    while item := LIST_ITEM.match(told, at):
        items.append(item)
        joint = LIST_JOINT.match(told, item.end())
        at = joint.end() if joint else len(told)
    noun = ""
    for i, item in reversed(list(enumerate(items))):
        noun = item["noun"] or noun
        words = item["words"] if item["noun"] else f"{item['bare']} "
        is_level = item["noun"] or LEVEL_WORDS.fullmatch(item["bare"]) or country(item["bare"])
        if noun and is_level and (i or item["bare"]):
            span = start + item.start(), start + item.end()
            names = _names_listed(words + noun, page, is_won="win" in match.groups)
            yield from ({**fields, "at": span} for name, what in names for fields in _counted(name, what, item["n"]))


def _names_listed(words: str, page: str, *, is_won: bool) -> list[tuple[str, str]]:
    """The events of an item of a list, and what is counted there."""
    if not is_won:
        return [] if ITEM_TITLE.search(words) else [(name_event(words, page), "appearances")]
    names = name_titles(ITEM_TITLE.sub("", words), page, holder=False)
    return [(name, "gold" if gives_medals(name) else "titles") for name in names]


def count_tour(groups: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Titles of a tennis tour: "two singles and five doubles titles on the ITF Circuit"."""
    if event := groups.get("circuit") or groups.get("tour", "").strip():
        for number in ("n", "n2"):
            yield from _counted(event, "titles", groups.get(number, ""))


def _counted(event: str, what: str, number: str) -> Iterator[dict[str, Any]]:
    """The fields of a count; none where the number is a year."""
    amount = quantity(number) if number else None
    if amount and 1 <= amount.value < MOST:
        yield {"event": event, "what": what, "value": amount.value, "qualifier": amount.qualifier}
