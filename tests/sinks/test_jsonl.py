from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bioextract.errors import UsageError
from bioextract.sinks.jsonl import LineFile, open_jsonl


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"", b""),
        (b"one\n", b"one\n"),
        (b"one\ntw", b"one\n"),
        (b"torn", b""),
        (b"one\n" + b"x" * 100_000, b"one\n"),
        (b"x" * 100_000 + b"\ntorn", b"x" * 100_000 + b"\n"),
        (b"\0" * 20_000, b""),
    ],
)
def test_a_torn_last_line_is_dropped(tmp_path: Path, content: bytes, kept: bytes) -> None:
    path = tmp_path / "lines"
    path.write_bytes(content)
    with LineFile(path, goes_on=True) as file:
        assert b"".join(line for _, line in file.lines()) == kept
        start = file.append(b"next\n")
        assert file.line_at(start) == b"next\n"
    assert path.read_bytes() == kept + b"next\n"


def test_a_file_that_does_not_go_on_begins_empty(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"old\n")
    with LineFile(path):
        assert path.read_bytes() == b""


def test_one_process_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    with LineFile(path) as file:
        file.append(b"precious\n")
        for goes_on in (True, False):
            with pytest.raises(UsageError, match="another run is writing to it"):
                LineFile(path, goes_on=goes_on)
    assert path.read_bytes() == b"precious\n"


class FullDisk(LineFile):
    """Takes ten bytes, then no more."""

    def write(self, data: object) -> int:
        size = self.seek(0, os.SEEK_END)
        if size >= 10:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(memoryview(data)[: 10 - size])  # type: ignore[arg-type]


def test_a_line_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    with FullDisk(path) as file:
        file.append(b"one\n")
        with pytest.raises(OSError, match="No space left") as caught:
            file.append(b"a longer line\n")
        assert caught.value.filename == str(path)
    assert path.read_bytes() == b"one\n"


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(KeyError), open_jsonl(path) as sink:
        sink.write(b"1\n")
        raise KeyError
    assert not path.exists()
    assert (tmp_path / "out.jsonl.part").read_bytes() == b"1\n"
    with open_jsonl(path) as sink:
        sink.write(b"2\n")
    assert path.read_bytes() == b"2\n"
    assert list(tmp_path.iterdir()) == [path]
