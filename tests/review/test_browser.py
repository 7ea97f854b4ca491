"""The desk in a browser: judged by keyboard, there after a reload; mended, added, undone; hostile texts; accessibility."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import stories
from invented import write_records

from bioextract.review.desk import Desk
from bioextract.review.server import DeskServer
from bioextract.review.stores import open_store
from bioextract.verdicts.corpus import Asked
from bioextract.verdicts.file import by_article, read_verdicts, verdicts_path

if TYPE_CHECKING:
    from playwright.sync_api import Page

OpenDesk = Callable[..., DeskServer]
OpenPage = Callable[..., "Page"]


@pytest.fixture
def open_desk_page(open_page: OpenPage) -> OpenPage:
    """Address -> the page, watched, when it shows something."""

    def open_address(url: str, **options: Any) -> Page:
        page: Page = open_page(url, **options)
        page.wait_for_selector(".card, h1")
        return page

    return open_address


def press(page: Page, key: str, done: str) -> None:
    """Presses a key and waits for the word that something is done."""
    page.keyboard.press(key)
    page.locator("#said", has_text=done).wait_for()
    page.evaluate("document.getElementById('said').replaceChildren()")


def verdicts(page: Page) -> list[str]:
    return [text.split()[-1] for text in page.locator(".item .verdict").all_inner_texts()]


def hand(page: Page) -> str:
    """The fact in hand."""
    return page.locator(".card .words").inner_text()


def kept(records: Path) -> list[str]:
    """The verdicts in the file that stand."""
    given = by_article(read_verdicts(verdicts_path(records))).values()
    return [verdict.verdict for verdicts in given for verdict in verdicts]


def test_five_facts_by_keyboard_and_there_after_a_reload(
    open_desk: OpenDesk, open_desk_page: OpenPage, records: Path
) -> None:
    page = open_desk_page(open_desk().url)
    assert hand(page) == "29 · as of 2024-09-18"
    assert page.locator(".card mark").inner_text() == "29"
    assert "".join(page.locator(".text .lit").all_inner_texts()) == "29"
    for key, word in [("r", "right"), ("r", "right"), ("w", "wrong"), ("r", "right"), ("w", "wrong")]:
        press(page, key, f"Judged: {word}")
    judged = ["right", "right", "wrong", "right", "wrong"]
    assert verdicts(page) == judged
    assert hand(page).startswith("Torsby Marathon")
    page.reload()
    page.wait_for_selector(".card")
    assert verdicts(page) == judged
    assert hand(page).startswith("Torsby Marathon")
    assert page.locator("#done").inner_text() == "5 of 40 facts judged"
    assert kept(records) == judged


def test_keys_to_move_and_to_undo(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    page = open_desk_page(open_desk(Asked(below=0.9)).url)  # so that the age is not asked for
    assert hand(page).startswith("Sweden")
    page.keyboard.press("s")
    page.locator(".card", has_text="marathon runner").wait_for()
    page.keyboard.press("ArrowLeft")
    page.locator(".card", has_text="Sweden").wait_for()
    press(page, "k", "This is the first fact.")
    press(page, "w", "Judged: wrong")
    press(page, "r", "Judged: right")
    assert kept(records) == ["wrong", "right"]
    press(page, "u", "Undone")
    press(page, "u", "Undone")
    assert (hand(page), kept(records)) == ("Sweden · SWE", [])
    press(page, "u", "nothing to undo")


def test_undo_gives_back_the_former_verdict(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    page = open_desk_page(open_desk(Asked(below=0.5)).url)
    page.keyboard.press("e")
    page.get_by_label("name").fill("Nordlys AS")
    press(page, "Enter", "judged")
    for key, word in [("w", "wrong"), ("r", "right")]:
        press(page, key, "judged")
        assert kept(records) == [word]
    press(page, "u", "Undone")
    assert kept(records) == ["wrong"]
    press(page, "u", "Undone")
    assert (kept(records), hand(page)) == (["mended"], "Nordlys AS")
    press(page, "u", "Undone")
    assert (kept(records), hand(page)) == ([], "Nordlys")


def test_mend_a_value_and_its_span(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    page = open_desk_page(open_desk(Asked(below=0.5)).url)
    assert hand(page) == "Nordlys"
    page.keyboard.press("e")
    name = page.get_by_label("name")
    assert name.evaluate("input => input === document.activeElement")
    name.fill("Nordlys AS")
    page.get_by_label("status").select_option("former")
    page.get_by_label("evidence").fill("Nordlys pays him")
    page.keyboard.press("Enter")
    page.locator(".problem", has_text="not in the article").wait_for()
    page.get_by_label("evidence").fill("Nordlys")
    press(page, "Enter", "judged")
    assert (hand(page), page.locator(".card del").inner_text()) == ("Nordlys AS · former", "Nordlys")
    assert "".join(page.locator(".text .lit").all_inner_texts()) == "Nordlys"
    page.reload()
    page.wait_for_selector(".card")
    assert hand(page) == "Nordlys AS · former"
    [verdict] = read_verdicts(verdicts_path(records))
    assert verdict.verdict == "mended"
    assert verdict.fact
    assert verdict.fact["evidence"][0]["text"] == "Nordlys"


def test_mend_a_date_keeps_the_rest(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    page = open_desk_page(open_desk(Asked(kinds=frozenset({"participation"}))).url)
    page.keyboard.press("e")
    page.get_by_label(re.compile("^date ?\\(")).fill("21")
    page.keyboard.press("Enter")
    page.locator(".problem", has_text="date").wait_for()
    page.get_by_label(re.compile("^date ?\\(")).fill("2021-05")
    press(page, "Enter", "Mended")
    [verdict] = read_verdicts(verdicts_path(records))
    assert verdict.fact
    assert verdict.judged
    assert verdict.fact["evidence"] == verdict.judged["evidence"]  # behind a character of two UTF-16 units
    changed = {name for name in verdict.fact if verdict.fact[name] != verdict.judged[name]}
    assert changed == {"date", "date_precision", "confidence"}


SELECT = """(words) => {
  const nodes = [...document.querySelectorAll(".text p")].flatMap((p) => [...p.childNodes]);
  const node = nodes.findLast((one) => one.textContent.includes(words)), range = document.createRange();
  const text = node.firstChild ?? node;
  range.setStart(text, text.textContent.lastIndexOf(words));
  range.setEnd(text, text.textContent.lastIndexOf(words) + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
"""Selects words where they stand last in the article."""


@pytest.mark.parametrize(("article", "words"), [(0, "2022"), (3, "and")], ids=["behind an emoji", "behind controls"])
def test_evidence_is_where_it_was_selected(
    open_desk: OpenDesk, open_desk_page: OpenPage, records: Path, article: int, words: str
) -> None:
    text, person = {0: (stories.PREVIEW.text, "Anna Berg"), 3: (stories.HOSTILE.text, "Mallory")}[article]
    start = text.rindex(words)
    page = open_desk_page(open_desk().url + f"#{article}/0")
    page.evaluate(SELECT, words)
    page.keyboard.press("a")
    page.get_by_label("person").fill(person)
    page.get_by_label("kind").select_option("discipline")
    page.get_by_label("value").fill("missed")
    press(page, "Enter", "Added")
    page.keyboard.press("e")
    page.evaluate(SELECT, words)
    page.get_by_role("button", name="use the selection").click()
    press(page, "Enter", "Mended")
    added, mended = read_verdicts(verdicts_path(records))
    assert (added.verdict, mended.verdict) == ("added", "mended")
    assert [verdict.fact and verdict.fact["evidence"] for verdict in (added, mended)] == [
        [{"start": start, "end": start + len(words), "text": words}]
    ] * 2


def test_add_what_was_missed(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    page = open_desk_page(open_desk().url)
    page.evaluate(
        """() => {
          const node = [...document.querySelectorAll(".text p")].flatMap((p) => [...p.childNodes]).find((one) => one.textContent.includes("Visby"));
          const range = document.createRange(), at = node.textContent.indexOf("Visby");
          range.setStart(node, at);
          range.setEnd(node, at + 5);
          getSelection().addRange(range);
        }"""
    )
    page.keyboard.press("a")
    page.get_by_label("kind").select_option("residence")
    assert page.get_by_label("evidence").input_value() == "Visby"
    page.get_by_label("value").fill("Visby")
    page.get_by_label("status").select_option("former")
    press(page, "Enter", "Added")
    assert page.locator(".item").last.locator(".words").inner_text() == "Visby · former"
    page.reload()
    page.wait_for_selector(".card")
    assert verdicts(page) == ["added"]
    [verdict] = read_verdicts(verdicts_path(records))
    assert (verdict.person, verdict.kind, verdict.verdict) == ("Anna Berg", "residence", "added")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert page.locator("form").count() == 0


def test_a_hostile_article_is_text(open_desk: OpenDesk, open_desk_page: OpenPage) -> None:
    page = open_desk_page(open_desk().url + "#3/0")
    assert "</script><script>window.pwned=1</script>" in page.locator(".text").inner_text()
    assert page.locator("main :is(script, img, svg, b, iframe)").count() == 0
    assert page.locator(".lead a").count() == 0
    assert "\u202e" not in page.title() + page.locator("main").inner_text()
    page.keyboard.press("e")
    assert "window.pwned=1" in page.get_by_label("value").input_value()
    page.keyboard.press("Escape")
    press(page, "w", "Judged: wrong")


def test_an_article_of_very_many_facts(open_desk_page: OpenPage, tmp_path: Path) -> None:
    path = write_records(tmp_path / "many.jsonl", stories.hostile(1_000))
    with (
        open_store(str(path), None, write=True) as store,
        DeskServer(Desk(store, Asked(), {stories.HOSTILE.id: stories.HOSTILE.text})) as server,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = open_desk_page(server.url + "#0/500")
        assert page.locator(".item").count() == 200
        assert page.locator(".item[aria-current] .words").text_content() == hand(page)
        press(page, "w", "Judged: wrong")
        assert hand(page).startswith("x501 ")
        assert page.locator(".item").count() == 200
        server.shutdown()


def test_two_pages(open_desk: OpenDesk, open_desk_page: OpenPage, records: Path) -> None:
    url = open_desk().url
    mine, theirs = open_desk_page(url), open_desk_page(url)
    press(mine, "w", "Judged: wrong")
    press(theirs, "r", "judged elsewhere meanwhile")
    assert kept(records) == verdicts(theirs) == ["wrong"]
    assert hand(theirs) == "29 · as of 2024-09-18"
    press(theirs, "r", "Judged: right")  # now that it is seen
    assert kept(records) == ["right"]


def test_a_desk_that_has_ended_is_told(open_desk: OpenDesk, open_desk_page: OpenPage) -> None:
    server = open_desk()
    page = open_desk_page(server.url)
    server.shutdown()
    server.server_close()
    page.route("**/api/**", lambda route: route.abort())
    press(page, "r", "The desk does not answer")
    assert verdicts(page) == []


def test_nothing_to_judge(open_desk: OpenDesk, open_desk_page: OpenPage) -> None:
    page = open_desk_page(open_desk(Asked(below=0.01)).url)
    assert page.get_by_role("heading", level=1).inner_text() == "Nothing to judge"
    for key in "rweausk":
        page.keyboard.press(key)
    assert page.locator("form").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessible_and_as_wide_as_the_screen(
    open_desk: OpenDesk, open_desk_page: OpenPage, scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_desk_page(open_desk().url, color_scheme=scheme, viewport={"width": width, "height": 844})

    def check(where: str) -> None:
        found = axe.run(page).response
        assert len(found["passes"]) > 10
        assert [(where, wrong["id"], wrong["nodes"][0]["html"]) for wrong in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where

    press(page, "r", "Judged: right")
    press(page, "w", "Judged: wrong")
    check("a fact")
    page.keyboard.press("k")
    page.wait_for_selector(".card .verdict")
    check("a fact that has been judged")
    page.keyboard.press("e")
    check("mend")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.get_by_label("kind").select_option("participation")
    check("add")
