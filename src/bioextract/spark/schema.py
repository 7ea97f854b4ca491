"""The record as Spark and Arrow see it, read off the models of `records.py`: no field is named here.

A value is a BIGINT, a DOUBLE or a STRING; dates are strings as far as they are given (2019-10), as in the record.
"""

from __future__ import annotations

from typing import Annotated, Any, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel
from pyspark.sql import types as T  # noqa: N812  # as everybody calls it

from bioextract.articles.article import SURROGATE
from bioextract.records import Record
from bioextract.runs.rejects import Reject

LARGEST = 2**63 - 1
_SCALARS: dict[type, tuple[T.DataType, pa.DataType]] = {
    int: (T.LongType(), pa.int64()),
    float: (T.DoubleType(), pa.float64()),
    str: (T.StringType(), pa.string()),
}
_ARROW = {type(spark): arrow for spark, arrow in _SCALARS.values()}


def spark_type(annotation: Any) -> T.DataType:
    """The Spark type of an annotation of a model: a model, a list, a number, a text, or one of them or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _struct(annotation)
    if get_origin(annotation) is list:
        (item,) = get_args(annotation)
        return T.ArrayType(spark_type(item), containsNull=False)
    if get_origin(annotation) is Annotated:
        return spark_type(get_args(annotation)[0])
    if _is_union(annotation):
        (kind,) = (kind for kind in get_args(annotation) if kind is not type(None))
        return spark_type(kind)
    values = get_args(annotation)  # of a Literal
    return _SCALARS[type(values[0]) if values else annotation][0]


def _struct(model: type[BaseModel]) -> T.StructType:
    """All fields in the order in which they are written, the derived ones last."""
    annotations = {name: field.annotation for name, field in model.model_fields.items()}
    annotations |= {name: field.return_type for name, field in model.model_computed_fields.items()}
    return T.StructType(
        [T.StructField(name, spark_type(kind), _may_be_none(kind)) for name, kind in annotations.items()]
    )


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) is Union or type(annotation).__name__ == "UnionType"


def _may_be_none(annotation: Any) -> bool:
    return _is_union(annotation) and type(None) in get_args(annotation)


RECORD = _struct(Record)
"""The type of the column `record`."""
REJECT = T.StructType(
    [
        T.StructField("source", T.StringType(), False),
        T.StructField("line", T.LongType(), True),
        *(T.StructField(name, T.StringType(), False) for name in ("stage", "error", "message")),
    ]
)
"""The type of the column `reject`: see `Reject`."""


def arrow_type(kind: T.DataType) -> pa.DataType:
    """The Arrow type of a type of this module; all may be null in it, since a row without a record has none of them."""
    if isinstance(kind, T.StructType):
        return pa.struct([(field.name, arrow_type(field.dataType)) for field in kind])
    if isinstance(kind, T.ArrayType):
        return pa.list_(arrow_type(kind.elementType))
    return _ARROW[type(kind)]


def fit(value: Any) -> Any:
    """A whole number beyond 64 bits is the largest one, as in a database; lists and dicts are mended in place."""
    if isinstance(value, dict | list):
        for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
            value[key] = fit(item)
        return value
    return LARGEST if type(value) is int and value > LARGEST else value


def reject_row(reject: Reject) -> dict[str, Any]:
    """The value of the column `reject`."""
    values = {name: getattr(reject, name) for name in REJECT.names}
    return {name: writable(value) if isinstance(value, str) else value for name, value in values.items()}


def writable(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which ids and names of fields may have, and Arrow does not take."""
    return SURROGATE.sub("\ufffd", text)
