"""Who is the same athlete in several articles: by full name, and only where nothing speaks against it.

Two people of two articles are one athlete if their full names (at least two words, titles, particles and "Jr" not
counted) are the same, case, accents and punctuation aside, and neither birth date, nationality nor sport conflicts:

* birth dates conflict if they differ as far as both are given (1984 and 1984-11-02 do not);
* nationalities conflict if both are told and none is the same;
* disciplines conflict if both tell a sport and none is the same (hurdler and marathon are both athletics).

Where people of one name do conflict, one who may be several of them is nobody's guess: those are put together among
themselves, by the same rule. A single name, and a name that two people of one article bear, is never merged with
another article's. The result depends on what is told, not on the order of the articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from bioextract.people.names import fold

LONGEST_NAME = 200
_NO_WORD = re.compile(r"[^\w]+|_")
_JOINED = re.compile(r"['’.`]")
_BEFORE_NAMES = frozenset(
    "af al abu bin bint da das de del della den der di do dos du el ibn la le ul van von zu san santa st ter ten "
    "coach dame dr lady lord miss mr mrs ms prof professor rev saint sir team".split()
)
_AFTER_NAMES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
SPORTS = {
    "athletics": r"athletic|track and field|marathon|runner|running|sprint|hurdle|cross[- ]country|heptath|decath"
    r"|steeplechase|(?:long|high|triple)[- ]jump|pole vault|shot put|discus|javelin|hammer|race walk|parkrun|miler"
    r"|\d{3,5}m?(?: metres)?$|\b[51]0?k\b|triathl",
    "swimming": r"swim|freestyle|backstroke|breaststroke|butterfly|medley|triathl",
    "cycling": r"cycl|peloton|keirin|triathl",
    "boxing": r"\bbox(?:er|ing)|southpaw",
    "weightlifting": r"weight ?lift",
    "rowing": r"\brow(?:er|ing)|scull|coxless|coxed",
    "football": r"football|soccer|goalkeeper",
    **{sport: sport for sport in ("tennis", "badminton", "basketball", "volleyball", "handball", "rugby", "cricket")},
    **{
        sport: sport for sport in ("hockey", "snooker", "darts", "curling", "karate", "taekwondo", "squash", "biathlon")
    },
    **{sport: sport[:-3] for sport in ("fencing", "wrestling", "sailing", "diving", "climbing", "surfing", "skating")},
    "golf": r"\bgolf",
    "judo": r"\bjudo",
    "skiing": r"\bski(?:er|ing)?\b|slalom|biathl",
    "snowboarding": r"snowboard",
    "gymnastics": r"gymnast",
    "bowls": r"\bbowl(?:s|er)",
    "archery": r"archer",
    "shooting": r"\bshoot|rifle|pistol",
    "canoeing": r"cano|kayak",
    "equestrian": r"equestrian|dressage|jockey|eventing",
}
_SPORTS = {sport: re.compile(pattern) for sport, pattern in SPORTS.items()}


class Who(NamedTuple):
    """`identity` is the name as it is compared; `signature` what must not conflict: birth date|nationalities|sports."""

    identity: str
    signature: str


def identify(people: Sequence[dict[str, Any]], content_key: str) -> list[Who]:
    """Who each of the people of one record may be; a name that is not comparable is bound to its article."""
    names = [fold_name(person["name"]) for person in people]
    times = Counter(names)
    return [
        Who(
            name
            if is_full_name(person["name"]) and times[name] == 1
            else f"{name[:LONGEST_NAME]} @{content_key[:16]}#{number}",
            sign(person),
        )
        for number, (name, person) in enumerate(zip(names, people, strict=True))
    ]


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """The name as it is compared: lower case, without accents and punctuation.

    >>> fold_name("Núria O’Neill-Sánchez"), fold_name("J.J. Watt")
    ('nuria oneill sanchez', 'jj watt')
    """
    return " ".join(_NO_WORD.sub(" ", _JOINED.sub("", fold(name).casefold())).split())


@lru_cache(maxsize=4096)
def is_full_name(name: str) -> bool:
    """Whether a name has two words with two letters: a surname, with whatever goes with surnames, is not enough.

    >>> is_full_name("Sam van Dijk"), is_full_name("Van Dijk"), is_full_name("Dijk Jr."), is_full_name("Berg-Dijk")
    (True, False, False, False)
    """
    words = [fold_name(word) for word in name.split()]
    while words and words[-1] in _AFTER_NAMES:
        words.pop()
    counted = [word for word in words[:-1] if word not in _BEFORE_NAMES] + words[-1:]  # "Le" may be a surname: Anh Le
    return sum(len(word) > 1 for word in counted) > 1 and len(fold_name(name)) <= LONGEST_NAME


def sign(person: dict[str, Any]) -> str:
    """The signature of a person of a record.

    >>> sign({"birth_date": {"value": "1984-11"}, "nationalities": [{"value": "Kenya", "code": "KEN"}],
    ...     "disciplines": [{"value": "marathon runner"}, {"value": "captain"}]})
    '1984-11|KEN|athletics'
    """
    birth = person["birth_date"]["value"] if person["birth_date"] else ""
    countries = tuple([fact["code"] or fact["value"] for fact in person["nationalities"]])
    return _sign(birth, countries, tuple([fact["value"] for fact in person["disciplines"]]))


@lru_cache(maxsize=4096)
def _sign(birth: str, countries: tuple[str, ...], disciplines: tuple[str, ...]) -> str:
    sports = {sport for discipline in disciplines for sport in _sports_of(discipline)}
    return f"{birth}|{','.join(sorted(set(countries)))}|{','.join(sorted(sports))}"


@lru_cache(maxsize=4096)
def _sports_of(discipline: str) -> tuple[str, ...]:
    return tuple(sport for sport, pattern in _SPORTS.items() if pattern.search(discipline))


def conflict(one: str, other: str) -> bool:
    """Whether two signatures cannot be of one athlete.

    >>> conflict("1984|KEN|", "1984-11-02||swimming"), conflict("|KEN|", "|ETH|"), conflict("1984-11||", "1984-12||")
    (False, True, True)
    """
    (birth, *sets), (other_birth, *other_sets) = _read(one), _read(other)
    if not (birth.startswith(other_birth) or other_birth.startswith(birth)):
        return True
    return any(a and b and a.isdisjoint(b) for a, b in zip(sets, other_sets, strict=True))


@lru_cache(maxsize=16_384)
def _read(signature: str) -> tuple[str, frozenset[str], frozenset[str]]:
    birth, *lists = signature.split("|")
    countries, sports = (frozenset(filter(None, names.split(","))) for names in lists)
    return birth, countries, sports


def cluster(signatures: Collection[str]) -> list[frozenset[str]]:
    """The signatures of one name, put together to athletes.

    Those that fit several others which conflict are left for the next round, among themselves; if a round settles
    nothing, each of them stands alone.

    >>> cluster({"||", "|KEN|", "1984||"}) == [{"||", "1984||", "|KEN|"}]
    True
    >>> [sorted(group) for group in cluster({"||", "|KEN|", "|ETH|", "1984|KEN|"})]
    [['1984|KEN|', '|KEN|'], ['|ETH|'], ['||']]
    """
    left, found = set(signatures), []
    while left:
        fits = {one: frozenset(other for other in left if not conflict(one, other)) for one in left}
        sure = {group for group in set(fits.values()) if not _holds_conflict(group)}
        # A sure group may hold some that fit other groups too: those are not sure.
        groups = {frozenset(one for one in group if fits[one] == group) for group in sure} - {frozenset()}
        groups = groups or {frozenset({one}) for one in left}
        found += sorted(groups, key=sorted)
        left -= frozenset().union(*groups)
    return found


def _holds_conflict(group: Collection[str]) -> bool:
    return any(conflict(a, b) for a, b in combinations(group, 2))


def choose_name(names: Iterable[str]) -> str:
    """The form with its accents, not in capitals; the first in code point order of equally good ones.

    >>> choose_name(["ZOE MULLER", "Zoe Muller", "Zoë Müller"])
    'Zoë Müller'
    """
    return min(names, key=lambda name: (name.isupper(), name.isascii(), name))
