"""Verdicts as annotated articles: as the corpus has them, so that `eval` and the training read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import stories
from corpus import read_folder
from stories import PREVIEW, RESULT
from verdict_maker import add, judge

from bioextract.errors import UsageError
from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.scoring import evaluate_files
from bioextract.verdicts.corpus import Asked, annotate, export_corpus
from bioextract.verdicts.file import by_article
from bioextract.verdicts.verdict import Verdict

TEXTS = {article.id: article.text for article in (PREVIEW, RESULT)}
RECORD = stories.preview()


def all_right(record: Record) -> list[Verdict]:
    kinds: dict[str, int] = {}
    verdicts = []
    for kind, _ in iterate_facts(record.people[0]):
        verdicts.append(judge(record, kind, "right", number=kinds.get(kind, 0)))
        kinds[kind] = kinds.get(kind, 0) + 1
    return verdicts


def export(tmp_path: Path, verdicts: list[Verdict], asked: Asked = Asked(), **options: Any) -> Any:  # noqa: B008
    records = [RECORD, stories.result(), stories.namesake()]
    return export_corpus(records, by_article(verdicts), TEXTS, asked, tmp_path / "gold", **options)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_what_is_written(tmp_path: Path) -> None:
    verdicts = [*all_right(RECORD), add(PREVIEW, "Anna Berg", "residence", "Visby", value="Visby", status="former")]
    assert export(tmp_path, verdicts) == (1, 11, 0, 0)
    [gold], [text] = lines(tmp_path / "gold" / "gold.jsonl"), lines(tmp_path / "gold" / "texts.jsonl")
    assert gold["id"] == text["id"]
    assert (text["text"], text["title"], text["published"]) == (PREVIEW.text, PREVIEW.title, "2024-09-18")
    assert gold["people"] == [{"name": "Anna Berg", "aliases": []}]
    assert {"type": "age", "subject": "Anna Berg", "quote": "29", "value": 29} in gold["facts"]
    assert {"type": "nationality", "subject": "Anna Berg", "quote": "Swedish", "value": "Sweden"} in gold["facts"]
    assert all(fact["quote"] in PREVIEW.text and None not in fact.values() for fact in gold["facts"])
    assert {
        "type": "residence",
        "subject": "Anna Berg",
        "quote": "Visby",
        "value": "Visby",
        "status": "former",
    } in gold["facts"]


def test_eval_and_training_read_it(tmp_path: Path) -> None:
    export(tmp_path, all_right(RECORD))
    folder = tmp_path / "gold"
    records = tmp_path / "facts.jsonl"
    records.write_text(RECORD.model_dump_json() + "\n")
    scored = evaluate_files(folder / "gold.jsonl", folder / "texts.jsonl", records, 1)
    assert (scored.facts.figures["f1"], scored.evidence) == (1.0, {"good": 10})
    assert evaluate_files(folder / "gold.jsonl", folder / "texts.jsonl", None, 1).with_record == 1  # extracted anew
    [annotated] = read_folder(folder)
    assert annotated.article.id == PREVIEW.id


def test_articles_with_facts_still_to_judge_are_left_out(tmp_path: Path) -> None:
    verdicts = [judge(RECORD, "sponsor", "wrong"), judge(stories.namesake(), "discipline", "right")]
    assert export(tmp_path, verdicts) == (0, 0, 1, 1)
    with pytest.raises(UsageError, match="exists; --force overwrites it"):
        export(tmp_path, verdicts)
    assert export(tmp_path, verdicts, Asked(below=0.5), force=True) == (1, 9, 0, 1)  # the other nine are sure enough
    assert export(tmp_path, verdicts, Asked(kinds=frozenset({"sponsor"})), force=True)[:2] == (1, 9)


def test_what_the_text_does_not_hold_is_left_out() -> None:
    record = RECORD.model_dump()
    anna = record["people"][0]
    anna["aliases"] = ["Berg", "Annie"]
    anna["marks"][0]["mark"] = "2h31"
    anna["events"][0] |= {"place": "Nowhere", "rank": 2, "rank_qualifier": "exact"}
    evidence = anna["events"][1]["evidence"]
    evidence.append({"start": len(PREVIEW.text) - 8, "end": len(PREVIEW.text), "text": PREVIEW.text[-8:]})
    gold = annotate(Record.model_validate(record), PREVIEW.text)
    assert gold["people"] == [{"name": "Anna Berg", "aliases": ["Berg"]}]
    assert not [fact for fact in gold["facts"] if fact["type"] == "mark"]
    torsby, mora = [fact for fact in gold["facts"] if fact["type"] == "participation"][:2]
    assert "place" not in torsby
    assert "rank_qualifier" not in torsby
    assert mora["quote"] == "did not finish the Mora Half Marathon in 2022"  # spans of two lines: the longest
