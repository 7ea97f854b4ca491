"""The rules of bench/peer.py on sentences whose names are given by hand: no model is needed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from peer import FINDERS, split_paragraphs
from peer_competitions import canonical
from peer_people import Name, Sentence, read_people

WORDS = {"Lena Roth": "PERSON", "Ida Holm": "PERSON", "Swiss": "NORP", "Kenya": "GPE", "Bergen": "GPE", "Norway": "GPE"}
NAMES = WORDS | {"Bergen TF": "ORG", "Fjellbank": "ORG", "Oslo": "GPE"}
ANN = "Ann Oduya"  # of whom the sentence before told


def find(text: str) -> list[tuple[str, str | None, Any]]:
    """Kind, person and the fact without what is not told."""
    spans = [(label, name, m.start(), m.end()) for name, label in NAMES.items() for m in re.finditer(name, text)]
    names = [Name(*s) for s in spans if not any(s[1] != o[1] and o[2] <= s[2] and s[3] <= o[3] for o in spans)]
    people = read_people(text, names, {name: name for name, label in NAMES.items() if label == "PERSON"}, ANN)
    found = [f for finder in FINDERS for f in finder(Sentence(text, 0, names, people, ANN))]
    return [(f.kind, f.person, {k: v for k, v in f.fact.items() if v is not None}) for f in found]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Lena Roth, 29, laughed.", ("age", "Lena Roth", {"value": 29})),
        ("She is 31.", ("age", ANN, {"value": 31})),
        ("Ida Holm cheered the 22-year-old Lena Roth.", ("age", "Lena Roth", {"value": 22})),
        ("She was born on 3 May 1990.", ("birth_date", ANN, {"value": "1990-05-03"})),
        ("She was born in Bergen, Norway.", ("birth_place", ANN, {"value": "Bergen, Norway"})),
        ("Ida Holm met the Swiss sprinter Lena Roth.", ("nationality", "Lena Roth", {"value": "Switzerland"})),
        ("Lena Roth lives in Oslo.", ("residence", "Lena Roth", {"value": "Oslo", "status": "current"})),
        ("Lena Roth ran the 800m.", ("discipline", "Lena Roth", {"value": "800m"})),
        ("Ida Holm runs for Bergen TF.", ("team", "Ida Holm", {"name": "Bergen TF", "status": "current"})),
        ("She is sponsored by Fjellbank.", ("sponsor", ANN, {"name": "Fjellbank", "status": "current"})),
        ("Lena Roth is coached by Ida Holm.", ("relation", "Lena Roth", {"role": "coach", "name": "Ida Holm"})),
        ("Her personal best is 2:31:07.", ("mark", ANN, {"kind": "personal_best", "mark": "2:31:07"})),
    ],
)
def test_finders(text: str, fact: tuple[str, str, Any]) -> None:
    assert fact in find(text)


@pytest.mark.parametrize(
    ("text", "event", "what", "value"),
    [
        ("Lena Roth is a three-time Olympian.", "Olympic Games", "appearances", 3),
        ("Lena Roth, twice a mother, has run 14 marathons.", "marathon", "appearances", 14),
        ("Lena Roth, the Olympic champion, was late.", "Olympic Games", "gold", 1),
        ("Lena Roth has two silver medals at the Asian Games.", "Asian Games", "silver", 2),
    ],
)
def test_counts(text: str, event: str, what: str, value: int) -> None:
    fact = {"event": event, "what": what, "value": value, "qualifier": "exact"}
    assert [f for kind, _, f in find(text) if kind == "count"] == [fact]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lena Roth won the Oslo Marathon in 2019.", {"event": "Oslo Marathon", "date": "2019", "rank": 1}),
        ("Lena Roth took silver at the London Olympics.", {"event": "London Olympics", "rank": 2, "medal": "silver"}),
        ("Lena Roth finished fifth at the 2018 Vik Open.", {"event": "Vik Open", "date": "2018", "rank": 5}),
        ("Lena Roth will run the Oslo Marathon.", {"event": "Oslo Marathon", "status": "upcoming"}),
    ],
)
def test_participations(text: str, told: dict[str, Any]) -> None:
    facts = [f for kind, _, f in find(text) if kind == "participation"]
    told = told | {"event": canonical(told["event"])}
    assert facts and facts[0].items() >= told.items()


def test_those_joined_by_and_took_part_too() -> None:
    people = [person for kind, person, _ in find("Lena Roth and Ida Holm won the Oslo Cup.") if kind == "participation"]
    assert people == ["Lena Roth", "Ida Holm"]


@pytest.mark.parametrize(
    "text",
    ["The Games began.", "It cost £100m.", "A 20-year-old record fell.", "He met the International Olympic Committee."],
)
def test_nothing_is_found(text: str) -> None:
    assert find(text) == []


def test_names_in_capitals_keep_their_places() -> None:
    assert split_paragraphs("LENA ROTH won.\r\n\r\nShe ran.") == [("Lena Roth won.", 0), ("She ran.", 18)]
