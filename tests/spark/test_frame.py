"""`extract` on a real Spark: every row comes back once, with its record or with why there is none."""

from __future__ import annotations

import datetime as dt
import os
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from command_line import ANNA, LARS, wait_until, write_articles
from fake_extractor import Fake
from spark_workers import kill_workers

from bioextract import Article, Extractor, Record, UsageError
from bioextract.articles import ReadOptions


def run_fake(frame: Any, *, time_limit: float | None = None, **fake: Any) -> Any:
    from bioextract.spark.frame import extract_columns
    from bioextract.spark.rows import Columns
    from bioextract.spark.settings import Settings

    settings = Settings(ReadOptions(), partial(Fake, **fake), time_limit)
    return extract_columns(frame, Columns("text", source="id"), settings)


def frame_of(spark: Any, texts: list[str], partitions: int = 2) -> Any:
    rows = [(str(number), text) for number, text in enumerate(texts)]
    return spark.createDataFrame(rows, "id string, text string").repartition(partitions)


def test_records_are_those_of_the_library(spark: Any) -> None:
    from bioextract.spark import extract

    rows = [("a", ANNA, "Hurdles", dt.date(2024, 9, 18), 7), ("b", LARS, None, None, 8)]
    frame = spark.createDataFrame(rows, "id string, body string, head string, day date, other int")
    done = extract(frame, "body", title="head", published="day", source="id", rules_only=True)
    assert done.columns == ["id", "body", "head", "day", "other", "record", "reject"]
    found = {row.id: row for row in done.collect()}
    extractor = Extractor(rules_only=True)
    day = dt.date(2024, 9, 18)
    anna = extractor.extract(Article(ANNA, "Hurdles", day, "a", "document"))
    lars = extractor.extract(Article(LARS, source="b"))
    for key, record, other in (("a", anna, 7), ("b", lars, 8)):
        assert Record.model_validate(found[key].record.asDict(recursive=True)) == record
        assert (found[key].reject, found[key].other) == (None, other)
    assert sorted(row.value for row in done.select("record.people.age.value").collect()) == [[29], [31]]


def test_bad_articles_are_rows_with_the_reason(spark: Any) -> None:
    from pyspark.sql import functions as F  # noqa: N812

    from bioextract.spark import extract

    rows = [
        ("null", None),
        ("blank", "  "),
        ("german", "Anna Berg ist eine Läuferin aus Berlin und hat gewonnen. " * 3),
    ]
    rows += [("long", ANNA * 9), ("good", ANNA)]
    frame = spark.createDataFrame(rows, "id string, text string")
    # What Spark calls a string may be any bytes.
    broken = spark.range(1).select(F.lit("bytes").alias("id"), F.unhex(F.lit("FFFE41")).cast("string").alias("text"))
    done = extract(frame.union(broken), source="id", rules_only=True, max_characters=500)
    told = {
        row.id: row.reject and (row.reject.stage, row.reject.error, row.reject.message)
        for row in done.drop("text").collect()
    }
    assert told["null"] == ("read", "ReadError", 'the column "text" is null')
    assert told["blank"] == ("read", "ReadError", "empty: there is no text in it")
    assert told["german"] == ("extract", "ExtractError", "the text does not look like English")
    assert told["long"][2].startswith("765 characters, more than the limit of 500")
    assert told["bytes"] == ("read", "ReadError", "the text is not UTF-8")
    assert told["good"] is None


def test_streams(spark: Any, tmp_path: Path) -> None:
    from bioextract.spark import extract

    (source := tmp_path / "in").mkdir()
    write_articles(source / "a.jsonl", [ANNA, "", LARS])
    frame = spark.readStream.schema("id string, text string").json(str(source))
    found = extract(frame, source="id", rules_only=True).writeStream.format("memory").queryName("found")
    found.trigger(availableNow=True).start().awaitTermination()
    rows = {row.id: row for row in spark.table("found").collect()}
    assert [key for key, row in sorted(rows.items()) if row.record] == ["0", "2"]
    assert rows["1"].reject.message == "empty: there is no text in it"


def test_days_may_be_dates_times_or_texts(spark: Any) -> None:
    from pyspark.sql import functions as F  # noqa: N812

    from bioextract.spark import extract

    frame = spark.createDataFrame([("2024-09-18T23:30:00", ANNA)], "day string, text string")
    for kind in ("string", "date", "timestamp", "timestamp_ntz"):
        done = extract(frame.withColumn("day", F.col("day").cast(kind)), published="day", rules_only=True)
        assert done.select("record.article.published").collect()[0][0] == "2024-09-18", kind


def test_days_that_python_has_not_are_none(spark: Any) -> None:
    from pyspark.sql import functions as F  # noqa: N812

    from bioextract.spark import extract

    for day in ("make_date(12345, 1, 1)", "make_date(-5, 1, 1)", "timestamp_seconds(1000000000000)"):
        frame = spark.createDataFrame([(ANNA,)], "text string").withColumn("day", F.expr(day))
        done = extract(frame, published="day", rules_only=True)
        assert done.selectExpr("record.people[0].name", "record.article.published").collect() == [("Anna Berg", None)]


def test_the_zone_of_a_time_may_be_an_offset(spark: Any) -> None:
    from pyspark.sql import functions as F  # noqa: N812

    from bioextract.spark import extract

    before = spark.conf.get("spark.sql.session.timeZone")
    spark.conf.set("spark.sql.session.timeZone", "GMT+08:00")
    try:
        frame = spark.createDataFrame([(ANNA,)], "text string").withColumn(
            "day", F.expr("timestamp_seconds(1726675200)")
        )
        done = extract(frame, published="day", rules_only=True)
        assert done.select("record.article.published").collect()[0][0] == "2024-09-19"  # 16:00 UTC the day before
    finally:
        spark.conf.set("spark.sql.session.timeZone", before)


def test_wrong_columns_are_told_at_once(spark: Any) -> None:
    from bioextract.spark import extract

    frame = spark.createDataFrame([(1, "a")], "number int, text string")
    with pytest.raises(UsageError, match="there is no column 'body'; the columns are number, text"):
        extract(frame, "body")
    with pytest.raises(UsageError, match="the column 'number' is int; cast it to string"):
        extract(frame, "number")
    with pytest.raises(UsageError, match="has a column 'record' already"):
        extract(frame.withColumnRenamed("number", "record"))
    with pytest.raises(UsageError, match="has a column 'Reject' already"):
        extract(frame.withColumnRenamed("number", "Reject"))
    with pytest.raises(UsageError, match="min_confidence is 2"):
        extract(frame, min_confidence=2)


def test_a_python_worker_builds_one_extractor(spark: Any, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    frame = frame_of(spark, ["plain text"] * 40, partitions=8)
    for _ in range(2):
        assert run_fake(frame, starts=starts).where("record IS NOT NULL").count() == 40
    assert 1 <= len(starts.read_text()) <= 2  # there are two workers


def test_a_killed_worker_costs_nothing(spark: Any, tmp_path: Path) -> None:
    started, go, starts = (tmp_path / name for name in ("started", "go", "starts"))
    texts = ["plain text"] * 100 + [f"touch:{started}", f"until:{go}"] + ["plain text"] * 100
    frame = frame_of(spark, texts, partitions=4)
    found: list[Any] = []
    thread = threading.Thread(
        target=lambda: found.extend(run_fake(frame, starts=starts).select("id", "reject", "record.people").collect())
    )
    thread.start()
    wait_until(lambda: started.exists() and starts.exists(), 120)
    assert kill_workers(os.getpid()) > 0
    before = len(starts.read_text())
    go.touch()
    thread.join(120)
    assert sorted(int(row.id) for row in found) == list(range(len(texts)))
    assert all(row.reject is None and row.people for row in found)
    assert len(starts.read_text()) > before  # the work went on elsewhere


def test_an_article_that_kills_its_process_is_rejected(spark: Any) -> None:
    texts = ["plain text", "die", "plain text", "crash", "refuse"]
    found = {row.id: row.reject for row in run_fake(frame_of(spark, texts, 1)).collect()}
    assert [found[str(number)] is None for number in range(5)] == [True, False, True, False, False]
    assert (found["1"].error, found["1"].source) == ("WorkerDiedError", "1")
    assert found["3"].message == "unexpected ValueError: two lines"
    assert found["4"].message == "refused"


def test_an_article_that_takes_too_long_is_rejected(spark: Any) -> None:
    frame = frame_of(spark, ["plain text", "sleep", "plain text"], 1)
    found = {row.id: row.reject for row in run_fake(frame, time_limit=0.5).collect()}
    assert [found[key] and found[key].error for key in "012"] == [None, "TimeLimitError", None]
