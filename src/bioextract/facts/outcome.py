"""What happened at a competition: the values of one frame, as the fields of a participation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.cities import event_of_city
from bioextract.facts.frames import CurrentEvent, Frame
from bioextract.facts.status import Status
from bioextract.page import Page, Sentence
from bioextract.spans import RoleSpan
from bioextract.spans.event_rules import year_of_games
from bioextract.values.dates import Lean, PartialDate, Precision, parse_date, parse_date_after
from bioextract.values.disciplines import discipline
from bioextract.values.editions import edition_by_host, hosted_by
from bioextract.values.events import Event
from bioextract.values.ranks import Medal, Rank, rank
from bioextract.values.year_spans import year_spans

# Where the first three get medals: Games (but for meetings of that name), championships of the world or a continent.
MEDAL_EVENT = re.compile(
    r"Olympic|Paralympic|Commonwealth|Universiade|(?<!Bislett )(?<!Millrose )(?<!Highland )\bGames\b|"
    r"\b(?:World|European|Asian|(?<!South )African|Oceania|Pan[- ](?:American|Pacific|Arab)|"
    r"(?:North|South|Central) American)\b.* (?:Championships|Bowls Championship)\b"
)
NO_MEDALS = re.compile(r"\bTrials?\b|[Qq]ualif")
MEDALS: dict[int, Medal] = {1: "gold", 2: "silver", 3: "bronze"}
IMPLIED = re.compile(r"\b(?:Half Marathon|Marathon|Cross Country|Triathlon|\d+ ?[Kk]m?)\b")
# "Next year" and "last year" count from the day of publication, known or not.
FROM_ANCHOR = re.compile(r"\b(?:later|earlier|following|same|previous|preceding|after|before)\b", re.I)
YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
MOST_YEARS = 15  # from the first to the last one of a title


def event_of(frame: Frame, page: Page, sentence: Sentence) -> CurrentEvent | None:
    """The event that a frame names, by its name or by its city."""
    if frame.event is None:
        return None
    event = event_of_city(page, sentence, frame.event) if frame.event.role == "place" else None
    year = year_of_games(frame.event.text, page.text, frame.event.end) or _only_year(frame.dates)
    event = page.in_its_games(event) if event else page.name_event(frame.event.text, year)
    date_text = frame.dates[0].text if frame.dates else None
    return CurrentEvent(event, frame.event.text, date_text, frame.place.text if frame.place else None, sentence.index)


def fields_of(
    frame: Frame, current: CurrentEvent, status: Status, base: dt.date | None, anchor: PartialDate | None
) -> Iterator[dict[str, Any]]:
    """The fields of each participation of a frame: one a date and discipline.

    `base` is the day of publication, `anchor` the date told last, from which "four years later" counts.
    """
    date_texts: list[str | None] = [d.text for d in frame.dates] or [None if frame.event else current.date_text]
    dates = [(text, date) for text in date_texts for date in _years_of_title(text, frame, current.event, status)]
    disciplines = _disciplines(frame, current.event)
    told = _place(frame, current)
    for date_text, date in dates:
        iso, precision = _date(date, current.event, status, base, anchor)
        place = told if _may_be_held(current.event, told, iso) else None
        if iso is None and place and status == "past":
            held = edition_by_host(current.event.name, place, before=str(base.year) if base else None)
            iso, precision = (held.held, "year") if held else (None, None)
        final = _final_status(status, iso, base)
        for name in disciplines:
            yield {
                "event": current.event.name,
                "event_text": current.text,
                "date": iso,
                "date_precision": precision,
                "date_text": date_text,
                "place": place,
                "discipline": name,
                "status": final,
                "mark": frame.mark.text if frame.mark and final in ("past", "dnf") else None,
                **_result(frame, current.event, final),
            }


def _years_of_title(text: str | None, frame: Frame, event: Event, status: Status) -> Sequence[str | None]:
    """Every year of a title that is won every year ("national champion from 1991-94"), else the words as they are."""
    if not text or status != "past" or not frame.is_title or gives_medals(event.name):
        return [text]
    found = [span for span in year_spans(text) if 2 < len(span) <= MOST_YEARS]
    return [str(year) for year in found[0]] if len(found) == 1 else [text]


def _disciplines(frame: Frame, event: Event) -> list[str | None]:
    """What is told, unless the event says in its name what is contested there: "Boston Marathon"."""
    told: list[str | None] = [discipline(d.text) for d in frame.disciplines]
    implied = IMPLIED.search(event.name)
    if implied and not any(implied[0].lower() in (name or "") for name in told):
        return [implied[0].lower()]
    return told or [None]


def _place(frame: Frame, current: CurrentEvent) -> str | None:
    """Where it was held: said beside it or elsewhere; nothing where the place is part of its name here."""
    place = frame.place.text if frame.place else current.place or current.event.place
    is_named = place and re.search(rf"(?<!\w){re.escape(place)}(?!\w)", current.text or "")
    return None if is_named else place


def _may_be_held(event: Event, place: str | None, date: str | None) -> bool:
    """Whether an event can have been in a place then: not where the city was the host of other editions only."""
    years = {year for e in hosted_by(place or "") if e.event == event.name for year in (e.held, e.year)}
    return not years or date is None or date[:4] in years


def _only_year(dates: Sequence[RoleSpan]) -> str | None:
    found = [year.group() for date in dates if (year := YEAR.search(date.text))]
    return found[0] if len(found) == 1 else None


def _date(
    text: str | None, event: Event, status: Status, base: dt.date | None, anchor: PartialDate | None
) -> tuple[str | None, Precision | None]:
    """ISO date and precision: of the words, else of the event's edition. A bare "Sunday" goes where the verb goes."""
    lean: Lean = "future" if status in ("upcoming", "hoped") else "past"
    found = parse_date(text, base=base, lean=lean) if text else None
    if text and found is None and anchor and FROM_ANCHOR.search(text):
        found = parse_date_after(text, anchor)
    if found:
        return found.iso, found.precision
    return (event.year, "year") if event.year else (None, None)


def _final_status(status: Status, date: str | None, base: dt.date | None) -> Status:
    """What is told in the past tense but dated after the article is still to come."""
    is_future = bool(date and base and date > base.isoformat()[: len(date)])
    return "upcoming" if status == "past" and is_future else status


def _result(frame: Frame, event: Event, status: Status) -> dict[str, Any]:
    """Rank, qualifier and medal; a result stands only where the competition is over."""
    result = _rank(frame) if status == "past" else None
    if result is None:
        return {"rank": None, "rank_qualifier": None, "medal": None}
    medal = result.medal
    if medal is None and result.qualifier == "exact" and gives_medals(event.name):
        medal = MEDALS.get(result.value or 0)
    return {
        "rank": result.value,
        "rank_qualifier": result.qualifier,
        "medal": medal,
    }


def gives_medals(event: str) -> bool:
    """Whether the first three of an event get medals, by its canonical name.

    >>> gives_medals("World Athletics Championships"), gives_medals("US Olympic Trials"), gives_medals("Bislett Games")
    (True, False, False)
    """
    return MEDAL_EVENT.search(event) is not None and NO_MEDALS.search(event) is None


def _rank(frame: Frame) -> Rank | None:
    """The rank that the words give; a title without a medal's name is a win."""
    if frame.rank is None:
        return None
    return rank(frame.rank.text) or (Rank(1, "exact", None) if frame.is_title else None)
