"""An article as the report's page reads it (`page/data.js`): one JSON object without what is empty."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from bioextract.context import find_sentences
from bioextract.kinds import iterate_facts
from bioextract.records import Fact, Mark, Participation, Record, Span
from bioextract.values.marks import parse_mark
from bioextract.wording import describe


def pack_article(record: Record, text: str | None) -> dict[str, Any]:
    """The article with its facts. Spans are flat lists of offsets; without a text they come with their words."""
    article = record.article
    text = text if text is not None and _is_text_of(record, text) else None
    packed: dict[str, Any] = {
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "subject": record.main_subject,
        "people": [{"name": person.name, "aliases": person.aliases} for person in record.people],
        "facts": list(_pack_facts(record, text is None)),
        "warnings": [
            {"code": warning.code, "message": warning.message, **_pack_spans(warning.evidence, text is None)}
            for warning in record.warnings
        ],
    }
    if text is not None:
        packed |= {"text": text, "sentences": list(chain.from_iterable(find_sentences(text, article.title)))}
    return {key: value for key, value in packed.items() if value not in (None, [])}


def _pack_facts(record: Record, is_quoted: bool) -> Iterator[dict[str, Any]]:
    for number, person in enumerate(record.people):
        for kind, fact in iterate_facts(person):
            main, details = describe(kind, fact.model_dump())
            yield {
                "person": number,
                "kind": kind,
                "main": main,
                **({"details": details} if details else {}),
                "confidence": round(fact.confidence, 3),
                **_pack_spans(fact.evidence, is_quoted),
                **_pack_figures(fact),
            }


def _pack_figures(fact: Fact) -> dict[str, Any]:
    """What the timeline and the plot of marks need beyond words."""
    if not isinstance(fact, Mark | Participation):
        return {}
    figures: dict[str, Any] = {"date": fact.date, "discipline": fact.discipline}
    if isinstance(fact, Participation):
        performance = parse_mark(fact.mark, fact.discipline) if fact.mark else None
        figures |= {"status": fact.status, "dateText": fact.date_text, "mark": fact.mark}
        if performance:
            figures |= {"amount": performance.amount, "unit": performance.unit}
    else:
        figures |= {"amount": fact.amount, "unit": fact.unit}
    if not math.isfinite(figures.get("amount") or 0):
        del figures["amount"]
    return {name: value for name, value in figures.items() if value is not None}


def _pack_spans(spans: Sequence[Span], is_quoted: bool) -> dict[str, Any]:
    packed: dict[str, Any] = {"evidence": [offset for span in spans for offset in (span.start, span.end)]}
    if is_quoted:
        packed["quotes"] = [span.text for span in spans]
    return packed


def _is_text_of(record: Record, text: str) -> bool:
    evidence = [fact.evidence for person in record.people for _, fact in iterate_facts(person)]
    evidence += [warning.evidence for warning in record.warnings]
    return all(text[span.start : span.end] == span.text for spans in evidence for span in spans)
