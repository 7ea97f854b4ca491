"""The model that comes with the package: it is used by default, finds more than the rules, and always says the same."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bioextract import Article, Extractor, Record
from bioextract.articles import read_articles
from bioextract.evaluation import score_records
from bioextract.kinds import iterate_facts
from bioextract.tagger import default_tagger

SAMPLES = Path(__file__).parents[2] / "samples"
STORY = Article(
    "Anna Berg won the Oslo Marathon in 2:25:10 on Sunday. The 29-year-old Norwegian, who lives in Lillehammer, was "
    "third there a year ago. Her coach, Piet Vos, hopes that she will run the Olympic marathon in Los Angeles.",
    title="Berg wins in Oslo",
)


@pytest.fixture(scope="module")
def model() -> Extractor:
    return Extractor()


def _facts(record: Record) -> set[str]:
    return {kind for person in record.people for kind, _ in iterate_facts(person)}


def test_the_model_is_the_default(model: Extractor) -> None:
    record = model.extract(STORY)

    assert record.extractor.model == f"tagger-{default_tagger().calibration.version}"
    assert _facts(record) >= {"age", "nationality", "participation", "relation"}
    assert model.min_confidence == default_tagger().calibration.threshold
    told = [fact.confidence for person in record.people for _, fact in iterate_facts(person)]
    assert all(confidence >= model.min_confidence for confidence in told)
    assert len(set(told)) > 3  # its own confidences, not those of a few rules


def test_min_confidence_leaves_out_facts(model: Extractor) -> None:
    def count(minimum: float) -> int:
        record = Extractor(min_confidence=minimum).extract(STORY)
        return sum(1 for person in record.people for _ in iterate_facts(person))

    assert count(0.0) > count(0.5) > count(0.99)


def test_it_is_better_than_the_rules_on_the_samples(model: Extractor, extractor: Extractor) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(SAMPLES / "articles")
        articles = [article for article in read_articles(["."]) if isinstance(article, Article)]
    gold = [json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]

    by_model, by_rules = (
        score_records(gold, [json.loads(one.extract(article).model_dump_json()) for article in articles])
        for one in (model, extractor)
    )

    assert by_model.facts.figures["f1"] > by_rules.facts.figures["f1"]
    assert by_model.attributes.figures["f1"] > by_rules.attributes.figures["f1"]


def test_a_copy_and_other_threads_say_the_same(model: Extractor) -> None:
    expected = model.extract(STORY).model_dump_json()
    copy = pickle.loads(pickle.dumps(model))

    with ThreadPoolExecutor(3) as pool:
        assert {one.model_dump_json() for one in pool.map(model.extract, [STORY] * 6)} == {expected}
    assert copy.extract(STORY).model_dump_json() == expected


def test_it_does_not_hang_on_the_order_of_sets() -> None:
    code = "import sys, bioextract; print(bioextract.extract(sys.argv[1]).model_dump_json())"
    told = [
        subprocess.run(
            [sys.executable, "-c", code, STORY.text * 6],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert told[0] == told[1]
