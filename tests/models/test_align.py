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
