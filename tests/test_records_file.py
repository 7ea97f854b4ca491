from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import stories
from invented import write_records

from bioextract.errors import ReadError, UsageError
from bioextract.records_file import read_records

LINE = stories.result().model_dump_json()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_records(tmp_path / "records.jsonl", stories.preview(), stories.result())


def test_records_come_back_as_they_were(path: Path) -> None:
    path.write_text(path.read_text() + "\n  \n")
    assert list(read_records(path)) == [stories.preview(), stories.result()]


def test_gzip(path: Path) -> None:
    packed = path.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert len(list(read_records(packed))) == 2
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(ReadError, match="damaged gzip"):
        list(read_records(packed))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (LINE[:-40], "ends in the middle of a record"),
        (LINE[:-40] + "\n", "no JSON"),
        ('{"source": "a.txt", "message": "empty"}\n', "it has no schema_version"),
        ("[1]\n", "it has no schema_version"),
        (json.dumps(json.loads(LINE) | {"schema_version": "2.0"}) + "\n", r"schema version is '2.0'.*reads '1.0'"),
        (json.dumps(json.loads(LINE) | {"people": [{"name": 1}]}) + "\n", "people.0.name: "),
        ("[" * 100_000 + "\n", "no JSON"),
        ("\x00\n", "no JSON"),
    ],
)
def test_what_is_no_record_is_told_with_its_line(path: Path, line: str, reason: str) -> None:
    with path.open("a") as file:
        file.write(line)
    with pytest.raises(ReadError, match=reason) as caught:
        list(read_records(path))
    assert caught.value.line == 3
    assert "\n" not in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        list(read_records(tmp_path / "none.jsonl"))
    with pytest.raises(UsageError, match="is a folder"):
        list(read_records(tmp_path))
