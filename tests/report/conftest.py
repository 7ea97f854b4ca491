"""A report of the stories."""

from __future__ import annotations

from pathlib import Path

import pytest
import stories

from bioextract.report.source import Contents
from bioextract.report.write import write_report

TEXTS = {article.id: article.text for article in (stories.PREVIEW, stories.RESULT, stories.HOSTILE)}
SPANS = 10_000


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles: the preview, the result, the namesake (without its text), and the hostile one."""
    records = [stories.preview(), stories.result(), stories.namesake(), stories.hostile(SPANS)]
    path = tmp_path_factory.mktemp("report") / "report.html"
    name = f"facts{stories.PAYLOAD}.jsonl"
    write_report(Contents(name, lambda: iter(records), texts=TEXTS, rejects=stories.REJECTS), path)
    return path
