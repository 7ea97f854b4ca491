"""Articles of the pool without annotation, with the mean answers of trained networks for labels.

A network that has lost something (see `fit.finish`) learns it again from these answers, which tell more than a yes
or a no, on texts that none has seen with their annotation. Networks that began differently
err differently: on held-out articles the mean answers of two were a little better than those of either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from examples import Example
from predict import read_with_rules

from bioextract.articles import Article
from bioextract.extractor import Extractor
from bioextract.tagger.model import Answered, Model, options_of
from bioextract.tagger.tagger import Tagger, all_nodes


def answered_by(teachers: Sequence[Model], articles: Iterable[Article]) -> Iterator[list[Example]]:
    """The windows of some articles with the mean of the networks' answers; all networks have the same sieve."""
    extractor, taggers = Extractor(rules_only=True), [Tagger(teacher) for teacher in teachers]
    for article in articles:
        reading, rules = read_with_rules(extractor, article)
        nodes = all_nodes(reading, rules)
        answers = [tagger.answers(reading, nodes, rules) for tagger in taggers]
        yield [_example(of_window) for of_window in zip(*answers, strict=True)]


def _example(answers: Sequence[Answered]) -> Example:
    """A window with the mean of the answers to it."""
    asked = answers[0].asked
    pairs, links = (np.mean([getattr(one, name) for one in answers], axis=0) for name in ("pairs", "links"))
    return Example(asked, pairs, options_of(asked.pairs).astype(np.float32), links, np.ones_like(links))
