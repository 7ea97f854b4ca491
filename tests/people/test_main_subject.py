"""Whom an article is about."""

from __future__ import annotations

import pytest

from bioextract import Article, Extractor

AFTER = " Carla Diaz was her rival. Diaz beat her twice. Diaz won in Oslo."

OPENINGS = [
    ("Anna Berg (born 3 May 1990) is a Swedish runner.", "Anna Berg"),
    ("ANNA MARIA BERG JR. (born 3 May 1990) is a Swedish runner.", "ANNA MARIA BERG JR."),
    ("Anna Berg, born 3 May 1990, is a Swedish runner.", "Anna Berg"),
    ("Anna Berg (1901–1970) was a Swedish runner.", "Anna Berg"),
    ("Anna Berg\n\nAnna Berg (born 3 May 1990) is a Swedish runner.", "Anna Berg"),
    ("Anna Berg (Sweden's 2012 champion) was beaten by Carla Diaz.", "Carla Diaz"),
]


@pytest.mark.parametrize(("opening", "name"), OPENINGS)
def test_a_biography_is_of_whom_it_begins_with(extractor: Extractor, opening: str, name: str) -> None:
    main = extractor.read(Article(opening + AFTER)).mentions.main
    assert main is not None
    assert main.name.rstrip(".") == name.rstrip(".")


def test_a_profile_is_of_whom_it_speaks_of_most(extractor: Extractor) -> None:
    text = "Anna Berg gets up at five. She runs, then she milks her cows. Carla Diaz brings tea, and Mary Olsen bread."
    main = extractor.read(Article(text, title="Milk and miles")).mentions.main
    assert main is not None
    assert main.name == "Anna Berg"


def test_a_report_of_people_named_once_each_is_about_nobody(extractor: Extractor) -> None:
    text = "Anna Berg won her heat and her final. Carla Diaz lost her heat and her final. Mary Olsen fell."
    assert extractor.read(Article(text, title="Spring meeting")).mentions.main is None


def test_a_title_may_leave_out_a_middle_name(extractor: Extractor) -> None:
    text = "Name: Anna Lise Berg\nCoach: Carla Diaz. Diaz has trained many champions."
    main = extractor.read(Article(text, title="Twenty questions: Anna Berg")).mentions.main
    assert main is not None
    assert main.name == "Anna Lise Berg"
