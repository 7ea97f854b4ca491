"""What a run has met, and the deletion of what the database has from its paths that is no more there."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from posixpath import dirname
from typing import Any

import sqlalchemy as sa

from bioextract.articles.find import name_source, path_of
from bioextract.articles.read import is_known
from bioextract.runs.rejects import Reject
from bioextract.sinks.database.athletes import assign_athletes
from bioextract.sinks.database.bulk import among
from bioextract.sinks.database.ledger import Entry, key_of_source
from bioextract.sinks.database.rows import clean
from bioextract.sinks.database.runs_table import Run
from bioextract.sinks.database.schema import articles, rejects, sources
from bioextract.sinks.database.store import delete_unlinked, name_sources

STDIN = "-"


@dataclass(slots=True)
class Met:
    """What a run has met.

    `keys`: the sources; `files`: those that hold several; `folders`: where any file was read, and those above;
    `unread`: the paths that could not be read, or not to the end. Memory: about 70 bytes a source.
    """

    keys: set[int] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    _file: str = ""

    def add(self, item: Entry | Reject) -> bool:
        """Takes note of an article or a reject; gives whether its source is new."""
        source = clean(item.source)
        file, number = self.file_of(source), _number(key_of_source(source))
        is_new = number not in self.keys
        self.keys.add(number)
        if isinstance(item, Reject) and item.stage == "read":
            self.unread |= {source, file}
            return is_new
        if file != source:
            self.files.add(file)
        folder = dirname(file)
        while folder not in self.folders:
            self.folders.add(folder)
            folder = dirname(folder)
        return is_new

    def is_gone(self, source: str, source_key: str, patterns: Sequence[PurePosixPath]) -> bool:
        """Whether the source's file was read to its end without it, or is deleted from where others were read."""
        file = self.file_of(source)
        if _number(source_key) in self.keys or file in self.unread or file == STDIN or "://" in file:
            return False
        if file in self.files or _number(key_of_source(file)) in self.keys:
            return True
        if not (is_known(file) and any(_matches(PurePosixPath(file).parts, pattern.parts) for pattern in patterns)):
            return False
        while not _exists(file):
            file = dirname(file)
        # A folder from which nothing was read may be an unmounted one.
        return file in self.folders

    def file_of(self, source: str) -> str:
        """The file of a source; one after the other those of one file are looked up once."""
        if not (self._file and source.startswith(f"{self._file}#")):
            self._file = path_of(source) if "#" in source else ""
        return self._file or source


def prune(connection: sa.Connection, run: Run, paths: Sequence[str], met: Met) -> list[str]:
    """Deletes the sources under the paths that are gone, and the articles that no other source holds.

    Gives the sources, in order. Rejects that are gone go too, silently.
    """
    patterns = [_pattern_of(path) for path in paths if clean(name_source(path)) not in met.unread]

    def find_gone(query: sa.Select[Any]) -> dict[str, str]:
        # What a later run has written may have come into a file after it was read here.
        rows = sorted((source, key) for source, key, number in connection.execute(query) if (number or 0) <= run.run_id)
        return {key: source for source, key in rows if met.is_gone(source, key, patterns)}

    s, r = sources.c, rejects.c
    gone = find_gone(sa.select(s.source, s.source_key, articles.c.run_id).join_from(sources, articles))
    if gone:
        ours = among(connection, s.source_key, list(gone))
        unlinked = set(connection.scalars(sa.select(s.article_id).where(ours)))
        connection.execute(sa.delete(sources).where(ours))
        assign_athletes(connection, [], delete_unlinked(connection, unlinked))
        name_sources(connection, unlinked)
    old = find_gone(sa.select(r.source, r.source_key, r.run_id))
    if old:
        connection.execute(sa.delete(rejects).where(among(connection, r.source_key, list(old))))
    return sorted(gone.values())


def _pattern_of(path: str) -> PurePosixPath:
    """What is there is meant as it is, as in `find_files`, whatever characters its name has."""
    name = clean(name_source(path))
    return PurePosixPath(glob.escape(name) if os.path.lexists(path) else name)


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a file is, or is in, what a pattern stands for, by the rules of `glob`.

    >>> file = ("in", "2024", "a.txt")
    >>> [_matches(file, tuple(p.split("/"))) for p in ("in", "in/**/a.*", "in/*/a.txt", "in/*.txt", "i*/2024", "n")]
    [True, True, True, False, True, False]
    """
    if not pattern:
        return not {"/", "//", ".."}.intersection(parts)
    if not parts:
        return False
    is_shown = not parts[0].startswith(".") or pattern[0].startswith(".")
    if pattern[0] == "**":
        return _matches(parts, pattern[1:]) or (is_shown and _matches(parts[1:], pattern))
    return is_shown and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])


def _exists(path: str) -> bool:
    """Whether there is something; what cannot be looked at, as on a share that has gone away, is there."""
    try:
        os.lstat(path or ".")
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _number(source_key: str) -> int:
    return int(source_key[:16], 16)
