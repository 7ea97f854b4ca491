"""Two places at once: a database, which decides what is still to be done, and a file or stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bioextract.runs.outcomes import Incoming
from bioextract.runs.rejects import Reject
from bioextract.sinks import Sink


class Both:
    """Gives each outcome first to `lines`, then to `database`: so what the database has, the lines have too."""

    def __init__(self, database: Sink, lines: Sink) -> None:
        self._database, self._lines = database, lines

    @property
    def skipped(self) -> int:
        """Articles that the database has already."""
        return self._database.skipped

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """The items that the database does not have."""
        return self._lines.pending(self._database.pending(items))

    def write(self, line: bytes) -> None:
        """Takes one record. Raises what either place raises."""
        self._lines.write(line)
        self._database.write(line)

    def reject(self, reject: Reject) -> None:
        """Takes note of one article that gave no record."""
        self._lines.reject(reject)
        self._database.reject(reject)

    def leave(self) -> None:
        """Takes note that the next item is not done."""
        self._lines.leave()
        self._database.leave()
