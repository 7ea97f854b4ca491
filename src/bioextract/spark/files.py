"""Files and folders in whatever file system of Spark's."""

from __future__ import annotations

from typing import Any

from pyspark.sql import SparkSession


def exists(spark: SparkSession, path: str) -> bool:
    """Whether there is a file or a folder of this name."""
    system, there = _find_system(spark, path)
    return bool(system.exists(there))


def qualify(spark: SparkSession, path: str) -> str:
    """The whole path with its scheme, in one spelling."""
    system, there = _find_system(spark, path)
    return str(system.makeQualified(there).toString())


def read_text(spark: SparkSession, path: str) -> str:
    """A small file of UTF-8."""
    system, there = _find_system(spark, path)
    stream = system.open(there)
    try:
        return bytes(stream.readAllBytes()).decode()
    finally:
        stream.close()


def write_text(spark: SparkSession, path: str, text: str) -> None:
    """Writes a small file of UTF-8, over what is there."""
    system, there = _find_system(spark, path)
    stream = system.create(there, True)
    try:
        stream.write(bytearray(text.encode()))
    finally:
        stream.close()


def _find_system(spark: SparkSession, path: str) -> tuple[Any, Any]:
    there = spark._jvm.org.apache.hadoop.fs.Path(path)  # type: ignore[union-attr]
    return there.getFileSystem(spark._jsc.hadoopConfiguration()), there
