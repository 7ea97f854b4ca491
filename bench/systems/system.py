"""What a system is to the comparison: a name, what loads it, and what it finds."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
Reader = Callable[[Iterable[Json]], Iterator[str | None]]
INSTALL = "pip install --no-deps --ignore-requires-python -r bench/requirements.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One system.

    `load` gives its reader: articles in (objects with `id`, `text`, `title`, `published`), for each of them, in order,
    a record as a line of JSON, or None where the system makes no facts. `finds`: whole facts about people, values that
    it ties to nobody (ages, dates of birth), or neither. `modules`: what has to be installed. `seconds`: the CPU
    seconds after which it begins no further article of the pool. `is_slow`: it runs when it is asked for by name.
    """

    name: str
    title: str
    load: Callable[[], Reader]
    finds: Literal["facts", "values", "nothing"]
    modules: tuple[str, ...] = ()
    seconds: float = 60
    is_slow: bool = False

    @property
    def missing(self) -> list[str]:
        """The modules that are not installed."""
        return [module for module in self.modules if importlib.util.find_spec(module) is None]
