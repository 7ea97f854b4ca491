"""A round in a process of its own, `python -m systems.apart NAME FOLDER [annotated]`, and what comes back from it.

FOLDER holds the articles to read, pool.jsonl and dev.jsonl; the records of the latter are written beside them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from systems.accuracy import Accuracy, judge
from systems.lines import read_lines
from systems.measuring import Round, load, measure, until
from systems.system import System

ANNOTATED_SECONDS = 60  # at least
BENCH = Path(__file__).parents[1]
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def work(system: System, folder: Path, *, annotated: bool) -> Round:
    """One round in this process; with `annotated` it also writes the records of dev.jsonl."""
    read, load_seconds = load(system)
    figures = measure(read, load_seconds, read_lines(folder / "pool.jsonl"), system.seconds)
    if annotated:
        records = until(max(system.seconds, ANNOTATED_SECONDS), read(read_lines(folder / "dev.jsonl")))
        lines = "".join(f"{record or 'null'}\n" for record in records)
        records_of(system, folder).write_text(lines, encoding="utf-8")
    return figures


def run(system: System, folder: Path, *, annotated: bool) -> Round:
    """The same in a process of its own."""
    path = os.pathsep.join(filter(None, [str(BENCH), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "systems.apart", system.name, str(folder), *(["annotated"] if annotated else [])]
    environment = os.environ | ONE_THREAD | {"PYTHONPATH": path}
    return Round(**json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout))


def judge_records(system: System, corpus: Path, folder: Path) -> Accuracy | None:
    """The accuracy on the annotated articles that the system has come to; None for one that makes no records."""
    if system.finds == "nothing":
        return None
    gold = {article["id"]: article for article in read_lines(corpus / "dev" / "gold.jsonl")}
    lines = read_lines(records_of(system, folder))
    come_to = [gold[article["id"]] for article in read_lines(folder / "dev.jsonl")[: len(lines)]]
    records = [record for record in lines if record]
    return judge(corpus / "score.py", come_to, records, has_people=system.finds == "facts")


def records_of(system: System, folder: Path) -> Path:
    return folder / f"{system.name}.jsonl"


if __name__ == "__main__":
    from systems import SYSTEMS

    NAME, FOLDER, *MORE = sys.argv[1:]
    SYSTEM = next(system for system in SYSTEMS if system.name == NAME)
    print(json.dumps(asdict(work(SYSTEM, Path(FOLDER), annotated=bool(MORE)))))
