"""What every kind of fact is made of: a reading of the page, rules, and the claims that they give.

A rule keeps three questions apart: `pattern` (which span), `who` (whom it is about), the kind's `read` (what value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bioextract.page import Page, Sentence
from bioextract.people.attribution import Who
from bioextract.people.mentions import Mentions
from bioextract.people.person import Individual


@dataclass(frozen=True, slots=True)
class Reading:
    """A page and who is mentioned where in it."""

    page: Page
    mentions: Mentions

    def who(self, strategy: Who, sentence: Sentence, start: int, end: int) -> list[Individual]:
        """The people of a span (offsets of the page) by a strategy."""
        return strategy(self.mentions.of(sentence), start, end, self.page.text)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one person: the fields of a fact, where it is shown, and the rule that gave it.

    `also`: where a second statement shows what the first leaves open. `confidence`: the probability that the claim is
    right, where the model gave it; a rule's is looked up by its name.
    """

    kind: str
    person: Individual
    fields: dict[str, Any]
    start: int
    end: int
    rule: str
    also: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording of a fact. `pattern` is searched in each sentence; the group "span", if any, narrows the evidence.

    Looking for what the pattern cannot match without is faster: one of the parts of words of `hint`, one of the whole
    words of `words`, in lower case. `falls_back`: `who` means somebody also where a sentence shows nobody.
    """

    name: str
    pattern: re.Pattern[str]
    who: Who
    hint: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    falls_back: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in a sentence, with the groups as text and as offsets of the page."""

    rule: Rule
    sentence: Sentence
    groups: dict[str, str]
    start: int
    end: int
    _match: re.Match[str]

    @property
    def text(self) -> str:
        """All that the rule matched."""
        return self._match.group()

    def offset(self, group: str) -> int:
        """Where a group begins in the page."""
        return self._match.start(group) + self.sentence.start


Read = Callable[[Match, Reading], "dict[str, Any] | Sequence[dict[str, Any]] | None"]


class Kind(Protocol):
    """A module of `facts`: `NAME` is the field of `Person` that it fills."""

    NAME: str

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """All claims of this kind in a page."""
        ...

    def key(self, fields: dict[str, Any]) -> object:
        """What makes two claims about one person the same fact."""
        ...


def apply_rules(kind: str, rules: Iterable[Rule], read: Read, reading: Reading) -> Iterator[Claim]:
    """The claims of a kind that is told by rules: every match that has a person and a value."""
    rules_of = _by_sentence(rules, reading.page)
    for sentence in reading.page.sentences:
        has_people = bool(reading.mentions.of(sentence))
        for rule in rules_of.get(sentence.index, ()):
            if not has_people and not rule.falls_back:
                continue
            for found in rule.pattern.finditer(sentence.text):
                match = _match(rule, sentence, found)
                values = read(match, reading)
                if not values:
                    continue
                for person in reading.who(rule.who, sentence, match.start, match.end):
                    for fields in [values] if isinstance(values, dict) else values:
                        yield Claim(kind, person, fields, match.start, match.end, rule.name)


def _by_sentence(rules: Iterable[Rule], page: Page) -> dict[int, list[Rule]]:
    """By number of the sentence the rules that can match there, in their order."""
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        hinting = _hinting(rule, page)
        for index in range(len(page.sentences)) if hinting is None else hinting:
            found.setdefault(index, []).append(rule)
    return found


def _hinting(rule: Rule, page: Page) -> set[int] | None:
    """The numbers of the sentences in which a rule can match; None: of all."""
    told = page.sentences_with_words(rule.words) if rule.words else None
    if rule.hint and told != set():
        hinting = page.sentences_with(rule.hint)
        return hinting if told is None else hinting & told
    return told


def _match(rule: Rule, sentence: Sentence, found: re.Match[str]) -> Match:
    groups = {name: text for name, text in found.groupdict().items() if text is not None}
    start, end = found.span("span") if "span" in groups else found.span()
    return Match(rule, sentence, groups, start + sentence.start, end + sentence.start, found)
