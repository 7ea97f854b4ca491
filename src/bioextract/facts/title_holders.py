"""Whose title words such as "two-time world champion" tell: they stand beside the name, in a description, or alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.people.attribution import OBJECT_BEFORE, adjacent, subject
from bioextract.people.person import Individual, Mention

ARTICLE = re.compile(
    r"\b(?P<the>(?:an?|the|his|her) )?"
    r"(?:(?:new|recently[- ]crowned|former|reigning|defending|current|late|junior|youth) ){0,3}$",
    re.I,
)
PREDICATE = re.compile(
    r"(?:\b(?:is|was|are|were|as|being|remains?|bec[ao]me|becoming|crowned|and|of)|[,–—(-])(?: now| still| also)? ?$"
)
ROLE_TO_NAME = re.compile(
    r"(?:(?: and| &)(?: [\w’'-]+){1,6}| [\w-]*(?:er|ist|nast|ete|man|woman|or|star|skier|ace)|,? [A-Z][a-z]+[’']s|"
    r",? Briton)?,? ?(?:Sir |Dame )?"
)


def titled(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """Whose title it is: the name beside it ("champion and captain NAME"), a description's person, else the subject."""
    article = ARTICLE.search(text, max(0, start - 40), start)
    start = article.start() if article else start
    if people := adjacent(mentions, start, end, text):
        return people if text[end - 1] == "s" else people[:1]
    is_object = OBJECT_BEFORE.search(text, max(0, start - 40), start) is not None
    if inside := [m.person for m in mentions if m.kind == "description" and m.start < end and start < m.end]:
        return [] if is_object and any(m.person is inside[0] and m.end <= start for m in mentions) else inside[:1]
    following = next((m for m in mentions if m.start >= end and m.kind == "name"), None)
    if following and ROLE_TO_NAME.fullmatch(text, end, following.start):
        return [following.person]
    is_the = article is not None and (article["the"] or "").lower() == "the "
    stands_alone = is_the and not PREDICATE.search(text, max(0, start - 20), start)
    if stands_alone or is_object or all(m.start > start for m in mentions):
        return []
    return subject(mentions, start, end, text)
