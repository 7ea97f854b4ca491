"""The whole method on one screen (being written): article -> page -> people -> facts -> record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from bioextract import __version__
from bioextract.articles import Article
from bioextract.records import ArticleInfo, ExtractorInfo, Record


class Extractor:
    """Extracts records from many articles; build one and keep it."""

    def __init__(self, *, min_confidence: float = 0.0) -> None:
        self.min_confidence = min_confidence

    def extract(self, article: Article) -> Record:
        """The record of one article; raises `ExtractError` when it cannot be extracted."""
        return Record(
            extractor=ExtractorInfo(version=__version__, model="rules", config="0"),
            article=ArticleInfo(
                id=article.id,
                source=article.source,
                title=article.title,
                published=article.published.isoformat() if article.published else None,
                published_from=article.published_from,
                characters=len(article.text),
            ),
        )

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of many articles, in order, as a stream."""
        return map(self.extract, articles)


def extract(
    text: str, *, published: dt.date | str | None = None, title: str | None = None, source: str | None = None
) -> Record:
    """The record of one text."""
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return Extractor().extract(Article(text, title=title, published=day, source=source))
