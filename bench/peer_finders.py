"""Facts about persons by patterns over the sentences and names of `peer_people`; competitions stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peer_people import Found, Sentence
from peer_wordings import (
    AGE_BEFORE,
    AGE_BEHIND,
    BESTS,
    BORN,
    BORN_IN,
    COUNTRIES,
    DISCIPLINE,
    FORMER,
    HOME,
    JOB,
    MARK,
    MONTHS,
    ROLE,
    ROLES,
    SPONSOR,
    SPONSOR_BEHIND,
    TEAM,
    TEAM_BEHIND,
)


def find_bio(s: Sentence) -> Iterator[Found]:
    for m in AGE_BEFORE.finditer(s.text):
        yield Found("age", s.described(*m.span()), {"value": int(m[1])}, m.span(1))
    for m in AGE_BEHIND.finditer(s.text):
        yield Found("age", s.nearest(m.start()), {"value": int(m[m.lastindex or 1])}, m.span())
    for m in BORN.finditer(s.text):
        month, day = (m["month"] or m["month2"] or "")[:3].lower(), m["day"] or m["day2"]
        value = f"{m['year']}-{MONTHS.index(month) + 1:02}-{int(day):02}" if day else m["year"]
        yield Found("birth_date", s.nearest(m.start()), {"value": value}, m.span())
    for m in DISCIPLINE.finditer(s.text):
        yield Found("discipline", s.described(*m.span()), {"value": m[0].lower()}, m.span())


def find_places(s: Sentence) -> Iterator[Found]:
    for n in s.names:
        before, after = s.text[: n.start], s.text[n.end :]
        is_told_of = n.label == "NORP" or before.endswith((" of ", " for ", " (")) or after[:2] in ("'s", "’s")
        if n.text in COUNTRIES and is_told_of:
            yield Found("nationality", s.described(n.start, n.end), {"value": COUNTRIES[n.text]}, (n.start, n.end))
        if n.label in ("GPE", "LOC", "FAC"):
            if (m := HOME.search(before)) or after.startswith("-based"):
                fact = {"value": n.text, "status": "former" if m and not m["now"] else "current"}
                yield Found("residence", s.described(n.start, n.end + 6), fact, (n.start, n.end))
            elif m := BORN_IN.search(before):
                end = next((x.end for x in s.names if x.start == n.end + 2 and x.label == "GPE"), n.end)
                yield Found("birth_place", s.nearest(m.start()), {"value": s.text[n.start : end]}, (n.start, end))


def find_organisations(s: Sentence) -> Iterator[Found]:
    for n in s.names:
        before, after, fact = s.text[: n.start], s.text[n.end :], {"name": n.text, "status": "current"}
        is_club = TEAM.search(before) or (n.label == "ORG" and TEAM_BEHIND.match(after))
        if is_club and n.label in ("ORG", "GPE") and n.text not in COUNTRIES:
            fact["status"] = "former" if FORMER.search(before) else "current"
            yield Found("team", s.nearest(n.start), fact, (n.start, n.end))
        elif n.label in ("ORG", "PRODUCT") and (SPONSOR.search(before) or SPONSOR_BEHIND.match(after)):
            yield Found("sponsor", s.nearest(n.start), fact, (n.start, n.end))
    for m in JOB.finditer(s.text):
        yield Found("sponsor", s.nearest(m.start()), {"description": m[1], "status": "current"}, m.span(1))


def find_relations(s: Sentence) -> Iterator[Found]:
    for m in ROLE.finditer(s.text):
        other = next((p for p in s.people if m.end() <= p.start <= m.end() + 2), None)
        subject = next((p.text for p in reversed(s.people) if p.end <= m.start() + 1), s.last)
        if other and subject != other.text:
            fact = {"role": ROLES[m["role"] or "coach"], "name": other.text}
            yield Found("relation", subject, fact, (m.start(), other.end))


def find_marks(s: Sentence) -> Iterator[Found]:
    marks, discipline = list(MARK.finditer(s.text)), DISCIPLINE.search(s.text)
    for kind, pattern in BESTS.items():
        for m in re.finditer(pattern, s.text) if marks else ():
            mark = min(marks, key=lambda x: abs(x.start() - m.start()))
            fact = {"kind": kind, "mark": mark[0], "discipline": discipline[0].lower() if discipline else None}
            yield Found("mark", s.nearest(m.start()), fact, mark.span())
