"""Where a country is named: by its name, its demonym, or its code in a list of results."""

from __future__ import annotations

import re
from functools import cache

from bioextract.spans.span import RoleSpan
from bioextract.values.countries import country, surface_forms
from bioextract.values.given_names import is_ambiguous, is_given_name, is_surname

_CAPITAL = re.compile(r"(?<![\w’'.])[A-ZÉ](?:\.[A-Z]\b)*[^\W\d_]*")
# (KEN), (Eth), (KEN, 2:05); Jane Doe, KEN, 2:25; Jane Doe KEN 2:25
_CODE = re.compile(
    r"(?<=\()[A-Z](?:[A-Z]{2}|[a-z]{2})(?=[),;/])|"
    r"(?<=\w[,/] )[A-Z]{3}(?=[,;)]| \d)|(?P<bare>(?<=[a-z] )[A-Z]{3}(?= \d))"
)
_CODE_HINT = re.compile(r"[A-Z]{3}|\([A-Z][a-z]{2}")

# What follows a demonym or a name in the name of a competition or a company; a country is not meant there.
_HEAD_AFTER = re.compile(
    r"[ \u00a0](?:Open|Grand Prix|Masters|Premiership|League|Super League|Cups?|Trophy|Derby|Classic|"
    r"Oaks|Guineas|Championships?|Airways|Airlines|Embassy|Football League|Division|Conference|Telecom|Bulldogs?|"
    r"[Vv]ault(?:ers?|ing)?|[Pp]osition)\b"
)
# Given names that are also countries: people when a surname follows. Surnames: people when a given name precedes.
_GIVEN_NAMES = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Kenya", "India", "Cuba"})
_MOSTLY_GIVEN_NAMES = frozenset({"Jordan", "Chad", "Georgia"})
_SURNAMES = frozenset(
    {"Jordan", "England", "Ireland", "Holland", "France", "Wales", "Israel", "Britain", "English", "French", "Irish"}
    | {"Chad", "Scot", "Swede", "Pole", "Dane", "Finn", "Welsh", "Dutch", "Cuba", "Cuban", "Germany", "German"}
    | {"Poland", "Thai", "Mali", "Brazil"}
)
_WORD_AFTER = re.compile(r"[ \u00a0]([A-Z][^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([A-ZÉ][^\W\d_]*)[ \u00a0]$")
_LETTER = re.compile(r"\w")
_NOT_AFTER = (
    *("All-", "non-", "Non-", "Pan-", "Afro-", "Anti-", "anti-", "Mid-", "Trans-", "All "),
    *("North of ", "South of ", "East of ", "West of ", "Bank of ", "Church of "),
)
# Where an article was written: "PORT ELLEN, Scotland -- The ...".
_DATELINE = re.compile(r"(?P<first>[A-Z]{2,})[A-Z.'’ -]*, [A-Z][\w. ]+(?: \([^()]*\))? (?:--|—|–) (?=[A-Z“\"'‘])")


def find(text: str) -> list[RoleSpan]:
    """The countries of one sentence, in order, without the possessive 's; codes only where a list would give them.

    >>> [span.text for span in find("Kenya's Ann Tum beat the Dutch pair, Mia Bos (NED) and Eva Smit, in New Mexico.")]
    ['Kenya', 'Dutch', 'NED']
    """
    found = []
    dateline = _DATELINE.match(text)
    end = dateline.end() if dateline and not _is_name(dateline["first"]) else 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        names = _starting_with().get(match[0], ()) if start >= end else ()
        for name, is_country in names:
            stop = start + len(name)
            if _reads(text, start, stop, name):
                end = stop  # names in which a country is none are jumped over too
                if is_country and _means_country(text, start, stop):
                    found.append(_span(text, start, stop))
                break
    if not _CODE_HINT.search(text):
        return found
    taken = {position for span in found for position in range(span.start, span.end)}
    codes = [_span(text, *m.span()) for m in _CODE.finditer(text) if m.start() not in taken and _is_code(text, m)]
    return sorted(found + codes) if codes else found


@cache
def _starting_with() -> dict[str, tuple[tuple[str, bool], ...]]:
    """First word -> the names that begin with it, longest first, and whether they are a country's.

    Codes are left to their own pattern.
    """
    index: dict[str, dict[str, bool]] = {}
    for name, meaning in surface_forms().items():
        first = _CAPITAL.match(name)
        if first is None or (meaning and meaning[1] == "code"):
            continue
        index.setdefault(first[0], {})[name] = meaning is not None
        if len(name) > 3 and not name.isupper():
            index.setdefault(first[0].upper(), {})[name.upper()] = meaning is not None
    return {first: tuple(sorted(names.items(), key=lambda item: -len(item[0]))) for first, names in index.items()}


def _reads(text: str, start: int, stop: int, name: str) -> bool:
    """Whether `name` stands there as whole words; apostrophes may be curly, spaces may be non-breaking."""
    written = text[start:stop]
    if written != name and written.replace("’", "'").replace("\u00a0", " ") != name:
        return False
    return not (_LETTER.match(text, stop) and (name[-1].isalnum() or name[-1] == "."))


def _means_country(text: str, start: int, stop: int) -> bool:
    name = text[start:stop]
    if text[max(0, start - 10) : start].endswith(_NOT_AFTER) or _HEAD_AFTER.match(text, stop):
        return False
    if name in _GIVEN_NAMES and (after := _WORD_AFTER.match(text, stop)):
        return name not in _MOSTLY_GIVEN_NAMES and not is_surname(after[1])
    if name in _SURNAMES and (before := _WORD_BEFORE.search(text, max(0, start - 25), start)):
        return not is_given_name(before[1]) or is_ambiguous(before[1])
    return True


def _is_name(word: str) -> bool:
    return is_given_name(word) and not is_ambiguous(word)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """A code of a country; one without brackets or commas only after a capitalised word, as in a list of results."""
    start = match.start()
    return country(match[0]) is not None and (
        match["bare"] is None or _WORD_BEFORE.search(text, max(0, start - 25), start) is not None
    )


def _span(text: str, start: int, stop: int) -> RoleSpan:
    return RoleSpan(start, stop, "country", text[start:stop])
