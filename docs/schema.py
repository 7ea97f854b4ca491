"""Writes the tables and views of the database into database.md, from the comments in the code.

python docs/schema.py
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bioextract.sinks.database.fact_tables import TABLES
from bioextract.sinks.database.schema import metadata

MANUAL = Path(__file__).with_name("database.md")
START, END = "<!-- tables: python docs/schema.py -->\n", "<!-- end of tables -->\n"
KINDS = {sa.Text: "text", sa.Integer: "integer", sa.BigInteger: "bigint", sa.Double: "double", sa.Date: "date"}
FACT_KEYS = ("article_id", "person_no", "fact_no", "confidence")


def describe() -> str:
    """The tables as Markdown: each column with its type and what it means."""
    facts = {table.name for table in TABLES.values()}
    parts = [_describe(table, list(table.columns)) for table in metadata.tables.values() if table.name not in facts]
    keys = [column for column in next(iter(TABLES.values())).columns if column.name in FACT_KEYS]
    rows = "\n".join(map(_row, keys))
    parts.append(f"### The tables of facts\n\nEach has these columns, and its own:\n\n{HEAD}{rows}\n")
    parts += [_describe(table, [c for c in table.columns if c.name not in FACT_KEYS]) for table in TABLES.values()]
    return "\n".join(parts)


HEAD = "| column | type | meaning |\n|---|---|---|\n"


def _describe(table: sa.Table, columns: list[sa.Column[object]]) -> str:
    return f"### {table.name}\n\n{table.comment}\n\n{HEAD}" + "\n".join(map(_row, columns)) + "\n"


def _row(column: sa.Column[object]) -> str:
    kind = KINDS.get(type(column.type), "boolean" if isinstance(column.type, sa.Boolean) else "timestamp")
    null = ", null" if column.nullable else ""
    key = ", key" if column.primary_key else ""
    to = "".join(f", → {key.column.table.name}" for key in column.foreign_keys if len(column.foreign_keys) == 1)
    return f"| `{column.name}` | {kind}{null}{key}{to} | {column.comment} |"


def main() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    MANUAL.write_text(before + START + describe() + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
