"""A DataFrame of articles -> a DataFrame of records."""

from __future__ import annotations

import datetime as dt
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import types as T  # noqa: N812

from bioextract.articles import ReadOptions
from bioextract.errors import UsageError
from bioextract.extractor import Extractor
from bioextract.spark.rows import Columns, read_columns
from bioextract.spark.schema import RECORD, REJECT
from bioextract.spark.settings import Settings
from bioextract.spark.tasks import extract_rows

RESULT = [T.StructField("record", RECORD), T.StructField("reject", REJECT)]
_DAYS = (T.StringType, T.DateType, T.TimestampType, T.TimestampNTZType)


def extract(  # noqa: PLR0913
    df: DataFrame,
    text: str = "text",
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    default_published: dt.date | None = None,
    max_characters: int = ReadOptions().max_characters,
    min_confidence: float | None = None,
    rules_only: bool = False,
    time_limit: float | None = None,
) -> DataFrame:
    """The same rows with two more columns: `record`, the typed record of `records.py`, and `reject`, why there is none.

    One of the two is null in each row: nothing that a row holds fails the job. `text`, `title`, `published` (a date, a
    timestamp or a text), `source` and `url` name columns; `default_published` is the day of articles that tell none.
    `time_limit`: an article that takes more seconds is rejected. The others are as in `Extractor` and `ReadOptions`.
    Works on batches and on streams. Raises `UsageError` for a column that is missing, of another type or in the way.
    """
    columns = Columns(text, title, published, source, url)
    _check_columns(df, columns)
    # Built once here, so that a wrong setting is told before the job.
    Extractor(min_confidence=min_confidence, rules_only=rules_only)
    settings = Settings(
        ReadOptions(published=default_published, max_characters=max_characters),
        partial(Extractor, min_confidence=min_confidence, rules_only=rules_only),
        time_limit,
    )
    return extract_columns(df, columns, settings)


def extract_columns(df: DataFrame, columns: Columns, settings: Settings) -> DataFrame:
    """As `extract`, unchecked, with settings made elsewhere."""
    task = partial(extract_rows, partial(read_columns, columns), settings)
    return df.mapInArrow(task, T.StructType([*df.schema.fields, *RESULT]))


def _check_columns(df: DataFrame, columns: Columns) -> None:
    types = {field.name: field.dataType for field in df.schema}
    if len(types) < len(df.schema):
        raise UsageError("two columns of the DataFrame have the same name; rename one")
    for name in types:
        if name.lower() in ("record", "reject"):  # Spark does not tell case apart
            raise UsageError(f"the DataFrame has a column {name!r} already; rename or drop it")
    for name in columns.named:
        if name not in types:
            raise UsageError(f"there is no column {name!r}; the columns are {', '.join(types)}")
        allowed = _DAYS if name == columns.published else (T.StringType,)
        if not isinstance(types[name], allowed):
            raise UsageError(f"the column {name!r} is {types[name].simpleString()}; cast it to string")
