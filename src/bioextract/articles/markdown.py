"""Markdown (.md): the text with its markup; title and day from YAML front matter, which is no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from bioextract.articles.article import Article
from bioextract.articles.build import build_article
from bioextract.articles.encoding import decode_text, normalize_newlines
from bioextract.articles.options import ReadOptions
from bioextract.articles.text import read_bytes
from bioextract.errors import ReadError

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# YAML is parsed at about 100 kB a second: more than this is no front matter.
_LONGEST = 20_000
_NULL = ("", "~", "null", "Null", "NULL")


def read_markdown(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article]:
    r"""The one article of a Markdown file; \r\n and \r become \n. Raises `ReadError`."""
    text = normalize_newlines(decode_text(read_bytes(stream, source, options), source))
    front, body = split_front_matter(text, source)
    day = front.get("published") or front.get("date")
    yield build_article(body, source, options, title=front.get("title"), published=day, location=source)


def split_front_matter(text: str, source: str) -> tuple[dict[str, object], str]:
    """The fields of the front matter, all values as written, and the text after it.

    A text that opens with a rule ("---") and no mapping after it has no front matter. Raises `ReadError` if what
    stands between two rules at the beginning is not YAML.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if not (opening and closing):
        return {}, text
    fields = _parse_yaml(text[opening.end() : closing.start()], source)
    if not isinstance(fields, dict):
        return {}, text
    # Only texts are looked at: aliases make a few lines of YAML a value of any size when it is written out.
    front = {str(key).lower(): value for key, value in fields.items() if value not in _NULL}
    return front, text[closing.end() :].lstrip("\n")


def _parse_yaml(text: str, source: str) -> object:
    import yaml

    try:
        # The base loader makes strings only: no object is built, and an impossible date is no error.
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else None
        reason = getattr(error, "problem", None) or str(error)
        raise ReadError(source, f"the front matter is not valid YAML: {reason}", line=line) from error
    except (RecursionError, ValueError, TypeError) as error:
        raise ReadError(source, f"the front matter is not valid YAML: {type(error).__name__}") from error
