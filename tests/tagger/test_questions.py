"""What the model is asked: the right people, the right links, and nothing without bound."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from bioextract import Article, Extractor
from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.model import Asked
from bioextract.tagger.questions import MOST_PEOPLE
from bioextract.tagger.tagger import all_nodes, ask

STORY = "Anna Berg ran at the Lund Cup in 2019. It rained. She was fifth in the 800m, behind Carla Diaz."
CROWD = ", ".join(f"Anna {chr(65 + i)}berg" for i in range(20)) + " and Carla Diaz won the Lund Cup."


@pytest.fixture
def asked_of(extractor: Extractor, tokenizer: Any) -> Any:
    def find(text: str, title: str | None = None) -> list[Asked]:
        reading = extractor.read(Article(text, title=title))
        return ask(reading, all_nodes(reading, []), [], tokenizer)

    return find


def _pairs(asked: list[Asked]) -> set[tuple[str, str, bool]]:
    return {
        (pair.node.text, pair.anchor.person.name, pair.node.node is None) for window in asked for pair in window.pairs
    }


def _links(asked: list[Asked]) -> set[tuple[str, str]]:
    return {(link.hub.text, link.spoke.text) for window in asked for link in window.links}


def test_asks_about_everybody_in_the_sentence(asked_of: Any) -> None:
    assert {("fifth", "Anna Berg", False), ("fifth", "Carla Diaz", False)} <= _pairs(asked_of(STORY))


def test_carries_the_event_on_to_later_sentences(asked_of: Any) -> None:
    asked = asked_of(STORY)

    assert {("Lund Cup", "Anna Berg", True), ("Lund Cup", "Carla Diaz", True)} <= _pairs(asked)
    assert {("Lund Cup", "fifth"), ("Lund Cup", "2019"), ("fifth", "2019"), ("fifth", "800m")} <= _links(asked)


def test_asks_about_a_sentence_that_names_nobody(asked_of: Any) -> None:
    pairs = _pairs(asked_of("Anna Berg trained hard. " + "It rained. " * 3 + "Fifth at the Lund Cup in 2019."))

    assert ("Lund Cup", "Anna Berg", False) in pairs


def test_of_people_named_before_only_some_things_are_asked(asked_of: Any) -> None:
    others = "Anna Berg won. Berg smiled. Dagny Lind fell. Elin Ek rested. "  # the first is the main subject
    pairs = _pairs(asked_of(others + "Carla Diaz was fifth at the Lund Cup in 2019."))

    assert {name for text, name, _ in pairs if text == "fifth"} == {"Anna Berg", "Carla Diaz", "Elin Ek"}
    assert {name for text, name, _ in pairs if text == "2019"} == {"Anna Berg", "Carla Diaz"}


def test_of_what_was_told_before_dates_belong_to_events_told_before(asked_of: Any) -> None:
    asked = asked_of("Anna Berg ran the 800m at the Lund Cup in 2019. She fell. She was fifth.")
    links = {(link.hub.text, link.spoke.text) for window in asked for link in window.links if link.sentence == 2}

    assert links == {("Lund Cup", "2019"), ("Lund Cup", "fifth"), ("fifth", "800m"), ("fifth", "2019")}


def test_nobody_is_asked_about_themselves(asked_of: Any) -> None:
    assert not any(text == name for text, name, _ in _pairs(asked_of(STORY)))


def test_a_crowd_does_not_multiply_the_questions(asked_of: Any) -> None:
    (window,) = asked_of(CROWD)

    asked = Counter(id(pair.node) for pair in window.pairs if pair.node.node is not None)
    assert max(asked.values()) == MOST_PEOPLE


def test_the_features_have_the_width_that_the_network_takes(asked_of: Any) -> None:
    for window in asked_of(STORY, title="Anna Berg at the Lund Cup"):
        assert {len(pair.features) for pair in window.pairs} == {PAIR_FEATURES}
        assert {len(link.features) for link in window.links} == {LINK_FEATURES}


@pytest.mark.parametrize("text", [" ", "It rained.", "\n\n", "A", "1 2 3", "Anna Berg"])
def test_nothing_is_asked_where_there_is_nothing_to_say_of_anybody(asked_of: Any, text: str) -> None:
    assert asked_of(text, title="Title") == []
