"""What was measured of a system: medians of its rounds, kept in a file so that slow systems need not run every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from systems.accuracy import Accuracy
from systems.measuring import Round
from systems.system import System


@dataclass(frozen=True, slots=True)
class Result:
    """One row of the table: words per CPU second (median, lowest, highest), MB, CPU seconds, the day (ISO)."""

    name: str
    title: str
    words: int
    articles: int
    rounds: int
    speed: float
    lowest: float
    highest: float
    peak_mb: float
    load_seconds: float
    accuracy: Accuracy | None
    day: str


def summarise(system: System, rounds: list[Round], accuracy: Accuracy | None, day: str) -> Result:
    """The medians of the rounds."""
    speeds = [r.words_per_second for r in rounds]
    return Result(
        name=system.name,
        title=system.title,
        words=int(median(r.words for r in rounds)),
        articles=int(median(r.articles for r in rounds)),
        rounds=len(rounds),
        speed=median(speeds),
        lowest=min(speeds),
        highest=max(speeds),
        peak_mb=median(r.peak_mb for r in rounds),
        load_seconds=median(r.load_seconds for r in rounds),
        accuracy=accuracy,
        day=day,
    )


def read_results(path: Path) -> list[Result]:
    """What an earlier run has kept; nothing where there is no file."""
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [Result(**row | {"accuracy": row["accuracy"] and Accuracy(**row["accuracy"])}) for row in rows]


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Keeps them."""
    path.write_text(json.dumps([asdict(r) for r in results], indent=1) + "\n", encoding="utf-8")


def merge(old: Iterable[Result], new: Iterable[Result], order: Iterable[str]) -> list[Result]:
    """The new results, and the old ones of systems that have no new one, in the order of the names."""
    of = {result.name: result for result in [*old, *new]}
    return [of[name] for name in order if name in of]
