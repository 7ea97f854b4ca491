"""An extractor that costs nothing and does to itself what the text says; worker processes import it by name."""

from __future__ import annotations

import os
import time
from multiprocessing import parent_process
from pathlib import Path

from bioextract.articles import Article
from bioextract.errors import ExtractError
from bioextract.records import ArticleInfo, ExtractorInfo, Record


class UnpicklableError(Exception):
    """As exceptions are that want more than one argument."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


class Fake:
    """`starts`: a file that gets one character whenever one is built; `fault`: what is broken."""

    info = ExtractorInfo(version="0", model="fake", config="0")

    def __init__(self, starts: Path | None = None, fault: str = "") -> None:
        self.fault = fault
        if starts:
            with starts.open("a") as file:
                file.write(".")
        if fault == "raises":
            raise RuntimeError("no model")
        if fault == "raises oddly":
            raise UnpicklableError("no", "model")
        if fault == "dies at start" and parent_process():
            os._exit(7)

    def extract(self, article: Article) -> Record:
        if "die" in article.text or (self.fault == "always dies" and parent_process()):
            os._exit(9)
        if "once:" in article.text:
            mark = Path(article.text.partition("once:")[2])
            if not mark.exists():
                mark.touch()
                os._exit(9)
        if "sleep" in article.text:
            time.sleep(60)
        if "touch:" in article.text:
            Path(article.text.partition("touch:")[2]).touch()
        while "until:" in article.text and not Path(article.text.partition("until:")[2]).exists():
            time.sleep(0.05)
        if "slow" in article.text:
            time.sleep(0.1)
        if "refuse" in article.text:
            raise ExtractError(str(article.source), "refused")
        if "crash" in article.text:
            raise ValueError("two\nlines")
        person = {
            "name": "A B",
            "age": {"value": 30, "confidence": 1, "evidence": [{"start": 0, "end": 1, "text": article.text[0]}]},
        }
        return Record.model_validate(
            {
                "extractor": self.info,
                "article": ArticleInfo(id=article.id, source=article.source, characters=len(article.text)),
                "people": [person],
            }
        )
