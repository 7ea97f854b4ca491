"""The record checks itself: spans against the text, values against their ranges, and nothing that it does not know."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from bioextract.records import SCHEMA_VERSION, Age, Count, Participation, Person, Record, Span, Sponsor, Team

TEXT = "Anna Berg, 29, won 🏅 again."
EVIDENCE = [{"start": 11, "end": 13, "text": "29"}]
FACT: dict[str, Any] = {"evidence": EVIDENCE, "confidence": 0.9}


def count(event: str, value: int, what: str = "appearances") -> dict[str, Any]:
    return {**FACT, "event": event, "what": what, "value": value}


def record(**person: Any) -> dict[str, Any]:
    return {
        "extractor": {"version": "0", "model": "m", "config": "c"},
        "article": {"id": "sha256:" + 64 * "0", "characters": len(TEXT)},
        "people": [{"name": "Anna Berg", **person}],
    }


def test_evidence_is_checked_against_the_text() -> None:
    good = record(age={**FACT, "value": 29})
    assert Record.model_validate(good, context={"text": TEXT}).people[0].age
    with pytest.raises(ValidationError, match="of the article is not '29'"):
        Record.model_validate(good, context={"text": "Carla Diaz, 31, won again."})


@pytest.mark.parametrize("span", [{"start": 19, "end": 20, "text": "🏅"}, {"start": 0, "end": 9, "text": "Anna Berg"}])
def test_offsets_are_code_points(span: dict[str, Any]) -> None:
    assert Span.model_validate(span, context={"text": TEXT}).text == span["text"]


@pytest.mark.parametrize(
    "span",
    [
        {"start": 11, "end": 14, "text": "29"},
        {"start": 13, "end": 11, "text": "29"},
        {"start": -2, "end": 0, "text": "29"},
        {"start": 11, "end": 11, "text": ""},
        {"start": 98, "end": 100, "text": "29"},
        {"start": 10, "end": 12, "text": "29"},
    ],
)
def test_bad_spans_are_refused(span: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(span, context={"text": TEXT})


def test_spans_of_a_foreign_record_are_as_long_as_their_text() -> None:
    assert Span.model_validate(EVIDENCE[0])
    with pytest.raises(ValidationError, match="not as long as its text"):
        Span.model_validate({"start": 11, "end": 14, "text": "29"})


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Age, {"value": 29, "evidence": []}),
        (Age, {"value": -1}),
        (Age, {"value": 131}),
        (Age, {"value": 29, "as_of": "26.8.2023"}),
        (Age, {"value": 29, "confidence": 1.1}),
        (Age, {"value": 29, "years": 29}),
        (Count, {"event": "marathon", "what": "wins", "value": 1}),
        (Sponsor, {}),
        (Team, {"name": "", "status": "current"}),
        (Team, {"name": "Oslo", "status": "hoped"}),
        (Participation, {"event": "Oslo Marathon", "rank": 0}),
        (Participation, {"event": "Oslo Marathon", "date": "2023-13"}),
        (Participation, {"event": "Oslo Marathon", "date": "2023-02-01\n"}),
        (Participation, {"event": "Oslo Marathon", "status": "denied"}),
        (Participation, {"event": "Oslo Marathon", "medal": "tin"}),
    ],
)
def test_bad_facts_are_refused(model: Any, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({**FACT, **fields})


@pytest.mark.parametrize("deal", [{"name": "Oslo"}, {"description": "a bank"}])
@pytest.mark.parametrize("model", [Sponsor, Team])
def test_deal_has_a_name_or_a_description(model: Any, deal: dict[str, str]) -> None:
    assert model.model_validate({**FACT, **deal}).status == "current"


def test_unknown_fields_and_versions_are_refused() -> None:
    assert Record.model_validate(record()).schema_version == SCHEMA_VERSION == "1.0"
    for extra in ({"mood": "good"}, {"schema_version": "2.0"}):
        with pytest.raises(ValidationError):
            Record.model_validate(record() | extra)


def test_derived_counts_are_read_off_the_counts() -> None:
    counts = [
        count("Olympic Games", 1, "gold"),
        count("Olympic Games", 5),
        count("marathon", 74),
        count("World Athletics Championships", 11),
    ]
    person: Any = Person.model_validate({"name": "Anna Berg", "counts": counts})
    assert (person.olympic_count, person.marathon_count, person.world_championship_count) == (5, 74, 11)
    person = Person(name="Anna Berg")
    assert person.olympic_count is None


def test_round_trip_through_json() -> None:
    first = Record.model_validate(record(age={**FACT, "value": 29}, counts=[count("Olympic Games", 5)]))
    line = first.model_dump_json()
    assert json.loads(line)["people"][0]["olympic_count"] == 5
    again = Record.model_validate_json(line, context={"text": TEXT})
    assert again == first
    assert again.model_dump_json() == line


def test_derived_counts_of_json_are_not_trusted() -> None:
    person: Any = Person.model_validate(
        {"name": "Anna Berg", "olympic_count": 9, "counts": [count("Olympic Games", 5)]}
    )
    assert person.olympic_count == 5


def test_records_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Record.model_validate(record()).main_subject = "Carla Diaz"
