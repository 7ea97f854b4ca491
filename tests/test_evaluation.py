from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bioextract.agreement import same_fact
from bioextract.evaluation import list_differences, score_records
from bioextract.kinds import FIELDS

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
SINGLE = ("age", "birth_date", "birth_place")

# kind, gold, predicted, whether they are the same fact
KEYS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("age", {"value": 29}, {"value": 29}, True),
    ("age", {"value": 29}, {"value": 30}, False),
    ("birth_date", {"value": "1994-05"}, {"value": "1994-05"}, True),
    ("birth_date", {"value": "1994"}, {"value": "1994-05"}, False),
    ("birth_place", {"value": "Malmö, Sweden"}, {"value": "Malmo"}, True),
    ("birth_place", {"value": "Malmö"}, {"value": "Lund"}, False),
    ("nationality", {"value": "United States"}, {"value": "USA"}, True),
    ("nationality", {"value": "Great Britain"}, {"value": "the UK"}, False),
    ("nationality", {"value": "Ireland"}, {"value": "Iceland"}, False),
    ("residence", {"value": "the town of Iten"}, {"value": "Iten"}, True),
    ("discipline", {"value": "hurdles"}, {"value": "100m hurdles"}, True),
    ("discipline", {"value": "hurdles"}, {"value": "100m"}, False),
    (
        "count",
        {"what": "titles", "event": "the Boston Marathon", "value": 2},
        {"what": "titles", "event": "Boston Marathon", "value": 2},
        True,
    ),
    ("count", {"what": "gold", "event": "Olympics", "value": 2}, {"what": "gold", "event": "Games", "value": 2}, False),
    (
        "count",
        {"what": "gold", "event": "Worlds", "value": 2},
        {"what": "silver", "event": "Worlds", "value": 2},
        False,
    ),
    ("count", {"what": "gold", "event": "Worlds", "value": 2}, {"what": "gold", "event": "Worlds", "value": 3}, False),
    ("sponsor", {"name": "Volvo"}, {"name": "Volvo Cars"}, True),
    ("sponsor", {"name": "Volvo"}, {"name": "Saab"}, False),
    ("sponsor", {"description": "a small regional bank"}, {"description": "regional bank"}, True),
    ("sponsor", {"description": "bank"}, {"name": "Regional Bank"}, True),
    ("sponsor", {"description": "regional bank"}, {"description": "savings bank"}, False),
    ("team", {"name": "Heja SK"}, {"name": "Heja"}, True),
    ("relation", {"role": "coach", "name": "Eva Lind"}, {"role": "coach", "name": "Lind"}, True),
    ("relation", {"role": "coach", "name": "Eva Lind"}, {"role": "spouse", "name": "Eva Lind"}, False),
    (
        "mark",
        {"kind": "personal_best", "mark": "2:08:50"},
        {"kind": "personal_best", "mark": "2 hours 8 minutes 50 seconds"},
        True,
    ),
    ("mark", {"kind": "personal_best", "mark": "2:08:50"}, {"kind": "season_best", "mark": "2:08:50"}, False),
    ("mark", {"kind": "personal_best", "mark": "8.31m"}, {"kind": "personal_best", "mark": "8.13m"}, False),
    ("participation", {"event": "Olympics", "date": "2016"}, {"event": "Olympic Games", "date": "2016-08-21"}, True),
    ("participation", {"event": "Olympics", "date": "2016"}, {"event": "Olympic Games"}, True),
    ("participation", {"event": "Olympics", "date": "2016"}, {"event": "Olympics", "date": "2012"}, False),
    ("participation", {"event": "Oslo Half Marathon"}, {"event": "Oslo Marathon"}, False),
    ("participation", {"event": "Marathon"}, {"event": "Oslo Marathon"}, False),
    ("participation", {"event": "Oslo City Marathon"}, {"event": "Oslo Marathon"}, True),
]

TEXT = "Anna Berg, 29, of Sweden won in Oslo."
GOLD = {
    "id": "one",
    "people": [{"name": "Anna Berg", "aliases": ["Berg"]}],
    "facts": [
        {"type": "age", "subject": "Anna Berg", "value": 29},
        {"type": "nationality", "subject": "Anna Berg", "value": "Sweden"},
        {"type": "sponsor", "subject": "Anna Berg", "name": "Volvo", "status": "current"},
        {"type": "participation", "subject": "Anna Berg", "event": "Oslo Games", "date": "2019", "rank": 1},
        {"type": "participation", "subject": "Anna Berg", "event": "Oslo Games", "date": "2021", "rank": 2},
    ],
}


def evidence(start: int, end: int) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": TEXT[start:end]}]


RECORD = {
    "article": {"source": "texts.jsonl#one", "id": "sha256:0"},
    "people": [
        {
            "name": "Berg",
            "age": {"value": 29, "evidence": evidence(11, 13)},
            "nationalities": [{"value": "Norway", "evidence": [{"start": 0, "end": 6, "text": "Norway"}]}],
            # Without a year it fits both; the rank tells which.
            "events": [{"event": "Oslo Games", "rank": 2, "evidence": evidence(25, 28)}],
            "teams": [],
        }
    ],
}


@pytest.mark.parametrize(("kind", "gold", "predicted", "same"), KEYS)
def test_keys(kind: str, gold: dict[str, Any], predicted: dict[str, Any], same: bool) -> None:
    assert same_fact(kind, gold, predicted) is same


def test_figures() -> None:
    figures = score_records([GOLD, {"id": "two", "facts": []}], [RECORD], {"one": TEXT}).to_json()
    assert figures["facts"] == {"precision": 0.6667, "recall": 0.4, "f1": 0.5, "gold": 5, "predicted": 3}
    assert figures["by_type"]["age"]["f1"] == 1
    assert figures["by_type"]["nationality"] == {"precision": 0, "recall": 0, "f1": 0, "gold": 1, "predicted": 1}
    assert figures["by_attribute"]["participation.rank"] == {
        "precision": 1,
        "recall": 0.5,
        "f1": 0.6667,
        "gold": 2,
        "predicted": 1,
    }
    assert figures["by_attribute"]["sponsor.status"]["gold"] == 1
    assert figures["macro_f1"] == round((1 + 0 + 0 + 0.6667) / 4, 4)
    assert figures["evidence"] == {"good": 2, "bad": 1}
    assert figures["articles"] == {"gold": 2, "with_record": 1}


@pytest.mark.parametrize("source", ["texts.jsonl#one", "folder/one.txt", "one", None])
def test_records_are_joined_by_source_or_id(source: str | None) -> None:
    record = {**RECORD, "article": {"source": source, "id": "other" if source else "one"}}
    assert score_records([GOLD], [record]).with_record == 1


def test_differences() -> None:
    lines = list(list_differences(score_records([GOLD], [RECORD]), 1))
    assert lines == [
        'missed   one: Anna Berg: {"type": "nationality", "subject": "Anna Berg", "value": "Sweden"}',
        'missed   one: Anna Berg: {"type": "sponsor", "subject": "Anna Berg", "name": "Volvo", "status": "current"}',
        'missed   one: Anna Berg: {"type": "participation", "subject": "Anna Berg", "event": "Oslo Games", '
        '"date": "2019", "rank": 1}',
        'spurious one: Berg: {"type": "nationality", "value": "Norway"}',
    ]
    assert not list(list_differences(score_records([GOLD], [RECORD]), 0))


def predict(article: dict[str, Any], text: str, chance: random.Random) -> dict[str, Any]:
    """A record with most of the gold facts, some of them changed, and evidence that is mostly good."""
    people: dict[str, dict[str, Any]] = {p["name"]: dict(p) for p in article["people"]}
    for fact in article["facts"]:
        if chance.random() < 0.2:
            continue
        fields = {k: v for k, v in fact.items() if k not in ("type", "subject", "quote")}
        for name, value in fields.items():
            if chance.random() < 0.15:
                fields[name] = chance.choice([None, "other", value]) if name != "value" else 7
        start = max(0, text.find(fact["quote"])) + (chance.random() < 0.1)
        fields["evidence"] = [{"start": start, "end": start + len(fact["quote"]), "text": fact["quote"]}]
        person = people[fact["subject"]]
        place = FIELDS[fact["type"]]
        if place in SINGLE:
            person[place] = fields
        else:
            person.setdefault(place, []).append(fields)
    return {"article": {"source": f"texts.jsonl#{article['id']}"}, "people": list(people.values())}


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
@pytest.mark.parametrize("folder", ["seed", "synthetic", "train"])
def test_same_figures_as_the_corpus_scorer(folder: str, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = read(CORPUS / folder / "gold.jsonl")
    texts = {article["id"]: article["text"] for article in read(CORPUS / folder / "texts.jsonl")}
    chance = random.Random(7)
    records = [predict(article, texts[article["id"]], chance) for article in gold[1:] or gold]
    ours = score_records(gold, records, texts)
    assert ours.to_json() == scorer.score(gold, records, texts)
    assert 0 < ours.facts.figures["f1"] < 1

    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(record) + "\n" for record in records))
    paths: list[str | Path] = [CORPUS / folder / "gold.jsonl", predicted, "--texts", CORPUS / folder / "texts.jsonl"]
    printed = subprocess.run(
        [sys.executable, CORPUS / "score.py", *paths], capture_output=True, text=True, check=True
    ).stdout
    assert ours.to_text() + "\n" == printed
