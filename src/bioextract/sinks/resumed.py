"""Going on with the JSON Lines file of a run that was interrupted, or of an earlier one that was not.

The result has the bytes of a run that nobody disturbed, over the inputs as they are now: records of articles that are
gone or have changed are left out, and the order is that of the articles. What cannot be read now (a damaged file, a
folder that is not mounted) keeps the records that it has. Memory: about 130 bytes an article.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from bioextract.articles import Article
from bioextract.articles.find import folder_of_pattern, path_of, paths_above
from bioextract.errors import UsageError
from bioextract.records import ExtractorInfo
from bioextract.runs.outcomes import Incoming, Pause
from bioextract.runs.rejects import Reject
from bioextract.sinks.jsonl import LineFile, part_of

NO_RECORD = -1


class ResumedJsonl:
    """The finished lines of an unfinished run, and those that come to them.

    Raises `UsageError` if they are no records, or another extractor made them.
    """

    def __init__(self, file: LineFile, path: Path, extractor: ExtractorInfo) -> None:
        self.skipped = 0
        self._file = file
        self._there: dict[int, deque[int] | int] = {}  # digest of source and text -> where the line begins
        self._order = array("q")  # of each article met, where its line begins
        self._given: deque[int] = deque()  # places in `_order` of the items that have no outcome yet
        self._unread: dict[str, int] = {}  # path that could not be read, or not all of it -> its place in `_order`
        self._rejected: set[str] = set()  # sources of articles that were read
        self._lines = 0
        self.has_met_articles = False
        for offset, told in _records(file, path, extractor):
            self._remember(_digest(told["article"]["source"], told["article"]["id"]), offset)
            self._lines += 1

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """The items without those whose record is there."""
        for item in items:
            if isinstance(item, Pause):
                yield item
                continue
            self.has_met_articles |= isinstance(item, Article)
            offset = self._find(item) if isinstance(item, Article) else None
            if offset is not None:
                self.skipped += 1
                self._order.append(offset)
            else:
                self._given.append(len(self._order))
                self._order.append(NO_RECORD)
                yield item

    def write(self, line: bytes) -> None:
        """Appends one record. Raises `OSError` when it cannot be written; the records before it are kept."""
        self._order[self._given.popleft()] = self._file.append(line)
        self._lines += 1

    def reject(self, reject: Reject) -> None:
        """The article has no record."""
        place = self._given.popleft()
        if reject.stage == "read":
            # A line may be broken because the file was cut off in it.
            path = path_of(reject.source) if reject.line else folder_of_pattern(reject.source)
            self._unread[path] = place
        else:
            self._rejected.add(reject.source)

    def leave(self) -> None:
        """The article is not done."""
        self._given.popleft()

    def holds_records(self) -> bool:
        """Whether there is any line."""
        return self._lines > 0

    def find_unread(self) -> dict[int, list[int]]:
        """The records of articles that were not met because something could not be read, by its place."""
        found: dict[int, list[int]] = {}
        if not self._unread or self._lines == sum(offset != NO_RECORD for offset in self._order):
            return found
        offsets = {offset for offset in self._order if offset != NO_RECORD}
        met = self._rejected | {self._source_at(offset) for offset in offsets}
        for offset, line in self._file.lines():
            source = str(json.loads(line)["article"]["source"])
            if offset not in offsets and source not in met:
                place = next((self._unread[path] for path in paths_above(source) if path in self._unread), None)
                if place is not None:
                    found.setdefault(place, []).append(offset)
        return found

    def arrange(self, unread: dict[int, list[int]]) -> array[int]:
        """Where the lines to keep begin, in the order of the articles; `unread` are those of `find_unread`."""
        offsets = array("q")
        for place, offset in enumerate(self._order):
            if offset != NO_RECORD:
                offsets.append(offset)
            offsets.extend(unread.get(place, []))
        return offsets

    def is_whole(self, offsets: array[int]) -> bool:
        """Whether these are all the lines of the file, in their order."""
        return len(offsets) == self._lines and all(a < b for a, b in pairwise(offsets))

    def count_gone(self, offsets: array[int]) -> int:
        """The records in the file that are not among these."""
        return self._lines - len(offsets)

    def line_at(self, offset: int) -> bytes:
        """The line that begins there."""
        return self._file.line_at(offset)

    def _source_at(self, offset: int) -> str:
        return str(json.loads(self._file.line_at(offset))["article"]["source"])

    def _remember(self, key: int, offset: int) -> None:
        before = self._there.setdefault(key, offset)
        if isinstance(before, deque):
            before.append(offset)
        elif before != offset:  # the same article stands twice in the inputs
            self._there[key] = deque([before, offset])

    def _find(self, article: Article) -> int | None:
        key = _digest(article.source, article.id)
        found = self._there.get(key)
        offset = found[0] if isinstance(found, deque) else found
        if offset is None or not _is_of(article, json.loads(self._file.line_at(offset))["article"]):
            return None
        if isinstance(found, deque) and len(found) > 1:
            found.popleft()
        else:
            del self._there[key]
        return offset


class AppendedJsonl:
    """The finished lines of an unfinished run whose articles are known elsewhere: in a database, in a list of rejects.

    A record that is there already, byte for byte, is not written again. Memory: about 150 bytes a record.
    """

    def __init__(self, file: LineFile, path: Path, extractor: ExtractorInfo) -> None:
        self.skipped = 0
        self._file = file
        for _ in _records(file, path, extractor):
            pass
        self._there = Counter(_digest_line(line) for _, line in file.lines())

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """All of them: it is known elsewhere which are done."""
        return iter(items)

    def write(self, line: bytes) -> None:
        """Appends one record that is new. Raises `OSError` when it cannot be written."""
        digest = _digest_line(line)
        if self._there[digest]:
            self._there[digest] -= 1
        else:
            self._file.append(line)

    def reject(self, reject: Reject) -> None:
        """The article has no record."""

    def leave(self) -> None:
        """The article is not done."""


@contextmanager
def open_resumed(
    path: Path, extractor: ExtractorInfo, tell: Callable[[str], None] = lambda line: None
) -> Iterator[ResumedJsonl]:
    """Goes on with `part_of(path)`, else with `path`; both may be missing. `path` is whole when the block ends well.

    If no article was met, all stays as it was. `tell` is given lines for a person. Raises `UsageError` if it holds
    something else than records of this extractor.
    """
    path = path.resolve()
    with _take_up(path) as (file, name):
        sink = ResumedJsonl(file, name, extractor)
        yield sink
        file.sync()
        if not sink.has_met_articles and (sink.holds_records() or path.exists()):
            tell(f"{name}: left as it was, for no article was found")
            if name == path:
                part_of(path).unlink()
            return
        _finish(path, sink, tell)


def _finish(path: Path, sink: ResumedJsonl, tell: Callable[[str], None]) -> None:
    unread = sink.find_unread()
    offsets = sink.arrange(unread)
    if kept := sum(map(len, unread.values())):
        tell(f"{path}: records kept though their articles could not be read this time: {kept}")
    if sink.is_whole(offsets):
        part_of(path).replace(path)
        return
    if gone := sink.count_gone(offsets):
        tell(f"{path}: records left out because their articles are gone or have changed: {gone}")
    ordered = path.with_name(path.name + ".ordered.part")
    with LineFile(ordered) as target:
        for offset in offsets:
            target.append(sink.line_at(offset))
        target.sync()
        ordered.replace(path)
    part_of(path).unlink()


@contextmanager
def open_appended(
    path: Path, extractor: ExtractorInfo, tell: Callable[[str], None] = lambda line: None
) -> Iterator[AppendedJsonl]:
    """As `open_resumed`, but nothing is left out, sorted or taken away, so that there is nothing to tell."""
    path = path.resolve()
    with _take_up(path) as (file, name):
        yield AppendedJsonl(file, name, extractor)
        file.sync()
        part_of(path).replace(path)


@contextmanager
def _take_up(path: Path) -> Iterator[tuple[LineFile, Path]]:
    """The file to go on with, and where its lines come from: `part_of(path)`, or `path`, which is copied to there."""
    part = part_of(path)
    with LineFile(part, goes_on=True) as file:
        is_copied = not file.seek(0, os.SEEK_END) and path.is_file()
        if is_copied:
            copy = path.with_name(path.name + ".copy.part")
            shutil.copyfile(path, copy)
            copy.replace(part)
    try:
        with LineFile(part, goes_on=True) as file:
            yield file, path if is_copied else part
    except UsageError:
        if is_copied:
            part.unlink()
        raise


def _records(file: LineFile, path: Path, extractor: ExtractorInfo) -> Iterator[tuple[int, dict[str, Any]]]:
    ours = extractor.model_dump()
    for number, (offset, line) in enumerate(file.lines(), 1):
        try:
            told = json.loads(line)
            theirs = told["extractor"]
            told["article"]["source"], told["article"]["id"]
        except (ValueError, TypeError, KeyError):
            raise UsageError(
                f"{path}:{number}: no record of bioextract; --force instead of --resume starts anew"
            ) from None
        if theirs != ours:
            names = (", ".join(map(str, which.values())) for which in (theirs, ours))
            raise UsageError(
                f"{path}:{number}: made by another extractor ({next(names)}; this one is {next(names)}); go on with "
                "that one and its settings, or start anew with --force instead of --resume"
            )
        yield offset, told


def _digest(source: str | None, article_id: str) -> int:
    return _digest_line(f"{article_id} {source}".encode())


def _digest_line(line: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(line, digest_size=16).digest())


def _is_of(article: Article, told: dict[str, Any]) -> bool:
    """Whether a record is of this article; what the article itself does not tell was found in its text."""
    if (told["source"], told["id"]) != (article.source, article.id):
        return False
    if article.title is not None and told["title"] != article.title:
        return False
    if article.published is None:
        return told["published_from"] in (None, "document")
    return (told["published"], told["published_from"]) == (article.published.isoformat(), article.published_from)
