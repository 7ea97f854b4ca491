"""`bioextract run` that is interrupted, killed or out of room, and goes on: nothing twice, nothing lost, nothing half."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command_line import COMMAND, FAKE, call, lines_of, sleeping_run, wait_until, write_articles


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `slow.jsonl`, 80 articles, some of which are rejected, and what is to come out."""
    folder = tmp_path_factory.mktemp("undisturbed")
    special = {10: "crash", 57: "crash", 58: ""}
    write_articles(folder / "slow.jsonl", [special.get(i, f"slow {i} " + "x" * (i * 97 % 3000)) for i in range(80)])
    (folder / "sitecustomize.py").write_text(FAKE)
    outputs = ["-o", "undisturbed.jsonl", "--rejects", "undisturbed-rejects.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    assert call("run", "slow.jsonl", *outputs, "-j", "2", cwd=folder, env=environment).returncode == 3
    return folder


@pytest.fixture
def slow(fake: Path, undisturbed: Path) -> Path:
    """The working directory, with the files of `undisturbed`."""
    for file in undisturbed.glob("*.jsonl"):
        shutil.copy(file, fake)
    return fake


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_any_moment(slow: Path, jobs: str) -> None:
    chance = random.Random(jobs)
    arguments = ["run", "slow.jsonl", "-o", "out.jsonl", "--rejects", "rejects.jsonl", "--resume", "-j", jobs]
    kills = 0
    for _ in range(3):
        before = lines_in("out.jsonl.part")
        with subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE) as process:
            wait_until(lambda: lines_in("out.jsonl.part") > before or process.poll() is not None)  # noqa: B023
            time.sleep(chance.uniform(0, 0.3))
            kills += process.poll() is None
            process.kill()
            process.communicate()
    assert kills >= 2
    assert call(*arguments).returncode == 3
    assert Path("out.jsonl").read_bytes() == Path("undisturbed.jsonl").read_bytes()
    assert not Path("out.jsonl.part").exists()
    rejects, expected = (lines_of(Path(name).read_text()) for name in ("rejects.jsonl", "undisturbed-rejects.jsonl"))
    assert [(r["source"], r["message"]) for r in rejects] == [(r["source"], r["message"]) for r in expected]


@pytest.mark.parametrize(
    ("jobs", "number", "code"), [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGTERM, 143)]
)
def test_the_first_signal_finishes_the_article_in_hand(slow: Path, jobs: str, number: int, code: int) -> None:
    command = [*COMMAND, "run", "slow.jsonl", "-o", "out.jsonl", "--summary", "summary.json", "-j", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        wait_until(lambda: lines_in("out.jsonl.part") >= 20)
        os.killpg(process.pid, number)  # as a terminal does: the workers get it too
        _, told = process.communicate(timeout=30)
    done = lines_in("out.jsonl.part")
    assert process.returncode == code
    assert "stopping: the article in hand is finished first; once more stops at once\n" in told
    assert "the finished records are in out.jsonl.part; the same command with --resume goes on from there\n" in told
    assert told.endswith("bioextract: interrupted\n")
    assert "Traceback" not in told
    assert 20 <= done < 77
    summary = json.loads(Path("summary.json").read_text())
    assert (summary["articles"], summary["exit_code"], summary["interrupted"]) == (done, code, True)
    again = call("run", "slow.jsonl", "-o", "out.jsonl", "--resume", "--summary", "summary.json")
    assert again.returncode == 3
    assert f"{done} skipped" in again.stderr
    assert json.loads(Path("summary.json").read_text())["skipped"] == done
    assert Path("out.jsonl").read_bytes() == Path("undisturbed.jsonl").read_bytes()


def lines_in(path: str) -> int:
    return Path(path).read_bytes().count(b"\n") if Path(path).exists() else 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_second_signal_stops_at_once(fake: Path, jobs: str) -> None:
    with sleeping_run(fake, jobs) as process:
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(1)
        assert process.poll() is None  # the article in hand is to be finished
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=10)
    assert process.returncode == 130
    assert told.endswith("bioextract: interrupted\n")
    assert "Traceback" not in told
    assert lines_in("out.jsonl.part") == 20
    assert not Path("out.jsonl").exists()


def test_a_wait_for_input_is_broken_off(fake: Path) -> None:
    command = [*COMMAND, "run", "-", "--stdin-format", "jsonl", "-o", "out.jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdin
        wait_until(lambda: Path("out.jsonl.part").exists())
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130


def test_workers_end_with_a_run_that_is_killed(fake: Path) -> None:
    with sleeping_run(fake, "2") as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert len(children) >= 2
        process.kill()
        process.communicate(timeout=30)
    wait_until(lambda: not any(Path(f"/proc/{child}/cmdline").exists() for child in children))


def test_an_unfinished_run_is_not_overwritten_by_mistake(fake: Path) -> None:
    Path("out.jsonl.part").write_text("precious\n")
    done = call("run", "in", "-o", "out.jsonl")
    assert done.returncode == 2
    assert done.stderr == (
        "bioextract: out.jsonl.part: holds the records of a run that did not end; --resume goes on with it, "
        "--force starts anew\n"
    )
    assert Path("out.jsonl.part").read_text() == "precious\n"
    assert call("run", "in", "-o", "out.jsonl", "--force").returncode == 0
    assert lines_in("out.jsonl") == 2


def test_nothing_is_unfinished_where_nothing_is_done(fake: Path) -> None:
    Path("out.jsonl.part").touch()
    assert call("run", "in", "-o", "out.jsonl").returncode == 0


def test_records_of_another_version_are_not_gone_on_with(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("run", "in", "-o", "out.jsonl")
    Path("out.jsonl").rename("out.jsonl.part")
    monkeypatch.setenv("FAKE_VERSION", "2")
    done = call("run", "in", "-o", "out.jsonl", "--resume")
    assert done.returncode == 2
    assert "out.jsonl.part:1: made by another extractor (0, fake, 0; this one is 2, fake, 0)" in done.stderr
    assert "--force" in done.stderr
    assert lines_in("out.jsonl.part") == 2


def test_a_forced_run_goes_on_too(fake: Path) -> None:
    call("run", "in", "-o", "out.jsonl")
    before = Path("out.jsonl").read_bytes()
    Path("out.jsonl.part").write_bytes(before[:-10])
    assert call("run", "in", "-o", "out.jsonl", "--resume").returncode == 0
    assert Path("out.jsonl").read_bytes() == before
    Path("in/new.txt").write_text("one more")
    again = call("run", "in", "-o", "out.jsonl", "--resume")
    assert (again.returncode, again.stderr[:20]) == (0, "1 article, 2 skipped")
    assert Path("out.jsonl").read_bytes().startswith(before)
    assert lines_in("out.jsonl") == 3


def test_an_input_that_is_away_takes_no_records_with_it(fake: Path) -> None:
    command = ["run", "in", "-o", "out.jsonl", "--resume", "-q"]
    call(*command)
    before = Path("out.jsonl").read_bytes()
    Path("in").rename("away")
    for code in (4, 4):
        done = call(*command)
        assert done.returncode == code
        assert "out.jsonl: left as it was, for no article was found\n" in done.stderr
        assert Path("out.jsonl").read_bytes() == before
        Path("in").mkdir(exist_ok=True)  # a share that is not mounted
    Path("in/lars.txt").write_bytes(Path("away/lars.txt").read_bytes())
    done = call(*command)
    assert done.returncode == 0
    assert "out.jsonl: records left out because their articles are gone or have changed: 1\n" in done.stderr


@pytest.mark.parametrize("limit", [1_000, 8_000, 8_100])
def test_a_full_disk(fake: Path, limit: int) -> None:
    """The kernel refuses to let a file grow beyond the limit, as it does on a full disk."""

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    assert call("run", "many.jsonl", "-o", "undisturbed.jsonl").returncode == 0
    done = call("run", "many.jsonl", "-o", "out.jsonl", "--summary", "summary.json", preexec_fn=fill)
    assert done.returncode == 1
    assert done.stderr.endswith(f"bioextract: {fake}/out.jsonl.part: File too large\n")
    assert "--resume goes on from there" in done.stderr
    part = Path("out.jsonl.part").read_bytes()
    assert Path("undisturbed.jsonl").read_bytes().startswith(part)
    assert not part or part.endswith(b"\n")
    summary = json.loads(Path("summary.json").read_text())
    assert summary["exit_code"] == 1
    assert summary["error"].endswith("File too large")
    assert call("run", "many.jsonl", "-o", "out.jsonl", "--resume").returncode == 0
    assert Path("out.jsonl").read_bytes() == Path("undisturbed.jsonl").read_bytes()
