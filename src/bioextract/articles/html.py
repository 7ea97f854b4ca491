"""Web pages (.html): the main text, without navigation, comments and other articles' teasers."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from io import BufferedReader
from typing import TYPE_CHECKING, Any

from bioextract.articles.article import Article
from bioextract.articles.build import build_article
from bioextract.articles.encoding import decode_text, find_declared_charset
from bioextract.articles.options import ReadOptions
from bioextract.articles.page_date import find_page_day
from bioextract.articles.text import read_bytes
from bioextract.errors import ReadError

if TYPE_CHECKING:
    from configparser import ConfigParser

# The thorough comparison of extractors takes a time that grows with the square of the page.
_THOROUGH_ELEMENTS = 10_000
_MOST_ELEMENTS = 100_000
# Below this many characters trafilatura falls back to all text of the page. Its own value, 250, gives the menu of
# every short news item along with its text.
_LEAST_CHARACTERS = 25


def read_html(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article]:
    """The one article of a page. Raises `ReadError`."""
    data = read_bytes(stream, source, options)
    yield read_page(decode_text(data, source, find_declared_charset(data)), source, options)


def read_page(html: str, source: str, options: ReadOptions, *, url: str | None = None) -> Article:
    """The article of one page, its main text in Unicode form NFC; `url` may name the day, else `source`.

    Nothing is fetched. Raises `ReadError` if the page has no main text, or is nested or split up beyond reason.
    """
    if not html.strip():
        raise ReadError(source, "empty: there is no text in it")
    tree = _parse(html, source)
    day = find_page_day(tree)
    document = _extract(tree, source)
    text = (document.text or "").strip() if document else ""
    if not text:
        raise ReadError(source, "the page has no main text")
    article = build_article(text, source, options, title=document.title, published=day, location=url or source)
    return replace(article, from_page=True)


def _parse(html: str, source: str) -> Any:
    """The element tree of a page (lxml)."""
    import lxml.html  # type: ignore[import-untyped, unused-ignore]

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = lxml.html.document_fromstring(html.encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError(source, "the page has no main text") from error
    for entry in parser.error_log.filter_from_fatals():
        # What the parser gave up on would be missing from the text.
        raise ReadError(source, f"the page cannot be read as a whole: {entry.message.split(',')[0]}")
    return tree


def _extract(tree: Any, source: str) -> Any:
    """trafilatura's document: its `title` and `text`, or None."""
    import logging

    import trafilatura

    # Its warnings about single pages are told by `ReadError`; without a handler Python prints them.
    for name in ("trafilatura", "htmldate"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    elements = sum(1 for _ in tree.iter())
    if elements > _MOST_ELEMENTS:
        raise ReadError(source, f"the page has {elements:,} elements, more than {_MOST_ELEMENTS:,}")
    try:
        return trafilatura.bare_extraction(
            tree,
            fast=elements > _THOROUGH_ELEMENTS,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
            config=_configure(),
        )
    except Exception as error:  # Pages are arbitrary, and one of them must not end the run.
        raise ReadError(source, f"the page cannot be read: {type(error).__name__}: {error}") from error


@lru_cache(maxsize=1)
def _configure() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config: ConfigParser = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_LEAST_CHARACTERS)
    return config
