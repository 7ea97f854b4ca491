"""Which competition a title, a medal or a number of starts belongs to: the words of a count -> canonical names.

"Commonwealth and European " names two championships, "British national " the British Championships, "Games" those of
which the article has spoken before.
"""

from __future__ import annotations

import re

from bioextract.values.countries import country
from bioextract.values.events import canonical_event
from bioextract.values.sports import is_athletics

_NO_REGION = r"(?<!South )(?<!North )(?<!East )(?<!West )(?<!Central )(?<![a-z]-)"
LEVEL = (
    r"(?:(?:[Jj]unior |[Yy]outh |[Uu]nder-?\d\d )?"
    rf"(?:[Oo]lympic|[Pp]aralympic|[Ww]orld|European|Commonwealth|"
    rf"{_NO_REGION}(?:Asian|African)|Pan[- ]American|Oceania))"
)
HOSTS = "Athens|Sydney|Beijing|London|Rio|Tokyo|Paris|Atlanta|Barcelona|Seoul"

_AT_LEVEL, _JOINED = re.compile(LEVEL), re.compile(rf" (?:and|&) (?={LEVEL}\b|South African\b)")
_KIND_OF_LEVEL = re.compile(
    r"\b(?:[Ii]ndoor|[Cc]ross[- ][Cc]ountry|[Hh]alf[- ][Mm]arathon|[Jj]unior|[Yy]outh|[Uu]nder-?\d\d|Games|Winter|"
    r"[Tt]rail|short course|(?!Champ|Heavy|Light|Middle|Welter|Feather)[A-Z][a-z]+)\b"
)
_CUP = re.compile(r"\b(?:Cup|Champions|League|Open|Tour|Series|Trophy|Masters)\b")
_NO_PART = re.compile(
    r"\b(?:[Cc]onsecutive|successive|straight|different|senior|career|overall|titles?|race|games|event|reigning|former|"
    r"defending|(?:[Ww]om|[Mm])en[’']s)(?!\w)|^(?:the|his|her|at) "
)
_LOWER_TITLE = re.compile(
    r"national|international|grand slam|state|collegiate|professional|majors?\b(?! (?:league|championship))"
)
_IS_EVENT = re.compile(
    r"(?:Cups?|Leagues?|Opens?|Marathons?|Slams?|Prix|Tours?|Series|Bowls?|Games|Finals?|Wimbledon|Masters|Championships?|"
    r"events|majors?|victories|wins)$",
    re.I,
)
_PLURAL = re.compile(r"(Bowl|Cup|Marathon|League|Open|Slam|Ekiden|Triathlon|Ironman)s$")
_MARATHON = re.compile(r"(half|ultra)?[- ]?marathons?")
_IN_HOST = re.compile(rf" in (?:{HOSTS})\b")
_GAMES = re.compile(r"\b(?:Olympic|Paralympic|Commonwealth|Asian|Pan American|Deaflympic|Pacific)(?=s\b| Games)")
_CHAMPIONSHIPS = re.compile(r"\b(?:[A-Z][\w’'&.-]* ){1,5}Championships\b")
_REACH = 20_000  # characters: an article speaks of its sport and its Games at least so often


def name_titles(words: str, page: str, *, holder: bool) -> list[str]:
    """The competitions whose titles `words` count, in an article with the text `page`; none for words that name none.

    `holder`: the words stand before "champion", not before "titles", so that a bare name is that of a championship.

    >>> name_titles("Olympic and world ", "", holder=True), name_titles("British national ", "", holder=True)
    (['Olympic Games', 'World Championships'], ['British Championships'])
    >>> name_titles("Serie A ", "", holder=False), name_titles("consecutive ", "", holder=False)
    (['Serie A'], [])
    """
    levels = _JOINED.split(words) if _AT_LEVEL.match(words) else [words]
    names = (_name_title(" ".join(_NO_PART.sub(" ", level).split()), page, holder) for level in levels)
    return [name for name in names if name]


def _name_title(words: str, page: str, holder: bool) -> str | None:
    if (level := _AT_LEVEL.match(words)) and not _CUP.search(words):
        return name_event(" ".join([level.group(), *_KIND_OF_LEVEL.findall(words[level.end() :]), "champion"]), page)
    if country(words.split(" ", maxsplit=1)[0]) and " national" in words:
        words = words.replace(" national", "")
    if not words or not (words[0].isupper() or words[0].isdigit() or _LOWER_TITLE.match(words)):
        return None
    is_championship = holder or country(words) is not None or words.endswith("national")
    return name_event(f"{words} champion" if is_championship and not _IS_EVENT.search(words) else words, page)


def name_event(words: str, page: str) -> str:
    """The canonical name in the singular; "marathon" stands for any, a bare world championship is of the page's sport.

    >>> name_event("ultramarathons", ""), name_event("World Cups", ""), name_event("Worlds", "The sprinter ...")
    ('ultramarathon', 'World Cup', 'World Athletics Championships')
    """
    if distance := _MARATHON.fullmatch(words.lower()):
        return {"half": "half marathon", "ultra": "ultramarathon"}.get(distance[1] or "", "marathon")
    name = canonical_event(words, athletics=is_athletics(page[:_REACH])).name
    return "World Championships" if name == "world championships" else _PLURAL.sub(r"\1", name)


def name_spoken_of(noun: str, page: str, start: int, end: int) -> str:
    """The "Games" or "championships" at `start`: of an Olympic city named after them, else those last named before.

    >>> page = "The Commonwealth Games come too soon. They are her third Games"
    >>> name_spoken_of("Games", page, len(page) - 5, len(page))
    'Commonwealth Games'
    """
    is_games = noun.lower() == "games"
    earlier = list((_GAMES if is_games else _CHAMPIONSHIPS).finditer(page, max(0, start - _REACH), start))
    if is_games and (not earlier or _IN_HOST.match(page, end)):
        return "Olympic Games"
    return name_event(f"{earlier[-1].group()} Games" if is_games else earlier[-1].group() if earlier else noun, page)
