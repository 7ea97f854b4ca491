"""The spaCy component `bioextract`: facts about people on every Doc of a pipeline.

    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("bioextract", config={"published": "2023-08-26"})
    doc = nlp("Anna Berg, 29, is a Swedish hurdler.")
    doc._.bioextract["people"][0]["age"]["value"]  # 29: the record as JSON data (see `bioextract schema`)
    doc.spans["bioextract:age"]                    # the evidence of each kind of fact, widened to whole tokens

What is known about one article goes with its Doc, and is stronger than the configuration:

    doc = nlp.make_doc(text)
    doc.user_data["bioextract"] = {"published": "2023-08-26", "title": "A headline", "source": "a.txt"}
    doc = nlp(doc)

The component needs no other, changes nothing else of the Doc, and gives the same for any batch size. A text that
cannot be extracted (empty, not English) raises `ExtractError`; `nlp.set_error_handler` decides what becomes of it in
`nlp.pipe`. Record and spans outlive a `DocBin(store_user_data=True)`; a program that only reads Docs back calls
`register_extension()` first.

Every spaCy pipeline imports this module, whether it uses the component or not: the extractor is imported when used.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from bioextract.articles import Article
from bioextract.errors import UsageError
from bioextract.kinds import FIELDS, iterate_facts

if TYPE_CHECKING:
    from bioextract.records import Record

NAME = "bioextract"
# Kept as a string of JSON: a DocBin would turn the lists of plain data into tuples.
RECORD = "bioextract_record"
SETTINGS = frozenset({"published", "title", "source"})


class BioextractComponent:
    """Sets `Doc._.bioextract` and the span groups `bioextract:<kind>`."""

    def __init__(
        self, *, published: str | None = None, min_confidence: float | None = None, rules_only: bool = False
    ) -> None:
        from bioextract.extractor import Extractor

        self._published = published
        self._extractor = Extractor(min_confidence=min_confidence, rules_only=rules_only)
        _to_date(published)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its facts. Raises `ExtractError`, or `UsageError` if the Doc's settings are wrong."""
        record = self._extractor.extract(_to_article(doc, self._published))
        doc.user_data[RECORD] = record.model_dump_json()
        for kind, spans in _spans_by_kind(doc, record).items():
            doc.spans[f"{NAME}:{kind}"] = spans
        return doc


@Language.factory(
    NAME,
    default_config={"published": None, "min_confidence": None, "rules_only": False},
    assigns=["doc._.bioextract", "doc.spans"],
)
def create_component(
    nlp: Language, name: str, published: str | None, min_confidence: float | None, rules_only: bool
) -> BioextractComponent:
    """The component for `nlp.add_pipe("bioextract")`.

    `published` is the ISO day of publication of Docs that do not tell their own; facts less probable than
    `min_confidence` are left out; `rules_only`: without the learned model. Raises `UsageError` if a setting is wrong,
    or if another package has taken `Doc._.bioextract`.
    """
    register_extension()
    return BioextractComponent(published=published, min_confidence=min_confidence, rules_only=rules_only)


def register_extension() -> None:
    """Registers `Doc._.bioextract`, once. Raises `UsageError` if another package has taken the name."""
    if not Doc.has_extension(NAME):
        Doc.set_extension(NAME, getter=_get_record)
    elif _get_record not in Doc.get_extension(NAME):
        raise UsageError(f"Doc._.{NAME} is already registered by another package; remove that extension first")


def _get_record(doc: Doc) -> Any:
    """The record as JSON data, None before the component has run."""
    record = doc.user_data.get(RECORD)
    return None if record is None else json.loads(record)


def _to_article(doc: Doc, published: str | None) -> Article:
    settings = doc.user_data.get(NAME) or {}
    if not isinstance(settings, Mapping) or (unknown := set(settings) - SETTINGS):
        told = f"unknown keys {sorted(unknown)}" if isinstance(settings, Mapping) else f"{settings!r}"
        raise UsageError(f'doc.user_data["{NAME}"]: {told}; it holds {", ".join(sorted(SETTINGS))}')
    day = _to_date(settings.get("published") or published)
    return Article(
        doc.text,
        title=settings.get("title"),
        published=day,
        source=settings.get("source"),
        published_from="option" if day else None,
    )


def _to_date(published: str | None) -> dt.date | None:
    try:
        return None if published is None else dt.date.fromisoformat(published)
    except ValueError:
        raise UsageError(f"published is {published!r}; it must be a date such as 2023-08-26") from None


def _spans_by_kind(doc: Doc, record: Record) -> dict[str, list[Span]]:
    """The evidence of every kind, kinds without facts too, each span once and in the order of the text."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for person in record.people:
        for kind, fact in iterate_facts(person):
            found[kind] |= {(span.start, span.end) for span in fact.evidence}
    return {kind: [_to_span(doc, *bounds, kind) for bounds in sorted(found[kind])] for kind in FIELDS}


def _to_span(doc: Doc, start: int, end: int, kind: str) -> Span:
    span = doc.char_span(start, end, label=kind, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens at {start}:{end}")  # evidence lies within the text, so there always are
    return span
