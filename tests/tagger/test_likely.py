"""Names that may be competitions: by what stands beside them."""

from __future__ import annotations

import pytest

from bioextract import Article, Extractor
from bioextract.facts import KINDS
from bioextract.tagger.likely import likely_events
from bioextract.tagger.tagger import all_nodes

LIKELY = [
    ("Anna Berg won the West Fjord Stockcar title.", "West Fjord Stockcar"),
    ("Anna Berg ran the Midsummer 24 with her club. The Midsummer 24 is long.", "Midsummer 24"),
    ("Anna Berg won.", None),
    ("Anna Berg won the Oslo Marathon title.", None),  # an event that is known is carried as one
    ("Anna Berg lives in Oslo. In the Oslo race she fell.", None),
    ("Anna Berg met a friend of Vale Steel.", None),
]


@pytest.mark.parametrize(("text", "name"), LIKELY)
def test_likely(extractor: Extractor, text: str, name: str | None) -> None:
    reading = extractor.read(Article(text))
    nodes = all_nodes(reading, [claim for kind in KINDS for claim in kind.claims(reading)])
    found = [text[node.start : node.end] for node in likely_events(reading.page, nodes)]
    assert found == ([name] if name else [])
