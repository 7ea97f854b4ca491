"""The list of a career's results, as encyclopedias print it: years, events below them, and a line for each result.

    2016
    European Track Championships

    1st Omnium
    2nd Madison (with Ann Lee)

    3rd Points race, Grand Prix of Norway – Round 2, Oslo
    4th Overall Tour of Qinghai Lake

    1st Stage 3

A line gives what it holds; the year and the event that it lacks stand above it. An event is over at the next blank line
but one, and a line that is an event of its own can have stages and classifications below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.outcome import MEDALS, gives_medals
from bioextract.page import Page, Sentence
from bioextract.spans import disciplines as discipline_spans
from bioextract.spans import events as event_spans
from bioextract.values.disciplines import discipline

RULE = "participation.career_line"
YEAR_LINE = re.compile(r"(?P<year>(?:18|19|20)\d\d)(?:[-–/]\d\d(?:\d\d)?)?")
RANK_LINE = re.compile(
    r"(?P<rank>\d{1,3})(?:st|nd|rd|th)(?: ?& ?(?P<second>\d{1,3})(?:st|nd|rd|th))?"
    r"(?P<image>[ \t]*\S+\.(?:svg|png))?(?:[ \t]+\d+px)?[ \t]+(?P<rest>[^.!?]{2,160}|[^!?]{2,120}[^.!?])$",
    re.I,
)
MEDAL_IMAGE = re.compile(r".*medal|\s*(?:gold|silver|bronze)\b", re.I)
WITH = re.compile(r"\s*\(with [^()]*\)", re.I)
MARKUP = re.compile(r"\[\[(?:[^\[\]|]*\|)?|\]\]")
ROUND = re.compile(r"(?:\s*[-–]\s*|\s+|^)Rounds? [\d, &]+(?:\s*\((?P<inside>[^()]+)\)|\s*[-–]\s*(?P<behind>[^,–-]+))?$")
VENUE = re.compile(r"\s+[-–]\s+(?P<place>[^,–]+)$")
CONTEST = re.compile(
    r"(?P<what>(?:[\w-]+ ){0,2}classification|Stages? \d[\d, &–-]*(?:[ab]\b)?(?: ?\([A-Z]+\)(?: ?& ?\d+)?)?"
    r"|Prologue(?: \([A-Z]+\))?|Overall)"
    r"(?:,? (?P<event>.+))?",
    re.I,
)
AROUND_CONTEST = re.compile(
    r"(?:\s|junior|youth|senior|under|u|elite|team|mixed|men['’]s|women['’]s|race|event|\d|[-–])*", re.I
)
BULLETS = " \t*•·=-–"
INDENT = 8
LONGEST_EVENT = 80


class _Line(NamedTuple):
    """What the words behind the ranks of a line tell."""

    event: str | None
    what: str | None
    place: str | None


@dataclass(slots=True)
class Career:
    """What the lines and headings above a line of results have told."""

    year: str | None = None
    event: str | None = None
    place: str | None = None
    end: int = 0  # of the line before
    has_results: bool = False  # whether lines of the event have been read
    is_own: bool = False  # whether a line of results has named the event

    def pass_gap(self, has_gap: bool, rest: str) -> None:
        """Before a line of results: leave the event above if the line is none of its own.

        Below the name of an event its results follow after a blank line or none, until the next blank line. Below a
        result that names its event follow, after a blank line or none, its stages and classifications only.
        """
        is_part = self.is_own and not self.has_results and _is_contest(rest)
        if (has_gap and self.has_results) or (self.is_own and not is_part and (has_gap or not self.has_results)):
            self.event, self.place = None, None

    def name(self, text: str) -> None:
        """A line without a rank: a year, the event of the lines below it, or prose, which ends the list."""
        self.event, self.place, self.has_results, self.is_own = None, None, False, False
        if told := YEAR_LINE.fullmatch(text):
            self.year = told["year"]
        elif not _is_event_line(text):
            self.year = None
        elif self.year:
            line = _read(text)
            self.event, self.place = line.event, line.place


def read_career_line(reading: Reading, sentence: Sentence, career: Career) -> Iterator[Claim]:
    """The participations of one line, for the person whom the article is about and those named with "(with ...)"."""
    page = reading.page.text
    for start, end in _lines(page, sentence):
        for heading in page[career.end : start].split("\n"):  # headings are no sentences
            if told := heading.strip(BULLETS):
                career.name(told)
        text, has_gap = page[start:end].rstrip(), page.count("\n", career.end, start) > 1
        found = RANK_LINE.match(text)
        if found is None:
            career.name(text)
        elif career.year and not _names_somebody(reading, sentence, start + found.start("rest")):
            career.pass_gap(has_gap, found["rest"])
            yield from _claims(reading, sentence, start, found, career)
        career.end = end


def _names_somebody(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether the words behind a rank are a person's name: the results of a race, not those of a career."""
    return any(m.kind == "name" and at <= m.start < at + 2 for m in reading.mentions.of(sentence))


def listed_in(page: Page, claims: Iterable[Claim]) -> set[int]:
    """The numbers of the sentences that are lines of a list: results, and the names of events right above them."""
    results = {page.sentence_at(claim.start).index for claim in claims if claim.rule == RULE}
    above = {index - 1 for index in results if index} - results
    return results | {index for index in above if _is_event_line(page.sentences[index].text)}


def _is_event_line(text: str) -> bool:
    return len(text) < LONGEST_EVENT and not text.endswith((".", ":", "!", "?"))


def _lines(page: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The lines of a list that begin in a sentence, from behind their bullets to their end.

    A stop may have ended the sentence before the line does.
    """
    start = sentence.start
    before = page[max(0, start - INDENT) : start]
    if before.rpartition("\n")[2].strip(BULLETS) or (start > INDENT and "\n" not in before):
        return  # in the middle of a line
    is_listed = True
    while is_listed and start < sentence.end:
        end = page.find("\n", start)
        end = len(page) if end < 0 else end
        start += len(page[start:end]) - len(page[start:end].lstrip(BULLETS))
        yield start, end
        is_listed = RANK_LINE.match(page[start:end].rstrip()) is not None  # lines of prose are one sentence
        start = end + 1


def _claims(reading: Reading, sentence: Sentence, start: int, found: re.Match[str], career: Career) -> Iterator[Claim]:
    fields = _fields(reading.page, _read(found["rest"]), career)
    main = reading.mentions.main
    if (
        not main
        or not fields["event"]
        or (found["rest"][0].islower() and not _is_contest(found["rest"].partition(",")[0]))
    ):
        return  # "2nd child", "50th birthday"
    has_medals = bool(MEDAL_IMAGE.match(found["image"] or "")) or gives_medals(fields["event"])
    end = start + len(found.string)
    partners = [m.person for m in reading.mentions.of(sentence) if _is_partner(found.string, m.start - start)]
    for rank in [int(rank) for rank in (found["rank"], found["second"]) if rank]:
        for person in dict.fromkeys([main, *partners]):
            medal = MEDALS.get(rank) if has_medals else None
            yield Claim("events", person, {**fields, "rank": rank, "medal": medal}, start, end, RULE)


def _is_partner(line: str, at: int) -> bool:
    told = WITH.search(line)
    return told is not None and told.start() <= at < told.end()


def _fields(page: Page, line: _Line, career: Career) -> dict[str, Any]:
    """The fields of a line; its event becomes that of the lines below it, if it has one of its own."""
    is_below = career.event is not None and (line.event is None or (line.what is None and not career.is_own))
    if is_below:
        name, place, what = career.event or "", line.place or career.place, line.what or line.event
        career.has_results = True
    else:
        name, place, what = line.event or "", line.place, line.what
        career.event, career.place, career.has_results, career.is_own = name, place, False, True
    event = page.name_event(name, career.year)
    if what is None and (told := discipline_spans.find(name)):
        what = told[0].text
    return {
        "event": event.name,
        "event_text": name,
        "date": career.year,
        "date_precision": "year",
        "date_text": career.year,
        "place": place or event.place,
        "discipline": discipline(what) if what and what.lower() != "overall" else None,
        "status": "past",
        "rank_qualifier": "exact",
        "mark": None,
    }


def _read(text: str) -> _Line:
    """What "Omnium, European Championships, Round 1 (Oslo)", "Stage 2 Tour of Norway" and "Omnium – Oslo" tell."""
    place: str | None = None
    contests, others, follows_round = list[str](), list[str](), False
    text = MARKUP.sub("", WITH.sub("", text)).lstrip("-– ")
    if (told := CONTEST.fullmatch(text)) and not told["event"]:
        return _Line(None, told["what"], None)
    for part in text.split(", "):
        kept = part.strip()
        if follows_round and not event_spans.find(kept):
            place, kept = kept, ""
        follows_round = False
        if told := ROUND.search(kept):
            place = told["inside"] or told["behind"] or place
            follows_round, kept = place is None, kept[: told.start()]
        elif (told := VENUE.search(kept)) and _is_contest(kept[: told.start()]):
            place, kept = told["place"], kept[: told.start()]
        if kept:
            (contests if _is_contest(kept) else others).append(kept)
    if not contests and len(others) > 1 and not event_spans.find(others[0]):
        contests.append(others.pop(0))  # "Scratch, 3 Jours d'Aigle": no lexicon has every contest
    event = next(iter(others), None)
    if event and not contests and (told := CONTEST.fullmatch(event)):
        return _Line(told["event"], told["what"], place)
    return _Line(event, next(iter(contests), None), place or next(iter(others[1:]), None))


def _is_contest(text: str) -> bool:
    """Whether words name what is contested at an event, and nothing more: "Under-23 road race", "Stage 2"."""
    if told := CONTEST.fullmatch(text.strip()):
        return told["event"] is None
    rest, spans = text, discipline_spans.find(text)
    for span in reversed(spans):
        rest = rest[: span.start] + rest[span.end :]
    return bool(spans) and AROUND_CONTEST.fullmatch(rest) is not None
