"""The manual tells of every table, column and view, in the words of the code."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from databases import aged, fetch, pair, write

from bioextract.sinks.database.views import VIEWS

DOCS = Path(__file__).parents[3] / "docs"
MANUAL = (DOCS / "database.md").read_text(encoding="utf-8")


def test_tables_are_those_of_the_code() -> None:
    spec = importlib.util.spec_from_file_location("schema_of_the_manual", DOCS / "schema.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.describe() in MANUAL, "run: python docs/schema.py"


def test_every_view_is_told_of() -> None:
    assert all(f"| `{view}` |" in MANUAL for view in VIEWS)


def test_its_queries_work(url: str) -> None:
    write(url, [pair("A.", aged())])
    queries = re.findall(r"```sql\n(.*?)```", MANUAL, re.DOTALL)[0].split(";")
    for query in filter(str.strip, queries):
        fetch(url, query)
    assert len(queries) > 4
