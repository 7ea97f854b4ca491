from __future__ import annotations

import pytest

from bioextract.lexicons import rows
from bioextract.values.given_names import fold_name, gender_of, is_ambiguous, is_given_name, is_surname


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Paula",
            "CARLA",
            "Eliud",
            "Tirunesh",
            "Kenenisa",
            "Batbayar",
            "Kim",
            "Liu",
            "Yuki",
            "Neeraj",
            "Mohamed",
            "Hicham",
        ),
        *(
            "Bjørn",
            "Łukasz",
            "Zdeněk",
            "João",
            "Siobhán",
            "Cathal",
            "Thabo",
            "Chidi",
            "Sione",
            "Jean-Luc",
            "Shelly-Ann",
        ),
    ],
)
def test_given_names_of_many_origins(word: str) -> None:
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["The", "Stadium", "Olympic", "World", "Sunday", "finished", "", "1990", "FIFA"])
def test_no_given_names(word: str) -> None:
    assert not is_given_name(word)
    assert not is_ambiguous(word)


@pytest.mark.parametrize("word", ["May", "Will", "Mark", "Florence", "Paris", "Boston", "Jordan"])
def test_ambiguous(word: str) -> None:
    assert is_given_name(word)
    assert is_ambiguous(word)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Paula Radcliffe", "f"),
        ("PAULA RADCLIFFE", "f"),
        ("Eliud Kipchoge", "m"),
        ("Björn Borg", "m"),
        ("Anna", "f"),
        ("Kim Min-ji", None),
        ("Xqz Vfgh", None),
        ("", None),
    ],
)
def test_gender_of(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_is_surname() -> None:
    assert is_surname("Kipchoge")
    assert is_surname("O’Sullivan") == is_surname("O'Sullivan")
    assert not is_surname("yesterday")


def test_fold_name_is_idempotent() -> None:
    assert fold_name(fold_name("Ðoković Őze")) == fold_name("Ðoković Őze")


def test_lexicons_are_sorted_and_unique() -> None:
    for name in ("first_names.tsv", "surnames.tsv"):
        names = [row[0] for row in rows(name)]
        assert names == sorted(set(names))
