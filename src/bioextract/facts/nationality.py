"""Nationality: the country that adjectives, "X of Mongolia", national teams and codes in results give a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bioextract.facts.claim import Claim, Reading
from bioextract.facts.compatriots import fellow, named_compatriots
from bioextract.facts.national_teams import Found, competitor, members, row, squad, team_line
from bioextract.facts.nationality_wordings import (
    APPOSITION,
    GROUP,
    GROUP_JOINT,
    NEVER_BETWEEN,
    NO_NATIONALITY,
    NOUN_AFTER,
    OWNED,
    PERSON_NOUN,
    POSSESSIVE,
    PREDICATE,
    QUOTED,
    RECORD,
    RECORD_AFTER,
    STAFF,
    TO_NAME,
)
from bioextract.page import Sentence
from bioextract.people.attribution import adjacent_after, adjacent_before, subject
from bioextract.people.person import Individual, Mention
from bioextract.spans import RoleSpan
from bioextract.values.countries import country, form

NAME = "nationalities"


def claims(reading: Reading) -> Iterator[Claim]:
    """All nationalities that the page states; people learn their countries for later descriptions."""
    told = list(_told_countries(reading))
    yield from told
    yield from named_compatriots(reading, told)


def _told_countries(reading: Reading) -> Iterator[Claim]:
    for sentence in reading.page.sentences:
        own = _own_countries(reading, sentence)
        for span in reading.page.spans_of(sentence, "country"):
            land = country(span.text)
            if land is None or _is_no_nationality(reading, sentence, span):
                continue
            for rule, people, start, end in _owners(reading, sentence, span):
                may_differ = len(people) == 1 and rule != "fellow"
                for person in people if may_differ else [p for p in people if own.get(id(p), span) == span]:
                    person.countries.add(land.name)
                    yield Claim(
                        NAME, person, {"value": land.name, "code": land.code}, start, end, f"nationality.{rule}"
                    )


def _own_countries(reading: Reading, sentence: Sentence) -> dict[int, RoleSpan]:
    """By person the country that stands right beside the name: "Dutchman NAME and NAME of Spain"."""
    text, spans = reading.page.text, reading.page.spans_of(sentence, "country")
    if len(spans) < 2:
        return {}
    ends, starts = {span.end: span for span in spans}, {span.start: span for span in spans}
    own = dict[int, RoleSpan]()
    for name in (m for m in reading.mentions.of(sentence) if m.kind == "name"):
        owned = POSSESSIVE.search(text, max(0, name.start - 3), name.start)
        owner = ends.get(owned.start()) if owned else None
        adjective = ends.get(name.start - 1)
        if adjective and form(adjective.text) != "demonym":
            adjective = None
        gap = next((gap for gap in (" of ", " (") if text.startswith(gap, name.end)), None)
        if span := owner or adjective or (starts.get(name.end + len(gap)) if gap else None):
            own[id(name.person)] = span
    return own


def _is_no_nationality(reading: Reading, sentence: Sentence, span: RoleSpan) -> bool:
    """Part of the name of a competition, or only where somebody or their family comes from."""
    is_in_event = any(e.start <= span.start and span.end <= e.end for e in reading.page.spans_of(sentence, "event"))
    return is_in_event or NO_NATIONALITY.match(reading.page.text, span.end) is not None


def _owners(reading: Reading, sentence: Sentence, span: RoleSpan) -> Iterator[tuple[str, list[Individual], int, int]]:
    """The rule, the people and the evidence of one country span; the first wording that fits decides."""
    kind = form(span.text)
    finders = BY_DEMONYM if kind == "demonym" else BY_NAME
    found = next(filter(None, (find(reading, sentence, span) for find in finders)), None)
    yield from filter(None, (found, fellow(reading, sentence, span)))


def _described(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Part of a description that stands for a person: "the Kenyan"."""
    for mention in reading.mentions.of(sentence):
        if mention.kind == "description" and mention.start <= span.start and span.end <= mention.end:
            return "description", [mention.person], mention.start, mention.end
    return None


def _before_name(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Before a name, with words of a role between: "Kenyan runner NAME", "Sweden's NAME", "England captain NAME"."""
    text, mentions = reading.page.text, reading.mentions.of(sentence)
    for mention in mentions:
        if mention.start >= span.end and mention.kind == "name":
            between = text[span.end : mention.start]
            if not TO_NAME.fullmatch(between) or NEVER_BETWEEN.search(between):
                return None
            possessive = between[:1] in ("'", "’")
            if possessive and between[1:2] != "s" and not _ends_in_s(text, sentence, span):
                return None
            if (
                form(span.text) == "name"
                and not possessive
                and (STAFF.search(between) or not PERSON_NOUN.fullmatch(between))
            ):
                return None
            is_group = GROUP.search(between) or (between == " " and _is_plural(span.text))
            named = list(row(reading, sentence, mention.start, GROUP_JOINT)) if is_group else []
            people = [m.person for m in named] or adjacent_after(mentions, mention.start, mention.start, text)
            end = named[-1].end if named else mention.end
            return "possessive" if possessive else "before_name", people, span.start, end
    return None


def _ends_in_s(text: str, sentence: Sentence, span: RoleSpan) -> bool:
    """Whether an apostrophe after a country can be a possessive ("Wales' captain"), not the end of a quotation."""
    return span.text.endswith("s") and not QUOTED.search(text, sentence.start, span.start)


def _is_plural(demonym: str) -> bool:
    """Whether a demonym means several people: "Swedes", not "Swiss"."""
    return demonym.endswith("s") and country(demonym.removesuffix("s")) is not None


def _predicate(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Said of the subject: "is a Swedish hurdler"."""
    before = reading.page.text[max(sentence.start, span.start - 60) : span.start]
    owned = OWNED.search(before) and reading.page.text[span.end : span.end + 2] in ("'s", "’s")
    noun = form(span.text) == "demonym" or NOUN_AFTER.match(reading.page.text, span.end, span.end + 60)
    if not owned and not (noun and PREDICATE.search(before)):
        return None
    people = reading.who(subject, sentence, span.start, span.end)
    return "predicate", people, span.start, _noun_end(reading, span)


def _apposition(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Beside the name: "NAME, a Swedish hurdler,"."""
    before = reading.page.text[max(sentence.start, span.start - 60) : span.start]
    if gap := APPOSITION.search(before):
        at = span.start - len(gap["gap"])
        people = reading.who(adjacent_before, sentence, at, at)
        return ("apposition", people, span.start, _noun_end(reading, span)) if people else None
    return None


def _apposition_of_name(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """The same with a country's name before the noun: "NAME, the New Zealand sailor,"."""
    text = reading.page.text
    if text[span.end : span.end + 2] in ("'s", "’s") and text[max(0, span.start - 2) : span.start] == ", ":
        return _owned_after_comma(reading, sentence, span)
    noun = NOUN_AFTER.match(text, span.end, span.end + 60)
    return _described(reading, sentence, span) or (_apposition(reading, sentence, span) if noun else None)


def _owned_after_comma(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """ "NAME, Spain's Davis Cup hero,"."""
    people = reading.who(adjacent_before, sentence, span.start, span.end)
    return ("possessive_after", people, span.start, span.end) if people else None


def _noun_end(reading: Reading, span: RoleSpan) -> int:
    noun = NOUN_AFTER.match(reading.page.text, span.end, span.end + 60)
    return noun.end() if noun else span.end


def _of(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """After the name: "NAME of Mongolia"."""
    text = reading.page.text
    is_aside = text[span.end : span.end + 1] in (",", ".", ";") and span.text != "Georgia"
    for mention in reading.mentions.of(sentence):
        gap = text[mention.end : span.start]
        if gap == ", from " and not is_aside:
            continue
        if mention.kind == "name" and gap in (" of ", " of the ", " from ", " from the ", ", of ", ", from "):
            people = _joined_before(reading.mentions.of(sentence), mention, text)
            return gap.strip(" ,").removesuffix(" the"), people, mention.start, span.end
    return None


def _joined_before(mentions: Sequence[Mention], last: Mention, text: str) -> list[Individual]:
    """ "NAME and NAME of Vietnam": both."""
    before = [m for m in mentions if m.end <= last.start and text[m.end : last.start] in (" and ", " & ", " / ", "/")]
    return [m.person for m in (*before[-1:], last)]


def _record(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """Who breaks a country's record runs for it: "set a new Irish record"."""
    text = reading.page.text
    broken = RECORD.search(text, max(sentence.start, span.start - 50), span.start)
    if broken is None or not RECORD_AFTER.match(text, span.end):
        return None
    holders = [m for m in reading.mentions.of(sentence) if m.possessive and broken.start() <= m.start < span.start]
    people = reading.who(subject, sentence, span.start, span.end)
    return "record", [*people, *(m.person for m in holders if m.kind == "name")], span.start, span.end


def _coded(reading: Reading, sentence: Sentence, span: RoleSpan) -> Found:
    """In brackets or between commas after the name: "NAME (KEN)", "NAME, Kenya, 2:05:01"."""
    text = reading.page.text
    people = reading.who(adjacent_before, sentence, span.start, span.end)
    gap = text[max(0, span.start - 2) : span.start]
    after = text[span.end : span.end + 1]
    is_listed = form(span.text) == "code" and gap[1:] == " " and after in " ,;\n\t"
    if people and ((gap.endswith("(") and after in "),;:/ ") or (gap == ", " and after in ",;)") or is_listed):
        return "code", people, span.start, span.end
    return None


BY_DEMONYM = (_described, _before_name, _predicate, _apposition, _record, members, squad)
BY_NAME = (team_line, _of, _before_name, _coded, _predicate, _apposition_of_name, competitor, members, squad)


def key(fields: dict[str, Any]) -> object:
    """One fact a country, and a team: Chinese Taipei is Taiwan's."""
    return fields.get("code") or fields["value"]
