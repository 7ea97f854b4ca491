"""Whom a span is about: strategies that choose among the mentions of its sentence. One person, or nobody.

Every strategy has the same form: (mentions of the sentence, start, end, page text) -> the people; several only where
names are joined ("Berg and Diaz"), none where no mention stands in the asked position.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from bioextract.people.person import Individual, Mention

Who = Callable[[Sequence[Mention], int, int, str], list[Individual]]

OBJECT_BEFORE = re.compile(
    r"\b(?:beat(?:ing|s)?|defeat(?:ed|ing|s)?|over|against|behind|ahead of|with|from|than|under|by|to|after|before|"
    r"partner(?:ed|ing)|"
    r"overt(?:ook|aking)|past|edg(?:ed|ing)(?: out)?|outsprint(?:ed|ing)|replac(?:ed|ing)|join(?:ed|ing)|like|of|"
    r"alongside|for|"
    r"fac(?:es?|ed|ing)|play(?:s|ed|ing)?|between|coached|told|signed|see(?:ing)?)(?: [a-z-]+){0,3} $"
)
NOUN_PHRASE = re.compile(
    r"(?:[ -](?!and |but |who |with |has |had |is |was |of |in |at |to |for |from )[\w’'-]+){0,6},? (?:and )?"
)
ARTICLE_BEFORE = re.compile(r"(?:,? ?\b(?:an?|the)(?: [a-z-]+){0,3} )$|, $")
IS_BEFORE = re.compile(r"\b(?:is|[’']s|[’']m|am|as|remains)(?: only| just| still| now)?,? ?$")
COMPANY = re.compile(
    r"\b(?:[Ww]ith|[Aa]longside|partnering|partnered by|included|includes?|including|featuring|comprising)"
    r"(?: (?:his|her|the|new|former|then|long-?time|skating|doubles|pairs|dance|rowing|team|team-?mates?|partners?|"
    r"compatriots?|fellow|also))* $"
)
JOIN = re.compile(r"\s*(?:,|\band\b|&|,\s*and\b|\+|/)\s*(?:[a-z]+ ){0,2}")
LISTED = re.compile(r" (?:and|&) |/| / |, and ")


def adjacent_before(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whose mention ends where the span begins, a comma or bracket between: "Berg, 29," "Berg (born"."""
    for mention in reversed(mentions):
        if mention.end <= start and start - mention.end <= 3 and not text[mention.end : start].strip(" ,(–—-\u00a0"):
            return [mention.person]
    return []


def adjacent_after(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person (or joined people) whose mention begins where the span ends: "striker Anna Berg"."""
    for i, mention in enumerate(mentions):
        if mention.start >= end and mention.kind == "name" and not text[end : mention.start].strip(" ,:(–—-\u00a0"):
            return _joined_after(mentions, i, text) if mention.start - end <= 2 else []
    return []


def subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The people who do what the span tells: the nearest mention before it that is no object, else the one after it."""
    earlier = [i for i, m in enumerate(mentions) if m.end <= start]
    for i in reversed(earlier):
        if not is_object(mentions[i], text):
            return _joined_before(mentions, i, text)
    if earlier:
        return [mentions[earlier[0]].person]
    later = [m for m in mentions if m.start >= end]
    return [later[0].person] if later else []


def owner(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person of a possessive that the span begins with or follows ("his 11th ..."), else the subject."""
    return possessor(mentions, start, end) or subject(mentions, start, end, text)


def possessor(mentions: Sequence[Mention], start: int, end: int) -> list[Individual]:
    """The person of a possessive that the span begins with or follows."""
    for mention in reversed(mentions):
        if mention.possessive and mention.start >= start - 25 and mention.start <= start and mention.end <= end:
            return [mention.person]
    return []


def adjacent(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person right after the span, else right before it."""
    return adjacent_after(mentions, start, end, text) or adjacent_before(mentions, start, end, text)


def adjacent_or_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person right beside the span, else the subject."""
    return adjacent(mentions, start, end, text) or subject(mentions, start, end, text)


def inside_or_subject(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person mentioned inside the span ("five times he has been"), else the subject."""
    inside = [m.person for m in mentions if start <= m.start and m.end <= end]
    return inside[:1] or subject(mentions, start, end, text)


def described(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom a noun phrase with the span in it describes.

    "the 41-year-old" as a mention of its own, "the 22-year-old Swede Anna Berg", "Anna Berg, a 22-year-old hurdler";
    else, where "he is a 41-year-old ..." says it, the subject.
    """
    for mention in mentions:
        if mention.kind == "description" and mention.start <= start and end <= mention.end:
            return [mention.person]
    goes_on = text[end : end + 1] in (" ", "-", ",")
    for i, mention in enumerate(mentions):
        if goes_on and mention.start >= end and NOUN_PHRASE.fullmatch(text, end, mention.start):
            return _joined_after(mentions, i, text)
    article = ARTICLE_BEFORE.search(text, max(0, start - 40), start)
    if article is None:
        return []
    beside = adjacent_before(mentions, article.start(), article.start(), text)
    return beside or (
        subject(mentions, start, end, text) if IS_BEFORE.search(text, max(0, start - 20), article.start()) else []
    )


def companions(mentions: Sequence[Mention], start: int, reach: int, text: str) -> list[Individual]:
    """The names of a list after "with" or "included", within `reach` characters of `start`: partners and team-mates."""
    names = [m for m in mentions if m.kind == "name" and start <= m.start < start + reach]
    if not names or not COMPANY.search(text, start, names[0].start):
        return []
    together = list(takewhile(lambda pair: JOIN.fullmatch(text, pair[0].end, pair[1].start), pairwise(names)))
    return [names[0].person, *(second.person for _, second in together)]


def is_object(mention: Mention, text: str) -> bool:
    """Whether a mention is beaten, followed, accompanied, or only owns what is spoken of ("Berg's coach")."""
    if mention.kind == "name" and mention.possessive:
        return True
    return _ends_before_object(text[max(0, mention.start - 41) : mention.start])


@lru_cache(maxsize=1024)  # rules and features ask about the mentions of a sentence again and again
def _ends_before_object(before: str) -> bool:
    return OBJECT_BEFORE.search(before) is not None


def _joined_before(mentions: Sequence[Mention], last: int, text: str) -> list[Individual]:
    """The people of a mention and of those that it is joined to; "they" is one mention for each person."""
    people = [mentions[last].person]
    while last > 0 and (
        mentions[last - 1].start == mentions[last].start
        or (
            mentions[last].kind == "name"
            and not is_object(mentions[last - 1], text)
            and JOIN.fullmatch(text, mentions[last - 1].end, mentions[last].start)
        )
    ):
        last -= 1
        people.insert(0, mentions[last].person)
    return list(dict.fromkeys(people))


def _joined_after(mentions: Sequence[Mention], first: int, text: str) -> list[Individual]:
    people = [mentions[first].person]
    while first + 1 < len(mentions) and LISTED.fullmatch(text, mentions[first].end, mentions[first + 1].start):
        first += 1
        people.append(mentions[first].person)
    return list(dict.fromkeys(people))
