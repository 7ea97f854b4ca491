"""The list of a career's results: which event a line is of, and what else it tells."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = "Anna Berg\n\nAnna Berg is a Swedish cyclist who trains with Carla Diaz and Mary Otieno.\n\nMajor results\n\n"

LISTS = [
    ("2012\n3rd Tour of Norway\n", [("Tour of Norway", "2012", None, 3, None, None)]),
    (
        "2012\n1st Omnium, European Championships\n",
        [("European Championships", "2012", "omnium", 1, "gold", None)],
    ),
    (
        "2013\nNational Championships\n\n2nd Road race\n3rd Time trial\n\n4th Grand Prix of Oslo\n",
        [
            ("National Championships", "2013", "road race", 2, None, None),
            ("National Championships", "2013", "time trial", 3, None, None),
            ("Oslo Grand Prix", "2013", None, 4, None, None),
        ],
    ),
    (
        "2014\nSix Evenings of Malmö\n\n1st Scratch race – Round 1, Malmö\n2nd Scratch race - Round 3, Lund\n",
        [
            ("Six Evenings of Malmö", "2014", "scratch race", 1, None, "Malmö"),
            ("Six Evenings of Malmö", "2014", "scratch race", 2, None, "Lund"),
        ],
    ),
    (
        "2015\n3rd bronze.svg Team pursuit, Round 1 (Aarhus), Track Cycling World Cup\n",
        [("Track Cycling World Cup", "2015", "team pursuit", 3, "bronze", "Aarhus")],
    ),
    (
        "2016\n4th Overall Tour of Norway\n\n1st Stage 3\n\n5th Ronde van Skåne\n",
        [
            ("Tour of Norway", "2016", None, 4, None, None),
            ("Tour of Norway", "2016", "stage 3", 1, None, None),
            ("Ronde van Skåne", "2016", None, 5, None, None),
        ],
    ),
    (
        "2017–18\n4th & 8th Grand Prix of Oslo\n7th Trofeo A. Rossi-Mem. E.Conti\n",
        [
            ("Oslo Grand Prix", "2017", None, 4, None, None),
            ("Oslo Grand Prix", "2017", None, 8, None, None),
            ("Trofeo A. Rossi-Mem. E.Conti", "2017", None, 7, None, None),
        ],
    ),
]


def told(facts_of: Any, text: str, person: str = "Anna Berg") -> list[tuple[Any, ...]]:
    names = ("event", "date", "discipline", "rank", "medal", "place")
    return [tuple(fact.get(name) for name in names) for who, fact in facts_of(HEAD + text, "events") if who == person]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_reads_the_lines_under_their_year_and_event(facts_of: Any, text: str, expected: list[Any]) -> None:
    assert told(facts_of, text) == expected


def test_partners_were_there_too(facts_of: Any) -> None:
    text = (
        "2012\n1st Madison (with Carla Diaz and Mary Otieno), European Championships\n2nd Omnium, Grand Prix of Oslo\n"
    )
    expected = [("European Championships", "2012", "madison", 1, "gold", None)]
    assert told(facts_of, text, "Carla Diaz") == told(facts_of, text, "Mary Otieno") == expected


def test_a_line_without_a_year_tells_nothing(facts_of: Any) -> None:
    assert told(facts_of, "1st Omnium, European Championships\n") == []


def test_the_model_does_not_read_the_lines_again() -> None:
    from bioextract import extract

    [anna, *_] = extract(HEAD + LISTS[2][0]).people
    assert [(event.event, event.rank) for event in anna.events] == [
        ("National Championships", 2),
        ("National Championships", 3),
        ("Oslo Grand Prix", 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2024\n1st Carla Diaz 2:24:10\n2nd Mary Otieno 2:25:00\n",  # the results of a race
        "2012\n1st (with Carla Diaz)\n",
        "2012\n\nPersonal life\n\n2nd child born to two teachers\n",
        "2012\n\nBerg began the year with much opposition in her own team, and\n3rd in a race of hers, she was the best.\n",
    ],
)
def test_other_lines_tell_nothing(facts_of: Any, text: str) -> None:
    assert told(facts_of, text) == []


def test_headings_bullets_and_stages(facts_of: Any) -> None:
    text = "2012\n\n1st Tour of Norway\n\n2013\n\nNational Championships\n\n* 1st Road race\n"
    assert [(event, year) for event, year, *_ in told(facts_of, text)] == [
        ("Tour of Norway", "2012"),
        ("National Championships", "2013"),
    ]
    stages = told(facts_of, "2013\n4th Overall Tour of Norway\n\n1st Stages 2, 4 & 5\n")
    assert [(event, what) for event, _, what, *_ in stages] == [
        ("Tour of Norway", None),
        ("Tour of Norway", "stages 2, 4 & 5"),
    ]
