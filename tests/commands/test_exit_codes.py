"""Exit codes of the command line and its one line of an error; 1 (fail fast), 2 (force), 3 (rejects): see `test_run`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from command_line import COMMAND, call, call_here, write_articles


@pytest.mark.parametrize("args", [["run", "nowhere"], ["run", "empty"], ["run", "empty/*.txt"]])
def test_nothing_matched(fake: Path, args: list[str]) -> None:
    (fake / "empty").mkdir()
    done = call(*args)
    assert (done.returncode, done.stdout) == (4, "")
    assert args[1] in done.stderr


def test_a_bad_file_is_rejected_and_not_missing(fake: Path) -> None:
    (fake / "empty.txt").touch()
    assert call("run", "empty.txt").returncode == 3


@pytest.mark.parametrize(
    "args",
    [
        ["run"],
        ["walk"],
        ["run", "in", "-j", "0"],
        ["run", "in", "--published", "August"],
        ["run", "in", "--fields", "body=text"],
        ["run", "in", "--min-confidence", "2"],
        ["run", "in", "--stdin-format", "docx"],
        ["run", "in", "-o", "in"],
        ["eval", "nowhere", "in/anna.txt"],
    ],
)
def test_usage(fake: Path, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    done = call_here(capsys, *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("output", ["/dev/full", "nowhere/out.jsonl"])
def test_an_output_that_cannot_be_written(fake: Path, output: str) -> None:
    done = call("run", "in", "-o", output)
    assert done.returncode == 1
    assert done.stderr.startswith(f"bioextract: {'/dev/full' if output == '/dev/full' else fake}")
    assert len(done.stderr.splitlines()) == 1


def test_a_full_disk_under_stdout(fake: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "run", "in"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "bioextract: standard output: No space left on device\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_stops_early(fake: Path, jobs: str) -> None:
    write_articles(fake / "many.jsonl", ["plain text"] * 2000)
    command = [*COMMAND, "run", "many.jsonl", "-q", "-j", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
