"""Accuracy on annotated articles, by the corpus's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from systems.system import Json
from systems.values import ANYONE

VALUES = ("age", "birth_date")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """F1 of all facts with their people, and of two kinds of values whoever's they are; of so many articles.

    Precision, recall and F1 are None for a system that ties what it finds to nobody, age or birth date where it finds
    none.
    """

    articles: int
    precision: float | None
    recall: float | None
    f1: float | None
    age: float | None
    birth_date: float | None


def judge(scorer: Path, gold: list[Json], records: list[Json], *, has_people: bool) -> Accuracy:
    """The accuracy of records of the articles of `gold`; `scorer` is the corpus's score.py."""
    facts = score(scorer, gold, records)["facts"] if has_people else {}
    of_kind = score(scorer, map(impersonal_gold, gold), map(impersonal_record, records))["by_type"]
    age, birth_date = (of_kind[kind]["f1"] if of_kind[kind]["predicted"] else None for kind in VALUES)
    return Accuracy(len(gold), facts.get("precision"), facts.get("recall"), facts.get("f1"), age, birth_date)


def score(scorer: Path, gold: Iterable[Json], records: Iterable[Json]) -> Json:
    """What score.py prints with --json."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("gold.jsonl", "records.jsonl")]
        for file, lines in zip(files, (gold, records), strict=True):
            file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(scorer), *map(str, files), "--json"]
        scores: Json = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        return scores


def impersonal_gold(article: Json) -> Json:
    """The ages and birth dates of an article, each value once, as those of one person."""
    values = dict.fromkeys((fact["type"], fact["value"]) for fact in article["facts"] if fact["type"] in VALUES)
    facts = [{"type": kind, "subject": ANYONE, "value": value} for kind, value in values]
    return {"id": article["id"], "people": [{"name": ANYONE}], "facts": facts}


def impersonal_record(record: Json) -> Json:
    """The same of a record."""
    people = [{"name": ANYONE, kind: {"value": value}} for kind, value in dict.fromkeys(values_of(record))]
    return {"article": record["article"], "people": people}


def values_of(record: Json) -> Iterator[tuple[str, int | str]]:
    for person in record["people"]:
        for kind in VALUES:
            if person.get(kind):
                yield kind, person[kind]["value"]
