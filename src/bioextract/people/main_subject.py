"""Whom an article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bioextract.page import Page
from bioextract.people.names import find_runs, tokens_of
from bioextract.people.person import Individual, Mention
from bioextract.people.roster import Roster
from bioextract.people.wordings import PRONOUN

LEAD = 5  # characters before the first name, such as quotation marks
LIFE = re.compile(r"\.?[\s'\"]{0,5}(?:\([^()\n]{0,160}(?:\bborn\b|\bb\. ?\d|[12]\d\d\d ?[–-])|,? \(?born\b)")
OPENING = 3  # sentences
NAME, SPOKEN_OF, LEAST_LEAD = 2, 4, 2  # what a name counts where a pronoun counts one; what the one spoken of has


def find_main(page: Page, roster: Roster, names: Sequence[Sequence[Mention]]) -> Individual | None:
    """Whom a biography begins with; else who is named most often, if the title or the first sentences name them; else
    who of those is "he" or "she" most often. None where that is nobody.

    `names`: the mentions by name of every sentence.
    """
    first = next(iter(names[0]), None) if names else None
    if first and first.start - page.sentences[0].start < LEAD and LIFE.match(page.text, first.end):
        return first.person
    counts = Counter(id(mention.person) for mentions in names for mention in mentions)
    in_title = {id(person) for person in _named_in_title(page, roster)}
    opening = {id(mention.person) for mentions in names[:OPENING] for mention in mentions}
    candidates = [p for p in roster.people if id(p) in in_title | opening]
    best = min(candidates, key=lambda p: (-(counts[id(p)] + 2 * (id(p) in in_title)), p.first), default=None)
    if best and (counts[id(best)] > 1 or id(best) in in_title or len(roster.people) == 1):
        return best
    return _spoken_of(page, names, [p for p in candidates if not p.is_staff])


def _named_in_title(page: Page, roster: Roster) -> list[Individual]:
    """Those whom the title names, as the text does or with some of the words of the name there."""
    found = []
    for run in find_runs(page.title or ""):
        words = set(tokens_of(run.text))
        person = roster.find(run.text, len(page.text))
        fuller = [p for p in roster.people if len(words) > 1 and words <= set(p.tokens)]
        found += [person] if person else fuller if len(fuller) == 1 else []
    return found


def _spoken_of(page: Page, names: Sequence[Sequence[Mention]], people: Sequence[Individual]) -> Individual | None:
    """Who of some people is "he" or "she" clearly more often than anybody: a profile tells the full name of its subject
    once. A pronoun is taken for whoever of its gender was named last.
    """
    told, last = Counter[int](), dict[str, int]()
    for sentence, mentions in zip(page.sentences, names, strict=True):
        anchors: list[tuple[int, Mention | str]] = [(mention.start, mention) for mention in mentions]
        anchors += [(m.start() + sentence.start, m.lastgroup or "") for m in PRONOUN.finditer(sentence.text)]
        for _, anchor in sorted(anchors, key=lambda pair: pair[0]):
            if isinstance(anchor, str):
                told[last.get(anchor, 0)] += 1
                continue
            person = anchor.person
            told[id(person)] += NAME
            if not anchor.possessive:
                last |= dict.fromkeys([person.gender] if person.gender else ["m", "f"], id(person))
    best = max(people, key=lambda p: told[id(p)], default=None)
    others = max((n for who, n in told.items() if best and who not in (0, id(best))), default=0)
    return best if best and told[id(best)] >= max(SPOKEN_OF, others + LEAST_LEAD) else None
