"""What a report, an export or the desk is made of, and where that comes from: files, or a database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bioextract.errors import ReadError, UsageError
from bioextract.records import Record
from bioextract.records_file import read_lines, read_records
from bioextract.verdicts.apply import apply_verdicts
from bioextract.verdicts.file import by_article, read_verdicts, verdicts_path
from bioextract.verdicts.verdict import Verdict

OF_REJECTS = ("source", "line", "stage", "error", "message")
"""What is told of rejects. Other fields are left out: NaN in one of them is no JSON, and no page would read it."""


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


def is_database(source: str) -> bool:
    """Whether a source is the URL of a database, and not the path of a file."""
    return "://" in source


def check_outputs(outputs: Iterable[Path], source: str, *others: str | Path | None) -> None:
    """Raises `UsageError` if one of the outputs is read: the source, verdicts beside it, or one of the others."""
    inputs = {_file_of(source), *([] if is_database(source) else [verdicts_path(Path(source)).resolve()])}
    inputs |= {Path(path).resolve() for path in others if path}
    for output in outputs:
        if output.resolve() in inputs:
            raise UsageError(f"{output}: is read from, and cannot be written over; name another output")


def _file_of(source: str) -> Path | None:
    """The file of records, or of an SQLite database."""
    if not is_database(source):
        return Path(source).resolve()
    scheme, _, path = source.partition(":///")
    return Path(path.partition("?")[0]).resolve() if scheme.startswith("sqlite") else None


def read_source(source: str, rejects: Path | None = None, verdicts: Path | None = None) -> Contents:
    """The contents of a file of records or of a database, with the verdicts of people.

    Those on a file of records are in `verdicts`, else beside it; rejects and verdicts of a database are in it. Raises
    `UsageError` for what is not there, and for files beside a database.
    """
    if not is_database(source):
        return read_files(Path(source), rejects, verdicts)
    for option, path in (("--rejects", rejects), ("--verdicts", verdicts)):
        if path:
            raise UsageError(f"{option} {path}: a database holds its own; leave the option out")
    return read_database(source)


def read_files(records: Path, rejects: Path | None = None, verdicts: Path | None = None) -> Contents:
    """The contents of files, without texts; they are read as they are used, and raise as `read_records` then."""
    given = find_verdicts(records, verdicts)
    return Contents(records.name, lambda: _corrected(records, given), rejects=_read_rejects(rejects) if rejects else ())


def read_database(url: str) -> Contents:
    """The contents of a database, with the texts that it keeps. Raises as `open_database` does."""
    from bioextract.sinks.database import admin, read
    from bioextract.sinks.database.connect import name_of, snapshot
    from bioextract.sinks.database.migrate import check_schema

    def articles() -> Iterator[Record]:
        with admin.opened(url, write=False) as engine, snapshot(engine) as connection:
            yield from read.read_records(connection)

    with admin.opened(url, write=False) as engine:
        check_schema(engine, url)
        with snapshot(engine) as connection:
            texts, rejects = read.read_texts(connection), read.read_rejects(connection)
        return Contents(name_of(engine.url), articles, texts, rejects)


def find_verdicts(records: Path, path: Path | None) -> Mapping[str, Sequence[Verdict]]:
    """The verdicts that stand, by article: of the file that is named, else of that beside the records."""
    beside = verdicts_path(records)
    return by_article(read_verdicts(path or beside)) if path or beside.exists() else {}


def _corrected(path: Path, verdicts: Mapping[str, Sequence[Verdict]]) -> Iterator[Record]:
    for record in read_records(path):
        given = verdicts.get(record.article.id)
        yield apply_verdicts(record, given) if given else record


def _read_rejects(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in read_lines(path):
        try:
            entry = json.loads(line)
            is_reject = isinstance(entry["source"], str) and isinstance(entry["message"], str)
        except (ValueError, TypeError, KeyError):
            is_reject = False
        if not is_reject:
            raise ReadError(str(path), "no reject of bioextract", line=number)
        yield {name: entry[name] for name in OF_REJECTS if isinstance(entry.get(name), str | int)}
