"""`bioextract review` and `bioextract export` as commands: bad input, exit codes, the corpus that comes out."""

from __future__ import annotations

import csv
import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import stories
from command_line import ANNA
from invented import write_records
from verdict_maker import add, judge

from bioextract.cli import main
from bioextract.verdicts.file import VerdictFile, verdicts_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with records whose texts are in `texts.jsonl`."""
    monkeypatch.chdir(tmp_path)
    write_records(tmp_path / "facts.jsonl", stories.preview(), stories.result())
    texts = [{"id": article.title, "text": article.text} for article in (stories.PREVIEW, stories.RESULT)]
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts))
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = main(list(args))
    return code, capsys.readouterr().err


class TestReview:
    def test_serves_until_it_is_interrupted(self, folder: Path) -> None:
        command = [sys.executable, "-m", "bioextract", "review", "facts.jsonl", "--texts", "texts.jsonl"]
        # Where the tests run in the background of a shell, what they start would not hear Ctrl-C.
        command = ["env", "--default-signal=INT", *command]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert process.stderr
        told = process.stderr.readline()
        match = re.fullmatch(r"review: (http://127\.0\.0\.1:\d+/[\w-]{32}/) \(Ctrl-C ends it\)\n", told)
        assert match, told
        with urllib.request.urlopen(f"{match.group(1)}api/articles/0") as response:
            assert json.load(response)["text"] == stories.PREVIEW.text
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stderr.read() == "review: ended; every verdict is kept\n"

    @pytest.mark.parametrize(
        ("args", "code", "reason"),
        [
            (["none.jsonl"], 2, "none.jsonl: no such file"),
            (["."], 2, "is a folder"),
            (["sqlite:///none.db"], 2, "no such database"),
            (["facts.jsonl", "--texts", "none"], 2, "no article there"),
            (["sqlite:///x.db", "--verdicts", "v.jsonl"], 2, "a database holds its own"),
            (["mysql://host/db"], 2, "is no known database"),
            (["old.jsonl"], 1, "old.jsonl:1: no record of bioextract: its schema version is '0.9'"),
            (["cut.jsonl"], 1, "cut.jsonl:2: the file ends in the middle of a record"),
            (["facts.jsonl", "--verdicts", "facts.jsonl"], 1, "facts.jsonl:1: no verdict of bioextract"),
            (["facts.jsonl", "--verdicts", "no/such/v.jsonl"], 1, "no/such/v.jsonl: No such file"),
            (["facts.jsonl", "--verdicts", "/sys/v.jsonl"], 1, "/sys/v.jsonl: Permission denied"),  # for root, too
            (["foreign.db"], 2, "foreign.db: is an SQLite database; name it as sqlite:///foreign.db"),
            (["sqlite:///foreign.db"], 2, "holds no facts yet"),
            (["sqlite:///broken.db"], 1, "file is not a database"),
        ],
    )
    def test_bad_input(
        self, folder: Path, capsys: pytest.CaptureFixture[str], args: list[str], code: int, reason: str
    ) -> None:
        whole = (folder / "facts.jsonl").read_text()
        (folder / "old.jsonl").write_text(whole.replace('"schema_version":"1.0"', '"schema_version":"0.9"'))
        (folder / "cut.jsonl").write_text(whole[:-40])
        (folder / "broken.db").write_text("no database at all, but long enough to look at " * 9)
        connection = sqlite3.connect(folder / "foreign.db")
        connection.execute("CREATE TABLE shoes (size INTEGER)")
        connection.close()
        found, told = call(capsys, "review", *args)
        assert (found, reason in told) == (code, True), told
        assert told.count("\n") == 1

    def test_a_port_in_use(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            assert call(capsys, "review", "facts.jsonl", "--port", port) == (
                2,
                f"bioextract: port {port} is in use; name another one by --port, or leave it out\n",
            )

    def test_an_older_schema(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["db", "init", "sqlite:///facts.db"]) == 0
        connection = sqlite3.connect(folder / "facts.db")
        connection.execute("UPDATE bioextract_version SET version_num = '0001'")
        connection.commit()
        connection.close()
        capsys.readouterr()
        for command in (["review"], ["report", "-o", "x.html"], ["export", "-o", "out"]):
            code, told = call(capsys, *command, "sqlite:///facts.db")
            assert (code, "run: bioextract db upgrade" in told, told.count("\n")) == (2, True, 1)


def judged(folder: Path) -> None:
    file = VerdictFile(verdicts_path(folder / "facts.jsonl"))
    preview = stories.preview()
    file.append(judge(preview, "sponsor", "mended", name="Nordlys AS"))
    file.append(add(stories.PREVIEW, "Anna Berg", "residence", "Visby", value="Visby"))
    file.close()


def test_the_corpus(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged(folder)
    options = ["--below", "0.5", "--texts", "texts.jsonl", "--export-corpus", "gold"]
    assert call(capsys, "review", "facts.jsonl", *options) == (
        0,
        "gold: 1 articles, 11 facts; left out: 0 with facts still to judge, 0 without their text\n",
    )
    assert call(capsys, "review", "facts.jsonl", *options)[0] == 2
    assert main(["eval", "gold/gold.jsonl", "gold/texts.jsonl", "--records", "facts.jsonl", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["facts"]["gold"], result["facts"]["predicted"]) == (11, 10)
    assert result["by_type"]["residence"]["recall"] == 0
    assert result["facts"]["recall"] == round(10 / 11, 4)


class TestExport:
    def test_one_file_a_kind(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        judged(folder)
        code, told = call(capsys, "export", "facts.jsonl", "-o", "out")
        assert (code, len(told.splitlines())) == (0, 14)
        assert sorted(path.stem for path in Path("out").iterdir()) == sorted(
            ["articles", "people", "age", "birth_date", "birth_place", "nationality", "residence", "discipline", "count",
             "sponsor", "team", "relation", "mark", "participation"]
        )  # fmt: skip
        assert Path("out/sponsor.csv").read_text().splitlines()[1].split(",")[3:6] == ["Anna Berg", "Nordlys AS", ""]
        assert Path("out/team.csv").read_text().count("\n") == 1
        assert call(capsys, "export", "facts.jsonl", "-o", "out")[0] == 2
        assert call(capsys, "export", "facts.jsonl", "-o", "out", "--force")[0] == 0

    def test_nothing_is_left_of_one_that_fails(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        whole = (folder / "facts.jsonl").read_text()
        (folder / "cut.jsonl").write_text(whole[:-40])
        code, told = call(capsys, "export", "cut.jsonl", "-o", "out", "--format", "jsonl")
        assert (code, "ends in the middle" in told, list(Path("out").iterdir())) == (1, True, [])

    def test_no_formulas(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record = stories.preview().model_dump()
        record["people"][0]["sponsors"][0]["name"] = "=cmd|'/c calc'!A0"
        (folder / "evil.jsonl").write_text(json.dumps(record) + "\n")
        call(capsys, "export", "evil.jsonl", "-o", "out")
        assert "'=cmd" in Path("out/sponsor.csv").read_text()
        call(capsys, "export", "evil.jsonl", "-o", "out", "--format", "jsonl")
        assert json.loads(Path("out/sponsor.jsonl").read_text())["name"] == "=cmd|'/c calc'!A0"

    def test_a_carriage_return_ends_no_row(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record = stories.preview().model_dump()
        record["article"]["title"] = "one\rtwo"
        (folder / "old.jsonl").write_text(json.dumps(record) + "\n")
        call(capsys, "export", "old.jsonl", "-o", "out")
        with Path("out/articles.csv").open(newline="") as file:
            assert [row["title"] for row in csv.DictReader(file)] == ["one\rtwo"]
        assert b"\r\n" not in Path("out/people.csv").read_bytes()

    @pytest.mark.parametrize("args", [["facts.jsonl", "--format", "parquet"], ["sqlite:///facts.db"]])
    def test_tables_are_those_of_a_database(
        self, folder: Path, capsys: pytest.CaptureFixture[str], args: list[str]
    ) -> None:
        code, told = call(capsys, "export", *args, "--tables", "-o", "out")
        assert (code, "--tables is for a database, with --format parquet" in told) == (2, True)


@pytest.mark.parametrize(
    "command",
    [
        "report sqlite:///facts.db -o facts.db",
        "report sqlite:////{folder}/facts.db?timeout=3 -o facts.db",
        "export age.jsonl -o . --format jsonl",
        "export facts.jsonl -o . --verdicts age.csv",
        "review gold.jsonl --export-corpus .",
        "review facts.jsonl --texts texts.jsonl --export-corpus .",
    ],
)
def test_what_is_read_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    for name in ("facts.db", "age.jsonl", "age.csv", "gold.jsonl", "texts.jsonl"):
        (folder / name).write_bytes((folder / "facts.jsonl").read_bytes())
    code, told = call(capsys, *command.format(folder=str(folder)[1:]).split(), "--force")
    assert (code, "is read from" in told) == (2, True)


def test_frames() -> None:
    pytest.importorskip("pandas")
    from bioextract import records_to_frames

    frames = records_to_frames([stories.preview(), stories.result()])
    assert len(frames) == 14
    events = frames["participation"]
    assert list(events["event"][:2]) == ["Torsby Marathon", "Mora Half Marathon"]
    assert [str(kind) for kind in frames["age"].dtypes[["value", "as_of", "confidence"]]] == [
        "Int64",
        "string",
        "Float64",
    ]
    assert frames["people"]["marathon_count"].tolist()[1] == 12
    assert frames["people"]["marathon_count"].isna().sum() == 2
    assert len(frames["team"]) == 0
    assert "evidence_start" in frames["team"].columns
    text = stories.PREVIEW.text
    for row in frames["sponsor"].itertuples():
        start, end = int(str(row.evidence_start)), int(str(row.evidence_end))
        assert text[start:end] == row.evidence


def test_articles_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """From the article to the corpus and back, by way of the sources that the records name."""
    monkeypatch.chdir(tmp_path)
    Path("anna.txt").write_text(ANNA)
    assert main(["run", "anna.txt", "--rules-only", "-o", "facts.jsonl"]) == 0
    from bioextract.records_file import read_records

    [record] = read_records(Path("facts.jsonl"))
    file = VerdictFile(verdicts_path(Path("facts.jsonl")))
    file.append(judge(record, "nationality", "right"))
    file.close()
    capsys.readouterr()
    assert call(capsys, "review", "facts.jsonl", "--kind", "nationality", "--export-corpus", "gold")[0] == 0
    assert main(["eval", "gold/gold.jsonl", "gold/texts.jsonl", "--records", "facts.jsonl"]) == 0
