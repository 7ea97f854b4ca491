"""Runs that may be names: of any origin, and without what stands before them."""

from __future__ import annotations

import pytest

from bioextract.people.names import find_runs

NAMES = [
    "Anna Berg",
    "Ser-Od Bat-Ochir",
    "Siobhan O'Brien",
    "Mary-Kate O’Neill",
    "D'Angelo Russell",
    "Anna van der Berg",
    "Virgil van Dijk",
    "Hicham El Guerrouj",
    "Mohamed bin Ali",
    "Abd al-Rahman",
    "Luiz Inácio Lula da Silva",
    "J.J. Watt",
    "J. J. Watt",
    "A.B. de Villiers",
    "William 'Billy' Hartley",
    "Núria Ñáñez",
    "Łukasz Żyła",
    "Ole Einar Bjørndalen",
    "Nguyễn Thị Oanh",
    "Ng Ka Long Angus",
    "Son Heung-min",
    "Li Na",
    "LeBron James",
    "Anna\u00a0Berg",
]

# what stands around the name
FRAMES = [
    "{} won the race.",
    "Then {} won the race.",
    "It was {}'s day.",
    "It was {}’s day.",
    "The race (won by {}) was fast.",
    "“{}, run!” they cried.",
    "The winner: {}",
]

TRIMMED = [
    ("ANNA BERG WINS AGAIN", ["ANNA BERG WINS AGAIN"]),
    ("ANNA BERG won.", ["ANNA BERG"]),
    ("Kenyan Anna Berg won.", ["Anna Berg"]),
    ("North Korean Anna Berg won.", ["Anna Berg"]),
    ("Yesterday Anna Berg won.", ["Anna Berg"]),
    ("Sir Anna Berg won.", ["Anna Berg"]),
    ("Dr. Anna Berg said so.", ["Anna Berg"]),
    ("Midfielder Anna Berg scored.", ["Anna Berg"]),
    ("IAAF President Anna Berg spoke.", ["Anna Berg"]),
    ("US-based Anna Berg won.", ["Anna Berg"]),
    ("When Anna Berg won, Carla Diaz was second.", ["Anna Berg", "Carla Diaz"]),
    ("Anna Berg and Carla Diaz won.", ["Anna Berg", "Carla Diaz"]),
    ("Anna Berg, Carla Diaz won.", ["Anna Berg", "Carla Diaz"]),
    ("anna berg won.", []),
    ("She won. I did not.", []),
    ("Then ANNA BERG won.", ["ANNA BERG"]),
    ("Did Anna Berg win?", ["Anna Berg"]),
    ("New Zealander Anna Berg won.", ["Anna Berg"]),
    ("A. Berg won the race.", ["A. Berg"]),
    ("Ṣọlá Adé won.", ["Ṣọlá Adé"]),
    ("KL Rahul scored.", ["KL Rahul"]),
    ("QB Anna Berg scored.", ["Anna Berg"]),
    ("G Anna Berg scored.", ["Anna Berg"]),
    ("KIM Min-ji won.", ["KIM Min-ji"]),
    ("Goalie Anna Berg made a save.", ["Anna Berg"]),
    ("Ex-Yankee Anna Berg scored.", ["Anna Berg"]),
    ("The Anna Berg-coached side won.", ["Anna Berg"]),
    ("T.O'Neill scored.", ["T.O'Neill"]),
    ("The U.S. Amateur began.", ["Amateur"]),
]

MISSED = [
    ("al-Rashid Khan won.", ["al-Rashid Khan"], "a particle in front"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("frame", FRAMES)
def test_finds_names(frame: str, name: str) -> None:
    text = frame.format(name)
    runs = list(find_runs(text))
    assert [run.text for run in runs] == [name]
    assert all(text[run.start : run.end] == run.text for run in runs)


@pytest.mark.parametrize(("text", "names"), TRIMMED)
def test_trims(text: str, names: list[str]) -> None:
    assert [run.text for run in find_runs(text)] == names


def test_offset_is_of_the_page() -> None:
    assert [(run.start, run.end) for run in find_runs("So Anna Berg won.", 100)] == [(103, 112)]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "names", "reason"), MISSED)
def test_known_misses(text: str, names: list[str], reason: str) -> None:
    assert [run.text for run in find_runs(text)] == names, reason
