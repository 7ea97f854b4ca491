"""The texts of articles that records are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bioextract.articles import Article, ReadOptions, read_articles
from bioextract.articles.find import path_of
from bioextract.errors import ReadError, UsageError
from bioextract.records import Record
from bioextract.report.source import Contents


def add_texts(contents: Contents, paths: Sequence[str], options: ReadOptions) -> Contents:
    """The contents with the texts that they lack, as far as they are found. Raises as `find_texts`."""
    lacking = (record for record in contents.articles() if record.article.id not in contents.texts)
    return replace(contents, texts={**contents.texts, **find_texts(lacking, paths, options)})


def find_texts(records: Iterator[Record], paths: Sequence[str], options: ReadOptions) -> dict[str, str]:
    """The texts by `article.id`: of the articles in `paths`, else where the records say that they came from.

    A text is taken only if it has the hash that the record has: spans of another text would point anywhere. What
    cannot be read is left out. Raises `UsageError` if `paths` name nothing at all.
    """
    sources = {record.article.id: record.article.source for record in records}
    texts: dict[str, str] = {}
    is_found = False
    for found in read_articles(paths, options) if paths else _read_sources(sources.values(), options):
        if isinstance(found, Article):
            is_found = True
            if (key := found.id) in sources:
                texts[key] = found.text
    if paths and not is_found:
        raise UsageError(f"--texts {' '.join(paths)}: no article there")
    return texts


def _read_sources(sources: Iterable[str | None], options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of the files that the sources name, each file once; sources are not trusted: files only."""
    paths = dict.fromkeys(path_of(source) for source in sources if source)
    yield from read_articles([path for path in paths if path != "-" and Path(path).is_file()], options)
