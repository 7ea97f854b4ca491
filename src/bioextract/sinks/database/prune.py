"""Deletes what the database has from paths where it is no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

import sqlalchemy as sa

from bioextract.articles.find import name_source
from bioextract.rejects import Reject
from bioextract.sinks.database.athletes import assign_athletes
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.ledger import key_of_source
from bioextract.sinks.database.rows import clean
from bioextract.sinks.database.schema import rejects, sources
from bioextract.sinks.database.store import delete_unlinked, name_sources


@dataclass(slots=True)
class Seen:
    """What a run has met: the keys of all sources, and the paths that it could not read, or not to the end."""

    keys: set[bytes] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def add(self, source_key: str) -> None:
        """Takes note of an article."""
        self.keys.add(bytes.fromhex(source_key)[:16])

    def reject(self, reject: Reject) -> None:
        """Takes note of a reject: what else there is of an unread file, or folder, is not known."""
        source = clean(reject.source)
        self.add(key_of_source(source))
        if reject.stage == "read":
            self.unread.add(_file_of(source))

    def is_gone(self, source: str, source_key: str) -> bool:
        """Whether a source was neither met nor can be in what was not read."""
        if bytes.fromhex(source_key)[:16] in self.keys:
            return False
        return not any(path in self.unread for path in _paths_above(source))


def prune(connection: sa.Connection, paths: Sequence[str], seen: Seen) -> list[str]:
    """Deletes the sources under the paths that are gone, and the articles that no other source holds.

    Gives the sources, in order. Rejects that are gone go too, silently.
    """
    gone = _find_gone(connection, sources, paths, seen)
    if gone:
        s = sources.c
        ours = among(connection, s.source_key, list(gone))
        articles = set(connection.scalars(sa.select(s.article_id).where(ours)))
        connection.execute(sa.delete(sources).where(ours))
        assign_athletes(connection, [], delete_unlinked(connection, articles))
        name_sources(connection, articles)
    old = _find_gone(connection, rejects, paths, seen)
    if old:
        connection.execute(sa.delete(rejects).where(among(connection, rejects.c.source_key, list(old))))
    return sorted(gone.values())


def _find_gone(connection: sa.Connection, table: sa.Table, paths: Sequence[str], seen: Seen) -> dict[str, str]:
    rows = connection.execute(sa.select(table.c.source_key, table.c.source))
    return {key: source for key, source in rows if is_under(source, paths) and seen.is_gone(source, key)}


def is_under(source: str, paths: Sequence[str]) -> bool:
    """Whether a source is, or is in, one of the files, folders or patterns.

    >>> [is_under("in/2024/a.jsonl#7", [path]) for path in ("in", "in/2024/a.jsonl", "in/*/a.jsonl", "i", "-")]
    [True, True, True, False, False]
    """
    names = [clean(name_source(path)) for path in paths]
    return any(above == name or fnmatchcase(above, name) for above in _paths_above(source) for name in names)


def _paths_above(source: str) -> Iterator[str]:
    """The source, its file, and the folders that this is in."""
    yield source
    path = _file_of(source)
    while path:
        yield path
        path, slash, _ = path.rpartition("/")
        if slash and not path:
            yield "/"
    if not source.startswith("/"):
        yield "."


def _file_of(source: str) -> str:
    return source.partition("#")[0]
