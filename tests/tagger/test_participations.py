"""Events, results and what hangs on them, put together by the links."""

from __future__ import annotations

from typing import Any

import pytest

ANNA, CARLA = "Anna Berg", "Carla Diaz"


def _events(claims: Any) -> list[tuple[str, str, str, int | None, str | None]]:
    found = [claim for claim in claims if claim.kind == "events"]
    return [
        (c.person.name, c.fields["event"], c.fields["status"], c.fields["rank"], c.fields["discipline"]) for c in found
    ]


def test_a_result_goes_to_the_event_it_is_linked_to(claims_from: Any) -> None:
    text = "Anna Berg won the Oslo Cup and was fifth at the Bergen Cup."
    said = {
        ("Oslo Cup", ANNA, "event_past"): 0.9,
        ("Bergen Cup", ANNA, "event_past"): 0.9,
        ("won", ANNA, "result"): 0.9,
        ("fifth", ANNA, "result"): 0.9,
    }
    tied = {("Oslo Cup", "won"): 0.9, ("Bergen Cup", "fifth"): 0.9}

    assert set(_events(claims_from(text, said, tied))) == {
        (ANNA, "Bergen Cup", "past", 5, None),
        (ANNA, "Oslo Cup", "past", 1, None),
    }


def test_a_result_goes_to_the_event_of_a_sentence_before(claims_from: Any) -> None:
    text = "Anna Berg ran at the Lund Cup. It rained. She was fifth in the 800m."
    said = {("Lund Cup", ANNA, "event_past"): 0.9, ("fifth", ANNA, "result"): 0.9}

    found = _events(claims_from(text, said, {("Lund Cup", "fifth"): 0.9, ("fifth", "800m"): 0.9}))

    assert (ANNA, "Lund Cup", "past", 5, "800m") in found


def test_a_result_goes_to_the_event_of_the_title(claims_from: Any) -> None:
    said = {("Lund Cup", ANNA, "event_past"): 0.9, ("fifth", ANNA, "result"): 0.9}

    found = _events(claims_from("Anna Berg was fifth.", said, {("Lund Cup", "fifth"): 0.9}, title="The Lund Cup"))

    assert found == [(ANNA, "Lund Cup", "past", 5, None)]


def test_what_is_planned_has_no_rank(claims_from: Any) -> None:
    said = {("Lund Cup", ANNA, "event_hoped"): 0.9}

    assert _events(claims_from("Anna Berg dreams of the Lund Cup.", said)) == [(ANNA, "Lund Cup", "hoped", None, None)]


def test_two_people_share_an_event(claims_from: Any) -> None:
    text = "Anna Berg beat Carla Diaz to win the Oslo Cup."
    said = {("Oslo Cup", name, "event_past"): 0.9 for name in (ANNA, CARLA)} | {("win", ANNA, "result"): 0.9}

    found = _events(claims_from(text, said, {("Oslo Cup", "win"): 0.9}))

    assert set(found) == {(ANNA, "Oslo Cup", "past", 1, None), (CARLA, "Oslo Cup", "past", None, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who won the Oslo Cup, ran past Carla Diaz.",
        "Anna Berg, who beat Carla Diaz, won the Oslo Cup.",
        "Anna Berg, ahead of Carla Diaz, won the Oslo Cup.",
        "Anna Berg and her coach Carla Diaz were glad that she won the Oslo Cup.",
    ],
)
def test_words_tell_the_result_of_the_likelier_of_two_people(claims_from: Any, text: str) -> None:
    assert _winners(claims_from, text) == {ANNA}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg and Carla Diaz won the Oslo Cup.",
        "Anna Berg, Eva Holm and Carla Diaz won the Oslo Cup.",
        "Sweden's Anna Berg and Spain's Carla Diaz won the Oslo Cup.",
        "Anna Berg (NOR) and Carla Diaz (ESP) won the Oslo Cup.",
        "Anna Berg won the Oslo Cup with Carla Diaz.",
    ],
)
def test_people_named_together_share_a_result(claims_from: Any, text: str) -> None:
    assert _winners(claims_from, text) == {ANNA, CARLA}


def _winners(claims_from: Any, text: str) -> set[str]:
    said = {("Oslo Cup", name, "event_past"): 0.9 for name in (ANNA, CARLA)}
    said |= {("won", ANNA, "result"): 0.9, ("won", CARLA, "result"): 0.5}
    found = _events(claims_from(text, said, {("Oslo Cup", "won"): 0.9}))
    return {name for name, _, _, rank, _ in found if rank == 1}


def test_a_later_date_is_counted_from_the_competition_told_last(claims_from: Any) -> None:
    text = "Anna Berg (born 5 May 1990) ran at the Lund Cup in 2011 and moved in 2012. She won the Oslo Cup two years later."
    said = {("Lund Cup", ANNA, "event_past"): 0.9, ("Oslo Cup", ANNA, "event_past"): 0.9, ("won", ANNA, "result"): 0.9}
    tied = {("Lund Cup", "2011"): 0.9, ("Oslo Cup", "won"): 0.9, ("Oslo Cup", "two years later"): 0.9}
    tied[("won", "two years later")] = 0.9

    dates = {c.fields["event"]: c.fields["date"] for c in claims_from(text, said, tied) if c.kind == "events"}

    assert dates == {"Lund Cup": "2011", "Oslo Cup": "2013"}


def test_a_day_of_its_second_year_belongs_to_a_season(claims_from: Any) -> None:
    text = "Anna Berg played in the 2016–17 Oslo Cup on 15 January 2017."
    said = {("2016–17 Oslo Cup", ANNA, "event_past"): 0.9}

    (claim,) = (
        c for c in claims_from(text, said, {("2016–17 Oslo Cup", "15 January 2017"): 0.9}) if c.kind == "events"
    )

    assert claim.fields["date"] == "2017-01-15"


def test_a_title_of_many_years_is_won_in_each(claims_from: Any) -> None:
    text = "Anna Berg was the Swedish champion from 1991-94."
    said = {("Swedish champion", ANNA, "event_past"): 0.9, ("Swedish champion", ANNA, "result"): 0.9}

    found = claims_from(text, said, {("Swedish champion", "from 1991-94"): 0.9, ("Swedish champion", "1991-94"): 0.9})

    assert [c.fields["date"] for c in found if c.kind == "events"] == ["1991", "1992", "1993", "1994"]


def test_a_span_of_years_beside_a_win_is_one_date(claims_from: Any) -> None:
    text = "Anna Berg won the Oslo Cup and studied in Lund from 2005-10."
    said = {("Oslo Cup", ANNA, "event_past"): 0.9, ("won", ANNA, "result"): 0.9}
    tied = {("Oslo Cup", "won"): 0.9, ("won", "2005-10"): 0.9, ("Oslo Cup", "2005-10"): 0.9}

    assert len([c for c in claims_from(text, said, tied) if c.kind == "events"]) == 1


def test_people_share_no_word_for_a_race(claims_from: Any) -> None:
    text = "Anna Berg of Oslo and Carla Diaz won marathons."

    assert {event for _, event, *_ in _events(claims_from(text, {("Oslo", ANNA, "event_past"): 0.9}))} != {
        "Oslo Marathon"
    }


def test_cities_share_the_word_for_a_race(claims_from: Any) -> None:
    text = "Anna Berg won the Turin, Lund and Bergen Marathons."
    said = {(city, ANNA, "event_past"): 0.9 for city in ("Turin", "Lund")}

    found = _events(claims_from(text, said))

    assert {event for _, event, *_ in found} == {"Turin Marathon", "Lund Marathon"}


@pytest.mark.parametrize("city, year", [("Munich", "1972"), ("Berlin", "1936"), ("London", "1908")])
def test_a_city_with_a_year_names_its_games(claims_from: Any, city: str, year: str) -> None:
    said = {(city, ANNA, "event_past"): 0.9, ("fifth", ANNA, "result"): 0.9}

    found = claims_from(f"Anna Berg was fifth in {city} in {year}.", said, {(city, "fifth"): 0.9})

    assert [(c.fields["event"], c.fields["date"]) for c in found if c.kind == "events"] == [("Olympic Games", year)]


def test_the_name_of_an_event_tells_what_is_contested(claims_from: Any) -> None:
    said = {("Oslo Cross Country", ANNA, "event_past"): 0.9}
    text = "Anna Berg, best at 5000m, ran the Oslo Cross Country."

    found = _events(claims_from(text, said, {("Oslo Cross Country", "5000m"): 0.9}))

    assert found == [(ANNA, "Oslo Cross Country", "past", None, "cross country")]
