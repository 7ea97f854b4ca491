"""The whole method on one screen: article -> page -> people -> claims -> record."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, partial
from typing import Any

import spacy
from spacy.language import Language

from bioextract import __version__
from bioextract.articles import Article
from bioextract.assemble import assemble_people
from bioextract.collector import collector_paused
from bioextract.errors import ExtractError, UsageError
from bioextract.facts import KINDS, Claim, Reading
from bioextract.language import is_english
from bioextract.page import Page, find_dateline
from bioextract.people.mentions import Mentions
from bioextract.people.roster import build_roster
from bioextract.records import ArticleInfo, ExtractorInfo, Record
from bioextract.tagger import Tagger, default_tagger

RULES = "rules-1"


class Extractor:
    """Extracts records from articles; build one and keep it for many.

    `min_confidence`: facts below this probability are left out; None: below the model's own threshold, which gives the
    best F1 on held-out articles. `rules_only`: without the learned model: several times as fast, and it finds less.
    `tagger`: another model than the one that comes with the package. Raises `UsageError` for a `min_confidence` that is
    no probability, and where the package has no model.
    """

    def __init__(
        self, *, min_confidence: float | None = None, rules_only: bool = False, tagger: Tagger | None = None
    ) -> None:
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise UsageError(f"min_confidence is {min_confidence}; it must lie between 0 and 1")
        self._make = partial(Extractor, min_confidence=min_confidence, rules_only=rules_only, tagger=tagger)
        tagger = None if rules_only else tagger or default_tagger()
        self._tagger = tagger
        threshold = tagger.calibration.threshold if tagger else 0.0
        self.min_confidence = threshold if min_confidence is None else min_confidence
        self._tokenizer = _Tokenizer()
        settings = f"min_confidence={self.min_confidence}"
        self._info = ExtractorInfo(
            version=__version__,
            model=f"tagger-{tagger.calibration.version}" if tagger else RULES,
            config=hashlib.sha256(settings.encode()).hexdigest()[:12],
        )

    @property
    def info(self) -> ExtractorInfo:
        """The version, model and settings that stand in every record."""
        return self._info

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled and copied by its settings: the other process or thread builds its own tokenizer."""
        return self._make, ()

    def extract(self, article: Article) -> Record:
        """The record of one article. Raises `ExtractError` for a text that is empty or not English."""
        if not article.text.strip():
            raise ExtractError(article.source or article.id, "the text is empty")
        if not is_english(article.text):
            raise ExtractError(article.source or article.id, "the text does not look like English")
        with collector_paused():
            return self._extract(article)

    def _extract(self, article: Article) -> Record:
        reading = self.read(article)
        page, main = reading.page, reading.mentions.main
        claims: Iterable[Claim] = [claim for kind in KINDS for claim in kind.claims(reading)]
        if self._tagger:
            claims = self._tagger.claims(reading, list(claims))
        people, warnings = assemble_people(claims, reading.mentions.people, main, page.text, self.min_confidence)
        return Record.model_validate(
            {
                "extractor": self._info,
                "article": _info_of(page),
                "main_subject": main.name if main else None,
                "people": people,
                "warnings": warnings,
            },
            context={"text": article.text},
        )

    def read(self, article: Article) -> Reading:
        """The article laid out, and who is mentioned where: what the kinds of fact work on."""
        if article.published is None and (day := find_dateline(article.text)):
            article = replace(article, published=day, published_from="document")
        page = Page(article, self._tokenizer.current())
        return Reading(page, Mentions(page, build_roster(page)))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of many articles, in order, as a stream; an article that cannot be used raises and ends it."""
        return map(self.extract, articles)


def extract(
    text: str, *, published: dt.date | str | None = None, title: str | None = None, source: str | None = None
) -> Record:
    """The record of one text. `published` (a date or its ISO form) is what relative dates are resolved against."""
    if not isinstance(text, str):
        raise UsageError(f"text is {type(text).__name__}; it must be a str")
    try:
        day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    except ValueError:
        raise UsageError(f"published is {published!r}; it must be a date such as 2023-08-26") from None
    if isinstance(day, dt.datetime):
        day = day.date()
    return _shared().extract(
        Article(text, title=title, published=day, source=source, published_from="option" if day else None)
    )


@cache
def _shared() -> Extractor:
    return Extractor()


class _Tokenizer(threading.local):
    """A blank English pipeline, one a thread, whose vocabulary is emptied now and then, so that memory stays flat.

    spaCy keeps every word that it meets. A memory zone forgets them; it lasts for many articles, so that the common
    words are not learned anew for each. No spaCy object leaves `Page`.
    """

    ARTICLES_A_ZONE = 200

    def __init__(self) -> None:
        self._nlp = spacy.blank("en")
        self._zone = ExitStack()
        self._left = 0

    def current(self) -> Language:
        """The pipeline, for one article."""
        if self._left == 0:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = self.ARTICLES_A_ZONE
        self._left -= 1
        return self._nlp


def _info_of(page: Page) -> ArticleInfo:
    article = page.article
    return ArticleInfo(
        id=article.id,
        source=article.source,
        title=page.title,
        published=article.published.isoformat() if article.published else None,
        published_from=article.published_from,
        characters=len(article.text),
    )
