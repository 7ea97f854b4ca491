"""JSON (.json): one object, or an array of objects, one an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader

from bioextract.articles.article import Article
from bioextract.articles.build import build_from_fields
from bioextract.articles.encoding import decode_text
from bioextract.articles.options import ReadOptions
from bioextract.errors import ReadError

# A JSON file is held in memory as a whole; JSON Lines is not.
_MOST_BYTES = 256_000_000


def read_json(stream: BufferedReader, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of a JSON file; those of an array have the source `file.json#id`, or `#object 7` without ids."""
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ReadError(source, f"more than {_MOST_BYTES:,} bytes of JSON; write it as JSON Lines (.jsonl)")
    text = decode_text(data, source)
    if not text.strip():
        raise ReadError(source, "empty: there is no text in it")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "; is it JSON Lines? Then its name must end in .jsonl" if error.msg == "Extra data" else ""
        reason = f"broken JSON: {error.msg} (column {error.colno}){hint}"
        raise ReadError(source, reason, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(source, f"broken JSON: {error}") from error
    yield from _read_value(value, source, options)


def _read_value(value: object, source: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    if not isinstance(value, list):
        yield read_object(value, source, options)
        return
    if not value:
        yield ReadError(source, "empty: an array without objects")
    for number, item in enumerate(value, 1):
        yield read_object(item, source, options, place=f"object {number}")


def read_object(
    value: object, file: str, options: ReadOptions, *, line: int | None = None, place: str | None = None
) -> Article | ReadError:
    """The article of one JSON value, or the error that tells what is wrong with it."""
    if not isinstance(value, dict):
        source = file if place is None else f"{file}#{place}"
        return ReadError(source, f"not a JSON object but {_NAMES.get(type(value), 'a number')}", line=line)
    try:
        return build_from_fields(value, file, options, line=line, place=place)
    except ReadError as error:
        return error


_NAMES: dict[type, str] = {list: "an array", str: "a string", bool: "true or false", type(None): "null"}
