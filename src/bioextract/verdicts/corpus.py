"""Verdicts -> annotated articles: `gold.jsonl` and `texts.jsonl`, which `bioextract eval` and the training read.

An article is annotated when nothing in it is left to judge; what was not asked for is taken as it was extracted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from bioextract.agreement import Json
from bioextract.errors import UsageError
from bioextract.kinds import iterate_facts
from bioextract.records import Person, Record
from bioextract.sinks.jsonl import naming_errors, part_of
from bioextract.verdicts.apply import apply_verdicts, match_verdicts
from bioextract.verdicts.derived import DERIVED_FIELDS
from bioextract.verdicts.verdict import Verdict, extent, fields_of

AS_WRITTEN = ("event_text", "date_text", "mark", "place")
LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Which facts are asked for: those less sure than `below`, of one of the `kinds`; None is all."""

    below: float | None = None
    kinds: frozenset[str] | None = None

    def takes(self, kind: str, confidence: float) -> bool:
        """Whether a fact is one of them."""
        return (self.below is None or confidence < self.below) and (self.kinds is None or kind in self.kinds)


class Exported(NamedTuple):
    """Numbers of articles and facts in the corpus, and of articles with verdicts that are not: why."""

    articles: int
    facts: int
    unfinished: int
    without_text: int


def export_corpus(  # noqa: PLR0913
    records: Iterable[Record],
    verdicts: Mapping[str, Sequence[Verdict]],
    texts: Mapping[str, str],
    asked: Asked,
    folder: Path,
    *,
    force: bool = False,
) -> Exported:
    """Writes the articles that have been judged; `records` are as they were extracted.

    Raises `UsageError` where a file is there, unless `force`, and `OSError`.
    """
    paths = paths_in(folder)
    there = [path for path in paths if path.exists()]
    if there and not force:
        raise UsageError(f"{there[0]}: exists; --force overwrites it")
    folder.mkdir(parents=True, exist_ok=True)
    golds: list[Json] = []
    shown: dict[str, Json] = {}
    unfinished = without_text = 0
    for record in records:
        given, text = verdicts.get(record.article.id), texts.get(record.article.id)
        if not given or record.article.id in shown:
            continue
        if text is None:
            without_text += 1
        elif not is_finished(record, given, asked):
            unfinished += 1
        else:
            gold = annotate(apply_verdicts(record, given), text)
            golds.append(gold)
            shown[record.article.id] = _text_of(record, text, gold["id"])
    for path, lines in zip(paths, (golds, shown.values()), strict=True):
        _write(path, lines)
    return Exported(len(golds), sum(len(gold["facts"]) for gold in golds), unfinished, without_text)


def paths_in(folder: Path) -> list[Path]:
    """The files of a corpus: annotations, and texts."""
    return [folder / "gold.jsonl", folder / "texts.jsonl"]


def is_finished(record: Record, verdicts: Sequence[Verdict], asked: Asked) -> bool:
    """Whether each fact that is asked for has been judged."""
    judged = match_verdicts([person.model_dump() for person in record.people], verdicts)
    return not any(told.verdict is None and asked.takes(told.kind, told.fact["confidence"]) for told in judged.told)


def annotate(record: Record, text: str) -> dict[str, Any]:
    """A record as an annotated article. What its text does not hold word for word is left out."""
    people, facts = [], []
    for person in record.people:
        name, aliases = _names_of(person, text)
        own = list(_facts_of(person, name, text)) if name else []
        if own:
            people.append({"name": name, "aliases": aliases})
            facts += own
    names = {person["name"] for person in people}
    return {
        "id": record.article.id,
        "published": record.article.published,
        "main_subject": record.main_subject if record.main_subject in names else None,
        "people": people,
        "facts": facts,
    }


def _names_of(person: Person, text: str) -> tuple[str | None, list[str]]:
    forms = [form for form in (person.name, *person.aliases) if form in text]
    return (forms[0], forms[1:]) if forms else (None, [])


def _facts_of(person: Person, name: str, text: str) -> Iterator[dict[str, Any]]:
    for kind, fact in iterate_facts(person):
        told = fact.model_dump(mode="json")
        fields = {
            key: value for key, value in fields_of(told).items() if key not in DERIVED_FIELDS and value != "exact"
        }
        if kind == "mark" and fields["mark"] not in text:
            continue
        fields = {key: value for key, value in fields.items() if key not in AS_WRITTEN or value in text}
        yield {"type": kind, "subject": name, "quote": _quote(told["evidence"], text), **fields}


def _quote(spans: Sequence[Json], text: str) -> str:
    """One run of the text: from the first span to the last if they stand in one line, else the longest span."""
    start, end = extent(spans)
    whole = text[start:end]
    if len(whole) <= LONGEST_QUOTE and "\n" not in whole:
        return whole
    return str(max((span["text"] for span in spans), key=len))


def _text_of(record: Record, text: str, name: str) -> dict[str, Any]:
    article = record.article
    about = {"source": article.source, "licence": None, "title": article.title, "published": article.published}
    return {"id": name, **about, "text": text}


def _write(path: Path, lines: Iterable[Json]) -> None:
    part = part_of(path)
    with naming_errors(str(path)):
        part.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        part.replace(path)
