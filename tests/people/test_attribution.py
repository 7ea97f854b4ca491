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
    companions,
    described,
    owner,
    subject,
)
from bioextract.people.mentions import Mentions
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
    (subject, "Anna Berg and Carla Diaz [won].", [ANNA, CARLA]),
    (subject, "With a [win], Anna Berg was happy.", [ANNA]),
    (subject, "Carla Diaz's coach Anna Berg [won].", [ANNA]),
    (subject, "Ahead of Carla Diaz, Anna Berg [won].", [ANNA]),
    (subject, "It [rained].", []),
    (owner, "Anna Berg beat Carla Diaz in [her 11th marathon].", [ANNA]),
    (owner, "It is Anna Berg's [11th marathon].", [ANNA]),
    (owner, "Anna Berg won [the title].", [ANNA]),
    (adjacent_or_subject, "Anna Berg beat Carla Diaz, [29], again.", [CARLA]),
    (adjacent_or_subject, "Anna Berg [won] again.", [ANNA]),
    (described, "Carla Diaz lost. The [41-year-old] was sad.", [CARLA]),
    (described, "The [22-year-old] Swede Anna Berg won.", [ANNA]),
    (described, "Anna Berg, a [22-year-old] hurdler, won.", [ANNA]),
    (described, "Anna Berg is a [22-year-old] hurdler.", [ANNA]),
    (described, "Anna Berg won a [10-year-old] event.", []),
]


@pytest.mark.parametrize(("strategy", "marked", "names"), CASES)
def test_strategies(strategy: Who, marked: str, names: list[str]) -> None:
    assert choose(strategy, marked) == names


def choose(strategy: Who, marked: str) -> list[str]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    page = Page(Article(text), NLP)
    mentions = Mentions(page, build_roster(page))
    return [person.name for person in strategy(mentions.of(page.sentence_at(start)), start, end, text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg won with Carla Diaz, Eva Lind and Ida Moe.", [CARLA, "Eva Lind", "Ida Moe"]),
        ("Anna Berg won alongside her team-mate Carla Diaz.", [CARLA]),
        ("Anna Berg won from Carla Diaz.", []),
        ("Anna Berg won with ease, and Carla Diaz lost.", []),
    ],
)
def test_companions(text: str, names: list[str]) -> None:
    page = Page(Article(text), NLP)
    mentions = Mentions(page, build_roster(page))
    found = companions(mentions.of(page.sentences[0]), text.index(" won") + 4, 80, text)
    assert [person.name for person in found] == names
