"""What a run was asked for, and whether it can be done so."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from bioextract.articles.options import ReadOptions
from bioextract.articles.read import KNOWN_SUFFIXES
from bioextract.errors import UsageError
from bioextract.records import ExtractorInfo
from bioextract.runs.outcomes import MakeExtractor
from bioextract.sinks.jsonl import is_unfinished, part_of

QUIET, VERBOSE = -1, 1


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The options of `bioextract run`.

    `output` None is standard output, or nothing where there is a `database` (a URL). `time_limit` is in seconds an
    article; `verbosity` is one of QUIET, 0, VERBOSE.
    """

    paths: tuple[str, ...]
    options: ReadOptions
    make_extractor: MakeExtractor
    extractor: ExtractorInfo
    command: str | None = None
    output: Path | None = None
    database: str | None = None
    keep_text: bool = False
    prune: bool = False
    rejects: Path | None = None
    summary: Path | None = None
    jobs: int = 1
    time_limit: float | None = None
    resume: bool = False
    retry_rejects: bool = False
    fail_fast: bool = False
    force: bool = False
    redo: bool = False
    verbosity: int = 0


def check_plan(plan: RunPlan) -> None:
    """Raises `UsageError` for options that contradict each other, and for outputs that exist or are inputs.

    Raises `OSError` for a summary that cannot be written: it is the only output that is not opened before the work.
    """
    _check_options(plan)
    _check_outputs(plan)
    if plan.summary:
        _try_to_open(plan.summary)


def _check_options(plan: RunPlan) -> None:
    wrong = {
        "give PATHs, or --retry-rejects": not plan.paths and not plan.retry_rejects,
        "--retry-rejects takes its paths from the rejects; give it none": bool(plan.paths) and plan.retry_rejects,
        "--retry-rejects needs --rejects FILE or --db URL, where the rejects are": plan.retry_rejects
        and not (plan.rejects or plan.database),
        "--prune deletes what is not among PATHs, and --retry-rejects has none": plan.prune and plan.retry_rejects,
        "--db is empty; write such as sqlite:///facts.db": plan.database == "",
        "--keep-text needs --db": plan.keep_text and not plan.database,
        "--prune needs --db": plan.prune and not plan.database,
        "--redo needs --db; what -o has is done again with --force": plan.redo and not plan.database,
        "--resume goes on, --force starts anew; give one of them": plan.resume and plan.force,
        "--resume needs -o FILE or --db URL, where the finished records are": plan.resume
        and not (plan.output or plan.database),
    }
    for reason, is_wrong in wrong.items():
        if is_wrong:
            raise UsageError(reason)


def _check_outputs(plan: RunPlan) -> None:
    outputs = [path for path in (plan.output, plan.rejects, plan.summary) if path]
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise UsageError(f"{outputs[0]}: the records, the rejects and the summary cannot go to the same file")
    for output in outputs:
        for path in plan.paths:
            if _is_read(output, path):
                raise UsageError(f"{output}: would be read as an input ({path}); write it elsewhere")
        if output.is_dir():
            raise UsageError(f"{output}: is a folder, not a file to write to")
        if output.suffix.lower() == ".gz":
            raise UsageError(f"{output}: is written unpacked; name it without .gz, and pack it when it is whole")
    if plan.output:
        _check_records(plan, plan.output)
    if plan.rejects and plan.rejects.is_file() and not (plan.force or plan.resume or plan.retry_rejects):
        raise UsageError(f"{plan.rejects}: exists; --force overwrites it")


def _check_records(plan: RunPlan, output: Path) -> None:
    if plan.resume and output.exists() and not output.is_file():
        raise UsageError(f"{output}: is a device or a pipe, and --resume needs a file")
    if plan.resume or plan.force:
        return
    if output.is_file():
        raise UsageError(f"{output}: exists; --force overwrites it, --resume goes on with it")
    if is_unfinished(output.resolve()):
        raise UsageError(
            f"{part_of(output)}: holds the records of a run that did not end; --resume goes on with it, "
            "--force starts anew"
        )


def _try_to_open(path: Path) -> None:
    """Raises `OSError` if the file cannot be written, and leaves it as it is."""
    is_new = not path.exists()
    if is_new or path.is_file():  # who reads a pipe would take the closing for the end
        path.open("ab").close()
    if is_new:
        path.unlink()


def _is_read(output: Path, path: str) -> bool:
    """Whether an output is, or will be, one of the files that an input path stands for."""
    ours, theirs = output.resolve(), Path(path).resolve()
    if ours == theirs:
        return True
    if Path(ours.name.lower().removesuffix(".gz")).suffix not in KNOWN_SUFFIXES:
        return False
    return theirs in ours.parents if theirs.is_dir() else fnmatch(str(ours), str(theirs))
