"""Verdicts in a JSON Lines file beside the records that they are on: each is added at the end, the last one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from bioextract.errors import ReadError, UsageError
from bioextract.records_file import read_lines
from bioextract.sinks.jsonl import LineFile
from bioextract.verdicts.verdict import Verdict, standing

ByArticle = dict[str, list[Verdict]]
BEGINNING = b'{"article":"'
"""Of every verdict that a desk has written."""


def verdicts_path(records: Path) -> Path:
    """Where verdicts on a file of records are kept: `facts.jsonl` (also `.gz`) -> `facts.verdicts.jsonl`."""
    return records.with_name(f"{records.name.removesuffix('.gz').removesuffix('.jsonl')}.verdicts.jsonl")


def read_verdicts(path: Path) -> list[Verdict]:
    """All verdicts of a file, in order; a last line that was cut off, as by a power cut, is left out.

    Raises `UsageError` if there is no such file, `ReadError` for another line that is no verdict, or the begin of one.
    """
    verdicts = []
    for number, line in read_lines(path):
        try:
            verdicts.append(Verdict.model_validate_json(line))
        except ValidationError as error:
            if not line.endswith(b"\n") and line[: len(BEGINNING)] == BEGINNING[: len(line)]:
                break
            first = error.errors(include_url=False, include_input=False)[0]
            reason = f"no verdict of bioextract: {'.'.join(map(str, first['loc']))}: {first['msg']}"
            raise ReadError(str(path), reason, line=number) from None
    return verdicts


def by_article(verdicts: Iterable[Verdict]) -> ByArticle:
    """The verdicts that stand, by the articles that they are on."""
    found: ByArticle = defaultdict(list)
    for verdict in standing(verdicts).values():
        found[verdict.article].append(verdict)
    return dict(found)


class VerdictFile:
    """A file of verdicts to go on with; what is appended is on the disk when `append` returns.

    Raises as `read_verdicts`, `UsageError` if another process has it open or it is compressed, `OSError` where it
    cannot be written.
    """

    def __init__(self, path: Path) -> None:
        if path.suffix == ".gz":
            raise UsageError(f"{path}: verdicts cannot be added to a compressed file; unpack it")
        if path.exists():
            read_verdicts(path)  # before a torn line is cut off: it may be another file altogether
        self._file = LineFile(path, goes_on=True)
        self.verdicts = read_verdicts(path)  # now that nobody else adds to it

    def append(self, verdict: Verdict) -> None:
        """Adds a verdict. Raises `OSError`; then nothing of it is left."""
        self._file.append(verdict.model_dump_json().encode() + b"\n")
        self._file.sync()
        self.verdicts.append(verdict)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
