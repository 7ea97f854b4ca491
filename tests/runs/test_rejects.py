"""The rejects file: nothing is lost and nothing is doubled, whatever run it comes from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bioextract.errors import ExtractError, ReadError, UsageError
from bioextract.runs.rejects import Reject, open_rejects

ENTRY = {"source": "a.txt", "line": None, "stage": "extract", "error": "ExtractError", "message": "m", "attempts": 1}


def write_entries(path: Path, *entries: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(ENTRY | entry) + "\n" for entry in entries))


def listed(path: Path) -> list[tuple[str, int | None, int]]:
    return [(e["source"], e["line"], e["attempts"]) for e in map(json.loads, path.read_text().splitlines())]


def reject(source: str, line: int | None = None) -> Reject:
    return Reject(source, line, "extract", "ExtractError", "again")


def test_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    surrogate = os.fsdecode(b"caf\xe9.txt")
    with open_rejects(path) as rejects:
        rejects.write(Reject.from_error(ReadError("Zoë.jsonl#2", "broken", line=2)))
        rejects.write(Reject.from_error(ExtractError(surrogate, "not English")))
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert list(first) == ["source", "line", "stage", "error", "message", "attempts", "version", "time"]
    assert (first["source"], first["line"], first["stage"], first["error"]) == ("Zoë.jsonl#2", 2, "read", "ReadError")
    assert first["attempts"] == 1
    assert first["time"].endswith("+00:00")
    assert (second["source"], second["line"], second["stage"]) == (surrogate, None, "extract")


def test_a_run_that_ends_leaves_its_own_rejects_with_attempts_counted_on(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write_entries(path, {}, {"source": "b.txt", "attempts": 3}, {"source": "done.txt"}, {"source": "gone.txt"})
    with open_rejects(path, goes_on=True) as rejects:
        rejects.write(reject("b.txt"))
        rejects.forgive("done.txt")
        rejects.write(reject("a.txt"))
        rejects.write(reject("new.txt"))
    assert listed(path) == [("b.txt", None, 4), ("a.txt", None, 2), ("new.txt", None, 1)]
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_that_breaks_off_keeps_what_it_has_not_decided(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write_entries(path, {}, {"source": "b.txt"}, {"source": "done.txt"}, {"source": "c.txt"})
    with pytest.raises(KeyError), open_rejects(path, goes_on=True) as rejects:
        rejects.write(reject("b.txt"))
        rejects.forgive("done.txt")
        raise KeyError
    assert listed(path) == [("a.txt", None, 1), ("c.txt", None, 1), ("b.txt", None, 2)]


def test_what_a_killed_run_has_left_double_is_single_again(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write_entries(path, {}, {"source": "b.txt"}, {"attempts": 2})
    with path.open("a") as file:
        file.write('{"source": "torn')
    with pytest.raises(KeyError), open_rejects(path, goes_on=True):
        raise KeyError
    assert listed(path) == [("b.txt", None, 1), ("a.txt", None, 2)]
    with open_rejects(path, goes_on=True) as rejects:
        rejects.write(reject("a.txt"))
    assert listed(path) == [("a.txt", None, 3)]


def test_two_lines_of_one_source_are_two_rejects(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    with open_rejects(path) as rejects:
        rejects.write(reject("x.csv#7", 7))
        rejects.write(reject("x.csv#7", 9))
    with pytest.raises(KeyError), open_rejects(path, goes_on=True):
        raise KeyError
    assert listed(path) == [("x.csv#7", 7, 1), ("x.csv#7", 9, 1)]


def test_without_going_on_it_begins_empty(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write_entries(path, {})
    with open_rejects(path):
        pass
    assert path.read_bytes() == b""


@pytest.mark.parametrize("content", ["words\n", "[]\n", "{}\n", '{"source": 1, "line": null}\n'])
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rejects.jsonl"
    path.write_text(content)
    with pytest.raises(UsageError, match=r"rejects\.jsonl:1: no reject"), open_rejects(path, goes_on=True):
        pass
    assert path.read_text() == content


@pytest.mark.parametrize("source", ["in#2/a.json", "in#2/a.json#x#y", "in#2/a.json#line 5"])
def test_the_file_of_a_line_is_told(source: str) -> None:
    assert str(Reject(source, 5, "read", "ReadError", "broken")) == "in#2/a.json:5: broken"
