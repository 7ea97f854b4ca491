"""Jobs that go on from a checkpoint: killed, repeated, and with another one's checkpoint."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from command_line import ANNA, wait_until, write_articles

from .conftest import CONFIG

pytest.importorskip("pyspark", reason="PySpark is not installed (extra: spark)")
from bioextract.spark.job import run_job

from .driver import plan_of
from .jobs import call, rows_of, sources_of


@contextmanager
def killed_jobs(environment: dict[str, str], arguments: list[str], is_time: Callable[[], bool]) -> Iterator[None]:
    """Jobs in a process of its own, of which driver and Java are killed when it is time."""
    submit = [part for name, value in CONFIG.items() for part in ("--conf", f"{name}={value}")]
    words = " ".join(f"'{part}'" for part in [*submit, "pyspark-shell"])
    command = [sys.executable, str(Path(__file__).with_name("driver.py")), *arguments]
    settings: dict[str, Any] = {"env": os.environ | environment | {"PYSPARK_SUBMIT_ARGS": words}}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, **settings) as process:
        try:
            wait_until(lambda: is_time() or process.poll() is not None, 180)
            assert process.poll() is None, process.communicate()[1]
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_a_killed_driver_resumes(
    spark: Any, environment: dict[str, str], tmp_path: Path, make_database: Callable[[str], str]
) -> None:
    source, started, go = (tmp_path / name for name in ("in", "started", "go"))
    places = {str(tmp_path / "out"): tmp_path / "files", make_database("sqlite"): tmp_path / "database"}
    source.mkdir()
    texts = {f"{number}.txt": f"plain text {number}" for number in range(7)}
    texts |= {"2.txt": f"touch:{started}", "3.txt": f"until:{go}"}
    for number, (name, text) in enumerate(texts.items()):
        (source / name).write_text(text)
        os.utime(source / name, (1e9 + number, 1e9 + number))

    def is_time() -> bool:
        return started.exists() and all((place / "offsets/1").exists() for place in places.values())

    arguments = [str(source), *(str(part) for place in places.items() for part in place)]
    with killed_jobs(environment, arguments, is_time):
        for checkpoint in places.values():
            assert [file.name for file in (checkpoint / "commits").glob("[0-9]*")] == ["0"]
    go.touch()
    plans = [plan_of(str(source), target, str(checkpoint)) for target, checkpoint in places.items()]
    with ThreadPoolExecutor() as pool:
        for done in pool.map(run_job, plans):
            assert done["articles"] + done["skipped"] == 5  # the batch that was lost, and those behind it
    assert [sources_of(spark, target) for target in places] == [list(texts)] * 2
    (source / "new.txt").write_text("plain text, and new")
    os.utime(source / "new.txt", (1e8, 1e8))  # older than all: brought from elsewhere
    with ThreadPoolExecutor() as pool:
        for again in range(2):
            assert [done["articles"] for done in pool.map(run_job, plans)] == [1 - again] * 2
    assert [sources_of(spark, target) for target in places] == [[*texts, "new.txt"]] * 2


def test_batches_are_not_written_over(spark: Any, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Another checkpoint counts its batches from 0 again."""
    arguments = (folder / "in", "--to", folder / "out", "--checkpoint")
    assert call(*arguments, folder / "one") == 3
    before = sources_of(spark, str(folder / "out"))
    assert call(*arguments, folder / "other") == 2
    assert "is no checkpoint of it" in capfd.readouterr().err
    assert call(*arguments, folder / "one") == 0
    assert sources_of(spark, str(folder / "out")) == before != []


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_streams_of_lines_and_tables(spark: Any, tmp_path: Path, form: str) -> None:
    (source := tmp_path / "in").mkdir()
    for number in range(3):
        if form == "jsonl":
            write_articles(source / f"{number}.jsonl", [f"{ANNA} {number}"])
        else:
            frame = spark.createDataFrame([(str(number), f"{ANNA} {number}")], "id string, text string").coalesce(1)
            frame.write.mode("append").parquet(str(source))
        arguments = (source, "--to", tmp_path / "out", "--checkpoint", tmp_path / "state", "--format", form)
        assert call(*arguments, "--files-a-batch", "1") == 0
        records = [row.record for row in rows_of(spark, tmp_path / "out")]
        assert len({record.article.id for record in records}) == len(records) == number + 1


@pytest.mark.parametrize("kind", ["folder", "sqlite"])
def test_what_is_written_but_not_noted_is_not_there_twice(spark: Any, folder: Path, kind: str) -> None:
    """As after a driver that was killed between the two."""
    target = f"sqlite:///{folder}/facts.db" if kind == "sqlite" else str(folder / "out")
    arguments = (folder / "in", "--to", target, "--checkpoint", folder / "state", "--files-a-batch", "3")
    assert call(*arguments) == 3
    before = sources_of(spark, target)
    commits = sorted((folder / "state" / "commits").glob("[0-9]*"), key=lambda path: int(path.name))
    assert len(commits) > 1
    for file in (commits[-1], commits[-1].with_name(f".{commits[-1].name}.crc")):
        file.unlink()
    assert call(*arguments) in {0, 3}
    assert sources_of(spark, target) == before


@pytest.mark.parametrize("kind", ["folder", "sqlite"])
def test_a_checkpoint_belongs_to_one_target(
    spark: Any, folder: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    """Else batches of another target are overwritten, or old files never come into this one."""
    targets = [f"sqlite:///{folder}/{name}.db" if kind == "sqlite" else str(folder / name) for name in ("a", "b")]
    for target, checkpoint in zip(targets, ("one", "two"), strict=True):
        assert call(folder / "in", "--to", target, "--checkpoint", folder / checkpoint) == 3
    (folder / "in" / "new.txt").write_text(f"{ANNA} New.")
    before = [sources_of(spark, target) for target in targets]
    assert call(folder / "in", "--to", targets[0], "--checkpoint", folder / "two") == 2
    assert "two: is the checkpoint of " in capfd.readouterr().err
    assert [sources_of(spark, target) for target in targets] == before
    assert call(folder / "in", "--to", targets[0], "--checkpoint", folder / "one") == 0
    assert len(sources_of(spark, targets[0])) == len(before[0]) + 1
