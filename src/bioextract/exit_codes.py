"""The exit codes of the command line, and which error has which."""

from __future__ import annotations

from bioextract.errors import Interrupted, UsageError

OK, FAILED, USAGE, SOME_REJECTED, NOTHING_FOUND = 0, 1, 2, 3, 4
INTERRUPTED, TERMINATED = 130, 143


def exit_code_of(error: BaseException) -> int:
    """The exit code for what ended a command.

    >>> exit_code_of(KeyboardInterrupt()), exit_code_of(BrokenPipeError()), exit_code_of(UsageError("..."))
    (130, 0, 2)
    """
    if isinstance(error, Interrupted):
        return 128 + error.number
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):  # nobody reads on, which is no failure
        return OK
    return USAGE if isinstance(error, UsageError) else FAILED
