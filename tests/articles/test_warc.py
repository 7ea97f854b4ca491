from __future__ import annotations

import datetime as dt
import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bioextract.articles import Article, ReadOptions, read_articles
from bioextract.errors import ReadError

DEFAULTS = ReadOptions()

PAGE = (
    "<html><head><title>Berg wins</title></head><body><nav><a href='/'>Homepage</a></nav><article>"
    "<p>Anna Berg won gold in the 400m hurdles at the national championships in Lund on Sunday.</p>"
    "<p>José Garcia was third in the long jump, “a surprise” said his coach.</p></article></body></html>"
)
HTML = "text/html; charset=utf-8"


def make(*pages: tuple[str, str, str, bytes], packed: bool = True, kind: str = "response") -> bytes:
    """A WARC of (URL, status line, content type, body)."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for url, status, content_type, body in pages:
        headers = [("Content-Type", content_type)]
        if body.startswith(b"\x1f\x8b"):
            headers.append(("Content-Encoding", "gzip"))
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http))
    return buffer.getvalue()


def read(
    folder: Path, data: bytes, name: str = "a.warc.gz", options: ReadOptions = DEFAULTS
) -> list[Article | ReadError]:
    (folder / name).write_bytes(data)
    return list(read_articles([str(folder / name)], options))


def reasons(found: list[Article | ReadError]) -> list[str]:
    return [item.reason if isinstance(item, ReadError) else "" for item in found]


@pytest.mark.parametrize("packed", [True, False])
def test_pages(tmp_path: Path, packed: bool) -> None:
    name = "2020-01-01.warc.gz" if packed else "2020-01-01.warc"
    data = make(
        ("https://example.org/2023/08/26/berg", "200 OK", HTML, PAGE.encode()),
        ("https://example.org/moved", "301 Moved", HTML, PAGE.encode()),
        ("https://example.org/a.png", "200 OK", "image/png", b"\x89PNG\r\n"),
        ("https://example.org/old", "200 OK", "text/html; charset=windows-1252", PAGE.encode("cp1252")),
        ("https://example.org/packed", "200 OK", "application/xhtml+xml", gzip.compress(PAGE.encode())),
        packed=packed,
    )
    found = read(tmp_path, data, name)
    assert reasons(found) == ["", "", ""]
    first, second, third = (item for item in found if isinstance(item, Article))
    assert first.source == f"{tmp_path.as_posix()}/{name}#https://example.org/2023/08/26/berg"
    assert (first.title, first.published, first.published_from) == ("Berg wins", dt.date(2023, 8, 26), "path")
    assert first.text == second.text == third.text
    assert "José Garcia was third in the long jump, “a surprise”" in first.text
    assert "Homepage" not in first.text
    assert second.published is None


def test_chunked_page(tmp_path: Path) -> None:
    body = PAGE.encode()
    chunks = b"%x\r\n%s\r\n0\r\nTrailer: x\r\n\r\nrest" % (len(body), body)
    data = make(("https://example.org/", "200 OK", f"{HTML}\r\nTransfer-Encoding: chunked", chunks))
    (article,) = read(tmp_path, data)
    assert isinstance(article, Article)
    assert article.text.endswith("said his coach.")


def test_one_gzip_member_for_all(tmp_path: Path) -> None:
    data = make(*[(f"https://example.org/{i}", "200 OK", HTML, PAGE.encode()) for i in range(3)], packed=False)
    assert reasons(read(tmp_path, gzip.compress(data))) == ["", "", ""]


def test_bad_pages_leave_the_others(tmp_path: Path) -> None:
    data = make(
        ("https://example.org/a", "200 OK", HTML, b"<html></html>"),
        ("https://example.org/b", "200 OK", HTML, b"\x89PNG\r\n\x1a\n"),
        ("https://example.org/c", "200 OK", HTML, b"x" * 9_000),
        ("https://example.org/d", "200 OK", HTML, b""),
        ("https://example.org/e", "200 OK", HTML, PAGE.encode()),
    )
    found = read(tmp_path, data, options=ReadOptions(max_characters=2_000))
    assert [reason[:30] for reason in reasons(found)] == [
        "the page has no main text",
        "looks like a binary file (PNG ",
        "more than 8,004 bytes, so beyo",
        "empty: there is no text in it",
        "",
    ]
    assert isinstance(found[0], ReadError)
    assert found[0].source.endswith("a.warc.gz#https://example.org/a")


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("missing", [60, 200, 400])
def test_cut_off(tmp_path: Path, packed: bool, missing: int) -> None:
    data = make(*[(f"https://example.org/{i}", "200 OK", HTML, PAGE.encode()) for i in range(3)], packed=packed)
    found = read(tmp_path, data[:-missing], "a.warc.gz" if packed else "a.warc")
    assert reasons(found)[:2] == ["", ""]
    assert all(isinstance(item, ReadError) for item in found[2:])
    assert len(found) > 2


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.warc", "no web page"),
        (b"hello\nworld\n", "a.warc", "not a WARC file, or a damaged one"),
        (gzip.compress(b"hello\nworld\n", mtime=0), "a.warc.gz", "not a WARC file, or a damaged one"),
        (b"hello\nworld\n", "a.warc.gz", "damaged gzip data"),
        (make(), "a.warc.gz", "no web page"),
        (make(("https://example.org/", "404 Not Found", HTML, PAGE.encode())), "a.warc.gz", "no web page"),
        (make(("https://example.org/", "200 OK", HTML, PAGE.encode()), kind="resource"), "a.warc.gz", "no web page"),
    ],
)
def test_unusable_files(tmp_path: Path, data: bytes, name: str, reason: str) -> None:
    (found,) = reasons(read(tmp_path, data, name))
    assert found.startswith(reason)
