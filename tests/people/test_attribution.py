"""Whom a span is about: who stands beside it, who does it, who owns it."""

from __future__ import annotations

import pytest
import spacy

from bioextract import Article
from bioextract.page import Page
from bioextract.people.attribution import (
    Who,
    adjacent,
    adjacent_after,
    adjacent_before,
    adjacent_or_subject,
    owner,
    subject,
    within_or_subject,
)
from bioextract.people.references import Mentions
from bioextract.people.roster import build_roster

NLP = spacy.blank("en")
ANNA, CARLA = "Anna Berg", "Carla Diaz"

# strategy, text with the span in brackets, the people
CASES: list[tuple[Who, str, list[str]]] = [
    (adjacent_before, "Anna Berg, [29], won.", [ANNA]),
    (adjacent_before, "Anna Berg ([born 1981]) won.", [ANNA]),
    (adjacent_before, "Anna Berg won [in 2012].", []),
    (adjacent_before, "[Striker] Anna Berg won.", []),
    (adjacent_after, "The [striker] Anna Berg won.", [ANNA]),
    (adjacent_after, "The [coach], Anna Berg, cried.", [ANNA]),
    (adjacent_after, "The [hurdlers] Anna Berg and Carla Diaz won.", [ANNA, CARLA]),
    (adjacent_after, "The [race] that Anna Berg won was fast.", []),
    (adjacent, "The [striker] Anna Berg, who beat Carla Diaz, won.", [ANNA]),
    (adjacent, "Anna Berg, [a striker], won.", [ANNA]),
    (subject, "Anna Berg [won].", [ANNA]),
    (subject, "Anna Berg beat Carla Diaz to [win].", [ANNA]),
    (subject, "Carla Diaz's coach Anna Berg [won].", [ANNA]),
    (subject, "Anna Berg and Carla Diaz [won].", [ANNA, CARLA]),
    (subject, "Ahead of Carla Diaz, Anna Berg [won].", [ANNA]),
    (subject, "With a [win], Anna Berg was happy.", [ANNA]),
    (subject, "It [rained].", []),
    (owner, "Anna Berg beat Carla Diaz in [her 11th marathon].", [ANNA]),
    (owner, "It is Anna Berg's [11th marathon].", [ANNA]),
    (owner, "Anna Berg won [the title].", [ANNA]),
    (adjacent_or_subject, "Anna Berg beat Carla Diaz, [29], again.", [CARLA]),
    (adjacent_or_subject, "Anna Berg [won] again.", [ANNA]),
    (within_or_subject, "Carla Diaz lost. [The 41-year-old] was sad.", [CARLA]),
    (within_or_subject, "Anna Berg [won] again.", [ANNA]),
]


@pytest.mark.parametrize(("strategy", "marked", "names"), CASES)
def test_strategies(strategy: Who, marked: str, names: list[str]) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    page = Page(Article(text), NLP)
    mentions = Mentions(page, build_roster(page))
    found = strategy(mentions.of(page.sentence_at(start)), start, end, text)
    assert [person.name for person in found] == names
