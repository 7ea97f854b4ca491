"""Names of which their surroundings tell that they may be competitions, though no finder knows them ("the Equinox 24").

The model judges them: they are only kept in sight where the article goes on about them without naming them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bioextract.facts.organisations import is_club_name
from bioextract.page import Page
from bioextract.tagger.nodes import Node

_AFTER = re.compile(
    r"(?:[’']s?)? (?:[a-z]+ ){0,1}(?:titles?|races?|event|championships?|series|competition|crown|challenge|league|"
    r"tournament|meet|regatta|finals?|leg|round|results|rally)\b"
)
_BEFORE = re.compile(
    r"\b(?:at|in|of|into|w[io]n(?:s|ning)?|for|r[au]n(?:s|ning)?|raced?|entered|complet(?:ed|ing)|finish(?:ed|ing))"
    r" (?:the|this year[’']s|last year[’']s) (?:[\w’'-]+ )?$"
)
_FIGURE = re.compile(r"\d")
SIGNS = 2  # how many make a name likely; what stands after it counts twice
MOST = 1


def likely_events(page: Page, nodes: Sequence[Node]) -> list[Node]:
    """The name that is likeliest to be a competition, where it stands first; none or one."""
    places = {page.text[n.start : n.end] for n in nodes if n.role in ("place", "country")}
    events: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.role == "event":
            events[page.sentence_at(node.start).index].append(node)
    signs, first = Counter[str](), dict[str, Node]()
    for node in nodes:
        text = page.text[node.start : node.end]
        if node.role != "name" or text in places or is_club_name(text):
            continue
        here = events[page.sentence_at(node.start).index]
        if any(event.start < node.end and node.start < event.end for event in here):
            continue
        first.setdefault(text, node)
        signs[text] += _signs(page.text, node)
    return [first[text] for text, n in signs.most_common(MOST) if n >= SIGNS]


def _signs(text: str, node: Node) -> int:
    after = 2 * (_AFTER.match(text, node.end) is not None)
    before = _BEFORE.search(text, max(0, node.start - 40), node.start) is not None
    return after + (before and 1 + (_FIGURE.search(text, node.start, node.end) is not None))
