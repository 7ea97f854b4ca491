"""`bioextract run`: every flag by its effect."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from command_line import ANNA, COMMAND, LARS, call, call_here, lines_of, sources, write_articles

import bioextract


def test_records_on_stdout_the_rest_on_stderr(folder: Path) -> None:
    done = call("run", "in")
    assert done.returncode == 0
    assert sources(lines_of(done.stdout)) == ["in/anna.txt", "in/lars.txt"]
    assert done.stderr.startswith("2 articles, 2 people, ")
    assert "\x1b" not in done.stderr


def test_output_file_and_the_first_athletes(folder: Path) -> None:
    done = call("run", "in", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert sources(lines_of((folder / "out.jsonl").read_text())) == ["in/anna.txt", "in/lars.txt"]
    assert "Anna Berg" in done.stderr
    assert "Sweden" in done.stderr
    assert not (folder / "out.jsonl.part").exists()


def test_jobs_give_the_same_bytes(folder: Path) -> None:
    write_articles(folder / "in" / "more.jsonl", [ANNA, LARS, ""] * 20)
    one, two = call("run", "in"), call("run", "in", "-j", "2")
    assert one.stdout == two.stdout
    assert (one.returncode, two.returncode) == (3, 3)
    assert len(lines_of(one.stdout)) == 42


def test_published(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = lines_of(call_here(capsys, "run", "in", "--published", "2023-08-26").stdout)[0]["article"]
    assert (article["published"], article["published_from"]) == ("2023-08-26", "option")


def test_min_confidence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines_of(call_here(capsys, "run", "in").stdout)[0]["people"]
    assert not any(
        record["people"] for record in lines_of(call_here(capsys, "run", "in", "--min-confidence", "1").stdout)
    )


def test_max_characters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = call_here(capsys, "run", "in", "--max-characters", "80")
    assert (done.returncode, sources(lines_of(done.stdout))) == (3, ["in/lars.txt"])
    assert "in/anna.txt: " in done.stderr


def test_fields(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.json").write_text(json.dumps({"body": ANNA, "headline": "A headline"}))
    assert call_here(capsys, "run", "other.json").returncode == 3
    done = call_here(capsys, "run", "other.json", "--fields", "text=body,title=headline")
    assert lines_of(done.stdout)[0]["article"]["title"] == "A headline"


def test_stdin(folder: Path) -> None:
    assert lines_of(call("run", "-", stdin=ANNA).stdout)[0]["people"][0]["name"] == "Anna Berg"
    done = call("run", "-", "--stdin-format", "jsonl", stdin=json.dumps({"text": ANNA}) + "\n")
    assert lines_of(done.stdout)[0]["people"][0]["name"] == "Anna Berg"


def test_rejects(fake: Path) -> None:
    write_articles(fake / "bad.jsonl", ["fine", "crash", "", "fine"])
    done = call("run", "bad.jsonl", "missing.txt", "--rejects", "rejects.jsonl")
    assert (done.returncode, len(lines_of(done.stdout))) == (3, 2)
    rejects = lines_of((fake / "rejects.jsonl").read_text())
    assert [(r["source"], r["line"], r["stage"], r["error"]) for r in rejects] == [
        ("bad.jsonl#1", None, "extract", "ExtractError"),
        ("bad.jsonl#2", 3, "read", "ReadError"),
        ("missing.txt", None, "read", "ReadError"),
    ]
    assert rejects[0]["message"] == "unexpected ValueError: boom"
    assert rejects[0]["version"] == bioextract.__version__
    told = done.stderr.splitlines()
    assert told[0] == "bad.jsonl#1: unexpected ValueError: boom"
    assert told[1].startswith("bad.jsonl:3: ")
    assert told[2].startswith("missing.txt: ")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fail_fast(fake: Path, jobs: str) -> None:
    write_articles(fake / "bad.jsonl", ["fine", "crash", "fine"])
    done = call("run", "bad.jsonl", "-j", jobs, "--fail-fast", "-o", "out.jsonl")
    assert done.returncode == 1
    assert "bioextract: stopped at the first rejected article (--fail-fast)" in done.stderr
    assert sources(lines_of((fake / "out.jsonl.part").read_text())) == ["bad.jsonl#0"]
    assert not (fake / "out.jsonl").exists()


def test_a_worker_that_dies(fake: Path) -> None:
    write_articles(fake / "bad.jsonl", [*["fine"] * 20, "die", *["fine"] * 20])
    done = call("run", "bad.jsonl", "-j", "2")
    assert (done.returncode, len(lines_of(done.stdout))) == (3, 40)
    assert done.stderr.startswith("bad.jsonl#20: the process that worked on this article died")


@pytest.mark.parametrize("output", ["-o", "--rejects"])
def test_force(fake: Path, output: str) -> None:
    (fake / "old.jsonl").write_text("precious")
    done = call("run", "in", output, "old.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("bioextract: old.jsonl: exists; --force overwrites it")
    assert (fake / "old.jsonl").read_text() == "precious"
    assert call("run", "in", output, "old.jsonl", "--force").returncode == 0
    assert (fake / "old.jsonl").read_text() != "precious"


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("in/anna.txt", "in/anna.txt"),
        ("in", "in/out.jsonl"),
        (".", "in/out.JSONL.gz"),
        ("in/*.jsonl", "in/out.jsonl"),
    ],
)
@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_an_output_is_no_input(
    fake: Path, path: str, output: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = call_here(capsys, "run", path, option, output, "--force")
    assert (done.returncode, done.stdout) == (2, "")
    assert "would be read as an input" in done.stderr
    assert (fake / "in" / "anna.txt").read_text() == ANNA


def test_outputs_beside_the_inputs_are_fine(fake: Path) -> None:
    assert call("run", "in/*.txt", "-o", "in/out.jsonl", "--rejects", "in/rejects.jsonl").returncode == 0


def test_records_and_rejects_are_two_files(fake: Path) -> None:
    assert call("run", "in", "-o", "a.jsonl", "--rejects", "./a.jsonl").returncode == 2


def test_an_output_that_is_a_device_or_a_link_stays_one(fake: Path) -> None:
    assert call("run", "in", "-o", "/dev/null").returncode == 0
    assert not Path("/dev/null").is_file()
    (fake / "link.jsonl").symlink_to("target.jsonl")
    assert call("run", "in", "-o", "link.jsonl").returncode == 0
    assert (fake / "link.jsonl").is_symlink()
    assert len(lines_of((fake / "target.jsonl").read_text())) == 2


def test_quiet_and_verbose(fake: Path) -> None:
    write_articles(fake / "bad.jsonl", ["crash"])
    assert call("run", "in", "-q").stderr == ""
    assert call("run", "in", "-q", "-o", "out.jsonl").stderr == ""
    assert call("run", "bad.jsonl", "-q").stderr == "bad.jsonl#0: unexpected ValueError: boom\n"
    told = call("run", "in", "bad.jsonl", "-v").stderr
    assert told.startswith("in/anna.txt: 0 people, 0 facts\nin/lars.txt: ")
    assert "Traceback" in told


def test_progress_only_on_a_terminal(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = pty.openpty()
    subprocess.run([*COMMAND, "run", "many.jsonl", "-o", "out.jsonl"], stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert re.search("40 (of 40 )?articles, 0 rejected", shown)
    assert "of 40" not in call("run", "many.jsonl", "-o", "other.jsonl").stderr
