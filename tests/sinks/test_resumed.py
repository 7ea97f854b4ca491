"""Going on with the file of an unfinished run gives the bytes of an undisturbed one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fake_extractor import Fake

from bioextract.articles import Article
from bioextract.errors import ReadError, UsageError
from bioextract.records import ArticleInfo, ExtractorInfo, Record
from bioextract.runs.batch import extract_outcomes, run_batch
from bioextract.runs.outcomes import Work
from bioextract.runs.summary import Summary
from bioextract.sinks import Sink
from bioextract.sinks.jsonl import open_jsonl
from bioextract.sinks.resumed import open_appended, open_resumed

INFO = ExtractorInfo(version="0", model="fake", config="0")
DAY = dt.date(2024, 9, 18)
A, B, C, D = (Article(f"text {name}", source=f"{name}.txt") for name in "abcd")
BAD = Article("refuse", source="bad.txt")


class Telling(Fake):
    """Records that tell the article's title and date, as real ones do."""

    def extract(self, article: Article) -> Record:
        info = ArticleInfo(
            id=article.id,
            source=article.source,
            title=article.title or "found in the text",
            published=article.published.isoformat() if article.published else None,
            published_from=article.published_from,
            characters=len(article.text),
        )
        return super().extract(article).model_copy(update={"article": info})


def do(articles: Sequence[Article | ReadError], sink: Sink) -> Summary:
    summary = Summary()
    run_batch(extract_outcomes(articles, Work(Telling), sink=sink), sink, None, summary=summary)
    return summary


def undisturbed(folder: Path, articles: Sequence[Article | ReadError]) -> bytes:
    path = folder / "undisturbed.jsonl"
    with open_jsonl(path) as sink:
        do(articles, sink)
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.mark.parametrize(
    ("before", "now", "skipped"),
    [
        ([], [A, B], 0),
        ([A, B], [A, B, C], 2),
        ([A, B], [A, B], 2),
        ([A, BAD, B], [A, BAD, B, C], 2),
        ([A, BAD, B], [A, Article("repaired", source="bad.txt"), B, C], 2),
        ([A, C], [A, B, C, D], 2),  # a new file between those that were there
        ([A, B, C], [A, C, D], 2),  # one is gone
        ([A, B, C], [A, replace(B, text="changed"), C], 2),
        ([A, B], [replace(A, title="changed"), B], 1),
        ([replace(A, title="given"), B], [replace(A, title="given"), B], 2),
        ([A, B], [replace(A, published=DAY, published_from="option"), B], 1),
        ([replace(A, published=DAY, published_from="option"), B], [A, B], 1),
        ([A, B], [B, A], 2),
        ([A, A], [A, A, A], 2),  # the same line twice in the inputs
        ([A, A, A, B], [A, A, B], 3),
        ([A, replace(B, source="a.txt")], [A, replace(B, source="a.txt"), C], 2),
        ([A], [ReadError("x.jsonl#1", "broken", line=1), A, ReadError("x.jsonl#2", "broken", line=2), B], 1),
    ],
)
@pytest.mark.parametrize("torn", [b"", b'{"schema_version":"1.0","extr'])
def test_same_bytes_as_undisturbed(
    tmp_path: Path, before: list[Article], now: list[Article | ReadError], skipped: int, torn: bytes
) -> None:
    path = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").write_bytes(undisturbed(tmp_path, before) + torn)
    with open_resumed(path, INFO) as sink:
        summary = do(now, sink)
    assert path.read_bytes() == undisturbed(tmp_path, now)
    assert summary.skipped == skipped
    assert list(tmp_path.iterdir()) == [path]


def test_a_whole_file_over_which_the_inputs_have_grown(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(before := undisturbed(tmp_path, [A, C]))
    with open_resumed(path, INFO) as sink:
        assert do([A, B, C], sink).skipped == 2
        assert path.read_bytes() == before
    assert path.read_bytes() == undisturbed(tmp_path, [A, B, C])
    other = INFO.model_copy(update={"version": "2"})
    with pytest.raises(UsageError, match=r"out\.jsonl:1: made by another"), open_resumed(path, other):
        pass
    assert path.read_bytes() == undisturbed(tmp_path, [A, B, C])
    assert list(tmp_path.iterdir()) == [path]


LINES = [Article(f"text {i}", source=f"in/x.jsonl#{i}") for i in range(4)]
CUT = ReadError("in/x.jsonl", "damaged gzip data")


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([*LINES, A], [*LINES[:2], CUT, A], [*LINES, A]),  # a file that is cut short
        ([*LINES, A], [*LINES[:2], ReadError("in/x.jsonl#3", "broken", line=3), A], [*LINES, A]),
        ([*LINES, A], [CUT, A], [*LINES, A]),
        ([*LINES, A], [CUT, A, B], [*LINES, A, B]),
        ([*LINES, A], [replace(LINES[0], text="changed"), CUT, A], [replace(LINES[0], text="changed"), *LINES[1:], A]),
        ([*LINES, A], [replace(LINES[0], text="refuse"), CUT, A], [*LINES[1:], A]),
        ([*LINES, A, C], [ReadError("in", "no articles found in folder"), A], [*LINES, A]),
        ([*LINES, A], [ReadError("in/*.jsonl", "no article matches the pattern"), A], [*LINES, A]),
        ([*LINES, A], [ReadError("*/x.jsonl", "no article matches the pattern"), A], [*LINES, A]),
        ([*LINES, A], [ReadError("on", "no such file"), A], [A]),
        (
            [*LINES, A],
            [ReadError("in/y*.jsonl", "no article matches the pattern"), ReadError("i", "no"), A],
            [*LINES, A],
        ),
        ([*LINES, A], [ReadError("in/y/*.jsonl", "no article matches the pattern"), A], [A]),
        ([*LINES, A], [ReadError("in/x.jsonl#no", "cut off"), A], [A]),
        ([*LINES, A], [ReadError("in/x", "no such file"), A], [A]),
        ([A, B], [ReadError("a.txt", "empty"), B], [A, B]),
    ],
)
def test_what_cannot_be_read_keeps_its_records(
    tmp_path: Path, before: list[Article], now: list[Article | ReadError], expected: list[Article]
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(undisturbed(tmp_path, before))
    told: list[str] = []
    with open_resumed(path, INFO, told.append) as sink:
        do(now, sink)
    assert path.read_bytes() == undisturbed(tmp_path, expected)
    assert any("left out" in line for line in told) == bool({*before} - {*expected})
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("now", [[], [ReadError("elsewhere", "no such file")], [CUT]])
@pytest.mark.parametrize("there", ["empty whole", "whole", "part", "whole and part"])
def test_where_no_article_is_found_all_stays(tmp_path: Path, now: list[Article | ReadError], there: str) -> None:
    path, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    lines = undisturbed(tmp_path, [A, *LINES])
    if "whole" in there:
        path.write_bytes(lines if "empty" not in there else b"")
    if "part" in there:
        part.write_bytes(lines[: lines.index(b"\n") + 1])
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    with open_resumed(path, INFO) as sink:
        do(now, sink)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_the_first_run_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with open_resumed(path, INFO) as sink:
        do([CUT], sink)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b""


def test_interrupted_again(tmp_path: Path) -> None:
    path, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    part.write_bytes(undisturbed(tmp_path, [C]))
    with pytest.raises(KeyError), open_resumed(path, INFO) as sink:
        do([A], sink)
        raise KeyError
    assert part.read_bytes() == undisturbed(tmp_path, [C, A])
    with open_resumed(path, INFO) as sink:
        assert do([A, B, C], sink).skipped == 2
    assert path.read_bytes() == undisturbed(tmp_path, [A, B, C])


def test_done_beyond_what_is_not_done(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    lines = undisturbed(tmp_path, [A, B, C, D]).splitlines(keepends=True)
    with pytest.raises(KeyError), open_resumed(path, INFO) as sink:
        for _ in sink.pending([A, B, C, D]):
            pass
        sink.leave()
        sink.write(lines[1])
        sink.leave()
        sink.write(lines[3])
        raise KeyError
    with open_resumed(path, INFO) as sink:
        assert do([A, B, C, D], sink).skipped == 2
    assert path.read_bytes() == b"".join(lines)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("words\n", ":1: no record of bioextract"),
        ("[]\n", ":1: no record of bioextract"),
        ('{"article": {"source": "a", "id": "b"}}\n', ":1: no record of bioextract"),
        (
            '{"extractor": {"version": "9", "model": "m", "config": "c"}, "article": {"source": "a", "id": "b"}}\n',
            r":1: made by another extractor \(9, m, c; this one is 0, fake, 0\)",
        ),
    ],
)
@pytest.mark.parametrize("open_sink", [open_resumed, open_appended])
def test_a_part_that_does_not_fit(tmp_path: Path, content: str, message: str, open_sink: type) -> None:
    part = tmp_path / "out.jsonl.part"
    part.write_text(content)
    with pytest.raises(UsageError, match=message), open_sink(tmp_path / "out.jsonl", INFO):
        pass
    assert part.read_text() == content


def test_beside_a_database_no_record_comes_twice(tmp_path: Path) -> None:
    path, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    lines = undisturbed(tmp_path, [A, B, B, C]).splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:3]) + b"torn")
    with open_appended(path, INFO) as sink:
        assert list(sink.pending([B, C])) == [B, C]
        for line in lines[1:]:  # the database has committed A only
            sink.write(line)
    assert path.read_bytes() == b"".join(lines)
    assert json.loads(lines[3])["article"]["source"] == "c.txt"
