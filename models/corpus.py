"""Annotated articles for training: the corpus, our own articles, and our annotations of its unlabelled pool.

The pool's texts are not ours to pass on, so `annotations/pool*.jsonl.gz` hold, instead of every quote, where it stands
(`at`: start and end in code points), and how much of the article was read (`characters`).
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bioextract.articles import Article

OWN = Path(__file__).parent / "annotations"
MOST_READ = 12_000  # characters of an article without annotation
WORD = re.compile(r"\w+")
EVALUATED = ("dev", "dev_profiles")
RUN, MOST_SHARED = 8, 20  # words; so many runs of them may an article share with those of `EVALUATED`


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article, its annotation in the form of the corpus, and the set that it comes from."""

    article: Article
    gold: dict[str, Any]
    source: str


def read_folder(folder: Path) -> list[Annotated]:
    """The articles of a folder of the corpus: `texts.jsonl` and `gold.jsonl`."""
    texts = {text["id"]: text for text in _lines(folder / "texts.jsonl")}
    return [_annotated(texts[gold["id"]], gold, folder.name) for gold in _lines(folder / "gold.jsonl")]


def read_training(corpus: Path) -> list[Annotated]:
    """All that the model learns from: train, synthetic, our own articles, the annotated part of the pool."""
    return [*read_folder(corpus / "train"), *read_folder(corpus / "synthetic"), *read_own(), *read_pool(corpus)]


def read_own() -> list[Annotated]:
    """The articles written for this project."""
    return read_folder(OWN / "original")


def read_pool(corpus: Path) -> list[Annotated]:
    """The articles of the pool that were annotated for this project, round by round, in the order of the pool."""
    found: list[list[Annotated]] = []
    golds = {gold["id"]: (i, gold) for i, path in enumerate(rounds()) for gold in _lines(path)}
    for text in _lines(corpus / "pool.jsonl.gz"):
        if text["id"] in golds:
            i, gold = golds[text["id"]]
            found += [[] for _ in range(len(found), i + 1)]
            found[i].append(_located(text, gold))
    return [one for each in found for one in each]


def rounds() -> list[Path]:
    """The annotations of the pool, a file a round: what is added moves no other article in or out of the held-out."""
    return sorted(OWN.glob("pool*.jsonl.gz"), key=lambda path: (len(path.name), path.name))


def _located(text: dict[str, Any], gold: dict[str, Any]) -> Annotated:
    """A text as far as it was read, and its annotation with quotes instead of offsets."""
    text["text"] = text["text"][: gold["characters"]]
    for fact in gold["facts"]:
        start, end = fact.pop("at")
        fact["quote"] = text["text"][start:end]
    return _annotated(text, gold, "pool")


def read_unlabelled(corpus: Path, number: int) -> list[Article]:
    """About so many articles of the pool that are not annotated, every so-many-th; none holds a paragraph of dev's."""
    known = {gold["id"] for path in rounds() for gold in _lines(path)}
    texts = [text for text in _lines(corpus / "pool.jsonl.gz") if text["id"] not in known]
    spread = texts[:: max(1, len(texts) // number)][:number]
    told = {run for name in EVALUATED for text in _lines(corpus / name / "texts.jsonl") for run in _runs(text["text"])}
    spread = [text for text in spread if len(_runs(text["text"]) & told) <= MOST_SHARED]
    return [Article(text["text"][:MOST_READ], title=text.get("title")) for text in spread]


def _runs(text: str) -> set[tuple[str, ...]]:
    """The runs of `RUN` words in a text."""
    words = WORD.findall(text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _annotated(text: dict[str, Any], gold: dict[str, Any], source: str) -> Annotated:
    day = gold.get("published") or text.get("published")
    published = dt.date.fromisoformat(day) if day else None
    return Annotated(
        Article(text["text"], title=text.get("title"), published=published, source=text["id"]), gold, source
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
