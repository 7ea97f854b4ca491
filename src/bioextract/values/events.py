"""Names of competitions as texts write them -> one canonical name.

Year, edition number, sponsor, "the" and men's/women's are dropped; titles ("European champion") name a championship.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from bioextract.lexicons import rows
from bioextract.values.editions import Edition, edition, edition_by_host, hosted_by, likeliness, major_marathons

__all__ = ["Edition", "Event", "canonical_event", "edition", "edition_by_host"]

YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?(?!\d)")

_OPENING = re.compile(
    r"^(?:(?:the|an?|and|another|these|those|th(?:is|at)|her|his|their|our|its|next|last|inaugural|annual|recent|coming|"
    r"upcoming|defending|reigning|former|current|home|edition of|\d+(?:st|nd|rd|th)|[XVI]{2,}|"
    r"(?:this|last|next) (?:year|month|week|season|summer|winter|spring|autumn)'s|(?:\w+day|weekend)'s)\s+)+",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\b(?:wo)?men(?:'?s|s')?(?: (?:and|&) (?:wo)?men'?s)? (?=\w)|\b(?:boys|girls|ladies)'? (?=\w)|"
    r"\b(?:boy|girl)'?s (?=\w)| for (?:men|women|boys|girls)$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r",? (?:presented|sponsored|powered|supported) by\b.*| \([^)]*\)|, Round \d+$|,? \d+(?:st|nd|rd|th) edition$|"
    r"(?<=Super Bowl) (?:[LXVI]+|\d+)$| (?:in|of|at|for)$|[\s,;:.–-]+$"
)
# Left over without its sponsor, these would name nothing: "Norwich Union Grand Prix" keeps it.
_GENERIC = re.compile(
    r"\d+[kK]m?|(?:Indoor )?(?:Grand Prix|International|Cup|Classic|Open|Challenge|Trophy|Masters|Invitational|Series|"
    r"Championships?|League|Tour|Marathon|Games|Run)(?: .*)?"
)
_TRAILING = re.compile(
    r"(?<=[^\W_a-z]) (?:tournaments?|meetings?|meet|races?|events?|series|finals?|(?:junior )?(?:singles|doubles))$"
    r"|(?<=\w) finals?$|(?<= \w{4}) tournaments?$|(?<=International) tournaments?$|(?<=hampionship) tournament$"
    r"|(?<=Games) [Mm]arathons?$|(?<=hips) [Mm]arathons?$"
)
_PLURAL = re.compile(r"(?<=\w )(Cup|Open|Trophy|Grand Slam|All-Star Game|Final Four|title)s$")
_MARATHON_IN = re.compile(r"(half[- ])?marathons?,? (?:in|of|at) ([^\W\d_].*)", re.IGNORECASE)
_HALF_ALONE = re.compile("half", re.IGNORECASE)
_KIND_IN = re.compile(
    r"(Grand Prix|half|(?:\w+ ){0,2}meeting),? (?:in|of|at) ([^\W\d_].*)|70\.3 in (.*)", re.IGNORECASE
)
_HALF = re.compile(r"(?<=\w )half[- ]marathons?$|(?<=\w )half$", re.IGNORECASE)
_MARATHON = re.compile(r"(?<=\w )marathons?$", re.IGNORECASE)

_TITLE = re.compile(
    r"\s(?:[Cc]hamp(?:ions?)?(?! League| Tour| Trophy| of| Cup|' Cup)|titles?|crowns?|gold|silver|bronze|medals?|"
    r"medall?ists?|(?:semi-?)?finals?|finalists?|winners?|runners?-up|victory|debut)\b.*$"
)
_HEAD = re.compile(
    r"\b(?:championships?|champs|cups?|games|marathon|open|trophy|grand prix|masters|classic|league|tour|series|trials|"
    r"bowl|race|run|international|memorial|invitational|ironman|ultramarathon|universiade)$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"world|european|national|county|state|regional|indoor|outdoor|cross|country|cross-country|junior|senior|half|"
    r"short|course|masters|veterans|youth|u(?:nder)?-?\d\d|asian|african|british|and",
    re.IGNORECASE,
)
_WORLDS = "World Athletics Championships"
_BELT = re.compile(r"\b(?:titles?|championships?|belts?|crowns?)$")
_BOXING = frozenset({"WBA", "WBC", "IBF", "WBO", "IBO", "WBF", "EBU"})

_TRIALS = re.compile(
    r"^Olympic\b.*\btrials?\b|\b(?:US|U\.S\.|USA|American|United States)(?: Olympic\b.*)? trials?\b", re.IGNORECASE
)
_PARALYMPIC = re.compile(r"\bparalympi(?:c|cs|ad|an|ans)\b", re.IGNORECASE)
_OLYMPIC = re.compile(r"\bolympi(?:c|cs|ad|an|ans)\b|^(?:summer|winter) games$", re.IGNORECASE)
_NOT_OLYMPIC = re.compile(
    r"\b(?:youth|junior|trials?|special|qualif\w+|festival|hopes|day|masters|schools?|committee|team)\b", re.IGNORECASE
)
_GAMES = re.compile(
    r"(?:(?P<city>[^\W\d_].*?) )??(?:(?:[Ss]ummer|[Ww]inter) )?(?P<games>[Gg]ames)(?: in (?P<place>.+))?"
)
_SEASON = re.compile(r"\b(?:[Ss]ummer|[Ww]inter)\b")
_RACE = re.compile(r"(?:and )?(.*) (?:races?|event)")
_EURO = re.compile(r"(?:the )?Euros?['’]?(?: ?['’]?\d\d)?", re.IGNORECASE)
_OF_THE_WORLD = re.compile(r"(?:World|European) Championships?|Worlds|World Cup|Europeans", re.IGNORECASE)
_IN = re.compile(r" (?:in|at) (?:the )?([^\W\d_][^,]*)$")


@dataclass(frozen=True, slots=True)
class Event:
    """A competition: canonical name; the year that its text or its host gives; the host city, where it stands apart."""

    name: str
    year: str | None = None
    place: str | None = None


@lru_cache(maxsize=8192)  # an article names the same few events again and again
def canonical_event(text: str, *, year: str | None = None, athletics: bool = True) -> Event:
    """The event that `text` names; a `year` known from around it helps to tell "the 1962 Games".

    With `athletics`, bare "World Championships", "Europeans" and the like are those of athletics. A city alone is its
    Olympic Games, or else its marathon if that is a major one.

    >>> canonical_event("the 2011 Virgin London Marathon")
    Event(name='London Marathon', year='2011', place=None)
    >>> canonical_event("Tokyo Olympics").year, canonical_event("2020 Summer Olympics").year, canonical_event("Rio")
    ('2021', '2020', Event(name='Olympic Games', year='2016', place='Rio'))
    >>> canonical_event("Worlds").name, canonical_event("World Championships", athletics=False).name
    ('World Athletics Championships', 'World Championships')
    >>> canonical_event("European 100m champion").name, canonical_event("Copenhagen half-marathon").name
    ('European Championships', 'Copenhagen Half Marathon')
    """
    plain = " ".join(text.replace("’", "'").split())
    years = set(YEAR.findall(plain))
    said = years.pop()[:4] if len(years) == 1 else None
    undated = YEAR.sub(" ", plain).strip()
    if _EURO.fullmatch(undated):
        return Event("European Championships", said)
    name = _strip(undated)
    return _games(name, said, year) or Event(_championships(name, athletics), said)


def _strip(name: str) -> str:
    """Without all that comes and goes with an edition: articles, numbers, sponsors, men's and women's."""
    name = _OPENING.sub("", " ".join(name.split()))
    name = _GENDER.sub("", _CLOSING.sub("", _CLOSING.sub("", name)))
    for sponsor in _sponsors():
        if name[: len(sponsor)].lower() == sponsor.lower() and name[len(sponsor) : len(sponsor) + 1] in (" ", "-"):
            rest = name[len(sponsor) + 1 :]
            return name if _GENERIC.fullmatch(rest) else rest
    return name


def _games(name: str, said: str | None, year: str | None) -> Event | None:
    """Olympic, Paralympic and Commonwealth Games, and cities that stand for one of them or for a marathon."""
    winter = True if "winter" in name.lower() else None
    if name == "Trials" or _TRIALS.search(name):
        return Event("US Olympic Trials", said)
    for kind, pattern in (("Paralympic Games", _PARALYMPIC), ("Olympic Games", _OLYMPIC)):
        if pattern.search(name) and not _NOT_OLYMPIC.search(name):
            place = found[1] if (found := _IN.search(name)) else None
            return Event(
                kind, said or _host_year(kind, place or _SEASON.sub("", pattern.split(name)[0]), year, winter), place
            )
    match = _GAMES.fullmatch(name)
    if match is None or match["city"]:
        race = _RACE.fullmatch(name)
        city = match["city"] if match else race[1] if race else name
        if race and (marathons := major_marathons(city)):
            return Event(marathons[0], said or year)
        return _by_city(city, said, year, alone=match is None, winter=winter)
    found_year = said or year
    if not found_year:
        return Event("Olympic Games", place=match["place"]) if match["games"] == "Games" else None
    commonwealth = edition("Commonwealth Games", found_year) and not edition("Olympic Games", found_year)
    return Event("Commonwealth Games" if commonwealth else "Olympic Games", found_year, match["place"])


def _by_city(city: str, said: str | None, year: str | None, *, alone: bool, winter: bool | None) -> Event | None:
    """What "Rio", "Rio 2016" and "Rio Games" mean; a year beside a city may be that of any championships."""
    hosted = [e for e in hosted_by(city) if winter in (None, e.season == "winter")]
    known = said or year
    for e in hosted:
        if known and known in (e.year, e.held) and (e.event.endswith("Games") or (alone and said)):
            return Event(e.event, known, city if alone and not said else None)
    marathons = major_marathons(city) if alone else []
    if said is None and not (year and marathons):
        for e in sorted(hosted, key=likeliness, reverse=True):
            if e.event == "Olympic Games" and _stands_for_it(e, alone=alone):
                return Event(e.event, e.held, city if alone else None)
    if said is None and not alone and any(e.event == "Commonwealth Games" for e in hosted):
        return Event("Commonwealth Games", year)
    return Event(marathons[0], known) if marathons else None


def _stands_for_it(held: Edition, *, alone: bool) -> bool:
    """Whether a city still means its Games: "Oslo Games" are no more those of 1952."""
    since = "1962" if held.season == "winter" and not alone else "1950"
    return since < held.held <= "2026"


def _host_year(kind: str, city: str, year: str | None, winter: bool | None) -> str | None:
    """The year of the Games of a city: the known one where it fits."""
    hosted = [e for e in hosted_by(city.strip()) if e.event == kind and winter in (None, e.season == "winter")]
    return year if not hosted or year in [e.held for e in hosted] else max(hosted, key=likeliness).held


def _championships(name: str, athletics: bool) -> str:
    """The canonical name of anything but Games."""
    if known := _known(name, athletics) or _belt(name) or _of_host(name, athletics):
        return known
    if found := _KIND_IN.fullmatch(name):
        return f"{found[2]} {_HALF_ALONE.sub('Half Marathon', found[1])}" if found[1] else f"70.3 {found[3]}"
    if found := _MARATHON_IN.fullmatch(name):
        return f"{found[2]} {'Half ' if found[1] else ''}Marathon"
    title = _TITLE.search(name)
    base = name[: title.start()] if title else name
    if title and not _HEAD.search(base) and not _known(base, athletics):
        words = base.split(" ")
        kept = next((i for i, w in enumerate(words) if not (w[:1].isupper() or _LEVEL.fullmatch(w))), len(words))
        base = " ".join(words[:kept]) + (" Championships" if base[0].isupper() else " championships") if kept else name
    short = _PLURAL.sub(r"\1", _TRAILING.sub("", base))
    base = short if " " in short or _known(short, athletics) else base
    base = _MARATHON.sub("Marathon", _HALF.sub("Half Marathon", base))
    return _known(base, athletics) or base


def _belt(name: str) -> str | None:
    """A title in boxing, as far as it is told: "WBC interim title", "WBA champion" (the WBA title)."""
    first, _, rest = name.partition(" ")
    body = first.rstrip(",")
    if body not in _BOXING:
        return None
    return _PLURAL.sub(r"\1", name.replace(" crown", " title")) if _BELT.search(rest) else f"{body} title"


def _of_host(name: str, athletics: bool) -> str | None:
    """Championships that a text calls by their host: "Doha world championships"."""
    city, _, rest = name.partition(" ")
    hosted = hosted_by(city) if rest else []
    if hosted and _OF_THE_WORLD.fullmatch(rest):
        return _known(rest, athletics) or rest
    in_athletics = athletics and rest == "championships" and any(e.event == _WORLDS for e in hosted)
    return _WORLDS if in_athletics else None


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Folded names -> canonical name: in any sport, and in athletics only."""
    anywhere: dict[str, str] = {}
    athletics: dict[str, str] = {}
    for name, others, use in ((*row, "", "")[:3] for row in rows("events.tsv")):
        if use != "sponsor":
            table = athletics if use == "athletics" else anywhere
            table |= {_fold(other): name for other in others.split("|") if other}
            anywhere.setdefault(_fold(name), name)
    return anywhere, athletics


def _known(name: str, athletics: bool) -> str | None:
    anywhere, in_athletics = _table()
    if name in _names():
        return name  # "U.S. Open" and "US Open": as the text writes it
    key = _fold(name)
    return anywhere.get(key) or (in_athletics.get(key) if athletics else None)


@cache
def _names() -> frozenset[str]:
    return frozenset(row[0] for row in rows("events.tsv"))


def _fold(name: str) -> str:
    return name.lower().replace("-", " ").replace("–", " ").replace(".", "")


@cache
def _sponsors() -> tuple[str, ...]:
    return next(tuple(row[1].split("|")) for row in rows("events.tsv") if row[0] == "-")
