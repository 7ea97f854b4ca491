"""From files on disk to articles: one module an input format.

`Article` is what every reader gives; `read_articles` (module `read`) finds the files and picks the reader.
"""

from __future__ import annotations

from bioextract.articles.article import Article, PublishedFrom

__all__ = ["Article", "PublishedFrom"]
