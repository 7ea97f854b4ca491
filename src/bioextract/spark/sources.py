"""SOURCE of a job -> rows for the tasks, at once or as a stream: files, lines of JSON, tables of Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, get_args

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812
from pyspark.sql import types as T  # noqa: N812

from bioextract.articles import KNOWN_SUFFIXES, ReadOptions
from bioextract.errors import UsageError
from bioextract.spark.rows import CONTENT, IS_LINE, PATH, Columns, read_columns, read_documents
from bioextract.spark.tasks import Read

Form = Literal["files", "jsonl", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)
LINES = (".jsonl", ".ndjson")
SPARKS_LINES = ".json"
"""So does Spark itself call the JSON Lines that it writes."""
LARGEST_FILE = "spark.sql.sources.binaryFile.maxLength"
"""The setting: bytes of a file that is read as a whole, which is in the memory of Java and of Python, several times."""
ALL_FILES = "36500d"
"""Spark forgets files that are older than the newest one by more than this; its own week would lose archives."""
SOURCE = "_source"
_FILE = "path string, modificationTime timestamp, length bigint, content binary"


@dataclass(frozen=True, slots=True)
class Stream:
    """A source that is read on from where the checkpoint is, so many files at a time."""

    files_a_batch: int


def find_form(source: str) -> Form:
    """What a source holds, by its name.

    >>> find_form("s3a://in/a.jsonl"), find_form("in/*.parquet"), find_form("in/"), find_form("in/a.jsonl.gz")
    ('jsonl', 'parquet', 'files', 'files')
    """
    name = source.lower().rstrip("/")
    if name.endswith(LINES):
        return "jsonl"
    return "parquet" if name.endswith(".parquet") else "files"


def open_source(
    spark: SparkSession, source: str, form: Form, options: ReadOptions, stream: Stream | None = None
) -> tuple[DataFrame, Read]:
    """The rows of a source, and how a task reads them. Raises `UsageError` for a table without the column of texts."""
    if form == "parquet":
        return _open_table(spark, source, options, stream)
    if form == "jsonl":
        return _open_lines(spark, source, stream), read_documents
    suffixes = [*KNOWN_SUFFIXES, *map(_packed, KNOWN_SUFFIXES)]
    return _open_files(spark, source, suffixes, stream), read_documents


def _reader(spark: SparkSession, form: str, suffixes: Iterable[str], stream: Stream | None) -> Any:
    reader: Any = (spark.readStream if stream else spark.read).format(form).option("recursiveFileLookup", "true")
    if names := [_in_any_case(suffix) for suffix in suffixes]:
        reader = reader.option("pathGlobFilter", f"*{{{','.join(names)}}}")
    if form == "binaryFile":
        reader = reader.schema(_FILE)
    if stream:
        reader = reader.option("maxFilesPerTrigger", stream.files_a_batch).option("maxFileAge", ALL_FILES)
    return reader


def _packed(suffix: str) -> str:
    return f"{suffix}.gz"


def _in_any_case(suffix: str) -> str:
    """A pattern of Hadoop.

    >>> _in_any_case(".gz")
    '.[gG][zZ]'
    """
    return "".join(f"[{char}{char.upper()}]" if char.isalpha() else char for char in suffix)


def _open_files(spark: SparkSession, source: str, suffixes: Iterable[str], stream: Stream | None) -> DataFrame:
    files: DataFrame = _reader(spark, "binaryFile", suffixes, stream).load(source)
    largest = int(str(spark.conf.get(LARGEST_FILE)))
    readable = files.where(F.col("length") <= largest).select(PATH, F.lit(False).alias(IS_LINE), CONTENT)
    too_large = files.where(F.col("length") > largest)
    no_content = F.lit(None).cast(T.BinaryType()).alias(CONTENT)
    return readable.unionByName(too_large.select(PATH, F.lit(False).alias(IS_LINE), no_content))


def _open_lines(spark: SparkSession, source: str, stream: Stream | None) -> DataFrame:
    """Lines, which Spark deals out to tasks in parts of a file; packed files are one part, and read as files."""
    suffixes = (*LINES, SPARKS_LINES)
    lines: DataFrame = _reader(spark, "text", suffixes, stream).load(source)
    # As bytes: a line need not be UTF-8. The path of `_metadata` is that of a URL, with % for what is not in one.
    path = F.expr("url_decode(replace(_metadata.file_path, '+', '%2B'))").alias(PATH)
    rows = lines.select(path, F.lit(True).alias(IS_LINE), F.col("value").cast(T.BinaryType()).alias(CONTENT))
    return rows.unionByName(_open_files(spark, source, map(_packed, suffixes), stream))


def _open_table(
    spark: SparkSession, source: str, options: ReadOptions, stream: Stream | None
) -> tuple[DataFrame, Read]:
    reader = _reader(spark, "parquet", (), stream)
    table: DataFrame = (reader.schema(spark.read.parquet(source).schema) if stream else reader).load(source)
    there = table.columns
    if options.text_field not in there:
        raise UsageError(f"{source}: there is no column {options.text_field!r}; the columns are {', '.join(there)}")
    title, published, url = (
        name if name in there else None for name in (options.title_field, options.published_field, options.url_field)
    )
    number = F.expr("concat('row ', _metadata.row_index)")
    name = F.coalesce(F.col(options.id_field).cast("string"), number) if options.id_field in there else number
    path = F.expr("regexp_replace(url_decode(replace(_metadata.file_path, '+', '%2B')), '^file:/+', '/')")
    named = table.withColumn(SOURCE, F.concat(path, F.lit("#"), name))
    columns = Columns(options.text_field, title, published, SOURCE, url)
    texts = [F.col(column).cast("string") for column in {options.text_field, title, url} if column]
    days = [F.col(published)] if published else []
    return named.select(SOURCE, *texts, *days), partial(read_columns, columns)
