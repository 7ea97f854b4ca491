"""Participations: a person at a named competition, with date, place, discipline, status, rank, medal and mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from bioextract.facts.career_list import Career, read_career_line
from bioextract.facts.claim import Claim, Reading
from bioextract.facts.competitors import competitors_of
from bioextract.facts.frames import CurrentEvent, Frame, Memory, frames_of
from bioextract.facts.outcome import event_of, fields_of
from bioextract.facts.results import read_ranked_names
from bioextract.facts.status import Status, status_of
from bioextract.page import Sentence
from bioextract.values.disciplines import canonical_discipline, discipline

NAME = "events"

CLAUSE_END = re.compile(r";| but | while ")
CLAUSE_BEGIN = re.compile(r";| but | while | before ")
GENERIC_EVENT = re.compile(r",? (?:at|in) (?:an?|any|another|one of|his|her) ")
# What is won is named, and it is not the event that the article speaks of: "won every trophy", "winning the X Award".
WIN = re.compile(r"w[io]n(?:s|ning)?", re.I)
OTHER_PRIZE = re.compile(
    r" (?:(?:a|an|the|his|her|its|their|every|each|many|several|more|both|\d+|two|three|four|five|six|seven|eight|"
    r"nine|ten|first)\b"
    r"(?! (?:(?:men|women|boys|girls)[’']s |mixed |senior |junior |long |high |final |opening |first |second |"
    r"overall |inaugural )*"
    r"(?:race|event|final|gold|silver|bronze|title|competition|tournament|championship|crown|[\d,]+ ?(?:m\b|k|"
    r"metres|meters|mile)|"
    r"half|marathon|sprint|hurdles|jump|pole|shot|discus|javelin|hammer|relay|steeplechase|heptathlon|decathlon|"
    r"singles|doubles|"
    r"pairs|triples|fours|individual|team|time trial|downhill|slalom|toss))| [A-Z])"
)
# "After the Oslo Games, she moved ...": what an athlete comes home from.
AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince) (?:the |his |her )?$")
CARRY_SENTENCES = 12
MERGED = ("date", "discipline", "rank", "medal")
WEIGHED = (*MERGED, "mark", "place")


def claims(reading: Reading) -> Iterator[Claim]:
    """All participations, and the disciplines that they show; statements about the same competition are one fact."""
    for claim in merge_statements(_statements(reading)):
        yield claim
        if name := claim.fields["discipline"]:
            rule = "discipline." + claim.rule.partition(".")[2]
            start, end = _discipline_span(claim, name, reading)
            yield Claim("disciplines", claim.person, {"value": name}, start, end, rule)


def merge_statements(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those about the same competition of one person made one."""
    by_person: dict[int, list[Claim]] = defaultdict(list)
    at_event: dict[tuple[int, str], list[int]] = defaultdict(list)  # where in the list of its person
    for claim in claims:
        _merge(by_person[id(claim.person)], at_event[id(claim.person), claim.fields["event"]], claim)
    return (claim for found in by_person.values() for claim in found)


def _discipline_span(claim: Claim, name: str, reading: Reading) -> tuple[int, int]:
    """Where a claim names the discipline, else all of it."""
    sentence = reading.page.sentence_at(claim.start)
    spans = (s for s in reading.page.spans_of(sentence, "discipline") if claim.start <= s.start and s.end <= claim.end)
    return next(((s.start, s.end) for s in spans if discipline(s.text) == name), (claim.start, claim.end))


def key(fields: dict[str, Any]) -> object:
    """One fact for each competition, discipline and rank."""
    return (
        fields["event"],
        str(fields.get("date"))[:4],
        canonical_discipline(fields.get("discipline") or ""),
        fields.get("date_text"),
        fields.get("rank"),
    )


def _statements(reading: Reading) -> Iterator[Claim]:
    memory, career = Memory(reading.page), Career()
    for sentence in reading.page.sentences:
        memory.enter(sentence)
        listed = list(read_career_line(reading, sentence, career))
        listed = listed or list(read_ranked_names(reading, sentence, memory.current))
        if listed:
            yield from listed
            continue
        for frame in frames_of(reading.page, sentence):
            yield from _claims_of(frame, reading, sentence, memory)


def _claims_of(frame: Frame, reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Claim]:
    """The claims of one frame: its event is remembered, whatever it tells."""
    current = event_of(frame, reading.page, sentence) or _carried(frame, reading, sentence, memory)
    if current is None:
        return
    status = _status(frame, sentence)
    if frame.event is not None:
        memory.note(current, contested=status in ("past", "dnf"))
    if status is None:
        return
    people = competitors_of(frame, reading, sentence)
    start, end = frame.extent
    if frame.rank and not frame.is_title and not frame.disciplines:
        frame.disciplines = memory.disciplines(sentence)
    memory.note_disciplines(frame.disciplines, sentence)
    for fields in fields_of(frame, current, status, reading.page.published, memory.date):
        memory.note_date(fields)
        for person in people:
            yield Claim(NAME, person, fields, start, end, _rule(frame, fields["status"]))


def _carried(frame: Frame, reading: Reading, sentence: Sentence, memory: Memory) -> CurrentEvent | None:
    """The event that the article is speaking of, unless the result was at some other, unnamed one."""
    known = memory.current
    if known is None or sentence.index - known.sentence > CARRY_SENTENCES:
        return None
    text, end = reading.page.text, frame.anchor.end
    if GENERIC_EVENT.match(text, end) or (WIN.fullmatch(frame.anchor.text) and OTHER_PRIZE.match(text, end)):
        return None
    return known


def _status(frame: Frame, sentence: Sentence) -> Status | None:
    """What the words of the frame's clause say of it; a question says nothing."""
    if sentence.text.rstrip("\"'”’) ").endswith("?"):
        return None
    at = frame.anchor.start - sentence.start
    begin = max((m.end() for m in CLAUSE_BEGIN.finditer(sentence.text, 0, at)), default=0)
    stop = CLAUSE_END.search(sentence.text, at)
    clause = sentence.text[begin : stop.start() if stop else None]
    if (
        frame.event
        and not frame.rank
        and AFTER.search(sentence.text[:at])
        and sentence.text.startswith(", ", frame.event.end - sentence.start)
    ):
        return "past"
    return status_of(clause, at - begin, has_result=frame.rank is not None or frame.mark is not None)


def _rule(frame: Frame, status: Status) -> str:
    source = "named" if frame.event else "carried"
    if status != "past":
        return f"participation.{source}_{status}"
    shown = "title" if frame.is_title else "result" if frame.rank else "mark" if frame.mark else "bare"
    return f"participation.{source}_{shown}"


def _merge(found: list[Claim], at_event: list[int], claim: Claim) -> None:
    """Complete the last statement about the same competition, or add a new one."""
    for i in reversed(at_event):
        known = found[i]
        if _is_same(known.fields, claim.fields):
            better, other = (claim, known) if _weight(claim) > _weight(known) else (known, claim)
            fields = {**other.fields, **{name: value for name, value in better.fields.items() if value is not None}}
            also = better.also
            if fields != better.fields:
                also = (*also, (other.start, other.end), *other.also)
            sure = max((c.confidence for c in (known, claim) if c.confidence is not None), default=None)
            found[i] = Claim(NAME, known.person, fields, better.start, better.end, better.rule, also, sure)
            return
    at_event.append(len(found))
    found.append(claim)


def _weight(claim: Claim) -> int:
    return sum(claim.fields[name] is not None for name in WEIGHED)


def _is_same(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether nothing speaks against two statements being about one competition; dates are compared by their years."""
    if a["event"] != b["event"]:
        return False
    pairs = [
        (str(a[name])[:4] if name == "date" else a[name], str(b[name])[:4] if name == "date" else b[name])
        for name in MERGED
        if a[name] is not None and b[name] is not None
    ]
    return all(x == y for x, y in pairs)
