"""Candidates: wide enough to hold what a fact can be shown by."""

from __future__ import annotations

import pytest

from bioextract import Article, Extractor
from bioextract.facts import KINDS
from bioextract.tagger.tagger import all_nodes

SHOWN = [
    ("Anna Berg, 31, won.", "age", ", 31"),
    ("The 31-year-old Anna Berg won.", "age", "31-year-old"),
    ("Anna Berg, aged 31, won.", "age", "aged 31"),
    ("Anna Berg ran for Vale Striders.", "name", "Vale Striders"),
    ("Anna Berg ran for Vale and Bath.", "name", "Vale"),
    ("Anna Berg ran for Vale and Bath.", "name", "Bath"),
    ("In March Vale Steel paid Anna Berg.", "name", "Vale Steel"),
    ("Anna Berg works for a tile company.", "description", "tile company"),
    ("Anna Berg is a primary-school teacher.", "description", "primary-school teacher"),
    ("Anna Berg has run 74 marathons.", "count", "74"),
    ("Rider Anna Berg won.", "discipline", "Rider"),
    ("Anna Berg took the stockcar title.", "discipline", "stockcar"),
    ("It was Anna Berg's only Olympics.", "count", "only"),
    ("Anna Berg makes her debut at the distance.", "count", "debut"),
    ("Anna Berg won back-to-back national titles.", "count", "back-to-back"),
    ("It was Anna Berg's sixth major title.", "description", "major"),
    ("Anna Berg has won 27 ITF doubles titles.", "description", "ITF doubles"),
    ("Anna Berg had eighty amateur fights.", "description", "amateur fights"),
    ("Anna Berg won the Oslo Marathon.", "event", "Oslo Marathon"),
    ("Anna Berg won the Oslo Marathon.", "rank", "won"),
    ("Anna Berg won the Oslo Marathon.", "person", "Anna Berg"),
    ("Anna Berg, the European champion, won.", "event", "European champion"),
]
NOT_SHOWN = [
    ("Anna Berg won in 2:31:04.", "age", "31"),
    ("Anna Berg scored 31 points.", "age", "31"),
    ("Anna Berg ran on 4 May 2012.", "count", "4"),
    ("Anna Berg won.", "name", "Anna Berg"),
    ("Anna Berg won nine silver medals.", "description", "silver"),
    ("It was Anna Berg's first Wimbledon title.", "description", "Wimbledon"),
    ("When Anna Berg won, they cheered.", "name", "When"),
]


def _found(extractor: Extractor, text: str) -> set[tuple[str, str]]:
    reading = extractor.read(Article(text))
    claims = [claim for kind in KINDS for claim in kind.claims(reading)]
    return {(node.role, text[node.start : node.end]) for node in all_nodes(reading, claims)}


@pytest.mark.parametrize(("text", "role", "shown"), SHOWN)
def test_offers(extractor: Extractor, text: str, role: str, shown: str) -> None:
    assert (role, shown) in _found(extractor, text)


@pytest.mark.parametrize(("text", "role", "shown"), NOT_SHOWN)
def test_does_not_offer(extractor: Extractor, text: str, role: str, shown: str) -> None:
    assert (role, shown) not in _found(extractor, text)
