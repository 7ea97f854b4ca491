"""`bioextract eval` in a subprocess."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import ANNA, call, write_articles


@pytest.fixture
def gold(folder: Path) -> Path:
    facts = [{"type": "age", "subject": "Anna Berg", "quote": "29", "value": 29}]
    gold = {"id": "0", "people": [{"name": "Anna Berg", "aliases": []}], "facts": facts}
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    write_articles(folder / "texts.jsonl", [ANNA])
    return folder


def test_table(gold: Path) -> None:
    done = call("eval", "gold.jsonl", "texts.jsonl")
    assert done.returncode == 0
    rows = {line[:34].strip(): line[34:].split() for line in done.stdout.splitlines()}
    assert rows["age"] == ["1.000", "1.000", "1.000", "1", "1"]
    assert "'with_record': 1" in done.stdout
    assert "evidence {'good':" in done.stdout


def test_json_and_jobs(gold: Path) -> None:
    done = call("eval", "gold.jsonl", "texts.jsonl", "--json", "-j", "2")
    assert json.loads(done.stdout)["by_type"]["age"]["f1"] == 1


def test_records_made_before_and_show(gold: Path) -> None:
    (gold / "records.jsonl").write_text(json.dumps({"article": {"id": "0"}, "people": []}) + "\n")
    done = call("eval", "gold.jsonl", "texts.jsonl", "--records", "records.jsonl", "--show", "1")
    assert "ALL FACTS                           0.000" in done.stdout
    assert done.stderr.startswith("missed   0: Anna Berg: ")
    assert call("eval", "gold.jsonl", "texts.jsonl", "--records", "records.jsonl").stderr == ""


@pytest.mark.parametrize("content", ["{broken", "{}", "[]", '{"id": "0", "facts": [{}]}'])
def test_files_that_are_something_else(gold: Path, content: str) -> None:
    (gold / "gold.jsonl").write_text(content)
    done = call("eval", "gold.jsonl", "texts.jsonl", "--records", "gold.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith("bioextract: gold.jsonl")
    assert len(done.stderr.splitlines()) == 1
