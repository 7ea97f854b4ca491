"""To be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bioextract.facts.claim import Claim, Reading

NAME = "disciplines"


def claims(reading: Reading) -> Iterator[Claim]:
    """No claims yet."""
    return iter(())


def key(fields: dict[str, Any]) -> object:
    """By value."""
    return fields["value"]
