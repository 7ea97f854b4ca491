"""Verdicts beside records: appended, read back, torn lines, other files."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import stories
from invented import write_records
from stories import PREVIEW, RESULT
from verdict_maker import add, judge

from bioextract.errors import ReadError, UsageError
from bioextract.report.source import read_files
from bioextract.verdicts.file import VerdictFile, by_article, read_verdicts, verdicts_path

RECORD = stories.preview()
RIGHT, WRONG = judge(RECORD, "age", "right"), judge(RECORD, "sponsor", "wrong")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "facts.verdicts.jsonl"
    file = VerdictFile(path)
    file.append(RIGHT)
    file.append(WRONG)
    file.close()
    return path


def test_where_it_is() -> None:
    assert verdicts_path(Path("in/facts.jsonl")) == Path("in/facts.verdicts.jsonl")
    assert verdicts_path(Path("facts.jsonl.gz")) == Path("facts.verdicts.jsonl")


def test_written_and_read(path: Path) -> None:
    assert read_verdicts(path) == [RIGHT, WRONG]


@pytest.mark.parametrize("kept", [0, 1, 40, -2])
def test_a_torn_line_is_left_out_and_written_over(path: Path, kept: int) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1][:kept])
    assert read_verdicts(path) == [RIGHT]
    file = VerdictFile(path)
    file.append(WRONG)
    file.close()
    assert path.read_bytes() == b"".join(lines)


def test_a_broken_line_amid_others_is_told(path: Path) -> None:
    path.write_bytes(b'{"article": 1}\n' + path.read_bytes())
    with pytest.raises(ReadError, match=r"facts\.verdicts\.jsonl:1: no verdict of bioextract"):
        VerdictFile(path)


@pytest.mark.parametrize("content", [b'{"my": "settings"}', b"some words", b'{"article": "sha', b"\x00"])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"settings\.json:1: no verdict of bioextract"):
        VerdictFile(path)
    assert path.read_bytes() == content


def test_a_compressed_file_is_left_as_it_is(path: Path) -> None:
    packed = path.with_name("facts.verdicts.jsonl.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    before = packed.read_bytes()
    with pytest.raises(UsageError, match="unpack it"):
        VerdictFile(packed)
    assert packed.read_bytes() == before
    assert read_verdicts(packed) == [RIGHT, WRONG]


def test_one_desk_at_a_time(path: Path) -> None:
    file = VerdictFile(path)
    with pytest.raises(UsageError, match="another run is writing to it"):
        VerdictFile(path)
    file.close()


def test_what_is_read_with_the_records(path: Path) -> None:
    records = write_records(path.with_name("facts.jsonl"), RECORD, stories.result())
    [preview, result] = read_files(records).articles()
    assert preview.people[0].sponsors == []
    assert preview.people[0].age
    assert preview.people[0].age.confidence == 1
    assert result == stories.result()


def test_another_file_of_verdicts(path: Path, tmp_path: Path) -> None:
    records = write_records(tmp_path / "other.jsonl", RECORD)
    [plain] = read_files(records).articles()
    [judged] = read_files(records, verdicts=path).articles()
    assert (plain, judged.people[0].sponsors) == (RECORD, [])


def test_by_article() -> None:
    other = add(RESULT, "Lars Holm", "age", "30", value=30)
    assert by_article([RIGHT, other, WRONG]) == {PREVIEW.id: [RIGHT, WRONG], RESULT.id: [other]}
