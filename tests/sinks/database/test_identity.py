"""Who is the same athlete: the rule, and that the database keeps to it, whatever comes and goes."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest
from databases import aged, fetch, pair, person, write
from integrity import find_problems

from bioextract.people.identity import cluster, identify, is_full_name, sign

KENYA, SWEDEN = {"value": "Kenya", "code": "KEN"}, {"value": "Sweden", "code": "SWE"}


def told(name: str = "Anna Berg", born: str | None = None, countries: Any = (), sports: Any = ()) -> dict[str, Any]:
    facts: dict[str, Any] = {"nationalities": list(countries), "disciplines": [{"value": sport} for sport in sports]}
    return person(name, age={"value": 30}, **facts, **({"birth_date": {"value": born}} if born else {}))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Berg", "Anna Berg", True),
        ("Anna Berg", "ANNA BERG", True),
        ("Núria Sánchez", "Nuria Sanchez", True),
        ("Séan O’Neill", "Sean O'Neill", True),
        ("Séan O'Neill", "Sean ONeill", True),
        ("Anne-Marie Berg", "Anne Marie Berg", True),
        ("J.J. Watt", "JJ Watt", True),
        ("Łukasz Straße", "Łukasz Strasse", True),
        ("Anna Berg", "Anna Bergh", False),
        ("Anna Berg", "Berg Anna", False),
        ("Anna Berg", "Anna Maria Berg", False),
        ("Berg", "Berg", False),
        ("A. Berg", "A. Berg", False),
        ("Ronaldinho", "Ronaldinho", False),
        ("李 娜", "李 娜", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    first, second = (
        identify([{"birth_date": None} | told(name)], key)[0].identity for name, key in ((one, "k1"), (other, "k2"))
    )
    assert (first == second) is same


@pytest.mark.parametrize(
    ("people", "athletes"),
    [
        ([{}, {}], 1),
        ([{"countries": [KENYA]}, {}], 1),
        ([{"countries": [KENYA]}, {"countries": [SWEDEN]}], 2),
        ([{"countries": [KENYA]}, {"countries": [SWEDEN, KENYA]}], 1),
        ([{"born": "1984"}, {"born": "1984-11-02"}], 1),
        ([{"born": "1984-11"}, {"born": "1984-12"}], 2),
        ([{"born": "1984"}, {"born": "1985"}], 2),
        ([{"sports": ["marathon runner"]}, {"sports": ["hurdler"]}], 1),
        ([{"sports": ["marathon runner"]}, {"sports": ["boxer"]}], 2),
        ([{"sports": ["captain"]}, {"sports": ["boxer"]}], 1),
        ([{"sports": ["swimmer", "cyclist"]}, {"sports": ["cyclist"]}], 1),
        ([{"sports": ["triathlete"]}, {"sports": ["swimmer"]}, {"sports": ["triathlon"]}], 1),
        # Who may be both is taken for neither.
        ([{"countries": [KENYA]}, {"countries": [SWEDEN]}, {}], 3),
        ([{"countries": [KENYA]}, {"countries": [SWEDEN]}, {}, {}], 3),
        ([{"countries": [KENYA]}, {"countries": [SWEDEN]}, {"born": "1984"}, {}], 3),
        ([{"countries": [KENYA]}, {"countries": [SWEDEN]}, {"countries": [SWEDEN], "sports": ["boxer"]}], 2),
    ],
)
def test_what_is_told(url: str, people: list[dict[str, Any]], athletes: int) -> None:
    """In every order of the articles, and in one batch or in several, the same people are together."""
    partitions = set()
    pairs = [pair(f"Article {i}.", told(**facts), source=f"{i}.txt") for i, facts in enumerate(people)]
    orders = list(itertools.permutations(pairs))
    for order in {*orders[:: max(1, len(orders) // 3)]}:
        write(url, order[:1], prune=True, paths=(".",))
        write(url, order)
        rows = fetch(url, "SELECT a.source, p.athlete_id FROM people p JOIN articles a ON a.article_id = p.article_id")
        groups: dict[int, set[str]] = {}
        for source, athlete_id in rows:
            groups.setdefault(athlete_id, set()).add(source)
        partitions.add(frozenset(map(frozenset, groups.values())))
        assert len(groups) == athletes
        assert find_problems(url) == []
    assert len(partitions) == 1


def test_two_of_one_name_in_one_article_are_two(url: str) -> None:
    write(url, [pair("Two.", told(), told()), pair("One.", told(), source="b.txt")])
    assert fetch(url, "SELECT COUNT(*) FROM athletes") == [(3,)]


def test_an_athlete_keeps_its_number_and_goes_with_the_last_article(url: str) -> None:
    write(url, [pair("One.", told("ANNA BERG")), pair("Other.", aged(50, "Lars Holm"), source="b.txt")])
    write(url, [pair("Two.", told("Anna Berg"), source="c.txt")])
    assert fetch(url, "SELECT athlete_id, name FROM athletes ORDER BY 1") == [(1, "Anna Berg"), (2, "Lars Holm")]
    write(url, [pair("No more of her.", told("Eva Dahl"))])
    assert fetch(url, "SELECT athlete_id, name FROM athletes ORDER BY 1")[:2] == [(1, "Anna Berg"), (2, "Lars Holm")]
    write(url, [pair("Nor here.", told("Eva Dahl"), source="c.txt")])
    assert fetch(url, "SELECT name FROM athletes ORDER BY 1") == [("Eva Dahl",), ("Lars Holm",)]


def test_when_the_conflict_goes_the_athletes_are_one_again(url: str) -> None:
    write(url, [pair("One.", told(countries=[KENYA])), pair("Two.", told(countries=[SWEDEN]), source="b.txt")])
    assert fetch(url, "SELECT COUNT(*) FROM athletes") == [(2,)]
    write(url, [pair("Two, corrected.", told(countries=[KENYA]), source="b.txt")])
    assert fetch(url, "SELECT COUNT(*) FROM athletes") == [(1,)]


def test_many_ways_to_tell_of_one_name_are_settled_quickly() -> None:
    years = {f"{1700 + i}|{'ABC'[i % 3] * 3}|" for i in range(300)}
    start = time.process_time()
    groups = cluster(years | {f"{1700 + i}||" for i in range(100)} | {"||"})
    assert time.process_time() - start < 3
    assert sorted(map(len, groups)) == [1] * 201 + [2] * 100


FULL = "Li Na|Anh Le|Eva Berg Jr|Virgil van Dijk|Sir Chris Hoy|Jean-Marie Le Bris|Ser-Od Bat-Ochir|J.J. Watt"
SURNAMES = (
    "Berg|A. Berg|Van Dijk|van der Berg|De Jong|Le Bris|Al Ahmed|Al-Ahmed|St John|St. John|Smith Jr.|Jones II|Sir Chris"
    "|Dr. Berg|Team GB|Johnson-Thompson|Sir A. Berg Jr|DOS SANTOS|Sir|Jr||-"
    "|Du Li|Al Oerter"  # cannot be told from De Jong, Al Ahmed
)


@pytest.mark.parametrize("name", FULL.split("|"))
def test_full_names(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize("name", [*SURNAMES.split("|"), "x" * 150 + " " + "y" * 150])
def test_names_that_several_may_bear(name: str) -> None:
    assert not is_full_name(name)


def test_small_things() -> None:
    assert sign({"birth_date": None} | told(countries=[{"value": "Atlantis", "code": None}, KENYA])) == "|Atlantis,KEN|"
