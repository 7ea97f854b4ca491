"""Records of what recognizers find: ages, and dates behind the word "born", that belong to nobody.

The person is called `ANYONE`; `accuracy.py` scores such values whoever's they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

ANYONE = "Anyone"
LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
BORN_BEFORE = re.compile(r"\bborn\b[^.;]{0,40}$")


def lines_of(text: str) -> Iterator[str]:
    """The lines that are not blank: the recognizers are asked line by line, which is in their favour."""
    return (m[0] for m in LINE.finditer(text))


def is_birth(line: str, start: int) -> bool:
    """Whether "born" stands in the forty characters before the date that begins at `start`, in its sentence."""
    return BORN_BEFORE.search(line, 0, start) is not None


def to_record(article_id: str, values: Iterable[tuple[str, int | str]]) -> str:
    """A line of JSON; `values` are pairs of `age` or `birth_date` and the value."""
    people = [{"name": ANYONE, kind: {"value": value}} for kind, value in dict.fromkeys(values)]
    return json.dumps({"article": {"id": article_id, "source": f"#{article_id}"}, "people": people})
