"""What speaks for a capitalised run being a person: its own words, and what stands right before and behind it.

`score_name` adds up points for names of two words or more; `is_mononym` weighs all places of a single name together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from bioextract.lexicons import rows
from bioextract.page import Page
from bioextract.people.evidence_wordings import (
    AGED,
    BACKER_BEFORE,
    BESIDE_BEFORE,
    CLASS_AFTER,
    CLUB_BEFORE,
    DATELINE_AFTER,
    FAMILY,
    GROUP_AFTER,
    HUMAN_AFTER,
    KIN_AFTER,
    KIN_BEFORE,
    KOREAN,
    LINEUP_BEFORE,
    LIVED_AFTER,
    MARK_AFTER,
    NOT_PERSON_BEFORE,
    NUMBER_BEFORE,
    OF_COUNTRY,
    ORDINARY,
    PERSON_AFTER,
    PERSON_BEFORE,
    SAID_BEFORE,
    TITLE_BEFORE,
)
from bioextract.people.names import CODE_LENGTH, INITIALS, NameRun, fold, tokens_of, words_used
from bioextract.spans import RoleSpan
from bioextract.values.countries import country, form
from bioextract.values.given_names import is_ambiguous, is_given_name, is_surname
from bioextract.values.places import is_place

THRESHOLD = 2.0
REACH = 40
OFTEN = 3
PARTICLES = frozenset({"van", "von", "bin", "ibn", "bint"})


class Evidence:
    """What one page tells about its names: which words it uses in lower case, and what stands around single names."""

    def __init__(self, page: Page, runs: Iterable[tuple[NameRun, list[RoleSpan]]]) -> None:
        self.page = page
        self.title = set(tokens_of(page.title or ""))
        self.ordinary = frozenset(ORDINARY.findall(page.text)) - words_used("particle")
        self.singles: Counter[str] = Counter()
        self.human: Counter[str] = Counter()
        self._mononyms: dict[str, bool] = {}
        self._places: dict[str, list[tuple[NameRun, list[RoleSpan]]]] = defaultdict(list)
        for run, spans in runs:
            if " " not in run.text:
                token = fold(run.text)
                self.singles[token] += 1
                self.human[token] += self._is_human(run)
                self._places[token].append((run, spans))

    def around(self, run: NameRun) -> tuple[str, str]:
        """The text right before and right behind a run."""
        text = self.page.text
        return text[max(0, run.start - REACH) : run.start], text[run.end : run.end + REACH]

    def score_name(self, run: NameRun, spans: Sequence[RoleSpan]) -> float:
        """How much speaks for a run of two words or more being a person; nothing where it names something else."""
        tokens = tokens_of(run.text)
        if is_other(run, spans) or is_organisation(tokens) or _ends_as_team(run.text):
            return 0.0
        before, after = self.around(run)
        score = _given(tokens, run.text) + 1.0 * is_surname(tokens[-1].rpartition("-")[2]) + self._form(tokens, run)
        score += self._before(run, spans, before) + self._after(run, before, after)
        score += self._repeated(tokens) + 1.0 * (tokens[-1] in self.title)
        score -= 2.0 * is_place(run.text) + 1.0 * any(token in words_used("doubtful") for token in tokens)
        return score

    def is_mononym(self, run: NameRun) -> bool:
        """Whether a single name is a person by all that stands around it on the page: "Neymar, 29,", "Fien says"."""
        if run.text not in self._mononyms:
            self._mononyms[run.text] = self._opens(run) and LIVED_AFTER.match(self.around(run)[1]) is not None
            self._mononyms[run.text] |= not _names_no_person(run.text) and self._is_told_as_person(fold(run.text))
        return self._mononyms[run.text]

    def _is_told_as_person(self, token: str) -> bool:
        here = [self.around(place) for place, spans in self._places[token] if not is_other(place, spans)]
        if any(AGED.match(after) or FAMILY.search(before) or KIN_AFTER.match(after) for before, after in here):
            return True
        if token in self.ordinary:
            return False
        human, is_given = self.human[token], is_given_name(token) and not is_ambiguous(token)
        if human > 1 or any(TITLE_BEFORE.search(before) or _is_role_before(before) for before, _ in here):
            return True
        often = len(here) >= OFTEN
        if not (is_given or is_surname(token)):
            return human == 1 and often and token in self.title
        acts = is_given and often and any(PERSON_AFTER.match(after) for _, after in here)
        return human == 1 or acts or any(_is_person_before(before) for before, _ in here)

    def _is_human(self, run: NameRun) -> bool:
        before, after = self.around(run)
        return HUMAN_AFTER.match(after) is not None or SAID_BEFORE.search(before) is not None

    def _form(self, tokens: tuple[str, ...], run: NameRun) -> float:
        """What the form of the words says: no ordinary words, "SURNAME Given", "Min-ji", particles, a nickname."""
        words = run.text.split()
        score = 0.0
        if len(tokens) <= 4 and not any(t in self.ordinary or is_place(t) for t in tokens):
            score += 0.5
        if len(words[0]) > 2 and words[0].isupper() and not words[-1].isupper() and not is_place(words[0]):
            score += 2.0
        if KOREAN.fullmatch(words[-1]) or any(word[0] in "\"“'‘({" for word in words):
            score += 1.5
        return score + 1.0 * any(t in PARTICLES for t in tokens[1:])

    def _before(self, run: NameRun, spans: Sequence[RoleSpan], before: str) -> float:
        land = _country_beside(self.page.text, run, spans)
        if KIN_BEFORE.search(before) or TITLE_BEFORE.search(before):
            return 2.0 + land
        if BACKER_BEFORE.search(before) or CLUB_BEFORE.search(before):
            return -1.0
        if _is_person_before(before, verbs=True) or SAID_BEFORE.search(before):
            return 1.5 + land
        score = land + 0.5 * bool(BESIDE_BEFORE.search(before))
        if NOT_PERSON_BEFORE.search(before):
            score -= 0.5 if before.endswith("in ") else 1.5
        return score

    def _after(self, run: NameRun, before: str, after: str) -> float:
        if GROUP_AFTER.match(after):
            return -1.5
        score = 1.5 * bool(PERSON_AFTER.match(after)) + 2.0 * bool(
            AGED.match(after) or KIN_AFTER.match(after) or CLASS_AFTER.match(after)
        )
        if NUMBER_BEFORE.search(before) and MARK_AFTER.match(after):
            score = max(score, 1.5)
        if LINEUP_BEFORE.search(before):
            score += 1.5
        if self._opens(run):
            score += 2.0 * bool(LIVED_AFTER.match(after))
            if run.text.isupper() and after[:1] in (",", " "):
                is_place_told = DATELINE_AFTER.match(after) and (
                    is_place(run.text) or not _given(tokens_of(run.text), run.text)
                )
                score += -2.0 if is_place_told else 1.5  # news open with a place: "LAS VEGAS, Nevada -- NAME says"
        return score

    def _opens(self, run: NameRun) -> bool:
        """Whether the page begins with the run, as biographies do."""
        return run.start == self.page.sentences[0].start

    def _repeated(self, tokens: tuple[str, ...]) -> float:
        """The last word, or the first, stands alone elsewhere: more where it speaks or acts like a person."""
        last, first = tokens[-1], tokens[0]
        if last in self.singles:
            return 1.5 if self.human[last] else 1.0
        return 1.0 if self.human[first] and not is_place(first) else 0.0


def _names_no_person(word: str) -> bool:
    """Whether a single word is a place, a team, an abbreviation, or no name at all."""
    token = fold(word)
    if token in words_used("organisation") or token in words_used("leading"):
        return True
    return len(token) < CODE_LENGTH or word.isupper() or is_team(word) or is_place(word)


def is_other(run: NameRun, spans: Sequence[RoleSpan]) -> bool:
    """Whether the run is (part of) an event, or itself a country ("Eri" is no country code, "ERI" is)."""
    is_code = len(run.text) <= CODE_LENGTH and not run.text.isupper()
    if not is_code and country(run.text) is not None:
        return True
    return any(s.role == "event" and s.start < run.end and run.start < s.end for s in spans)


def is_organisation(tokens: Sequence[str]) -> bool:
    """Whether folded words name a club, company or the like, or hold a word that no person has in the name."""
    return any(token.replace(".", "") in words_used("organisation") for token in tokens) or " ".join(tokens) in _teams()


def _ends_as_team(name: str) -> bool:
    """Whether a name ends in an abbreviation or a letter: "Fredrikstad FK", "Viborg B"."""
    last = name.rsplit(maxsplit=1)[-1]
    if name.isupper() or not last.isupper() or last.endswith("."):
        return False
    return len(last) == 1 or (len(last) <= CODE_LENGTH and not is_surname(last) and set(last) != {"I"})


def is_team(name: str) -> bool:
    """Whether a name is that of a known team or brand."""
    return fold(name) in _teams()


@cache
def _teams() -> frozenset[str]:
    teams = [name for row in rows("teams.tsv") for cell in row for name in cell.split("|")]
    return frozenset(fold(name) for name in [*teams, *(row[0] for row in rows("brands.tsv"))])


def _is_person_before(before: str, *, verbs: bool = False) -> bool:
    """Whether a noun for a person stands right before ("compatriot NAME").

    With `verbs` also what is done to people ("beat NAME"), plurals and demonyms.
    """
    found = PERSON_BEFORE.search(before)
    if found is None or (role := found["role"]) is None:
        return verbs and found is not None
    if role in words_used("no-role"):
        return False
    return verbs or not (role[0].isupper() or before[found.end("role")] == "s")


def _is_role_before(before: str) -> bool:
    """Whether a noun for athletes stands right before: "midfielder NAME"."""
    word = before.rstrip(" \u00a0").rpartition(" ")[2]
    return before[-1:] in (" ", "\u00a0") and word in words_used("role")


def _country_beside(text: str, run: NameRun, spans: Sequence[RoleSpan]) -> float:
    """Athletes are told with their countries: "Dutchman NAME", "Kenya's NAME", "NAME of Botswana", "NAME (KEN)"."""
    for span in spans:
        if span.role == "country":
            before, after = text[span.end : run.start], text[run.end : span.start]
            if span.end <= run.start and before in (" ", "'s ", "’s "):
                return 1.5
            if after in OF_COUNTRY and (after == " (" or form(span.text) != "demonym"):
                return 1.5
    return 0.0


def _given(tokens: tuple[str, ...], name: str) -> float:
    """What the given name says: initials, a known one, or one that follows the family name ("Tanabe Yuki")."""
    first, last = tokens[0], tokens[-1]
    if re.match(r"(?:[^\W\d_]\.-?){1,3}", name):
        return 1.5
    if len(first) == 1:
        return 1.0
    if len(first) == INITIALS and name[:INITIALS].isupper() and not name.isupper():
        return 1.0 * (is_given_name(last) or is_surname(last))
    if is_given_name(first):
        return 1.0 if is_ambiguous(first) else 2.0
    return 1.0 if is_given_name(last) and not is_ambiguous(last) else 0.0
