"""Competitions by patterns: how many of them, and who took part in which, with the date, the place and the rank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peer_people import Found, Json, Sentence
from peer_wordings import (
    CANONICAL,
    COUNTED,
    DISCIPLINE,
    EDITION,
    EVENT,
    GIVES_MEDALS,
    HOSTS,
    MARK,
    MEDAL_WORD,
    MEDALS,
    RANK,
    STATUS,
    VALUES,
    YEAR,
)


def find_counts(s: Sentence) -> Iterator[Found]:
    for m in COUNTED.finditer(s.text):
        told = {key.rstrip("234"): value for key, value in m.groupdict().items() if value}
        words, n = m[0].lower(), told.get("n", "one").lower()
        event = canonical(MEDAL_WORD.sub("", told.get("at") or told.get("event") or ""))
        event = "Olympic Games" if "olympian" in words else event
        if event:
            value = VALUES.get(n) or int(re.sub(r"\D", "", n))
            fact = {"event": event, "what": kind_of_count(words, event), "value": value, "qualifier": "exact"}
            yield Found("count", s.described(*m.span()), fact, m.span())


def kind_of_count(words: str, event: str) -> str:
    """What a phrase of COUNTED counts."""
    medal = re.search(r"gold|silver|bronze|medal", words)
    if medal:
        return "medals" if medal[0] == "medal" else medal[0]
    if re.search(r"champions?$", words):
        return "gold" if GIVES_MEDALS.search(event) else "titles"
    return "titles" if re.search(r"winner|title|crown|^won", words) else "appearances"


def find_participations(s: Sentence) -> Iterator[Found]:
    """One for each event, person and discipline; a result without an event belongs to the event told last."""
    events = [m.span() for m in EVENT.finditer(s.text)]
    entities = [(n.start, n.end) for n in s.names if n.label == "EVENT"]
    events += [(start, end) for start, end in entities if all(end <= a or b <= start for a, b in events)]
    ranks = sorted(RANK.finditer(s.text), key=lambda m: m["won"] is not None)
    facts = []
    for span in events:
        event = canonical(s.text[slice(*span)])
        if " " in event or event == "Wimbledon":  # not "Games" or "Cup" alone
            rank = min(ranks, key=lambda m: (m["won"] is not None, abs(m.start() - span[0])), default=None)
            facts.append((describe(s, event, span, rank), rank, span))
    if s.told and ranks and not facts and not ranks[0]["won"]:
        fact = describe(s, s.told["event"], ranks[0].span(), ranks[0])
        facts = [({**fact, "date": fact["date"] or s.told["date"]}, ranks[0], ranks[0].span())]
    for fact, rank, span in facts:
        for person in s.everyone(rank.start() if rank else span[0]):
            for discipline in {m[0].lower(): 0 for m in DISCIPLINE.finditer(s.text)} or [None]:
                yield Found("participation", person, {**fact, "discipline": discipline}, span)


def describe(s: Sentence, event: str, span: tuple[int, int], rank: re.Match[str] | None) -> Json:
    """The participation in an event, with what else the sentence gives."""
    mark = MARK.search(s.text)
    status = next((status for status, pattern in STATUS.items() if re.search(pattern, s.text)), "past")
    places = (n for n in s.names if n.label == "GPE" and s.text[span[1] : n.start].endswith((" in ", "(")))
    rank = rank if status == "past" else None
    number, medal = read_rank(rank, event) if rank else (None, None)
    return {
        "event": event,
        "date": find_year(s.text, event, span),
        "place": next((n.text for n in places), None),
        "status": status,
        "rank": number,
        "medal": medal,
        "mark": mark[0] if mark and status == "past" else None,
    }


def read_rank(m: re.Match[str], event: str) -> tuple[int, str | None]:
    """The place that a match of RANK tells, and the medal that goes with it."""
    medal = (m["medal"] or "").lower()
    if medal:
        return MEDALS[medal], medal if medal != "runner-up" else None
    number = (m["rank"] or "first").lower()
    place = VALUES.get(number) or int(number[:-2])
    return place, "gold" if place == 1 and GIVES_MEDALS.search(event) else None


def find_year(text: str, event: str, span: tuple[int, int]) -> str | None:
    """The year in the event's words, else the nearest in the sentence, else that of the Olympic city."""
    years = sorted(YEAR.finditer(text), key=lambda m: max(m.start() - span[1], span[0] - m.end()))
    hosts = (str(year) for city, year in HOSTS.items() if city in text.lower())
    return years[0][0] if years else next(hosts, None) if event in ("Olympic Games", "Paralympic Games") else None


def canonical(event: str) -> str:
    """The name of an event without its edition: "the 1992 Summer Olympics" is "Olympic Games"."""
    event = EDITION.sub("", event.strip())
    return next((name for pattern, name in CANONICAL.items() if re.search(pattern, event, re.I)), event)
