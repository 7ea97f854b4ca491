"""Data on standard output."""

from __future__ import annotations

import sys


def print_data(text: str) -> None:
    """Prints in UTF-8, whatever the locale says. Raises `OSError` when it cannot be written."""
    from bioextract.sinks.jsonl import JsonlStream

    JsonlStream(sys.stdout.buffer, "standard output").write(text.encode() + b"\n")
