"""Finds places as they are written: "Iten", "Albuquerque, New Mexico", "the Netherlands".

A place of the lexicon counts after a preposition or where a town can stand ("Truro sprinter"); a capitalised group
that no lexicon has counts after "in", "near" and the like. Names inside an event's, a team's or a person's name do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.spans.gazetteer import Entry, find_longest, is_no_place
from bioextract.spans.span import RoleSpan
from bioextract.values.disciplines import find_terms
from bioextract.values.given_names import fold_name, is_ambiguous, is_given_name, is_surname

_SPACE = r"\s"
_NOT_FIRST = (
    r"(?!(?:In|At|From|Near|To|On|Of|Outside|After|Before|Since|With|For|By|The|When|And|But|As|It|He|She|They|We"
    r"|I|His|Her|If"
    r"|While|Although|Though|Then|There|This|That|Both|Why|Where|How|A|An|Or|Not|So|Born|Raised|Based|Until"
    r"|During)\b)"
)
_CAPITAL = (
    r"(?:St\.|(?:[OoNnLlDd]['’])?[A-ZÀ-ÞĀ-ŽȘȚ][^\W\d_]*(?:['’.-](?!(?:s|born|based|raised|trained"
    r"|bred)\b)[^\W\d_]+)*)"
)
_LINK = r"(?:de\sla|de\slos|de|del|do|da|dos|of|upon|on|and|la|el|le|les|am|an\sder|[Aa]l|d['’]|sur)"
_GROUP = re.compile(rf"(?<![\w’'-]){_NOT_FIRST}{_CAPITAL}(?:{_SPACE}(?:{_LINK}{_SPACE})?{_CAPITAL}){{0,4}}")
_PREPOSITION = re.compile(
    r"\b(?P<word>[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]utside|[Oo]f|[Ii]nside|[Aa]round|[Aa]cross|[Tt]hrough"
    r"|[Vv]ia|[Oo]n|to be in)"
    r"(?P<the>\sthe)?(?:\s(?:nearby|neighbou?ring|north|south|east|west|north-\w+|south-\w+|central|northern"
    r"|southern|eastern|western"
    r"|rural|downtown|sunny|upstate|inner|suburban))?\s$"
)
_PLACE_OF = re.compile(
    r"\b(?:city|town|village|suburb|outskirts|resident|native|north|south|east|west|streets|capital|region|island"
    r"|hills|state|province"
    r"|district|port|settlement|kilomet(?:re|er)s|miles|km|parts|people|coast|edge|centre|center"
    r"|part)\sof\s(?:the\s)?$"
)
_UNKNOWN_OK = frozenset({"in", "near", "outside"})
_MOVE = re.compile(
    r"\b(?:mov(?:ed?|es|ing)|relocat(?:ed|es|ing)|return(?:ed|s|ing)|emigrat(?:ed|ing)|travel(?:led|ed|s|ling)?"
    r"|went|came back|go|fly|flew"
    r"|back|gone|got|going|move|trip|drove|ran)\s(?:\w+\s){0,2}to\s$"
    r"|\b(?:mov(?:ed?|ing)|relocated|hails|came|originally|is|was)\sfrom\s$"
    r"|\b[Bb]orn\s(?:[\w-]+\s){0,4}at\s$"
)
_EXTENSION = re.compile(
    rf",{_SPACE}(?:(?:north|south|east|west"
    rf"|central){_SPACE})?({_CAPITAL}(?:{_SPACE}(?:{_LINK}{_SPACE})?{_CAPITAL}){{0,3}})"
)
_STATE_CODE = re.compile(
    r",\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    r"|N\.C|N\.D|N\.H|N\.J|N\.M|N\.Y"
    r"|Okla|Ont|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Va|Vt|W\.Va|Wash|Wis|Wyo|B\.C|D\.C)\."
    r"|,\s(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV"
    r"|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX"
    r"|UT|VA|VT|WA|WI|WV|WY|DC|ON|BC|AB|QC|NSW|QLD|VIC|UK|USA)\b"
)
_TOWN_AFTER = re.compile(
    r"-(?:based|raised|trained)\b|\s(?:sprinter|runner|swimmer|man|woman|athlete|boxer|cyclist|striker|golfer"
    r"|native|resident|hurdler"
    r"|marathoner|teenager|schoolboy|schoolgirl|club runner|heavyweight|\w+weight|fighter|welder|teacher|plumber"
    r"|nurse|mother|father)s?\b"
    r"|\s(?:women|men|19\d\d|20\d\d)\b"
)
_POSSESSIVE = re.compile(r"['’]|\s(?:rankings|squad|team|record|players?|coach)\b")
_NO_REGION_AFTER = re.compile(r"['’]s|-")
_BORN_AFTER = re.compile(r"-(?:born|based)\b")
_LINE_END = re.compile(r"[.;)]?(?:$|\n)|\s\(")
# Inside a longer name these make it a building or ground, which is a place, but never an event or a club.
_GROUNDS = frozenset(
    (
        "stadium",
        "arena",
        "park",
        "hall",
        "centre",
        "center",
        "court",
        "road",
        "street",
        "bridge",
        "beach",
        "bay",
        "island",
        "lake",
        "mountain",
        "valley",
        "village",
    )
)
_WITH_THE = (
    "United",
    "U",
    "Netherlands",
    "Bahamas",
    "Philippines",
    "Maldives",
    "Gambia",
    "Czech",
    "Soviet",
    "Isle",
    "Faroe",
)
_NO_UNKNOWN_AFTER = re.compile(r"['’]s?\b|['’](?:\s|$)|-|\d|\s(?:\d|[a-z]+ing\b)")
_CODE = re.compile(r"[A-Z]{2}")
_BEGINS_LONGER = re.compile(
    r"[-–]\w|\s\d{2,4}\s(?:Olympic|Games|World)|\s(?:marathon|half|meeting|grand|race|university|club|side|fans)\b"
)
_PART_OF_NAME = re.compile(r"(?:[A-Z][\w.'’]*|\d)\s$")
_OF_A_PERSON = re.compile(r"\b(?:[Tt]he|old)\s$")
_ANYWHERE = frozenset({"in", "near", "outside", "across", "around", "through"})


def find(text: str) -> list[RoleSpan]:
    """The place spans of one sentence, in order, none inside another, regions and countries with their town.

    >>> [span.text for span in find("Born in Eldoret, Kenya, she ran the Boston Marathon and moved to Flagstaff.")]
    ['Eldoret, Kenya', 'Flagstaff']
    """
    spans: list[RoleSpan] = []
    for start, end in _find_groups(text):
        if not spans or start >= spans[-1].end:
            spans.append(RoleSpan(start, end, "place", text[start:end]))
    return spans


def _find_groups(text: str) -> Iterator[tuple[int, int]]:
    taken = 0
    for match in _GROUP.finditer(text):
        if match.start() < taken:
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        preposition = _PREPOSITION.search(before)
        if preposition is not None:
            end = _after_preposition(text, match, preposition, before)
        else:
            end = _without_preposition(text, match, before)
        if end is not None:
            taken = _extend(text, end)
            yield match.start(), taken


def _after_preposition(text: str, match: re.Match[str], preposition: re.Match[str], before: str) -> int | None:
    """Where the place that begins a capitalised group ends, or None when there is none."""
    word, the = preposition["word"].lower(), bool(preposition["the"])
    known = find_longest(text, match.start(), match.end())
    if known is None:
        led = word in _UNKNOWN_OK or _MOVE.search(before) or _PLACE_OF.search(before)
        after = text[match.end() : match.end() + 24]
        found = not the and (led or _region_follows(text, match.end())) and _may_be_place(match[0], after)
        return match.end() if found else None
    end, entry = known
    if _is_longer(text, match, known, the=the) or (entry.kind == "country" and _POSSESSIVE.match(text, end)):
        return None
    fits = _fits(word, the, entry, text[match.start() : end], before)
    return end if fits or _region_follows(text, end) else None


def _fits(word: str, the: bool, entry: Entry, name: str, before: str) -> bool:
    """Whether a known place may stand after a preposition."""
    if the and (entry.kind == "city" or (entry.kind == "country" and not name.startswith(_WITH_THE))):
        return name.endswith("Coast")
    if word in _ANYWHERE:
        return True
    if entry.club or entry.kind == "country":
        return word == "to" and _MOVE.search(before.removesuffix("the ")) is not None
    if word == "of":
        return _PLACE_OF.search(before) is not None
    if word in ("at", "on"):
        return entry.kind == "city" and word == "at"
    return not entry.ambiguous


def _is_longer(text: str, match: re.Match[str], known: tuple[int, Entry], *, the: bool) -> bool:
    """Whether a known place only begins a longer name: "London Marathon", "Paris Saint-Germain"."""
    end, entry = known
    rest = text[end : match.end()]
    if (
        ((the or entry.ambiguous) and rest)
        or is_no_place(text[match.start() : end])
        or any(map(is_no_place, rest.split()))
    ):
        return True
    return _BEGINS_LONGER.match(text, end) is not None


def _without_preposition(text: str, match: re.Match[str], before: str) -> int | None:
    """A town before a person ("Truro sprinter") or a year, in brackets, ending a line, or with its region."""
    known = find_longest(text, match.start(), match.end())
    if known is None or known[0] != match.end() or is_no_place(match[0]):
        return None
    entry, after = known[1], text[match.end() : match.end() + 24]
    town = _TOWN_AFTER.match(after) is not None and not _PART_OF_NAME.search(before)
    if entry.kind == "country" or entry.ambiguous:
        of_a_person = town and entry.kind == "city" and _OF_A_PERSON.search(before) is not None
        found = of_a_person or _BORN_AFTER.match(after) is not None
    else:
        in_brackets = before.endswith("(") and after.startswith(")")
        at_the_end = before.endswith(", ") and _LINE_END.match(after) is not None
        found = in_brackets or at_the_end or (town and not entry.club) or _region_follows(text, match.end())
        found = found or _BORN_AFTER.match(after) is not None or (town and _OF_A_PERSON.search(before) is not None)
    return match.end() if found else None


def _region_follows(text: str, end: int) -> bool:
    """Whether a comma and a region, a country or a state's letters follow: "Elm Grove, Calif."."""
    return _STATE_CODE.match(text, end) is not None or _after_region(text, end) is not None


def _after_region(text: str, end: int) -> int | None:
    """The end of the region or country that follows a comma at `end`, or None."""
    match = _EXTENSION.match(text, end)
    known = find_longest(text, match.start(1), match.end(1)) if match else None
    if match is None or known is None or known[1].kind == "city" or known[0] != match.end(1):
        return None
    return None if _NO_REGION_AFTER.match(text, known[0]) else known[0]


def _may_be_place(group: str, after: str) -> bool:
    """Whether a capitalised group that no lexicon has may be a place after "in"."""
    words = group.split()
    first = words[0]
    if _NO_UNKNOWN_AFTER.match(after) or len(first) < 3 or find_terms(first.lower()):
        return False
    if (_CODE.match(first) and len(first) < 6) or "-final" in group or fold_name(group) in _GROUNDS:
        return False
    if any(is_no_place(word) and fold_name(word) not in _GROUNDS for word in words):
        return False
    named = is_given_name(first) and not is_ambiguous(first)
    if len(words) == 1:
        return not named and not is_surname(first)
    return not named and not (is_given_name(first) and is_surname(words[-1]))


def _extend(text: str, end: int) -> int:
    """The end of a place together with the regions and countries that follow it after commas."""
    while True:
        if code := _STATE_CODE.match(text, end):
            return code.end()
        after = _after_region(text, end)
        if after is None:
            match = _EXTENSION.match(text, end)
            if match is None:
                return end
            if find_longest(text, match.start(1), match.end(1)) is not None:
                return match.end() if match[0][2].islower() else end  # "Tooting, south London"
            after = _after_region(text, match.end())  # a district that no lexicon has, then its region
            if after is None:
                return end
        end = after
