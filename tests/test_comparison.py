from __future__ import annotations

import json
from typing import Any

import pytest
import stories
from invented import fact, make_record

from bioextract.articles import Article
from bioextract.comparison import Comparison, compare_runs
from bioextract.comparison_view import comparison_to_json, show_comparison, sums_of
from bioextract.records import Record

TEXT = "Anna Berg, 29, won the Oslo Marathon for Nordlys; Lars Holm was third."
AGE = fact("age", "29", value=29, confidence=0.9)
OSLO = fact("participation", "won the Oslo Marathon", event="Oslo Marathon", status="past", rank=1)


def record(*facts: dict[str, Any], source: str | None = "a.txt", text: str = TEXT, name: str = "Anna Berg") -> Record:
    return make_record(Article(text, source=source), {name: list(facts)})


def compare(old: list[Record], new: list[Record], threshold: float = 0.1) -> Comparison:
    return compare_runs(iter(old), iter(new), threshold)


def shown(comparison: Comparison) -> list[str]:
    return [line.plain for line in show_comparison(comparison, 0.1)]


def test_the_same_is_no_difference() -> None:
    comparison = compare([stories.preview(), stories.result()], [stories.result(), stories.preview()])
    assert not comparison
    assert sums_of(comparison)["all"] == {"old": 16, "new": 16, "same": 16, "won": 0, "lost": 0, "changed": 0}


def test_won_and_lost() -> None:
    comparison = compare([record(AGE)], [record(OSLO)])
    assert shown(comparison)[:3] == [
        "a.txt",
        "- Anna Berg: age 29 90%",
        "+ Anna Berg: participation Oslo Marathon (1st) 80%",
    ]
    assert sums_of(comparison)["age"] == {"old": 1, "new": 0, "same": 0, "won": 0, "lost": 1, "changed": 0}


def test_an_attribute_is_changed() -> None:
    comparison = compare([record(OSLO)], [record({**OSLO, "status": "upcoming", "rank": None})])
    assert (
        shown(comparison)[1]
        == "~ Anna Berg: participation Oslo Marathon (upcoming): status past → upcoming; rank 1 → nothing"
    )


def test_the_name_is_changed() -> None:
    comparison = compare([record(AGE, name="Berg")], [record(AGE)])
    assert shown(comparison)[1] == "~ Anna Berg: age 29: person Berg → Anna Berg"


@pytest.mark.parametrize(("confidence", "is_changed"), [(0.8, False), (1.0, False), (0.79, True)])
def test_a_confidence_is_changed_beyond_the_threshold(confidence: float, is_changed: bool) -> None:
    assert bool(compare([record(AGE)], [record({**AGE, "confidence": confidence})])) == is_changed


def test_evidence_elsewhere_is_no_change() -> None:
    assert not compare([record(AGE)], [record({**AGE, "quotes": ("Anna Berg, 29",)})])


def test_equal_facts_are_paired_before_similar_ones() -> None:
    other = {**OSLO, "rank": 2, "discipline": "marathon"}
    assert not compare([record(OSLO, other)], [record(other, OSLO)])


def test_a_moved_article_is_known_by_its_text() -> None:
    comparison = compare([record(AGE, source="old/a.txt")], [record(AGE, OSLO, source="new/a.txt")])
    assert shown(comparison)[:2] == ["new/a.txt", "+ Anna Berg: participation Oslo Marathon (1st) 80%"]


def test_an_article_whose_text_changed_is_known_by_its_source() -> None:
    assert not compare([record(AGE)], [record(AGE, text=f"{TEXT} More.")])


def test_articles_of_one_run_only() -> None:
    comparison = compare([record(AGE, text=f"{TEXT} One.", source="one.txt")], [record(AGE, source=None)])
    assert shown(comparison)[:2] == ["only in the old run: one.txt", f"only in the new run: {record().article.id}"]
    assert sums_of(comparison)["all"]["old"] == 0


def test_a_source_that_comes_twice() -> None:
    twice = [record(AGE), record(OSLO)]
    assert not compare(twice, twice)
    assert compare(twice, [record(AGE)]).only_old == ["a.txt"]


def test_json() -> None:
    comparison = compare([record(AGE, OSLO)], [record({**AGE, "confidence": 0.5})])
    value = json.loads(json.dumps(comparison_to_json(comparison, 0.1)))
    (article,) = value["articles"]
    assert article["lost"][0]["fact"] == {"event": "Oslo Marathon", "status": "past", "rank": 1}
    assert article["changed"][0]["changes"] == [{"field": "confidence", "old": 0.9, "new": 0.5}]
    assert value["sums"]["all"] == {"old": 2, "new": 1, "same": 0, "won": 0, "lost": 1, "changed": 1}
