"""Breaks runs in all ways that matter, and looks whether the database is as if nothing had been.

    python bench/break_runs.py [--articles 5000] [--seed 1] [--only NAME ...]

Each fault is done to `bioextract run --db` over generated articles with an extractor that costs nothing, on SQLite, on
a PostgreSQL server of one's own, or both. After it, when the same command has run to its end, rows, facts and athletes
are compared with those of a run that nothing has disturbed, and the rules of `integrity.py` are checked. What this
machine does not allow (mounting) is told and left out. Exit code 1 if anything differs.
"""

from __future__ import annotations

import argparse
import time

from faults.bed import NotAllowedError, WrongError, beds
from faults.catalogue import EVERYWHERE, ON_POSTGRES, ON_SQLITE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    names = [fault.__name__ for fault in (*EVERYWHERE, *ON_SQLITE, *ON_POSTGRES)]
    parser.add_argument("--only", nargs="*", choices=names, default=names, metavar="NAME", help=", ".join(names))
    args = parser.parse_args()
    wrong = 0
    with beds(args.articles, args.seed) as all_beds:
        for bed in all_beds:
            bed.prepare()
            for fault in (*EVERYWHERE, *(ON_SQLITE if bed.is_sqlite else ON_POSTGRES)):
                if fault.__name__ not in args.only:
                    continue
                start = time.monotonic()
                try:
                    fault(bed)
                    result = "whole"
                except NotAllowedError as error:
                    result = f"left out: {error}"
                except WrongError as error:
                    result, wrong = f"WRONG: {error}", wrong + 1
                kind = "SQLite" if bed.is_sqlite else "PostgreSQL"
                print(f"{kind:12}{fault.__name__:18}{time.monotonic() - start:6.0f} s  {result}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
