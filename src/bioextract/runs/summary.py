"""What a run did, in numbers; and as a file, for programs."""

from __future__ import annotations

import json
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bioextract.articles.find import path_of
from bioextract.exit_codes import reason_of
from bioextract.kinds import FIELDS
from bioextract.passwords import hide_password, hide_passwords
from bioextract.runs.outcomes import Done
from bioextract.runs.plan import RunPlan
from bioextract.runs.rejects import Reject
from bioextract.sinks.jsonl import naming_errors

SHOWN_RECORDS = 10
STDIN = "-"


@dataclass(slots=True)
class Summary:
    """What a run did: numbers of articles, people and facts, and the first records that hold people (JSON lines).

    `articles` were done in this run, `skipped` were there already; `found` are those that were there to read.
    """

    articles: int = 0
    skipped: int = 0
    people: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    rejected: int = 0
    found: int = 0
    first: list[bytes] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Wall-clock time since the run began."""
        return time.monotonic() - self.started

    def add(self, outcome: Done | Reject) -> None:
        """Counts one outcome."""
        if isinstance(outcome, Reject):
            self.rejected += 1
            self.found += outcome.stage == "extract" or _is_file(outcome.source)
            return
        self.articles += 1
        self.found += 1
        self.people += outcome.people
        self.facts.update(outcome.facts)
        if outcome.people and len(self.first) < SHOWN_RECORDS:
            self.first.append(outcome.line)

    def to_json(self) -> dict[str, Any]:
        """The numbers; every kind of fact is there."""
        seconds = self.seconds
        return {
            "articles": self.articles,
            "skipped": self.skipped,
            "rejected": self.rejected,
            "people": self.people,
            "facts": {kind: self.facts[kind] for kind in FIELDS},
            "seconds": round(seconds, 3),
            "articles_per_second": round((self.articles + self.rejected) / seconds, 3) if seconds else None,
        }


def _is_file(source: str) -> bool:
    """Whether something was there to read: a file that is bad is not the same as a path that leads nowhere."""
    return source == STDIN or Path(source).is_file() or Path(path_of(source)).is_file()


def write_summary(plan: RunPlan, summary: Summary, code: int, error: BaseException | None = None) -> None:
    """Writes what the plan asks for, if it does.

    Raises `OSError` when it cannot be written and nothing else went wrong: else that is what the user must know.
    """
    if not plan.summary:
        return
    content = json.dumps(_content(plan, summary, code, error), indent=2) + "\n"
    with suppress(*[OSError] if error else []), naming_errors(str(plan.summary)):
        plan.summary.write_text(content, encoding="utf-8")


def _content(plan: RunPlan, summary: Summary, code: int, error: BaseException | None) -> dict[str, Any]:
    url = plan.database
    reason = hide_passwords(reason_of(error)) if error else ""
    return {
        **plan.extractor.model_dump(),
        "inputs": list(plan.paths),
        "outputs": {
            "records": str(plan.output) if plan.output else None if url else "-",
            "database": hide_password(url) if url else None,
            "rejects": str(plan.rejects) if plan.rejects else None,
        },
        **summary.to_json(),
        "exit_code": code,
        "interrupted": isinstance(error, KeyboardInterrupt),
        "error": reason or None,
    }
