"""The job on a real Spark: what it reads, what it writes, and what is killed when."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import ANNA, LARS, wait_until, write_articles
from databases import fetch
from spark_workers import kill_workers

from bioextract import Extractor, Record
from bioextract.articles import read_articles

pytest.importorskip("pyspark", reason="PySpark is not installed (extra: spark)")
from bioextract.spark.job import DEFAULTS, JobError, _explaining, run_job
from bioextract.spark.sources import LARGEST_FILE

from .driver import plan_of
from .jobs import call, rows_of

RULES = Extractor(rules_only=True)


def test_a_folder_becomes_the_records_of_a_run(spark: Any, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(folder / "in", "--to", folder / "out") == 3
    assert "-> " in (told := capfd.readouterr().err)
    rows = rows_of(spark, folder / "out")
    records = {row.source: Record.model_validate(row.record.asDict(recursive=True)) for row in rows if row.record}
    rejects = {row.source: row.reject.message for row in rows if row.reject}
    assert len(records) + len(rejects) == len(rows)
    expected_records, expected_rejects = {}, {}
    for found in read_articles([str(folder / "in")]):
        if isinstance(found, Exception):
            expected_rejects[found.source] = found.reason
        else:
            expected_records[str(found.source)] = RULES.extract(found)
    assert records == expected_records
    assert len(records) >= 4
    assert rejects == expected_rejects
    assert {Path(source.partition("#")[0]).name for source in rejects} == {"blank.txt", "damaged.jsonl.gz"}
    assert f"{len(records)} records, {len(rejects)} rejected" in told


def test_lines_of_json(spark: Any, folder: Path) -> None:
    lines = [
        b'{"id": 1, "text": "%s"}' % ANNA.encode(),
        b"",
        b"{broken",
        b'{"text": "%s"}' % LARS.encode(),
        b'{"text": "\xff\xfe"}',
        b'{"id": "\\ud800", "text": " "}',
    ]
    file = folder / "a b.jsonl"
    file.write_bytes(b"\n".join(lines))
    assert call(file, "--to", folder / "out", "--partitions", "2") == 3
    rows = {row.source.partition("#")[2]: row for row in rows_of(spark, folder / "out")}
    assert len(rows) == 5
    assert all(row.source.startswith(f"{file}#") for row in rows.values())
    assert rows["1"].record.people[0].name == "Anna Berg"
    assert Counter(bool(row.record) for row in rows.values()) == {True: 2, False: 3}
    told = sorted(row.reject.message[:11] for row in rows.values() if row.reject)
    assert told == ["broken JSON", 'the field "', "the line is"]
    assert rows["\ufffd"].reject.source == f"{file}#\ufffd"


def test_what_is_too_large_is_told(spark: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DEFAULTS, LARGEST_FILE, "400")
    for name in ("a.txt", "b.jsonl.gz"):
        (folder / "in" / name).write_bytes(b"x" * 401)
    write_articles(folder / "in" / "many.jsonl", [ANNA] * 9)
    for form, large in (("files", {"a.txt", "b.jsonl.gz", "many.jsonl"}), ("jsonl", {"b.jsonl.gz"})):
        assert call(folder / "in", "--to", folder / form, "--format", form) == 3
        rejects = {Path(row.source).name: row.reject for row in rows_of(spark, folder / form) if row.reject}
        assert {name for name, reject in rejects.items() if "too large" in reject.message} == large


def test_lines_of_a_folder(spark: Any, tmp_path: Path) -> None:
    """Packed ones too, and those that Spark has written, whatever the folder and the case of the names."""
    source = tmp_path / "all.jsonl"
    spark.createDataFrame([("spark", ANNA)], "id string, text string").coalesce(1).write.json(str(source))
    line = '{"id": "%s", "text": "' + ANNA + '"}\n'
    (source / "a.Jsonl").write_text(line % "a")
    (source / "b.ndjson.GZ").write_bytes(gzip.compress((line % "b").encode()))
    assert call(source, "--to", tmp_path / "out") == 0
    assert sorted(row.source.rpartition("#")[2] for row in rows_of(spark, tmp_path / "out")) == ["a", "b", "spark"]


def test_a_table(spark: Any, folder: Path) -> None:
    columns = "key string, body string, published date, more int"
    spark.createDataFrame([("a", ANNA, None, 1), (None, LARS, None, 2), ("c", None, None, 3)], columns).coalesce(
        1
    ).write.parquet(str(folder / "t.parquet"))
    assert (
        call(folder / "t.parquet", "--to", folder / "out", "--fields", "text=body,id=key", "--published", "2024-09-18")
        == 3
    )
    rows = {row.source.rpartition("#")[2]: row for row in rows_of(spark, folder / "out")}
    assert set(rows) == {"a", "row 1", "c"}
    assert (rows["a"].record.article.published, rows["a"].record.article.published_from) == ("2024-09-18", "option")
    assert rows["c"].reject.message == 'the column "body" is null'


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_database_gets_what_run_would_write(
    spark: Any, folder: Path, make_database: Callable[[str], str], kind: str
) -> None:
    from bioextract.cli import main as run

    ours, theirs = make_database(kind), make_database(kind)
    assert call(folder / "in", "--to", ours, "--partitions", "3") == 3
    assert run(["run", str(folder / "in"), "--rules-only", "--quiet", "--db", theirs]) == 3
    for table in ("sources", "rejects"):
        names = f"SELECT source FROM {table} ORDER BY source"
        assert fetch(ours, names) == fetch(theirs, names) != []
    facts = "SELECT kind, value, confidence, e.text, a.content_key FROM facts f JOIN articles a USING (article_id) JOIN evidence e USING (article_id, person_no, fact_no) ORDER BY 1, 2, 5, 4"
    assert fetch(ours, facts) == fetch(theirs, facts) != []
    counts = "SELECT articles, skipped, people, facts, rejected, status FROM runs ORDER BY run_id DESC"
    assert fetch(ours, counts) == fetch(theirs, counts)
    assert call(folder / "in", "--to", ours) == 3
    assert fetch(ours, facts) == fetch(theirs, facts)
    assert fetch(ours, counts)[0][:2] == (0, fetch(theirs, counts)[0][0])


def test_a_task_that_is_repeated_doubles_nothing(
    spark: Any, tmp_path: Path, make_database: Callable[[str], str]
) -> None:
    """Its worker is killed when it has committed most of its articles."""
    started, go, url = tmp_path / "started", tmp_path / "go", make_database("postgresql")
    texts = [f"plain text {number}" for number in range(1050)] + ["crash"] + [f"touch:{started}", f"until:{go}", "end"]
    write_articles(tmp_path / "many.jsonl", texts)
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(run_job(plan_of(str(tmp_path / "many.jsonl"), url))))
    thread.start()
    wait_until(started.exists, 120)
    [(before,)] = fetch(url, "SELECT count(*) FROM articles")
    assert 0 < before <= 1000
    assert kill_workers(os.getpid()) > 0
    go.touch()
    thread.join(120)
    assert fetch(url, "SELECT count(*), count(DISTINCT content_key) FROM articles") == [(1053, 1053)]
    assert fetch(url, "SELECT count(*) FROM ages") == [(1053,)]
    assert fetch(url, "SELECT attempts, message FROM rejects") == [(1, "unexpected ValueError: two lines")]
    assert fetch(url, "SELECT articles, skipped, rejected, status FROM runs") == [(1053 - before, before, 1, "done")]
    assert (found[0]["articles"], found[0]["skipped"], found[0]["rejected"]) == (1053 - before, before, 1)


def test_a_java_that_has_ended_is_one_line() -> None:
    with pytest.raises(JobError, match="Java has ended, perhaps for lack of memory"), _explaining():
        raise ConnectionRefusedError(111, "Connection refused")  # what py4j raises then


def test_without_java_it_is_one_line(folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "bioextract.spark",
        str(folder / "in"),
        "--to",
        str(folder / "out"),
        "--rules-only",
    ]
    settings: dict[str, Any] = {"env": os.environ | {"JAVA_HOME": "/no such"}}
    done = subprocess.run(command, capture_output=True, text=True, check=False, **settings)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stderr.splitlines()[-1].startswith("bioextract: Spark cannot start Java: it needs Java 17")


def test_what_cannot_be_done_is_one_line(spark: Any, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def told(*args: str | Path) -> tuple[int, str]:
        code = call(*args)
        return code, capfd.readouterr().err.strip().splitlines()[-1]

    (folder / "there").mkdir()
    for target in (folder / "in", folder, folder / "in" / "out"):  # its input would be deleted, or its output read
        assert told(folder / "in", "--to", target, "--force")[0] == 2
    for checkpoint in (folder / "in" / "state", folder / "new" / "state", folder / "new", folder):
        assert told(folder / "in", "--to", folder / "new", "--checkpoint", checkpoint)[0] == 2
    assert (folder / "in" / "blank.txt").exists()
    assert told(folder / "in", "--to", folder / "out", "--redo")[0] == 2
    assert told(folder / "in", "--to", f"sqlite:///{folder}/facts.db", "--force")[0] == 2
    code, line = told(folder / "no such", "--to", folder / "out")
    assert (code, "no such" in line, line[:12]) == (2, True, "bioextract: ")
    assert told(folder / "in", "--to", folder / "there") == (
        2,
        f"bioextract: {folder}/there: exists; --force overwrites it",
    )
    assert told(folder / "there", "--to", folder / "out")[0] == 4
    code, line = told(folder / "in", "--to", "postgresql://anna:secret@localhost:1/x")
    assert (code, "secret" in line, line[:12]) == (1, False, "bioextract: ")
    code, line = told("nosuch://host/in", "--to", folder / "new")
    assert (code, "nosuch" in line, line[:12]) == (1, True, "bioextract: ")
    spark.createDataFrame([("a", ANNA)], "id string, text string").write.parquet(str(folder / "t.parquet"))
    damaged = max((folder / "t.parquet").glob("*.parquet"), key=lambda path: path.stat().st_size)
    data = damaged.read_bytes()
    damaged.write_bytes(data[:4] + bytes(200) + data[204:])
    code, line = told(folder / "t.parquet", "--to", folder / "new")
    assert (code, damaged.name in line, line[:12]) == (1, True, "bioextract: ")
    assert told(folder / "in", "--to", "mysql://anna:secret@host/x")[0] == 2
