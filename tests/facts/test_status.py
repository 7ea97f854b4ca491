"""The words that tell whether a competition happened, is planned, hoped for, missed, or only talked about."""

from __future__ import annotations

import re

import pytest

from bioextract.facts.status import Status, status_of

EVENT = re.compile("Oslo Marathon|Olympic Games")

PLANS: list[tuple[Status, str]] = [
    ("upcoming", "She will run the Oslo Marathon"),
    ("upcoming", "She'll run the Oslo Marathon"),
    ("upcoming", "She is set to run the Oslo Marathon"),
    ("upcoming", "She is due to start at the Oslo Marathon"),
    ("upcoming", "She is entered for the Oslo Marathon"),
    ("upcoming", "She has been selected for the Olympic Games"),
    ("upcoming", "She was named in the team for the Olympic Games"),
    ("upcoming", "She qualified for the Olympic Games"),
    ("upcoming", "She booked a place at the Olympic Games"),
    ("upcoming", "She is preparing for the Oslo Marathon"),
    ("hoped", "She hopes to run the Oslo Marathon"),
    ("hoped", "She wants to run the Oslo Marathon"),
    ("hoped", "She dreams of the Olympic Games"),
    ("hoped", "She aims to qualify for the Olympic Games"),
    ("hoped", "She is hoping for the Olympic Games"),
    ("missed", "She withdrew from the Oslo Marathon"),
    ("missed", "She pulled out of the Oslo Marathon"),
    ("missed", "She did not start the Oslo Marathon"),
    ("missed", "She will not run the Oslo Marathon"),
    ("missed", "She won't run the Oslo Marathon"),
    ("missed", "She was not selected for the Olympic Games"),
    ("missed", "She failed to qualify for the Olympic Games"),
    ("missed", "She is unlikely to run the Oslo Marathon"),
    ("missed", "She was banned from the Olympic Games"),
    ("dnf", "She did not finish the Oslo Marathon"),
    ("dnf", "She didn’t finish the Oslo Marathon"),
    ("dnf", "She dropped out of the Oslo Marathon"),
    ("dnf", "She was disqualified at the Olympic Games"),
    ("dnf", "She was stripped of her title at the Olympic Games"),
]

PAST = [
    "She ran the Oslo Marathon",
    "She competed at the Olympic Games",
    "She took part in the Oslo Marathon",
    "She made her debut at the Olympic Games",
    "She represented Norway at the Olympic Games",
]

NOTHING = [
    "She has not run the Oslo Marathon",
    "She has never competed at the Olympic Games",
    "She is yet to win the Oslo Marathon",
    "She may run the Oslo Marathon",
    "She is undecided about the Oslo Marathon",
    "She loves the Oslo Marathon",
    "The Oslo Marathon is a long way off",
]

MISSED: list[tuple[Status | None, str, str]] = [
    (None, "She is said to be running the Oslo Marathon", "hearsay"),
    ("upcoming", "She runs the Oslo Marathon on Sunday", "the present tense of plans"),
]


@pytest.mark.parametrize(("status", "clause"), PLANS)
def test_words_of_plans(clause: str, status: Status) -> None:
    assert read(clause) == status


@pytest.mark.parametrize("clause", PAST)
def test_words_of_taking_part(clause: str) -> None:
    assert read(clause) == "past"


@pytest.mark.parametrize("clause", NOTHING)
def test_denied_or_only_spoken_of(clause: str) -> None:
    assert read(clause) is None


@pytest.mark.parametrize(
    ("status", "clause"),
    [
        ("past", "She was fifth in the Oslo Marathon"),
        ("past", "Fifth in the Oslo Marathon, she hopes for more"),
        ("hoped", "She hopes to be fifth in the Oslo Marathon"),
        ("dnf", "She was third, but disqualified, in the Oslo Marathon"),
    ],
)
def test_words_beside_a_result(clause: str, status: Status) -> None:
    assert read(clause, has_result=True) == status


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("status", "clause", "reason"), MISSED)
def test_known_misses(status: Status | None, clause: str, reason: str) -> None:
    assert read(clause) == status, reason


def read(clause: str, *, has_result: bool = False) -> Status | None:
    """The status of the competition that the clause names."""
    return status_of(clause, next(EVENT.finditer(clause)).start(), has_result=has_result)
