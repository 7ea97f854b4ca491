"""Marks: performances told as a best or a record, each with its figure; a best without one is no mark.

A mark is a phrase ("her personal best", "a Dutch record") and the figure that stands nearest to it in a wording that
ties the two: right after it, right before it, or else loosely in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.page import Sentence
from bioextract.people.attribution import JOIN, adjacent_before, is_object, owner
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan
from bioextract.values.countries import country, form
from bioextract.values.dates import parse_date
from bioextract.values.disciplines import discipline as name_discipline
from bioextract.values.events import canonical_event
from bioextract.values.marks import parse_mark

NAME = "marks"

_OWN = r"(?:\b(?:[Hh]is|[Hh]er|[Mm]y|their|whose|an?|the|another|[’']s)\b )?"
_HOW = (
    r"(?:(?:own|new|big|huge|massive|previous|former|old|current|outdoor|indoor|all-time|lifetime|life-time|wind-legal|overall|"
    r"outright) )"
)
_TIMED = r"(?:(?: [a-z]+)? (?:times?|marks?|scores?|throws?|jumps?|performances?|runs?|vaults?|height|distance))?"
_MOST = r"(?:best|fastest|quickest|furthest|farthest|longest|highest)"
_RECORD = (
    r"(?:(?:indoor|outdoor|short[- ]course|long[- ]course|all-comers|running|\d[\d,.x×]*(?:m|km|k)?|metres?|meters?|"
    r"hurdles|backstroke|breaststroke|butterfly|freestyle|half[- ]marathon|marathon|two[- ]mile|mile|S\d+|decathlon|"
    r"heptathlon|steeplechase|shot put|(?:[Ww]om|[Mm])en[’']s) ){0,4}(?:[Rr]ecord|[Bb]est)s?\b"
)
_AREA = r"(?:European|African|Asian|South American|North American|NACAC|Oceanian?|[Aa]rea|[Cc]ontinental)"
_BODY = (
    r"(?:[Ss]chool|[Cc]lub|[Mm]eet(?:ing)?|[Cc]hampionships?|[Gg]ames|Olympic|Paralympic|Commonwealth|[Ss]tadium|[Tt]rack|[Gg]round|"
    r"[Cc]ollegiate|[Cc]ollege|[Uu]niversity|[Ff]acility|[Cc]ounty|[Ss]tate|[Ll]eague|[Tt]eam|[Pp]rogram|[Ff]reshman|[Mm]asters|"
    r"[A-Z]{3,5})"
)
_YOUNG = r"(?:[Jj]unior|[Yy]outh|[Aa]ge[- ]group|[Uu]nder-?\d\d|[Uu]\d\d)"
_PATTERNS = {
    "season_best": (
        r"\b[Ss]eason(?:[’']?s|al)?[- ][Bb]ests?|\bSBs?\b|"
        rf"{_MOST} (?:\w+ )?(?:of|in|this) (?:the |this )?(?:season|year)\b"
    ),
    "personal_best": (
        r"\b[Pp]ersonal[- ](?:[Bb]est|[Rr]ecord)s?|\b(?:PBs?|pbs?|PRs?)\b|life-?time[- ]bests?|"
        r"career[- ](?:best|high)s?|best ever|"
        rf"{_MOST} (?:\w+ )?of (?:his|her|my) (?:life|career)|{_MOST} (?:he|she|I) (?:has|have|had) ever|"
        rf"(?:(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Mm]y ))(?:{_HOW}?best|quickest|fastest)\b|(?<=whose )best\b|\bbest(?= \d)|"
        r"(?<=\ba )best\b(?= of)|(?<=[’']s )best\b(?= (?:is|of|time|in)\b)"
    ),
    "other_record": (
        rf"\b(?:[Ww]orld |[Nn]ational |[A-Z][a-z]+ )?{_YOUNG} (?:[Ww]orld |[Nn]ational )?{_RECORD}|\b{_BODY} {_RECORD}"
    ),
    "world_record": rf"\b[Ww]orld[- ](?:{_RECORD}|(?:indoor )?marks?\b)|\bWR\b",
    "area_record": rf"\b{_AREA} {_RECORD}|\bAR\b",
    "course_record": r"\b(?:[Cc]ourse|[Rr]ace)[- ](?:[Rr]ecord|[Bb]est)\b|\bCR\b|record for the course",
    "national_record": (
        rf"\b[Nn]ational {_RECORD}|\bNR\b|\b(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:[’']s)? {_RECORD}|"
        rf"\bcountry[’']s {_RECORD}"
    ),
}
PHRASES = {kind: re.compile(rf"{_OWN}{_HOW}{{0,3}}(?:{pattern}){_TIMED}") for kind, pattern in _PATTERNS.items()}
HINT = re.compile(
    r"[Bb]est|[Rr]ecord|mark|PB|PR|SB|NR|CR|WR|fastest|quickest|highest|furthest|farthest|longest|career-"
)

_GAP = r"[ ,:()–—-]"
_LINK = (
    r"(?:times?|marks?|scores?|performances?|figures?|is|was|were|are|stands? at|standing at|now|still|remains|of|at|"
    r"in|with|to|on|running|clocking|the|an?|just|only|a time of|a new|currently)"
)
AFTER_TIGHT = re.compile(rf"{_GAP}*(?:{_LINK}{_GAP}+){{0,6}}")
AFTER_DISCIPLINE = re.compile(
    rf"{_GAP}*(?:of|in|for|over|at) (?:the )?[\w’',. -]{{2,40}}?(?:{_GAP}+{_LINK}){{1,6}}{_GAP}*"
)
BEFORE_TIGHT = re.compile(
    rf"{_GAP}*(?:(?:which|that|and|also|is|was|remain(?:s|ed)|being|for|in|set|setting|to|equal(?:s|l?ing|l?ed)?|"
    rf"break(?:ing)?|broke|match(?:es|ed|ing)|t(?:ied|ying)|better(?:ed|ing)|smash(?:ed|ing)|with|an?|the|his|"
    rf"her|my|new|as|still|it|by far|another|both|seconds?|secs?|victory|stood|\w+ly|there){_GAP}+){{0,10}}"
)
MARGIN_BEFORE = re.compile(
    r"\b(?:by|by (?:over|almost|nearly|just|about|more than)|within|sub|under|below|over|outside|first|last|final|old|"
    r"than)[ -]$"
)
MARGIN_AFTER = re.compile(
    r"[ -](?:off|faster|quicker|slower|better|inside|outside|ahead|clear|behind|short|shy|further|longer|higher|more|"
    r"back|barrier|later|earlier|adrift|under|below|lead|run|race|event|final|hurdles|freestyle|backstroke|breaststroke|"
    r"butterfly|qualifying|standard|penalty)\b"
)
SET_BY = re.compile(r"[^.;]{0,25}?\b(?:set|held|owned) by ")
NOT_SET = re.compile(
    r"\b(?:not|never|without|hop\w+|wants?|aim\w*|bid|could|would|might|may|if|target\w*|chas\w+|seek\w*|attack\w*|attempt\w*|"
    r"miss\w*|close to|holder[’']?s?)\b[^,;]{0,40}$"
)
SHORT_OF = re.compile(r"\b(?:outside|short of|shy of|off|from) $")
OLD = re.compile(r"\b(?:previous|former|old)\b")
PLURAL = re.compile(r"(?:[Bb]ests|[Rr]ecords|times|highs|P[BR]s|pbs|SBs)$")
CLAUSE_END = re.compile(r"[;!?]|\. |\b(?:but|while|ahead of|beating|beat|after|before)\b")
REACH = 90


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A best or a record that a sentence speaks of: offsets of the page."""

    kind: str
    start: int
    end: int
    text: str


def claims(reading: Reading) -> Iterator[Claim]:
    """All marks that the page states."""
    for sentence in reading.page.sentences:
        if HINT.search(sentence.text) is None:
            continue
        if "respectively" in sentence.text:
            yield from _respectively(reading, sentence)
            continue
        figures = _figures(reading, sentence)
        phrases = list(_phrases(sentence)) if figures else []
        for phrase in phrases:
            if NOT_SET.search(reading.page.text, max(sentence.start, phrase.start - 50), phrase.start):
                continue
            for wording, figure in _tied(reading.page.text, phrase, phrases, figures):
                yield from _claims_of(reading, sentence, phrase, figure, "old" if OLD.search(phrase.text) else wording)


def _respectively(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """ "NAME and NAME ran personal bests of 51.20 and 52.40 respectively": as many names as figures, in their order."""
    end = reading.page.text.find("respectively", sentence.start, sentence.end)
    figures = [span for span in _figures(reading, sentence) if span.end <= end]
    phrase = next((p for p in _phrases(sentence) if PLURAL.search(p.text) and p.end <= end), None)
    if not phrase or not figures or NOT_SET.search(reading.page.text, sentence.start, phrase.start):
        return
    names = [m for m in reading.mentions.of(sentence) if m.kind == "name" and m.end <= figures[0].start]
    if len(names) == len(figures) > 1 and _are_listed(names, reading.page.text):
        for name, figure in zip(names, figures, strict=True):
            fields = {"kind": phrase.kind, **fields_of_mark(reading, sentence, figure, (figure.start, figure.end))}
            yield Claim(NAME, name.person, fields, min(phrase.start, name.start), figure.end, "mark.respectively")


def _are_listed(names: Sequence[Mention], text: str) -> bool:
    return not is_object(names[0], text) and all(JOIN.fullmatch(text, a.end, b.start) for a, b in pairwise(names))


def _figures(reading: Reading, sentence: Sentence) -> list[RoleSpan]:
    """The performances of a sentence, without margins ("by four seconds", "two minutes off")."""
    text = reading.page.text
    return [
        span
        for span in reading.page.spans_of(sentence, "mark")
        if not MARGIN_BEFORE.search(text, max(sentence.start, span.start - 20), span.start)
        and not MARGIN_AFTER.match(text, span.end, span.end + 15)
    ]


def _phrases(sentence: Sentence) -> Iterator[_Phrase]:
    """The bests and records, in order; of two that overlap the more special one."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in PHRASES.items():
        for match in pattern.finditer(sentence.text):
            land = match["land"] if kind == "national_record" else None
            if land and (country(land) is None or form(land) == "code"):
                continue
            if all(end <= match.start() or match.end() <= start for start, end in taken):
                taken.append(match.span())
                yield _Phrase(kind, match.start() + sentence.start, match.end() + sentence.start, match.group())


def _tied(
    text: str, phrase: _Phrase, phrases: Sequence[_Phrase], figures: Sequence[RoleSpan]
) -> list[tuple[str, RoleSpan]]:
    """The figures of a phrase and the wording that ties them: several only for a plural ("personal bests were")."""
    after = next((f for f in figures if f.start >= phrase.end), None)
    before = next((f for f in reversed(figures) if f.end <= phrase.start), None)
    after = after if after and after.start - phrase.end <= REACH else None
    before = before if before and phrase.start - before.end <= REACH else None
    if after and AFTER_TIGHT.fullmatch(text, phrase.end, after.start):
        return [("of", after), *_listed(text, phrase, phrases, figures, after)]
    if before and BEFORE_TIGHT.fullmatch(text, before.end, phrase.start):
        return [("apposition", before)]
    if after and AFTER_DISCIPLINE.fullmatch(text, phrase.end, after.start):
        return [("discipline", after), *_listed(text, phrase, phrases, figures, after)]
    is_short = SHORT_OF.search(text, max(0, phrase.start - 12), phrase.start) is not None
    if after and not is_short and (tie := _loose(text, phrases, phrase.end, after.start)):
        return [(f"{tie}_after", after)]
    if before and (tie := _loose(text, phrases, before.end, phrase.start)):
        return [(f"{tie}_before", before)]
    return []


def _listed(
    text: str, phrase: _Phrase, phrases: Sequence[_Phrase], figures: Sequence[RoleSpan], first: RoleSpan
) -> list[tuple[str, RoleSpan]]:
    """The further figures of a plural, as far as no other best or record is spoken of."""
    if not PLURAL.search(phrase.text):
        return []
    following = [f for f in figures if f.start > first.start]
    return [("list", f) for f in following if not any(phrase.end <= p.start < f.start for p in phrases)]


def _loose(text: str, phrases: Sequence[_Phrase], start: int, end: int) -> str | None:
    """How a phrase and a figure of one clause belong together: alone, or joined with another best or record."""
    if CLAUSE_END.search(text, start, end):
        return None
    between = [p for p in phrases if start <= p.start < end]
    if not between:
        return "near"
    gap = min(between[0].start - start, end - between[-1].end)
    return "joined" if len(between) == 1 and gap <= 45 else None


def _claims_of(
    reading: Reading, sentence: Sentence, phrase: _Phrase, figure: RoleSpan, wording: str
) -> Iterator[Claim]:
    text, mentions = reading.page.text, reading.mentions.of(sentence)
    start, end = min(phrase.start, figure.start), max(phrase.end, figure.end)
    people = _holders(mentions, end, text)
    if not people and phrase.text.startswith("whose"):
        people = adjacent_before(mentions, phrase.start, phrase.start, text)
    anchor = (figure.start, figure.end) if wording == "list" else (start, end)
    fields = {"kind": phrase.kind, **fields_of_mark(reading, sentence, figure, anchor)}
    for person in people or owner(mentions, start, end, text):
        yield Claim(NAME, person, fields, start, end, f"mark.{wording}")


def _holders(mentions: Sequence[Mention], end: int, text: str) -> list[Individual]:
    """Who set it, where that is told: "the record of 2:04:26 set by NAME"."""
    if match := SET_BY.match(text, end, end + 40):
        following = [m for m in mentions if m.start >= match.end()]
        return [following[0].person] if following and following[0].start - match.end() < 60 else []
    return []


def fields_of_mark(reading: Reading, sentence: Sentence, figure: RoleSpan, anchor: tuple[int, int]) -> dict[str, Any]:
    """The performance of a figure with the discipline, date and event that stand nearest to the anchor (start, end)."""
    page = reading.page
    discipline = _nearest(page.spans_of(sentence, "discipline"), figure, anchor) or _last_before(reading, sentence)
    date = _nearest(page.spans_of(sentence, "date"), figure, anchor, reach=60)
    event = _nearest(page.spans_of(sentence, "event"), figure, anchor, reach=60)
    day = parse_date(date.text, base=page.published) if date else None
    competition = canonical_event(event.text) if event else None
    performance = parse_mark(figure.text, discipline=discipline.text if discipline else None)
    return {
        "mark": figure.text,
        "discipline": name_discipline(discipline.text) if discipline else None,
        "amount": performance.amount if performance else None,
        "unit": performance.unit if performance else None,
        "date": day.iso if day else competition.year if competition else None,
        "event": competition.name if competition else None,
    }


def _last_before(reading: Reading, sentence: Sentence) -> RoleSpan | None:
    """The discipline last spoken of in the paragraph."""
    for other in reversed(reading.page.sentences[max(0, sentence.index - 3) : sentence.index]):
        if other.block == sentence.block and (spans := reading.page.spans_of(other, "discipline")):
            return spans[-1]
    return None


def _nearest(spans: Sequence[RoleSpan], figure: RoleSpan, anchor: tuple[int, int], reach: int = 400) -> RoleSpan | None:
    """The span nearest to the anchor, the best with its figure; one within or after it comes before one in front."""
    start, end = anchor

    def distance(span: RoleSpan) -> int:
        if span.start >= end:
            return span.start - end
        return 0 if span.start >= start else start - span.end + 15

    near = sorted((s for s in spans if s.end <= figure.start or figure.end <= s.start), key=distance)
    return near[0] if near and distance(near[0]) <= reach else None


def key(fields: dict[str, Any]) -> object:
    """One fact for each kind and performance, however it is written."""
    amount = fields.get("amount")
    return fields["kind"], (amount, fields.get("unit")) if amount is not None else fields["mark"].lower()
