"""Which span plays which role: the finders, one module a role.

Every finder is a function `find(text: str) -> list[RoleSpan]` over the text of ONE sentence or heading. A learned
tagger will take their place, so a finder only says where something is, never what value it has (`values/`) or whom
it is about (`people/`).
"""

from __future__ import annotations

from bioextract.spans.span import Role, RoleSpan

__all__ = ["Role", "RoleSpan"]
