"""The day that a web page says it was published: only where the markup says so.

Dates in the running text, in picture addresses and of related stories are not the page's: a search of the whole page
takes them for it, and every "on Sunday" of the article would be counted from there.
"""

from __future__ import annotations

import datetime as dt
import json
import re
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
_DATELINE = re.compile(r"date|byline|publish|posted|timestamp", re.I)
# Where other articles are announced.
_BESIDE = " or ".join(
    [f"ancestor-or-self::{tag}" for tag in ("aside", "nav", "footer", "li")]
    + [f"ancestor-or-self::*[contains(@class, '{word}')]" for word in ("related", "sidebar", "teaser", "promo")]
)


def find_page_day(tree: Any) -> dt.date | None:
    """The day of publication of a page (its lxml tree), or None.

    In turn: <meta>, JSON-LD, `itemprop="datePublished"`, the only day that <time> elements outside lists and side
    columns give, the only day in a short byline or dateline, and the canonical URL.
    """
    return (
        _find_in_meta(tree)
        or _agree(_find_in_json_ld(tree))
        or _agree(_find_in_microdata(tree))
        or _agree(_find_in_time_elements(tree))
        or _agree(_find_in_datelines(tree))
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
    for element in tree.xpath(f"//time[@datetime][not({_BESIDE})]"):
        paragraph = next(element.iterancestors("p"), None)
        if paragraph is None or len(_read_text(paragraph)) <= _LONGEST_DATELINE:
            yield parse_day(element.get("datetime"))


def _find_in_datelines(tree: Any) -> Iterator[dt.date | None]:
    """The days written in short elements that are named for it: "Published 26 August 2023"."""
    from bioextract.spans.dates import find as find_dates
    from bioextract.values.dates import parse_date

    for element in tree.xpath(f"//*[@class or @id][not({_BESIDE})]"):
        text = _read_text(element) if _DATELINE.search(f"{element.get('class')} {element.get('id')}") else ""
        if 0 < len(text) <= _LONGEST_DATELINE:
            dates = (parse_date(span.text) for span in find_dates(text))
            yield from (dt.date.fromisoformat(date.iso) for date in dates if date and date.precision == "day")


def _read_text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _find_in_canonical_url(tree: Any) -> dt.date | None:
    link = tree.find(".//link[@rel='canonical']")
    return find_day_in_path(link.get("href") or "") if link is not None else None
