"""The numbers of a run: facts by kind, their confidences, warnings, what made the records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bioextract.kinds import FIELDS, iterate_facts
from bioextract.records import Record

BINS = 20


@dataclass(slots=True)
class Numbers:
    """Counts over records."""

    people: int = 0
    bins: dict[str, list[int]] = field(default_factory=lambda: {kind: [0] * BINS for kind in FIELDS})
    warnings: Counter[str] = field(default_factory=Counter)
    extractors: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Counts one record."""
        info = record.extractor
        self.extractors[info.version, info.model, info.config] += 1
        self.warnings.update(warning.code for warning in record.warnings)
        self.people += len(record.people)
        for person in record.people:
            for kind, fact in iterate_facts(person):
                self.bins[kind][min(BINS - 1, int(fact.confidence * BINS))] += 1

    def to_json(self) -> dict[str, Any]:
        """`bins`: for every kind, the facts by confidence, from 0 to 1 in equal steps; the last one holds 1 too."""
        return {
            "people": self.people,
            "bins": self.bins,
            "warnings": dict(self.warnings.most_common()),
            "extractors": [
                {"version": version, "model": model, "config": config, "articles": articles}
                for (version, model, config), articles in self.extractors.most_common()
            ],
        }
