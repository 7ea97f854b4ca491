"""What a report is made of, and where that comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bioextract.errors import ReadError
from bioextract.records import Record
from bioextract.records_file import read_lines, read_records


@dataclass(frozen=True, slots=True)
class Contents:
    """Records, and what is known besides.

    `name` is what the report is about. `articles` begins a new pass over the records in each call. `texts`: the
    articles' texts by the `article.id` of their records, as far as they are at hand. `rejects`: as in a rejects file.
    """

    name: str
    articles: Callable[[], Iterator[Record]]
    texts: Mapping[str, str] = field(default_factory=dict)
    rejects: Iterable[Mapping[str, Any]] = ()


def read_files(records: Path, rejects: Path | None = None) -> Contents:
    """The contents of files, without texts; they are read as they are used, and raise as `read_records` then."""
    return Contents(records.name, lambda: read_records(records), rejects=_read_rejects(rejects) if rejects else ())


def _read_rejects(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in read_lines(path):
        try:
            entry = json.loads(line)
            is_reject = isinstance(entry["source"], str) and isinstance(entry["message"], str)
        except (ValueError, TypeError, KeyError):
            is_reject = False
        if not is_reject:
            raise ReadError(str(path), "no reject of bioextract", line=number)
        yield entry
