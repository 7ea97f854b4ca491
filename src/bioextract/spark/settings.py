"""What the Python workers of Spark are told: how to read, how to extract. It is pickled, and small."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import lru_cache, partial

from bioextract.articles import ReadOptions
from bioextract.records import ExtractorInfo
from bioextract.runs.outcomes import ExtractsOne, MakeExtractor, Work


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read and done; `time_limit` in seconds an article, None: as long as they take."""

    options: ReadOptions
    make_extractor: MakeExtractor
    time_limit: float | None = None

    def work(self) -> Work:
        """The work of one task, with the extractor that this process has, or a new one if it is the first task."""
        return Work(partial(_shared, pickle.dumps(self.make_extractor)), time_limit=self.time_limit)


@lru_cache(maxsize=2)
def _shared(make_extractor: bytes) -> ExtractsOne:
    """One extractor a process and setting: workers outlive tasks, and each task unpickles its own settings."""
    made: ExtractsOne = pickle.loads(make_extractor)()
    return made


def info_of(make_extractor: MakeExtractor) -> ExtractorInfo:
    """What makes the records; builds an extractor. Raises what that raises."""
    info: ExtractorInfo = make_extractor().info  # type: ignore[attr-defined]
    return info
