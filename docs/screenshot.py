"""Makes `docs/report.png`: the report of the samples, one article of it, in Debian's Chromium.

    python docs/screenshot.py

It needs the extra `test` and the package `chromium`.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bioextract.cli import main

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
ARTICLE = 6
FACT = "2023-08-27 · Budapest"


def take(target: Path) -> None:
    """Writes a PNG of 1080 by 600 pixels."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        main(["report", str(SAMPLES / "records.jsonl"), "--texts", str(SAMPLES / "articles"), "-o", str(report)])
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1080, "height": 600}, reduced_motion="reduce")
        page.goto(f"{report.as_uri()}#/articles/{ARTICLE}")
        page.locator(".item", has_text=FACT).first.click()
        page.evaluate("scrollTo(0, 230)")
        page.get_by_role("button", name="the Mongolian", exact=True).hover()
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "docs" / "report.png")
