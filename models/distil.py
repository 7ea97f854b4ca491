"""Articles of the pool without annotation, with the answers of a trained network for labels.

A network that has lost something (see `fit.finish`) learns it again from these answers, which tell more than a yes
or a no, on texts that neither has seen with their annotation.
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
    """The windows of some articles with a network's answers."""
    extractor, tagger = Extractor(rules_only=True), Tagger(teacher)
    for article in articles:
        reading, rules = read_with_rules(extractor, article)
        yield [_example(answered) for answered in tagger.answers(reading, all_nodes(reading, rules), rules)]


def _example(answered: Answered) -> Example:
    options = options_of(answered.asked.pairs).astype(np.float32)
    return Example(answered.asked, answered.pairs, options, answered.links, np.ones_like(answered.links))
