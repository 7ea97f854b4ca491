"""Sentences, and who is told of in them: the persons among spaCy's names, and whom a pronoun means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from peer_wordings import (
    APPOSED,
    NO_PERSON,
    PRONOUN,
)

Json = dict[str, Any]


class Name(NamedTuple):
    """An entity of spaCy's (or a pronoun); the offsets are those of its sentence."""

    label: str
    text: str
    start: int
    end: int


class Found(NamedTuple):
    """A fact of a kind about a person; `span` is its evidence in the sentence."""

    kind: str
    person: str | None
    fact: Json
    span: tuple[int, int]


@dataclass
class Sentence:
    """`people` are persons under their full names and pronouns; `last` is the person who was told of before."""

    text: str
    start: int
    names: list[Name]
    people: list[Name]
    last: str | None
    told: Json | None = None  # the participation told last

    def nearest(self, place: int) -> str | None:
        """The nearest person of the sentence, one before rather than one behind; else the last one."""
        distances = [(place - p.end if p.end <= place else 40 + abs(p.start - place), p.text) for p in self.people]
        return min(distances, default=(0, self.last))[1]

    def described(self, start: int, end: int) -> str | None:
        """The person whom a phrase stands right before ("the Kenyan runner Ann Oduya"); else the nearest."""
        behind = (p for p in self.people if p.start > end and p.label == "PERSON")
        return next((p.text for p in behind if APPOSED.fullmatch(self.text, end, p.start)), self.nearest(start))

    def everyone(self, place: int) -> list[str]:
        """The nearest person and those whom commas and "and" join to that one."""
        nearest = self.nearest(place)
        groups: list[list[str]] = []
        for before, p in zip([None, *self.people], self.people, strict=False):
            if before and re.fullmatch(r",? (?:and |& )?", self.text[before.end : p.start]):
                groups[-1].append(p.text)
            else:
                groups.append([p.text])
        return next((group for group in groups if nearest in group), [nearest] if nearest else [])


def read_people(text: str, names: list[Name], full: dict[str, str], last: str | None) -> list[Name]:
    """The persons of a sentence, and its pronouns: each means the person before it, else the `last` one."""
    people = [n._replace(text=full[clean(n)]) for n in names if clean(n) in full and n.label == "PERSON"]
    for m in PRONOUN.finditer(text):
        if person := next((p.text for p in reversed(people) if p.end < m.start()), last):
            people.append(Name("PRONOUN", person, *m.span()))
    return sorted(people, key=lambda p: p.start)


def read_sentences(paragraphs: Iterable[tuple[Any, int]], title: str) -> Iterator[Sentence]:
    """The sentences of spaCy's documents, each a paragraph that begins at the offset beside it.

    Pronouns mean the person in the title, else whoever has a quarter of all mentions, else the one told last.
    """
    sents = [(sent, offset + sent.start_char) for doc, offset in paragraphs for sent in doc.sents]
    named = [
        [Name(e.label_, e.text, e.start_char - sent.start_char, e.end_char - sent.start_char) for e in sent.ents]
        for sent, _ in sents
    ]
    told = [clean(n) for names in named for n in names if n.label == "PERSON" and not NO_PERSON.search(n.text)]
    full = {name: max((x for x in told if {*name.split()} <= {*x.split()}), key=count_words) for name in told}
    often = [name for name, n in Counter(full[name] for name in told).most_common(1) if n > len(told) / 4]
    main = next(iter([full[name] for name in told if name.rsplit(" ", 1)[-1] in title] + often), None)
    last = main
    for (sent, start), names in zip(sents, named, strict=True):
        people = read_people(sent.text, names, full, main or last)
        yield Sentence(sent.text, start, names, people, main or last)
        last = next((p.text for p in people if p.label == "PERSON"), last)


def clean(name: Name) -> str:
    return re.sub(r"['’]s?$", "", name.text.strip())


def count_words(text: str) -> int:
    return len(text.split())
