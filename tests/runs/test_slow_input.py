"""`bioextract run -` while the input waits: what has come is done, kept and timed."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest
from command_line import COMMAND, wait_until


@contextmanager
def run(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A run that reads JSON Lines from a pipe, which has had three articles and stays open."""
    command = [*COMMAND, "run", "-", "--stdin-format", "jsonl", *arguments]
    with subprocess.Popen(command, text=True, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        try:
            give(process, a="plain", b="plain", c="sleep" if "--doc-timeout" in arguments else "plain")
            yield process
        finally:
            process.kill()


def give(process: subprocess.Popen[str], **texts: str) -> None:
    assert process.stdin
    process.stdin.write("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    process.stdin.flush()


def source_of(line: str) -> str:
    return str(json.loads(line)["article"]["source"])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_records_come_while_the_input_waits(fake: Path, jobs: str) -> None:
    with run("-j", jobs) as process:
        assert process.stdout
        assert [source_of(process.stdout.readline()) for _ in range(3)] == ["-#a", "-#b", "-#c"]
        give(process, d="plain")
        assert source_of(process.stdout.readline()) == "-#d"
        out, _ = process.communicate(timeout=30)
        assert (out, process.returncode) == ("", 0)


def rows() -> int:
    try:
        with sqlite3.connect("facts.db") as connection:
            return int(connection.execute("SELECT COUNT(*) FROM sources").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_rows_and_time_limits_come_while_the_input_waits(fake: Path) -> None:
    with run("--db", "sqlite:///facts.db", "--doc-timeout", "0.5", "-j", "2") as process:
        assert process.stderr
        assert process.stderr.readline().startswith("-#c: took longer than 0.5 s")
        wait_until(lambda: rows() == 2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
        assert process.returncode == 130
        assert told.endswith("bioextract: interrupted\n")
        assert "Traceback" not in told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_ends_the_wait(fake: Path, jobs: str) -> None:
    with run("-o", "out.jsonl", "-j", jobs) as process:
        part = Path("out.jsonl.part")
        wait_until(lambda: part.exists() and part.read_bytes().count(b"\n") == 3)
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=10)
        assert process.returncode == 143
        assert "Traceback" not in told
        assert "Fatal" not in told
