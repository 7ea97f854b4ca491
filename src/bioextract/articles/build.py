"""The last step that all formats share: a text and what is known about it → `Article`, or a clear `ReadError`."""

from __future__ import annotations

from collections.abc import Mapping

from bioextract.articles.article import Article
from bioextract.articles.options import ReadOptions
from bioextract.articles.published import find_published
from bioextract.errors import ReadError


def build_article(  # noqa: PLR0913
    text: str,
    source: str,
    options: ReadOptions,
    *,
    title: object = None,
    published: object = None,
    location: str = "",
    line: int | None = None,
) -> Article:
    """The article with this text.

    A title that is no text or blank is None. `location` is the path or URL that may name the day. Raises
    `ReadError` if the text is blank or too long.
    """
    if not text or text.isspace():
        raise ReadError(source, "empty: there is no text in it", line=line)
    if len(text) > options.max_characters:
        reason = (
            f"{len(text):,} characters, more than the limit of {options.max_characters:,} "
            "(raise it with --max-characters)"
        )
        raise ReadError(source, reason, line=line)
    day, found_in = find_published(published, location, options.published)
    return Article(
        text,
        title=" ".join(title.split()) or None if isinstance(title, str) else None,
        published=day,
        source=source,
        published_from=found_in,
    )


def build_from_fields(
    fields: Mapping[str, object], file: str, options: ReadOptions, *, line: int | None = None, place: str | None = None
) -> Article:
    """The article of one JSON object or CSV row, its source `file#id`, or `file#place` where it has no id.

    `place` is "line 7" or "object 7": the number alone may be the id of another. Without it the file holds this article
    only, and its path is the source and may name the day. In a file of many, a day in the file's name is the day of the
    collection, so only the record's URL is asked. Raises `ReadError`.
    """
    source = file if place is None else f"{file}#{_find_id(fields, options) or place}"
    text = fields.get(options.text_field)
    if not isinstance(text, str):
        found = ", ".join(map(str, list(fields)[:20])) or "none"
        kind = "is not text" if options.text_field in fields else f"is missing (the fields are: {found})"
        raise ReadError(source, f'the field "{options.text_field}" {kind}', line=line)
    if not text.strip():
        raise ReadError(source, f'the field "{options.text_field}" is blank', line=line)
    url = fields.get(options.url_field)
    location = url if isinstance(url, str) and url else ("" if place is not None else file)
    return build_article(
        text,
        source,
        options,
        title=fields.get(options.title_field),
        published=fields.get(options.published_field),
        location=location,
        line=line,
    )


def _find_id(fields: Mapping[str, object], options: ReadOptions) -> str:
    value = fields.get(options.id_field)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())
