"""The kinds of fact, one module each, and the list of them.

A new kind is one module with `NAME`, `claims(reading)` and `key(fields)`, one entry here, and one test file.
"""

from __future__ import annotations

from bioextract.facts import (
    age,
    birth_date,
    birth_place,
    count,
    discipline,
    mark,
    nationality,
    participation,
    relation,
    residence,
    sponsor,
    team,
)
from bioextract.facts.claim import Claim, Kind, Reading

__all__ = ["KINDS", "Claim", "Kind", "Reading"]

# The order matters where one kind uses what another has learned of a person (age and country narrow descriptions).
KINDS: tuple[Kind, ...] = (
    age,
    birth_date,
    birth_place,
    nationality,
    residence,
    discipline,
    count,
    sponsor,
    team,
    relation,
    mark,
    participation,
)
