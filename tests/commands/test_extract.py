"""`bioextract extract`."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from command_line import ANNA, COMMAND, call, call_here


def test_json(folder: Path) -> None:
    done = call("extract", "in/anna.txt", "--published", "2023-08-26")
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert done.stdout == json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    assert record["people"][0]["age"]["value"] == 29
    assert record["article"]["published"] == "2023-08-26"


def test_stdin(folder: Path) -> None:
    assert json.loads(call("extract", "-", stdin=ANNA).stdout)["people"][0]["name"] == "Anna Berg"


def test_text_where_it_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = call_here(capsys, "extract", "in/anna.txt", "--format", "text")
    assert done.stdout.startswith("in/anna.txt\n\nAnna Berg\n")
    assert "is a [Swedish] hurdler" in done.stdout
    assert "\x1b" not in done.stdout


def test_text_on_a_terminal(folder: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    subprocess.run([*COMMAND, "extract", "in/anna.txt"], stdout=theirs, check=True, env=environment)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert re.search(r"\x1b\[[0-9;]*mSwedish", shown)
    assert "[Swedish]" not in shown


def test_min_confidence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(call_here(capsys, "extract", "in/anna.txt", "--min-confidence", "1").stdout)["people"] == []


def test_an_article_that_cannot_be_read(folder: Path) -> None:
    done = call("extract", "missing.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("bioextract: missing.txt: ")
    assert len(done.stderr.splitlines()) == 1
