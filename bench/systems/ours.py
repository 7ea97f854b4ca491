"""bioextract itself, whole and with its rules alone: a validated record as JSON for every article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from systems.system import Json, Reader, System


def load(*, rules_only: bool) -> Reader:
    from bioextract import Article, Extractor
    from bioextract.errors import ExtractError

    extractor = Extractor(rules_only=rules_only)

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        for article in articles:
            day = dt.date.fromisoformat(article["published"]) if article.get("published") else None
            source = f"#{article['id']}"
            try:
                yield extractor.extract(Article(article["text"], article.get("title"), day, source)).model_dump_json()
            except ExtractError:  # not English, or empty: a reject
                yield None

    return read


WHOLE = System(name="bioextract", title="bioextract", load=partial(load, rules_only=False), finds="facts")
RULES = System(name="rules-only", title="bioextract --rules-only", load=partial(load, rules_only=True), finds="facts")
