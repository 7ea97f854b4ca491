"""Worker processes: articles per wall second with -j 2 beside -j 1, and whether memory stays flat in a long run.

    python bench/parallel.py POOL.jsonl[.gz] [--full] [--only speed|memory] [--words N] [--end N] [--rules-only]

POOL holds one JSON object with a `text` a line; it is repeated as often as needed, with other names in every pass, so
that nothing meets only words that it knows. Speed: `bioextract run` from start to end, loading included, the two
settings in turns; the medians are printed. Memory: the resident set of each process of a -j 2 run that reads standard
input (the small one is Python's resource tracker), as the median over a window of articles early in the run, over one
ten times as late, and over one at its end. --full are the sizes of the promise (400 articles a round, memory from
article 5,000 to 50,000: hours); --words takes the first words of each article only, and --end goes on longer. Without
them both are small and only show that it works.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import string
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import IO, Any

from growing import GrowingFile

COMMAND = [sys.executable, "-m", "bioextract", "run", "--quiet"]
FULL_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
JOBS = (1, 2)
SAMPLE_S = 0.2


def repeat(pool: Path, words: int) -> Iterator[dict[str, Any]]:
    """The articles of the pool, or the first `words` of each, over and over."""
    for number in count():
        suffix = name_of(number)
        with gzip.open(pool, "rt") if pool.suffix == ".gz" else pool.open() as lines:
            for line in lines:
                article = json.loads(line)
                yield {"id": f"{number}-{article['id']}", "text": rename(begin(article["text"], words), suffix)}


def begin(text: str, words: int) -> str:
    """The text up to its word of that number, its lines kept."""
    found = next(islice(re.finditer(r"\S+", text), words, None), None)
    return text[: found.start()] if found else text


def name_of(number: int) -> str:
    """Letters for a pass: none, a, b, ..., z, ba, bb, ..."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters = string.ascii_lowercase[rest] + letters
    return letters


def rename(text: str, suffix: str) -> str:
    """The text with other surnames."""
    return FULL_NAME.sub(rf"\1 \2{suffix}", text)


def measure_speed(args: argparse.Namespace, folder: Path) -> None:
    articles = folder / "articles.jsonl"
    with articles.open("w") as file:
        file.writelines(json.dumps(article) + "\n" for article in islice(repeat(args.pool, args.words), args.articles))
    speeds = defaultdict(list)
    for _ in range(args.rounds):
        for jobs in JOBS:
            summary = folder / "summary.json"
            outputs = ["-o", str(folder / "out.jsonl"), "--force", "--summary", str(summary)]
            command = [*COMMAND, *args.options, str(articles), "-j", str(jobs), *outputs]
            subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
            speeds[jobs].append(json.loads(summary.read_text())["articles_per_second"])
    for jobs in JOBS:
        rates = speeds[jobs]
        print(
            f"-j {jobs}: {statistics.median(rates):8.2f} articles/s (lowest {min(rates):.2f}, highest {max(rates):.2f})"
        )
    ratio = statistics.median(speeds[2]) / statistics.median(speeds[1])
    print(f"ratio: {ratio:.2f} ({args.articles} articles, {args.rounds} rounds)")


def measure_memory(args: argparse.Namespace, folder: Path) -> None:
    part = GrowingFile(folder / "long.jsonl.part")
    arguments = ["-", "--stdin-format", "jsonl", "-j", "2", "-o", str(folder / "long.jsonl")]
    command = [*COMMAND, *args.options, *arguments]
    samples: dict[int, list[tuple[int, float]]] = defaultdict(list)  # process -> (articles done, MB)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin
        threading.Thread(target=feed, args=(process.stdin, args), daemon=True).start()
        while process.poll() is None:
            done = part.count_lines()
            for pid in (process.pid, *children_of(process.pid)):
                samples[pid].append((done, resident_mb(pid)))
            time.sleep(SAMPLE_S)
    tell_memory(samples, process.pid, args)


def tell_memory(samples: dict[int, list[tuple[int, float]]], main_process: int, args: argparse.Namespace) -> None:
    window = args.start // 10
    starts = [n for n in (args.start, args.start * 10) if n + window < args.end] + [args.end - window]
    print(f"resident set in MB, medians over {window} articles from article {', '.join(f'{n:,}' for n in starts)}")
    for pid, told in samples.items():
        medians = [median_mb(told, start, start + window) for start in starts]
        if all(medians):
            name = "main process" if pid == main_process else f"process {pid}"
            print(f"{name:16}{' -> '.join(f'{mb:.1f}' for mb in medians)} ({medians[-1] - medians[0]:+.1f})")


def median_mb(told: list[tuple[int, float]], start: int, end: int) -> float:
    """0.0 where the process was not seen between these articles."""
    return statistics.median([mb for number, mb in told if start <= number < end and mb] or [0.0])


def feed(stdin: IO[bytes], args: argparse.Namespace) -> None:
    with stdin:
        for article in islice(repeat(args.pool, args.words), args.end):
            stdin.write(json.dumps(article).encode() + b"\n")


def children_of(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--full", action="store_true", help="the sizes of the promise; takes hours")
    parser.add_argument("--rules-only", dest="options", action="store_const", const=["--rules-only"], default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["speed", "memory"])
    parser.add_argument("--words", type=int, default=sys.maxsize, help="of each article, the first words only")
    parser.add_argument("--end", type=int, help="articles of the run that memory is measured in")
    args = parser.parse_args()
    args.articles, args.start, end = (400, 5_000, 50_000) if args.full else (40, 100, 1_000)
    args.end = args.end or end
    with tempfile.TemporaryDirectory() as folder:
        if args.only != "memory":
            measure_speed(args, Path(folder))
        if args.only != "speed":
            measure_memory(args, Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
