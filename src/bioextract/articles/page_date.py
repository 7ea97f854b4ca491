"""The day that a web page says it was published: only where the markup says so.

Dates in the running text, in picture addresses and of related stories are not the page's: a search of the whole page
takes them for it, and every "on Sunday" of the article would be counted from there.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from bioextract.articles.published import find_day_in_path, parse_day

# Best first; `name`, `property` or `itemprop` of a <meta>, in lower case.
_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "originalpublicationdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "date",
)
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "WebPage")
# A <time> in a longer paragraph than this is a date in the running text.
_LONGEST_DATELINE = 80


def find_page_day(tree: Any) -> dt.date | None:
    """The day of publication of a page (its lxml tree), or None.

    In turn: <meta>, JSON-LD, `itemprop="datePublished"`, the only day that <time> elements outside lists and side
    columns give, and the canonical URL.
    """
    return (
        _find_in_meta(tree)
        or _agree(_find_in_json_ld(tree))
        or _agree(_find_in_microdata(tree))
        or _agree(_find_in_time_elements(tree))
        or _find_in_canonical_url(tree)
    )


def _agree(days: Iterator[dt.date | None]) -> dt.date | None:
    """The only day among these, or None: one candidate or none."""
    distinct = set(days) - {None}
    return distinct.pop() if len(distinct) == 1 else None


def _find_in_meta(tree: Any) -> dt.date | None:
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        values.setdefault(name.strip().lower(), meta.get("content") or "")
    return next(filter(None, (parse_day(values.get(name)) for name in _META)), None)


def _find_in_json_ld(tree: Any) -> Iterator[dt.date | None]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _list_items(data):
            if any(str(kind).endswith(_ARTICLE_TYPES) for kind in _as_list(item.get("@type"))):
                yield parse_day(item.get("datePublished"))


def _list_items(data: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, but not those inside them: a page links to other articles there."""
    for item in _as_list(data):
        if isinstance(item, dict):
            yield item
            yield from (inner for inner in _as_list(item.get("@graph")) if isinstance(inner, dict))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _find_in_microdata(tree: Any) -> Iterator[dt.date | None]:
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield parse_day(element.get("content") or element.get("datetime") or _read_text(element))


def _find_in_time_elements(tree: Any) -> Iterator[dt.date | None]:
    path = "//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]"
    for element in tree.xpath(path):
        paragraph = next(element.iterancestors("p"), None)
        if paragraph is None or len(_read_text(paragraph)) <= _LONGEST_DATELINE:
            yield parse_day(element.get("datetime"))


def _read_text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _find_in_canonical_url(tree: Any) -> dt.date | None:
    link = tree.find(".//link[@rel='canonical']")
    return find_day_in_path(link.get("href") or "") if link is not None else None
