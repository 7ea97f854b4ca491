"""Plain text (.txt): the whole file is the text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from bioextract.articles.article import Article
from bioextract.articles.build import build_article
from bioextract.articles.encoding import decode_text, normalize_newlines
from bioextract.articles.options import ReadOptions
from bioextract.errors import ReadError


def read_text(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article]:
    r"""The one article of a text file, without a title; \r\n and \r become \n, as `open` does. Raises `ReadError`."""
    text = decode_text(read_bytes(stream, source, options), source)
    yield build_article(normalize_newlines(text), source, options, location=source)


def read_bytes(stream: BufferedReader, source: str, options: ReadOptions) -> bytes:
    """All bytes of a file with one article; raises `ReadError` if they cannot fit in `options.max_characters`."""
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise ReadError(source, explain_too_large(options))
    return data


def explain_too_large(options: ReadOptions) -> str:
    """Why a file or a page of more than `options.max_bytes` is not read."""
    return (
        f"more than {options.max_bytes:,} bytes, so beyond the limit of {options.max_characters:,} characters "
        "(raise it with --max-characters)"
    )
