"""Tables -> Parquet files, one a table, with the types of the columns: DuckDB, pandas, Spark and others read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bioextract.errors import UsageError
from bioextract.exports import import_parquet
from bioextract.sinks.database.connect import open_engine, snapshot
from bioextract.sinks.database.migrate import check_schema
from bioextract.sinks.database.schema import UtcTime, metadata
from bioextract.sinks.jsonl import naming_errors

ROWS_A_GROUP = 50_000


def export_parquet(url: str, folder: Path, *, force: bool = False) -> Iterator[tuple[Path, int]]:
    """Writes each table as `folder/TABLE.parquet`, all as of one moment; gives each file and its number of rows.

    A file appears under its name when it is whole. Raises `UsageError` where a file is there, unless `force`, or
    pyarrow is not installed, and as `open_database`.
    """
    import_parquet()
    paths = {table: folder / f"{table.name}.parquet" for table in metadata.sorted_tables}
    there = [path for path in paths.values() if path.exists()]
    if there and not force:
        raise UsageError(f"{there[0]}: exists; --force overwrites it")
    engine = open_engine(url, write=False)
    try:
        check_schema(engine, url)
        folder.mkdir(parents=True, exist_ok=True)
        with snapshot(engine) as connection:
            for table, path in paths.items():
                yield path, _write_table(connection, table, path)
    finally:
        engine.dispose()


def _write_table(connection: sa.Connection, table: sa.Table, path: Path) -> int:
    pyarrow, parquet = import_parquet()
    schema = pyarrow.schema([(c.name, _type_of(c, pyarrow)) for c in table.columns])
    part = path.with_name(path.name + ".part")
    rows = 0
    query = sa.select(table).order_by(*table.primary_key.columns)
    with naming_errors(str(path)):
        with parquet.ParquetWriter(part, schema) as writer:
            for group in connection.execution_options(yield_per=ROWS_A_GROUP).execute(query).mappings().partitions():
                writer.write_table(pyarrow.Table.from_pylist([dict(row) for row in group], schema=schema))
                rows += len(group)
        part.replace(path)
    return rows


def _type_of(column: sa.Column[Any], pyarrow: Any) -> Any:
    kinds: dict[type, Any] = {
        sa.BigInteger: pyarrow.int64(),
        sa.Integer: pyarrow.int32(),
        sa.Double: pyarrow.float64(),
        sa.Boolean: pyarrow.bool_(),
        sa.Date: pyarrow.date32(),
        UtcTime: pyarrow.timestamp("us", tz="UTC"),
        sa.Text: pyarrow.string(),
    }
    return kinds[type(column.type)]
