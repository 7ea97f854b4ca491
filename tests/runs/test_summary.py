"""`bioextract run --summary`, and what a run tells while it goes on."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import call, write_articles

import bioextract
from bioextract.kinds import FIELDS
from bioextract.runs import progress
from bioextract.runs.progress import Pace, State, log_progress


def summary() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(Path("summary.json").read_text())
    return told


def test_numbers(fake: Path) -> None:
    write_articles(fake / "bad.jsonl", ["crash", "fine", "fine"])
    arguments = ["-o", "out.jsonl", "--rejects", "rejects.jsonl", "--summary", "summary.json"]
    assert call("run", "in", "bad.jsonl", *arguments).returncode == 3
    told = summary()
    assert told.pop("seconds") > 0
    assert told.pop("articles_per_second") > 0
    assert told == {
        "version": "0",
        "model": "fake",
        "config": "0",
        "inputs": ["in", "bad.jsonl"],
        "outputs": {"records": "out.jsonl", "database": None, "rejects": "rejects.jsonl"},
        "articles": 4,
        "skipped": 0,
        "rejected": 1,
        "people": 0,
        "facts": dict.fromkeys(FIELDS, 0),
        "exit_code": 3,
        "interrupted": False,
        "error": None,
    }


def test_of_real_records(folder: Path) -> None:
    assert call("run", "in/anna.txt", "--rules-only", "--summary", "summary.json").returncode == 0
    told = summary()
    assert (told["version"], told["model"], told["people"]) == (bioextract.__version__, "rules-1", 1)
    assert told["facts"]["age"] == 1
    assert told["outputs"]["records"] == "-"


def test_of_a_run_that_failed(fake: Path) -> None:
    Path("in/bad.txt").write_text("crash")
    assert call("run", "in", "--fail-fast", "--summary", "summary.json", "-q").returncode == 1
    told = summary()
    assert (told["exit_code"], told["interrupted"]) == (1, False)
    assert told["error"] == "stopped at the first rejected article (--fail-fast)"


def test_of_nothing(fake: Path) -> None:
    assert call("run", "nowhere", "--summary", "summary.json").returncode == 4
    assert (summary()["exit_code"], summary()["articles"]) == (4, 0)


@pytest.mark.parametrize(("file", "is_done"), [("/dev/full", True), ("nowhere/summary.json", False)])
def test_that_cannot_be_written(fake: Path, file: str, is_done: bool) -> None:
    done = call("run", "in", "-q", "-o", "out.jsonl", "--summary", file)
    assert done.returncode == 1
    assert done.stderr.startswith(f"bioextract: {file}: ")
    assert len(done.stderr.splitlines()) == 1
    assert Path("out.jsonl").exists() == is_done


def test_is_left_alone_until_the_end(fake: Path) -> None:
    """A summary that is empty or half would mislead programs while the run goes on."""
    Path("summary.json").write_text("before")
    for file in ("summary.json", "new.json"):
        done = call("run", "in", "--rejects", "nowhere/rejects.jsonl", "--retry-rejects", "--summary", file)
        assert done.returncode == 2
    assert Path("summary.json").read_text() == "before"
    assert not Path("new.json").exists()


def test_may_be_a_pipe(fake: Path) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True) as reader:
        assert call("run", "in", "-q", "-o", "out.jsonl", "--summary", "pipe").returncode == 0
        assert json.loads(reader.communicate(timeout=10)[0])["articles"] == 2


def test_is_no_input_and_no_other_output(fake: Path) -> None:
    for arguments in (["in", "--summary", "in/s.json"], ["in", "-o", "a.jsonl", "--summary", "a.jsonl"]):
        assert call("run", *arguments).returncode == 2
    assert not Path("in/s.json").exists()


def test_the_log_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(progress, "LOG_SECONDS", 0.05)
    states = iter([State(n * 10, 5, 1, 100) for n in range(10)])
    with caplog.at_level(logging.INFO, "bioextract"), log_progress(lambda: next(states)):
        time.sleep(0.2)
    assert "0 of 100 articles, 5 skipped, 1 rejected" in caplog.messages[0]
    assert "articles/s, about" in caplog.messages[1]
    before = len(caplog.messages)
    time.sleep(0.1)
    assert len(caplog.messages) == before


def test_the_pace_is_that_of_the_last_minute() -> None:
    pace = Pace()
    for second in range(100):
        pace.per_second(1000 * second, second)  # articles that are skipped
    for second in range(100, 300):
        shown = pace.per_second(100_000 + 2 * (second - 100), second)
    assert shown == pytest.approx(2)
    assert len(pace._marks) < 100
