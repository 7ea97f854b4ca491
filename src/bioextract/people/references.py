"""Whom pronouns and descriptions stand for: one person, or nobody.

The hard constraints (gender, country, age) are applied first; among the people that remain, the one last spoken of as a
subject wins: earlier in the sentence, then in the sentence before, then the person whom the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bioextract.page import Page, Sentence
from bioextract.people.names import NameRun, find_runs
from bioextract.people.person import Gender, Individual, Mention
from bioextract.people.roster import Roster
from bioextract.values.countries import Country, country, form

PRONOUN = re.compile(r"\b(?:(?P<m>he|him|his|himself)|(?P<f>she|her|hers|herself)|(?P<i>I|my|me|I[’']m|I[’']ve|My))\b", re.I)
FIRST_PERSON = re.compile(r"I|[Mm]y|me|I[’'](?:m|ve)")
POSSESSIVE = re.compile(r"(?:his|her|my)\b", re.I)
NOUN_END = (
    r"(?=[,.;:!?)’'\"”–—-]|\s+(?:who|was|is|has|had|have|will|would|can|could|did|does|and|but|in|at|on|for|from|to|with|as|by|said|says|"
    r"told|added|won|ran|finished|took|came|clocked|set|beat|made|led|broke|went|also|then|now|only|just|never|still|since|after|before|when|"
    r"while|into|out|up|off|back|again|so|that|whose|which|during|until|because|or|not|may|might|must|should|held|got|gave|saw|left|knew|felt|"
    r"caught|stood|rose|sat|hit|cut|shot|drew|grew|sold|bought|brought|sought|taught|thought|fought|met|paid|rang|spoke|stole|struck|swept|tore|wore|"
    r"wrote|woke|drove|flew|threw|swam|fell|rode|kept|put|found|began|lost|spent|became|says|over|under|on|about|against|here|there|later|once|twice|his|her|a|an|the|this|last|next|first|"
    r"wins|runs|plays|remains|hopes|wants|needs|believes|knows|faces|leads|joins|takes|makes|becomes|returns|arrives|holds|comes|goes|"
    r"[a-z]+ed)\b|$)"
)
DESCRIPTION = re.compile(
    r"\b[Tt]he (?P<body>"
    r"(?:(?:(?:[a-z]+|\d+)-time|double|triple|former|reigning|defending|current) ){0,2}(?:Olympic|Paralympic|[Ww]orld|European|Commonwealth)"
    r"(?: [\w,’'-]+){0,4}? (?:champion|medall?ist|gold medal winner)|(?:[a-z]+(?:-[a-z]+)? ){0,2}?(?:(?P<age>\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old\b(?: (?P<of>[A-Z][\w-]+))?(?: [a-z-]+){0,2}?|"
    r"(?P<demonym>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)(?: (?:[a-z]*(?:er|ist|man|woman|star|ace|athlete|champion|international|teenager|veteran)))?|"
    r"(?:former )?(?:striker|midfielder|defender|winger|goalkeeper|forward|sprinter|hurdler|swimmer|runner|marathoner|cyclist|rider|"
    r"boxer|fighter|athlete|champion|teenager|youngster|veteran|skier|skater|gymnast|rower|sailor|thrower|jumper|nurse|teacher|"
    r"quarterback|receiver|pitcher|batsman|bowler|golfer|fly-half|full-back|prop|hooker|centre|judoka|fencer|archer|climber)))" + NOUN_END
)
SPEECH = r"(?:said|says|added|adds|told|explained|explains|insisted|admitted|admits|recalled|recalls|revealed|joked|continued|commented)"
SPEAKER = re.compile(rf"(?:\b{SPEECH} (?:\w+ ){{0,3}}$)")
SPOKEN = re.compile(rf",? (?:\w+ )?{SPEECH}\b")


BEFORE_NAME = re.compile(r"(?:[’']s)?(?: (?!and |but |in |at |over |against |beat |by )[a-z0-9-]+){0,4},? ")


@dataclass(slots=True)
class _State:
    """What was spoken of last: the mentions of the sentence in hand, and the subject of the sentence before."""

    here: list[Mention]
    before: list[Mention]
    block: int = -1


class Mentions:
    """Every mention of a person in a page, sentence by sentence, and the person whom the article is about."""

    def __init__(self, page: Page, roster: Roster) -> None:
        self.page, self.roster = page, roster
        self._names = [list(self._name_mentions(sentence)) for sentence in page.sentences]
        self.main = roster.main = self._main_subject()
        self._names = [list(self._name_mentions(sentence)) for sentence in page.sentences]
        self._settle_genders()
        self._learn_countries()
        state = _State([], [])
        self._of = [self._read(sentence, state) for sentence in page.sentences]

    @property
    def people(self) -> list[Individual]:
        """Everybody whom the article names."""
        return self.roster.people

    def of(self, sentence: Sentence) -> list[Mention]:
        """The mentions of one sentence in the order of the text."""
        return self._of[sentence.index]

    def _name_mentions(self, sentence: Sentence) -> Iterator[Mention]:
        for run in find_runs(sentence.text, sentence.start):
            if person := self._named(run):
                person.forms.setdefault(run.text, run.start)
                person.first = min(person.first, run.start)
                possessive = self.page.text[run.end : run.end + 2] in ("'s", "’s", "' ", "’ ")
                yield Mention(run.start, run.end, "name", person, possessive)

    def _named(self, run: NameRun) -> Individual | None:
        """The person of a run, unless it is part of an event or place of the same sentence ("Nelson Mandela Cup")."""
        person = self.roster.find(run.text, run.start)
        if person is None or len(run.text.split()) > 1:
            return person
        spans = self.page.spans_of(self.page.sentence_at(run.start), "event")
        return None if any(s.start <= run.start and run.end <= s.end for s in spans) else person

    def _main_subject(self) -> Individual | None:
        """The person named most often, if the title or the first sentences name them too."""
        counts: dict[int, int] = {}
        for mentions in self._names:
            for mention in mentions:
                counts[id(mention.person)] = counts.get(id(mention.person), 0) + 1
        title = self.page.title or ""
        in_title = {id(p) for run in find_runs(title) if (p := self.roster.find(run.text, len(self.page.text)))}
        opening = {id(m.person) for mentions in self._names[:3] for m in mentions}
        ranked = sorted(
            (p for p in self.roster.people if id(p) in in_title | opening),
            key=lambda p: (-(counts.get(id(p), 0) + 2 * (id(p) in in_title)), p.first),
        )
        if not ranked:
            return None
        sure = counts.get(id(ranked[0]), 0) > 1 or id(ranked[0]) in in_title or len(self.roster.people) == 1
        return ranked[0] if sure else None

    def _settle_genders(self) -> None:
        """Where one person is alone in an article, its pronouns tell the gender better than the given name."""
        if self.main is None or len(self.roster.people) > 3:
            return
        found = [m.lastgroup for m in PRONOUN.finditer(self.page.text)]
        men, women = found.count("m"), found.count("f")
        if men + women >= 3 and (men > 4 * women or women > 4 * men):
            self.main.gender = "m" if men > women else "f"

    def _learn_countries(self) -> None:
        """The countries that stand right before names ("Kenyan runner NAME") narrow what "the Kenyan" can mean."""
        for sentence, names in zip(self.page.sentences, self._names, strict=True):
            for span in self.page.spans_of(sentence, "country"):
                land = country(span.text)
                person = next((m.person for m in names if BEFORE_NAME.fullmatch(self.page.text, span.end, m.start)), None)
                if land and person:
                    person.countries.add(land.name)

    def _read(self, sentence: Sentence, state: _State) -> list[Mention]:
        if sentence.block != state.block:
            state.block = sentence.block
        state.here = []
        anchors: list[tuple[int, Mention | re.Match[str]]] = [(m.start, m) for m in self._names[sentence.index]]
        anchors += [(m.start(), m) for m in PRONOUN.finditer(sentence.text)]
        anchors += [(m.start(), m) for m in DESCRIPTION.finditer(sentence.text)]
        named = [m for m in self._names[sentence.index]]
        items = sorted(
            ((a.start if isinstance(a, Mention) else a.start() + sentence.start, i, a) for i, (_, a) in enumerate(anchors)),
        )
        for _, _, item in items:
            mention = item if isinstance(item, Mention) else self._refer(item, sentence, state, named)
            if mention:
                state.here.append(mention)
        if state.here:
            state.before = state.here
        return state.here

    def _refer(self, match: re.Match[str], sentence: Sentence, state: _State, named: list[Mention]) -> Mention | None:
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if match.re is DESCRIPTION:
            person = self._described(match, state, start, end, named)
            return Mention(start, end, "description", person) if person else None
        possessive = POSSESSIVE.fullmatch(match.group()) is not None
        if match.lastgroup == "i":
            person = (self._speaker(sentence) or self.main) if FIRST_PERSON.fullmatch(match.group()) else None
        else:
            gender: Gender = "m" if match.lastgroup == "m" else "f"
            person = self._antecedent(state, lambda p: p.gender in (gender, None))
            if person and person.gender is None:
                person.gender = gender
        return Mention(start, end, "pronoun", person, possessive) if person else None

    def _described(
        self, match: re.Match[str], state: _State, start: int, end: int, named: list[Mention]
    ) -> Individual | None:
        """The person of "the Kenyan", "the 41-year-old": none where a name follows at once, which then is the person."""
        if any(start < m.end and m.start - end <= 2 for m in named):
            return None
        demonym = match.group("demonym") or match.group("of")
        land = country(demonym) if demonym else None
        if match.group("demonym") and (land is None or _means_people(match)):
            return None
        if state.here and self.page.text[state.here[-1].end : start] == ", ":
            return state.here[-1].person
        age = int(match.group("age")) if (match.group("age") or "").isdigit() else None
        known = [p for p in self.roster.people if land and land.name in p.countries and p.first < end]
        if len(known) == 1:
            return known[0]
        # The subject of the same sentence would be "he" or "she"; a description means somebody else.
        others = _State(state.here[:-1], state.before)
        return self._antecedent(others, lambda p: p in known if known else not p.is_staff and _fits(p, land, age))

    def _antecedent(self, state: _State, fits: object) -> Individual | None:
        check = fits if callable(fits) else lambda _: True
        for mentions in (state.here, state.before):
            subjects = [m for m in mentions if m.kind == "pronoun" or not m.possessive] or mentions
            for mention in subjects:
                if check(mention.person):
                    return self.main if self._is_beside_main(mention.person) and check(self.main) else mention.person
        return self.main if self.main and check(self.main) else None

    def _is_beside_main(self, person: Individual) -> bool:
        """Whether somebody is in the story only through the one it is about: a relative, a coach, an official."""
        return self.main is not None and person is not self.main and (person.is_staff or person.is_relative)

    def _speaker(self, sentence: Sentence) -> Individual | None:
        """Who says "I": the name beside a verb of speech in this sentence, or in the nearest one of the paragraph."""
        order = [sentence.index, sentence.index - 1, sentence.index + 1, sentence.index - 2]
        for index in order:
            if 0 <= index < len(self._names) and self.page.sentences[index].block == sentence.block:
                for mention in self._names[index]:
                    before = self.page.text[max(0, mention.start - 40) : mention.start]
                    after = self.page.text[mention.end : mention.end + 20]
                    if SPEAKER.search(before) or SPOKEN.match(after):
                        return mention.person
        return None


def _means_people(match: re.Match[str]) -> bool:
    """Whether a description names a country or its people ("the Czech Republic", "the Irish", "the Kenyans")."""
    demonym, has_noun = match.group("demonym"), not match.group("body").endswith(match.group("demonym"))
    if has_noun:
        return False
    return form(demonym) != "demonym" or demonym.endswith(("ish", "sh", "ch", "ns", "ds", "ks"))


def _fits(person: Individual, land: Country | None, age: int | None) -> bool:
    if age is not None and person.age is not None and person.age != age:
        return False
    return land is None or not person.countries or land.name in person.countries
