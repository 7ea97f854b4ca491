"""Facts tied to spans: the labels, links and leftovers of a small annotated article."""

from __future__ import annotations

from typing import Any

import pytest
from align import Aligned, align

from bioextract import Article, Extractor

TEXT = (
    "Anna Berg, 31, won the 2019 Oslo Marathon in 2:25:31. The Swede is coached by Piet Vos. "
    "She was fifth at the Bergen Half Marathon. She lives in Malmö and runs for Vale Striders."
)
PEOPLE = [{"name": "Anna Berg", "aliases": ["Berg"]}, {"name": "Piet Vos", "aliases": []}]


def _aligned(extractor: Extractor, *facts: dict[str, Any], text: str = TEXT) -> Aligned:
    told = [{"subject": "Anna Berg", **fact} for fact in facts]
    return align(extractor.read(Article(text)), {"people": PEOPLE, "facts": told})


def _shown(aligned: Aligned, node: int) -> str:
    return aligned.reading.page.text[aligned.nodes[node].start : aligned.nodes[node].end]


TIED = [
    ({"type": "age", "quote": "Anna Berg, 31", "value": 31}, "age", ", 31"),
    ({"type": "nationality", "quote": "The Swede", "value": "Sweden"}, "nationality", "Swede"),
    ({"type": "relation", "quote": "is coached by Piet Vos", "role": "coach", "name": "Piet Vos"}, "coach", "Piet Vos"),
    ({"type": "residence", "quote": "lives in Malmö", "value": "Malmö"}, "residence_current", "Malmö"),
    (
        {"type": "team", "quote": "runs for Vale Striders", "name": "Vale Striders", "status": "current"},
        "team_current",
        "Vale Striders",
    ),
]


@pytest.mark.parametrize(("fact", "label", "shown"), TIED)
def test_ties_a_fact_to_its_span(extractor: Extractor, fact: dict[str, Any], label: str, shown: str) -> None:
    aligned = _aligned(extractor, fact)

    assert [(_shown(aligned, i), p.name, told) for i, p, told in aligned.labels] == [(shown, "Anna Berg", label)]
    assert aligned.missed == []


def test_ties_a_participation_with_all_that_hangs_on_it(extractor: Extractor) -> None:
    aligned = _aligned(
        extractor,
        {
            "type": "participation",
            "quote": "won the 2019 Oslo Marathon in 2:25:31",
            "event": "Oslo Marathon",
            "event_text": "2019 Oslo Marathon",
            "status": "past",
            "rank": 1,
            "mark": "2:25:31",
        },
    )

    labels = {told: _shown(aligned, i) for i, _, told in aligned.labels}
    assert labels["result"] == "won"
    assert labels["result_mark"] == "2:25:31"
    assert "Oslo Marathon" in labels["event_past"]
    assert {(_shown(aligned, a), _shown(aligned, b)) for a, b in aligned.links} >= {("won", "2:25:31")}


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ({"type": "age", "quote": "Anna Berg, 31", "value": 41}, "node"),
        ({"type": "age", "quote": "not in the text", "value": 31}, "quote"),
        ({"type": "age", "quote": "Anna Berg, 31", "value": 31, "subject": "Nobody Here"}, "person"),
        (
            {"type": "participation", "quote": "She was fifth", "event": "Lund Cup", "status": "past"},
            "event elsewhere",
        ),
    ],
)
def test_tells_why_a_fact_is_not_tied(extractor: Extractor, fact: dict[str, Any], reason: str) -> None:
    assert [told.reason for told in _aligned(extractor, fact).missed] == [reason]


def _labels(aligned: Aligned) -> set[tuple[str, str, bool]]:
    return {(_shown(aligned, i), told, bool(aligned.nodes[i].claims)) for i, _, told in aligned.labels}


def test_ties_a_count_to_its_numeral_and_to_what_rules_make_of_it(extractor: Extractor) -> None:
    fact = {"type": "count", "what": "gold", "event": "Olympic Games", "value": 2}

    aligned = _aligned(
        extractor, {**fact, "quote": "two-time Olympic champion"}, text="Anna Berg is a two-time Olympic champion."
    )

    assert {("two-time", "count_gold", False), ("two-time Olympic champion", "count_gold", True)} <= _labels(aligned)


def test_ties_a_result_to_the_medal_rather_than_to_the_win(extractor: Extractor) -> None:
    text = "Anna Berg won gold at the Oslo Games."
    fact = {"type": "participation", "event": "Oslo Games", "status": "past", "rank": 1, "medal": "gold", "quote": text}

    assert ("gold", "result", False) in _labels(_aligned(extractor, fact, text=text))


def test_ties_an_event_to_its_whole_words(extractor: Extractor) -> None:
    text = "Anna Berg won the 2004 Olympic relay."
    fact = {"type": "participation", "event": "Olympic Games", "event_text": "Olympic", "status": "past", "rank": 1}

    assert ("2004 Olympic relay", "event_past", False) in _labels(
        _aligned(extractor, {**fact, "quote": text}, text=text)
    )


@pytest.mark.parametrize(("date", "is_tied"), [("2008", True), ("2012", False)])
def test_another_edition_is_another_event(extractor: Extractor, date: str, is_tied: bool) -> None:
    text = "Anna Berg won at the Beijing Olympics."
    fact = {"type": "participation", "event": "Olympic Games", "status": "past", "date": date, "quote": text}

    assert bool(_aligned(extractor, fact, text=text).labels) is is_tied


def test_tells_what_is_said_where_a_person_is_not_mentioned(extractor: Extractor) -> None:
    text = "The Swedish relay team ran well. Anna Berg was the last of them."
    fact = {"type": "nationality", "quote": "The Swedish relay team", "value": "Sweden"}

    ((far, nearest),) = next(iter(_aligned(extractor, fact, text=text).far.values()))

    assert (far["value"], nearest) == ("Sweden", 1)
