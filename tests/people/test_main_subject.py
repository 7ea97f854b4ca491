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
