"""CPU time a word by the shape of the articles: their length, the number of people, one sentence each; and peak memory.

    python bench/cost_per_word.py POOL.jsonl[.gz] [--words 100000] [--rounds 1]

Articles of ordinary length (300 to 1,000 words), drawn from the pool with a fixed seed, are read one by one; then the
same text cut between sentences into articles of other lengths, up to all of it in one. A thousand of its sentences,
each an article of its own, are set beside the articles that they come from. Articles about 1 to 500 people are made up:
the same thousand sentences, only the names differ. Every row is measured in a process of its own with one thread, in
turns; the medians are printed. The ratios are to the row "ordinary" above.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate, chain, cycle, islice
from pathlib import Path
from statistics import median

from systems.apart import run
from systems.lines import read_lines, write_lines
from systems.measuring import Round
from systems.ours import WHOLE
from systems.system import Json

from bioextract.language import is_english

LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
PEOPLE = (1, 5, 20, 100, 500)
ORDINARY_WORDS = range(300, 1_001)
SENTENCES = 1_000
SENTENCE = re.compile(r"\S.*?(?:[.!?][\"'”’)]*(?=\s+[\"'“‘]?[A-Z0-9])|(?=\s*\n)|\Z)", re.DOTALL)
FEWEST_WORDS = 5  # of a sentence that is an article
FIRST = "Ada Clara Dora Eda Frida Greta Hanna Ida Jana Klara".split()
ENDS = "berg dal ström vik holm lund mark nes rud sen".split()
TOLD = (
    "{} won the 800m in Oslo in 2:01.15.",
    "{} beat the field at the 2019 Lisbon Marathon by two seconds.",
    "The Dutch runner {}, 29, lives in Utrecht and runs for Vale Harriers.",
    "It rained all day, and hardly anybody had come to watch them.",
)


def count_words(text: str) -> int:
    return len(text.split())


def draw_ordinary(pool: list[Json], words: int) -> list[Json]:
    """Articles of ordinary length, so many that they have that many words."""
    ordinary = [article for article in pool if count_words(article["text"]) in ORDINARY_WORDS]
    random.Random(1).shuffle(ordinary)
    sums = accumulate(count_words(article["text"]) for article in ordinary)
    return [article for article, total in zip(ordinary, sums, strict=True) if total <= words]


def to_articles(texts: Iterator[str] | list[str]) -> list[Json]:
    return [{"id": str(n), "title": None, "published": None, "text": text} for n, text in enumerate(texts)]


def cut(text: str, words: int) -> Iterator[str]:
    """The text in pieces of that many words or a few more, cut between sentences."""
    start = length = 0
    for m in SENTENCE.finditer(text):
        length += count_words(m[0])
        if length >= words:
            yield text[start : m.end()]
            start, length = m.end(), 0
    if length:
        yield text[start:]


def sentences_of(text: str) -> list[str]:
    """The sentences that are accepted as articles."""
    found = (m[0] for m in SENTENCE.finditer(text))
    return [sentence for sentence in found if count_words(sentence) >= FEWEST_WORDS and is_english(sentence)]


def tell_of(people: int) -> str:
    """A thousand sentences about that many people."""
    names = cycle(f"{FIRST[n % 10]} {'BCDFG'[n // 100]}a{ENDS[n // 10 % 10]}" for n in range(people))
    told = islice(cycle(TOLD), SENTENCES)
    return " ".join(sentence.format(next(names)) if "{}" in sentence else sentence for sentence in told)


def shapes_of(pool: list[Json], words: int) -> Iterator[tuple[str, list[Json], str | None]]:
    """The rows: a name, the articles, and the row that it is set beside."""
    ordinary = draw_ordinary(pool, words)
    joined = "\n\n".join(article["text"] for article in ordinary)
    yield "ordinary", ordinary, None
    for length in (length for length in LENGTHS if length < words):
        yield f"{length:,} words each", to_articles(cut(joined, length)), "ordinary"
    yield "all in one", to_articles([joined]), "ordinary"
    alone = [sentences_of(article["text"]) for article in ordinary]
    sums = accumulate(map(len, alone))
    sources = sum(1 for total in sums if total < SENTENCES) + 1
    yield "sources of sentences", ordinary[:sources], None
    yield "one sentence each", to_articles(list(chain(*alone[:sources]))[:SENTENCES]), "sources of sentences"
    for people in PEOPLE:
        yield f"{people} people", to_articles([tell_of(people)]), f"{PEOPLE[0]} people"


def print_table(rows: list[tuple[str, list[Json], str | None]], measured: dict[str, list[Round]]) -> None:
    """One line a row: medians of microseconds a word and of megabytes."""
    cost = {name: median(1e6 * r.seconds / r.words for r in rounds) for name, rounds in measured.items()}
    print("| articles | number | words | us a word | ratio | to | peak MB |\n|---|---:|---:|---:|---:|---|---:|")
    for name, _, beside in rows:
        first = measured[name][0]
        peak = median(r.peak_mb for r in measured[name])
        ratio = f"{cost[name] / cost[beside]:.2f} | {beside}" if beside else " | "
        print(f"| {name} | {first.articles:,} | {first.words:,} | {cost[name]:.0f} | {ratio} | {peak:.0f} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    rows = list(shapes_of(read_lines(args.pool), args.words))
    measured: dict[str, list[Round]] = {name: [] for name, _, _ in rows}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(args.rounds):
            for name, articles, _ in rows:
                print(f"round {turn + 1} of {args.rounds}: {name}", file=sys.stderr)
                write_lines(Path(folder, "pool.jsonl"), articles)
                measured[name].append(run(WHOLE, Path(folder), annotated=False))
    print_table(rows, measured)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
