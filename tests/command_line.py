"""The command line in a subprocess, with an extractor that costs nothing: what the tests of runs share."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

COMMAND = [sys.executable, "-m", "bioextract"]
ANNA = "Anna Berg, 29, is a Swedish hurdler who won the race on Sunday and was happy with it."
LARS = "Lars Holm, 31, is a Norwegian skier who did not start because of the cold."
# Does to itself what the text says; found by every process before the real one.
FAKE = """
import multiprocessing, os, sys, time, types

class Extractor:
    def __init__(self, *, min_confidence=None, rules_only=False):
        from bioextract.records import ExtractorInfo

        if os.environ.get("FAKE_START") == "dies" and multiprocessing.parent_process():
            os.kill(os.getpid(), 9)
        self.info = ExtractorInfo(version=os.environ.get("FAKE_VERSION", "0"), model="fake", config="0")

    def extract(self, article):
        from bioextract.records import ArticleInfo, Record

        if "slow" in article.text:
            time.sleep(0.02)
        if "die" in article.text:
            os._exit(9)
        if "crash" in article.text:
            raise ValueError("boom")
        if "sleep" in article.text:
            open("asleep", "w").close()
            time.sleep(60)
        return Record(
            extractor=self.info,
            article=ArticleInfo(
                id=article.id,
                source=article.source,
                title=article.title,
                published=article.published and article.published.isoformat(),
                published_from=article.published_from,
                characters=len(article.text),
            ),
        )

module = types.ModuleType("bioextract.extractor")
module.Extractor = Extractor
Extractor.__module__ = module.__name__
sys.modules[module.__name__] = module
"""


def call(*args: str | Path, stdin: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, args)], input=stdin, capture_output=True, text=True, check=False, timeout=120, **options
    )


def call_here(capsys: pytest.CaptureFixture[str], *args: str | Path) -> subprocess.CompletedProcess[str]:
    """As `call`, in this process: for tests that are not about one. The model is loaded only once."""
    from bioextract.cli import main

    capsys.readouterr()
    code = main([*map(str, args)])
    return subprocess.CompletedProcess([*args], code, *capsys.readouterr())


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def sources(records: list[dict[str, Any]]) -> list[str]:
    return [record["article"]["source"] for record in records]


def write_articles(path: Path, texts: list[str]) -> None:
    path.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)))


@contextmanager
def sleeping_run(folder: Path, jobs: str) -> Iterator[subprocess.Popen[str]]:
    """A run that has done 20 articles and sleeps over the next, in a process group of its own."""
    write_articles(folder / "many.jsonl", [*["x" * 10_000] * 20, "sleep" + "x" * 200_000, *["plain"] * 5])
    command = [*COMMAND, "run", "many.jsonl", "-o", "out.jsonl", "-j", jobs]
    part = folder / "out.jsonl.part"
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            # Asleep, not just about to be: a signal before that would end the run without the article.
            wait_until(lambda: part.exists() and part.read_bytes().count(b"\n") == 20 and Path("asleep").exists())
            yield process
        finally:
            process.kill()


def wait_until(condition: Any, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
