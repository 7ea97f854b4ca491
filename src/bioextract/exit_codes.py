"""The exit codes of the command line, and which error has which."""

from __future__ import annotations

from bioextract.errors import Interrupted, UsageError

OK, FAILED, USAGE, SOME_REJECTED, NOTHING_FOUND, DIFFERENT = 0, 1, 2, 3, 4, 5
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


def reason_of(error: BaseException) -> str:
    """What ended a command, in one line; empty where it is nothing to tell.

    >>> reason_of(FileNotFoundError(2, "No such file or directory", "in.txt"))
    'in.txt: No such file or directory'
    """
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    if isinstance(error, BrokenPipeError):
        return ""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)
