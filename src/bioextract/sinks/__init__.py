"""Where records go: one module a kind of place."""

from __future__ import annotations

from typing import Protocol


class Sink(Protocol):
    """Takes records in the order of the articles."""

    def write(self, line: bytes) -> None:
        """Takes one record, as one line of JSON with its line break. Raises `OSError` when it cannot be kept."""
