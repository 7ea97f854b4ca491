"""Web archives (.warc, .warc.gz): one article a page that was fetched well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from bioextract.articles.article import Article
from bioextract.articles.encoding import decode_text, find_declared_charset
from bioextract.articles.html import read_page
from bioextract.articles.options import ReadOptions
from bioextract.articles.text import explain_too_large
from bioextract.errors import ReadError

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"""charset\s?=\s?["']?([\w.:-]{1,40})""", re.IGNORECASE)


def read_warc(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of the HTML responses with status 200, source `file.warc.gz#url`.

    The record's date is that of the crawl, not of publication, so it is not used. What follows damage is not read.
    """
    from warcio.archiveiterator import ArchiveIterator

    tail = _Tail(stream)
    found: Article | ReadError | None = None
    try:
        for record in ArchiveIterator(tail):
            if _is_page(record):
                found = _read_record(record, source, options)
                yield found
    except OSError:
        raise
    except Exception as error:  # warcio lets all sorts of them through for a damaged header
        raise ReadError(source, f"not a WARC file, or a damaged one: {' '.join(str(error).split())[:200]}") from error
    # warcio takes an end within a record's headers for the regular end.
    if tail.last not in (b"", b"\r\n\r\n") and not isinstance(found, ReadError):
        yield ReadError(source, "the archive ends within a record")
    elif not found:
        yield ReadError(source, "no web page in the archive (HTML response with status 200)")


class _Tail:
    """A stream that remembers its last bytes, and gives what comes before damage."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read1(size)
        self.last = (self.last + data[-4:])[-4:]
        return data


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").strip().lower().startswith(_PAGE_TYPES)


def _read_record(record: Any, file: str, options: ReadOptions) -> Article | ReadError:
    url = str(record.rec_headers.get_header("WARC-Target-URI"))
    source = f"{file}#{url}"
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type"))
    try:
        data = record.content_stream().read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            return ReadError(source, explain_too_large(options))
        record.raw_stream.read()  # what may follow the body, such as the end of the chunks
    except OSError:
        raise
    except Exception as error:  # warcio raises bare exceptions for bodies that it cannot decode
        return ReadError(source, f"the page cannot be unpacked: {error}")
    if getattr(record.raw_stream, "limit", 0):
        return ReadError(source, "the record is cut off")
    try:
        html = decode_text(data, source, charset[1] if charset else find_declared_charset(data))
        return read_page(html, source, options, url=url)
    except ReadError as error:
        return error
