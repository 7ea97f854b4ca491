"""A checkpoint belongs to one target: what it calls done is there and nowhere else. So it tells which one it is."""

from __future__ import annotations

from pathlib import Path

from pyspark.sql import SparkSession

from bioextract.errors import UsageError
from bioextract.sinks.database.connect import name_of, open_engine
from bioextract.spark.files import exists, read_text, write_text


def name_database(url: str) -> str:
    """The name under which a checkpoint knows a database, whoever asks. Raises as `open_engine`."""
    plain = open_engine(url).url.set(username=None, password=None)
    name = name_of(plain)
    return str(Path(name).resolve()) if plain.get_backend_name() == "sqlite" else name


def check_target(spark: SparkSession, checkpoint: str, target: str) -> bool:
    """Whether a checkpoint has batches of this target. Raises `UsageError` if it has those of another one."""
    place = _place(checkpoint)
    told = read_text(spark, place) if exists(spark, place) else ""
    if told and told != target:
        raise UsageError(f"{checkpoint}: is the checkpoint of {told}; give another one for {target}")
    return bool(told)


def note_target(spark: SparkSession, checkpoint: str, target: str) -> None:
    """Notes the target in its checkpoint: to be done before the first batch is written."""
    if not check_target(spark, checkpoint, target):
        write_text(spark, _place(checkpoint), target)


def _place(checkpoint: str) -> str:
    return f"{checkpoint}/target"
