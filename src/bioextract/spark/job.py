"""A whole job: a source, at once or on from a checkpoint, into a target."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from bioextract.errors import BioextractError, UsageError
from bioextract.passwords import hide_passwords
from bioextract.sinks.database import DatabasePlan
from bioextract.spark.checkpoint import check_target, name_database, note_target
from bioextract.spark.files import exists, qualify
from bioextract.spark.settings import Settings, info_of
from bioextract.spark.sources import LARGEST_FILE, Form, Stream, open_source
from bioextract.spark.targets import ParquetTarget, Target, open_database_target

DATABASE = re.compile(r"(sqlite|postgres|postgresql)(\+\w+)?:")
HERE = "local[*,4]"
"""The master where none is given: this machine, and four tries of a task, for `local[*]` has but one."""
DEFAULTS = {
    # A batch of Spark's own 10,000 articles may be gigabytes.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    # A task has some thousand articles: minutes, not hours, to do again when it is lost.
    "spark.sql.files.maxPartitionBytes": "8m",
    # A file that is read as a whole: two of 50 MB at once go through the 1 GB that Java has by itself, of 99 MB not.
    LARGEST_FILE: "50000000",
    # Small files: 64 of them make a task.
    "spark.sql.files.openCostInBytes": "128k",
}
_USAGE = ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA")
_OURS = re.compile(r"^bioextract[\w.]*Error: (.+)$", re.MULTILINE)


class JobError(BioextractError):
    """Spark has given up."""


@dataclass(frozen=True, slots=True)
class JobPlan:
    """The options of a job; `checkpoint` None: everything at once. `partitions` None: as Spark splits the source."""

    source: str
    target: str
    form: Form
    settings: Settings
    checkpoint: str | None = None
    files_a_batch: int = 1000
    partitions: int | None = None
    keep_text: bool = False
    redo: bool = False
    force: bool = False
    command: str | None = None


def run_job(plan: JobPlan) -> Counter[str]:
    """Does the job; gives the numbers of `COUNTS` as far as the target knows them.

    Raises `UsageError`, `DatabaseError`, and `JobError` for what Spark gives up on, in one line.
    """
    extractor = info_of(plan.settings.make_extractor)  # first: Spark takes seconds to start
    with _explaining():
        spark = start_spark()
        _check(plan, spark)
        stream = Stream(plan.files_a_batch) if plan.checkpoint else None
        rows, read = open_source(spark, plan.source, plan.form, plan.settings.options, stream)
        if not DATABASE.match(plan.target):
            return _write(plan, rows, ParquetTarget(plan.target, read, plan.settings, plan.force))
        about = DatabasePlan(extractor, plan.keep_text, plan.redo, command=plan.command)
        with open_database_target(plan.target, about, read, plan.settings) as target:
            return _write(plan, rows, target)


def start_spark() -> SparkSession:
    """The session there is, that of spark-submit, or one on this machine, with our defaults for what nobody has set."""
    builder = SparkSession.builder.appName("bioextract")
    if "PYSPARK_GATEWAY_PORT" not in os.environ and SparkSession.getActiveSession() is None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(HERE).config("spark.log.level", "ERROR")
    spark = builder.getOrCreate()
    given = dict(spark.sparkContext.getConf().getAll())
    for name, value in DEFAULTS.items():
        if name not in given:
            spark.conf.set(name, value)
    return spark


def _check(plan: JobPlan, spark: SparkSession) -> None:
    is_database = DATABASE.match(plan.target)
    if is_database:
        _check_database(plan, str(spark.sparkContext.master))
    else:
        _check_folder(plan)
    places = [plan.source, *([] if is_database else [plan.target]), *filter(None, [plan.checkpoint])]
    for one, other in combinations(places, 2):
        if _lie_in_one_another(*(f"{qualify(spark, path)}/" for path in (one, other))):
            raise UsageError(f"{other}: and {one} lie in one another; write it elsewhere")
    is_known = plan.checkpoint and check_target(spark, plan.checkpoint, _name_target(plan, spark))
    if not is_database:
        _check_what_is_there(plan, is_new=not exists(spark, plan.target), is_known=bool(is_known))


def _lie_in_one_another(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _name_target(plan: JobPlan, spark: SparkSession) -> str:
    return name_database(plan.target) if DATABASE.match(plan.target) else qualify(spark, plan.target)


def _check_database(plan: JobPlan, master: str) -> None:
    if plan.force:
        raise UsageError("--force overwrites a folder; what a database has is done again with --redo")
    if plan.target.startswith("sqlite") and not master.startswith("local"):
        raise UsageError(f"SQLite is a file on one machine, and the tasks run on {master}; use postgresql://...")


def _check_folder(plan: JobPlan) -> None:
    scheme = plan.target.partition(":")[0]
    if scheme.partition("+")[0] in ("mysql", "mariadb", "oracle", "mssql", "duckdb"):
        raise UsageError(f"{scheme}: is no known database; use postgresql://... or sqlite:///...")
    if plan.keep_text or plan.redo:
        raise UsageError("--keep-text and --redo are for databases; --to is a folder")
    if plan.force and plan.checkpoint:
        raise UsageError("--checkpoint goes on, --force starts anew; give one of them")


def _check_what_is_there(plan: JobPlan, *, is_new: bool, is_known: bool) -> None:
    if plan.checkpoint and not is_new and not is_known:
        raise UsageError(
            f"{plan.target}: exists, and {plan.checkpoint} is no checkpoint of it, so that its batches would be "
            "overwritten; give the checkpoint that it was written with, or another target"
        )
    if not (plan.checkpoint or is_new or plan.force):
        raise UsageError(f"{plan.target}: exists; --force overwrites it")


def _write(plan: JobPlan, rows: DataFrame, target: Target) -> Counter[str]:
    if not plan.checkpoint:
        return Counter(target.write(_dealt(plan, rows), None))
    counts: Counter[str] = Counter()
    spark, checkpoint = rows.sparkSession, plan.checkpoint

    def write(batch: DataFrame, number: int) -> None:
        note_target(spark, checkpoint, _name_target(plan, spark))
        counts.update(target.write(_dealt(plan, batch), number))

    stream = rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint)
    stream.trigger(availableNow=True).start().awaitTermination()
    return counts


def _dealt(plan: JobPlan, rows: DataFrame) -> DataFrame:
    return rows.repartition(plan.partitions) if plan.partitions else rows


@contextmanager
def _explaining() -> Iterator[None]:
    """Turns what Spark raises into one line: ours, if one of our errors is the cause, else its own first one."""
    try:
        yield
    except (PySparkException, Py4JError) as error:
        reason = hide_passwords(_reason_of(str(error)) or type(error).__name__)
        condition = error.getCondition() if isinstance(error, PySparkException) else None
        if condition in _USAGE:
            raise UsageError(reason) from error
        if condition == "JAVA_GATEWAY_EXITED":
            reason = "Spark cannot start Java: it needs Java 17 or 21, in PATH or JAVA_HOME"
        raise JobError(reason) from error
    except ConnectionError as error:
        raise JobError("Java has ended, perhaps for lack of memory: give it more (spark.driver.memory)") from error


def _reason_of(text: str) -> str:
    r"""The line of a trace of Java and Python that says what is wrong.

    >>> _reason_of("Job aborted.\nTraceback:\nbioextract.sinks.database.connect.DatabaseError: facts.db: disk full\n")
    'facts.db: disk full'
    >>> _reason_of("An error occurred while calling o5.exists.\n: java.io.IOException: no such host\n\tat java")
    'java.io.IOException: no such host'
    """
    if ours := _OURS.findall(text):
        return str(ours[-1])
    lines = (line.removeprefix(": ").strip() for line in text.splitlines() if not line.startswith("An error occurred"))
    return next(filter(None, lines), "")


def describe(counts: Mapping[str, int], target: str) -> str:
    """A line for a person."""
    told = [f"{counts['articles']:,} records", f"{counts['rejected']:,} rejected"]
    if "skipped" in counts:
        told.insert(1, f"{counts['skipped']:,} there already")
    return f"{', '.join(told)} -> {target}"
