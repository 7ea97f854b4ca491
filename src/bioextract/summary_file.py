"""The summary of a run as a file, for programs."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

from bioextract.errors import Interrupted
from bioextract.plan import RunPlan
from bioextract.sinks.jsonl import naming_errors
from bioextract.summary import Summary

_PASSWORD = re.compile(r"(://[^:/@]*):.*@")
_SECRETS = re.compile(r"(?i)([?&][^=&]*(?:password|passwd|pwd|secret|token)[^=&]*=)[^&]*")


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
        "error": _reason(error, url),
    }


def _reason(error: BaseException | None, url: str | None) -> str | None:
    if error is None or isinstance(error, BrokenPipeError):
        return None
    if isinstance(error, KeyboardInterrupt):
        return "interrupted" if not isinstance(error, Interrupted) else f"interrupted by signal {error.number}"
    reason = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
    return reason.replace(url, hide_password(url)) if url else reason


def hide_password(url: str) -> str:
    """A database URL that may be shown.

    >>> hide_password("postgresql://anna:se@c/ret@host/facts?sslpassword=x&sslmode=require")
    'postgresql://anna:***@host/facts?sslpassword=***&sslmode=require'
    """
    return _SECRETS.sub(r"\1***", _PASSWORD.sub(r"\1:***@", url))
