"""What a caller may set about reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How articles are read.

    `published` is the day for articles that tell none themselves. The `*_field` names are keys of JSON objects and
    columns of CSV files. `max_characters` is the longest text that is read; a longer one is an error, never cut.
    `stdin_format` is the format of "-", a suffix without its dot: "txt", "jsonl", …
    """

    published: dt.date | None = None
    id_field: str = "id"
    title_field: str = "title"
    published_field: str = "published"
    text_field: str = "text"
    url_field: str = "url"
    max_characters: int = 6_000_000
    stdin_format: str = "txt"

    @property
    def max_bytes(self) -> int:
        """Bytes that a text of `max_characters` can take in any encoding, its byte order mark included."""
        return 4 * self.max_characters + 4


DEFAULT_OPTIONS = ReadOptions()
