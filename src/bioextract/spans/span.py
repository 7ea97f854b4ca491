"""The one shape that every finder gives."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["country", "date", "discipline", "event", "mark", "place", "rank"]


class RoleSpan(NamedTuple):
    """A run of characters and the role that it plays: `start` and `end` in code points, end exclusive."""

    start: int
    end: int
    role: Role
    text: str

    def shifted(self, by: int) -> RoleSpan:
        """The same span in a text that has `by` more characters before it."""
        return RoleSpan(self.start + by, self.end + by, self.role, self.text)
