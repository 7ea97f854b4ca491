"""Which city held which edition of a championship, and in which years a marathon was run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bioextract.lexicons import rows


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: `year` as in its name, `held` the year in which it took place (Tokyo 2020: 2021)."""

    event: str
    year: str
    city: str
    country: str
    held: str
    season: str


def edition(name: str, year: str, *, winter: bool = False) -> Edition | None:
    """The edition of the event `name` of `year` (four digits); `winter` tells the Games of one year apart.

    >>> edition("Olympic Games", "1968").city, edition("Olympic Games", "1968", winter=True).city
    ('Mexico City', 'Grenoble')
    >>> edition("New York City Marathon", "2012") is None
    True
    """
    found = [e for e in _editions() if e.event == name and year in (e.year, e.held)]
    return next((e for e in found if (e.season == "winter") == winter), found[0] if found else None)


def edition_by_host(
    name: str, city: str, *, before: str | None = None, after: str | None = None, winter: bool | None = None
) -> Edition | None:
    """The edition that `city` held: the first from the year `after` on, else the last up to the year `before` (2026).

    >>> edition_by_host("Olympic Games", "LA").held, edition_by_host("Olympic Games", "LA", after="2024").held
    ('1984', '2028')
    >>> edition_by_host("Olympic Games", "Tokyo").held, edition_by_host("Olympic Games", "Tokyo", before="1990").held
    ('2021', '1964')
    """
    hosted = [e for e in hosted_by(city) if e.event == name and winter in (None, e.season == "winter")]
    hosted.sort(key=lambda e: e.held)
    if after:
        return next((e for e in hosted if e.held >= after), None)
    return next((e for e in reversed(hosted) if e.held <= (before or "2026")), None)


def likeliness(edition: Edition) -> tuple[bool, bool, str]:
    """Which edition a city means when nothing else tells: one already held, in summer, the last."""
    return edition.held <= "2026", edition.season != "winter", edition.held


@cache
def _editions() -> tuple[Edition, ...]:
    lines = [(*row, "", "")[:6] for row in rows("editions.tsv")]
    return tuple(
        Edition(name, str(year), city, country, held or str(year), season)
        for name, season, span, city, country, held in lines
        for first, _, last in (part.partition("-") for part in span.split())
        for year in range(int(first), int(last or first) + 1)
    )


@cache
def _cities() -> dict[str, frozenset[str]]:
    """Folded names of a city -> the names that `Edition.city` may have for it."""
    names: dict[str, set[str]] = {}
    for row in rows("editions.tsv"):
        for name in [row[3], *(row[6].split("|") if len(row) > 6 else [])]:
            names.setdefault(_fold_city(name), set()).add(row[3])
    return {name: frozenset(cities) for name, cities in names.items()}


def hosted_by(city: str) -> list[Edition]:
    """All editions that a city held, by any of its names: "Rio", "Torino"."""
    cities = _cities().get(_fold_city(city), frozenset())
    return [e for e in _editions() if e.city in cities] if cities else []


def major_marathons(city: str) -> list[str]:
    """The major marathons of a city."""
    return [name for name in dict.fromkeys(e.event for e in hosted_by(city)) if name.endswith("Marathon")]


def _fold_city(name: str) -> str:
    return name.lower().replace("-", " ").replace(".", "")
