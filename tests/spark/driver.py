"""Jobs that tests kill: `python driver.py SOURCE TARGET CHECKPOINT [TARGET CHECKPOINT]...`, all at once.

Their extractor waits where it is told to.
"""

from __future__ import annotations

import sys
import threading

from fake_extractor import Fake

from bioextract.articles import ReadOptions
from bioextract.spark.job import JobPlan, run_job, start_spark
from bioextract.spark.settings import Settings
from bioextract.spark.sources import find_form


def plan_of(source: str, target: str, checkpoint: str | None = None) -> JobPlan:
    """Two files a batch."""
    return JobPlan(
        source, target, find_form(source), Settings(ReadOptions(), Fake), checkpoint=checkpoint, files_a_batch=2
    )


def run_all(source: str, *places: str) -> None:
    start_spark()
    for target, checkpoint in zip(places[::2], places[1::2], strict=True):
        threading.Thread(target=run_job, args=(plan_of(source, target, checkpoint),)).start()


if __name__ == "__main__":
    run_all(*sys.argv[1:])
