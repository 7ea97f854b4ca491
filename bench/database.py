"""How fast facts get into a database, and what that adds to the extraction, in one run.

    python bench/database.py [ARTICLES.jsonl[.gz]] [-n 20000] [--known 100000] [--overhead 300] [--rounds 3]

Rows: the records of `-n` generated articles are written into SQLite and into a PostgreSQL server of one's own on this
machine: once, once more (`--redo`, nothing has changed), and again with other results (every article is replaced).
A fact row is a row of a table of facts; evidence, people and the rest are written with it, and not counted. The clock
is that of the wall, for the server works too; the CPU time is that of this process alone. On a busy machine look at it.

Known: how long it takes to find out that `--known` articles are all there already.

Overhead: `--overhead` articles of the file are extracted by the whole model; the wall time that the database takes
(look-up, rows, commits) is set against the CPU time of their extraction. Left out without a file.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import generated
import postgres

from bioextract import Article, Extractor
from bioextract.errors import ExtractError
from bioextract.records import ExtractorInfo, Record
from bioextract.sinks.database import DatabasePlan, open_database

Pair = tuple[Article, bytes]
MakeUrl = Callable[[], str]
SMALL = 1  # people in an article that is only to be known


class Clock:
    """Wall and CPU seconds of this process since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        return time.perf_counter() - self._wall, time.process_time() - self._cpu


def write(url: str, pairs: Sequence[Pair], extractor: ExtractorInfo, *, force: bool = False) -> tuple[float, float]:
    """Wall and CPU seconds that a run takes to write the records, from its start to its end."""
    lines = {article.source: line for article, line in pairs}
    clock = Clock()
    with open_database(url, DatabasePlan(extractor, force=force)) as sink:
        for item in sink.pending(article for article, _ in pairs):
            sink.write(lines[item.source])
    return clock.read()


def measure_rows(make_url: MakeUrl, number: int) -> dict[str, tuple[float, float]]:
    """Fact rows a wall second and a CPU second: new, the same again, replaced."""
    url = make_url()
    first = list(generated.draw_many(range(number)))
    results = {}
    changed = list(generated.draw_many(range(number), edition=1))
    for name, pairs, force in (("new", first, False), ("the same again", first, True), ("replaced", changed, False)):
        facts = sum(count_facts(line) for _, line in pairs)
        wall, cpu = write(url, pairs, generated.INFO, force=force)
        results[name] = (facts / wall, facts / cpu)
    return results


def count_facts(line: bytes) -> int:
    # Each fact has a confidence, and nothing else has.
    return line.count(b'"confidence":')


def measure_known(make_url: MakeUrl, number: int) -> tuple[float, float]:
    """Wall and CPU seconds to skip so many articles."""
    url = make_url()
    pairs = []
    for i in range(number):
        article, record = generated.draw(i, people=SMALL)
        pairs.append((article, generated.line_of(record)))
    write(url, pairs, generated.INFO)
    return write(url, pairs, generated.INFO)


def measure_overhead(make_url: MakeUrl, pairs: Sequence[Pair]) -> tuple[float, float]:
    """Wall and CPU seconds of the database for the articles that were extracted."""
    return write(make_url(), pairs, ExtractorInfo.model_validate(json.loads(pairs[0][1])["extractor"]))


def extract_all(articles: Sequence[Article]) -> tuple[list[Pair], float]:
    """The records, and the CPU seconds that they took."""
    extractor = Extractor()
    pairs = []
    clock = Clock()
    for article in articles:
        with suppress(ExtractError):
            record: Record = extractor.extract(article)
            pairs.append((article, record.model_dump_json().encode() + b"\n"))
    return pairs, clock.read()[1]


def read_articles(path: Path, number: int) -> Iterator[Article]:
    from bioextract.articles import read_articles as read

    return islice((article for article in read([str(path)]) if isinstance(article, Article)), number)


@contextmanager
def databases() -> Iterator[dict[str, MakeUrl]]:
    """What makes an empty database of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(1000))
        kinds: dict[str, MakeUrl] = {"SQLite": lambda: f"sqlite:///{folder}/{next(numbers)}.db"}
        try:
            with postgres.serve() as server:
                yield kinds | {"PostgreSQL": server.create_database}
        except postgres.NoServerError as error:
            print(f"PostgreSQL is left out: {error}", file=sys.stderr)
            yield kinds


def print_rows(kinds: dict[str, MakeUrl], number: int, rounds: int) -> None:
    print(f"fact rows a second, {number:,} generated articles, medians of {rounds} rounds")
    print(f"{'':12}{'':16}{'wall':>12}{'CPU':>12}")
    for kind, make_url in kinds.items():
        results = [measure_rows(make_url, number) for _ in range(rounds)]
        for name in results[0]:
            wall, cpu = (statistics.median(result[name][i] for result in results) for i in (0, 1))
            print(f"{kind:12}{name:16}{wall:12,.0f}{cpu:12,.0f}")


def print_known(kinds: dict[str, MakeUrl], number: int) -> None:
    for kind, make_url in kinds.items():
        wall, cpu = measure_known(make_url, number)
        print(f"{kind}: {number:,} known articles skipped in {wall:.1f} s ({cpu:.1f} CPU seconds of this process)")


def print_overhead(kinds: dict[str, MakeUrl], path: Path, number: int, rounds: int) -> None:
    pairs, extraction = extract_all(list(read_articles(path, number)))
    each = 1000 / len(pairs)
    print(f"extraction: {extraction * each:.1f} CPU ms an article ({len(pairs)} articles, whole model)")
    for kind, make_url in kinds.items():
        times = [measure_overhead(make_url, pairs) for _ in range(rounds)]
        wall, cpu = (statistics.median(seconds[i] for seconds in times) for i in (0, 1))
        share = f"{wall / extraction:.1%} of the extraction (wall), {cpu / extraction:.1%} (CPU)"
        print(f"{kind}: {wall * each:.2f} ms an article, {share}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?")
    parser.add_argument("-n", type=int, default=20_000, help="generated articles")
    parser.add_argument("--known", type=int, default=100_000, help="articles to skip")
    parser.add_argument("--overhead", type=int, default=300, help="articles to extract")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with databases() as kinds:
        print_rows(kinds, args.n, args.rounds)
        print_known(kinds, args.known)
        if args.articles:
            print_overhead(kinds, args.articles, args.overhead, args.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
