"""Marks: performances told as a best or a record, each with its figure; a best without one is no mark.

A mark is a phrase ("her personal best", "a Dutch record") and the figure that stands nearest to it in a wording that
ties the two: right after it, right before it, or else loosely in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.page import Sentence
from bioextract.people.attribution import owner, subject
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan
from bioextract.values.countries import country, form
from bioextract.values.dates import parse_date
from bioextract.values.events import canonical_event
from bioextract.values.marks import parse_mark

NAME = "marks"

_OWN = r"(?:\b(?:his|her|my|their|whose|an?|the|another|[’']s)\b )?"
_HOW = r"(?:(?:own|new|big|huge|massive|previous|former|old|current|outdoor|indoor|all-time|lifetime|life-time|wind-legal|overall|outright) )"
_TIMED = r"(?: (?:times?|marks?|scores?|throws?|jumps?|performances?|runs?|vaults?|height|distance))?"
_SUPERLATIVE = r"(?:best|fastest|quickest|furthest|farthest|longest|highest)"
_AREA = r"(?:European|African|Asian|South American|North American|NACAC|Oceanian?|[Aa]rea|[Cc]ontinental)"
_OTHER = (
    r"(?:[Ss]chool|[Cc]lub|[Mm]eet(?:ing)?|[Cc]hampionships?|[Gg]ames|Olympic|Paralympic|Commonwealth|[Ss]tadium|[Tt]rack|[Cc]ollegiate|[Cc]ollege|"
    r"[Uu]niversity|[Ff]acility|[Cc]ounty|[Ss]tate|[Ll]eague|[Tt]eam|[Pp]rogram|[Ff]reshman|[Jj]unior|[Yy]outh|[Mm]asters|[Aa]ge[- ]group|"
    r"[Uu]nder-?\d\d|NCAA|[A-Z]{3,5}|meet)"
)
_BETWEEN = r"(?:(?:indoor|outdoor|short[- ]course|long[- ]course|all-comers|\d[\d,.x×]*(?:m|km|k)?|metres?|hurdles|backstroke|breaststroke|butterfly|freestyle|marathon|two[- ]mile|mile|S\d+|decathlon|heptathlon|steeplechase) ){0,4}"
_PATTERNS = {
    "season_best": rf"(?:season(?:[’']?s|al)?[- ]bests?|\bSBs?\b|{_SUPERLATIVE} (?:\w+ )?(?:of|in) the (?:season|year)|{_SUPERLATIVE} (?:this|of this) (?:season|year))",
    "personal_best": (
        rf"(?:personal[- ](?:best|record)s?|\bPBs?\b|\bpbs?\b|\bPRs?\b|life-?time bests?|lifetime[- ]bests?|career[- ](?:best|high)s?|best ever|"
        rf"{_SUPERLATIVE} (?:\w+ )?of (?:his|her|my|the) (?:life|career)|(?<=his )(?:{_HOW})?best\b|(?<=her )(?:{_HOW})?best\b|(?<=my )(?:{_HOW})?best\b|(?<=whose )best\b|"
        rf"(?<=with a )best\b(?= of)|(?<=[’']s )best\b(?= (?:is|of|time|in)\b)|{_SUPERLATIVE} (?:he|she|I) (?:has|have|had|[’']s|[’']ve)? ?ever|(?<=her )(?:quickest|fastest)|(?<=his )(?:quickest|fastest))"
    ),
    "world_record": rf"(?:\b[Ww]orld[- ]{_BETWEEN}(?:record|best|mark)s?\b|\bWR\b)",
    "area_record": rf"(?:\b{_AREA} {_BETWEEN}(?:record|best)s?\b|\bAR\b)",
    "course_record": r"(?:\b[Cc]ourse[- ](?:record|best)\b|\bCR\b|record for the course)",
    "other_record": rf"(?:\b(?:[Ww]orld )?{_OTHER} (?:[Ww]orld )?{_BETWEEN}(?:record|best)s?\b|\b(?:national|[Ww]orld) (?:junior|under-?\d\d|youth|masters) (?:record|best)s?\b)",
    "national_record": rf"(?:\b[Nn]ational {_BETWEEN}(?:record|best)s?\b|\bNR\b|\b(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:[’']s)? {_BETWEEN}record\b|\bcountry[’']s {_BETWEEN}record\b)",
}
PHRASES = {kind: re.compile(rf"{_OWN}{_HOW}{{0,3}}(?:{pattern}){_TIMED}") for kind, pattern in _PATTERNS.items()}
HINT = re.compile(r"best|record|mark|PB|PR|SB|NR|CR|WR|fastest|quickest|highest|furthest|farthest|longest|career")

_LINK = r"(?:times?|marks?|scores?|performances?|figures?|is|was|were|are|stands? at|standing at|now|still|remains|of|at|in|with|to|by running|clocking|running|the|an?|just|only|a time of|a new|currently)"
AFTER_TIGHT = re.compile(rf"[ ,:(–—-]*(?:{_LINK}[ ,:(–—-]+){{0,6}}")
AFTER_DISCIPLINE = re.compile(
    rf"[ ,(]*(?:of|in|for|over|at) (?:the )?[\w’',. -]{{2,40}}?(?:[ ,:(–—-]+{_LINK}){{1,6}}[ ,:(–—-]*"
)
BEFORE_TIGHT = re.compile(
    r"[ ,:()–—-]*(?:(?:which|that|and|also|is|was|remains|being|for|in|set|setting|to set|to equal|equalling|equals?|breaking|to break|a|an|the|his|her|my|new|as|still|it|"
    r"remained|by far|easily|another|both|seconds?|secs?|victory|stood|\w+ly|there) ?)*[ ,:(–—-]*"
)
MARGIN_BEFORE = re.compile(
    r"\b(?:by|by (?:over|almost|nearly|just|about|more than)|within|the|sub|under|below|over|outside|first|last|final|old|than)[ -]$"
)
MARGIN_AFTER = re.compile(
    r"[ -](?:off|faster|quicker|slower|better|inside|outside|ahead|clear|behind|short|shy|further|longer|higher|more|back|barrier|later|earlier|adrift|under|below|lead|run|race|event|final|hurdles|"
    r"freestyle|backstroke|breaststroke|butterfly|qualifying|standard|penalty)\b"
)
SET_BY = re.compile(r"[^.;]{0,25}?\b(?:set|held|owned) by ")
NOT_SET = re.compile(
    r"\b(?:not|never|without|hop\w+|wants?|aim\w*|bid|could|would|might|may|if|target\w*|chas\w+|seek\w*|attack\w*|attempt\w*|miss\w*|short of|close to|holder[’']?s?)\b[^,;]{0,40}$"
)
OLD = re.compile(r"\b(?:previous|former|old)\b")
GAP_STOP = re.compile(r"[;!?]|\. |\bbut\b|\bwhile\b|\bahead of\b|\bbeating\b|\bbeat\b")
REACH_AFTER, REACH_BEFORE = 90, 60


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
        figures = _figures(reading, sentence)
        phrases = list(_phrases(sentence)) if figures else []
        for phrase in phrases:
            for wording, figure in _tied(reading, sentence, phrase, phrases, figures):
                yield from _claims_of(reading, sentence, phrase, figure, wording)


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
            if kind == "national_record" and not _is_national(match):
                continue
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield _Phrase(kind, match.start() + sentence.start, match.end() + sentence.start, match.group())


def _is_national(match: re.Match[str]) -> bool:
    land = match["land"]
    return land is None or country(land) is not None


def _tied(
    reading: Reading, sentence: Sentence, phrase: _Phrase, phrases: Sequence[_Phrase], figures: Sequence[RoleSpan]
) -> list[tuple[str, RoleSpan]]:
    """The figures of a phrase and the wording that ties them: several only for a plural ("personal bests were")."""
    text = reading.page.text
    after = [f for f in figures if f.start >= phrase.end and f.start - phrase.end <= REACH_AFTER]
    before = [f for f in figures if f.end <= phrase.start and phrase.start - f.end <= REACH_BEFORE]
    if after and AFTER_TIGHT.fullmatch(text, phrase.end, after[0].start):
        return [("of", after[0]), *_listed(text, phrase, phrases, after)]
    if before and BEFORE_TIGHT.fullmatch(text, before[-1].end, phrase.start):
        return [("apposition", before[-1])]
    if after and AFTER_DISCIPLINE.fullmatch(text, phrase.end, after[0].start):
        return [("discipline", after[0]), *_listed(text, phrase, phrases, after)]
    if after and not _is_cut(text, phrases, phrase.end, after[0].start):
        return [("after", after[0])]
    if before and not _is_cut(text, phrases, before[-1].end, phrase.start):
        return [("before", before[-1])]
    return []


def _listed(
    text: str, phrase: _Phrase, phrases: Sequence[_Phrase], after: Sequence[RoleSpan]
) -> list[tuple[str, RoleSpan]]:
    if (
        not re.search(r"(?:bests|records|times|highs)$", phrase.text)
        or "respectively" in text[phrase.end : phrase.end + 150]
    ):
        return []
    return [
        ("list", figure) for figure in after[1:] if not _is_cut(text, phrases, phrase.end, figure.start, stop=r"\. ")
    ]


def _is_cut(text: str, phrases: Sequence[_Phrase], start: int, end: int, stop: str = GAP_STOP.pattern) -> bool:
    """Whether another best or record, or the end of a clause, stands between."""
    return any(start <= p.start < end for p in phrases) or re.search(stop, text[start:end]) is not None


def _claims_of(
    reading: Reading, sentence: Sentence, phrase: _Phrase, figure: RoleSpan, wording: str
) -> Iterator[Claim]:
    text = reading.page.text
    if NOT_SET.search(text, max(sentence.start, phrase.start - 50), phrase.start):
        wording = "unreal"
    elif OLD.search(phrase.text):
        wording = "old"
    kind = phrase.kind
    start, end = min(phrase.start, figure.start), max(phrase.end, figure.end)
    mentions = reading.mentions.of(sentence)
    people = _holders(mentions, end, text) or owner(mentions, start, end, text)
    fields = _fields(reading, sentence, phrase, figure)
    for person in people:
        yield Claim(NAME, person, fields, start, end, f"mark.{kind}_{wording}")


def _holders(mentions: Sequence[Mention], end: int, text: str) -> list[Individual]:
    """Who set it, where that is told: "the record of 2:04:26 set by NAME"."""
    if match := SET_BY.match(text, end, end + 40):
        following = [m for m in mentions if m.start >= match.end()]
        return [following[0].person] if following and following[0].start - match.end() < 60 else []
    return []


def _fields(reading: Reading, sentence: Sentence, phrase: _Phrase, figure: RoleSpan) -> dict[str, Any]:
    page = reading.page
    discipline = _nearest(page.spans_of(sentence, "discipline"), phrase, figure)
    date = _nearest(page.spans_of(sentence, "date"), phrase, figure, reach=60)
    event = _nearest(page.spans_of(sentence, "event"), phrase, figure, reach=60)
    day = parse_date(date.text, base=page.published) if date else None
    competition = canonical_event(event.text) if event else None
    performance = parse_mark(figure.text, discipline=discipline.text if discipline else None)
    return {
        "kind": phrase.kind,
        "mark": figure.text,
        "discipline": discipline.text if discipline else None,
        "amount": performance.amount if performance else None,
        "unit": performance.unit if performance else None,
        "date": day.iso if day else None,
        "event": competition.name if competition else None,
    }


def _nearest(spans: Sequence[RoleSpan], phrase: _Phrase, figure: RoleSpan, reach: int = 400) -> RoleSpan | None:
    """The span nearest to the phrase or the figure; one between or after them comes before one in front."""
    start, end = min(phrase.start, figure.start), max(phrase.end, figure.end)

    def distance(span: RoleSpan) -> int:
        if span.start >= end:
            return span.start - end
        return 0 if span.start >= start else start - span.end + 15

    near = sorted((s for s in spans if not (s.start < figure.end and figure.start < s.end)), key=distance)
    return near[0] if near and distance(near[0]) <= reach else None


def key(fields: dict[str, Any]) -> object:
    """One fact for each kind and performance, however it is written."""
    amount = fields.get("amount")
    return fields["kind"], (amount, fields.get("unit")) if amount is not None else fields["mark"].lower()
