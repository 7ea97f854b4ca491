"""What stands in the file: the data, the policy, the escapes; athletes of several articles; its size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import stories
from invented import fact, make_record

from bioextract.articles import Article
from bioextract.records import Record
from bioextract.report.athletes import Athletes
from bioextract.report.pack import pack_article
from bioextract.report.source import Contents
from bioextract.report.write import write_report

DATA = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>')


def data_of(path: Path) -> dict[str, Any]:
    return {name: json.loads(value) for name, value in DATA.findall(path.read_text(encoding="utf-8"))}


def rows_of(*records: Record) -> list[dict[str, Any]]:
    athletes = Athletes()
    for number, record in enumerate(records):
        athletes.add(number, record)
    return athletes.rows()


def person(name: str, *facts: dict[str, Any], published: str | None = None) -> Record:
    record = make_record(Article("Some text.", source=name), {name: list(facts)})
    return record.model_copy(update={"article": record.article.model_copy(update={"published": published})})


def test_data_comes_back(report: Path) -> None:
    data = data_of(report)
    assert sorted(data) == ["article-0", "article-1", "article-2", "article-3", "index"]
    assert data["article-0"]["text"] == stories.PREVIEW.text
    assert data["article-3"]["text"] == stories.HOSTILE.text
    assert data["article-3"]["title"] == stories.HOSTILE.title
    assert data["index"]["run"]["rejects"] == stories.REJECTS


def test_nothing_of_the_data_looks_like_markup(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    assert page.count("<script") == page.count("</script") == 6  # five of data, one of code
    assert "<img" not in page
    assert "<title>facts&lt;script&gt;" in page


def test_the_policy_allows_this_script_and_this_style_only(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy.group(1).startswith("default-src 'none'; ")
    assert "unsafe" not in policy.group(1)
    for directive, element in (("script-src", '<script type="module">'), ("style-src", "<style>")):
        content = page.split(element)[1].split("</")[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy.group(1)


def test_the_same_records_give_the_same_bytes(report: Path, tmp_path: Path) -> None:
    records = [stories.preview(), stories.namesake()]
    for name in ("one", "two"):
        write_report(Contents("x", lambda: iter(records)), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_text_that_the_evidence_is_not_of_is_left_out() -> None:
    packed = pack_article(stories.namesake(), "Another text altogether, long enough.")
    assert "text" not in packed
    assert packed["facts"][0]["quotes"] == ["Norway"]


class TestAthletes:
    def test_what_the_latest_article_says(self) -> None:
        (row,) = rows_of(
            person("Anna Berg", fact("age", "Some", value=30), published="2024-05-01"),
            person("ANNA BERG", fact("age", "Some", value=28, confidence=0.99), published="2022-05-01"),
            person("Anna Berg", fact("age", "Some", value=26, confidence=1.0)),
        )
        assert (row["name"], row["age"], row["people"]) == ("Anna Berg", 30, [(0, 0), (1, 0), (2, 0)])

    def test_conflicting_people_stay_apart(self) -> None:
        born = [fact("birth_date", "Some", value=value) for value in ("1990-01-02", "1990", "1991")]
        rows = rows_of(*(person("Anna Berg", one) for one in born))
        assert sorted(row["people"] for row in rows) == [[(0, 0), (1, 0)], [(2, 0)]]

    def test_a_single_name_is_nobody_elses(self) -> None:
        assert (
            len(rows_of(person("Berg"), person("Berg").model_copy(update={"article": stories.result().article}))) == 2
        )

    def test_best_marks(self) -> None:
        marks = [
            fact("mark", "Some", kind="personal_best", mark=mark, discipline=discipline, amount=amount, unit=unit)
            for mark, discipline, amount, unit in [
                ("12.9", "Hurdles", 12.9, "s"), ("12.4", "hurdles", 12.4, "s"), ("6.1", "long jump", 6.1, "m"),
                ("6.5", "long jump", 6.5, "m"),
            ]
        ]  # fmt: skip
        (row,) = rows_of(person("Anna Berg", *marks))
        assert row["marks"] == ["12.4 hurdles", "6.5 long jump"]

    def test_counts_keep_their_qualifier(self) -> None:
        (row,) = rows_of(stories.result())[:1]
        assert row["marathons"] == (12, "at_least")
        assert "olympics" not in row
