"""Whose result it is: of several people of a sentence only if they are named together, or about as likely to have it.

Of 50 results that the network gave to a second person of a sentence, less likely than to the first by a quarter and
not joined to it by "and" or "they", 7 were right (held-out articles). Who is not in the sentence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bioextract.facts.claim import Reading
from bioextract.people.attribution import companions, is_object
from bioextract.people.person import Individual, Mention
from bioextract.tagger.scores import RowKey, Scores

NEARLY = 0.75  # of the probability of the likeliest
# "and" or a comma; before it a country or a club in brackets, after it whose or what somebody is.
JOINT = re.compile(
    r"(?: ?\([^()\n]{1,20}\))?\s*(?:,|\band\b|&|, ?and\b|\+|/)\s*(?:[A-Z][\w-]+(?:[’']s)? )?(?:[a-z-]+ ){0,2}"
)


class Rivals:
    """The likeliest owner of every node, by one label."""

    def __init__(self, reading: Reading, scores: Scores, label: int) -> None:
        self._reading, self._scores, self._label = reading, scores, label
        self._best: dict[tuple[int, int], RowKey] = {}
        for key in scores.best:
            index, _, sentence = key
            best = self._best.setdefault((index, sentence), key)
            if self._sure(key) > self._sure(best):
                self._best[index, sentence] = key

    def may_own(self, key: RowKey) -> bool:
        """Whether the person of a row is the likeliest owner of its node, or one of several."""
        index, person, sentence = key
        best = self._best[index, sentence]
        if self._sure(key) >= NEARLY * self._sure(best):
            return True
        mentions = self._reading.mentions.of(self._reading.page.sentences[sentence])
        one, other = self._scores.people[person], self._scores.people[best[1]]
        if not {id(one), id(other)} <= {id(m.person) for m in mentions}:
            return True
        return self._are_together(one, other, mentions)

    def _sure(self, key: RowKey) -> float:
        return self._scores.best[key][self._label]

    def _are_together(self, one: Individual, other: Individual, mentions: Sequence[Mention]) -> bool:
        """Whether two people stand in one row of names, or do it with each other."""
        text = self._reading.page.text
        row: list[Individual] = []
        for first, second in pairwise([*mentions[:1], *mentions]):
            if not _is_joined(first, second, text):
                row = []
            row.append(second.person)
            if one in row and other in row:
                return True
        with_them = companions(mentions, mentions[0].end, len(text), text)
        return bool({id(p) for p in with_them} & {id(one), id(other)}) and mentions[0].person in (one, other)


def _is_joined(first: Mention, second: Mention, text: str) -> bool:
    if first.start == second.start:
        return True
    return JOINT.fullmatch(text, first.end, second.start) is not None and not is_object(second, text)
