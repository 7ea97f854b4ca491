"""Where records go: one module a kind of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bioextract.runs.outcomes import Incoming
    from bioextract.runs.rejects import Reject


class Sink(Protocol):
    """Takes records in the order of the articles.

    For each item that `pending` lets through there is one `write`, `reject` or `leave`; in a run that ends early
    (interrupted, failed) there is nothing for the items at the end.
    """

    @property
    def skipped(self) -> int:
        """Articles that `pending` has left out so far."""

    def pending(self, items: Iterable[Incoming]) -> Iterator[Incoming]:
        """The items still to be done, in order, as a stream; rejects pass.

        Left out are articles that are there already, made by the same extractor of the same content. It may look a
        few hundred items ahead, a bounded number of characters, and no further than a pause, which passes too.
        """

    def write(self, line: bytes) -> None:
        """Takes one record, as one line of JSON with its line break. Raises `OSError` when it cannot be kept."""

    def reject(self, reject: Reject) -> None:
        """Takes note of one article that gave no record; its `attempts` are those of this run."""

    def leave(self) -> None:
        """Takes note that the next item is not done, though later ones are: the run was stopped."""
