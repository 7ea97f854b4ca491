"""bioextract: structured facts about athletes from English sports articles.

    >>> import bioextract
    >>> record = bioextract.extract("Anna Berg, 29, is a Swedish hurdler.")
    >>> record.people[0].age.value
    29

Heavy modules (spaCy, pydantic) are imported when a name is first used, so that `import bioextract` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bioextract.articles import Article
    from bioextract.errors import ArticleError, BioextractError, ExtractError, ReadError, UsageError
    from bioextract.extractor import Extractor, extract
    from bioextract.frames import records_to_frames
    from bioextract.records import Person, Record, Span

__version__ = "0.1.0"

_HOME = {
    "Article": "articles",
    "ArticleError": "errors",
    "BioextractError": "errors",
    "ExtractError": "errors",
    "Extractor": "extractor",
    "Person": "records",
    "ReadError": "errors",
    "Record": "records",
    "Span": "records",
    "UsageError": "errors",
    "extract": "extractor",
    "records_to_frames": "frames",
}
__all__ = [
    "Article",
    "ArticleError",
    "BioextractError",
    "ExtractError",
    "Extractor",
    "Person",
    "ReadError",
    "Record",
    "Span",
    "UsageError",
    "__version__",
    "extract",
    "records_to_frames",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"bioextract.{_HOME[name]}"), name)
    raise AttributeError(f"module 'bioextract' has no attribute {name!r}")
