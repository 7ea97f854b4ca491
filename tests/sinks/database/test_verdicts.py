"""Verdicts in a database: in the tables, the views, reports and exports; through re-extraction and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import stories
from databases import EXTRACTOR, execute, fetch, write
from integrity import find_problems
from stories import PREVIEW, RESULT
from verdict_maker import add, judge

from bioextract.articles import Article
from bioextract.errors import UsageError
from bioextract.records import ExtractorInfo, Record
from bioextract.report.source import read_source
from bioextract.review.stores import open_store
from bioextract.sinks.database import DatabaseError, admin
from bioextract.sinks.database.connect import open_engine
from bioextract.verdicts.verdict import Verdict

EVENTS = "SELECT event, status FROM athlete_events WHERE name = 'Anna Berg' ORDER BY event, year, status"


def fill(url: str, *records: Record, version: str = "1", articles: tuple[Article, ...] = (PREVIEW, RESULT)) -> None:
    extractor = ExtractorInfo(version=version, model="by hand", config="c0")
    records = records or (stories.preview(), stories.result())
    lines = [
        record.model_copy(update={"extractor": extractor}).model_dump_json().encode() + b"\n" for record in records
    ]
    write(url, list(zip(articles, lines, strict=True)), extractor=extractor, keep_text=True)


def save(url: str, *verdicts: Verdict) -> None:
    with open_store(url, None, write=True) as store:
        for verdict in verdicts:
            store.save(verdict)


def records_of(url: str) -> list[Record]:
    return list(read_source(url).articles())


def rows_of(url: str) -> dict[str, Any]:
    """All that is said, without the numbers of athletes."""
    tables = ("sponsors", "ages", "participations", "evidence", "counts", "warnings", "extracted")
    return {table: sorted(map(str, fetch(url, f"SELECT * FROM {table}"))) for table in tables} | {
        "people": fetch(url, "SELECT article_id, person_no, name, marathon_count FROM people ORDER BY 1, 2")
    }


def test_records_come_back_as_they_went_in(url: str) -> None:
    fill(url)
    told = [json.loads(record.model_dump_json()) for record in (stories.preview(), stories.result())]
    for record in told:
        record["extractor"] = EXTRACTOR.model_dump()
        for event in (event for person in record["people"] for event in person["events"]):
            event["date_precision"] = {4: "year", 10: "day"}[len(event["date"])]  # which the tables always tell
    assert [json.loads(record.model_dump_json()) for record in records_of(url)] == told
    assert read_source(url).texts == {PREVIEW.id: PREVIEW.text, RESULT.id: RESULT.text}


def test_views_and_tables_say_what_people_say(url: str) -> None:
    fill(url)
    preview, result = stories.preview(), stories.result()
    save(
        url,
        judge(preview, "sponsor", "wrong"),
        judge(preview, "participation", "mended", number=3, status="missed"),
        judge(result, "count", "mended", value=13),
        add(RESULT, "Lars Holm", "nationality", "Sweden", value="Sweden", code="SWE"),
    )
    assert fetch(url, "SELECT name, marathon_count, sponsors FROM athlete_overview ORDER BY name") == [
        ("Anna Berg", 13, None),
        ("Lars Holm", None, None),
    ]
    assert ("Oslo Marathon", "missed") in fetch(url, EVENTS)
    assert ("Oslo Marathon", "upcoming") not in fetch(url, EVENTS)
    assert fetch(url, "SELECT value, confidence FROM facts WHERE kind = 'nationality' ORDER BY 2, 1") == [
        ("Sweden", 0.8), ("Sweden", 0.8), ("Sweden", 1.0),
    ]  # fmt: skip
    assert fetch(url, "SELECT kind, verdict, person FROM verdicts ORDER BY kind") == [
        ("count", "mended", "Anna Berg"), ("nationality", "added", "Lars Holm"),
        ("participation", "mended", "Anna Berg"), ("sponsor", "wrong", "Anna Berg"),
    ]  # fmt: skip
    assert find_problems(url) == []


def test_a_verdict_taken_back_leaves_nothing(url: str) -> None:
    fill(url)
    before = rows_of(url)
    preview = stories.preview()
    for kind in ("age", "sponsor"):
        save(url, judge(preview, kind, "right"), judge(preview, kind, "wrong"))
    assert rows_of(url) != before
    assert len(fetch(url, "SELECT 1 FROM verdicts")) == 2
    save(url, judge(preview, "age", "withdrawn"), judge(preview, "sponsor", "withdrawn"))
    assert rows_of(url) == before
    assert fetch(url, "SELECT 1 FROM verdicts") == []


class TestAnotherExtraction:
    def test_verdicts_hold(self, url: str) -> None:
        fill(url)
        save(url, judge(stories.preview(), "sponsor", "wrong"), judge(stories.result(), "count", "mended", value=13))
        older = stories.preview().model_dump()
        older["people"][0]["age"]["value"] = 28
        fill(url, Record.model_validate(older), stories.result(), version="2")
        preview, result = records_of(url)
        assert preview.people[0].age
        assert (preview.people[0].age.value, preview.people[0].sponsors) == (28, [])
        assert result.people[0].marathon_count == 13
        with open_store(url, None, write=False) as store:  # what the extractor says is there for the desk
            assert next(iter(store.records())).people[0].sponsors[0].name == "Nordlys"
        save(url, judge(stories.preview(), "sponsor", "withdrawn"))
        assert records_of(url)[0].people[0].sponsors[0].name == "Nordlys"
        assert find_problems(url) == []

    def test_verdicts_hold_before_the_article_is_there_again(self, url: str) -> None:
        fill(url)
        save(url, judge(stories.preview(), "sponsor", "wrong"))
        execute(url, "DELETE FROM sources")
        execute(url, "DELETE FROM articles")
        fill(url)
        assert fetch(url, "SELECT 1 FROM sponsors") == []

    def test_of_a_changed_text_they_say_nothing(self, url: str) -> None:
        fill(url)
        save(url, judge(stories.preview(), "sponsor", "wrong"))
        changed = Article(
            PREVIEW.text + " More.", title=PREVIEW.title, published=PREVIEW.published, source=PREVIEW.source
        )
        record = stories.preview().model_dump()
        record["article"]["id"] = changed.id
        fill(url, Record.model_validate(record), stories.result(), version="2", articles=(changed, RESULT))
        assert fetch(url, "SELECT name FROM sponsors") == [("Nordlys",)]
        assert len(fetch(url, "SELECT 1 FROM verdicts")) == 1


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_exports_say_it_too(url: str, tmp_path: Path, form: str) -> None:
    pytest.importorskip("pyarrow")
    from bioextract.exports import export_records

    fill(url)
    save(url, judge(stories.preview(), "sponsor", "mended", name="Nordlys AS"))
    written = dict(export_records(read_source(url).articles(), tmp_path, form))
    path = tmp_path / f"sponsor.{form}"
    assert written[path] == 1
    assert b"Nordlys AS" in path.read_bytes()


def test_the_report_says_it_too(url: str, tmp_path: Path) -> None:
    from bioextract.cli import main

    fill(url)
    execute(
        url,
        "INSERT INTO rejects VALUES ('k', 'in/b.txt', 1, 'read', 'ReadError', 'broken', 1, '1', '2024-01-01 00:00:00', NULL)",
    )
    save(url, judge(stories.preview(), "sponsor", "mended", name="Nordlys AS"))
    out = tmp_path / "report.html"
    assert main(["report", url, "-o", str(out)]) == 0
    page = out.read_text()
    assert '"main":"Nordlys AS"' in page
    assert PREVIEW.text.split("\n", maxsplit=1)[0] in page
    assert json.dumps("in/b.txt") in page


def test_a_record_of_another_schema_version(url: str) -> None:
    fill(url)
    execute(url, "UPDATE articles SET schema_version = '0.9' WHERE source = 'in/result.txt'")
    with pytest.raises(Exception, match=r"in/result\.txt: its record has schema version '0\.9'"):
        records_of(url)


def test_what_is_no_database_of_ours(empty: str) -> None:
    execute(empty, "CREATE TABLE shoes (size INTEGER)")
    with pytest.raises(UsageError, match="holds no facts yet"):
        read_source(empty)
    with pytest.raises(UsageError, match="holds no facts yet"), open_store(empty, None, write=True):
        pass


def test_a_database_that_cannot_be_written(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(url)
    if url.startswith("postgresql"):
        url += "&options=-c%20default_transaction_read_only%3Don"
    else:

        def open_read_only(text: str, *, write: bool = True) -> sa.Engine:
            engine = open_engine(text, write=write)
            sa.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))
            return engine

        monkeypatch.setattr(admin, "open_engine", open_read_only)
    with pytest.raises(DatabaseError, match=r"read-?only"), open_store(url, None, write=True):
        pass
    with open_store(url, None, write=False) as store:
        assert len(list(store.records())) == 2
