"""From files on disk to articles: one module an input format.

`Article` is what every reader gives; `read_articles` (module `read`) finds the files and picks the reader.
"""

from __future__ import annotations

from bioextract.articles.article import Article, PublishedFrom
from bioextract.articles.options import ReadOptions
from bioextract.articles.read import KNOWN_SUFFIXES, read_article, read_articles

__all__ = ["KNOWN_SUFFIXES", "Article", "PublishedFrom", "ReadOptions", "read_article", "read_articles"]
