"""A rule's hint is in everything that its pattern matches: a wrong hint would lose facts without a word."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bioextract.facts import (
    KINDS,
    count_wordings,
    relation_wordings,
    residence_wordings,
    sponsor_wordings,
    team_wordings,
)
from bioextract.facts.claim import Rule
from bioextract.spans.words import words_of

# Their hint is in what `sponsor.read` takes, not in all that the pattern matches.
NARROWED = ("sponsor.service", "sponsor.service_of")
MODULES = (*KINDS, count_wordings, relation_wordings, residence_wordings, sponsor_wordings, team_wordings)
TABLES = [table for module in MODULES for table in vars(module).values() if isinstance(table, tuple)]
RULES = {rule.name: rule for table in TABLES for rule in table if isinstance(rule, Rule) and (rule.hint or rule.words)}


@pytest.mark.parametrize("rule", [rule for name, rule in RULES.items() if name not in NARROWED], ids=lambda r: r.name)
@settings(
    max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_every_match_holds_a_word_of_the_hint(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(rule.pattern))

    assert not rule.hint or any(word.lower() in text.lower() for word in rule.hint)
    assert not rule.words or not rule.words.isdisjoint(words_of(text))
