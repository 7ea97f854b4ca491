"""Who is in the article: which capitalised runs are people, and which runs name the same person.

A run is a person when enough speaks for it (given name, what stands around it) and nothing against it (words of
organisations, places, events). A shorter form leads to a person only when exactly one person can be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from bioextract.page import Page
from bioextract.people.evidence import THRESHOLD, Evidence, is_other, is_team
from bioextract.people.evidence_wordings import FAMILY
from bioextract.people.names import NICKNAME, NameRun, find_runs, tokens_of
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.values.given_names import gender_of, is_ambiguous, is_given_name, short_names
from bioextract.values.places import is_place

STAFF = (
    r"(?:coach|manager|boss|chairman|chairwoman|president|director|chief|executive|spokes(?:man|woman|person)|"
    r"official|referee|secretary|trainer|"
    r"agent|lawyer|doctor|physio|journalist|writer|reporter|promoter|organiser|owner|pundit|analyst|minister|judge)"
)
STAFF_BEFORE = re.compile(rf"\b{STAFF},? $", re.I)
STAFF_AFTER = re.compile(rf", (?:the |a |an |[A-Z][\w’']+ |[a-z]+ ){{0,5}}?{STAFF}\b")
# What stands between the names of a list: "and", a comma, an affiliation in brackets, a number in a line-up.
LINK = re.compile(
    r"(?: ?\([^()\n]{1,40}\)| ['’]\d\d)?(?P<strong> and | & |, and |, & | ?/ ?|; | [-–] )?(?P<weak>, )?"
    r"(?:(?:captain|with|also) )?(?P<number>\(?\d{1,2}\)?[.:]? (?:[-–] )?)?"
)

SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")
KNOWN_AS = re.compile(r"\b(?:known|called|nicknamed|also|aka)\b|[(\"“‘]")


class Roster:
    """The people of one article; `find` gives the one person whom a surface form names.

    `main` is the person whom the article is about, once that is known: a surname shared with relatives means them.
    """

    def __init__(self) -> None:
        self.people: list[Individual] = []
        self.main: Individual | None = None
        self._by_last: dict[str, list[Individual]] = defaultdict(list)
        self._owners: dict[str, list[Individual]] = defaultdict(list)
        # By nicknames, and by what a given name is shortened to.
        self._short: dict[str, list[Individual]] = defaultdict(list)

    def add(self, run: NameRun, text: str) -> Individual:
        """The person of a full name in `text`: known under it, under a longer or shorter form of it, or new."""
        tokens = tokens_of(run.text)
        namesakes = self._by_last[tokens[-1]]
        person = next((p for p in namesakes if _same_name(p.tokens, tokens)), None)
        person = person or next((p for p in namesakes if _is_shortened(p, run, text)), None)
        if person is None:
            person = Individual(run.text, run.start, gender=gender_of(tokens[0]))
            self.people.append(person)
            self._by_last[tokens[-1]].append(person)
        elif (len(tokens), len(tokens[0])) > (len(person.tokens), len(person.tokens[0])):
            person.name = run.text  # "Cameron Berg" rather than "Cam Berg"
            person.gender = gender_of(tokens[0]) or person.gender
        if run.text not in person.forms:
            person.forms[run.text] = run.start
            self._learn(person, run.text)
        return person

    def _learn(self, person: Individual, name: str) -> None:
        """Every word, beginning and tail of a name may stand for the person; so may what the given name is shortened
        to, and a nickname in quotes.
        """
        tokens = tokens_of(name)
        tails = {" ".join(tokens[i:]) for i in range(len(tokens))}
        nicknames = {tokens_of(nickname)[0] for nickname in re.findall(NICKNAME, name)}
        for owners, forms in (
            (self._owners, {*tails, tokens[0], " ".join(tokens[:2])}),
            (self._short, nicknames | {short for short in short_names(tokens[0]) if not is_ambiguous(short)}),
        ):
            for form in forms:
                if person not in owners[form]:
                    owners[form].append(person)

    def find(self, text: str, at: int) -> Individual | None:
        """The one person whom a form at an offset names: of several, the one named in full so far, or `main`."""
        form = " ".join(tokens_of(text))
        owners = self._owners.get(form) or self._short.get(form) or []
        introduced = [person for person in owners if person.first <= at] or owners
        if len(introduced) > 1 and self.main in introduced:
            return self.main
        return introduced[0] if len(introduced) == 1 else None

    def knows(self, text: str) -> bool:
        """Whether the form is part of somebody's name, even of several people's."""
        form = " ".join(tokens_of(text))
        return form in self._owners or form in self._short


def build_roster(page: Page) -> Roster:
    """The people whom the sentences of a page name."""
    roster = Roster()
    runs = [list(_runs(page, sentence.index)) for sentence in page.sentences]
    evidence = Evidence(page, chain.from_iterable(runs))
    for run in chain(_headed(page, evidence), *(_full_names(sentence, evidence) for sentence in runs)):
        _introduce(roster, run, page.text)
    single = [(run, spans) for sentence in runs for run, spans in sentence if " " not in run.text]
    for run, spans in single:
        if not roster.knows(run.text) and not is_other(run, spans) and evidence.is_mononym(run):
            _introduce(roster, run, page.text)
    for sentence in runs:
        for run in _listed(sentence, roster, page.text):
            _introduce(roster, run, page.text)
    return roster


def _introduce(roster: Roster, run: NameRun, text: str) -> None:
    person = roster.add(run, text)
    person.is_staff = person.is_staff or _is_staff(text, run)
    person.is_relative = person.is_relative or _is_relative(text, run)


def _full_names(runs: Sequence[tuple[NameRun, list[RoleSpan]]], evidence: Evidence) -> Iterator[NameRun]:
    """The runs of one sentence that are people; whoever is listed with people is one more easily."""
    scores = [evidence.score_name(run, spans) if len(tokens_of(run.text)) > 1 else 0.0 for run, spans in runs]
    links = [_link(evidence.page.text, a, b) for (a, _), (b, _) in pairwise(runs)]
    for order in (range(len(runs)), reversed(range(len(runs)))):
        for i in order:
            if 0 < scores[i] < THRESHOLD:
                left = links[i - 1] if i and scores[i - 1] >= THRESHOLD else 0.0
                right = links[i] if i + 1 < len(runs) and scores[i + 1] >= THRESHOLD else 0.0
                scores[i] += left + right if scores[i] + left + right >= THRESHOLD else 0.0
    return (run for (run, _), score in zip(runs, scores, strict=True) if score >= THRESHOLD)


def _link(text: str, a: NameRun, b: NameRun) -> float:
    """How closely two runs stand in one list."""
    link = LINK.fullmatch(text, a.end, b.start)
    if link is None or not (link["strong"] or link["weak"]):
        return 0.0
    return 1.5 if link["strong"] or link["number"] else 1.0


def _listed(runs: Sequence[tuple[NameRun, list[RoleSpan]]], roster: Roster, text: str) -> Iterator[NameRun]:
    """Given names in a list with other given names or with people: "Craig, Emma and Jon", "Nick and Louise Payne"."""
    names = [_is_given_alone(run, spans) for run, spans in runs]
    people = [roster.knows(run.text) for run, _ in runs]
    for i, j in pairwise(range(len(runs))):
        if _link(text, runs[i][0], runs[j][0]) and (names[i] or people[i]) and (names[j] or people[j]):
            yield from (runs[k][0] for k in (i, j) if not roster.knows(runs[k][0].text))


def _is_given_alone(run: NameRun, spans: Sequence[RoleSpan]) -> bool:
    word = run.text
    if " " in word or word.isupper() or is_other(run, spans) or is_place(word) or is_team(word):
        return False
    return is_given_name(word) and not is_ambiguous(word)


def _headed(page: Page, evidence: Evidence) -> Iterator[NameRun]:
    """The people whom headings name: profiles and previews open with them ("Anna Berg, Norway")."""
    for heading, sentences in groupby(page.sentences, key=lambda sentence: sentence.heading):
        start = page.text.rfind(heading, 0, next(sentences).start) if heading else -1
        for run in find_runs(heading, start) if heading and start >= 0 else ():
            tokens = tokens_of(run.text)
            if len(tokens) > 1 and is_given_name(tokens[0]) and evidence.score_name(run, ()) > THRESHOLD:
                yield run


def _runs(page: Page, index: int) -> Iterable[tuple[NameRun, list[RoleSpan]]]:
    sentence = page.sentences[index]
    spans = page.spans_of(sentence, "event", "place", "country")
    return ((run, spans) for run in find_runs(sentence.text, sentence.start))


def _same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter of two full names is the other's beginning and end ("Anna Berg", "Anna Mary Berg")."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short == long
    return short[0] in long and short[-1] == long[-1] and set(short) <= set(long)


def _is_shortened(person: Individual, run: NameRun, text: str) -> bool:
    """Whether a full name is a known person's with the given name shortened, or told in full ("Tom Berg", "Thomas John
    Berg"); not a relative's who has another name of the kind.
    """
    short, long = sorted((person.tokens, tokens_of(run.text)), key=len)
    if len(short) < 2 or not set(short[1:]) <= set(long):
        return False
    if short[0] not in short_names(long[0]) and long[0] not in short_names(short[0]):
        return False
    if (
        person.is_relative
        or _is_relative(text, run)
        or {person.gender, gender_of(tokens_of(run.text)[0])} == {"m", "f"}
    ):
        return False
    before = max((at for at in person.forms.values() if at < run.start), default=run.start)
    between = text[before : run.start]
    return SENTENCE_END.search(between) is not None or KNOWN_AS.search(between) is not None


def _is_staff(text: str, run: NameRun) -> bool:
    """Whether a name is introduced as a coach, manager or official."""
    before, after = text[max(0, run.start - 30) : run.start], text[run.end : run.end + 50]
    return STAFF_BEFORE.search(before) is not None or STAFF_AFTER.match(after) is not None


def _is_relative(text: str, run: NameRun) -> bool:
    """Whether a name is introduced by what they are to somebody else: "his wife NAME", "her coach, NAME"."""
    return FAMILY.search(text[max(0, run.start - 30) : run.start]) is not None
