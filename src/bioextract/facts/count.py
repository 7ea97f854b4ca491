"""Counts: how many times over a career so far; never what is hoped for, denied, or told of one dated event only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bioextract.facts.claim import Claim, Match, Reading, apply_rules
from bioextract.facts.count_lists import MOST, count_list, count_tour
from bioextract.facts.count_wordings import LISTED, RULES, TWICE, WIN
from bioextract.facts.outcome import gives_medals
from bioextract.facts.titles import HOSTS, name_event, name_spoken_of, name_titles
from bioextract.spans.event_rules import year_of_games
from bioextract.values.countries import country, form
from bioextract.values.events import canonical_event
from bioextract.values.numbers import TIMES, Quantity, ordinal, quantity, times

NAME = "counts"

UNREAL = re.compile(
    r"\b(?:not|never|\w+n[’']t|without|hop(?:es?|ed|ing)|want(?:s|ed)?|dream(?:s|ed|t|ing)?|aim(?:s|ed|ing)?|could|"
    r"bid(?:ding)?|would|might|may|should|if|potential|future|next|target(?:s|ing)?|chas(?:e|es|ing)|seek(?:s|ing)?|"
    r"sought|goal|looking|tr(?:y|ies|ied|ying)|attempt(?:s|ing)?|prospect|chance|needs?|quest|pursuit|pursuing|eye[sd]?|"
    r"eyeing|can|failed to|den(?:y|ied)|missed|short of|stripped|favourites?|expected|possible|set to win|going for|"
    r"in search)\b[^,;:()–—]{0,50}$",
    re.I,
)
CLAUSE = re.compile(r"\b(?:because|but|who|which|after|having|when|since)\b")
DATED_BEFORE = re.compile(rf"(?:\b(?:1[89]|20)\d\d(?:[-–/]\d+)?(?:,? and (?:\d{{4}} )?)?|\b(?:{HOSTS})(?:[’']s)?) ?$")
DATED_AFTER = re.compile(
    r",? (?:in|at|from|of|for) (?:the )?(?:[A-Z]\w+ ){0,2}(?:(?:1[89]|20)\d\d|[A-Z]\w+)| [-–(]* ?(?:1[89]|20)\d\d|"
    r" of the year"
)
FIRST_DATED = re.compile(r",? (?:in|on|at) (?:\w+ ){0,2}(?:\d{4}|age|the)")
COUNTED_BEFORE = re.compile(rf"(?i:{TIMES})[- ](?:[a-z]+ )?$")
WHERE_WON = re.compile(r"\b(?:where (?:he|she)(?: also)?|then)(?: \w+)? $")
WON_BEFORE = re.compile(rf"{WIN}(?: \w+)? $")
FORMER = re.compile(r"\b(?:former|defending) $", re.I)
BARE_NATIONAL = re.compile(r"^(?:\w+ )?national (?:\w+ )?$")
RACE_WON = frozenset({"count.times_winner", "count.twice_won", "count.won_times"})
NO_CAREER = re.compile(r"\b(?:banned|suspended|called up|squad|selected|of|will have|in) (?:\w+ )?(?:for )?$")
ONE_SERIES = re.compile(r",? (?:in|at|during|this|last|against) ")
NATIONAL_TEAM = re.compile(r"(?:(?P<land>.*?) )?(?:(?:wo)?men[’']s )?national (?:\w+ )*(?:team|side)")
TITLE_NOUN = re.compile(r"\b(?:titles?|crowns?)\b")
COUNTED_AFTER = re.compile(rf" {TWICE}")
TOP_LEVEL = re.compile(r"olympic|world", re.I)


def claims(reading: Reading) -> Iterator[Claim]:
    """All counts that the page states; caps without a team are for the person's country."""
    for claim in map(_narrowed, apply_rules(NAME, RULES, read, reading)):
        if not claim.fields["event"]:
            if len(claim.person.countries) != 1:
                continue
            claim.fields["event"] = next(iter(claim.person.countries))
        yield claim


def _narrowed(claim: Claim) -> Claim:
    """The claim with its own item of a list as evidence."""
    start, end = claim.fields.get("at", (claim.start, claim.end))
    fields = {name: value for name, value in claim.fields.items() if name != "at"}
    return replace(claim, fields=fields, start=start, end=end)


def read(match: Match, reading: Reading) -> list[dict[str, Any]] | None:
    """One count for each event that the words name, unless they are denied, hoped for, or about one dated event."""
    text, sentence = reading.page.text, match.sentence
    before, after = text[max(sentence.start, match.start - 70) : match.start], text[match.end : match.end + 30]
    if UNREAL.search(CLAUSE.split(before)[-1]) or sentence.text.rstrip("\"'”’ ").endswith("?"):
        return None
    if "list" in match.groups:
        return list(count_list(match, reading.page.text))
    if match.rule.name == "count.tour_titles":
        return list(count_tour(match.groups))
    amount = _amount(match.groups)
    if amount is None or not 1 <= amount.value < MOST or _is_no_count(match, before, after):
        return None
    events, what = _events(match, reading), _what(match)
    if match.rule.name == "count.champion":
        events = [event for event in events if gives_medals(event)]
    if what == "titles" and events and all(gives_medals(event) for event in events):
        what = "gold"
    return [{"event": e, "what": what, "value": amount.value, "qualifier": amount.qualifier} for e in events]


def _is_no_count(match: Match, before: str, after: str) -> bool:
    """Whether the words tell a score, a result of one dated event, or part of a larger wording ("two-time" + this)."""
    if before.endswith(("-", "–", "‑")) or (before and match.groups.get("n", "")[:1].isupper()):
        return True
    no_count: object = False
    match match.rule.name:
        case "count.champion" | "count.medallist":
            lesser = FORMER.search(before) and not TOP_LEVEL.search(match.groups["title"])
            counted = COUNTED_BEFORE.search(before) or COUNTED_AFTER.match(after)
            no_count = lesser or DATED_BEFORE.search(before) or DATED_AFTER.match(after) or counted
        case "count.medals_won" | "count.medals":
            no_count = WHERE_WON.search(before)
        case "count.ordinal_event":
            no_count = WON_BEFORE.search(before) or ordinal(match.groups["ord"]) == 1
        case "count.ordinal_title":  # a dated result as a rule; of which country stands elsewhere
            no_count = BARE_NATIONAL.search(match.groups["title"])
        case "count.internationals" | "count.played_for":  # games for a club are no counts
            team = match.groups["team"]
            is_country = NATIONAL_TEAM.fullmatch(team) or (country(team) and form(team) != "demonym")
            no_count = not is_country or NO_CAREER.search(before) or ONE_SERIES.match(after)
        case "count.first_marathon":
            no_count = FIRST_DATED.match(after)
    return bool(no_count)


def _amount(groups: dict[str, str]) -> Quantity | None:
    if "n" in groups:
        return quantity(groups["n"])
    value: int | None = 1
    if "ord" in groups:
        value = ordinal(groups["ord"])
    elif "times" in groups:
        told = groups["times"].lower().removeprefix("on ").replace("occasions", "times")
        value = 1 if told == "first-time" else times(told)
    return None if value is None else Quantity(value, "exact")


def _what(match: Match) -> str:
    groups = match.groups
    if "medal" in groups or "medals" in groups:
        return groups.get("medal", "medals")
    if "title" not in groups:
        return "appearances"
    return "gold" if match.rule.name == "count.champion" else "titles"


def _events(match: Match, reading: Reading) -> list[str]:
    """The events that are counted; "" for caps without a team."""
    groups, page = match.groups, reading.page.text
    if "caps" in groups:
        return [_land(groups.get("team", ""))]
    if told := groups.get("event"):
        return [name for name in [_name_told(told, match, page)] if name]
    words = groups.get("title", "") + groups.get("wins", "")
    holder = groups.keys().isdisjoint({"noun", "wins"}) and not _is_race(match.rule.name, words)
    if names := name_titles(words, page, holder=holder):
        return names
    if match.rule.name == "count.champion_times":
        return []
    listed = list(LISTED.finditer(page, match.sentence.start, match.start))
    return (name_titles(listed[-1]["title"], page, holder=False) if listed else []) or _near(match, reading)


def _land(team: str) -> str:
    """The country of "Estonia national football team", "" of "national team"; any other name as it stands."""
    if national := NATIONAL_TEAM.fullmatch(team):
        land = country(national["land"] or "")
        return land.name if land else ""
    return team


def _is_race(rule: str, words: str) -> bool:
    """Whether words after "won" name a race: not a title, nor what a country has championships in."""
    first = words.split(" ", maxsplit=1)[0]
    return rule in RACE_WON and not (TITLE_NOUN.search(words) or first == "national" or country(first))


def _name_told(told: str, match: Match, page: str) -> str | None:
    """The event; None where medals are counted in a city, unless it is with its year that of Games."""
    start = match.offset("event")
    end = start + len(told)
    if told.lower() in ("games", "championships"):
        return name_spoken_of(told, page, start, end)
    if "ympian" in told:
        return {"o": "Olympic Games", "p": "Paralympic Games"}[told[0].lower()]
    if year := year_of_games(told, page, end):
        return canonical_event(told, year=year).name
    name = name_event(told, page)
    is_race = name.endswith("Marathon") and "arathon" not in told
    return None if is_race and not match.groups.keys().isdisjoint({"medal", "medals"}) else name


def _near(match: Match, reading: Reading) -> list[str]:
    """The event nearest to a bare "four gold medals": in its sentence, else the last one of the sentence before."""
    page, index = reading.page, match.sentence.index
    spans = page.spans_of(match.sentence, "event")
    spans.sort(key=lambda s: min(abs(s.start - match.end), abs(match.start - s.end)))
    if not spans and index and page.sentences[index - 1].block == match.sentence.block:
        spans = page.spans_of(page.sentences[index - 1], "event")[-1:]
    return [name_event(span.text, page.text) for span in spans[:1]]


def key(fields: dict[str, Any]) -> object:
    """One fact for each event, what is counted, and number."""
    return fields["event"].lower(), fields["what"], fields["value"]
