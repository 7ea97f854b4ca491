"""`bioextract run --rejects`, `--retry-rejects` and `--doc-timeout`."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from command_line import call, lines_of, sources, write_articles


def rejects() -> list[tuple[str, str, int]]:
    return [(r["source"], r["error"], r["attempts"]) for r in lines_of(Path("rejects.jsonl").read_text())]


def test_rejects_once_more(fake: Path) -> None:
    Path("in/bad.txt").write_text("crash")
    write_articles(fake / "many.jsonl", ["plain", "crash", "", "die", "plain"])
    arguments = ["--rejects", "rejects.jsonl", "-j", "2"]
    done = call("run", "in", "many.jsonl", "missing.txt", "-o", "out.jsonl", *arguments)
    assert done.returncode == 3
    assert rejects() == [
        ("in/bad.txt", "ExtractError", 1),
        ("many.jsonl#1", "ExtractError", 1),
        ("many.jsonl#2", "ReadError", 1),
        ("many.jsonl#3", "WorkerDiedError", 3),
        ("missing.txt", "ReadError", 1),
    ]
    before = Path("out.jsonl").read_bytes()

    Path("in/bad.txt").write_text("repaired")
    write_articles(fake / "many.jsonl", ["plain", "crash", "repaired", "die", "plain"])
    again = call("run", "--retry-rejects", "-o", "retried.jsonl", *arguments)
    assert again.returncode == 3
    assert sources(lines_of(Path("retried.jsonl").read_text())) == ["in/bad.txt", "many.jsonl#2"]
    assert rejects() == [
        ("many.jsonl#1", "ExtractError", 2),
        ("many.jsonl#3", "WorkerDiedError", 6),
        ("missing.txt", "ReadError", 2),
    ]
    assert Path("out.jsonl").read_bytes() == before

    Path("missing.txt").write_text("here it is")
    write_articles(fake / "many.jsonl", ["plain"] * 5)
    last = call("run", "--retry-rejects", "--rejects", "rejects.jsonl")
    assert last.returncode == 0
    assert sources(lines_of(last.stdout)) == ["many.jsonl#1", "many.jsonl#3", "missing.txt"]
    assert Path("rejects.jsonl").read_bytes() == b""
    assert call("run", "--retry-rejects", "--rejects", "rejects.jsonl").returncode == 0


def test_a_retry_that_was_broken_off_goes_on(fake: Path) -> None:
    for name in ("a", "b", "c"):
        Path(f"in/{name}.txt").write_text("crash")
    call("run", "in", "-o", "out.jsonl", "--rejects", "rejects.jsonl")
    for name in ("a", "c"):
        Path(f"in/{name}.txt").write_text("repaired")
    arguments = ["--retry-rejects", "--rejects", "rejects.jsonl", "-o", "retried.jsonl"]
    assert call("run", *arguments, "--fail-fast").returncode == 1
    assert rejects() == [("in/c.txt", "ExtractError", 1), ("in/b.txt", "ExtractError", 2)]
    assert call("run", *arguments, "--resume").returncode == 3
    assert sources(lines_of(Path("retried.jsonl").read_text())) == ["in/a.txt", "in/c.txt"]
    assert rejects() == [("in/b.txt", "ExtractError", 3)]


def test_a_file_that_was_damaged_gives_each_record_once(fake: Path) -> None:
    write_articles(fake / "many.jsonl", [f"plain {i}" for i in range(1000)])
    packed = gzip.compress(Path("many.jsonl").read_bytes())
    Path("many.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    arguments = ["-o", "out.jsonl", "--rejects", "rejects.jsonl"]
    assert call("run", "in", "many.jsonl.gz", *arguments).returncode == 3
    assert rejects()[-1] == ("many.jsonl.gz", "ReadError", 1)
    before = sources(lines_of(Path("out.jsonl").read_text()))
    assert 100 < len(before) < 1000
    Path("many.jsonl.gz").write_bytes(packed)
    assert call("run", "--retry-rejects", *arguments, "--resume").returncode == 0
    after = sources(lines_of(Path("out.jsonl").read_text()))
    assert after[: len(before)] == before
    assert sorted(after) == sorted([*before[:2], *(f"many.jsonl.gz#{i}" for i in range(1000))])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_time_limit(fake: Path, jobs: str) -> None:
    write_articles(fake / "many.jsonl", ["plain"] * 5 + ["sleep"] + ["plain"] * 20)
    done = call("run", "many.jsonl", "--doc-timeout", "0.7", "--rejects", "rejects.jsonl", "-j", jobs)
    assert done.returncode == 3
    assert sources(lines_of(done.stdout)) == [f"many.jsonl#{i}" for i in range(26) if i != 5]
    assert rejects() == [("many.jsonl#5", "TimeLimitError", 1)]
    assert done.stderr.startswith("many.jsonl#5: took longer than 0.7 s (--doc-timeout)\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_workers_that_cannot_start(fake: Path, monkeypatch: pytest.MonkeyPatch, jobs: str) -> None:
    monkeypatch.setenv("FAKE_START", "dies")
    done = call("run", "many.jsonl", "--doc-timeout", "10", "-j", jobs)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "bioextract: worker processes die before they can start (killed by SIGKILL, perhaps for lack of memory); "
        "use fewer of them (-j), free some memory, or see whether `bioextract extract FILE` works\n"
    )


def test_a_full_disk_under_the_rejects(fake: Path) -> None:
    Path("in/bad.txt").write_text("crash")
    done = call("run", "in", "-o", "out.jsonl", "--rejects", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.endswith("bioextract: /dev/full: No space left on device\n")
    assert "--resume" in done.stderr
