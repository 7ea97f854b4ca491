"""Names, demonyms and codes of countries -> the country.

A country here is whatever sends a team: NOCs, the home nations and islands of the Commonwealth Games, past states.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from bioextract.lexicons import rows

Form = Literal["name", "demonym", "code"]

# English words, or first names, when they are not capitalised as a country is.
_OTHER_WORDS = (
    "us america's polish pole poles finn finns dane danes turkey chad jordan georgia china guinea niger jersey swede "
    "swedes scot scots brit brits turk turks greece swiss thai mali malta cuba kiwi kiwis dominica maltese manx saar"
)

_HOME_NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})


@dataclass(frozen=True, slots=True)
class Country:
    """English common name, and IOC code where there is one (not for England or Guernsey)."""

    name: str
    code: str | None


@cache
def surface_forms() -> dict[str, tuple[Country, Form] | None]:
    """Every way to write a country, with its form; None for longer names in which a country is none ("New Mexico")."""
    table: dict[str, tuple[Country, Form] | None] = {}
    late: list[tuple[str, Country]] = []
    for name, code, demonyms, others, codes in ((*row, "", "", "", "")[:5] for row in rows("countries.tsv")):
        if name == "-":
            table |= dict.fromkeys(others.split("|"))
            continue
        country = Country(name, code or None)
        table |= dict.fromkeys([name, *_parts(others)], (country, "name"))
        for demonym in _parts(demonyms):
            stem = demonym.rstrip("+")
            table |= dict.fromkeys([stem, stem + "s"] if demonym.endswith("+") else [stem], (country, "demonym"))
        if code:
            table.setdefault(code, (country, "code"))
        late += [(other, country) for other in _parts(codes)]
    for other, country in late:  # an IOC code goes before the same letters in another list (BRN is Bahrain)
        table.setdefault(other, (country, "code"))
    return table


def country(text: str) -> Country | None:
    """The country that `text` names, as a whole; "the" and a possessive are allowed.

    Case counts, save that longer words may be all in capitals or in lower case where that is no other word.

    >>> country("Kenyan"), country("Britain's"), country("England")
    (Country(name='Kenya', code='KEN'), Country(name='Great Britain', code='GBR'), Country(name='England', code=None))
    >>> country("NED") == country("NLD") == country("the Netherlands") == country("Dutchwoman")
    True
    >>> country("us"), country("polish"), country("New Mexico")
    (None, None, None)
    """
    found = _lookup(text)
    return found[0] if found else None


def can_be_of(name: str, other: str) -> bool:
    """Whether somebody of one country can be called somebody of the other: a Scot is a Briton.

    >>> can_be_of("Scotland", "Great Britain"), can_be_of("Great Britain", "Wales"), can_be_of("Scotland", "England")
    (True, True, False)
    """
    britain, nation = ("Great Britain", other) if name == "Great Britain" else (other, name)
    return name == other or (britain == "Great Britain" and nation in _HOME_NATIONS)


def form(text: str) -> Form:
    """How `text` writes its country; raises ValueError when it is no country.

    >>> form("Mongolia"), form("Mongolian"), form("MGL"), form("USA")
    ('name', 'demonym', 'code', 'name')
    """
    found = _lookup(text)
    if found is None:
        raise ValueError(f"no country: {text!r}")
    return found[1]


def _lookup(text: str) -> tuple[Country, Form] | None:
    text = _normalize(text)
    table = surface_forms()
    if text in table:
        return table[text]
    if len(text) > 3 and (text.isupper() or (text.islower() and text not in _OTHER_WORDS.split())):
        return _folded().get(text.casefold())
    return table.get(text.upper()) if len(text) == 3 and text.istitle() else None


@cache
def _folded() -> dict[str, tuple[Country, Form]]:
    forms = surface_forms().items()
    return {text.casefold(): found for text, found in forms if found and found[1] != "code" and len(text) > 3}


def _normalize(text: str) -> str:
    text = " ".join(text.replace("’", "'").split())
    text = text[4:] if text[:4] in ("the ", "The ") and text not in surface_forms() else text
    return text[:-2] if text.endswith(("'s", "'S")) else text.removesuffix("'")


def _parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []
