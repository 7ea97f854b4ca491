"""Verdicts win over the extractor, also over another one that reads the same article."""

from __future__ import annotations

from typing import Any

import pytest
import stories
from invented import fact, make_record
from pydantic import ValidationError
from stories import PREVIEW
from verdict_maker import add, judge, told

from bioextract.articles import Article
from bioextract.records import Record
from bioextract.verdicts.apply import apply_verdicts, match_verdicts
from bioextract.verdicts.verdict import Verdict, standing

SPONSOR = ("sponsor", "Nordlys pays her")


def again(*facts: dict[str, Any], person: str = "Anna Berg") -> Record:
    """The preview as another extractor reads it."""
    return make_record(PREVIEW, {person: list(facts)})


def sponsors(record: Record) -> list[tuple[str | None, str, float]]:
    return [(deal.name, deal.status, deal.confidence) for person in record.people for deal in person.sponsors]


def test_right_is_sure() -> None:
    record = stories.preview()
    corrected = apply_verdicts(record, [judge(record, "sponsor", "right")])
    assert sponsors(corrected) == [("Nordlys", "current", 1.0)]
    assert corrected.people[0].age == record.people[0].age  # what is not judged stays as it is


def test_wrong_is_gone() -> None:
    record = stories.preview()
    assert sponsors(apply_verdicts(record, [judge(record, "sponsor", "wrong")])) == []


def test_mended_stands_in_its_place() -> None:
    record = stories.preview()
    corrected = apply_verdicts(record, [judge(record, "participation", "mended", number=1, status="missed")])
    statuses = [event.status for event in corrected.people[0].events]
    assert statuses == ["past", "missed", "missed", "upcoming", "hoped"]


def test_an_age_is_replaced_not_doubled() -> None:
    record = stories.preview()
    corrected = apply_verdicts(
        record, [judge(record, "age", "wrong"), add(PREVIEW, "Anna Berg", "age", "29", value=28)]
    )
    assert corrected.people[0].age
    assert corrected.people[0].age.value == 28


def test_added_also_of_somebody_new() -> None:
    record = stories.preview()
    added = [
        add(PREVIEW, "Anna Berg", "residence", "Visby", value="Visby"),
        add(PREVIEW, "Nordlys", "team", "Nordlys", name="Nordlys"),
    ]
    corrected = apply_verdicts(record, added)
    assert [person.name for person in corrected.people] == ["Anna Berg", "Nordlys"]
    assert corrected.people[0].residences[0].value == "Visby"


def test_a_person_of_whom_all_is_wrong_is_gone() -> None:
    record = stories.namesake()
    wrong = [judge(record, kind, "wrong") for kind in ("nationality", "discipline")]
    assert apply_verdicts(record, wrong).people == []


def test_counts_are_read_off_anew() -> None:
    record = stories.result()
    corrected = apply_verdicts(record, [judge(record, "count", "mended", value=13)])
    assert (record.people[0].marathon_count, corrected.people[0].marathon_count) == (12, 13)


class TestAnotherExtraction:
    """Verdicts on the first record, applied to a second one of the same text."""

    first = stories.preview()

    def test_right_brings_back_what_is_not_found_any_more(self) -> None:
        record = again(fact("age", "29", value=29))
        assert sponsors(apply_verdicts(record, [judge(self.first, "sponsor", "right")])) == [
            ("Nordlys", "current", 1.0)
        ]

    def test_wrong_holds_for_other_bounds(self) -> None:
        record = again(fact("sponsor", "Nordlys", name="Nordlys"))
        assert sponsors(apply_verdicts(record, [judge(self.first, "sponsor", "wrong")])) == []

    def test_wrong_says_nothing_of_another_value(self) -> None:
        record = again(fact(*SPONSOR, name="Nordlys", status="former"))
        assert sponsors(apply_verdicts(record, [judge(self.first, "sponsor", "wrong")])) == [("Nordlys", "former", 0.8)]

    @pytest.mark.parametrize("name", ["Nordlys", "Nordlys AS", "Somebody else"])
    def test_mended_wins_over_whatever_stands_there(self, name: str) -> None:
        record = again(fact(*SPONSOR, name=name, confidence=0.9))
        verdict = judge(self.first, "sponsor", "mended", name="Nordlys AS", status="future")
        assert sponsors(apply_verdicts(record, [verdict])) == [("Nordlys AS", "future", 1.0)]

    def test_added_is_not_doubled_by_who_finds_it_now(self) -> None:
        record = again(fact("residence", "Visby in 2022", value="Visby"))
        corrected = apply_verdicts(record, [add(PREVIEW, "Anna Berg", "residence", "Visby", value="Visby")])
        assert [(place.value, place.confidence) for place in corrected.people[0].residences] == [("Visby", 1.0)]

    def test_two_facts_with_one_span_are_two(self) -> None:
        two = [fact("relation", "pays her", role=role, name="Lars") for role in ("coach", "spouse")]
        record = again(*two)
        corrected = apply_verdicts(record, [judge(record, "relation", "wrong", number=1)])
        assert [relation.role for relation in corrected.people[0].relations] == ["coach"]
        mended = apply_verdicts(record, [judge(record, "relation", "mended", number=1, role="agent")])
        assert [relation.role for relation in mended.people[0].relations] == ["coach", "agent"]

    def test_two_facts_that_say_the_same_are_judged_one_by_one(self) -> None:
        quotes = ("Olympic Games", "hopes for the Olympic Games in 2028")
        record = again(*(fact("participation", quote, event="Olympic Games", status="hoped") for quote in quotes))
        right, wrong = judge(record, "participation", "right"), judge(record, "participation", "wrong", number=1)
        assert [told.verdict for told in match_verdicts([record.people[0].model_dump()], [right]).told] == [right, None]
        assert len(apply_verdicts(record, [right, wrong]).people[0].events) == 1

    def test_who_finds_it_right_beside_what_was_wrong(self) -> None:
        record = again(fact(*SPONSOR, name="Nordlys", confidence=0.41), fact("sponsor", "Nordlys", name="Nordlys AS"))
        verdict = judge(self.first, "sponsor", "mended", name="Nordlys AS")
        assert sponsors(apply_verdicts(record, [verdict])) == [("Nordlys AS", "current", 1.0)]

    def test_another_person_is_another_fact(self) -> None:
        record = again(fact(*SPONSOR, name="Nordlys"), person="Lars Holm")
        assert sponsors(apply_verdicts(record, [judge(self.first, "sponsor", "wrong")])) == [
            ("Nordlys", "current", 0.8)
        ]


def test_of_one_key_the_last_verdict_stands() -> None:
    record = stories.preview()
    right, wrong = judge(record, "age", "right"), judge(record, "age", "wrong")
    assert right.key == wrong.key
    assert list(standing([right, wrong]).values()) == [wrong]
    assert standing([right, judge(record, "age", "withdrawn")]) == {}
    assert list(standing([judge(record, "age", "withdrawn"), right]).values()) == [right]


@pytest.mark.parametrize(
    "broken",
    [
        {"verdict": "perhaps"}, {"kind": "shoe"}, {"article": "x"}, {"judged": None}, {"verdict": "mended"},
        {"judged": {"value": 200, "confidence": 1, "evidence": [{"start": 0, "end": 1, "text": "A"}]}},
    ],
)  # fmt: skip
def test_what_is_no_verdict(broken: dict[str, Any]) -> None:
    record = stories.preview()
    whole = {
        "article": record.article.id, "person": "Anna Berg", "kind": "age", "verdict": "right", "judged_at": "2024-10-01",
        "judged": told(record, "age"),
    }  # fmt: skip
    assert Verdict.model_validate(whole)
    with pytest.raises(ValidationError):
        Verdict.model_validate(whole | broken)


def test_a_text_that_has_changed_is_another_article() -> None:
    changed = Article(PREVIEW.text + " ", title=PREVIEW.title, published=PREVIEW.published, source=PREVIEW.source)
    assert changed.id != judge(stories.preview(), "age", "wrong").article
