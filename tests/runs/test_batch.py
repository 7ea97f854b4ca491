from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from fake_extractor import Fake

from bioextract.articles import Article
from bioextract.errors import ReadError, StoppedError
from bioextract.runs.batch import extract_outcomes, run_batch
from bioextract.runs.outcomes import Done, Incoming, Left, Outcome, Work
from bioextract.runs.pool import CHUNK_ARTICLES, CHUNKS_PER_WORKER
from bioextract.runs.rejects import Reject
from bioextract.runs.summary import Summary


class Lines:
    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.rejects: list[Reject] = []
        self.skipped = self.left = 0

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """All but articles of the text "known"."""
        for item in items:
            if isinstance(item, Article) and item.text == "known":
                self.skipped += 1
            else:
                yield item

    def leave(self) -> None:
        self.left += 1

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
def test_one_outcome_an_item_in_order(jobs: int) -> None:
    items = make_articles(50, a7="refuse", a20="crash")
    items.insert(3, ReadError("broken.jsonl#4", "broken JSON", line=4))
    outcomes = list(extract_outcomes(items, Work(Fake, jobs)))
    assert sources(outcomes) == [item.source for item in items]
    rejects = {outcome.source: outcome for outcome in outcomes if isinstance(outcome, Reject)}
    assert str(rejects["broken.jsonl#4"]) == "broken.jsonl:4: broken JSON"
    assert rejects["a7"] == Reject("a7", None, "extract", "ExtractError", "refused")
    assert rejects["a20"].error == "ExtractError"
    assert rejects["a20"].message == "unexpected ValueError: two lines"
    assert "Traceback" in rejects["a20"].details
    assert len(rejects) == 3


def test_same_bytes_for_any_number_of_processes() -> None:
    one, two = (
        [o.line for o in extract_outcomes(make_articles(70), Work(Fake, jobs)) if isinstance(o, Done)]
        for jobs in (1, 2)
    )
    assert one == two
    assert json.loads(one[0])["article"]["source"] == "a0"


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_extractor_that_cannot_be_built_ends_the_run(jobs: int) -> None:
    with pytest.raises(RuntimeError, match="no model"):
        list(extract_outcomes(make_articles(3), Work(partial(Fake, fault="raises"), jobs)))


def test_the_input_is_read_as_it_is_needed() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article("plain", source=str(taken))

    outcomes = extract_outcomes(endless(), Work(Fake, 2))
    assert next(outcomes).source == "1"
    outcomes.close()
    assert taken <= CHUNK_ARTICLES * (2 * CHUNKS_PER_WORKER + 1)


def test_summary_counts_and_keeps_the_first_records() -> None:
    summary, sink = Summary(), Lines()
    run_batch(extract_outcomes(make_articles(12, a3="refuse"), Work(Fake)), sink, None, summary=summary)
    assert (summary.articles, summary.people, summary.rejected, summary.found) == (11, 11, 1, 12)
    assert summary.facts == {"age": 11}
    assert summary.first == sink.lines[:10]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_sink_has_is_left_out(jobs: int) -> None:
    summary, sink = Summary(), Lines()
    items = [*make_articles(5, a1="known", a4="known", a5="refuse"), ReadError("broken.txt", "broken")]
    run_batch(extract_outcomes(items, Work(Fake, jobs), sink=sink), sink, None, summary=summary)
    assert [json.loads(line)["article"]["source"] for line in sink.lines] == ["a0", "a2", "a3"]
    assert sources(sink.rejects) == ["a5", "broken.txt"]
    assert (summary.articles, summary.skipped, summary.rejected) == (3, 2, 2)


def test_what_is_left_is_neither_done_nor_rejected() -> None:
    summary, sink = Summary(), Lines()
    run_batch([Left("a"), Done("b", b"{}\n", 0, {}), Left("c")], sink, None, summary=summary, fail_fast=True)
    assert (sink.left, sink.lines, summary.articles, summary.found) == (2, [b"{}\n"], 1, 1)


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


def test_fail_fast_stops_at_the_first_reject() -> None:
    sink = Lines()
    with pytest.raises(StoppedError):
        outcomes = extract_outcomes(make_articles(5, a2="refuse"), Work(Fake))
        run_batch(outcomes, sink, None, summary=Summary(), fail_fast=True)
    assert len(sink.lines) == 2
