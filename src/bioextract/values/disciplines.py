"""A discipline as it is written down: lower case, one person, the words of the text."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from bioextract.lexicons import rows

Kind = Literal["person", "sport", "event", "position"]
Use = Literal["free", "chain", "lower", "role", "set", "boat", "apparatus", "code"]

# "20 marathons" counts marathons; it names no distance.
_COUNTED = re.compile(r"^\d+ (?=(?:half |half-|ultra)?marathon$)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_TIMES = re.compile(r"(?<=\d) ?[x×] ?(?=\d)")
_UNITS = {
    "m": re.compile(r"(?<=\d)[ -]?(?:m|met(?:re|er)s?|mt(?:r|s|rs))\b"),
    "km": re.compile(r"(?<=\d)[ -]?(?:km?|kilomet(?:re|er)s?)\b"),
    "kg": re.compile(r"(?<=\d)[ -]?(?:kg|kilograms?|kilos?)\b"),
}
_GENERIC = re.compile(
    r"(?:(?<=\dm)|(?<=\dkm)|(?<=\dkg))[ -](?:sprint|dash|races?|event|run|class|category|division|final)$"
)
_WORD = re.compile(r"[^\W_]+(?::[^\W_]+)*|&")


class Term(NamedTuple):
    """A term of the lexicon: its words, and where it may stand."""

    words: tuple[str, ...]
    kind: Kind | Literal["modifier"]
    use: Use


def discipline(text: str) -> str:
    """The value of a discipline span: lower case, spaces collapsed, several people made one.

    >>> discipline("Long-distance  Runners"), discipline("4 x 100m Relay"), discipline("oarsmen")
    ('long-distance runner', '4 x 100m relay', 'oarsman')
    >>> discipline("20 marathons")
    'marathon'
    """
    text = " ".join(text.replace("’", "'").lower().split())
    if kind_of(text) in ("person", "position"):
        head, space, last = text.rpartition(" ")
        return head + space + to_singular(last)
    text = text[:-1] if text.endswith(("marathons", "ultras")) else text
    return _COUNTED.sub("", text)


def canonical_discipline(value: str) -> str:
    """A discipline in one notation, to tell whether two are the same.

    >>> canonical_discipline("4 × 1,500 metres relay"), canonical_discipline("100 metre sprint")
    ('4x1500m relay', '100m')
    >>> canonical_discipline("20-kilometre walk"), canonical_discipline("90 kg class")
    ('20km walk', '90kg')
    """
    value = _TIMES.sub("x", _THOUSANDS.sub("", value.lower()))
    for unit, words in _UNITS.items():
        value = words.sub(unit, value)
    return _GENERIC.sub("", value).replace("-", " ")


def to_singular(word: str) -> str:
    """The singular of a noun for a person.

    >>> to_singular("sprinters"), to_singular("boxer"), to_singular("yachtswomen"), to_singular("gymnasts")
    ('sprinter', 'boxer', 'yachtswoman', 'gymnast')
    """
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def kind_of(text: str) -> Kind:
    """What a discipline span names; a distance or an unknown word counts as an event.

    >>> kind_of("runners"), kind_of("water polo"), kind_of("10,000m"), kind_of("left-back")
    ('person', 'sport', 'event', 'position')
    """
    words = tuple(_WORD.findall(text.lower()))
    for i in range(len(words)):
        for term in find_terms(words[i]):
            if term.words == words[i:] and term.kind != "modifier":
                return term.kind
    return "event"


def find_terms(first_word: str) -> tuple[Term, ...]:
    """The terms that begin with a lower-case word, longest first; plurals are terms of their own."""
    return _index().get(first_word, ())


def _to_plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    return word + "s"


@cache
def _index() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for text, kind, use in rows("disciplines.tsv"):
        term = Term(tuple(text.lower().split(" ")), kind, use)  # type: ignore[arg-type]
        found.setdefault(term.words[0], []).append(term)
        if kind in ("person", "position") and use != "code":
            plural = term._replace(words=(*term.words[:-1], _to_plural(term.words[-1])))
            found.setdefault(plural.words[0], []).append(plural)
    return {word: tuple(sorted(terms, key=lambda t: -len(t.words))) for word, terms in found.items()}
