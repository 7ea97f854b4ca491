"""Names of organisations: how a club, a company or a public service is written, and which is a club.

Shared by `team` and `sponsor`. `ORGANISATION` finds a capitalised run; what a run is decide its words ("Harriers",
"Police"), the lexicons, and what the page says of it elsewhere ("signed for ...").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from bioextract.facts.claim import Match, Reading, Rule
from bioextract.lexicons import rows
from bioextract.page import Sentence
from bioextract.people.attribution import Who
from bioextract.people.names import UPPER, WORD, fold, words_used
from bioextract.values.countries import country, form
from bioextract.values.given_names import is_given_name

_TOKEN = rf"(?:{WORD}|\d{{1,4}}(?:ers|ed)\b|[A-Z]&[A-Z]\b)"
_LINK = r"(?:(?:of|de|da|do|dos|das|del|di|du|la|le|for|and Hove|and District) (?:the )?|& )"
# Not inside a longer word, save after "ex-": without this a long hyphenated word takes quadratic time.
# What can begin a name is asked first: it passes over most characters at once.
_START = rf"(?=[{UPPER}\d])(?:(?<![\w-])(?<!\w[’'])|(?<=[Ee]x-))"
ORGANISATION = rf"(?:{_START}{_TOKEN}(?:(?:[ \u00a0–/]|[’']s )(?:{_LINK})?{_TOKEN}){{0,7}})"
# ", Bath Rovers and Ayr Town" after a first name.
MORE = (
    rf"(?P<more>(?:(?: \([^)]{{0,40}}\))?, (?:the )?{ORGANISATION}){{0,6}}(?:(?: \([^)]{{0,40}}\))?,? and "
    rf"(?:the )?{ORGANISATION})?)"
)
# "Second Division side Vale Rovers", "the Dutch club FC Vale", "their affiliate, the Harbour Royals".
_KIND = (
    r"(?:side|club|team|outfit|rivals?|neighbours?|champions|giants|franchise|squad|minnows|affiliate|"
    r"strugglers|leaders|"
    r"newcomers|counterparts|programme|program|employers?|firm|company|brand|sponsors?|manufacturers?|"
    r"giant|maker|makers|group)"
)
BEFORE_NAME = rf"(?:(?:[\w’'.&-]+ ){{0,6}}?{_KIND},? (?:(?:the|of|called|named|at) )?|the |[Tt]heir |his |her )?"

_ONE = re.compile(ORGANISATION)
_CLUB_WORDS = frozenset(
    """fc afc cf sc ac rc rfc cc bc hc fk sk bk if ik sv vfl vfb tsv rb cd sd ud ca tc rr jsc united rovers wanderers
    athletic albion harriers striders joggers roadrunners pacers hotspur university college academy school club
    athletics racing dynamo sporting borussia lokomotiv team tri triathlon runners swimmers wheelers warriors juniors
    collegiate redblacks ymca jfc lfc tech rowing xc""".split()
)
_CLUB_LAST = frozenset("city town county rangers celtic state high sports bulls lions tigers eagles royals".split())
_CLUB_PAIR = re.compile(
    r"(?i)\b(?:(?:running|track|swim|swimming|rowing|athletics?|cycling|sports|tennis|boxing|ski) "
    r"(?:club|team)|high school)\b"
)
_NO_CLUB = frozenset(
    """league cup championship championships series trophy tour open olympics olympic paralympics paralympic games game
    nba nfl nhl mlb mls wnba ufc atp wta pga lpga iaaf fifa uefa ioc ncaa wada itf icc ecb rfu fa premiership bundesliga
    laliga liga ligue division marathon final finals grand prix stadium arena park road street bowl derby ashes masters
    wimbledon day federation association committee hospital january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday christmas easter english french
    test tests international europe america africa asia government parliament euro euros draft trials hall fame
    conference mr mrs dr sir i he she they coach we it u under european african asian american universiade indoors
    open invitational bridge challenge award empire qualifier regional regionals nationals weekend pacific atlantic
    tv sports hockey football rugby cricket tennis track coast crown""".split()
)
_NO_NAME = re.compile(r"-(?:based|born|winning|rated|side|time|year|old|trained|style|bound|mate)s?$|\d$")
SERVICE = re.compile(
    r"\b(?:Police|Army|Navy|Air Force|RAF|RAAF|Marines?|Marine Corps|Defen[cs]e Forces?|Coast Guard|"
    r"Prisons? Service|Fire (?:Service|Brigade|"
    r"Department|Station)|Civil Service|Postal Service|Corps|Regiment|Forest Service|Railways?|"
    r"Carabinieri|Gendarmerie|Bundeswehr|fire brigade)\b"
)
FUNDER = re.compile(
    r"\b(?:Lottery|Sport Ireland|UK Sport|UK Athletics|Sport England|Sport Wales|sportscotland|Olympic "
    r"Solidarity|Institute of Sport|Academy of Sport|"
    r"World Class|Sporting Giants|Foundation|Trust|Sport NZ|Podium|Scholarship|Fund|Council|Ministry)\b"
)

_LEAGUE = re.compile(
    r"^(?:(?:[^ ]+ ){0,4}League[’']s|(?:The )?(?:Premier League|Serie [A-Z]|Ligue \d|NBA|NFL|NHL|MLB|"
    r"Bundesliga|LaLiga|La Liga|Championship|League (?:One|Two))) "
)
_NAMES_BEGIN = frozenset(
    ("young", "st", "saint", "new", "old", "world", "team", "major", "royal", "european", "british", "olympic")
)


def organisation_key(name: str) -> str:
    """The form in which two writings of one organisation are compared.

    >>> organisation_key("The Harbour Striders"), organisation_key("Harbour Striders’")
    ('harbour striders', 'harbour striders')
    """
    return fold(name).removeprefix("the ").removesuffix("'s").strip(" '.,")


def club_key(name: str) -> str:
    """As `organisation_key`, but one key for all names of a well-known club.

    >>> club_key("Barça"), club_key("Barcelona"), club_key("Vale Rovers")
    ('barcelona', 'barcelona', 'vale rovers')
    """
    key = organisation_key(name)
    return _known_clubs().get(key, key)


def is_club_name(name: str) -> bool:
    """Whether the words of a name alone tell that it is a club, a team, a school or a university.

    >>> is_club_name("Harbour Striders"), is_club_name("FC Vale"), is_club_name("Nike"), is_club_name("Premier League")
    (True, True, False, False)
    """
    key = organisation_key(name)
    words = key.split()
    if not words or words[-1] in _NO_CLUB:
        return False
    if key in _known_clubs() or (len(words) > 1 and words[-1] in _CLUB_LAST) or _CLUB_PAIR.search(name):
        return True
    return len(words) > 1 and not _CLUB_WORDS.isdisjoint(words)


def is_brand(name: str) -> bool:
    """Whether a name is a brand that is known to equip or pay athletes.

    >>> is_brand("Asics"), is_brand("Harbour Striders")
    (True, False)
    """
    return organisation_key(name) in _known_brands()


def is_organisation(name: str) -> bool:
    """Whether a capitalised run can name an organisation at all: no country, competition, date or function word.

    >>> is_organisation("Vale Rovers"), is_organisation("England"), is_organisation("Premier League")
    (True, False, False)
    """
    words = organisation_key(name).split()
    if is_brand(name):
        return True
    if not words or words[-1] in _NO_CLUB or _NO_NAME.search(name) or country(name) is not None:
        return False
    return len(words) > 1 or (words[0] not in words_used("leading") and len(name) > 1)


def is_ordinary_word(reading: Reading, sentence: Sentence, start: int, name: str) -> bool:
    """Whether one capitalised word that begins a sentence is never capitalised elsewhere in the page, nor known."""
    if " " in name or start - sentence.start > 1 or is_club_name(name) or is_brand(name):
        return False
    return name not in _capitalised_within(reading.page.text)


@lru_cache(maxsize=4)
def _capitalised_within(text: str) -> frozenset[str]:
    """The words that the text capitalises inside a sentence."""
    return frozenset(re.findall(rf"(?<=[a-z,;(] ){WORD}", text))


def trim_organisation(name: str) -> str:
    """The name without a leading article, nationality or acronym of a league.

    >>> trim_organisation("The Dutch FC Vale"), trim_organisation("Serie A Roma")
    ('FC Vale', 'Roma')
    """
    words = _LEAGUE.sub("", name).split(" ")
    while len(words) > 1 and (fold(words[0]) in words_used("leading") - _NAMES_BEGIN or _is_nationality(words[0])):
        words = words[1:]
    return " ".join(words)


def _is_nationality(word: str) -> bool:
    return word not in ("US", "UK") and country(word) is not None and form(word) == "demonym"


def names_of(match: Match) -> Iterator[tuple[int, str]]:
    """The names of the groups "name" and "more", each trimmed and with its offset in the page."""
    for group in ("name", "more"):
        for found in _ONE.finditer(match.groups.get(group, "")):
            name = trim_organisation(found.group())
            yield match.offset(group) + found.end() - len(name), name


class Clubs:
    """Which organisations of one page are clubs: by their words, or because the page says so elsewhere."""

    def __init__(self, told: Iterable[str] = ()) -> None:
        self._told = {organisation_key(name) for name in told}

    def knows(self, name: str) -> bool:
        """Whether the page or the name itself tells that this is a club."""
        return organisation_key(name) in self._told or is_club_name(name)


def with_main(rules: Iterable[Rule], reading: Reading, whose: Container[Who]) -> list[Rule]:
    """The rules; those with a strategy of `whose` fall back on the main subject where a sentence shows nobody."""
    if reading.mentions.main is None:
        return list(rules)
    main = [reading.mentions.main]

    def fall_back(who: Who) -> Who:
        return lambda mentions, start, end, text: who(mentions, start, end, text) or main

    return [replace(rule, who=fall_back(rule.who), falls_back=True) if rule.who in whose else rule for rule in rules]


def is_taken(reading: Reading, sentence: Sentence, start: int, end: int, *, strict: bool = False) -> bool:
    """Whether a run is (part of) a person's name or of an event of the sentence (offsets of the page).

    Not `strict`: a name that only its place makes look like a person ("she signed for Vale Storm") stays free.
    """
    name = reading.page.text[start:end]
    if any(s.start < end and start < s.end for s in reading.page.spans_of(sentence, "event")):
        return True
    people = [m for m in reading.mentions.of(sentence) if m.kind == "name" and m.start < end and start < m.end]
    if strict or not people:
        return bool(people)
    return not is_club_name(name) and any(
        is_given_name(m.person.tokens[0]) or len(people) > 1 or m.end - m.start < end - start for m in people
    )


@cache
def _known_clubs() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, *others in rows("teams.tsv"):
        for form_of_name in [name, *(other for cell in others for other in cell.split("|"))]:
            table.setdefault(organisation_key(form_of_name), organisation_key(name))
    return table


@cache
def _known_brands() -> frozenset[str]:
    return frozenset(organisation_key(row[0]) for row in rows("brands.tsv"))
