"""What of the articles at hand is in the database already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from bioextract.articles import Article
from bioextract.records import ExtractorInfo
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.rows import clean
from bioextract.sinks.database.schema import articles, rejects, sources


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as it was read: where, the key of its content, and its text where that is to be kept."""

    source: str
    source_key: str
    content_key: str
    text_id: str
    text: str | None = field(repr=False)


def make_entry(article: Article, *, keep_text: bool) -> Entry:
    """The entry of an article; its source is its `id` where it has none."""
    text_id = article.id
    day = article.published.isoformat() if article.published else None
    content = json.dumps([text_id, article.title, day])
    source = clean(article.source or text_id)
    text = clean(article.text) if keep_text or article.from_page else None
    return Entry(source, key_of_source(source), hashlib.sha256(content.encode()).hexdigest(), text_id, text)


def key_of_source(source: str) -> str:
    """The key of a source in the tables `sources` and `rejects`."""
    return hashlib.sha256(source.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the database of some articles, made by the extractor in question.

    `done`: keys of the contents; `linked`: pairs of a source and its content; `with_text`: contents whose text is kept;
    `rejected`: sources with a reject.
    """

    done: frozenset[str]
    linked: frozenset[tuple[str, str]]
    with_text: frozenset[str]
    rejected: frozenset[str]

    def is_settled(self, entry: Entry) -> bool:
        """Whether nothing at all has to be written for an article that is done."""
        has_text = entry.text is None or entry.content_key in self.with_text
        is_linked = (entry.source_key, entry.content_key) in self.linked
        return has_text and is_linked and entry.source_key not in self.rejected


def find_known(connection: sa.Connection, entries: Sequence[Entry], extractor: ExtractorInfo) -> Known:
    """What of the articles is there already; three queries, whatever their number."""
    a, keys = articles.c, [entry.source_key for entry in entries]
    same = (a.extractor_version == extractor.version) & (a.extractor_model == extractor.model)
    same &= a.extractor_config == extractor.config
    contents = among(connection, a.content_key, [entry.content_key for entry in entries])
    found = connection.execute(sa.select(a.content_key, a.text.is_not(None)).where(contents, same)).all()
    linked = sa.select(sources.c.source_key, a.content_key).join_from(sources, articles)
    linked = linked.where(among(connection, sources.c.source_key, keys), same)
    rejected = sa.select(rejects.c.source_key).where(among(connection, rejects.c.source_key, keys))
    return Known(
        done=frozenset(key for key, _ in found),
        linked=frozenset((source, content) for source, content in connection.execute(linked)),
        with_text=frozenset(key for key, has_text in found if has_text),
        rejected=frozenset(connection.scalars(rejected)),
    )
