"""Paths, folders and patterns → files, in a fixed order."""

# ruff: noqa: PTH112, PTH113, PTH207
# os.path says "no" where pathlib raises, and the glob module takes absolute patterns.

from __future__ import annotations

import glob
import itertools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

from bioextract.errors import ReadError
from bioextract.passwords import hide_password

IsKnown = Callable[[str], bool]


def find_files(paths: Iterable[str], is_known: IsKnown) -> Iterator[str | ReadError]:
    """The files that the paths name, and an error for each path that names none.

    A path is a file, a folder (with all in it), a pattern (`*`, `?`, `[…]`, `**`) or "-". Files come in the order
    of the paths, those of one path sorted by its parts in code point order. In folders and patterns, hidden files and
    files that are not `is_known` by their name are skipped. The same file named twice is given once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _find(path, is_known):
            if isinstance(found, ReadError):
                yield found
                continue
            identity = found if found == "-" else os.path.realpath(found)
            if identity not in seen:
                seen.add(identity)
                yield found


def _find(path: str, is_known: IsKnown) -> Iterator[str | ReadError]:
    if path == "-" or (os.path.lexists(path) and not os.path.isdir(path)):
        yield path
    elif os.path.isdir(path):
        found = list(_walk(path, is_known))
        yield from found or [ReadError(name_source(path), "no articles found in folder")]
    elif glob.has_magic(path):
        yield from _match(path, is_known)
    else:
        yield ReadError(hide_password(name_source(path)), "no such file")


def _match(pattern: str, is_known: IsKnown) -> Iterator[str | ReadError]:
    matches = sorted(glob.glob(pattern, recursive=True), key=lambda path: PurePath(path).parts)
    found: list[str | ReadError] = []
    for path in matches:
        if os.path.isdir(path):
            found += _walk(path, is_known)
        elif is_known(path):
            found.append(path)
    yield from found or [ReadError(name_source(pattern), "no article matches the pattern")]


def _walk(folder: str, is_known: IsKnown) -> Iterator[str | ReadError]:
    """The files in a folder, links followed, each folder visited once."""
    visited: set[str] = set()
    files: list[str] = []
    errors: list[ReadError] = []

    def reject(error: OSError) -> None:
        errors.append(ReadError(name_source(str(error.filename)), explain_os_error(error)))

    for parent, folders, names in os.walk(folder, followlinks=True, onerror=reject):
        folder_id = os.path.realpath(parent)
        if folder_id in visited:
            folders.clear()
            continue
        visited.add(folder_id)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [str(Path(parent, name)) for name in names if not name.startswith(".") and is_known(name)]
    yield from sorted(files, key=lambda path: PurePath(path).parts)
    yield from errors


def paths_above(source: str) -> Iterator[str]:
    """The paths that may have led to an article: its source, its file, and the folders that this is in.

    >>> list(paths_above("in/sub/a.jsonl#1"))
    ['in/sub/a.jsonl#1', 'in/sub/a.jsonl', 'in/sub', 'in', '.']
    >>> list(paths_above("/in/a.txt"))
    ['/in/a.txt', '/in', '/']
    """
    yield source
    for found in reversed([*re.finditer("[/#]", source)]):
        yield source[: found.start()] or "/"
    if not source.startswith("/"):
        yield "."


def folder_of_pattern(path: str) -> str:
    """The folder in which all is that a pattern may match; the path itself if it is no pattern.

    >>> [folder_of_pattern(path) for path in ("no/such/*/a.jsonl", "*.txt", "/*.txt", "in/no such.txt")]
    ['no/such', '.', '/', 'in/no such.txt']
    """
    if not glob.has_magic(path) or os.path.lexists(path):
        return path
    parts = PurePath(path).parts
    return PurePath(*itertools.takewhile(lambda part: not glob.has_magic(part), parts)).as_posix()


def name_source(path: str) -> str:
    """The path as a source: with slashes, and U+FFFD for bytes of a file name that are not UTF-8."""
    return os.fsencode(PurePath(path).as_posix()).decode("utf-8", "replace") if path else path


def explain_os_error(error: OSError) -> str:
    """The reason in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file (a broken link?)"
    return (error.strerror or str(error)).lower()


def path_of(source: str) -> str:
    """The path in a source `path#id`: the shortest part before a # that is a file, else that has the name of one.

    >>> path_of("no/such/many.jsonl#12"), path_of("no/such#folder/a.txt"), path_of("-#12")
    ('no/such/many.jsonl', 'no/such#folder/a.txt', '-')
    """
    if os.path.lexists(source):
        return source
    parts = source.split("#")
    candidates = ["#".join(parts[:number]) for number in range(1, len(parts) + 1)]
    files = [path for path in candidates if os.path.isfile(path)]
    return next(iter(files or [path for path in candidates if path == "-" or PurePath(path).suffix]), source)
