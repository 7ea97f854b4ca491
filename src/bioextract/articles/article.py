"""One article, as every reader gives it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from typing import Literal

SURROGATE = re.compile(r"[\ud800-\udfff]")
PublishedFrom = Literal["document", "path", "option"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    `text` is the text that every evidence span indexes (code points); `title` is not part of it, though a pasted
    text may repeat it. `source` is a path, a URL or `file.jsonl#id`. `published` is the day of publication, and
    `published_from` tells where that was read: in the document, from the file's path, or given by the caller.
    `from_page`: the text was cut out of a web page, so that it stands in no file as it is.
    """

    text: str
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    published_from: PublishedFrom | None = None
    from_page: bool = False

    def __post_init__(self) -> None:
        """Lone surrogates, which are no characters and fit in no file, become U+FFFD: one for one, so offsets stay."""
        for name in ("text", "title", "source"):
            value = getattr(self, name)
            if value is not None and SURROGATE.search(value):
                object.__setattr__(self, name, SURROGATE.sub("\ufffd", value))

    @property
    def id(self) -> str:
        """`sha256:` and the hash of the UTF-8 text."""
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()
