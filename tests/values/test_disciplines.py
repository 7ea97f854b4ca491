from __future__ import annotations

import pytest

from bioextract.lexicons import rows
from bioextract.values.disciplines import discipline, kind_of, to_singular


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sprinters", "sprinter"),
        ("long-distance  runner", "long-distance runner"),
        ("4 x 100m Relay", "4 x 100m relay"),
        ("60m hurdles", "60m hurdles"),
        ("oarswomen", "oarswoman"),
        ("left-backs", "left-back"),
        ("marathons", "marathon"),
        ("women’s doubles", "women's doubles"),
        ("athletics", "athletics"),
        ("double sculls", "double sculls"),
        ("table\u00a0tennis", "table tennis"),
    ],
)
def test_discipline(text: str, value: str) -> None:
    assert discipline(text) == value
    assert discipline(value) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("runners", "person"),
        ("track and field athlete", "person"),
        ("wheelchair racer", "person"),
        ("water polo", "sport"),
        ("ice hockey", "sport"),
        ("ice hockey forward", "position"),
        ("point guard", "position"),
        ("left-back", "position"),
        ("10,000m", "event"),
        ("pole vault", "event"),
        ("-73kg", "event"),
        ("super featherweight", "event"),
        ("something else", "event"),
    ],
)
def test_kind_of(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_to_singular_leaves_singulars() -> None:
    assert [to_singular(word) for word in ("boxer", "boxers", "yachtsmen")] == ["boxer", "boxer", "yachtsman"]


def test_lexicon_has_each_term_once() -> None:
    terms = [(row[0], row[2] == "code") for row in rows("disciplines.tsv")]
    assert len(terms) == len(set(terms))
    assert {row[1] for row in rows("disciplines.tsv")} == {"person", "sport", "event", "position", "modifier"}
