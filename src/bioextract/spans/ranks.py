"""Finds places in results: "won", "finished fifth", "13th", "runner-up", "silver", "a top-10 finish".

Heats, sets and matches are no competition, counted medals are counts ("two golds"), and hoped-for wins are no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.spans.span import RoleSpan
from bioextract.spans.wins import find_medals, find_wins, is_counted, is_hoped
from bioextract.spans.words import words_of
from bioextract.values.ranks import ORDINALS

_ORDINAL = re.compile(
    r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})?\s?(?:st|nd|rd|th)|"
    + "|".join(sorted(ORDINALS, key=len, reverse=True))
    + r")(?:[\s-](?:place|position|spot)\b(?![\s-]?(?:playoff|play-off))|\b)",
    re.IGNORECASE,
)
# Every ordinal holds one of these; looking for them first is faster.
_ORDINAL_HINT = re.compile(
    r"\d\s?(?:st|nd|rd|th)|first|second|third|f(?:our|if)th|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|ieth"
    r"|hundredth"
)
# What shows before an ordinal that it is a result.
_RESULT_BEFORE = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|plac(?:ed|es|ing)|came|comes?|coming|c[ao]me in|crossed the line|crossing the line"
    r"|ended up|ended|ran|closed in"
    r"|took|takes?|taking|taken|claim(?:ed|ing)?|secur(?:ed|ing)|earn(?:ed|ing)|grabbed|settled? for|was|were|is"
    r"|are|been|be|home|place|clinched"
    r"|managed|get|got|getting|scored|achiev(?:ed|ing)|gain(?:ed|ing)|garnered|landed|captured|snatched|nabbed"
    r"|battled(?: hard)? to take|into|in|for|from|and|or|to|just|sixth to"
    r"|tied(?: for)?|tie for|joint|equal|T-|good for|fought back to|improv(?:ed|ing) to|moved up to|up to|with"
    r"|rose to|dropped to|faded to|climbed to|held on for|only|recorded|posted|best|strong|respectable"
    r"|solid|creditable|excellent|disappointing|fine|impressive|overall|distant|clear|close|finally|also|again"
    r"|provisionally|twice|and was)\s$",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|placed|placing|places|came|coming|comes|come|crossed the line|crossing the line"
    r"|tied for|tie for|ended up|took|take|taking|settled for|settle for|line|good for)"
    r"(?:\s(?:in|home|a|an|up|him|her|joint|equal|just|only|overall|tied for|tied|also|out|through|respectable"
    r"|creditable|strong|solid|brilliant|fantastic|superb|excellent|very|fine|disappointing|impressive|distant"
    r"|clear|close|back|behind|as|for))*\s$",
    re.IGNORECASE,
)
_RESULT_AFTER = re.compile(
    r"(?:$|[.;:!?)](?:\s|$)|,|\s(?:in|at|on|with|behind|to|and|overall|out of|while|as|when|but|ahead|there|last"
    r"|this|over|both|after"
    r"|from|for|against|of (?:\d|the \d)|again|twice|by|where|home|across|among|despite|before|through|lady|female"
    r"|male|vet|wom[ae]n|man|men|girl"
    r"|boy|Irish|Brit(?:on|ish)?|American|junior|senior|on the|yesterday|today|tonight|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday"
    r"|Sunday|earlier|later|here|respectively|representing|was|is|a (?:year|week|month)|finisher|finishers|finish"
    r"|place|position|spot|seed(?!ed))\b|\s[(–—\d-])",
    re.IGNORECASE,
)
_NOT_RESULT_AFTER = re.compile(
    r"[\s-](?:from (?:the )?(?:left|right)|and (?:\w+ )?(?:rounds?|heats?|legs?|final|sets?|quarters?)|to last\b"
    r"|on the (?:[\w-]+\s){0,2}(?:all|list|bill|table|team|squad)|in (?:his |her |the |their )?(?:first |second "
    r"|third |own )?(?:heat|semi|qualif|round|pool|group|run)\w*|in the (?:[\w-]+\s){0,2}(?:rankings?|standings"
    r"|list|table|short|free|qualif\w+|league|queue|order)|in a row|in line|in command|half|day"
    r"|in (?-i:the world)\b(?! championships?)|in charge"
    r"|nature|hand|thoughts?|string|fiddle|best|chance|look|place\s(?:to|where)|in succession|in his life"
    r"|fastest (?:time|man|woman|ever|ever)|seed(?:ed)?\b(?! to)|of (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December))\b",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec|on the|since the|until the|by the"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|the early|the late)\.?,?\s$"
)
_LINE_START = re.compile(r"(?:^|\n)[\s*•–—-]*$")
_LIST_BEFORE = re.compile(r"(?:[(:;,–—]|\b(?:and|&))\s?$")
_LIST_AFTER = re.compile(r"[)(:;,–—]|\s[–—(-]|\s[A-Z\d]|$|\.?$|\s(?:in|at)\b")

_FIRST_STRONG = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|placed|placing|came|coming|come|comes|crossed the line|crossing the line|took|take"
    r"|taking|touched|home|joint|equal|tied for|tied)"
    r"(?:\s(?:in|home|a|joint|equal|overall|tied for|as|comfortably|easily|convincing|clear))*\s$|\b(?:was"
    r"|were)\s$",
    re.IGNORECASE,
)
_FIRST_AFTER = re.compile(
    r"(?:$|[.;:!?)](?:\s|$)|,|\s(?:in|at|with|overall|ahead|on|and|out of|but|home|across|there|again|behind|for"
    r"|lady|woman|man|female|male|twice|both|by|against)\b|\s[(–—\d])",
    re.IGNORECASE,
)

_TOP = re.compile(
    r"\b(?:(?P<out>outside|out of)|(?P<in>inside|into|in|among|made|makes?|cracked|crack|within|finish(?:ed|ing)?"
    r"|reached|placed|enter(?:ed|ing)?))?(?P<det>\s(?:the|a|his|her|their))?\s?"
    r"\btop[\s-]?(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|twenty|thirty"
    r"|fifty|hundred)\b"
    r"(?P<fin>[\s-](?:finish(?:es|er)?|placings?|places?|result|results|spot|showing))?",
    re.IGNORECASE,
)
_NOT_TOP_AFTER = re.compile(
    r"[\s-](?:in the world|(?:world )?ranking|ranked|seeds?|players?|clubs?|flight|speed|tips|scorers?|prospects?"
    r"|goals|list|of all|percent|picks?|draft|teams?|stories|most|moments|reasons|players|receivers|markets?)\b|%"
)
_OPENING_AFTER = re.compile(r",|\s(?:in|at|behind|on)\s")
_DRAFT_AFTER = re.compile(r":\s[A-Z]{1,4}\s")
_AFTER_NAME = re.compile(r"\b(?!(?:The|A|His|Her|In|On|Her|Their|This|That)\b)[A-Z][\w'’.-]+\s$|\)\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_RUNNER_UP = re.compile(r"\brunners?[\s-]up\b", re.IGNORECASE)
# A line of results: "2. Ben Otieno (KEN) 61:05".
_CLOCK = re.compile(r"\d[:.]\d\d")
_LISTED = re.compile(r"(?:^|(?<=[;\n] )|(?<=[;\n]))\d{1,3}(?=[.)]?\s+[A-Z][^;\n]{2,60}?\d[:.]\d\d)")


def find(text: str) -> list[RoleSpan]:
    """The rank spans of one sentence or list line, in order, none inside another.

    >>> [span.text for span in find("She won the 2019 Lisbon Half Marathon and was fifth in Rome.")]
    ['won', 'fifth']
    """
    found = sorted(
        [*_find_ordinals(text), *find_wins(text), *find_medals(text), *_find_tops(text), *_find_others(text)]
    )
    spans: list[RoleSpan] = []
    for start, end in found:
        if not spans or start >= spans[-1].end:
            spans.append(RoleSpan(start, end, "rank", text[start:end]))
    return spans


def _find_ordinals(text: str) -> Iterator[tuple[int, int]]:
    if not _ORDINAL_HINT.search(text.lower()):
        return
    for match in _ORDINAL.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 40]
        if _NOT_RESULT_AFTER.match(after) or _DATE_BEFORE.search(before) or is_hoped(before):
            continue
        word = match[0].lower()
        if word.endswith(("place", "position", "spot")):
            found = word[0].isdigit() or not (word.startswith("first") and before.lower().endswith("in the "))
        elif word in ("first", "1st"):
            found = _is_first(word, before, after)
        else:
            found = _is_result(word, before, after)
        if found:
            yield match.span()


def _is_first(word: str, before: str, after: str) -> bool:
    """Whether "first" is a place: it has more other meanings than the other ordinals."""
    if word == "1st" and _LINE_START.search(before):
        return True
    listed = _LIST_BEFORE.search(before) and _ORDINAL.search(before)
    return bool(listed or _FIRST_STRONG.search(before)) and _FIRST_AFTER.match(after) is not None


def _is_result(word: str, before: str, after: str) -> bool:
    """Whether an ordinal from the second on is a place in a result: what comes before and after decides."""
    if _LINE_START.search(before):
        follows = _LIST_AFTER if word[0].isdigit() else _OPENING_AFTER
        return follows.match(after) is not None and not _DRAFT_AFTER.match(after)
    if _STRONG_BEFORE.search(before):
        return bool(_RESULT_AFTER.match(after) or _NAME_AFTER.match(after))
    shown = _RESULT_BEFORE.search(before) or _LIST_BEFORE.search(before) or _AFTER_NAME.search(before)
    return bool(shown and _RESULT_AFTER.match(after))


def _find_tops(text: str) -> Iterator[tuple[int, int]]:
    if "top" not in text.lower():
        return
    for match in _TOP.finditer(text):
        if not (match["out"] or match["in"] or match["fin"]) or _NOT_TOP_AFTER.match(text, match.end()):
            continue
        if not is_hoped(text[max(0, match.start() - 60) : match.start()]):
            yield (match.start() if match["out"] else match.start("n") - 4), match.end()


def _find_others(text: str) -> Iterator[tuple[int, int]]:
    """Runners-up and lines of results."""
    for match in () if words_of(text).isdisjoint(("runner", "runners")) else _RUNNER_UP.finditer(text):
        if not is_counted(text[max(0, match.start() - 60) : match.start()]):
            yield match.span()
    if _CLOCK.search(text):
        yield from (match.span() for match in _LISTED.finditer(text))
