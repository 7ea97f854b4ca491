"""JSON Lines, packed or not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from systems.system import Json


def read_lines(path: Path) -> list[Json]:
    """The objects of a file; one whose name ends in .gz is unpacked."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_lines(path: Path, objects: Iterable[Json]) -> None:
    """One object a line."""
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects), encoding="utf-8")
