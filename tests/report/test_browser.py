"""The report in a browser: found, sorted, opened, lit up; hostile articles; accessibility."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PREVIEW, RESULT, NAMESAKE, HOSTILE = range(4)


@pytest.fixture
def open_view(open_page: Callable[..., Page], report: Path) -> Callable[..., Page]:
    """route -> the page that shows it, watched."""
    return lambda route, **options: open_page(f"{report.as_uri()}#/{route}", **options)


def rows(page: Page) -> list[list[str]]:
    """The cells of a table's rows, without the empty ones."""
    read = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()).filter(Boolean))"
    found: list[list[str]] = page.locator("tbody tr").evaluate_all(read)
    return found


def names(page: Page) -> list[str]:
    return page.locator("tbody th").all_text_contents()


def follow(link: Locator, heading: str) -> None:
    """Clicks a link and waits for the view it leads to, which is drawn a moment later."""
    link.click()
    link.page.get_by_role("heading", level=1, name=heading).wait_for()


def go_back(page: Page) -> None:
    """To the table of athletes."""
    page.go_back()
    page.get_by_role("columnheader", name="Name").wait_for()


class TestAthletes:
    def test_one_row_for_a_person_of_two_articles(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes")
        anna, namesake = (row for row in rows(page) if row[0] == "Anna Berg")
        assert anna[:-1] == ["Anna Berg", "Sweden", "30", "marathon runner", "≥ 12", "Nordlys", "2:28:40 marathon", "2"]
        assert namesake == ["Anna Berg", "Norway", "butterfly", "1", "confidence\n80 %"]

    def test_search(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes")
        page.get_by_label("Search").fill("NORDLYS berg")
        assert names(page) == ["Anna Berg"]
        assert page.get_by_role("status").inner_text() == "1 of 4 athletes"
        page.get_by_label("Search").fill("nobody")
        assert names(page) == []

    def test_filter(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes")
        page.get_by_label("Nationality").select_option("Norway")
        assert [row[:2] for row in rows(page)] == [["Anna Berg", "Norway"]]

    def test_sort_and_what_is_not_told_comes_last(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes")
        page.get_by_role("button", name="Name").click()
        up = names(page)
        page.get_by_role("button", name="Name").click()
        assert names(page) == up[::-1]
        assert page.get_by_role("columnheader", name="Name").get_attribute("aria-sort") == "descending"
        page.get_by_role("button", name="Age").click()
        assert names(page)[0] == "Anna Berg"
        page.get_by_role("button", name="Age").click()
        assert names(page)[0] == "Anna Berg"

    def test_sort_on_a_phone(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes", viewport={"width": 390, "height": 844})
        assert not page.get_by_role("button", name="Name").is_visible()
        page.get_by_label("Sort by").select_option("Name")
        assert names(page)[-1].startswith("Mallory")

    def test_going_back_keeps_the_order_of_a_page_opened_from_disk(
        self, open_page: Callable[..., Page], report: Path
    ) -> None:
        page = open_page(report.as_uri())
        page.get_by_role("button", name="Name").click()
        page.get_by_role("button", name="Name").click()
        down = names(page)
        follow(page.get_by_role("link", name="Lars Holm"), "Lars Holm")
        go_back(page)
        assert names(page) == down
        assert "?" not in page.url.partition("#")[0]

    def test_going_back_keeps_the_search(self, open_view: Callable[..., Page]) -> None:
        page = open_view("athletes")
        page.get_by_label("Search").fill("holm")
        follow(page.get_by_role("link", name="Lars Holm"), "Lars Holm")
        go_back(page)
        assert names(page) == ["Lars Holm"]
        assert page.get_by_label("Search").input_value() == "holm"


class TestAthlete:
    @pytest.fixture
    def anna(self, open_view: Callable[..., Page]) -> Page:
        page = open_view("athletes")
        follow(page.get_by_role("link", name="Anna Berg").first, "Anna Berg")
        return page

    def test_facts_have_their_sentences(self, anna: Page) -> None:
        fact = anna.locator('[data-kind="sponsor"].fact')
        assert "41 %" in fact.inner_text()
        assert fact.locator("blockquote p").inner_text() == "… Nordlys pays her."
        assert fact.locator("mark").inner_text() == "Nordlys pays her"

    def test_status_is_told_by_shape_and_words(self, anna: Page) -> None:
        words = anna.locator(".timeline .status").all_inner_texts()
        assert words == ["hoped for", "upcoming", "took part", "missed", "did not finish", "took part"]
        shapes = anna.locator(".timeline li .sign").evaluate_all("signs => signs.map(sign => sign.innerHTML)")
        assert len(set(shapes)) == 5

    def test_marks_over_time(self, anna: Page) -> None:
        assert anna.locator("figure li").all_inner_texts() == [
            "2021 2:35:00 Torsby Marathon",
            "2022 2:31:05 personal best",
            "2024-09-22 2:28:40 personal best",
        ]
        heights = anna.locator(".plot circle").evaluate_all("points => points.map(point => point.cy.baseVal.value)")
        assert heights == sorted(heights, reverse=True)  # faster is higher

    def test_from_a_fact_to_its_article(self, anna: Page) -> None:
        follow(anna.locator('[data-kind="sponsor"].fact').get_by_role("link"), "Anna Berg looks ahead")
        assert "".join(anna.locator(".lit").all_inner_texts()) == "Nordlys pays her"


class TestArticle:
    def test_every_span_is_marked(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        pieces = page.locator(".piece").all_inner_texts()
        assert pieces[:4] == ["29", "Swedish", " ", "marathon runner"]  # two facts within a third
        assert pieces[4] == " 🏃 who won silver at the Torsby Marathon in 2021"
        assert page.locator(".piece").nth(1).evaluate("piece => piece.style.cssText.match(/--lane/g).length") == 2

    def test_hover_and_focus_show_the_facts(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        tip = page.get_by_role("tooltip")
        page.get_by_role("button", name="Swedish").hover()
        assert "Anna Berg: Sweden · SWE" in tip.inner_text()
        assert "Torsby Marathon" in tip.inner_text()
        page.keyboard.press("Escape")
        assert not tip.is_visible()
        page.locator(".piece").first.focus()
        assert "29 · as of 2024-09-18" in tip.inner_text()
        page.keyboard.press("ArrowRight")
        assert "Sweden" in tip.inner_text()

    def test_a_fact_lights_its_span_up(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        page.locator(".item", has_text="Torsby Marathon").click()
        lit = "".join(page.locator(".lit").all_inner_texts())
        assert lit == "Swedish marathon runner 🏃 who won silver at the Torsby Marathon in 2021"
        page.get_by_role("button", name="29 · as of").press("Enter")
        assert page.locator(".lit").all_inner_texts() == ["29"]

    def test_a_span_lights_its_facts_up_one_after_the_other(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        piece = page.locator(".text").get_by_role("button", name="Swedish", exact=True)
        piece.click()
        assert "Sweden" in page.locator(".item[aria-current]").inner_text()
        piece.press("Enter")
        assert "Torsby Marathon" in page.locator(".item[aria-current]").inner_text()

    def test_a_warning_lights_its_words_up(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        warning = page.locator(".warnings")
        assert "conflict age – two ages" in warning.inner_text()
        warning.get_by_role("button", name="29").click()
        assert page.locator(".lit").all_inner_texts() == ["29"]
        warning.get_by_role("button", name="dates from").click()  # which no fact shows
        assert page.locator(".lit").all_inner_texts() == ["dates from"]
        assert page.locator(".text [role=button]", has_text="dates from").count() == 0

    def test_without_a_text_evidence_alone_is_shown(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{NAMESAKE}")
        assert page.locator(".snippet").all_inner_texts() == ["Norway", "butterfly"]
        assert "is not in this report" in page.locator("main").inner_text()

    def test_only_addresses_of_the_web_are_links(self, open_view: Callable[..., Page]) -> None:
        page = open_view(f"articles/{PREVIEW}")
        link = page.locator(".lead a")
        assert link.get_attribute("href") == "https://example.org/anna?a=1&b=2"
        assert "noopener" in (link.get_attribute("rel") or "")
        page = open_view(f"articles/{HOSTILE}")
        assert "javascript:" in page.locator(".lead").inner_text()
        assert page.locator(".lead a").count() == 0


def test_the_run(open_view: Callable[..., Page]) -> None:
    page = open_view("run")
    tiles = dict(
        zip(page.locator(".tiles dt").all_inner_texts(), page.locator(".tiles dd").all_inner_texts(), strict=True)
    )
    assert tiles == {
        "articles": "4", "people": "5", "athletes": "4", "facts": "10,020", "warnings": "2", "rejects": "2",
    }  # fmt: skip
    page.get_by_label("Of", exact=True).select_option("age")
    assert page.locator("figcaption").inner_text().startswith("2 facts, 100 %")
    assert rows(page)[-1] == ["in/blank.txt", "read", "empty"]


def test_a_hostile_article_neither_runs_nor_breaks_the_page(open_view: Callable[..., Page]) -> None:
    page = open_view(f"articles/{HOSTILE}")
    text = page.locator(".text").inner_text()
    assert "</script><script>window.pwned=1</script> and <!-- and ]]> and U+202Ereversed" in text
    assert "U+202Egpj.exe" in page.get_by_role("heading", level=1).inner_text()
    assert page.locator("main :is(script, img, svg, b, iframe)").count() == 0
    assert "\u202e" not in page.title() + page.locator("main").inner_text()
    page.locator(".item", has_text="x9998 ").click()
    assert "x9998 " in page.locator(".item[aria-current]").inner_text()
    page.locator(".piece").nth(3000).hover()
    assert "more facts" in page.get_by_role("tooltip").inner_text()
    follow(page.get_by_role("link", name="Athletes"), "Athletes")
    assert len(names(page)) == 4
    follow(page.get_by_role("link", name="Mallory"), "Mallory")
    assert page.locator(".fact").count() == 52
    page.get_by_role("button", name="Show more").click()
    assert page.locator(".fact").count() == 102
    follow(page.get_by_role("link", name="Run"), "Run")
    assert "<img src=x" in page.locator(".data").inner_text()


@pytest.mark.parametrize("route", ["nothing", "athletes/9999", "articles/x"])
def test_an_address_of_nothing(open_view: Callable[..., Page], route: str) -> None:
    assert open_view(route).get_by_role("heading", level=1).inner_text() == "Not found"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessible_and_as_wide_as_the_screen(open_view: Callable[..., Page], scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_view("athletes", color_scheme=scheme, viewport={"width": width, "height": 844})
    for route in ("athletes", "athletes/0", "articles", f"articles/{PREVIEW}/facts/5", f"articles/{NAMESAKE}", "run"):
        page.evaluate("route => { location.hash = `#/${route}`; }", route)
        if page.locator(".piece").count():
            page.locator(".piece").first.focus()
        found = axe.run(page).response
        assert len(found["passes"]) > 10
        assert [(route, wrong["id"], wrong["nodes"][0]["html"]) for wrong in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, route


def test_print_is_dark_on_white_and_leaves_out_what_is_for_a_screen(open_view: Callable[..., Page]) -> None:
    page = open_view("athletes", color_scheme="dark", viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).color") == "rgb(29, 32, 38)"
    assert not page.locator(".controls").is_visible()
    assert page.locator("table").is_visible()
