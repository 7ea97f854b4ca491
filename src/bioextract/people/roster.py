"""Who is in the article: which capitalised runs are people, and which runs name the same person.

A run is a person when enough speaks for it (given name, what stands around it) and nothing against it (words of
organisations, places, events). A shorter form leads to a person only when exactly one person can be meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from bioextract.page import Page
from bioextract.people.names import NameRun, find_runs, fold, tokens_of, words_used
from bioextract.people.person import Individual
from bioextract.spans import RoleSpan
from bioextract.values.countries import country
from bioextract.values.given_names import gender_of, is_ambiguous, is_given_name, is_surname
from bioextract.values.places import is_place

THRESHOLD = 2.0
PERSON_BEFORE = re.compile(
    r"(?:\b(?:champion|medall?ist|winner|holder|runner-up|coach|boss|manager|captain|skipper|president|director|"
    r"chairman|chief|"
    r"spokes(?:man|woman)|secretary|wife|husband|father|mother|son|daughter|brother|sister|partner|rival|compatriot|"
    r"countryman|"
    r"team-?mates?|star|veteran|teenager|youngster|rookie|prodigy|ace|legend|player|athlete|agent|trainer|teacher|"
    r"student|"
    r"favou?rite|debutant|qualifier|finalist|survivor|pair|duo|trio|namesake|newcomer|"
    r"\w+(?:er|ers|ist|man|woman|keeper|back|ian|ese|ish))|\bby|\bbeat|\bdefeated|\d-year-old|Mrs?\.?|Dr\.?|Sir|"
    r"Dame)[ \u00a0]$"
)
PERSON_AFTER = re.compile(
    r"(?:,? ?\(?(?:aged )?\d{1,2}[,)]|,? \((?:born|b\.|née)|,? (?:born|who|whose)\b|[’']s (?:wife|coach|father|"
    r"husband|mother|son|brother|career)|"
    r" (?:said|says|added|told|insisted|admitted|believes|won|finished|ran|scored|joined|signed|clocked|beat|"
    r"retired|is|was|has|had|"
    r"will|took|came|set|broke|led|made|lost|went|also|did|started|began|competed|played|defeated)\b|, (?:a|an|the|"
    r"from|of)\b| \([A-Z]{3}\)|\)? \d)"
)
AGED = re.compile(r", (?:aged )?\d\d,|, who is \d|,? is \d\d\b|,? is (?:twelve|\w+teen|twenty)\b")
FAMILY = re.compile(
    r"\b(?:wife|husband|brother|sister|son|daughter|mother|father|partner|fianc[eé]e?|twin|girlfriend|boyfriend|"
    r"cousin|uncle|aunt|mum|dad|"
    r"coach(?:ed by)?|named|called),? (?:and (?:coach|manager|agent),? )?$"
)
HUMAN_AFTER = re.compile(
    r"(?:, who|,? (?:said|says|told|added|admitted|believes|insisted|ran|scored|retired|joined|has signed|signed a|"
    r"hopes|himself|herself|"
    r"competed|was born|broke|clocked|grew up|lives|trained)\b|[’']s (?:career|contract|wife|coach|agent|time|"
    r"future|form|performance))"
)
STAFF = (
    r"(?:coach|manager|boss|chairman|chairwoman|president|director|chief|executive|spokes(?:man|woman|person)|"
    r"official|referee|secretary|trainer|"
    r"agent|lawyer|doctor|physio|journalist|writer|reporter|promoter|organiser|owner|pundit|analyst|minister|judge)"
)
STAFF_BEFORE = re.compile(rf"\b{STAFF},? $", re.I)
STAFF_AFTER = re.compile(rf", (?:the |a |an |[A-Z][\w’']+ |[a-z]+ ){{0,5}}?{STAFF}\b")
OF_COUNTRY = frozenset({" of ", " of the ", " from ", " (", ", of "})
NOT_PERSON_BEFORE = re.compile(r"\b(?:in|at|near|the|outside|across|throughout)[ \u00a0]$", re.I)


class Roster:
    """The people of one article; `find` gives the one person whom a surface form names.

    `main` is the person whom the article is about, once that is known: a surname shared with relatives means them.
    """

    def __init__(self) -> None:
        self.people: list[Individual] = []
        self.main: Individual | None = None
        self._by_last: dict[str, list[Individual]] = defaultdict(list)
        self._owners: dict[str, list[Individual]] = defaultdict(list)

    def add(self, run: NameRun) -> Individual:
        """The person of a full name: known under it, under a longer or shorter form of it, or new."""
        tokens = tokens_of(run.text)
        person = next((p for p in self._by_last[tokens[-1]] if _same_name(p.tokens, tokens)), None)
        if person is None:
            person = Individual(run.text, run.start, gender=gender_of(tokens[0]))
            self.people.append(person)
            self._by_last[tokens[-1]].append(person)
        elif len(tokens) > len(person.tokens):
            person.name = run.text
        if run.text not in person.forms:
            person.forms[run.text] = run.start
            self._learn(person, tokens)
        return person

    def _learn(self, person: Individual, tokens: tuple[str, ...]) -> None:
        """Every word, beginning and tail of a name may stand for the person."""
        tails = {" ".join(tokens[i:]) for i in range(len(tokens))}
        for form in {*tails, tokens[0], " ".join(tokens[:2])}:
            if person not in self._owners[form]:
                self._owners[form].append(person)

    def find(self, text: str, at: int) -> Individual | None:
        """The one person whom a form at an offset names: of several, the one named in full so far, or `main`."""
        owners = self._owners.get(" ".join(tokens_of(text))) or []
        introduced = [person for person in owners if person.first <= at] or owners
        if len(introduced) > 1 and self.main in introduced:
            return self.main
        return introduced[0] if len(introduced) == 1 else None

    def knows(self, text: str) -> bool:
        """Whether the form is part of somebody's name, even of several people's."""
        return " ".join(tokens_of(text)) in self._owners


def build_roster(page: Page) -> Roster:
    """The people whom the sentences of a page name."""
    roster = Roster()
    runs = [(run, sentence_spans) for sentence in page.sentences for run, sentence_spans in _runs(page, sentence.index)]
    singles = Counter(fold(run.text) for run, _ in runs if " " not in run.text)
    title = set(tokens_of(page.title or ""))
    for run, spans in runs:
        if len(tokens_of(run.text)) > 1 and _score(page, run, spans, singles, title) >= THRESHOLD:
            person = roster.add(run)
            person.is_staff = person.is_staff or _is_staff(page.text, run)
            person.is_relative = person.is_relative or _is_relative(page.text, run)
    for run, spans in runs:
        if " " in run.text or roster.knows(run.text):
            continue
        token = fold(run.text)
        if _is_single_name(page, run, spans, singles[token], in_title=token in title):
            roster.add(run).is_relative = _is_relative(page.text, run)
    return roster


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


def _score(page: Page, run: NameRun, spans: list[RoleSpan], singles: Counter[str], title: set[str]) -> float:
    """How much speaks for a run of two words or more being a person."""
    tokens = tokens_of(run.text)
    if _is_other(run, spans) or any(token in words_used("organisation") for token in tokens):
        return 0.0
    score = _given(tokens) + 1.0 * is_surname(tokens[-1].rpartition("-")[2])
    before, after = page.text[max(0, run.start - 30) : run.start], page.text[run.end : run.end + 30]
    score += 1.5 * bool(PERSON_BEFORE.search(before)) + 1.5 * bool(PERSON_AFTER.match(after))
    score += 2.0 * bool(AGED.match(after)) + _country_beside(page.text, run, spans)
    score += 1.0 * (tokens[-1] in singles) + 1.0 * (tokens[-1] in title)
    score -= 1.5 * bool(NOT_PERSON_BEFORE.search(before)) + 2.0 * is_place(run.text)
    score -= 1.0 * any(token in words_used("doubtful") for token in tokens)
    return score


def _country_beside(text: str, run: NameRun, spans: list[RoleSpan]) -> float:
    """Athletes are told with their countries: "Dutchman NAME", "Kenya's NAME", "NAME of Botswana", "NAME (KEN)"."""
    for span in spans:
        if span.role == "country":
            before, after = text[span.end : run.start], text[run.end : span.start]
            if (span.end <= run.start and before in (" ", "'s ", "’s ")) or after in OF_COUNTRY:
                return 1.5
    return 0.0


def _given(tokens: tuple[str, ...]) -> float:
    """What the given name says: initials, a known one, or one that follows the family name ("Tanabe Yuki")."""
    first, last = tokens[0], tokens[-1]
    if "." in first and re.fullmatch(r"(?:\w\.?){1,3}", first):
        return 1.5
    if is_given_name(first):
        return 1.0 if is_ambiguous(first) else 2.0
    return 1.0 if is_given_name(last) and not is_ambiguous(last) else 0.0


def _is_staff(text: str, run: NameRun) -> bool:
    """Whether a name is introduced as a coach, manager or official."""
    before, after = text[max(0, run.start - 30) : run.start], text[run.end : run.end + 50]
    return STAFF_BEFORE.search(before) is not None or STAFF_AFTER.match(after) is not None


def _is_relative(text: str, run: NameRun) -> bool:
    """Whether a name is introduced by what they are to somebody else: "his wife NAME", "her coach, NAME"."""
    return FAMILY.search(text[max(0, run.start - 30) : run.start]) is not None


def _is_other(run: NameRun, spans: list[RoleSpan]) -> bool:
    """Whether the run is (part of) an event, or itself a country."""
    if country(run.text) is not None:
        return True
    return any(s.role == "event" and s.start < run.end and run.start < s.end for s in spans)


def _is_single_name(page: Page, run: NameRun, spans: list[RoleSpan], times: int, *, in_title: bool) -> bool:
    """A single name is a person only where its surroundings leave no doubt: "Neymar, 29,", "his wife Anjali"."""
    token = fold(run.text)
    if (
        _is_other(run, spans)
        or token in words_used("organisation")
        or is_place(run.text)
        or run.text.isupper()
        or len(token) < 3
    ):
        return False
    before, after = page.text[max(0, run.start - 30) : run.start], page.text[run.end : run.end + 30]
    known = is_given_name(token) or is_surname(token)
    if AGED.match(after) or FAMILY.search(before):
        return True
    if times >= 3 and in_title and HUMAN_AFTER.match(after):
        return True
    return PERSON_AFTER.match(after) is not None and known and PERSON_BEFORE.search(before) is not None
