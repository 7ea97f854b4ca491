"""One Spark on this machine for all tests: two threads, four tries of a task."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postgres
import pytest
from command_line import ANNA, LARS, write_articles

TESTS = Path(__file__).parents[1]
# What the tests do is small: to start fast is worth more than to run fast.
CONFIG = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.memory": "512m",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.log.level": "OFF",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
}


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """In which processes of Spark find this Python and the modules of the tests."""
    pytest.importorskip("pyspark", reason="PySpark is not installed (extra: spark)")
    java = f"{os.environ['JAVA_HOME']}/bin/java" if os.environ.get("JAVA_HOME") else shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        pytest.skip("no Java: Spark needs Java 17 (apt-get install openjdk-17-jre-headless)")
    return {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(TESTS), "PYTHONWARNINGS": "ignore"}


@pytest.fixture(scope="session")
def spark(environment: dict[str, str]) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        builder = SparkSession.builder.master("local[2,4]").appName("tests")
        for name, value in CONFIG.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def make_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Gives the URL of an empty database of a kind."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp('db')}/facts.db"
        server: postgres.Server = request.getfixturevalue("server")
        return server.create_database()

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of several kinds, good and bad, in folders."""
    (tmp_path / "in" / "2024 a+b%20c").mkdir(parents=True)
    (tmp_path / "in" / "2024 a+b%20c" / "2024-09-18 anna.txt").write_text(ANNA)
    (tmp_path / "in" / "page.Html").write_text(f"<html><body><article><p>{LARS}</p></article></body></html>")
    (tmp_path / "in" / "blank.txt").write_text(" \n")
    (tmp_path / "in" / "notes.docx").write_text("not ours")
    write_articles(tmp_path / "in" / "many.jsonl", [ANNA + " One.", LARS + " Two."])
    packed = gzip.compress(json.dumps({"id": "z", "text": ANNA + " Packed."}).encode() + b"\n", mtime=0)
    (tmp_path / "in" / "damaged.jsonl.gz").write_bytes(packed[:-6])
    return tmp_path
