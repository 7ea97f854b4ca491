"""Where the CPU time of an article goes: microseconds a word by stage, and a flame graph.

    python bench/stages.py ARTICLES.jsonl[.gz] [-n 80] [--flame docs/profile.svg]

ARTICLES holds one JSON object with a `text` a line. The functions that the stages begin with are wrapped in a
stopwatch of the CPU time of the process; what one stage spends inside another counts for the inner one. Loading is
left out. The flame graph is made by py-spy (`pip install py-spy`), which looks at the stack 500 times a second.

The name `profile.py` would hide a module of the standard library that spaCy imports.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import GeneratorType
from typing import Any

from systems.apart import ONE_THREAD
from systems.lines import read_lines
from systems.ours import WHOLE
from systems.system import Json

RATE = 500
TITLE = re.compile(r'(<text id="title"[^>]*>).*?(</text>)', re.DOTALL)  # where py-spy writes the whole command


class Stopwatch:
    """The CPU time of every stage, without that of the stages inside it."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = 0

    def _switch(self) -> None:
        now = time.process_time_ns()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def wrap(self, owner: Any, name: str, stage: str) -> None:
        """Count the time of a function, or of a method, for a stage; what it yields is made at once."""
        function: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **options: Any) -> Any:
            self._switch()
            self._open.append(stage)
            try:
                made = function(*args, **options)
                return iter(list(made)) if isinstance(made, GeneratorType) else made
            finally:
                self._switch()
                self._open.pop()

        setattr(owner, name, timed)


def watch() -> Stopwatch:
    """A stopwatch at all stages, in the order of the work."""
    from bioextract import extractor, page, records
    from bioextract.facts import KINDS
    from bioextract.tagger import model, sieve, tagger

    watch = Stopwatch()
    for owner, name, stage in (
        (extractor.Extractor, "extract", "rest"),
        (page.Page, "__init__", "reading: lines and sentences"),
        (page, "_is_parted", "reading: spaCy's tokenizer at full stops"),
        (page, "find_all", "finders: dates, events, places ..."),
        (extractor, "build_roster", "people: who is there"),
        (extractor, "Mentions", "people: who is meant"),
        *((kind, "claims", "rules: one module a kind of fact") for kind in KINDS),
        (tagger, "all_nodes", "candidates"),
        (sieve.Sieve, "kept", "sieve"),
        (tagger, "windows_of", "windows: word pieces"),
        (tagger, "ask", "questions and their features"),
        (model, "inputs_of", "arrays"),
        (model.Model, "_answer", "network: encoder and scorers"),
        (tagger.Tagger, "claims", "decoding: answers to claims"),
        (tagger, "combine", "decoding: rules and model together"),
        (tagger, "circumstances", "decoding: circumstances"),
        (extractor, "assemble_people", "record: people with facts"),
        (records.Record, "model_validate", "record: validation"),
        (records.Record, "model_dump_json", "record: JSON"),
    ):
        watch.wrap(owner, name, stage)
    return watch


def exhaust(records: Iterator[str | None]) -> None:
    deque(records, maxlen=0)


def print_stages(articles: list[Json]) -> None:
    """Do the work and print the table."""
    read = WHOLE.load()
    exhaust(read(articles[:1]))  # what is loaded with the first use
    stages = watch()
    exhaust(read(articles))
    words = sum(len(article["text"].split()) for article in articles)
    total = sum(stages.spent.values())
    print(f"{len(articles)} articles, {words:,} words, one thread")
    print(f"{'':44}{'µs/word':>10}{'share':>8}{'ms/article':>12}")
    for stage, spent in [*stages.spent.items(), ("all", total)]:
        per_word, per_article = spent / words / 1e3, spent / len(articles) / 1e6
        print(f"{stage:44}{per_word:10.1f}{spent / total:8.1%}{per_article:12.2f}")


def draw(path: Path, args: argparse.Namespace) -> None:
    """Write a flame graph of the work as SVG."""
    spy = shutil.which("py-spy", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if spy is None:
        raise SystemExit("py-spy is not installed; the flame graph needs it: pip install py-spy")
    options = ["--format", "flamegraph", "--function", "--rate", str(RATE), "--output", str(path)]
    work = [sys.executable, __file__, str(args.articles), "-n", str(args.n), "--only-work"]
    subprocess.run([spy, "record", *options, "--", *work], env=os.environ | ONE_THREAD, check=True)
    drawn = path.read_text(encoding="utf-8")
    title = f"{args.n} articles of sport; the high tower is loading"
    path.write_text(TITLE.sub(rf"\g<1>{title}\g<2>", drawn), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("-n", type=int, default=80, help="articles, from the top of the file")
    parser.add_argument("--flame", type=Path, help="where to write a flame graph (SVG)")
    parser.add_argument("--only-work", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    articles = read_lines(args.articles)[: args.n]
    if args.only_work:
        exhaust(WHOLE.load()(articles))
    else:
        print_stages(articles)
        if args.flame:
            draw(args.flame, args)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
