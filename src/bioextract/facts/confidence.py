"""How likely a claim of each rule is right: its precision on the training articles, shrunk towards its kind's.

`models/measure_rules.py` makes the table `lexicons/confidence.tsv`; a rule that it does not know gets its kind's row.
"""

from __future__ import annotations

from functools import cache

from bioextract.lexicons import rows

UNKNOWN = 0.5


@cache
def _table() -> dict[str, float]:
    return {rule: float(value) for rule, value, *_ in rows("confidence.tsv")}


def confidence_of(rule: str) -> float:
    """The probability that a claim of this rule is right.

    >>> 0 <= confidence_of("age.comma") <= 1
    True
    """
    table = _table()
    return table.get(rule, table.get(rule.partition(".")[0], UNKNOWN))
