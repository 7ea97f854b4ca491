"""Candidates: one for each fact, with what the model and the rules make of it."""

from __future__ import annotations

from typing import Any

import pytest

from bioextract.facts.claim import Claim
from bioextract.facts.confidence import confidence_of
from bioextract.people.person import Individual
from bioextract.tagger.combine import UNSEEN, combine

ANNA, CARLA = Individual("Anna Berg", 0), Individual("Carla Diaz", 40)
RULE = "age.comma"


def _claim(kind: str, fields: dict[str, Any], sure: float | None = None, person: Individual = ANNA) -> Claim:
    return Claim(kind, person, fields, 0, 5, RULE if sure is None else "model.x", (), sure)


def _event(**fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("date", "discipline", "rank", "place", "date_text"))
    return {"event": "Oslo Cup", "status": "past", **empty, **fields}


def test_a_fact_that_both_see_is_one() -> None:
    (found,) = combine([_claim("age", {"value": 31}, 0.4)], [_claim("age", {"value": 31})])

    assert (found.model, found.rule) == (0.4, confidence_of(RULE))


def test_what_only_a_rule_sees_stays() -> None:
    (found,) = combine([], [_claim("age", {"value": 31})])

    assert (found.model, found.rule) == (UNSEEN, confidence_of(RULE))


def test_other_values_and_other_people_are_other_facts() -> None:
    told = [_claim("age", {"value": 31}, 0.4), _claim("age", {"value": 31}, 0.3, CARLA)]

    assert len(combine(told, [_claim("age", {"value": 41})])) == 3


@pytest.mark.parametrize(("first", "second"), [("Vale", "Vale Striders"), ("Vale Striders", "Vale")])
def test_the_surer_of_two_forms_of_a_name_is_kept(first: str, second: str) -> None:
    told = [_claim("teams", {"name": first, "status": "current"}, 0.8)]
    told += [_claim("teams", {"name": second, "status": "current"}, 0.5)]

    (found,) = combine(told, [])

    assert (found.claim.fields["name"], found.model) == (first, 0.8)


def test_a_rule_completes_an_event() -> None:
    (found,) = combine([_claim("events", _event(rank=1), 0.9)], [_claim("events", _event(date="2019", rank=2))])

    assert (found.claim.fields["rank"], found.claim.fields["date"]) == (1, "2019")
    assert found.claim.also == ((0, 5),)


def test_two_disciplines_at_one_event_stay_two() -> None:
    told = [_claim("events", _event(discipline=name), 0.9) for name in ("100m", "200m")]

    assert len(combine(told, [])) == 2


def test_a_medal_goes_with_its_rank() -> None:
    claims = [_claim("events", _event(rank=2, medal=None), 0.9), _claim("events", _event(rank=1, medal="gold"), 0.8)]
    (found,) = combine(claims, [])
    assert (found.claim.fields["rank"], found.claim.fields["medal"]) == (2, None)


def test_two_roles_in_one_wording_are_equally_sure() -> None:
    roles = [{"role": role, "name": "Carla Diaz"} for role in ("spouse", "coach")]
    other = {"role": "agent", "name": "Eva Holm"}
    told = [*(_claim("relations", fields, 0.3 + 0.5 * (i == 1)) for i, fields in enumerate(roles))]

    found = combine([*told, _claim("relations", other, 0.1)], [_claim("relations", fields) for fields in roles])

    assert {c.claim.fields["role"]: c.model for c in found} == {"spouse": 0.8, "coach": 0.8, "agent": 0.1}


def test_a_discipline_in_another_notation_is_the_same_event() -> None:
    told = [_claim("events", _event(discipline=name), 0.6) for name in ("4x100 metres relay", "4 × 100m")]

    assert len(combine(told, [])) == 1


def test_two_ranks_at_one_event_stay_two() -> None:
    told = [_claim("events", _event(rank=25), 0.8), _claim("events", _event(rank=94, discipline="100m"), 0.7)]

    assert len(combine(told, [])) == 2


def test_a_rule_says_again_the_result_that_it_tells_and_no_other() -> None:
    told = [_claim("events", _event(rank=25), 0.8), _claim("events", _event(rank=94, discipline="100m"), 0.7)]

    found = combine(told, [_claim("events", _event(rank=94, discipline="100m"))])

    assert {(c.claim.fields["rank"], c.claim.fields["discipline"], c.rule > 0) for c in found} == {
        (25, None, False),
        (94, "100m", True),
    }
