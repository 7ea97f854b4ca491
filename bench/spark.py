"""Spark beside `bioextract run -j 2`: every article exactly once though a worker is killed, and articles a second.

    python bench/spark.py POOL.jsonl[.gz] [-n 20000] [--words N] [--rounds 3] [--rules-only]

POOL holds one JSON object with a `text` a line; it is repeated as often as needed, with other names in every pass
(--words: the first words of each only). First n articles go through `bioextract.spark.extract` on local[2,4] while a
Python worker is killed with SIGKILL; then every id must be there once, with a record or a reject, and the rejects must
be those of `run`. Then n articles go through both in turns, undisturbed, from the moment that they are started: Spark
is up and its Python workers have the model; of `run` the articles are counted from the first 5 % on. The medians and
their ratio are printed. Exit code 1 if an article is missing, twice, or decided otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from growing import GrowingFile
from parallel import repeat
from spark_workers import find_workers

from bioextract.runs.worker import WARM_UP

START = 0.05
"""The share of the articles of a `run` that is its start."""
ARTICLES_A_TASK = 250


def start_session(folder: Path) -> Any:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").appName("bench").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.log.level", "OFF").config("spark.local.dir", str(folder))
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    return builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "256").getOrCreate()


def extract(spark: Any, articles: Path, output: Path, args: argparse.Namespace) -> float:
    """Wall seconds from the articles as Parquet to the records as Parquet."""
    from bioextract.spark import extract

    frame = spark.read.parquet(str(articles))
    began = time.monotonic()
    done = extract(frame, source="id", rules_only=args.rules_only).drop("text")
    done.write.mode("overwrite").parquet(str(output))
    return time.monotonic() - began


def warm_up(spark: Any, args: argparse.Namespace) -> None:
    """Every Python worker loads the model, the one too that has come for the killed one."""
    from bioextract.spark import extract

    frame = spark.range(0, 64, 1, 8).selectExpr(f"'{WARM_UP.text}' AS text")
    extract(frame, rules_only=args.rules_only).write.format("noop").mode("overwrite").save()


def outcomes_of(spark: Any, output: Path) -> tuple[Counter[str], set[str]]:
    """How often each id is there with a record or a reject, and the ids with a reject."""
    rows = spark.read.parquet(str(output)).selectExpr("id", "record IS NOT NULL AS good", "reject IS NOT NULL AS bad")
    told = rows.where("good <> bad").select("id", "bad").collect()
    return Counter(row.id for row in told), {row.id for row in told if row.bad}


def kill_one_worker(after: float, killed: list[int]) -> None:
    """kill -9 of a process that Spark's daemon has forked, while it works."""
    time.sleep(after)
    for _ in range(200):
        for worker in find_workers(os.getpid())[:1]:
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
            return
        time.sleep(0.2)


def run_speed(lines: Path, folder: Path, args: argparse.Namespace) -> tuple[float, set[str]]:
    """Articles a wall second of `run -j 2` once it is started, and the ids that it rejects."""
    output, rejects = folder / "run.jsonl", folder / "run.rejects.jsonl"
    command = [
        sys.executable,
        "-m",
        "bioextract",
        "run",
        str(lines),
        "-j",
        "2",
        "-o",
        str(output),
        "--force",
        "--quiet",
    ]
    command += ["--rejects", str(rejects), *(["--rules-only"] if args.rules_only else [])]
    part = GrowingFile(Path(f"{output}.part"))
    times: list[tuple[float, int]] = []
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            if part.path.exists():
                times.append((time.monotonic(), part.count_lines()))
            time.sleep(0.05)
    rejected = {json.loads(line)["source"].partition("#")[2] for line in rejects.read_text().splitlines()}
    started = next((one for one in times if one[1] >= max(1, START * args.articles)), times[0])
    records = output.read_bytes().count(b"\n")
    finished = next((one for one in times if one[1] == records), times[-1])
    return (finished[1] - started[1]) / (finished[0] - started[0]), rejected


def check(spark: Any, articles: Path, folder: Path, args: argparse.Namespace) -> tuple[bool, set[str]]:
    """Whether every article is there exactly once after a worker was killed; and the rejects."""
    killed: list[int] = []
    thread = threading.Thread(target=kill_one_worker, args=(args.kill_after, killed), daemon=True)
    thread.start()
    seconds = extract(spark, articles, folder / "killed", args)
    if not killed:
        print(f"the job took {seconds:.1f} s and no worker was killed: give a smaller --kill-after")
        return False, set()
    times, rejected = outcomes_of(spark, folder / "killed")
    expected = {article["id"] for article in islice(repeat(args.pool, args.words), args.articles)}
    missing, twice = expected - times.keys(), [key for key, number in times.items() if number > 1]
    print(
        f"worker {killed[0]} killed: {len(times):,} of {len(expected):,} articles, {len(missing)} missing, "
        f"{len(twice)} twice, {len(rejected)} rejected, {seconds:.1f} s"
    )
    return not missing and not twice and times.keys() == expected, rejected


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("-n", "--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=sys.maxsize, help="of each article, the first words only")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rules-only", action="store_true")
    parser.add_argument("--kill-after", type=float, default=15.0, metavar="S", help="seconds into the job")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines, articles = folder / "articles.jsonl", folder / "articles.parquet"
        with lines.open("w") as file:
            texts = islice(repeat(args.pool, args.words), args.articles)
            file.writelines(json.dumps(article) + "\n" for article in texts)
        spark = start_session(folder)
        table = spark.read.schema("id string, text string").json(str(lines))
        table.repartition(max(2, args.articles // ARTICLES_A_TASK)).write.parquet(str(articles))
        # A file a task: Spark would put small ones together until none is left for the second core.
        spark.conf.set("spark.sql.files.maxPartitionBytes", "1m")
        is_whole, rejected = check(spark, articles, folder, args)
        speeds: dict[str, list[float]] = {"spark": [], "run": []}
        warm_up(spark, args)
        for _ in range(args.rounds):
            speeds["spark"].append(args.articles / extract(spark, articles, folder / "again", args))
            speed, rejected_by_run = run_speed(lines, folder, args)
            speeds["run"].append(speed)
        spark.stop()
    if rejected != rejected_by_run:
        print(f"rejected otherwise than by run: {sorted(rejected ^ rejected_by_run)[:10]}")
        is_whole = False
    for kind, told in speeds.items():
        print(f"{kind:6}{statistics.median(told):8.2f} articles/s (lowest {min(told):.2f}, highest {max(told):.2f})")
    print(f"ratio: {statistics.median(speeds['spark']) / statistics.median(speeds['run']):.2f}")
    return 0 if is_whole else 1


if __name__ == "__main__":
    raise SystemExit(main())
