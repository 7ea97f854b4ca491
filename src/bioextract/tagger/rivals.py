"""Whose result it is: the same words tell it of several people only if they are joined, or about as likely to have it.

Of 50 results that the network gave to a second person of the sentence, less likely than to the first by a quarter and
not joined to it by "and" or "they", 7 were right (held-out articles).
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from bioextract.facts.claim import Reading
from bioextract.people.attribution import JOIN
from bioextract.people.person import Individual, Mention
from bioextract.tagger.scores import RowKey, Scores

NEARLY = 0.75  # of the probability of the likeliest


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
        people = self._scores.people
        return self._are_joined(people[person], people[best[1]], sentence)

    def _sure(self, key: RowKey) -> float:
        return self._scores.best[key][self._label]

    def _are_joined(self, one: Individual, other: Individual, sentence: int) -> bool:
        """Whether two people are named together; also if one of them is not mentioned in the sentence at all."""
        text, mine, theirs = self._reading.page.text, [*self._of(one, sentence)], [*self._of(other, sentence)]
        if not mine or not theirs:
            return True
        pairs = (sorted((a, b), key=attrgetter("start")) for a in mine for b in theirs)
        return any(a.start == b.start or JOIN.fullmatch(text, a.end, b.start) for a, b in pairs)

    def _of(self, person: Individual, sentence: int) -> Iterator[Mention]:
        mentions = self._reading.mentions.of(self._reading.page.sentences[sentence])
        return (m for m in mentions if m.person is person)
