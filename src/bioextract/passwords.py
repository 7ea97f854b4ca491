"""Passwords of database URLs, which nobody is to see."""

from __future__ import annotations

import re

# Up to the last @: a password may hold / and @ as they are. A URL that was taken for a path has one slash.
_IN_FRONT_OF_HOST = r"(:/{{1,2}}[^:@\s]*):{}*@"
_AMONG_OPTIONS = r"(?i)(\w*(?:password|passwd|pwd|secret)=){}+"
_OF_URL = [re.compile(_IN_FRONT_OF_HOST.format("(?s:.)")), re.compile(_AMONG_OPTIONS.format("[^&]"))]
_OF_TEXT = [re.compile(_IN_FRONT_OF_HOST.format(r"[^\s'\"]")), re.compile(_AMONG_OPTIONS.format(r"[^&\s'\"]"))]


def hide_password(url: str) -> str:
    r"""A URL without its passwords, whatever characters they have; other text as it is.

    >>> hide_password("postgresql://an/na:s'e \"c:r@et@host/db?sslpassword=a'b c&sslmode=require")
    'postgresql://an/na:***@host/db?sslpassword=***&sslmode=require'
    >>> hide_password("--db=postgresql://anna@host/db?password=pa'ss"), hide_password("in/a@b:c.txt")
    ('--db=postgresql://anna@host/db?password=***', 'in/a@b:c.txt')
    """
    return _hide(url, _OF_URL)


def hide_passwords(text: str) -> str:
    """The text without the passwords of the URLs in it, as far as the words of a text tell where a URL ends.

    >>> hide_passwords("cannot reach 'postgresql://anna:s/ec@ret@host/db?sslpassword=secret&sslmode=require' now")
    "cannot reach 'postgresql://anna:***@host/db?sslpassword=***&sslmode=require' now"
    >>> hide_passwords("postgresql:/anna:secret@host/db: no such file")
    'postgresql:/anna:***@host/db: no such file'
    """
    return _hide(text, _OF_TEXT)


def _hide(text: str, patterns: list[re.Pattern[str]]) -> str:
    in_front, among = patterns
    return among.sub(r"\1***", in_front.sub(r"\1:***@", text))
