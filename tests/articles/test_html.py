from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from bioextract.articles import ReadOptions, read_article
from bioextract.articles.html import read_page
from bioextract.errors import ReadError

SENTENCES = [
    "Anna Berg won gold in the 400m hurdles at the national championships in Lund on Sunday.",
    "The 29-year-old ran 54.31 seconds, her best of the season, and beat Karin Holm by half a second.",
    "“I had hoped for this since the spring,” said Berg, who is coached by her husband Nils.",
    "She will now travel to Oslo for a meeting on Thursday, and hopes to be picked for the European team.",
]
NAV = '<nav><ul><li><a href="/">Homepage</a></li><li><a href="/s">Sportmenu</a></li></ul></nav>'
OLD_NAV = '<div id="menu"><a href="/">Homepage</a> | <a href="/s">Sportmenu</a></div>'
RELATED = '<div class="related"><h3>Readmore</h3><ul><li><a href="/1">Olderstory about a race</a></li></ul></div>'
COMMENTS = '<div id="comments"><div class="comment"><p>Commenter says that she was lucky again.</p></div></div>'
FOOTER = "<footer>Copyright 2024 Lund Sport</footer>"
NOISE = ("Homepage", "Sportmenu", "Readmore", "Olderstory", "Commenter", "Copyright")


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Berg wins</title>{head}</head><body>{body}</body></html>"


def paragraphs(count: int) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:count])


def read(html: str) -> str:
    return read_page(html, "a.html", ReadOptions()).text


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize(
    "layout",
    [
        "{p}",
        NAV + "{p}" + FOOTER,
        NAV + "<main><article><h1>Berg wins</h1>{p}</article>" + RELATED + "</main>" + COMMENTS + FOOTER,
        OLD_NAV + '<div class="content"><h1>Berg wins</h1>{p}</div>' + RELATED + COMMENTS + FOOTER,
        NAV + '<div class="story"><section>{p}</section></div>' + FOOTER,
    ],
)
def test_main_text_without_navigation(layout: str, count: int) -> None:
    text = read(page(layout.format(p=paragraphs(count))))
    assert [sentence for sentence in SENTENCES[:count] if sentence not in text] == []
    assert [word for word in NOISE if word in text] == []


def test_whole_article(tmp_path: Path) -> None:
    path = tmp_path / "berg.html"
    head = '<meta property="article:published_time" content="2023-08-26T23:30:00+09:00">'
    path.write_text(page(NAV + f"<article>{paragraphs(4)}</article>", head))
    article = read_article(str(path))
    assert (article.title, article.published, article.published_from) == (
        "Berg wins",
        dt.date(2023, 8, 26),
        "document",
    )
    assert article.text == "\n".join(SENTENCES)
    assert article.source == path.as_posix()


@pytest.mark.parametrize(
    "html",
    [
        "<p>Anna Berg won.</p>",
        "<h1>Win</h1><p>Anna Berg won.",
        "Anna Berg won.",
        "<article><p>Anna Berg won.</p><p cla",
    ],
)
def test_fragments(html: str) -> None:
    assert "Anna Berg won." in read(html)


@pytest.mark.parametrize("cut", [50, 150, 250, 330])
def test_truncated(cut: int) -> None:
    assert SENTENCES[0] in read(page(f"<article>{paragraphs(4)}")[: 170 + cut])


@pytest.mark.parametrize("html", ["<html></html>", page(""), page("<script>let a = 1;</script>"), "<!-- x -->"])
def test_no_main_text(html: str) -> None:
    with pytest.raises(ReadError, match=r"the page has no main text"):
        read(html)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + paragraphs(4) + "</div>" * 100_000,
        "<div>" * 300 + paragraphs(4),
        "<p><b><i>" * 60_000 + paragraphs(4),
        "<p>x</p>" * 110_000,
    ],
)
def test_beyond_reason(body: str) -> None:
    started = time.process_time()
    with pytest.raises(ReadError, match=r"cannot be read as a whole|elements, more than"):
        read(page(body))
    assert time.process_time() - started < 20


def test_many_elements_in_bounded_time() -> None:
    started = time.process_time()
    text = read(page(f"<article>{paragraphs(4)}</article>" + "<div><span>a</span></div>" * 20_000))
    assert SENTENCES[1] in text
    assert time.process_time() - started < 30  # minutes, with the thorough extraction


def test_long_page_is_not_cut() -> None:
    body = "".join(
        f"<p>Runner {i} passed kilometre {i} with {i * 3} people cheering for her.</p>" for i in range(3_000)
    )
    assert read(page(f"<article>{body}</article>")).count("\n") == 2_999


def test_nothing_on_stderr(capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder) -> None:
    for html in ("<html></html>", page(paragraphs(4))):
        try:
            read(html)
        except ReadError:
            continue
    assert capfd.readouterr() == ("", "")
    assert not recwarn.list


def test_declared_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(page("<p>坂井は日曜日の大会で優勝した。</p>", '<meta charset="Shift_JIS">').encode("shift_jis"))
    assert "坂井は日曜日の大会で優勝した。" in read_article(str(path)).text


JSON_LD = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="OriginalPublicationDate" content="2023/08/26 14:02:44">', ""),
        ('<meta itemprop="datePublished" content="2023-08-26">', ""),
        (
            '<meta property="article:modified_time" content="2023-09-01">'
            '<meta property="article:published_time" content="2023-08-26">',
            "",
        ),
        (
            JSON_LD % '{"@type": "NewsArticle", "datePublished": "2023-08-26T10:00:00Z", "dateModified": "2023-09-01"}',
            "",
        ),
        (JSON_LD % '[{"@graph": [{"@type": ["Article"], "datePublished": "2023-08-26"}]}]', ""),
        ("", '<span itemprop="datePublished" content="2023-08-26">Saturday</span>'),
        ("", '<p class="byline">By N. N. <time datetime="2023-08-26T10:00">Saturday</time></p>'),
        ("", '<time datetime="2023-08-26">x</time><aside><time datetime="2020-01-01">old</time></aside>'),
        ('<link rel="canonical" href="https://example.org/2023/08/26/berg">', ""),
    ],
)
def test_day_of_page(head: str, body: str) -> None:
    article = read_page(page(body + paragraphs(4), head), "a.html", ReadOptions())
    assert (article.published, article.published_from) == (dt.date(2023, 8, 26), "document")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>She will run again on 2019-05-12 in Oslo.</p>"),
        ("", "<p>The race will be held on 12/05/2021.</p>"),
        ("", f'<p>{SENTENCES[0]} She will run on <time datetime="2023-09-03">3 September</time>.</p>'),
        ("", '<time datetime="2023-08-26">x</time><time datetime="2023-08-27">y</time>'),
        ("", '<div class="related"><span class="date">26 Aug 2015</span> old story</div>'),
        ('<meta property="og:image" content="https://example.org/uploads/2018/07/10/a.jpg">', ""),
        ('<meta property="article:modified_time" content="2023-08-28">', ""),
        ('<meta name="date" content="2023-08">', ""),
        ('<meta name="date" content="2023-13-45">', ""),
        ('<meta name="date" content="03/04/2023">', ""),
        (JSON_LD % '{"@type": "NewsArticle", "datePublished": "2023-08"}', ""),
        (JSON_LD % '{"@type": "Event", "datePublished": "2023-08-26"}', ""),
        (JSON_LD % "{broken", ""),
        (JSON_LD % ("[" * 100_000), ""),
        ("", FOOTER),
    ],
)
def test_no_day_of_page(head: str, body: str) -> None:
    article = read_page(page(paragraphs(3) + body, head), "a.html", ReadOptions())
    assert article.published is None


def test_written_date_line() -> None:
    body = '<div class="byline">Published 26 August 2023</div>' + paragraphs(3)
    assert read_page(page(body), "a.html", ReadOptions()).published == dt.date(2023, 8, 26)
