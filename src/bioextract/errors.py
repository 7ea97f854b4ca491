"""Everything that can go wrong, as one tree.

BioextractError            the base: one clear line for a person (what, where, what to do)
├── UsageError             the call itself is wrong: exit code 2
├── WorkersError           worker processes die before they have an article
├── StoppedError           the run was to stop at the first reject (--fail-fast)
└── ArticleError           one article cannot be used; it is rejected and the others are done
    ├── ReadError          stage "read": the file or the line could not be turned into an article
    └── ExtractError       stage "extract": the article was read, its facts could not be extracted
        ├── TimeLimitError     it took longer than it may (--doc-timeout)
        └── WorkerDiedError    every process that worked on it died of it

Interrupted (a KeyboardInterrupt) is no error: the run was asked to end, and did so in order.
"""

from __future__ import annotations

from typing import ClassVar


class BioextractError(Exception):
    """Base of all errors that bioextract raises on purpose."""


class WorkersError(BioextractError):
    """Worker processes cannot start; it is not the fault of an article."""


class StoppedError(BioextractError):
    """The run was to stop at the first reject, and there was one."""


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


class TimeLimitError(ExtractError):
    """An article took longer than it may."""


class WorkerDiedError(ExtractError):
    """The process that worked on an article died of it."""


class Interrupted(KeyboardInterrupt):
    """A run was ended by a signal (Ctrl-C is SIGINT)."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)
