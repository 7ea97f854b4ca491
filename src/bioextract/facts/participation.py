"""Participations: a person at a named competition, with date, place, discipline, status, rank, medal and mark."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.frames import CurrentEvent, Frame, Memory, frames_of
from bioextract.facts.results import Career, read_career_line, read_ranked_names
from bioextract.facts.status import Status, status_of
from bioextract.page import Sentence
from bioextract.people.attribution import adjacent_after, subject
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan
from bioextract.values.dates import parse_date
from bioextract.values.disciplines import discipline
from bioextract.values.events import Event, canonical_event
from bioextract.values.ranks import Rank, rank

NAME = "events"

MEDAL_EVENTS = re.compile(r"Olympic|Paralympic|World (?:Athletics |Indoor )?Championships|European (?:Indoor )?Championships|Commonwealth|Asian Games")
MEDALS = {1: "gold", 2: "silver", 3: "bronze"}
IMPLIED = re.compile(r"\b(?:Half Marathon|Marathon|Cross Country|Triathlon|\d+ ?[Kk]m?)\b")
CARRY_SENTENCES = 12
BY = re.compile(r"\bby $")
WITH = re.compile(r"\bwith (?:[\w’']+ ){0,3}$")
PARTNER = re.compile(r"\b(?:with|alongside|partnering|partnered by)(?: (?:his|her|team-?mates?|partners?|compatriots?|fellow))* $")
HOLDER = re.compile(r"(?:medall?ist|winner|champion|runner-up)$", re.I)
SHORT_LINK = re.compile(r"(?:,? (?:was|were|in|came|finished|placed|took|also|a|the|an?|with|who|and) ?|[ ,(–—-])*")


def claims(reading: Reading) -> Iterator[Claim]:
    """All participations; statements about the same competition are one fact, completed by each other."""
    by_person: dict[int, list[Claim]] = defaultdict(list)
    for claim in _statements(reading):
        _merge(by_person[id(claim.person)], claim)
    for found in by_person.values():
        for claim in found:
            yield claim
            if name := claim.fields["discipline"] or _implied_discipline(claim.fields["event"]):
                yield Claim("disciplines", claim.person, {"value": name}, claim.start, claim.end, _discipline_rule(claim))


def _implied_discipline(event: str) -> str | None:
    """What is contested at an event that says so in its name: "Boston Marathon"."""
    found = IMPLIED.search(event)
    return found.group().lower() if found else None


def _discipline_rule(claim: Claim) -> str:
    return "discipline." + claim.rule.partition(".")[2]


def key(fields: dict[str, Any]) -> object:
    """One fact for each competition and discipline."""
    return fields["event"], str(fields.get("date"))[:4], fields.get("discipline"), fields.get("date_text")


def _statements(reading: Reading) -> Iterator[Claim]:
    memory, career = Memory(reading.page), Career()
    for sentence in reading.page.sentences:
        memory.enter(sentence)
        told = list(read_career_line(reading, sentence, career))
        told = told or list(read_ranked_names(reading, sentence, memory.current))
        if told:
            yield from told
            continue
        for frame in frames_of(reading.page, sentence):
            yield from _claims_of(frame, reading, sentence, memory)


def _claims_of(frame: Frame, reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Claim]:
    current = _current(frame, sentence, memory)
    if current is None:
        return
    result = _result(frame)
    clause = _clause(frame, sentence)
    has_result = frame.rank is not None or frame.mark is not None
    people = _people(frame, reading, sentence)
    start, end = _evidence(frame)
    for fields in _fields(frame, current, result, reading):
        future = _is_future(fields["date"], reading.page.published)
        status = status_of(clause, year_is_future=future, has_result=has_result)
        if frame.event is not None:
            memory.note(current, contested=status in ("past", "dnf"))
        if status is None:
            continue
        for person in people:
            yield Claim(NAME, person, _with_status(fields, status), start, end, _rule(frame, status))


def _result(frame: Frame) -> Rank | None:
    """The rank that the words give; a title without a medal's name is a win."""
    if frame.rank is None:
        return None
    return rank(frame.rank.text) or (Rank(1, "exact", None) if frame.rank is frame.event else None)


def _rule(frame: Frame, status: Status) -> str:
    source = "named" if frame.event else "carried"
    shown = "title" if frame.rank is frame.event and frame.rank else "result" if frame.rank else "mark" if frame.mark else "bare"
    return f"participation.{source}_{shown}" if status == "past" else f"participation.{source}_{status}"


def _current(frame: Frame, sentence: Sentence, memory: Memory) -> CurrentEvent | None:
    """The event of a frame: its own, or the one that the article is speaking of."""
    if frame.event is None:
        known = memory.current
        return known if known and sentence.index - known.sentence <= CARRY_SENTENCES else None
    event = canonical_event(frame.event.text, year=_year(frame.dates))
    date_text = frame.dates[0].text if frame.dates else None
    place = frame.place.text if frame.place else None
    return CurrentEvent(event, frame.event.text, date_text, place, sentence.index)


def _year(dates: Sequence[RoleSpan]) -> str | None:
    found = [m.group() for d in dates if (m := re.search(r"\b(?:18|19|20)\d\d\b", d.text))]
    return found[0] if len(found) == 1 else None


def _fields(frame: Frame, current: CurrentEvent, result: Rank | None, reading: Reading) -> Iterator[dict[str, Any]]:
    """The fields of each participation of a frame: one a year and discipline."""
    date_texts: list[str | None] = [d.text for d in frame.dates] or [current.date_text if frame.event is None else None]
    disciplines: list[str | None] = [discipline(d.text) for d in frame.disciplines] or [None]
    for date_text in date_texts:
        date = _date(date_text, current.event, reading.page.published)
        for name in disciplines:
            yield {
                "event": current.event.name,
                "event_text": current.text,
                "date": date[0] if date else None,
                "date_precision": date[1] if date else None,
                "date_text": date_text,
                "place": frame.place.text if frame.place else current.place or current.event.place,
                "discipline": name,
                "mark": frame.mark.text if frame.mark else None,
                **_result_fields(result, current.event),
            }


def _date(text: str | None, event: Event, published: dt.date | None) -> tuple[str, str] | None:
    """ISO date and precision: of the words, else of the event's edition."""
    found = parse_date(text, base=published) if text else None
    if found:
        return found.iso, found.precision
    return (event.year, "year") if event.year else None


def _result_fields(result: Rank | None, event: Event) -> dict[str, Any]:
    if result is None:
        return {"rank": None, "rank_qualifier": None, "medal": None}
    medal = result.medal
    if medal is None and result.qualifier == "exact" and MEDAL_EVENTS.search(event.name):
        medal = MEDALS.get(result.value or 0)  # type: ignore[assignment]
    qualifier = result.qualifier if result.qualifier != "exact" else None
    return {"rank": result.value, "rank_qualifier": qualifier, "medal": medal}


def _with_status(fields: dict[str, Any], status: Status) -> dict[str, Any]:
    """The fields with their status: a result stands only where the competition is over."""
    if status == "past":
        return {**fields, "status": status}
    return {**fields, "status": status, "rank": None, "rank_qualifier": None, "medal": None}


def _is_future(date: str | None, published: dt.date | None) -> bool:
    return bool(date and published and date > published.isoformat()[: len(date)])


def _clause(frame: Frame, sentence: Sentence) -> str:
    """The words that tell a frame's status: its sentence, from the last full break before the anchor."""
    at = frame.anchor.start - sentence.start
    begin = max((m.end() for m in re.finditer(r";| but | while | before ", sentence.text[:at])), default=0)
    stop = re.search(r";| but | while ", sentence.text[at:])
    return sentence.text[begin : at + stop.start() if stop else None]


def _people(frame: Frame, reading: Reading, sentence: Sentence) -> list[Individual]:
    """Who did it: the name after "by" or "medallist", the name right before the result, else the subject; and who with."""
    mentions, text = reading.mentions.of(sentence), reading.page.text
    start, end = frame.anchor.start, frame.anchor.end
    if not mentions:
        return []
    for mention in mentions:
        gap = text[end : mention.start]
        if 0 <= mention.start - end < 40 and (BY.search(gap) or (gap == " " and HOLDER.search(frame.anchor.text))):
            return adjacent_after(mentions, mention.start, mention.start, text)
    for mention in reversed(mentions):
        if mention.end <= start and start - mention.end < 25 and SHORT_LINK.fullmatch(text, mention.end, start):
            if WITH.search(text, max(0, mention.start - 30), mention.start):
                return [mention.person]
            break
    people = subject(mentions, start, end, text)
    return list(dict.fromkeys(people + _partners(mentions, frame, text)))


def _partners(mentions: Sequence[Mention], frame: Frame, text: str) -> list[Individual]:
    """Those who won with the subject: "won the fours with NAME, NAME and NAME"."""
    after = [i for i, m in enumerate(mentions) if m.kind == "name" and 0 <= m.start - frame.anchor.end < 80]
    if not after or not PARTNER.search(text, frame.anchor.end, mentions[after[0]].start):
        return []
    found = [mentions[after[0]].person]
    for i in after[1:]:
        if not re.fullmatch(r"(?:, | and |, and )(?:[a-z]+ ){0,2}", text[mentions[i - 1].end : mentions[i].start]):
            break
        found.append(mentions[i].person)
    return found


def _evidence(frame: Frame) -> tuple[int, int]:
    parts = frame.parts
    return min(p.start for p in parts), max(p.end for p in parts)


def _merge(found: list[Claim], claim: Claim) -> None:
    """Complete an earlier statement about the same competition, or add a new one."""
    for i, known in enumerate(found):
        if _compatible(known.fields, claim.fields):
            better, other = (claim, known) if _weight(claim) > _weight(known) else (known, claim)
            fields = {**other.fields, **{k: v for k, v in better.fields.items() if v is not None}}
            found[i] = Claim(NAME, known.person, fields, better.start, better.end, better.rule)
            return
    found.append(claim)


def _weight(claim: Claim) -> int:
    return sum(claim.fields[name] is not None for name in ("rank", "date", "discipline", "mark", "place", "medal"))


def _compatible(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return a["event"] == b["event"] and all(
        a[name] is None or b[name] is None or str(a[name])[:4] == str(b[name])[:4] if name == "date" else a[name] is None or b[name] is None or a[name] == b[name]
        for name in ("date", "discipline", "rank", "medal")
    )
