"""Tables of names that the finders and values look things up in: tab-separated, one file a subject.

The first lines of every file begin with '#': what it is, its source and its date.
"""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The cells of every line of the lexicon file `name` ("countries.tsv"), without comments and blank lines.

    Raises FileNotFoundError when there is no such file.
    """
    lines = (files(__name__) / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
