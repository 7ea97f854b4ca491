"""Passwords of database URLs, which nobody is to see."""

from __future__ import annotations

import re

# Up to the last @ of the word: a password may hold / and @ as they are.
_IN_FRONT_OF_HOST = re.compile(r"(://[^:/?#@\s]*):[^\s'\"]*@")
_AMONG_OPTIONS = re.compile(r"(?i)(\w*(?:password|passwd|pwd|secret)=)[^&\s'\"]+")


def hide_passwords(text: str) -> str:
    """The text without the passwords of the URLs in it.

    >>> hide_passwords("run in --db postgresql://anna:s/ec@ret@host/db?sslpassword=secret&sslmode=require -q")
    'run in --db postgresql://anna:***@host/db?sslpassword=***&sslmode=require -q'
    """
    return _AMONG_OPTIONS.sub(r"\1***", _IN_FRONT_OF_HOST.sub(r"\1:***@", text))
