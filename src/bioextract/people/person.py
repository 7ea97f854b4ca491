"""One person of an article while it is being read, and the places where the article mentions them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bioextract.people.names import tokens_of

AGES = range(5, 111)
Gender = Literal["m", "f"]
MentionKind = Literal["name", "pronoun", "description"]


@dataclass(eq=False, slots=True)
class Individual:
    """A person: `name` is the fullest form used, `forms` every surface form, `first` the offset of the first mention.

    `is_staff`: introduced as a coach, manager or official; `is_relative`: as somebody's wife, brother or the like.
    What is said next of "him", "her" or "the 22-year-old" hardly means them.
    """

    name: str
    first: int
    gender: Gender | None = None
    forms: dict[str, int] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    age: int | None = None
    is_staff: bool = False
    is_relative: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words of the fullest name, folded."""
        return tokens_of(self.name)


class Mention(NamedTuple):
    """A span that stands for one person: a name, a pronoun or a description ("the Kenyan")."""

    start: int
    end: int
    kind: MentionKind
    person: Individual
    possessive: bool = False
