"""Ties annotated facts to nodes: which span says what of whom.

A fact becomes a label on a (node, person) pair and, for participations, links between nodes. What cannot be tied is
kept with its reason: "person" (nobody of that name was found), "node" (no span shows it), "event elsewhere" (the event
is not named in the sentence; the prefix of the window may carry it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bioextract.agreement import overlap, same_event
from bioextract.facts import KINDS
from bioextract.facts.claim import Claim, Reading
from bioextract.people.person import Individual
from bioextract.tagger.labels import NUMBER, fits, label_of, rank_fits
from bioextract.tagger.nodes import Node
from bioextract.tagger.questions import COUNTED_BY
from bioextract.tagger.tagger import all_nodes

Fact = dict[str, Any]
Where = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that no node of its sentence shows: why, whom it is about, and its first and last sentence."""

    fact: Fact
    reason: str
    person: Individual | None = None
    where: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tied:
    """A participation or a count in a sentence: its spokes and hubs (event and result), as far as nodes show them."""

    fact: Fact
    sentence: int
    spokes: tuple[int, ...]
    hubs: tuple[int, ...]


@dataclass(slots=True)
class Aligned:
    """One article: labels by node and person, those that may hold as well, links, and what is left."""

    reading: Reading
    claims: list[Claim]
    nodes: list[Node]
    labels: list[tuple[int, Individual, str]] = field(default_factory=list)
    maybe: list[tuple[int, Individual, str]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)
    tied: list[Tied] = field(default_factory=list)
    facts: dict[int, list[Fact]] = field(default_factory=dict)


def align(reading: Reading, gold: dict[str, Any]) -> Aligned:
    """Ties every fact of one annotated article."""
    claims = [claim for kind in KINDS for claim in kind.claims(reading)]
    out = Aligned(reading, claims, all_nodes(reading, claims))
    people = {p["name"]: _person(reading, [p["name"], *p.get("aliases", [])]) for p in gold["people"]}
    for fact in gold["facts"]:
        person = people.get(fact["subject"])
        if person is None:
            out.missed.append(Told(fact, "person"))
            continue
        out.facts.setdefault(id(person), []).append(fact)
        _tie(out, fact, person)
    return out


def _person(reading: Reading, forms: Sequence[str]) -> Individual | None:
    exact = [p for p in reading.mentions.people if p.name == forms[0]]
    near = [p for p in reading.mentions.people if overlap(p.name, forms[0])]
    other = [p for p in reading.mentions.people if any(form in forms for form in p.forms)]
    return next(iter([*exact, *near, *other]), None)


def _tie(out: Aligned, fact: Fact, person: Individual) -> None:
    where = _quotes(out, fact["quote"], person)
    if not where:
        out.missed.append(Told(fact, "quote", person))
        return
    start, end, found = *where[0], list[int]()
    for start, end in where:
        if found := _showing(out, fact, start, end, person):
            break
    else:
        start, end = where[0]
    label = label_of(fact)
    out.labels += [(node, person, label) for node in found[:1]]
    fitting = [i for i, node in enumerate(out.nodes) if fits(out.reading, node, fact, person)]
    out.maybe += [(i, person, label) for i in fitting]
    if fact["type"] == "participation":  # said again, the result is one too
        page = out.reading.page
        named = {page.sentence_at(out.nodes[i].start).index for i in fitting}
        out.maybe += [
            (i, person, "result")
            for i, n in enumerate(out.nodes)
            if n.role in ("rank", "event")
            and page.sentence_at(n.start).index in named
            and rank_fits(_text(out, n), fact)
        ]
    if fact["type"] == "participation":
        _link(out, fact, person, found[:1], (start, end))
    elif fact["type"] in ("mark", "count") and found:
        index = out.reading.page.sentence_at(start).index
        hubs = spokes_of(out, fact, index) if fact["type"] == "mark" else _counted(out, fact, index)
        out.links += [(i, found[0]) for i in hubs if i != found[0] and out.nodes[i].role != "mark"]
        if fact["type"] == "count":
            out.tied.append(Tied(fact, index, tuple(found[:1]), ()))
    if not found:
        page = out.reading.page
        reason = "event elsewhere" if fact["type"] == "participation" else "node"
        out.missed.append(Told(fact, reason, person, (page.sentence_at(start).index, page.sentence_at(end - 1).index)))


def _link(out: Aligned, fact: Fact, person: Individual, events: list[int], quote: tuple[int, int]) -> None:
    """Ties what hangs on a participation to its event and to its result."""
    page, (start, end) = out.reading.page, quote
    index = page.sentence_at(start).index
    ranks = [
        (not (start <= n.start and n.end <= end), i)
        for i, n in _within(out, index, page.sentence_at(end - 1).index)
        if n.role in ("rank", "event") and rank_fits(page.text[n.start : n.end], fact)
    ]
    result = [i for _, i in sorted(ranks)[:1]]
    spokes = spokes_of(out, fact, index)
    out.labels += [(i, person, "result") for i in result]
    out.labels += [(i, person, "result_mark") for i in spokes if out.nodes[i].role == "mark"]
    group = [*events, *result, *spokes]
    out.links += [(a, b) for a in group for b in group if a != b]
    out.tied.append(Tied(fact, index, tuple(spokes), (*events, *result)))


def _counted(out: Aligned, fact: Fact, sentence: int) -> list[int]:
    """The nodes of a sentence that name the event of a count."""
    return [i for i, n in _within(out, sentence, sentence) if is_counted(out.reading, n.role, _text(out, n), fact)]


def is_counted(reading: Reading, role: str, shown: str, fact: Fact) -> bool:
    """Whether words name the event of a count."""
    if role not in COUNTED_BY:
        return False
    return same_event(fact["event"], reading.page.name_event(shown).name)


def _text(out: Aligned, node: Node) -> str:
    return out.reading.page.text[node.start : node.end]


def spokes_of(out: Aligned, fact: Fact, sentence: int) -> list[int]:
    """The disciplines, dates, places and marks of a sentence that are those of a fact."""
    text = out.reading.page.text
    return [i for i, n in _within(out, sentence, sentence) if _hangs(n, text[n.start : n.end], fact)]


def _hangs(node: Node, shown: str, fact: Fact) -> bool:
    match node.role:
        case "discipline" | "place":
            told = fact.get(node.role)
            return bool(told) and overlap(shown, told)
        case "date":
            told = fact.get("date_text") or ""
            return bool(told) and (shown in told or told in shown)
        case "mark":
            return bool(fact.get("mark")) and NUMBER.findall(shown) == NUMBER.findall(str(fact["mark"]))
        case _:
            return False


def _quotes(out: Aligned, quote: str, person: Individual) -> Where:
    """Where a quote stands; first where its sentence mentions the person."""
    text, where, at = out.reading.page.text, [], -1
    while (at := text.find(quote, at + 1)) >= 0:
        where.append((at, at + len(quote)))
    # A quote may begin in a heading, which is part of no sentence.
    where = [(_in_sentence(out.reading, start, end), end) for start, end in where]
    return sorted(where, key=lambda span: not _mentions(out.reading, span[0], person))


def _in_sentence(reading: Reading, start: int, end: int) -> int:
    """The first character of a quote that stands in a sentence."""
    sentence = reading.page.sentence_at(start)
    return start if sentence.start <= start < sentence.end else max(start, reading.page.sentence_at(end - 1).start)


def _mentions(reading: Reading, at: int, person: Individual) -> bool:
    return any(m.person is person for m in reading.mentions.of(reading.page.sentence_at(at)))


def _within(out: Aligned, first: int, last: int) -> Iterator[tuple[int, Node]]:
    """The nodes of some sentences, with their numbers."""
    lo, hi = out.reading.page.sentences[first].start, out.reading.page.sentences[last].end
    return ((i, n) for i, n in enumerate(out.nodes) if lo <= n.start and n.end <= hi)


def _showing(out: Aligned, fact: Fact, start: int, end: int, person: Individual) -> list[int]:
    """The nodes that show a fact: those in its quote first, then by how exactly they have its words."""
    page = out.reading.page
    within = _within(out, page.sentence_at(start).index, page.sentence_at(end - 1).index)
    fitting = [(i, n) for i, n in within if fits(out.reading, n, fact, person)]

    def order(pair: tuple[int, Node]) -> tuple[bool, int, int]:
        node = pair[1]
        inside = start <= node.start and node.end <= end
        return not inside, -_closeness(page.text[node.start : node.end], fact), max(start - node.start, 0)

    return [i for i, _ in sorted(fitting, key=order)]


def _closeness(shown: str, fact: Fact) -> int:
    names = ("name", "description", "value", "event_text", "event")
    told = str(next((fact[name] for name in names if fact.get(name)), ""))
    return 2 * (shown == told) - abs(len(shown) - len(told)) // 4
