"""Articles of the pool without annotation, with the answers of a trained network for labels.

A network that has lost something (see `fit.finish`) learns it again from these answers, which tell more than a yes
or a no, on texts that it has not seen with their annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from examples import Example
from predict import read_with_rules

from bioextract.articles import Article
from bioextract.extractor import Extractor
from bioextract.tagger.model import Answered, Model, options_of
from bioextract.tagger.tagger import Tagger, all_nodes


def answered_by(teacher: Model, articles: Iterable[Article]) -> Iterator[list[Example]]:
    """The windows of some articles with the network's answers."""
    extractor, tagger = Extractor(rules_only=True), Tagger(teacher)
    for article in articles:
        reading, rules = read_with_rules(extractor, article)
        answers = tagger.answers(reading, all_nodes(reading, rules), rules)
        yield [_example(window) for window in answers]


def _example(window: Answered) -> Example:
    pairs, links = np.asarray(window.pairs), np.asarray(window.links)
    return Example(window.asked, pairs, options_of(window.asked.pairs).astype(np.float32), links, np.ones_like(links))
