"""Records -> a folder of CSV, JSON Lines or Parquet files, one a kind of fact, and two of people and articles."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TextIO

from bioextract.errors import UsageError
from bioextract.frames import COLUMNS, Row, tabulate
from bioextract.records import Record
from bioextract.sinks.jsonl import naming_errors, part_of

ROWS_A_GROUP = 20_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text in a CSV file must not begin with: a spreadsheet would run it."""


class _Writer(Protocol):
    def write(self, row: Row) -> None: ...
    def close(self) -> None: ...


def export_records(
    records: Iterable[Record], folder: Path, form: str, *, force: bool = False
) -> Sequence[tuple[Path, int]]:
    """Writes each table of `frames.COLUMNS` as `folder/NAME.form`; gives each file and its number of rows.

    The files appear under their names when all are whole. `form` is csv, jsonl or parquet. Raises `UsageError` where
    one is there, unless `force`, and if pyarrow is missing; `OSError`; and what reading the records raises.
    """
    make_writer = _WRITERS[form]
    paths = paths_in(folder, form)
    there = [path for path in paths.values() if path.exists()]
    if there and not force:
        raise UsageError(f"{there[0]}: exists; --force overwrites it")
    if form == "parquet":
        import_parquet()
    folder.mkdir(parents=True, exist_ok=True)
    parts = {name: part_of(path) for name, path in paths.items()}
    rows = dict.fromkeys(COLUMNS, 0)
    try:
        with naming_errors(str(folder)), ExitStack() as stack:
            writers = {name: make_writer(part, COLUMNS[name]) for name, part in parts.items()}
            for writer in writers.values():
                stack.callback(writer.close)
            for record in records:
                for name, row in tabulate(record):
                    writers[name].write(row)
                    rows[name] += 1
        for name, part in parts.items():
            part.replace(paths[name])
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return [(paths[name], number) for name, number in rows.items()]


class _Csv:
    """UTF-8, a line with the names of the columns first; a text that a spreadsheet would run gets an apostrophe."""

    def __init__(self, path: Path, columns: dict[str, type]) -> None:
        self._file = path.open("w", encoding="utf-8", errors="replace", newline="")
        self._columns = columns
        # A carriage return gets quotes, without which it ends the row for who reads it, only if it ends rows here too.
        self._writer = csv.writer(_Lines(self._file), lineterminator="\r\n")
        self._writer.writerow(columns)

    def write(self, row: Row) -> None:
        self._writer.writerow([_harmless(row[name]) for name in self._columns])

    def close(self) -> None:
        self._file.close()


def paths_in(folder: Path, form: str) -> dict[str, Path]:
    """The file of each table."""
    return {name: folder / f"{name}.{form}" for name in COLUMNS}


class _Lines(NamedTuple):
    """A file whose rows end with a line feed alone."""

    file: TextIO

    def write(self, row: str) -> int:
        return self.file.write(row.removesuffix("\r\n") + "\n")


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class _Jsonl:
    """One object a row, null where nothing is told."""

    def __init__(self, path: Path, columns: dict[str, type]) -> None:
        self._file = path.open("w", encoding="utf-8", errors="replace", newline="\n")
        self._columns = columns

    def write(self, row: Row) -> None:
        self._file.write(json.dumps({name: row[name] for name in self._columns}, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """Typed columns; rows are written in groups."""

    def __init__(self, path: Path, columns: dict[str, type]) -> None:
        self._pyarrow, parquet = import_parquet()
        kinds = {int: self._pyarrow.int64(), float: self._pyarrow.float64(), str: self._pyarrow.string()}
        self._schema = self._pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
        self._writer = parquet.ParquetWriter(path, self._schema)
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= ROWS_A_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._pyarrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def import_parquet() -> tuple[Any, Any]:
    """pyarrow, and its module of Parquet files. Raises `UsageError` where it is missing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("pyarrow is missing; install it: pip install 'bioextract[parquet]'") from None
    return pyarrow, pyarrow.parquet


_WRITERS: dict[str, Callable[[Path, dict[str, type]], _Writer]] = {"csv": _Csv, "jsonl": _Jsonl, "parquet": _Parquet}
FORMATS = tuple(_WRITERS)
