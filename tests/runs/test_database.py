"""`bioextract run --db`: what the options do; the database itself is tested in `tests/sinks`."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command_line import COMMAND, call, call_here, lines_of, sources, write_articles

URL = "sqlite:///facts.db"


def query(sql: str) -> list[Any]:
    with sqlite3.connect("facts.db") as connection:
        return connection.execute(sql).fetchall()


def articles() -> list[str]:
    return [source for (source,) in query("SELECT source FROM sources ORDER BY source")]


def test_into_a_database_and_again(fake: Path) -> None:
    first = call("run", "in", "--db", URL, "--summary", "summary.json")
    assert (first.returncode, first.stdout) == (0, "")
    assert articles() == ["in/anna.txt", "in/lars.txt"]
    assert json.loads(Path("summary.json").read_text())["outputs"]["database"] == URL
    Path("in/new.txt").write_text("one more")
    again = call("run", "in", "--db", URL, "-j", "2")
    assert again.stderr.startswith("1 article, 2 skipped (there already), ")
    assert articles() == ["in/anna.txt", "in/lars.txt", "in/new.txt"]
    third = call("run", "in", "--db", URL)
    assert (third.returncode, third.stderr.splitlines()[0][:46]) == (
        0,
        "0 articles, 3 skipped (there already), 0 peopl",
    )
    assert "3 articles, 0 people" in call("run", "in", "--db", URL, "--redo").stderr
    assert query("SELECT status, articles, skipped FROM runs ORDER BY run_id") == [
        ("done", 2, 0),
        ("done", 1, 2),
        ("done", 0, 3),
        ("done", 3, 0),
    ]


def test_records_too_are_those_of_this_run(fake: Path) -> None:
    call("run", "in/anna.txt", "--db", URL)
    assert call("run", "in", "--db", URL, "-o", "out.jsonl").returncode == 0
    assert sources(lines_of(Path("out.jsonl").read_text())) == ["in/lars.txt"]
    Path("out.jsonl").rename("out.jsonl.part")
    Path("in/new.txt").write_text("one more")
    assert call("run", "in", "--db", URL, "-o", "out.jsonl", "--resume").returncode == 0
    assert sources(lines_of(Path("out.jsonl").read_text())) == ["in/lars.txt", "in/new.txt"]


def test_two_lines_with_one_id_are_two_articles_every_night(fake: Path) -> None:
    entries = [{"id": "1", "text": "one"}, {"id": "1", "text": "other"}]
    Path("many.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    for skipped in (0, 2, 2):
        assert call("run", "many.jsonl", "--db", URL).returncode == 0
        assert articles() == ["many.jsonl#1", "many.jsonl#1 (2)"]
        assert query("SELECT skipped FROM runs ORDER BY run_id DESC LIMIT 1") == [(skipped,)]


def test_keep_text(fake: Path) -> None:
    call("run", "in/anna.txt", "--db", URL)
    assert query("SELECT text FROM articles") == [(None,)]
    call("run", "in/anna.txt", "--db", URL, "--keep-text")
    assert query("SELECT text FROM articles") == [(Path("in/anna.txt").read_text(),)]


def test_force_is_for_files_and_redo_for_the_database(fake: Path) -> None:
    command = ["run", "in", "--db", URL, "-o", "out.jsonl", "--rejects", "rejects.jsonl"]
    call(*command)
    assert call(*command).returncode == 2
    assert call(*command, "--redo").returncode == 2
    assert call(*command, "--force").returncode == 0
    assert Path("out.jsonl").read_bytes() == b""
    assert call(*command, "--force", "--redo").returncode == 0
    assert query("SELECT articles, skipped FROM runs ORDER BY run_id") == [(2, 0), (0, 2), (2, 0)]
    assert len(lines_of(Path("out.jsonl").read_text())) == 2


def test_prune(fake: Path) -> None:
    call("run", "in", "--db", URL)
    Path("in/lars.txt").unlink()
    call("run", "in", "--db", URL)
    assert articles() == ["in/anna.txt", "in/lars.txt"]
    done = call("run", "in", "--db", URL, "--prune")
    assert "in/lars.txt: no more there, deleted from the database\n" in done.stderr
    assert articles() == ["in/anna.txt"]


def test_retry_of_the_table_of_rejects(fake: Path) -> None:
    write_articles(fake / "many.jsonl", ["crash", "plain", "crash"])
    assert call("run", "in", "many.jsonl", "--db", URL, "--rejects", "rejects.jsonl").returncode == 3
    write_articles(fake / "many.jsonl", ["repaired", "plain", "crash"])
    assert call("run", "--retry-rejects", "--db", URL).returncode == 3
    assert query("SELECT source, attempts FROM rejects") == [("many.jsonl#2", 2)]
    assert "many.jsonl#0" in articles()
    write_articles(fake / "many.jsonl", ["repaired", "plain", "repaired too"])
    # Both know of rejects; what the file lists too much is skipped, for it is in the database.
    again = call("run", "--retry-rejects", "--db", URL, "--rejects", "rejects.jsonl")
    assert again.returncode == 0
    assert again.stderr.startswith("1 article, 1 skipped")
    assert query("SELECT source FROM rejects") == []
    assert Path("rejects.jsonl").read_bytes() == b""


def test_rejects_of_articles_that_are_gone_are_forgotten(fake: Path) -> None:
    for name in ("away", "many", "torn"):
        write_articles(fake / f"{name}.jsonl", ["crash", "plain", "crash"])
    files = ["away.jsonl", "many.jsonl", "torn.jsonl"]
    call("run", *files, "--db", URL, "--rejects", "rejects.jsonl")
    Path("away.jsonl").unlink()
    write_articles(fake / "many.jsonl", ["crash", "plain"])
    Path("torn.jsonl").write_bytes(b"\0")
    done = call("run", "--retry-rejects", "--db", URL, "--rejects", "rejects.jsonl")
    assert done.returncode == 3
    expected = ["away.jsonl", "many.jsonl#0", "torn.jsonl", "torn.jsonl#0", "torn.jsonl#2"]
    assert [source for (source,) in query("SELECT source FROM rejects ORDER BY source")] == expected
    assert "rejects forgotten because their articles are gone: 3\n" in done.stderr
    write_articles(fake / "torn.jsonl", ["plain", "plain", "plain"])
    write_articles(fake / "away.jsonl", ["plain"])
    write_articles(fake / "many.jsonl", ["plain"])
    assert call("run", "--retry-rejects", "--db", URL).returncode == 0
    assert query("SELECT source FROM rejects") == []


def test_every_night(fake: Path) -> None:
    Path("in/bad.txt").write_text("crash")
    command = ["run", "in", "--db", URL, "--rejects", "rejects.jsonl", "--summary", "summary.json", "--resume"]
    for night in (1, 2, 3):
        assert call(*command).returncode == 3
        (reject,) = lines_of(Path("rejects.jsonl").read_text())
        assert (reject["source"], reject["attempts"]) == ("in/bad.txt", night)
    assert len(articles()) == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(fake: Path, jobs: str) -> None:
    write_articles(fake / "slow.jsonl", [f"slow {i}" for i in range(200)])
    command = [*COMMAND, "run", "slow.jsonl", "--db", URL, "-j", jobs, "-v"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr
        for line in process.stderr:
            if line.startswith("slow.jsonl#10:"):
                os.killpg(process.pid, signal.SIGINT)
                break
        told = process.stderr.read()
        assert process.wait(timeout=30) == 130
    assert "the finished articles are in the database; the same command goes on from there\n" in told
    done = len(articles())
    assert 11 <= done < 200
    assert query("SELECT status, articles FROM runs") == [("interrupted", done)]
    assert call("run", "slow.jsonl", "--db", URL).returncode == 0
    assert query("SELECT status, articles, skipped FROM runs ORDER BY run_id")[1:] == [("done", 200 - done, done)]
    assert len(articles()) == 200


def test_passwords_are_not_shown(fake: Path) -> None:
    url = "postgresql://anna:pa/ss@localhost:1/facts?connect_timeout=1"
    done = call("run", "in", "--db", url, "--summary", "summary.json", "--verbose")
    assert done.returncode in (1, 2)
    told = Path("summary.json").read_text()
    assert "anna:***@localhost" in told
    assert "pa/ss" not in told + done.stderr + done.stdout


@pytest.mark.parametrize(
    "command",
    ["run {}", "extract {}", "eval {} {}", "diff {} {}", "report in -o {}", "report many.jsonl -o out --rejects {}",
     "export many.jsonl -o out --verdicts {}", "review many.jsonl --texts {}"],
)  # fmt: skip
def test_passwords_are_not_shown_where_no_url_belongs(
    fake: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (fake / "many.jsonl").write_text("")
    done = call_here(capsys, *command.replace("{}", "postgresql://anna:pass@localhost:1/facts").split())
    assert done.returncode
    assert "pass" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["in", "--keep-text"],
        ["in", "--prune"],
        ["in", "--redo"],
        ["in", "--resume"],
        ["in", "--resume", "-o", "/dev/null"],
        ["in", "--resume", "--force", "-o", "out.jsonl"],
        ["--retry-rejects"],
        ["--retry-rejects", "--rejects", "missing.jsonl"],
        ["--retry-rejects", "--rejects", "many.jsonl"],
        ["--retry-rejects", "--db", "sqlite:///missing.db"],
        ["in", "--retry-rejects", "--db", URL],
        ["--prune", "--retry-rejects", "--db", URL],
        ["in", "--doc-timeout", "0"],
        ["in", "--doc-timeout", "-1"],
        ["in", "--doc-timeout", "nan"],
        ["in", "-o", "out.jsonl.gz"],
        ["in", "--summary", "in"],
        ["in", "--db", "facts.db"],
        ["in", "--db", "mysql://localhost/facts"],
        ["in", "--db", ""],
    ],
)
def test_usage(fake: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(fake.rglob("*"))
    done = call_here(capsys, "run", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert sorted(fake.rglob("*")) == before
