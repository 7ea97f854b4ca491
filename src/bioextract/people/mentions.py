"""Every mention of a person in a page, and the person whom the article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bioextract.page import Page, Sentence
from bioextract.people.main_subject import find_main
from bioextract.people.names import NameRun, find_runs
from bioextract.people.person import AGES, Individual, Mention
from bioextract.people.references import Resolver
from bioextract.people.roster import Roster
from bioextract.people.wordings import PRONOUN
from bioextract.values.countries import country

BEFORE_NAME = re.compile(r"(?:[’']s)?(?: (?!and |but |in |at |over |against |beat |by )[a-z0-9-]+){0,4},? ")
AGE_BEHIND = re.compile(r"(?:, (?:aged )?| \()(?P<age>[1-9]\d)(?=[,)])")
IN_BRACKETS = re.compile(r" \((\d{1,3})[),]")
POSSESSIVES = ("'s", "’s", "' ", "’ ")


class Mentions:
    """The mentions of a page, sentence by sentence; `main` is the person whom the article is about, or None."""

    def __init__(self, page: Page, roster: Roster) -> None:
        self.page, self.roster = page, roster
        names = self._names()
        self.main = roster.main = find_main(page, roster, names)
        names = self._names()  # again: a surname shared with relatives now means the main subject
        self._settle_genders()
        self._learn_countries(names)
        self._learn_ages(names)
        resolver = Resolver(page, roster, names)
        self._of = [resolver.read(sentence) for sentence in page.sentences]

    @property
    def people(self) -> list[Individual]:
        """Everybody whom the article names."""
        return self.roster.people

    def of(self, sentence: Sentence) -> list[Mention]:
        """The mentions of one sentence in the order of the text."""
        return self._of[sentence.index]

    def _names(self) -> list[list[Mention]]:
        return [list(self._name_mentions(sentence)) for sentence in self.page.sentences]

    def _name_mentions(self, sentence: Sentence) -> Iterator[Mention]:
        for run in find_runs(sentence.text, sentence.start):
            if person := self._named(run, sentence):
                person.forms.setdefault(run.text, run.start)
                person.first = min(person.first, run.start)
                possessive = self.page.text[run.end : run.end + 2] in POSSESSIVES
                yield Mention(run.start, run.end, "name", person, possessive)

    def _named(self, run: NameRun, sentence: Sentence) -> Individual | None:
        """The person of a run, unless one word of it is part of an event's name ("the Nelson Cup")."""
        person = self.roster.find(run.text, run.start)
        if person is None or len(run.text.split()) > 1:
            return person
        events = self.page.spans_of(sentence, "event")
        return None if any(e.start <= run.start and run.end <= e.end for e in events) else person

    def _settle_genders(self) -> None:
        """Where one person is alone in an article, its pronouns tell the gender better than the given name."""
        if self.main is None or len(self.people) > 3:
            return
        found = Counter(match.lastgroup for match in PRONOUN.finditer(self.page.text))
        men, women = found["m"], found["f"]
        if men + women >= 3 and (men > 4 * women or women > 4 * men):
            self.main.gender = "m" if men > women else "f"

    def _learn_ages(self, names: list[list[Mention]]) -> None:
        """The ages right behind names ("Berg, 29,") narrow what "the 29-year-old" can mean.

        Where one of the numbers in brackets behind names is no age, all are seeds, scores or points.
        """
        named = [mention for mentions in names for mention in mentions]
        numbers = filter(None, (IN_BRACKETS.match(self.page.text, mention.end) for mention in named))
        self.brackets_tell_ages = all(int(found[1]) in AGES for found in numbers)
        for mention in named:
            age = AGE_BEHIND.match(self.page.text, mention.end)
            if age and (self.brackets_tell_ages or "(" not in age.group()):
                mention.person.age = mention.person.age or int(age["age"])

    def _learn_countries(self, names: list[list[Mention]]) -> None:
        """The countries that stand right before names ("Kenyan runner NAME") narrow what "the Kenyan" can mean."""
        for sentence, mentions in zip(self.page.sentences, names, strict=True):
            for span in self.page.spans_of(sentence, "country"):
                land = country(span.text)
                beside = (m.person for m in mentions if BEFORE_NAME.fullmatch(self.page.text, span.end, m.start))
                person = next(beside, None)
                if land and person:
                    person.countries.add(land.name)
