"""Whom pronouns and descriptions stand for: one person, or nobody.

The hard constraints (gender, country, age) are applied first; among the people that remain, the one last spoken of as a
subject wins: earlier in the sentence, then in the sentence before, then the person whom the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bioextract.page import Page, Sentence
from bioextract.people.attribution import JOIN, companions
from bioextract.people.person import Gender, Individual, Mention
from bioextract.people.roster import Roster
from bioextract.people.wordings import (
    DESCRIPTION,
    FIRST_PERSON,
    GROUP,
    GROUP_WORDS,
    PAIR,
    POSSESSIVE,
    PRONOUN,
    PRONOUN_WORDS,
    SPEAKER_AFTER,
    SPEAKER_BEFORE,
)
from bioextract.values.countries import Country, can_be_of, country, form

Fits = Callable[[Individual], bool]
# "They" may mean the people named together this many sentences before; "the pair" those named together last.
GROUP_SENTENCES = 3
# Demonyms that stand for a whole people: "the Irish", "the French", "the Kenyans".
PEOPLES = ("ish", "sh", "ch", "ns", "ds", "ks")


class Resolver:
    """Reads the sentences of a page in order; `names` holds the mentions by name of each."""

    def __init__(self, page: Page, roster: Roster, names: list[list[Mention]]) -> None:
        self.page, self.roster, self._names = page, roster, names
        self._here: list[Mention] = []
        self._before: list[Mention] = []
        self._group: tuple[list[Individual], int] = ([], -GROUP_SENTENCES)

    def read(self, sentence: Sentence) -> list[Mention]:
        """All mentions of the next sentence in the order of the text."""
        named = self._names[sentence.index]
        found = list(DESCRIPTION.finditer(sentence.text))
        for pattern, words in ((PRONOUN, PRONOUN_WORDS), (GROUP, GROUP_WORDS)):
            if sentence.index in self.page.sentences_with_words(words):
                found += pattern.finditer(sentence.text)
        anchors: list[tuple[int, Mention | re.Match[str]]] = [(m.start, m) for m in named]
        anchors += [(m.start() + sentence.start, m) for m in found]
        self._here = []
        for _, anchor in sorted(anchors, key=lambda pair: pair[0]):
            self._here += [anchor] if isinstance(anchor, Mention) else self._refer(anchor, sentence, named)
        self._before = self._here or self._before
        if together := _joined(named, self.page.text) or self._accompanied(sentence):
            self._group = (together, sentence.index)
        return self._here

    def _refer(self, match: re.Match[str], sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
        start, end = match.start() + sentence.start, match.end() + sentence.start
        possessive = POSSESSIVE.fullmatch(match.group()) is not None
        if match.re is GROUP:
            people, told = self._group
            is_near = sentence.index - told < GROUP_SENTENCES
            if not is_near and (len(people) != 2 or not PAIR.fullmatch(match.group())):
                return
            self._group = (people, sentence.index)
            for person in people:
                yield Mention(start, end, "pronoun", person, possessive)
        elif match.re is DESCRIPTION:
            if described := self._described(match, start, end, named):
                yield Mention(start, end, "description", described)
        elif meant := self._pronoun(match, sentence):
            yield Mention(start, end, "pronoun", meant, possessive)

    def _accompanied(self, sentence: Sentence) -> list[Individual]:
        """Who does something "with" others, and they: whom "the pair" may mean."""
        starts = (sentence.start, *(m.end for m in self._here))
        found = (companions(self._here, start, len(sentence.text), self.page.text) for start in starts)
        others = next(filter(None, found), [])
        mentions = [m for m in self._here if m.kind != "description" and not m.possessive and m.person not in others]
        is_one = len({m.person for m in mentions if m.start == mentions[0].start}) == 1
        return [mentions[0].person, *others] if others and is_one else []

    def _pronoun(self, match: re.Match[str], sentence: Sentence) -> Individual | None:
        if match.lastgroup == "i":
            return (self._speaker(sentence) or self.roster.main) if FIRST_PERSON.fullmatch(match.group()) else None
        gender: Gender = "m" if match.lastgroup == "m" else "f"
        person = self._antecedent(self._here, lambda p: p.gender in (gender, None))
        if person and person.gender is None:
            person.gender = gender
        return person

    def _described(self, match: re.Match[str], start: int, end: int, named: Sequence[Mention]) -> Individual | None:
        """The person of "the Kenyan", "the 41-year-old"; none where a name follows at once, which is the person."""
        if any(start < m.end and m.start - end <= 2 for m in named):
            return None
        demonym = match.group("demonym") or match.group("of")
        land = country(demonym) if demonym else None
        if match.group("demonym") and (land is None or _means_people(match)):
            return None
        if self._here and self.page.text[self._here[-1].end : start] == ", ":
            return self._here[-1].person
        age = int(match.group("age")) if (match.group("age") or "").isdigit() else None
        known = [p for p in self.roster.people if land and land.name in p.countries and p.first < end]
        if len(known) == 1:
            return known[0]
        # The subject of the same sentence would be "he" or "she"; a description means somebody else.
        others = self._here[:-1]
        return self._antecedent(others, lambda p: p in known if known else not p.is_staff and _fits(p, land, age))

    def _antecedent(self, here: Sequence[Mention], fits: Fits) -> Individual | None:
        """The first subject that fits, of this sentence or the one before, else the main subject."""
        main = self.roster.main if self.roster.main and fits(self.roster.main) else None
        for mentions in (here, self._before):
            subjects = [m for m in mentions if m.kind == "pronoun" or not m.possessive] or mentions
            for mention in subjects:
                if fits(mention.person):
                    return main if main and _is_beside(mention.person, main) else mention.person
        return main

    def _speaker(self, sentence: Sentence) -> Individual | None:
        """Who says "I": the name beside a verb of speech in this sentence, or in the nearest one of the paragraph."""
        for index in (sentence.index, sentence.index - 1, sentence.index + 1, sentence.index - 2):
            if 0 <= index < len(self._names) and self.page.sentences[index].block == sentence.block:
                for mention in self._names[index]:
                    before = self.page.text[max(0, mention.start - 40) : mention.start]
                    if SPEAKER_AFTER.search(before) or SPEAKER_BEFORE.match(self.page.text, mention.end):
                        return mention.person
        return None


def _joined(named: Sequence[Mention], text: str) -> list[Individual]:
    """The people of the last names of a sentence that "and" joins: whom "they" may mean next."""
    group: list[Individual] = []
    for first, second in pairwise(named):
        if not JOIN.fullmatch(text, first.end, second.start):
            group = []
            continue
        group = [*(group or [first.person]), second.person]
    return list(dict.fromkeys(group))


def _is_beside(person: Individual, main: Individual) -> bool:
    """Whether somebody is in the story only through the one it is about: a relative, a coach, an official."""
    return person is not main and (person.is_staff or person.is_relative)


def _means_people(match: re.Match[str]) -> bool:
    """Whether a description names a country or its people ("the Czech Republic", "the Irish", "the Kenyans")."""
    demonym = match.group("demonym")
    if not match.group("body").endswith(demonym):
        return False
    return form(demonym) != "demonym" or demonym.endswith(PEOPLES)


def _fits(person: Individual, land: Country | None, age: int | None) -> bool:
    if age is not None and person.age is not None and person.age != age:
        return False
    return land is None or not person.countries or any(can_be_of(land.name, name) for name in person.countries)
