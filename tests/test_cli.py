"""The command line in a subprocess: every flag by its effect, every exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import subprocess
from pathlib import Path

import pytest
from command_line import ANNA, COMMAND, LARS, call, lines_of, sources, write_articles

import bioextract


class TestRun:
    def test_records_on_stdout_the_rest_on_stderr(self, folder: Path) -> None:
        done = call("run", "in")
        assert done.returncode == 0
        assert sources(lines_of(done.stdout)) == ["in/anna.txt", "in/lars.txt"]
        assert done.stderr.startswith("2 articles, 2 people, ")
        assert "\x1b" not in done.stderr

    def test_output_file_and_the_first_athletes(self, folder: Path) -> None:
        done = call("run", "in", "-o", "out.jsonl")
        assert (done.returncode, done.stdout) == (0, "")
        assert sources(lines_of((folder / "out.jsonl").read_text())) == ["in/anna.txt", "in/lars.txt"]
        assert "Anna Berg" in done.stderr
        assert "Sweden" in done.stderr
        assert not (folder / "out.jsonl.part").exists()

    def test_jobs_give_the_same_bytes(self, folder: Path) -> None:
        write_articles(folder / "in" / "more.jsonl", [ANNA, LARS, ""] * 20)
        one, two = call("run", "in"), call("run", "in", "-j", "2")
        assert one.stdout == two.stdout
        assert (one.returncode, two.returncode) == (3, 3)
        assert len(lines_of(one.stdout)) == 42

    def test_published(self, folder: Path) -> None:
        article = lines_of(call("run", "in", "--published", "2023-08-26").stdout)[0]["article"]
        assert (article["published"], article["published_from"]) == ("2023-08-26", "option")

    def test_min_confidence(self, folder: Path) -> None:
        assert lines_of(call("run", "in").stdout)[0]["people"]
        assert not any(record["people"] for record in lines_of(call("run", "in", "--min-confidence", "1").stdout))

    def test_max_characters(self, folder: Path) -> None:
        done = call("run", "in", "--max-characters", "80")
        assert (done.returncode, sources(lines_of(done.stdout))) == (3, ["in/lars.txt"])
        assert "in/anna.txt: " in done.stderr

    def test_fields(self, folder: Path) -> None:
        Path("other.json").write_text(json.dumps({"body": ANNA, "headline": "A headline"}))
        assert call("run", "other.json").returncode == 3
        done = call("run", "other.json", "--fields", "text=body,title=headline")
        assert lines_of(done.stdout)[0]["article"]["title"] == "A headline"

    def test_stdin(self, folder: Path) -> None:
        assert lines_of(call("run", "-", stdin=ANNA).stdout)[0]["people"][0]["name"] == "Anna Berg"
        done = call("run", "-", "--stdin-format", "jsonl", stdin=json.dumps({"text": ANNA}) + "\n")
        assert lines_of(done.stdout)[0]["people"][0]["name"] == "Anna Berg"

    def test_rejects(self, fake: Path) -> None:
        write_articles(fake / "bad.jsonl", ["fine", "crash", "", "fine"])
        done = call("run", "bad.jsonl", "missing.txt", "--rejects", "rejects.jsonl")
        assert (done.returncode, len(lines_of(done.stdout))) == (3, 2)
        rejects = lines_of((fake / "rejects.jsonl").read_text())
        assert [(r["source"], r["line"], r["stage"], r["error"]) for r in rejects] == [
            ("bad.jsonl#1", None, "extract", "ExtractError"),
            ("bad.jsonl#2", 3, "read", "ReadError"),
            ("missing.txt", None, "read", "ReadError"),
        ]
        assert rejects[0]["message"] == "unexpected ValueError: boom"
        assert rejects[0]["version"] == bioextract.__version__
        told = done.stderr.splitlines()
        assert told[0] == "bad.jsonl#1: unexpected ValueError: boom"
        assert told[1].startswith("bad.jsonl:3: ")
        assert told[2].startswith("missing.txt: ")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_fail_fast(self, fake: Path, jobs: str) -> None:
        write_articles(fake / "bad.jsonl", ["fine", "crash", "fine"])
        done = call("run", "bad.jsonl", "-j", jobs, "--fail-fast", "-o", "out.jsonl")
        assert done.returncode == 1
        assert "bioextract: stopped at the first rejected article (--fail-fast)" in done.stderr
        assert sources(lines_of((fake / "out.jsonl.part").read_text())) == ["bad.jsonl#0"]
        assert not (fake / "out.jsonl").exists()

    def test_a_worker_that_dies(self, fake: Path) -> None:
        write_articles(fake / "bad.jsonl", [*["fine"] * 20, "die", *["fine"] * 20])
        done = call("run", "bad.jsonl", "-j", "2")
        assert (done.returncode, len(lines_of(done.stdout))) == (3, 40)
        assert done.stderr.startswith("bad.jsonl#20: the process that worked on this article died")

    @pytest.mark.parametrize("output", ["-o", "--rejects"])
    def test_force(self, fake: Path, output: str) -> None:
        (fake / "old.jsonl").write_text("precious")
        done = call("run", "in", output, "old.jsonl")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("bioextract: old.jsonl: exists; --force overwrites it")
        assert (fake / "old.jsonl").read_text() == "precious"
        assert call("run", "in", output, "old.jsonl", "--force").returncode == 0
        assert (fake / "old.jsonl").read_text() != "precious"

    @pytest.mark.parametrize(
        ("path", "output"),
        [
            ("in/anna.txt", "in/anna.txt"),
            ("in", "in/out.jsonl"),
            (".", "in/out.JSONL.gz"),
            ("in/*.jsonl", "in/out.jsonl"),
        ],
    )
    @pytest.mark.parametrize("option", ["-o", "--rejects"])
    def test_an_output_is_no_input(self, fake: Path, path: str, output: str, option: str) -> None:
        done = call("run", path, option, output, "--force")
        assert (done.returncode, done.stdout) == (2, "")
        assert "would be read as an input" in done.stderr
        assert (fake / "in" / "anna.txt").read_text() == ANNA

    def test_outputs_beside_the_inputs_are_fine(self, fake: Path) -> None:
        assert call("run", "in/*.txt", "-o", "in/out.jsonl", "--rejects", "in/rejects.jsonl").returncode == 0

    def test_records_and_rejects_are_two_files(self, fake: Path) -> None:
        assert call("run", "in", "-o", "a.jsonl", "--rejects", "./a.jsonl").returncode == 2

    def test_an_output_that_is_a_device_or_a_link_stays_one(self, fake: Path) -> None:
        assert call("run", "in", "-o", "/dev/null").returncode == 0
        assert not Path("/dev/null").is_file()
        (fake / "link.jsonl").symlink_to("target.jsonl")
        assert call("run", "in", "-o", "link.jsonl").returncode == 0
        assert (fake / "link.jsonl").is_symlink()
        assert len(lines_of((fake / "target.jsonl").read_text())) == 2

    def test_quiet_and_verbose(self, fake: Path) -> None:
        write_articles(fake / "bad.jsonl", ["crash"])
        assert call("run", "in", "-q").stderr == ""
        assert call("run", "in", "-q", "-o", "out.jsonl").stderr == ""
        assert call("run", "bad.jsonl", "-q").stderr == "bad.jsonl#0: unexpected ValueError: boom\n"
        told = call("run", "in", "bad.jsonl", "-v").stderr
        assert told.startswith("in/anna.txt: 0 people, 0 facts\nin/lars.txt: ")
        assert "Traceback" in told

    def test_progress_only_on_a_terminal(self, fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        ours, theirs = pty.openpty()
        subprocess.run([*COMMAND, "run", "many.jsonl", "-o", "out.jsonl"], stderr=theirs, check=True)
        os.close(theirs)
        shown = os.read(ours, 100_000).decode()
        os.close(ours)
        assert re.search("40 (of 40 )?articles, 0 rejected", shown)
        assert "of 40" not in call("run", "many.jsonl", "-o", "other.jsonl").stderr


class TestExitCodes:
    """0, 1 (fail fast), 2 (force) and 3 (rejects) are above."""

    @pytest.mark.parametrize("args", [["run", "nowhere"], ["run", "empty"], ["run", "empty/*.txt"]])
    def test_nothing_matched(self, fake: Path, args: list[str]) -> None:
        (fake / "empty").mkdir()
        done = call(*args)
        assert (done.returncode, done.stdout) == (4, "")
        assert args[1] in done.stderr

    def test_a_bad_file_is_rejected_and_not_missing(self, fake: Path) -> None:
        (fake / "empty.txt").touch()
        assert call("run", "empty.txt").returncode == 3

    @pytest.mark.parametrize(
        "args",
        [
            ["run"],
            ["walk"],
            ["run", "in", "-j", "0"],
            ["run", "in", "--published", "August"],
            ["run", "in", "--fields", "body=text"],
            ["run", "in", "--min-confidence", "2"],
            ["run", "in", "--stdin-format", "docx"],
            ["run", "in", "-o", "in"],
            ["eval", "nowhere", "in/anna.txt"],
        ],
    )
    def test_usage(self, fake: Path, args: list[str]) -> None:
        done = call(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr

    @pytest.mark.parametrize("output", ["/dev/full", "nowhere/out.jsonl"])
    def test_an_output_that_cannot_be_written(self, fake: Path, output: str) -> None:
        done = call("run", "in", "-o", output)
        assert done.returncode == 1
        assert done.stderr.startswith(f"bioextract: {'/dev/full' if output == '/dev/full' else fake}")
        assert len(done.stderr.splitlines()) == 1

    def test_a_full_disk_under_stdout(self, fake: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*COMMAND, "run", "in"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr == "bioextract: standard output: No space left on device\n"

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_a_reader_that_stops_early(self, fake: Path, jobs: str) -> None:
        write_articles(fake / "many.jsonl", ["plain text"] * 2000)
        command = [*COMMAND, "run", "many.jsonl", "-q", "-j", jobs]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stderr
            assert json.loads(process.stdout.readline())
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0


class TestExtract:
    def test_json(self, folder: Path) -> None:
        done = call("extract", "in/anna.txt", "--published", "2023-08-26")
        assert done.returncode == 0
        record = json.loads(done.stdout)
        assert done.stdout == json.dumps(record, indent=2, ensure_ascii=False) + "\n"
        assert record["people"][0]["age"]["value"] == 29
        assert record["article"]["published"] == "2023-08-26"

    def test_stdin(self, folder: Path) -> None:
        assert json.loads(call("extract", "-", stdin=ANNA).stdout)["people"][0]["name"] == "Anna Berg"

    def test_text_where_it_is_asked_for(self, folder: Path) -> None:
        done = call("extract", "in/anna.txt", "--format", "text")
        assert done.stdout.startswith("in/anna.txt\n\nAnna Berg\n")
        assert "is a [Swedish] hurdler" in done.stdout
        assert "\x1b" not in done.stdout

    def test_text_on_a_terminal(self, folder: Path) -> None:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        subprocess.run([*COMMAND, "extract", "in/anna.txt"], stdout=theirs, check=True, env=environment)
        os.close(theirs)
        shown = os.read(ours, 100_000).decode()
        os.close(ours)
        assert re.search(r"\x1b\[[0-9;]*mSwedish", shown)
        assert "[Swedish]" not in shown

    def test_min_confidence(self, folder: Path) -> None:
        assert json.loads(call("extract", "in/anna.txt", "--min-confidence", "1").stdout)["people"] == []

    def test_an_article_that_cannot_be_read(self, folder: Path) -> None:
        done = call("extract", "missing.txt")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("bioextract: missing.txt: ")
        assert len(done.stderr.splitlines()) == 1


class TestEval:
    @pytest.fixture
    def gold(self, folder: Path) -> Path:
        facts = [{"type": "age", "subject": "Anna Berg", "quote": "29", "value": 29}]
        gold = {"id": "0", "people": [{"name": "Anna Berg", "aliases": []}], "facts": facts}
        (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n")
        write_articles(folder / "texts.jsonl", [ANNA])
        return folder

    def test_table(self, gold: Path) -> None:
        done = call("eval", "gold.jsonl", "texts.jsonl")
        assert done.returncode == 0
        rows = {line[:34].strip(): line[34:].split() for line in done.stdout.splitlines()}
        assert rows["age"] == ["1.000", "1.000", "1.000", "1", "1"]
        assert "'with_record': 1" in done.stdout
        assert "evidence {'good':" in done.stdout

    def test_json_and_jobs(self, gold: Path) -> None:
        done = call("eval", "gold.jsonl", "texts.jsonl", "--json", "-j", "2")
        assert json.loads(done.stdout)["by_type"]["age"]["f1"] == 1

    def test_records_made_before_and_show(self, gold: Path) -> None:
        (gold / "records.jsonl").write_text(json.dumps({"article": {"id": "0"}, "people": []}) + "\n")
        done = call("eval", "gold.jsonl", "texts.jsonl", "--records", "records.jsonl", "--show", "1")
        assert "ALL FACTS                           0.000" in done.stdout
        assert done.stderr.startswith("missed   0: Anna Berg: ")
        assert call("eval", "gold.jsonl", "texts.jsonl", "--records", "records.jsonl").stderr == ""

    @pytest.mark.parametrize("content", ["{broken", "{}", "[]", '{"id": "0", "facts": [{}]}'])
    def test_files_that_are_something_else(self, gold: Path, content: str) -> None:
        (gold / "gold.jsonl").write_text(content)
        done = call("eval", "gold.jsonl", "texts.jsonl", "--records", "gold.jsonl")
        assert done.returncode == 1
        assert done.stderr.startswith("bioextract: gold.jsonl")
        assert len(done.stderr.splitlines()) == 1


def test_schema() -> None:
    schema = json.loads(call("schema").stdout)
    assert schema["title"] == "Record"
    assert "olympic_count" in schema["$defs"]["Person"]["properties"]


def test_version() -> None:
    assert call("--version").stdout == f"bioextract {bioextract.__version__}\n"


def test_help_tells_the_exit_codes() -> None:
    shown = call("-h").stdout
    assert shown == call("--help").stdout
    for code in ("0  all well", "1  the run", "2  wrong", "3  some", "4  nothing", "130  interrupted"):
        assert code in shown


def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(3):
        call("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 3
    assert seconds < 0.2
