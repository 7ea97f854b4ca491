"""What the tests share: facts of a text as plain tuples; a folder of articles and an extractor that costs nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import postgres
import pytest
from command_line import ANNA, FAKE, LARS, write_articles
from sharing import make_scheduler, take_turns

from bioextract import Article, Extractor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

SINGLE = ("age", "birth_date", "birth_place")
FactsOf = Callable[..., list[tuple[str, dict[str, Any]]]]
WATCH = """
window.told = [];
addEventListener("securitypolicyviolation", (event) => told.push(`policy: ${event.violatedDirective}`));
addEventListener("error", (event) => told.push(`error: ${event.message}`));
"""


def pytest_configure(config: pytest.Config) -> None:
    take_turns(config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    return make_scheduler(config, log)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The rules alone: what they find does not hang on the weights."""
    return Extractor(rules_only=True)


@pytest.fixture(scope="session")
def facts_of(extractor: Extractor) -> FactsOf:
    """(text, field of Person, published=, title=) -> (person's name, fields that are not None) of every fact of that kind."""

    def find(text: str, field: str, **article: Any) -> list[tuple[str, dict[str, Any]]]:
        record = extractor.extract(Article(text, **article))
        found = []
        for person in record.people:
            value = getattr(person, field)
            for fact in [value] if field in SINGLE else value:
                if fact is not None:
                    assert all(text[s.start : s.end] == s.text for s in fact.evidence)
                    found.append((person.name, fact.model_dump(exclude={"evidence", "confidence"}, exclude_none=True)))
        return found

    return find


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with two articles in `in/`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "anna.txt").write_text(ANNA)
    (tmp_path / "in" / "lars.txt").write_text(LARS)
    return tmp_path


@pytest.fixture(scope="session")
def fake_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Python finds the fake extractor; not in a working directory, for Python leaves its bytecode there."""
    place = tmp_path_factory.mktemp("fake")
    (place / "sitecustomize.py").write_text(FAKE)
    return place


@pytest.fixture
def fake(folder: Path, fake_site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The fake extractor in all processes, and `many.jsonl`, 40 articles that are done."""
    monkeypatch.setenv("PYTHONPATH", str(fake_site))
    write_articles(folder / "many.jsonl", ["plain text"] * 40)
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server for all tests that do not disturb it."""
    try:
        with postgres.serve(in_memory=True) as server:
            yield server
    except postgres.NoServerError as error:
        pytest.skip(str(error))


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


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Address, options of the browser's context -> the page. At the end: nothing ran that should not, and nothing was
    asked but of the address itself.
    """
    contexts: list[BrowserContext] = []
    pages: list[Page] = []
    wrong: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_address(url: str, **options: Any) -> Page:
        def check(request: Request) -> None:
            if not request.url.startswith(url.partition("#")[0]):
                wrong.append(f"request: {request.url}")

        context = browser.new_context(
            **{"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.on("dialog", dismiss)
        page.on("request", check)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.goto(url)
        pages.append(page)
        return page

    yield open_address
    for page in pages:
        wrong += page.evaluate("window.told.concat(window.pwned ? ['a payload ran'] : [])")
    for context in contexts:
        context.close()
    assert wrong == []
