"""A report of the stories, and a browser to open it in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import stories

from bioextract.report.source import Contents
from bioextract.report.write import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra: test)")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no browser: chromium is not installed (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        # The sandbox needs rights that containers do not give; what is opened here are our own files.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
