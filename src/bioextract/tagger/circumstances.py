"""The circumstances of a candidate: how sure network and rules are, and what else is said in the article.

A fact is likelier when its person is spoken of often and has other sure facts, less likely when a surer one of its kind
competes with it, or the same words say it of somebody else.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from bioextract.facts.claim import Reading
from bioextract.tagger.combine import Candidate

NAMES = (
    *("network", "is_rule", "rule", "always", "same_kind", "same_person", "sure_facts", "same_words"),
    *("mentions", "is_main", "is_carried", "is_shown_elsewhere"),
)
SURE = 0.4
NOTHING = 0.02  # the probability that stands for no other candidate

Vector = tuple[float, ...]


def circumstances(candidates: Sequence[Candidate], reading: Reading) -> list[Vector]:
    """A vector for each candidate of an article, in the order of `NAMES`."""
    by_kind, by_person, by_words = (defaultdict[object, list[Candidate]](list) for _ in range(3))
    for one in candidates:
        by_kind[_person(one), one.claim.kind].append(one)
        by_person[_person(one)].append(one)
        by_words[one.claim.kind, one.claim.start].append(one)
    times = Counter(id(m.person) for s in reading.page.sentences for m in reading.mentions.of(s))
    best_of_kind, best_of_person = _Best(by_kind), _Best(by_person)
    found: list[Vector] = []
    for one in candidates:
        claim, person = one.claim, _person(one)
        rivals = [c.model for c in by_words[claim.kind, claim.start] if c.claim.person is not claim.person]
        is_sure = one.model > SURE
        found.append(
            (
                log_odds(one.model),
                float(one.rule > 0),
                log_odds(one.rule) if one.rule > 0 else 0.0,
                1.0,
                log_odds(best_of_kind.beside(one, (person, claim.kind))),
                log_odds(best_of_person.beside(one, person)),
                math.log1p(best_of_person.sure[person] - is_sure),
                log_odds(max(rivals, default=NOTHING)),
                math.log1p(times[person]),
                float(claim.person is reading.mentions.main),
                float(claim.rule.startswith("model.carried")),
                float(bool(claim.also)),
            )
        )
    return found


class _Best:
    """Of every group the two surest candidates, and how many are sure."""

    def __init__(self, groups: dict[object, list[Candidate]]) -> None:
        self._two = {key: sorted(group, key=lambda c: -c.model)[:2] for key, group in groups.items()}
        self.sure = {key: sum(c.model > SURE for c in group) for key, group in groups.items()}

    def beside(self, one: Candidate, key: object) -> float:
        """The probability of the surest other candidate of the group."""
        return next((c.model for c in self._two[key] if c is not one), NOTHING)


def _person(one: Candidate) -> int:
    return id(one.claim.person)


def log_odds(probability: float) -> float:
    """The logarithm of the odds, bounded."""
    bounded = min(max(probability, 0.005), 0.995)
    return math.log(bounded / (1 - bounded))
