"""One batch -> the database, in one transaction of the caller: facts, evidence, ledger, rejects and the run's row."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bioextract import __version__
from bioextract.runs.rejects import Reject
from bioextract.sinks.database import schema
from bioextract.sinks.database.bulk import among, insert, merge
from bioextract.sinks.database.ledger import Entry, key_of_source
from bioextract.sinks.database.rows import clean, date_columns, parse, split_line
from bioextract.sinks.database.runs_table import Run, moment
from bioextract.sinks.database.statements import Gone, Whose, delete_statements, insert_statements
from bioextract.sinks.database.verdicts import find_verdicts


@dataclass(frozen=True, slots=True)
class Written:
    """An article with its record: the head, and the statements as JSON, for they may be there already."""

    entry: Entry
    head: dict[str, Any]
    statements: bytes
    record_key: str

    @classmethod
    def from_line(cls, entry: Entry, line: bytes) -> Written:
        """Raises `ValueError` for the record of another article, and for what is no record."""
        head, statements = split_line(line)
        record = parse(head)
        if record["article"]["id"] != entry.text_id:
            raise ValueError(f"{entry.source}: the record is that of another article: {record['article']['source']}")
        # The main subject stands in the head, and is told of the people.
        told = f"{record['main_subject']}\n".encode() + statements
        return cls(entry, record, statements, hashlib.sha256(told).hexdigest())

    @property
    def people(self) -> int:
        """How many people the record has."""
        return self.statements.count(b'"aliases":')  # a key that each has, and none else; in a text the quotes differ

    @property
    def facts(self) -> int:
        """How many facts the record has."""
        return self.statements.count(b'"confidence":')


class Batch:
    """What is to be committed together: the last article and the last reject of each source, by its key.

    An `Entry` is an article that is there already, but not from this source, or without its text.
    """

    def __init__(self) -> None:
        self.articles: dict[str, Written | Entry] = {}
        self.rejected: dict[str, Reject] = {}

    def __len__(self) -> int:
        return len(self.articles) + len(self.rejected)

    def add(self, article: Written | Entry) -> bool:
        """Adds an article; gives whether it takes the place of another one."""
        entry = _entry_of(article)
        before = self.articles.get(entry.source_key, article)
        self.articles[entry.source_key] = article
        return _entry_of(before).content_key != entry.content_key

    def reject(self, reject: Reject) -> None:
        """Adds a reject."""
        self.rejected[key_of_source(clean(reject.source))] = reject

    @property
    def written(self) -> list[Written]:
        """The articles with their records."""
        return [article for article in self.articles.values() if isinstance(article, Written)]

    @property
    def entries(self) -> list[Entry]:
        """All articles, those with records and those that are there already."""
        return [_entry_of(article) for article in self.articles.values()]


def _entry_of(article: Written | Entry) -> Entry:
    return article.entry if isinstance(article, Written) else article


def store(connection: sa.Connection, run: Run, batch: Batch) -> list[str]:
    """Writes a batch; gives the sources that name a second article in this run, of which the later one is kept.

    To store it again, as after a connection that was lost in a commit, changes nothing.
    """
    contents = {written.entry.content_key: written for written in batch.written}
    entries = batch.entries
    known = _find_articles(connection, sorted({entry.content_key for entry in entries}))
    changed = [known[key][0] for key, w in contents.items() if key in known and known[key][1] != w.record_key]
    new = [key for key in contents if key not in known]
    ids = {key: article_id for key, (article_id, _) in known.items()}
    ids |= dict(zip(new, _count_on(connection, schema.articles.c.article_id), strict=False))

    insert(connection, schema.articles, [_article_row(ids[key], contents[key], run) for key in new])
    there = [_article_row(ids[key], w, run) for key, w in contents.items() if key in known]
    keep = ("article_id", "source", "text", "run_id")
    merge(connection, schema.articles, there, key="content_key", keep=keep)
    _keep_texts(connection, entries, ids)
    replaced, twice = _link(connection, run, entries, ids)
    gone = delete_unlinked(connection, replaced) | delete_statements(connection, changed)
    name_sources(connection, {*replaced, *(article_id for article_id, _ in known.values()), *_shared(entries, ids)})

    if changed:
        of_changed = among(connection, schema.articles.c.article_id, changed)
        connection.execute(sa.update(schema.articles).where(of_changed).values(run_id=run.run_id))
    fresh = {*changed, *(ids[key] for key in new)}
    _insert_statements(connection, [(ids[key], w) for key, w in contents.items() if ids[key] in fresh], gone)
    _store_rejects(connection, run, batch)
    run.update(connection)
    return sorted(twice)


def delete_unlinked(connection: sa.Connection, article_ids: Collection[int]) -> set[Gone]:
    """Deletes those of the articles that no source holds any more; gives what they told of people."""
    a, s = schema.articles.c, schema.sources
    is_linked = sa.exists().where(s.c.article_id == a.article_id)
    query = sa.select(a.article_id).where(among(connection, a.article_id, sorted(article_ids)), ~is_linked)
    unlinked = list(connection.scalars(query)) if article_ids else []
    gone = delete_statements(connection, unlinked)
    if unlinked:
        connection.execute(sa.delete(schema.articles).where(among(connection, a.article_id, unlinked)))
    return gone


def forget_rejects(connection: sa.Connection, run: Run, keys: Collection[str]) -> None:
    """Deletes what earlier runs noted of these sources."""
    if keys:
        r = schema.rejects.c
        is_old = among(connection, r.source_key, sorted(keys)) & r.run_id.is_distinct_from(run.run_id)
        connection.execute(sa.delete(schema.rejects).where(is_old))


def _find_articles(connection: sa.Connection, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Number and record key of the articles that are there."""
    a = schema.articles.c
    query = sa.select(a.content_key, a.article_id, a.record_key).where(among(connection, a.content_key, keys))
    return {key: (article_id, record_key) for key, article_id, record_key in connection.execute(query)}


def _count_on(connection: sa.Connection, column: sa.Column[Any]) -> Iterable[int]:
    """The numbers after the highest one in use; nobody else writes now."""
    highest = connection.scalar(sa.select(sa.func.max(column))) or 0
    return range(highest + 1, 2**31)


def _article_row(article_id: int, written: Written, run: Run) -> tuple[Any, ...]:
    record, entry = written.head, written.entry
    article, extractor = record["article"], record["extractor"]
    return (
        *(article_id, entry.content_key, article["id"], entry.source, article["title"]),
        *(date_columns(article["published"])[0], article["published_from"], article["language"], article["characters"]),
        *(record["main_subject"], entry.text, record["schema_version"]),
        *(extractor["version"], extractor["model"], extractor["config"], written.record_key, run.run_id),
    )


def _keep_texts(connection: sa.Connection, entries: Iterable[Entry], ids: dict[str, int]) -> None:
    a = schema.articles.c
    texts = [
        {"number": ids[entry.content_key], "whole": entry.text}
        for entry in entries
        if entry.text is not None and entry.content_key in ids
    ]
    if texts:
        update = sa.update(schema.articles).where(a.article_id == sa.bindparam("number"))
        connection.execute(update.values(text=sa.bindparam("whole")), texts)


def _link(
    connection: sa.Connection, run: Run, entries: Sequence[Entry], ids: dict[str, int]
) -> tuple[set[int], set[str]]:
    """Notes what the sources hold now.

    Gives the articles that one of them held before, and the sources for which that article is one of this run.
    """
    # A known article may have been deleted by another run since: then the source is left for the next run.
    rows = {e.source_key: (e.source_key, e.source, ids[e.content_key]) for e in entries if e.content_key in ids}
    if not rows:
        return set(), set()
    s, a = schema.sources.c, schema.articles.c
    query = sa.select(s.source_key, s.article_id, a.run_id).join_from(schema.sources, schema.articles)
    found = connection.execute(query.where(among(connection, s.source_key, list(rows)))).all()
    replaced = [(key, article_id, run_id) for key, article_id, run_id in found if article_id != rows[key][2]]
    there = {key for key, *_ in found}
    insert(connection, schema.sources, [row for key, row in rows.items() if key not in there])
    merge(connection, schema.sources, [rows[key] for key, *_ in replaced], key="source_key")
    twice = {rows[key][1] for key, _, run_id in replaced if run_id == run.run_id}
    return {article_id for _, article_id, _ in replaced}, twice


def _shared(entries: Iterable[Entry], ids: dict[str, int]) -> Iterable[int]:
    """The articles that several of the sources hold."""
    times = Counter(ids[entry.content_key] for entry in entries if entry.content_key in ids)
    return (article_id for article_id, number in times.items() if number > 1)


def name_sources(connection: sa.Connection, article_ids: Collection[int]) -> None:
    """An article bears the name of the first of its sources in code point order, whichever was read first."""
    if not article_ids:
        return
    a, s = schema.articles.c, schema.sources.c
    name = s.source.collate("C") if connection.dialect.name == "postgresql" else s.source
    first = sa.select(sa.func.min(name)).where(s.article_id == a.article_id).scalar_subquery()
    wrong = among(connection, a.article_id, sorted(article_ids)) & (a.source != first)
    connection.execute(sa.update(schema.articles).where(wrong).values(source=first))


def _insert_statements(connection: sa.Connection, fresh: Sequence[tuple[int, Written]], gone: set[Gone]) -> None:
    judged = find_verdicts(connection, {written.entry.text_id for _, written in fresh})
    # Parsed one by one: a batch of parsed records is a great many objects, which cost Python dear.
    insert_statements(
        connection,
        (
            (Whose(article_id, w.entry.content_key, w.head["main_subject"]), w.statements, judged.get(w.entry.text_id))
            for article_id, w in fresh
        ),
        gone,
    )


def _store_rejects(connection: sa.Connection, run: Run, batch: Batch) -> None:
    r = schema.rejects.c
    done = [entry.source_key for entry in batch.entries]
    if done:
        connection.execute(sa.delete(schema.rejects).where(among(connection, r.source_key, done)))
    rejected = batch.rejected
    if not rejected:
        return
    query = sa.select(r.source_key, r.attempts, r.run_id).where(among(connection, r.source_key, list(rejected)))
    there = {key: (attempts, run_id) for key, attempts, run_id in connection.execute(query)}
    now = moment(connection)
    rows = [
        (
            *(key, clean(reject.source), reject.line, reject.stage, reject.error, clean(reject.message)),
            *(_add_attempts(reject, run, *there.get(key, (0, None))), __version__, now, run.run_id),
        )
        for key, reject in rejected.items()
    ]
    merge(connection, schema.rejects, rows, key="source_key")


def _add_attempts(reject: Reject, run: Run, attempts: int, run_id: int | None) -> int:
    """Those of this run are counted once, even if the batch is stored again."""
    return max(attempts, reject.attempts) if run_id == run.run_id else attempts + reject.attempts
