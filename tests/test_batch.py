from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bioextract.articles import Article
from bioextract.batch import extract_outcomes, run_batch
from bioextract.errors import ExtractError, ReadError, StoppedError
from bioextract.pool import CHUNK_ARTICLES, CHUNK_CHARACTERS, CHUNKS_PER_WORKER, chunk_items
from bioextract.rejects import Reject, open_rejects
from bioextract.summary import Summary
from bioextract.workers import Done, Item, Outcome, Work

# Worker processes import it by name, so it stands in a folder of their path.
FAKE = '''
import os
from bioextract.errors import ExtractError
from bioextract.records import ArticleInfo, ExtractorInfo, Record

class Fake:
    """Does to itself what the text says."""

    def __init__(self, broken=False):
        if broken:
            raise RuntimeError("no model")

    def extract(self, article):
        if "die" in article.text:
            os._exit(9)
        if "refuse" in article.text:
            raise ExtractError(article.source, "refused")
        if "crash" in article.text:
            raise ValueError("two\\nlines")
        return Record(
            extractor=ExtractorInfo(version="0", model="fake", config="0"),
            article=ArticleInfo(id=article.id, source=article.source, characters=len(article.text)),
            people=[{"name": "A B", "age": {"value": 30, "confidence": 1, "evidence": [
                {"start": 0, "end": 1, "text": article.text[0]}]}}],
        )
'''


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    (tmp_path / "fake_extractor.py").write_text(FAKE)
    monkeypatch.syspath_prepend(tmp_path)
    yield __import__("fake_extractor").Fake
    sys.modules.pop("fake_extractor")


class Lines:
    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.rejects: list[Reject] = []
        self.skipped = 0

    def pending(self, items: Iterable[Item]) -> Iterator[Item]:
        """All but articles of the text "known"."""
        for item in items:
            if isinstance(item, Article) and item.text == "known":
                self.skipped += 1
            else:
                yield item

    def reject(self, reject: Reject) -> None:
        self.rejects.append(reject)

    def write(self, line: bytes) -> None:
        self.lines.append(line)


def make_articles(number: int, **special: str) -> list[Article | ReadError]:
    texts = {f"a{i}": "plain" for i in range(number)} | special
    return [Article(text, source=source) for source, text in texts.items()]


def sources(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.source for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_outcome_an_item_in_order(fake: Any, jobs: int) -> None:
    items = make_articles(50, a7="refuse", a20="crash")
    items.insert(3, ReadError("broken.jsonl#4", "broken JSON", line=4))
    outcomes = list(extract_outcomes(items, Work(fake, jobs)))
    assert sources(outcomes) == [item.source for item in items]
    rejects = {outcome.source: outcome for outcome in outcomes if isinstance(outcome, Reject)}
    assert str(rejects["broken.jsonl#4"]) == "broken.jsonl:4: broken JSON"
    assert rejects["a7"] == Reject("a7", None, "extract", "ExtractError", "refused")
    assert rejects["a20"].error == "ExtractError"
    assert rejects["a20"].message == "unexpected ValueError: two lines"
    assert "Traceback" in rejects["a20"].details
    assert len(rejects) == 3


def test_same_bytes_for_any_number_of_processes(fake: Any) -> None:
    one, two = (
        [o.line for o in extract_outcomes(make_articles(70), Work(fake, jobs)) if isinstance(o, Done)]
        for jobs in (1, 2)
    )
    assert one == two
    assert json.loads(one[0])["article"]["source"] == "a0"


def test_an_article_that_kills_its_worker_is_rejected_and_the_rest_is_done(fake: Any) -> None:
    outcomes = list(extract_outcomes(make_articles(60, a5="die", a6="die", a40="die"), Work(fake, 2)))
    assert sources(outcomes) == [f"a{i}" for i in range(60)]
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Reject)]
    assert sources(rejected) == ["a5", "a6", "a40"]
    assert "died" in rejected[0].message


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_extractor_that_cannot_be_built_ends_the_run(fake: Any, jobs: int) -> None:
    with pytest.raises(RuntimeError, match="no model"):
        list(extract_outcomes(make_articles(3), Work(partial(fake, broken=True), jobs)))


def test_the_input_is_read_as_it_is_needed(fake: Any) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article("plain", source=str(taken))

    outcomes = extract_outcomes(endless(), Work(fake, 2))
    assert next(outcomes).source == "1"
    outcomes.close()
    assert taken <= CHUNK_ARTICLES * (2 * CHUNKS_PER_WORKER + 1)


def test_chunks_are_bounded_in_number_and_characters() -> None:
    long = Article("x" * (CHUNK_CHARACTERS + 1))
    items = [*[Article("short")] * (CHUNK_ARTICLES + 1), long, Article("short")]
    assert [len(chunk) for chunk in chunk_items(items)] == [CHUNK_ARTICLES, 1, 1, 1]


def test_summary_counts_and_keeps_the_first_records(fake: Any) -> None:
    summary, sink = Summary(), Lines()
    run_batch(extract_outcomes(make_articles(12, a3="refuse"), Work(fake)), sink, None, summary=summary)
    assert (summary.articles, summary.people, summary.rejected, summary.found) == (11, 11, 1, 12)
    assert summary.facts == {"age": 11}
    assert summary.first == sink.lines[:10]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_sink_has_is_left_out(fake: Any, jobs: int) -> None:
    summary, sink = Summary(), Lines()
    items = [*make_articles(5, a1="known", a4="known", a5="refuse"), ReadError("broken.txt", "broken")]
    run_batch(extract_outcomes(items, Work(fake, jobs), sink=sink), sink, None, summary=summary)
    assert [json.loads(line)["article"]["source"] for line in sink.lines] == ["a0", "a2", "a3"]
    assert sources(sink.rejects) == ["a5", "broken.txt"]
    assert (summary.articles, summary.skipped, summary.rejected) == (3, 2, 2)


@pytest.mark.parametrize(
    ("source", "found"), [("missing.txt", 0), ("here.txt", 1), ("here.txt#7", 1), ("-", 1), (".", 0), ("no\0name", 0)]
)
def test_a_path_that_leads_nowhere_is_not_found(
    source: str, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here.txt").touch()
    summary = Summary()
    summary.add(Reject.from_error(ReadError(source, "bad")))
    assert summary.found == found


def test_fail_fast_stops_at_the_first_reject(fake: Any) -> None:
    sink = Lines()
    with pytest.raises(StoppedError):
        outcomes = extract_outcomes(make_articles(5, a2="refuse"), Work(fake))
        run_batch(outcomes, sink, None, summary=Summary(), fail_fast=True)
    assert len(sink.lines) == 2


def test_rejects_file_has_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    surrogate = os.fsdecode(b"caf\xe9.txt")
    with open_rejects(path) as rejects:
        rejects.write(Reject.from_error(ReadError("Zoë.jsonl#2", "broken", line=2)))
        rejects.write(Reject.from_error(ExtractError(surrogate, "not English")))
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert list(first) == ["source", "line", "stage", "error", "message", "attempts", "version", "time"]
    assert (first["source"], first["line"], first["stage"], first["error"]) == ("Zoë.jsonl#2", 2, "read", "ReadError")
    assert first["time"].endswith("+00:00")
    assert (second["source"], second["line"], second["stage"]) == (surrogate, None, "extract")
