"""The summary of a run as a file, for programs."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from bioextract.exit_codes import reason_of
from bioextract.passwords import hide_password, hide_passwords
from bioextract.plan import RunPlan
from bioextract.sinks.jsonl import naming_errors
from bioextract.summary import Summary


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
