"""Everything that can go wrong, as one tree.

BioextractError            the base: one clear line for a person (what, where, what to do)
├── UsageError             the call itself is wrong: exit code 2
└── ArticleError           one article cannot be used; it is rejected and the others are done
    ├── ReadError          stage "read": the file or the line could not be turned into an article
    └── ExtractError       stage "extract": the article was read, its facts could not be extracted
"""

from __future__ import annotations

from typing import ClassVar


class BioextractError(Exception):
    """Base of all errors that bioextract raises on purpose."""


class UsageError(BioextractError):
    """The arguments or the configuration are wrong."""


class ArticleError(BioextractError):
    """One article cannot be used.

    `source` is the path (or `path#id`), `line` the 1-based line in it or None, `reason` one sentence.
    """

    stage: ClassVar[str] = "article"

    def __init__(self, source: str, reason: str, *, line: int | None = None) -> None:
        self.source, self.reason, self.line = source, " ".join(reason.split()), line
        super().__init__(f"{source}{f':{line}' if line else ''}: {self.reason}")


class ReadError(ArticleError):
    """A file, or a line of it, could not be turned into an article."""

    stage = "read"


class ExtractError(ArticleError):
    """An article was read, but its facts could not be extracted."""

    stage = "extract"
