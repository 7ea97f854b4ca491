"""What `--prune` deletes, and what it must not: articles are files on disk, read as `run` reads them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from databases import EXTRACTOR, aged, fetch, pair, write
from integrity import count_rows, find_problems

from bioextract.articles import Article, read_articles
from bioextract.runs.rejects import Reject
from bioextract.sinks.database import DatabasePlan, open_database

REJECT_REST = (None, "extract", "ExtractError", "not English")


@pytest.fixture(autouse=True)
def _is_whole(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "p").mkdir()
    monkeypatch.chdir(tmp_path / "p")
    yield
    assert find_problems(url) == []


def put(*names: str) -> None:
    """Files with one article each; in `.jsonl` there are those with the ids after the #."""
    for name in names:
        path, _, ids = name.partition(".jsonl#")
        path += ".jsonl" if ids else ""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"id": i, "text": f"{path} {i}"}) for i in ids.split(",")]
        Path(path).write_text("\n".join(lines) if ids else f"About {name}.")


def pairs_of(*paths: str) -> list[Any]:
    found = read_articles(paths)
    return [pair(a.text, aged(), source=a.source) if isinstance(a, Article) else Reject.from_error(a) for a in found]


def run(url: str, *paths: str, prune: bool = True) -> list[str]:
    """A run over the paths; gives what was deleted."""
    told: list[str] = []
    write(url, pairs_of(*paths), prune=prune, paths=paths, tell=told.append)
    return [line.removesuffix(": no more there, deleted from the database") for line in told]


def test_what_is_no_more_is_deleted_and_told(url: str) -> None:
    put("in/a.txt", "in/b.txt")
    write(url, [*pairs_of("in"), Reject("in/old.txt", *REJECT_REST)])
    Path("in/a.txt").unlink()
    assert run(url, "in") == ["in/a.txt"]
    assert fetch(url, "SELECT source FROM sources") == [("in/b.txt",)]
    assert fetch(url, "SELECT pruned FROM runs ORDER BY run_id") == [(0,), (1,)]
    assert count_rows(url)["rejects"] == 0


@pytest.mark.parametrize(
    ("paths", "is_deleted"),
    [
        (["in"], True),
        (["in/"], True),
        (["./in"], True),
        (["."], True),
        (["in/sub/*.txt"], True),
        (["in/*/*.txt"], True),
        (["in/**/*.txt"], True),
        (["in/**"], True),
        (["in/s*"], True),
        (["in/sub/[ab].txt"], True),
        (["other", "in/sub"], True),
        (["other"], False),
        (["in/sub/b.txt"], False),
        (["in/*.txt"], False),
        (["in/sub/?.md", "in/sub/b.txt"], False),
        (["in/sub/a.txt"], False),  # a path that is not there is no reason to delete anything
    ],
)
def test_a_deleted_file_under_the_paths(url: str, paths: list[str], is_deleted: bool) -> None:
    put("in/sub/a.txt", "in/sub/b.txt", "in/c.txt", "in/sub/d.md", "other/e.txt")
    run(url, ".")
    Path("in/sub/a.txt").unlink()
    assert run(url, *paths) == ["in/sub/a.txt"] * is_deleted


def test_a_line_that_its_file_has_no_more(url: str) -> None:
    put("in/many.jsonl#1,2,3")
    run(url, "in")
    put("in/many.jsonl#3,2")
    assert run(url, "in/*.jsonl") == ["in/many.jsonl#1"]
    Path("in/many.jsonl").write_text('{"id": 3, "text": "in/many.jsonl 3"}\nbroken')
    assert run(url, "in") == []  # a file that is not whole may have had more


def test_a_deleted_folder(url: str) -> None:
    put("in/2023/a.txt", "in/2023/deep/b.txt", "in/2024/a.txt")
    run(url, "in")
    shutil.rmtree("in/2023")
    assert run(url, "in") == ["in/2023/a.txt", "in/2023/deep/b.txt"]


class TestWhatIsStillThere:
    """None of these was under the paths, or is gone."""

    @pytest.mark.parametrize(
        ("before", "paths"),
        [
            (["in/sub/10.txt"], ["in/*.txt"]),
            (["in/a.txt"], ["in/*.json"]),
            (["in/a.txt"], ["in/*.json", "in/b.*"]),
            (["../p/other/20.txt"], ["."]),
            (["../q/20.txt"], ["."]),
            (["in#2/b.txt"], ["in"]),
            (["in/.hidden/a.txt"], ["in"]),
            (["in/a.txt"], ["in/b.txt"]),
        ],
    )
    def test_on_disk(self, url: str, before: list[str], paths: list[str]) -> None:
        put(*before, "in/b.txt")
        run(url, *before, prune=False)
        assert run(url, *paths) == []

    @pytest.mark.parametrize(
        ("source", "paths"),
        [
            ("-", ["."]),
            ("-#7", ["."]),
            ("https://example.org/a.html", ["."]),
            ("sha256:0", ["."]),
            ("/in/a.txt", ["."]),
            ("../in/a.txt", ["."]),
            ("in/sub/a.txt", ["in/*.txt"]),
            ("in#2/a.txt", ["in"]),
        ],
    )
    def test_elsewhere(self, url: str, source: str, paths: list[str]) -> None:
        put("in/b.txt")
        write(url, [pair("Elsewhere.", aged(), source=source)])
        assert run(url, *paths) == []

    def test_a_pattern_without_matches(self, url: str) -> None:
        put("in/a.json", "in/b.txt")
        write(url, [pair("One.", aged(), source="in/a.json")])
        Path("in/a.json").unlink()
        assert run(url, "in/*.json") == run(url, "in/*.json", "in/*.txt") == []

    def test_a_folder_with_a_number_sign_is_pruned_as_others(self, url: str) -> None:
        put("in#2/a.txt", "in#2/b.txt", "in#2/many.jsonl#1,2")
        run(url, "in#2")
        Path("in#2/b.txt").unlink()
        put("in#2/many.jsonl#2")
        assert run(url, "in#2") == ["in#2/b.txt", "in#2/many.jsonl#1"]
        Path("in#2/many.jsonl").unlink()
        assert run(url, "in#2") == ["in#2/many.jsonl#2"]

    @pytest.mark.parametrize("path", ["in", ".", "in/**"])
    def test_an_unmounted_share(self, url: str, path: str) -> None:
        """An empty folder, one that cannot be listed, a link that leads nowhere."""
        put("in/a.txt", "in/sub/b.txt", "in/deep/er/c.txt", "share/d.txt")
        Path("in/link").symlink_to("../share")
        run(url, "in")
        Path("in/sub/b.txt").unlink()
        Path("in/deep/er/c.txt").unlink()
        shutil.rmtree("share")
        assert run(url, path) == []

    def test_a_dead_mount(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        put("in/a.txt", "in/sub/b.txt")
        run(url, "in")
        shutil.rmtree("in/sub")

        def lstat(path: str) -> None:
            raise OSError(107, "Transport endpoint is not connected")

        monkeypatch.setattr("bioextract.sinks.database.prune.os.lstat", lstat)
        assert run(url, "in") == []

    def test_what_another_run_adds_meanwhile(self, url: str) -> None:
        put("in/a.txt", "in/many.jsonl#1")
        articles = [found for found in read_articles(["in"]) if isinstance(found, Article)]
        with open_database(url, DatabasePlan(EXTRACTOR, prune=True, paths=("in",))) as sink:
            for _, (_, line) in zip(sink.pending(articles), pairs_of("in"), strict=True):
                sink.write(line)
            put("in/new.txt", "in/many.jsonl#1,2")
            run(url, "in", prune=False)
        assert count_rows(url)["sources"] == 4


@pytest.mark.parametrize(
    ("reject", "left"),
    [
        (Reject("in", None, "read", "ReadError", "cannot be listed"), ["a.txt", "f.jsonl#2", "f.jsonl#3"]),
        (Reject("in/f.jsonl", None, "read", "ReadError", "damaged"), ["f.jsonl#2", "f.jsonl#3"]),
        (Reject("in/f.jsonl#line 2", 2, "read", "ReadError", "broken"), ["f.jsonl#2", "f.jsonl#3"]),
        (Reject("in/f.jsonl#2", 2, "extract", "ExtractError", "not English"), ["f.jsonl#2"]),
        (Reject("in/a.txt", None, "read", "ReadError", "permission denied"), ["a.txt"]),
    ],
)
def test_not_what_could_not_be_read(url: str, reject: Reject, left: list[str]) -> None:
    put("in/a.txt", "in/f.jsonl#2,3", "in/there.txt")
    run(url, "in/[af]*")
    for name in ("in/a.txt", "in/f.jsonl"):
        Path(name).unlink()
    write(url, [*pairs_of("in/there.txt"), reject], prune=True, paths=("in",))
    assert fetch(url, "SELECT source FROM sources WHERE source <> 'in/there.txt' ORDER BY source") == [
        (f"in/{name}",) for name in left
    ]


def test_not_without_the_option_nor_after_an_interruption(url: str) -> None:
    put("in/a.txt", "in/b.txt")
    run(url, "in")
    Path("in/a.txt").unlink()
    run(url, "in", prune=False)

    class StopError(Exception):
        pass

    def stop() -> Any:
        yield from pairs_of("in")
        raise StopError

    with pytest.raises(StopError):
        write(url, stop(), prune=True, paths=("in",))
    assert count_rows(url)["sources"] == 2


def test_a_copy_elsewhere_keeps_the_article(url: str) -> None:
    put("in/a.txt", "in/b.txt")
    write(url, [pair("Same.", aged(), source=source) for source in ("in/a.txt", "out/a.txt")])
    Path("in/a.txt").unlink()
    assert run(url, "in") == ["in/a.txt"]
    assert fetch(url, "SELECT source FROM articles ORDER BY source") == [("in/b.txt",), ("out/a.txt",)]
