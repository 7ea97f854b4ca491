"""Nodes: the spans of an article of which the model is asked what they say of whom.

Everything that the finders find, the capitalised names that are nobody's, the mentions of people and what the rules
matched: wide on purpose, since the model chooses among them and can choose nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from bioextract.facts.age import NUMBER
from bioextract.facts.claim import Claim, Reading
from bioextract.lexicons import rows
from bioextract.page import Sentence
from bioextract.people.names import UPPER, WORD
from bioextract.people.person import Individual
from bioextract.spans.disciplines import find_any as find_disciplines
from bioextract.spans.events import find_titles
from bioextract.spans.words import key_words
from bioextract.tagger.counted import NUMERAL, find_counted
from bioextract.values.numbers import ORDINAL, ORDINAL_WORDS

NodeRole = Literal[
    "age", "count", "country", "date", "description", "discipline", "event", "mark", "name", "person", "place", "rank"
]
ROLES: tuple[NodeRole, ...] = NodeRole.__args__  # type: ignore[attr-defined]

_FIGURE_AGE = re.compile(
    r"(?:\b(?:[Aa]ged?|[Tt]urned|[Tt]urning|[Nn]ow|[Aa]t) |[(,] ?)(?:only |just )?[1-9]\d\b"
    r"(?![-.:/’'%]\d|,\d{3}| years (?!old\b|of age\b)|"
    r" ?(?:m|km|kg|kilos?|miles|met(?:re|er)s|seconds|minutes|points|goals|caps|per cent)\b)"
    r"|\b(?:is|[’']s|am|[’']m)(?: now| just| only| still| already)? [1-9]\d(?: and\b| now\b|(?=[,.;)](?!\d)|$))"
)
AGE = re.compile(rf"\b{NUMBER}[- ]years?[- ](?:olds?|of age)\b|{_FIGURE_AGE.pattern}")
_FIGURE = re.compile(r"[1-9]\d(?!\w)")
_LINK = r"(?:of|de|da|do|dos|das|del|di|du|la|le|for|and|the|van|der|en|y|&)"
NAME = re.compile(
    rf"(?=[{UPPER}\d])(?<![\w-])(?<!\w[’'])(?:{WORD}|\d+[A-Z][A-Za-z]+|[A-Z]&[A-Z])(?:[’']s(?= [{UPPER}]))?"
    rf"(?:[ \u00a0/–-](?:{_LINK}[ \u00a0]){{0,2}}(?:{WORD}|[A-Z]&[A-Z]|\d{{1,4}}(?:ers)?\b)"
    rf"(?:[’']s(?= [{UPPER}]))?){{0,6}}"
)
_FIRST, _REST, _JOINT = re.compile(r"[\w’']+"), re.compile(rf"[ \u00a0]+(?=[{UPPER}\d])"), re.compile(r" (?:and|&) ")
FIRST_WORDS = frozenset(
    """a after all also although an and as at before both but by despite during each even for from he her here
        his how however i if in it its just last many meanwhile more most my no not now of on once one only our
        she since so some still than that the their then there these they this those though three through to two
        under until was we well were what when where which while who why with yes yet you monday tuesday
        wednesday thursday friday saturday sunday january february march april may june july august september
        october november december""".split()
)
# Every ordinal, win and medal, also those that the finder of ranks has its doubts about.
RANK = re.compile(
    r"\b(?=[\dbcefghnrstvw])"
    rf"(?:\b(?:winning|w[io]ns?|winners?|victor(?:y|ies)|champions?|titles?|crown|runners?-up)\b|{ORDINAL}(?: place)?"
    r"|\b(?:golds?|silvers?|bronzes?)(?: (?:medals?|medall?ists?))?\b)",
    re.I,
)
_RANK_WORDS = (
    frozenset(
        """winning win won wins wons winner winners victory victories champion champions title titles crown runner
        runners gold golds silver silvers bronze bronzes""".split()
    )
    | ORDINAL_WORDS
)
_NTH = re.compile(r"\d(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])")
_NO_PART = r"(?:an?|the|his|her|their|its|as|of|in|at|for|by|from|with|to|and|or|is|was|has|had|who|that)"
_EMPLOYERS = sorted((noun for (noun,) in rows("employers.tsv")), key=len, reverse=True)
_JOBS = "|".join(_EMPLOYERS)
_EMPLOYER_WORDS = key_words(_EMPLOYERS)
# "a tile company", "her cousin's firm", "bank in Oslo", "primary-school teacher"; "works as a notary", "NAME, a notary"
_BODY = rf"(?:(?!(?i:{_NO_PART})\b)[\w’'-]+ ){{0,2}}(?:{_JOBS})(?: (?:in|of|from) (?:the )?[{UPPER}][\w’'-]+)?\b"
_AS = r"(?:(?:as|is|was|became|be|being|been|[’']s)|[\w)],) an? "
DESCRIPTION = re.compile(rf"\b{_BODY}")
JOB = re.compile(rf"{_AS}(?P<job>(?!{_NO_PART}\b)[a-z][\w’'-]+(?: (?!{_NO_PART}\b)[a-z][\w’'-]+){{0,2}})")
# Only where such a word stands can a pronoun name a relation: "he coached Anna Berg", "she is her sister".
RELATIVE = re.compile(
    r"\b(?:coach|train|wife|husband|spouse|partner|fianc|girlfriend|boyfriend|married|mother|father|mum|mom|dad|parent|son\b|"
    r"daughter|child|brother|sister|twin|sibling|agent|manager|pace|hare)"
)


class Node(NamedTuple):
    """A span of the page and what it can be; `person` for a mention, `claims` what rules made of it."""

    start: int
    end: int
    role: NodeRole
    person: Individual | None = None
    claims: tuple[Claim, ...] = ()


def nodes_of(reading: Reading, sentence: Sentence, claims: Sequence[Claim]) -> list[Node]:
    """The nodes of one sentence in the order of the text, given the rules' claims in it."""
    taken = set(_spans(reading, sentence))
    counts: dict[tuple[int, int], tuple[Claim, ...]] = {}
    for claim in claims:
        if claim.kind == "counts":
            counts[claim.start, claim.end] = (*counts.get((claim.start, claim.end), ()), claim)
        elif claim.kind in ("sponsors", "teams"):
            taken |= set(_written(reading, claim))
    nodes = [Node(start, end, role) for start, end, role in taken]
    nodes += [Node(start, end, "count", None, made) for (start, end), made in counts.items()]
    mentions = reading.mentions.of(sentence)
    if RELATIVE.search(sentence.text.lower()) is None:
        mentions = [m for m in mentions if m.kind == "name"]
    nodes += [Node(m.start, m.end, "person", m.person) for m in mentions if m.kind == "name" or not m.possessive]
    return sorted(nodes, key=lambda n: (n.start, n.end, n.role))


def _written(reading: Reading, claim: Claim) -> Iterator[tuple[int, int, NodeRole]]:
    """Where a rule's claim names or describes an organisation."""
    roles: tuple[NodeRole, ...] = ("name", "description")
    for role in roles:
        words = claim.fields.get(role)
        at = reading.page.text.find(words, claim.start, claim.end) if words else -1
        if words and at >= 0:
            yield at, at + len(words), role


def _spans(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int, NodeRole]]:
    at = sentence.start
    for span in reading.page.spans[sentence.index]:
        yield span.start, span.end, span.role
    age = AGE if "year" in sentence.text else _FIGURE_AGE if _FIGURE.search(sentence.text) else None
    for match in age.finditer(sentence.text) if age else ():
        yield match.start() + at, match.end() + at, "age"
    for title in find_titles(sentence.text):
        yield title.start + at, title.end + at, "event"
    yield from _doubtful_disciplines(reading, sentence)
    yield from _counted(reading, sentence)
    ranks = [(s.start, s.end) for s in reading.page.spans_of(sentence, "rank", "date", "discipline")]
    has_rank = sentence.index in reading.page.sentences_with_words(_RANK_WORDS) or _NTH.search(sentence.text)
    for match in RANK.finditer(sentence.text) if has_rank else ():
        if not _overlaps(match.start() + at, match.end() + at, ranks):
            yield match.start() + at, match.end() + at, "rank"
    has_employer = sentence.index in reading.page.sentences_with_words(_EMPLOYER_WORDS)
    for match in DESCRIPTION.finditer(sentence.text) if has_employer else ():
        yield match.start() + at, match.end() + at, "description"
    for match in JOB.finditer(sentence.text) if " a " in sentence.text or " an " in sentence.text else ():
        yield match.start("job") + at, match.end("job") + at, "description"
    people = [(m.start, m.end) for m in reading.mentions.of(sentence) if m.kind == "name"]
    for start, end in _names(sentence.text):
        if not _overlaps(start + at, end + at, people):
            yield start + at, end + at, "name"


def _counted(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int, NodeRole]]:
    """The numerals, and what they count where that is no competition known by name."""
    at = sentence.start
    figures = [(s.start, s.end) for s in reading.page.spans_of(sentence, "mark", "date", "discipline")]
    events = [(s.start, s.end) for s in reading.page.spans_of(sentence, "event")]
    for match in NUMERAL.finditer(sentence.text):
        if not _overlaps(match.start() + at, match.end() + at, figures):
            yield match.start() + at, match.end() + at, "count"
            for start, end in find_counted(sentence.text, match.end()):
                if not _overlaps(start + at, end + at, events):
                    yield start + at, end + at, "description"


def _doubtful_disciplines(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int, NodeRole]]:
    """Words that name a discipline and other things, where their finder decided against it."""
    certain = [(s.start, s.end) for s in reading.page.spans_of(sentence, "discipline")]
    for span in find_disciplines(sentence.text):
        start, end = span.start + sentence.start, span.end + sentence.start
        if not _overlaps(start, end, certain):
            yield start, end, "discipline"


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Capitalised runs without the function words that a sentence begins with."""
    for match in NAME.finditer(text):
        start, end = match.span()
        while (word := _FIRST.match(text, start, end)) and word.group().lower() in FIRST_WORDS:
            rest = _REST.search(text, word.end(), end)
            if rest is None:
                start = end
                break
            start = rest.end()
        if end - start > 1:
            yield start, end
            for joint in _JOINT.finditer(text, start, end):
                yield start, joint.start()
                yield joint.end(), end


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < e and s < end for s, e in spans)
