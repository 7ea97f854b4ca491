"""Makes `docs/report.png` and `docs/review.png`: the samples in the report and on the desk, in Debian's Chromium.

    python docs/screenshot.py

It needs the extra `test` and the package `chromium`.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bioextract.articles import ReadOptions
from bioextract.cli import main
from bioextract.records_file import read_records
from bioextract.report.texts import find_texts
from bioextract.review.desk import Desk
from bioextract.review.server import DeskServer
from bioextract.review.stores import open_store
from bioextract.verdicts.corpus import Asked

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
ARTICLE = 6
DESK_ARTICLE = 6
FACT = "2023-08-27 · Budapest"


def take_report(browser: Browser, folder: Path, target: Path) -> None:
    """Writes a PNG of the report, 1080 by 600 pixels."""
    report = folder / "report.html"
    main(["report", str(SAMPLES / "records.jsonl"), "--texts", str(SAMPLES / "articles"), "-o", str(report)])
    page = browser.new_page(viewport={"width": 1080, "height": 600}, reduced_motion="reduce")
    page.goto(f"{report.as_uri()}#/articles/{ARTICLE}")
    page.locator(".item", has_text=FACT).first.click()
    page.evaluate("scrollTo(0, 230)")
    page.get_by_role("button", name="the Mongolian", exact=True).hover()
    page.screenshot(path=target)


def take_review(browser: Browser, folder: Path, target: Path) -> None:
    """Writes a PNG of the desk, 1080 by 640 pixels."""
    records = list(read_records(SAMPLES / "records.jsonl"))
    texts = find_texts(iter(records), [str(SAMPLES / "articles")], ReadOptions())
    path = shutil.copy(SAMPLES / "records.jsonl", folder)
    with open_store(str(path), None, write=True) as store, DeskServer(Desk(store, Asked(below=0.9), texts)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page(viewport={"width": 1080, "height": 640}, reduced_motion="reduce")
        page.goto(f"{server.url}#{DESK_ARTICLE}/0")
        page.wait_for_selector(".card")
        for _ in range(3):
            page.keyboard.press("r")
            page.wait_for_timeout(300)
        page.evaluate("document.getElementById('said').replaceChildren()")
        page.screenshot(path=target)
        server.shutdown()


def take_all() -> None:
    """Writes both into `docs/`."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        take_report(browser, Path(folder), ROOT / "docs" / "report.png")
        take_review(browser, Path(folder), ROOT / "docs" / "review.png")
        browser.close()


if __name__ == "__main__":
    take_all()
