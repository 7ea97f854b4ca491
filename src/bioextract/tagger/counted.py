"""What is counted where no competition is named: "her sixth major title", "27 ITF doubles titles", "eighty amateur
fights", "her debut". The numeral, and the words between it and the noun that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.values.numbers import CARDINAL, ORDINAL, TIMES, ordinal, quantity, times

# Words that count without a number in them.
WORDS = {
    **dict.fromkeys(("only", "debut", "maiden", "sole", "solitary", "single", "lone"), 1),
    **dict.fromkeys(("back-to-back", "pair"), 2),
    **dict.fromkeys(("hat-trick", "trio"), 3),
}
_WORDS = "|".join(WORDS)
# What they begin with is asked first: it passes over most characters at once.
_BEGINS = (
    r"(?=[\dabdefhlmnopqst])(?=\d|an?[- ][dht]|back|deb|dou|e[il]|f[io]|ha[lt]|hun|lone|mai|ni|on|pair|qu|se[cv]|si[nx]"
    r"|sol|ten|thir|thr|t[rw])"
)
NUMERAL = re.compile(rf"\b{_BEGINS}(?:{TIMES}|{ORDINAL}|{CARDINAL}|\b(?:{_WORDS})\b)", re.I)

_WORD = (
    r"(?!(?:an?|the|of|in|at|on|for|and|or|to|with|as|by|from|who|that|his|her|their|its|was|is|were|had|has|but|after|"
    r"when|times?|years?|places?|day|weeks?|gold|silver|bronze|rounds?|half|halves|seasons?|sets?|legs?|thousand|"
    r"hundred)\b)[^\W_][\w’'&./-]{0,40}"
)
_MORE = r"(?:of )?(?:(?:consecutive|straight|successive|career|overall|more|further|different|total) ){0,3}"
_WON = (
    r"(?:titles?|wins?|victor(?:y|ies)|crowns?|troph(?:y|ies)|medals?|golds?|silvers?|bronzes?|caps?|appearances?|starts?|"
    r"success(?:es)?)"
)
_HELD = (
    r"(?:majors?|championships?|tournaments?|premierships?|fights?|bouts?|match(?:es)?|games?|races?|meets?|events?|"
    r"[Ss]lams?|Opens?|Cups?|internationals?|[Tt]ests?|leagues?|ultras?|[Ff]inals?|derb(?:y|ies)|regattas?|rall(?:y|ies))"
)
COUNTED = re.compile(
    rf" {_MORE}(?:(?P<won>{_WORD}(?: {_WORD}){{0,3}}?) {_WON}\b|(?P<held>(?:{_WORD} ){{0,3}}{_HELD})\b)"
)


def find_counted(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where the words stand that tell what a numeral counts that ends at an offset.

    >>> text = "She won her sixth major title"
    >>> [text[start:end] for start, end in find_counted(text, len("She won her sixth"))]
    ['major']
    """
    if match := COUNTED.match(text, end):
        yield match.span("held" if match["held"] else "won")


def amount_of(shown: str) -> int | None:
    """How many a numeral tells.

    >>> amount_of("fifth"), amount_of("three-time"), amount_of("only"), amount_of("74"), amount_of("debut")
    (5, 3, 1, 74, 1)
    """
    told = quantity(shown)
    return WORDS.get(shown.lower()) or times(shown) or ordinal(shown) or (told.value if told else None)
