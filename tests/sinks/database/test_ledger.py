"""What is done once is done: skipped, replaced, forced, kept, pruned."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from databases import EXTRACTOR, aged, at, fetch, pair, person, write
from integrity import count_rows, find_problems, read_facts

from bioextract.articles import Article, read_articles
from bioextract.runs.rejects import Reject
from bioextract.sinks.database import known_rejects
from bioextract.sinks.database.ledger import make_entry
from bioextract.sinks.database.store import Batch

A, B = pair("About Anna.", aged(29)), pair("About Lars.", aged(50, "Lars Holm"), source="b.txt")
OTHER = EXTRACTOR.model_copy(update={"config": "c1"})
REJECT = Reject("bad.txt", None, "extract", "ExtractError", "not English")
SOURCES = "SELECT source FROM sources ORDER BY source"
AGES = "SELECT a.source, g.value FROM ages g JOIN articles a ON a.article_id = g.article_id ORDER BY 1, 2"


@pytest.fixture(autouse=True)
def _is_whole(url: str) -> Any:
    yield
    assert find_problems(url) == []


def test_known_articles_are_skipped(url: str) -> None:
    assert write(url, [A, B]) == ["a.txt", "b.txt"]
    before = read_facts(url)
    assert write(url, [A, B]) == []
    assert read_facts(url) == before
    assert fetch(url, "SELECT articles, skipped FROM runs ORDER BY run_id") == [(2, 0), (0, 2)]


def test_force_does_them_again_and_changes_nothing(url: str) -> None:
    write(url, [A, B])
    before = read_facts(url)
    assert write(url, [A, B], force=True) == ["a.txt", "b.txt"]
    assert read_facts(url) == before
    assert fetch(url, "SELECT run_id FROM articles") == [(1,), (1,)]


def test_what_the_extractor_says_anew_replaces_what_it_said(url: str) -> None:
    write(url, [A, B])
    write(url, [pair("About Anna.", aged(30), person("Eva Dahl", teams=[{"name": "T"}]))], force=True)
    assert fetch(url, AGES) == [("a.txt", 30), ("b.txt", 50)]
    assert fetch(url, "SELECT run_id FROM articles ORDER BY source") == [(2,), (1,)]
    write(url, [A], force=True)
    assert fetch(url, "SELECT name FROM athletes ORDER BY name") == [("Anna Berg",), ("Lars Holm",)]
    assert count_rows(url)["evidence"] == 2


def test_another_main_subject_is_another_record(url: str) -> None:
    article, line = pair("About both.", aged(29), aged(50, "Lars Holm"))
    assert b'"main_subject":"Anna Berg"' in line
    for told in (line, line.replace(b'"main_subject":"Anna Berg"', b'"main_subject":null'), line):
        write(url, [(article, told)], force=True)
        is_main = told is line
        assert fetch(url, "SELECT person_no FROM people WHERE is_main_subject") == [(0,)] * is_main
        assert fetch(url, "SELECT main_subject FROM articles") == [("Anna Berg" if is_main else None,)]


@pytest.mark.parametrize(
    "changed",
    [
        pair("About Anna, again.", aged(31)),
        pair("About Anna.", aged(31), title="Title"),
        pair("About Anna.", aged(31), published=dt.date(2024, 1, 1)),
    ],
    ids=["text", "title", "date"],
)
def test_a_changed_article_replaces_the_old_one(url: str, changed: Any) -> None:
    write(url, [A, B])
    assert write(url, [changed, B]) == ["a.txt"]
    assert fetch(url, AGES) == [("a.txt", 31), ("b.txt", 50)]
    assert count_rows(url) == count_rows(url) | {"articles": 2, "sources": 2, "people": 2, "athletes": 2, "evidence": 2}


def test_another_extractor_replaces_what_the_first_one_found(url: str) -> None:
    write(url, [A, B])
    by_other = pair("About Anna.", aged(28), extractor=OTHER)
    assert write(url, [by_other], extractor=OTHER) == ["a.txt"]
    assert fetch(url, AGES) == [("a.txt", 28), ("b.txt", 50)]
    assert fetch(url, "SELECT extractor_config FROM articles ORDER BY source") == [("c1",), ("c0",)]
    assert write(url, [by_other], extractor=OTHER) == []
    assert write(url, [A]) == ["a.txt"]


class TestOneContentFromTwoSources:
    def test_in_one_run(self, url: str) -> None:
        write(url, [at(A, "z.txt"), A])
        assert fetch(url, AGES) == [("a.txt", 29)]
        assert fetch(url, SOURCES) == [("a.txt",), ("z.txt",)]

    def test_later_it_is_not_extracted_again(self, url: str) -> None:
        write(url, [at(A, "b/a.txt")])
        assert write(url, [at(A, "a/a.txt")]) == []
        assert fetch(url, AGES) == [("a/a.txt", 29)]
        assert fetch(url, SOURCES) == [("a/a.txt",), ("b/a.txt",)]

    def test_the_content_goes_with_its_last_source(self, url: str) -> None:
        write(url, [A, at(A, "z.txt")])
        write(url, [pair("Changed.", aged(31))])
        assert fetch(url, AGES) == [("a.txt", 31), ("z.txt", 29)]
        write(url, [pair("Changed.", aged(31), source="z.txt")])
        assert fetch(url, AGES) == [("a.txt", 31)]

    def test_they_may_swap_their_contents(self, url: str) -> None:
        write(url, [A, B])
        assert write(url, [at(A, "b.txt"), at(B, "a.txt")]) == []
        assert fetch(url, AGES) == [("a.txt", 50), ("b.txt", 29)]


def test_one_source_that_names_two_articles_keeps_the_later_one_and_says_so(url: str) -> None:
    told: list[str] = []
    write(url, [A, at(B, "a.txt")], tell=told.append)
    assert fetch(url, AGES) == [("a.txt", 50)]
    assert told == ["a.txt: names two articles; the database keeps the later one"]
    for _ in range(2):
        write(url, [A, at(B, "a.txt")])
        assert fetch(url, AGES) == [("a.txt", 50)]


def test_an_article_without_a_source_goes_by_its_text(url: str) -> None:
    nameless = pair("Nameless.", aged(), source=None)
    write(url, [nameless])
    assert fetch(url, SOURCES) == [(nameless[0].id,)]
    assert write(url, [nameless]) == []


class TestTexts:
    PAGE = "<html><head><title>T</title></head><body><article><p>Anna Berg, 29, ran far and won.</p></article></body></html>"

    @pytest.mark.parametrize(("keep_text", "texts"), [(False, 1), (True, 2)])
    def test_kept_of_web_pages_and_where_asked_for(self, url: str, keep_text: bool, texts: int, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text(self.PAGE)
        (tmp_path / "b.txt").write_text("About Anna.")
        articles = [a for a in read_articles([str(tmp_path)]) if isinstance(a, Article)]
        write(
            url, [pair(a.text, aged(), source=a.source, from_page=a.from_page) for a in articles], keep_text=keep_text
        )
        assert fetch(url, "SELECT COUNT(text), COUNT(*) FROM articles") == [(texts, 2)]

    def test_asked_for_later_they_are_added_without_extraction(self, url: str) -> None:
        write(url, [A])
        assert write(url, [A], keep_text=True) == []
        assert fetch(url, "SELECT text FROM articles") == [("About Anna.",)]

    def test_they_stay(self, url: str) -> None:
        write(url, [A], keep_text=True)
        write(url, [A], force=True)
        assert fetch(url, "SELECT text FROM articles") == [("About Anna.",)]


class TestCharactersThatDatabasesRefuse:
    def test_nul_and_lone_surrogates(self, url: str) -> None:
        text = "A\0nna \ud800 Berg"
        evidence = [{"start": 0, "end": 5, "text": "A\0nna"}]
        anna = person("A\0nna Berg", age={"value": 29, "evidence": evidence})
        odd = pair(text, anna, title="T\0", source="o\0dd.txt")
        write(url, [odd, Reject("b\0\ud800.txt", None, "read", "ReadError", "bro\0ken")], keep_text=True)
        assert fetch(url, "SELECT source, title, text FROM articles") == [("o␀dd.txt", "T␀", "A␀nna \ufffd Berg")]
        assert fetch(url, "SELECT start_offset, end_offset, text FROM evidence") == [(0, 5, "A␀nna")]
        assert fetch(url, "SELECT name FROM people") == [("A␀nna Berg",)]
        assert fetch(url, "SELECT source, message FROM rejects") == [("b␀\ufffd.txt", "bro␀ken")]
        assert write(url, [odd]) == []

    def test_a_backslash_before_u0000_is_no_nul(self, url: str) -> None:
        write(url, [pair(r"About \u0000.", person(r"An\u0000na", age={"value": 29}))])
        assert fetch(url, "SELECT name FROM people") == [(r"An\u0000na",)]

    def test_very_long_names(self, url: str) -> None:
        source, name = "https://example.org/" + "é" * 20_000, "Anna " + "ß" * 20_000
        write(url, [pair("Long.", person(name, age={"value": 29}), source=source), Reject(source + "#2", *REJECT_REST)])
        assert fetch(url, "SELECT source FROM sources") == [(source,)]

    def test_numbers_beyond_64_bits(self, url: str) -> None:
        count = {"event": "marathon", "what": "appearances", "value": 10**30}
        write(url, [pair("Huge.", person(counts=[count], events=[{"event": "E", "rank": 10**20}]))])
        assert (
            fetch(url, "SELECT value FROM counts") == fetch(url, "SELECT marathon_count FROM people") == [(2**63 - 1,)]
        )


class TestAnArticleAndARejectOfOneName:
    """Neither takes the place of the other."""

    def test_in_one_batch(self) -> None:
        batch, entry, reject = Batch(), make_entry(A[0], keep_text=False), Reject("a.txt", *REJECT_REST)
        batch.reject(reject)
        batch.add(entry)
        batch.reject(reject)
        assert (batch.entries, list(batch.rejected.values()), len(batch)) == ([entry], [reject], 2)

    def test_a_broken_line_with_the_number_of_an_id(self, url: str, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"id": 3, "text": "About Anna."}\n\n{"text": "broken')
        found = list(read_articles([str(tmp_path)]))
        one, other = (str(item.source) for item in found)
        for _ in range(2):
            write(url, [at(A, one), Reject(other, 3, "read", "ReadError", "broken")])
            assert fetch(url, AGES) == [(one, 29)]
            assert known_rejects(url) == [other]


REJECT_REST = (None, "extract", "ExtractError", "not English")


class TestRejects:
    ROWS = "SELECT source, attempts, run_id FROM rejects ORDER BY source"

    def test_attempts_add_up_over_runs(self, url: str) -> None:
        write(url, [REJECT])
        write(url, [Reject("bad.txt", *REJECT_REST, attempts=3)])
        assert fetch(url, self.ROWS) == [("bad.txt", 4, 2)]
        assert known_rejects(url) == ["bad.txt"]

    def test_a_reject_goes_when_its_source_is_done(self, url: str) -> None:
        write(url, [REJECT, Reject("c.txt", *REJECT_REST)])
        write(url, [at(A, "bad.txt")])
        assert fetch(url, self.ROWS) == [("c.txt", 1, 1)]

    def test_or_turns_out_to_be_known(self, url: str) -> None:
        write(url, [A])
        write(url, [Reject("a.txt", *REJECT_REST)])
        assert fetch(url, self.ROWS) == [("a.txt", 1, 2)]
        assert fetch(url, AGES) == [("a.txt", 29)]  # what was found once stays until something better comes
        assert write(url, [A]) == []
        assert fetch(url, self.ROWS) == []

    def test_of_a_whole_file_when_the_file_is_read(self, url: str) -> None:
        whole = Reject("f.jsonl", None, "read", "ReadError", "empty")
        write(url, [whole, Reject("f.jsonl#7", 7, "read", "ReadError", "broken")])
        write(url, [at(A, "f.jsonl#1")])
        assert fetch(url, self.ROWS) == [("f.jsonl#7", 1, 1)]
        write(url, [at(A, "f.jsonl#1"), whole])
        assert fetch(url, self.ROWS) == [("f.jsonl", 1, 3), ("f.jsonl#7", 1, 1)]


def test_the_order_of_the_articles_does_not_matter(make_url: Any, url: str) -> None:
    pairs = [A, B, at(A, "c.txt"), pair("Again.", aged(30), source="d.txt")]
    databases = [url, make_url(), make_url()]
    for other, order in zip(databases, itertools.islice(itertools.permutations(pairs), 0, 24, 8), strict=True):
        write(other, order)
    assert read_facts(databases[0]) == read_facts(databases[1]) == read_facts(databases[2])
