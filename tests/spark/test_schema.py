"""The types of Spark and Arrow are those of the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bioextract.records import Record
from bioextract.runs.rejects import Reject

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: spark)")
types = pytest.importorskip("pyspark.sql.types", reason="PySpark is not installed (extra: spark)")
from bioextract.spark.schema import RECORD, REJECT, arrow_type, fit, reject_row  # noqa: E402

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = {"integer": "bigint", "number": "double", "string": "string"}


def described(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """A JSON Schema as nested names of Spark types: what `bioextract schema` promises, read independently."""
    if "$ref" in schema:
        return described(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        (kind,) = (one for one in schema["anyOf"] if one.get("type") != "null")
        return described(kind, definitions)
    if schema.get("type") == "array":
        return [described(schema["items"], definitions)]
    if schema.get("type") == "object":
        return {name: described(field, definitions) for name, field in schema["properties"].items()}
    return NAMES[schema["type"]]


def named(kind: Any) -> Any:
    if isinstance(kind, types.StructType):
        return {field.name: named(field.dataType) for field in kind}
    return [named(kind.elementType)] if isinstance(kind, types.ArrayType) else kind.simpleString()


def test_the_schema_is_that_of_the_record() -> None:
    schema = Record.model_json_schema(mode="serialization")
    assert named(RECORD) == described(schema, schema["$defs"])


def test_only_what_may_be_null_may_be_null() -> None:
    schema = Record.model_json_schema(mode="serialization")["$defs"]["Person"]["properties"]
    person: Any = RECORD["people"].dataType
    person = person.elementType
    nullable = {name for name, field in schema.items() if {"type": "null"} in field.get("anyOf", ())}
    assert {field.name for field in person if field.nullable} == nullable
    assert {"age", "marathon_count"} <= nullable


def test_a_record_goes_through_arrow_unchanged() -> None:
    lines = (SAMPLES / "records.jsonl").read_text().splitlines()
    records = [json.loads(line) for line in lines]
    back = pa.array(records, arrow_type(RECORD)).to_pylist()
    assert [Record.model_validate(record) for record in back] == [Record.model_validate_json(line) for line in lines]
    assert [list(record) for record in back] == [list(record) for record in records]


def test_a_number_beyond_64_bits_is_the_largest_one() -> None:
    assert fit({"a": [{"b": 10**30}, 5, 1.5, True, None]}) == {"a": [{"b": 2**63 - 1}, 5, 1.5, True, None]}


def test_a_reject_goes_through_arrow_whatever_its_id_is() -> None:
    reject = Reject("a.jsonl#\ud800", 7, "read", "ReadError", "the fields are: \udcff")
    row = pa.array([reject_row(reject)], arrow_type(REJECT)).to_pylist()[0]
    assert (row["source"], row["line"], row["message"]) == ("a.jsonl#\ufffd", 7, "the fields are: \ufffd")


def test_rejects_have_the_fields_of_the_rejects_file() -> None:
    assert REJECT.names == ["source", "line", "stage", "error", "message"]
