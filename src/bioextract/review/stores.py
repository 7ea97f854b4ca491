"""Where the facts come from, as the extractor tells them, and where verdicts go: files, or a database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from bioextract.errors import UsageError
from bioextract.records import Record
from bioextract.records_file import read_records
from bioextract.report.source import find_verdicts, is_database
from bioextract.verdicts.file import VerdictFile, by_article, verdicts_path
from bioextract.verdicts.verdict import Verdict


class Store(Protocol):
    """Records as they were extracted, the texts at hand by `article.id`, and verdicts."""

    @property
    def name(self) -> str:
        """How it is called."""

    def records(self) -> Iterator[Record]:
        """The records, without verdicts."""

    def texts(self) -> Mapping[str, str]:
        """The texts that it keeps."""

    def verdicts(self) -> dict[str, list[Verdict]]:
        """The verdicts that stand, by article."""

    def verdicts_on(self, article: str) -> list[Verdict]:
        """Those on the article with this id."""

    def save(self, verdict: Verdict) -> None:
        """Keeps a verdict for good. Raises `BioextractError` or `OSError` where it cannot."""


def open_store(source: str, verdicts: Path | None, *, write: bool) -> AbstractContextManager[Store]:
    """The store of a database's URL, or of a file of records.

    Raises `UsageError` for what is not there or of another version, `ReadError` for a broken file of verdicts, and with
    `write`, `OSError` or `DatabaseError` where verdicts cannot be kept.
    """
    if not is_database(source):
        return _open_files(Path(source), verdicts, write=write)
    if verdicts:
        raise UsageError(f"--verdicts {verdicts}: a database holds its own; leave the option out")
    return _open_database(source, write=write)


@dataclass(slots=True)
class FileStore:
    """A file of records, and the file of verdicts, None if nothing is to be written."""

    path: Path
    given: dict[str, list[Verdict]]
    file: VerdictFile | None

    @property
    def name(self) -> str:
        """The name of the file of records."""
        return self.path.name

    def records(self) -> Iterator[Record]:
        """The records of the file."""
        return read_records(self.path)

    def texts(self) -> Mapping[str, str]:
        """None: they are not in records."""
        return {}

    def verdicts(self) -> dict[str, list[Verdict]]:
        """The verdicts of the file."""
        return by_article(self.file.verdicts) if self.file else self.given

    def verdicts_on(self, article: str) -> list[Verdict]:
        """Those on the article with this id; nobody else writes to the file."""
        if self.file is None:
            return self.given.get(article, [])
        return by_article(verdict for verdict in self.file.verdicts if verdict.article == article).get(article, [])

    def save(self, verdict: Verdict) -> None:
        """Appends a verdict, on the disk when this returns."""
        if self.file is None:
            raise UsageError(f"{self.path}: was opened to be read only")
        self.file.append(verdict)


@contextmanager
def _open_files(path: Path, verdicts: Path | None, *, write: bool) -> Iterator[Store]:
    if not path.is_file():
        raise UsageError(f"{path}: {'is a folder' if path.is_dir() else 'no such file'}")
    if not write:
        yield FileStore(path, {key: list(given) for key, given in find_verdicts(path, verdicts).items()}, None)
        return
    file = VerdictFile(verdicts or verdicts_path(path))
    try:
        yield FileStore(path, {}, file)
    finally:
        file.close()


@dataclass(slots=True)
class DatabaseStore:
    """A database."""

    engine: sa.Engine

    @property
    def name(self) -> str:
        """The file, or the URL without passwords."""
        from bioextract.sinks.database.connect import name_of

        return name_of(self.engine.url)

    def records(self) -> Iterator[Record]:
        """The records of the database, as of one moment."""
        from bioextract.sinks.database import read
        from bioextract.sinks.database.connect import snapshot

        with snapshot(self.engine) as connection:
            yield from read.read_records(connection, as_extracted=True)

    def texts(self) -> Mapping[str, str]:
        """The texts that the database keeps."""
        from bioextract.sinks.database import read
        from bioextract.sinks.database.connect import reading

        with reading(self.engine) as connection:
            return read.read_texts(connection)

    def verdicts(self) -> dict[str, list[Verdict]]:
        """The verdicts of the database."""
        from bioextract.sinks.database.connect import reading
        from bioextract.sinks.database.verdicts import find_verdicts as find

        with reading(self.engine) as connection:
            return find(connection)

    def verdicts_on(self, article: str) -> list[Verdict]:
        """Those on the article with this id, whoever gave them."""
        from bioextract.sinks.database.connect import reading
        from bioextract.sinks.database.verdicts import find_verdicts as find

        with reading(self.engine) as connection:
            return find(connection, [article]).get(article, [])

    def save(self, verdict: Verdict) -> None:
        """Keeps the verdict; the facts of the article say in the same transaction what they say with it."""
        from bioextract.sinks.database.connect import begin
        from bioextract.sinks.database.verdicts import put_verdict

        with begin(self.engine) as connection:
            put_verdict(connection, verdict)


@contextmanager
def _open_database(url: str, *, write: bool) -> Iterator[Store]:
    from bioextract.sinks.database.admin import opened
    from bioextract.sinks.database.connect import begin
    from bioextract.sinks.database.migrate import check_schema
    from bioextract.sinks.database.verdicts import check_writable

    with opened(url, write=False) as engine:
        check_schema(engine, url)
    with opened(url, write=write) as engine:
        if write:
            with begin(engine) as connection:
                check_writable(connection)
        yield DatabaseStore(engine)
