"""`bioextract report` and `bioextract diff` as commands: where texts come from, bad input, exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import stories
from command_line import call as call_process
from invented import write_records

from bioextract.cli import main


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


Call = Callable[..., Done]
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two records in the working directory; the source of the second, `in/result.txt`, is there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "result.txt").write_text(stories.RESULT.text)
    return write_records(tmp_path / "facts.jsonl", stories.preview(), stories.result())


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs the command line in this process, for a new one takes a second to import all."""

    def run(*args: str | Path) -> Done:
        return Done(main(list(map(str, args))), *capsys.readouterr())

    return run


def texts_in(path: Path) -> list[bool]:
    index = re.search(r'id="index">(.*?)</script>', path.read_text())
    assert index
    return [article["hasText"] for article in json.loads(index.group(1))["articles"]]


def test_the_samples(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    done = call("report", SAMPLES / "records.jsonl", "--texts", SAMPLES / "articles", "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{out}: 27 articles (0 without their text), ")
    assert all(texts_in(out))
    assert out.stat().st_size < 27 * 15_000


class TestTexts:
    def test_from_the_sources_if_they_are_unchanged(self, call: Call, records: Path) -> None:
        done = call("report", "facts.jsonl", "-o", "out.html")
        assert "2 articles (1 without their text), 2 athletes" in done.stderr
        assert texts_in(Path("out.html")) == [False, True]
        Path("in/result.txt").write_text(stories.RESULT.text + " Changed.")
        call("report", "facts.jsonl", "-o", "out.html", "--force")
        assert texts_in(Path("out.html")) == [False, False]

    def test_from_files_that_are_named(self, call: Call, records: Path) -> None:
        Path("texts.jsonl").write_text(json.dumps({"id": "x", "body": stories.PREVIEW.text}))
        named = ["--texts", "texts.jsonl", "--texts", "in", "--fields", "text=body"]
        done = call("report", "facts.jsonl", "-o", "out.html", *named)
        assert done.returncode == 0
        assert texts_in(Path("out.html")) == [True, True]

    def test_none(self, call: Call, records: Path) -> None:
        call("report", "facts.jsonl", "-o", "out.html", "--no-texts")
        assert texts_in(Path("out.html")) == [False, False]
        assert "She has run" not in Path("out.html").read_text()

    def test_a_source_is_no_way_to_other_things_than_files(self, records: Path) -> None:
        lines = []
        for source in ("-", "/dev/stdin", "*", "/"):
            record = stories.result().model_dump()
            record["article"]["source"] = source
            lines.append(json.dumps(record))
        Path("facts.jsonl").write_text("\n".join(lines))
        done = call_process("report", "facts.jsonl", "-o", "out.html", stdin=stories.RESULT.text)
        assert (done.returncode, texts_in(Path("out.html"))) == (0, [False] * 4)


def test_rejects(call: Call, records: Path) -> None:
    rejects = [*stories.REJECTS, {"source": "x", "message": "slow", "seconds": float("nan"), "line": 1e999}]
    Path("rejects.jsonl").write_text("".join(json.dumps(reject) + "\n" for reject in rejects))
    assert call("report", "facts.jsonl", "-o", "out.html", "--rejects", "rejects.jsonl").returncode == 0
    page = Path("out.html").read_text()
    assert '"message":"empty"' in page
    assert '{"source":"x","message":"slow"}' in page


RECORD = stories.result().model_dump_json()


@pytest.mark.parametrize(
    "command",
    [
        ("report", "bad.jsonl", "-o", "out.html"),
        ("diff", "bad.jsonl", "facts.jsonl"),
        ("diff", "facts.jsonl", "bad.jsonl"),
    ],
)
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (RECORD[:-30], ":1: the file ends in the middle of a record"),
        (RECORD.replace('"1.0"', '"9.0"', 1) + "\n", ":1: no record of bioextract: its schema version is '9.0'"),
        ("{}\n", ":1: no record of bioextract: it has no schema_version"),
    ],
)
def test_bad_records(call: Call, records: Path, command: tuple[str, ...], content: str, reason: str) -> None:
    Path("bad.jsonl").write_text(content)
    done = call(*command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"bioextract: bad.jsonl{reason}")
    assert len(done.stderr.splitlines()) == 1
    assert not list(Path().glob("out.html*"))


@pytest.mark.parametrize("command", [("report", "no.jsonl", "-o", "out.html"), ("diff", "facts.jsonl", "no.jsonl")])
def test_no_records(call: Call, records: Path, command: tuple[str, ...]) -> None:
    assert call(*command) == (2, "", "bioextract: no.jsonl: no such file\n")


@pytest.mark.parametrize(
    ("arguments", "reason", "code"),
    [
        (["-o", "no/such/out.html"], "no/such/out.html: No such file or directory", 1),
        (["-o", "in"], "in: exists; --force overwrites it", 2),
        (["-o", "in", "--force"], "in: Is a directory", 1),
        (["-o", "facts.jsonl", "--force"], "facts.jsonl: is read from", 2),
        (["-o", "facts.verdicts.jsonl", "--force"], "facts.verdicts.jsonl: is read from", 2),
        (["-o", "in.html", "--texts", "in.html", "--force"], "in.html: is read from", 2),
        (["-o", "out.html", "--texts", "no"], "--texts no: no article there", 2),
        (["-o", "out.html", "--texts", "in", "--no-texts"], "--texts and --no-texts", 2),
        (["-o", "out.html", "--rejects", "no.jsonl"], "no.jsonl: no such file", 2),
        (["-o", "out.html", "--rejects", "facts.jsonl"], "facts.jsonl:1: no reject of bioextract", 1),
    ],
)
def test_bad_calls_leave_nothing_behind(
    call: Call, records: Path, arguments: list[str], reason: str, code: int
) -> None:
    before = records.read_bytes()
    done = call("report", "facts.jsonl", *arguments)
    assert done.returncode == code
    assert done.stderr.startswith(f"bioextract: {reason}")
    assert len(done.stderr.splitlines()) == 1
    assert not [*Path().glob("out.html*"), *Path().glob("*.part")]
    assert records.read_bytes() == before


def test_a_report_is_not_overwritten_by_chance(call: Call, records: Path) -> None:
    Path("out.html").write_text("mine")
    assert call("report", "facts.jsonl", "-o", "out.html").returncode == 2
    assert Path("out.html").read_text() == "mine"


def test_diff(call: Call, records: Path) -> None:
    write_records(Path("new.jsonl"), stories.preview())
    done = call("diff", "facts.jsonl", "new.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("only in the old run: in/result.txt\n")
    assert call("diff", "facts.jsonl", "new.jsonl", "--exit-code").returncode == 5
    assert call("diff", "facts.jsonl", "facts.jsonl", "--exit-code").returncode == 0
    assert json.loads(call("diff", "facts.jsonl", "new.jsonl", "--json").stdout)["only_old"] == ["in/result.txt"]
    assert len(call("diff", "facts.jsonl", "new.jsonl", "--summary").stdout.splitlines()) == 14
