"""Which span plays which role: the finders, one module a role.

Every finder is a function `find(text: str) -> list[RoleSpan]` over the text of ONE sentence or heading. A learned
tagger will take their place, so a finder only says where something is, never what value it has (`values/`) or whom
it is about (`people/`).
"""

from __future__ import annotations

from bioextract.spans import countries, dates, disciplines, events, marks, places, ranks
from bioextract.spans.span import Role, RoleSpan

__all__ = ["FINDERS", "Role", "RoleSpan", "find_all"]

FINDERS = (countries.find, dates.find, disciplines.find, events.find, marks.find, places.find, ranks.find)


def find_all(text: str) -> list[RoleSpan]:
    """The spans of every role in one sentence; spans of different roles may overlap."""
    return [span for find in FINDERS for span in find(text)]
