"""Teams: wordings, status and dates, and names that are no team of the person."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Anna Berg joined Harbour Striders.", "Harbour Striders", "current"),
    ("Anna Berg signed for Vale.", "Vale", "current"),
    ("Anna Berg signed a two-year contract with Second Division side Vale Rovers.", "Vale Rovers", "current"),
    ("Anna Berg runs for Harbour Striders.", "Harbour Striders", "current"),
    ("Anna Berg played college basketball at Stanford.", "Stanford", "former"),
    ("Anna Berg represents Vale.", "Vale", "current"),
    ("Anna Berg is a member of Harbour Striders.", "Harbour Striders", "current"),
    ("Anna Berg was released by Vale Rovers.", "Vale Rovers", "former"),
    ("Vale Rovers striker Anna Berg scored.", "Vale Rovers", "current"),
    ("The goal came from former Vale Rovers striker Anna Berg.", "Vale Rovers", "former"),
    ("Anna Berg (Harbour Striders) won the race.", "Harbour Striders", "current"),
    ("Anna Berg of Harbour AC won the race.", "Harbour AC", "current"),
    ("Vale Rovers' Anna Berg scored.", "Vale Rovers", "current"),
    ("The Chicago Bears signed Anna Berg.", "Chicago Bears", "current"),
    ("Anna Berg is on loan at Vale Rovers.", "Vale Rovers", "current"),
]
NONE = [
    "Anna Berg plays for Sweden.",
    "Anna Berg joined the Premier League.",
    "Anna Berg was linked with a move to Vale Rovers.",
    "Anna Berg refused to sign for Vale Rovers.",
    "Anna Berg moved to Oslo.",
    "Anna Berg has signed with Nike.",
    "Vale Rovers coach Anna Berg was pleased.",
    "Sweden striker Anna Berg scored.",
    "Anna Berg (Sweden) won the race.",
]


@pytest.mark.parametrize(("text", "name", "status"), FOUND)
def test_finds_teams(facts_of: Any, text: str, name: str, status: str) -> None:
    assert facts_of(text, "teams") == [("Anna Berg", {"name": name, "status": status})]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "teams") == []


def test_joined_clubs_follow_each_other(facts_of: Any) -> None:
    text = "Anna Berg joined Vale Rovers in 2012. In July 2015 she signed for Harbour Town."
    assert facts_of(text, "teams") == [
        ("Anna Berg", {"name": "Vale Rovers", "status": "former", "start": "2012"}),
        ("Anna Berg", {"name": "Harbour Town", "status": "current", "start": "2015-07"}),
    ]


def test_a_nickname_of_a_well_known_club_is_the_same_club(facts_of: Any) -> None:
    text = "Anna Berg signed with the Chicago Bears. Bears linebacker Anna Berg was happy."
    assert [fields["name"] for _, fields in facts_of(text, "teams")] == ["Chicago Bears"]


def test_a_clubs_own_report_gives_its_runners_the_club(facts_of: Any) -> None:
    text = (
        "Harbour Striders runners travelled to Leeds. Anna Berg won the race and Tom Hall finished fifth. "
        "Mary Webb ran well and Peter Lang came last. It was a good day for Harbour Striders."
    )
    assert {name for name, fields in facts_of(text, "teams")} == {"Anna Berg", "Tom Hall", "Mary Webb", "Peter Lang"}


@pytest.mark.xfail(strict=True, reason="clubs listed without a verb")
def test_a_list_of_clubs(facts_of: Any) -> None:
    text = "Anna Berg was a professional for nine years: Vale Rovers, Harbour Town and, for one winter, Chelsea."
    assert len(facts_of(text, "teams")) == 3
