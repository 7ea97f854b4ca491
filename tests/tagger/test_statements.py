"""What answers become: kinds, fields and probabilities of claims."""

from __future__ import annotations

from typing import Any

import pytest

SAID = [
    ("Anna Berg, 31, won.", (", 31", "age"), "age", {"value": 31, "as_of": None}),
    ("The Swede Anna Berg won.", ("Swede", "nationality"), "nationalities", {"value": "Sweden", "code": "SWE"}),
    ("Anna Berg lives in Malmö.", ("Malmö", "residence_current"), "residences", {"value": "Malmö", "status": "current"}),
    ("Anna Berg left Vale Striders.", ("Vale Striders", "team_former"), "teams", {"name": "Vale Striders", "status": "former"}),
    ("A tile company pays Anna Berg.", ("tile company", "sponsor_current"), "sponsors", {"description": "tile company", "status": "current"}),
    ("Anna Berg is coached by Piet Vos.", ("Piet Vos", "coach"), "relations", {"role": "coach", "name": "Piet Vos", "status": "current"}),
    ("Anna Berg was a hurdler.", ("hurdler", "discipline"), "disciplines", {"value": "hurdler"}),
    ("Anna Berg was born on 3 May 1990.", ("3 May 1990", "birth_date"), "birth_date", {"value": "1990-05-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "kind", "fields"), SAID)
def test_an_answer_becomes_a_claim(claims_from: Any, text: str, said: tuple[str, str], kind: str, fields: Any) -> None:
    node, label = said

    found = claims_from(text, {(node, "Anna Berg", label): 0.8})

    assert [(claim.kind, claim.person.name, claim.fields) for claim in found] == [(kind, "Anna Berg", fields)]
    assert found[0].confidence == pytest.approx(0.8)


def test_statuses_share_a_probability(claims_from: Any) -> None:
    said = {("Malmö", "Anna Berg", "residence_current"): 0.5, ("Malmö", "Anna Berg", "residence_former"): 0.3}

    (claim,) = claims_from("Anna Berg lives in Malmö.", said)

    assert claim.fields["status"] == "current"
    assert claim.confidence == pytest.approx(0.65)


def test_a_count_takes_its_event_from_the_link(claims_from: Any) -> None:
    said = {("74", "Anna Berg", "count_appearances"): 0.9}

    (claim,) = claims_from("Anna Berg has 74 behind her, each a marathon.", said, {("marathon", "74"): 0.9})

    assert claim.fields == {"event": "marathon", "what": "appearances", "value": 74, "qualifier": "exact"}


@pytest.mark.parametrize(("city", "events"), [("Berlin in 1936", ["Olympic Games"]), ("Boston in 1970", [])])
def test_medals_in_a_city_are_no_marathons(claims_from: Any, city: str, events: list[str]) -> None:
    said, tied = {("three", "Anna Berg", "count_gold"): 0.9}, {(city.split(maxsplit=1)[0], "three"): 0.9}

    found = claims_from(f"Anna Berg has three from {city}.", said, tied)

    assert [claim.fields["event"] for claim in found] == events


def test_what_is_unlikely_is_not_said(claims_from: Any) -> None:
    assert claims_from("Anna Berg, 31, won.", {(", 31", "Anna Berg", "age"): 0.04}) == []


def test_a_count_that_a_rule_has_read_is_as_sure_as_its_numeral(claims_from: Any) -> None:
    (claim,) = claims_from("Anna Berg is a two-time Olympic champion.", {("two-time", "Anna Berg", "count_gold"): 0.9})

    assert claim.fields == {"event": "Olympic Games", "what": "gold", "value": 2, "qualifier": "exact"}
    assert claim.confidence == pytest.approx(0.9)
