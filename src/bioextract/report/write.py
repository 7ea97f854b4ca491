"""Puts the report together: one HTML file that runs nothing but its own script and loads nothing at all."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from bioextract import __version__
from bioextract.report.athletes import Athletes
from bioextract.report.pack import pack_article
from bioextract.report.run import Numbers
from bioextract.report.source import Contents
from bioextract.sinks.jsonl import part_of

SCRIPTS = (
    "dom",
    "text",
    "data",
    "paging",
    "table",
    "facts",
    "timeline",
    "plot",
    "athlete",
    "spans",
    "article",
    "run",
    "app",
)
# JSON within a script element: nothing in it may look like markup, or like the end of the element.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


class Written(NamedTuple):
    """What a report holds: numbers of articles, of those with a text, and of athletes."""

    articles: int
    with_text: int
    athletes: int


def write_report(contents: Contents, path: Path) -> Written:
    """Writes the report; the file appears when it is whole. Raises `OSError`, and what reading the contents raises."""
    part = part_of(path.resolve())
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            written = _write(contents, file)
        part.replace(path.resolve())
    except BaseException as error:
        if isinstance(error, OSError) and error.filename in (None, str(part)):
            error.filename = str(path)  # the name that the user knows
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return written


def _write(contents: Contents, file: TextIO) -> Written:
    head, tail = _page(contents.name)
    file.write(head)
    athletes, numbers, listed = Athletes(), Numbers(), []
    for number, record in enumerate(contents.articles()):
        article = pack_article(record, contents.texts.get(record.article.id))
        _write_json(file, f"article-{number}", article)
        athletes.add(number, record)
        numbers.add(record)
        listed.append(_summarise(article))
    rows = athletes.rows()
    _write_json(
        file,
        "index",
        {
            "name": contents.name,
            "version": __version__,
            "articles": listed,
            "athletes": rows,
            "run": numbers.to_json() | {"rejects": list(contents.rejects)},
        },
    )
    file.write(tail)
    return Written(len(listed), sum(article["hasText"] for article in listed), len(rows))


def _summarise(article: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": article.get("title"),
        "source": article.get("source"),
        "published": article.get("published"),
        "people": len(article.get("people", ())),
        "facts": len(article.get("facts", ())),
        "warnings": len(article.get("warnings", ())),
        "hasText": "text" in article,
    }


def _write_json(file: TextIO, name: str, value: object) -> None:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    file.write(f'<script type="application/json" id="{name}">{data}</script>\n')


def _page(name: str) -> tuple[str, str]:
    """The page before and behind its data. The policy names its script and its style sheet by their hashes."""
    style, script = _read("report.css"), "\n".join(_read(f"{part}.js") for part in SCRIPTS)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {"POLICY": policy, "NAME": html.escape(name), "STYLE": style, "SCRIPT": script}
    head, _, tail = _read("report.html").partition("{{DATA}}\n")
    return _fill(head, parts), _fill(tail, parts)


def _fill(template: str, parts: dict[str, str]) -> str:
    """One pass: what is put in is not looked at again."""
    pieces: Iterator[str] = iter(template.split("{{"))
    filled = [next(pieces)]
    for piece in pieces:
        key, _, rest = piece.partition("}}")
        filled += [parts[key], rest]
    return "".join(filled)


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _read(name: str) -> str:
    return files("bioextract.report").joinpath("page", name).read_text(encoding="utf-8")
