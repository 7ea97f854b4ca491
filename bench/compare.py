"""All systems side by side on the same articles: speed, memory, loading and accuracy, as a table and as a plot.

    python bench/compare.py CORPUS [-n 200] [--rounds 3] [--only NAME ...] [--plot docs/systems.png]

CORPUS holds `pool.jsonl.gz` (articles to read), `dev/` (annotated articles) and `score.py` (the scorer). The systems
stand in bench/systems/; what is not installed is named and left out. To have all of them:

    pip install --no-deps --ignore-requires-python -r bench/requirements.txt

The articles are drawn from the whole pool with a fixed seed. Each system works in a process of its own with one
thread; the systems take turns, round by round, and the medians are printed. Words are runs of characters between white
space. Speed is by the CPU time of the process while it works on the articles; loading is counted apart, from the start
of the process to its first record. Memory is the peak resident set of the whole process. A system that is too slow for
all articles reads the first ones, of the annotated ones too (the last columns tell how many). Accuracy is measured in
the first round: P, R and F1 of all facts; "age" and "birth date" are F1 of these values whoever's they are, since some
systems know of no people. The language model takes minutes and runs with `--only smollm2`.

--results keeps the figures in a file: the next run with it measures what it is asked for and takes the rest from there.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError

from systems import SYSTEMS
from systems.accuracy import Accuracy
from systems.apart import judge_records, run
from systems.lines import read_lines, write_lines
from systems.measuring import Round
from systems.plot import draw
from systems.results import Result, merge, read_results, summarise, write_results
from systems.system import INSTALL, System
from systems.table import to_table

NAMES = {system.name: system for system in SYSTEMS}
NEEDED = ("pool.jsonl.gz", "dev/texts.jsonl", "dev/gold.jsonl", "score.py")
SEED = 1


def choose(names: list[str] | None) -> list[System]:
    """The systems that are asked for and installed; one line on standard error for each that is not."""
    asked = [NAMES[name] for name in names] if names else [system for system in SYSTEMS if not system.is_slow]
    for system in asked:
        if system.missing:
            print(f"{system.name} is left out, without {', '.join(system.missing)}: {INSTALL}", file=sys.stderr)
    return [system for system in asked if not system.missing]


def compare(systems: list[System], corpus: Path, number: int, rounds: int) -> Iterator[Result]:
    """Has them work in turns; each reads the same articles in the same order."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw_from = random.Random(SEED)
        pool = read_lines(corpus / "pool.jsonl.gz")
        write_lines(folder / "pool.jsonl", draw_from.sample(pool, min(number, len(pool))))
        annotated = read_lines(corpus / "dev" / "texts.jsonl")
        write_lines(folder / "dev.jsonl", draw_from.sample(annotated, len(annotated)))
        measured: dict[str, list[Round]] = {system.name: [] for system in systems}
        accuracies: dict[str, Accuracy | None] = {}
        for turn in range(rounds):
            for system in [system for system in systems if len(measured[system.name]) == turn]:
                print(f"round {turn + 1} of {rounds}: {system.name}", file=sys.stderr)
                try:
                    done = run(system, folder, annotated=turn == 0 and system.finds != "nothing")
                except CalledProcessError as error:
                    print(f"{system.name} is left out: it ended with {error.returncode} (see above)", file=sys.stderr)
                    continue
                measured[system.name].append(done)
                if turn == 0:
                    accuracies[system.name] = judge_records(system, corpus, folder)
        day = dt.date.today().isoformat()
        whole = (system for system in systems if len(measured[system.name]) == rounds)
        yield from (summarise(s, measured[s.name], accuracies[s.name], day) for s in whole)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-n", type=int, default=200, help="articles of the pool")
    parser.add_argument("--rounds", type=int, default=3, help="of all systems in turns")
    parser.add_argument("--only", nargs="+", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--results", type=Path, help="keeps the figures of all runs (JSON)")
    parser.add_argument("--plot", type=Path, help="the picture to draw (.png, .svg)")
    args = parser.parse_args()
    if absent := [name for name in NEEDED if not (args.corpus / name).exists()]:
        parser.error(f"{args.corpus} has no {', '.join(absent)}")
    if args.plot and not importlib.util.find_spec("matplotlib"):
        parser.error("the plot needs matplotlib: pip install matplotlib")
    old = read_results(args.results) if args.results else []
    results = merge(old, compare(choose(args.only), args.corpus, args.n, args.rounds), NAMES)
    if not results:
        print("no system has come to its end", file=sys.stderr)
        return 1
    print(to_table(results))
    if args.results:
        write_results(args.results, results)
    if args.plot:
        draw(results, args.plot)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
