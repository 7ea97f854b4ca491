"""Finds what tells a win or a medal: "won", "winner", "European champion", "took gold", "bronze medallist".

Heats, sets and matches are no competition, counted medals are counts ("two golds"), and hoped-for wins are no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bioextract.spans.words import words_of

_WIN = re.compile(
    r"\b(?:won(?!['’]t)|wins?|winning|winners?|victor(?:y|ious|s)?|champions?|triumph(?:ed|s)?|title|crown"
    r"|crowned)\b",
    re.IGNORECASE,
)
_WIN_WORDS = frozenset(
    """won win wins winning winner winners victor victors victory victorious champion champions triumph triumphs
    triumphed title crown crowned""".split()
)
_NO_CONTEST_AFTER = re.compile(
    r"(?:\s(?!(?:in|at|on|to|with|by|from|and|for|as|when|over|after|before|but|that|which|who"
    r"|on)\b)[\w'’.-]+){0,4}"
    r"\s(?:heats?|semi[- ]?finals?|quarter[- ]?finals?|semis?|legs?|toss|points?(?! race| classification)|games?"
    r"|sets?|match(?:es)?|bouts?|rounds?|fights?|frames?|ends?|tie[- ]?break\w*|holes?|rally"
    r"|contracts?|awards?|prizes?|hearts?|battle|battles|plaudits|praise|case|appeals?|lottery|scholarship|place"
    r"|places|spots?|berths?|selection|right|rights|caps?|promotion"
    r"|election|seat|vote|fans?|admirers|respect|recognition|approval|support|medals?|golds|silvers|bronzes"
    r"|penalt\w+|free[- ]?kick|throw|corner|ball|possession|header|race to|attention|custody|freedom|war|money"
    r"|fortune|crowd|crowds|honours|accolades?|ovation|percentage|percent)\b",
)
_MEDAL_AFTER = re.compile(r"[^.;,\n]{0,45}?\b(?:gold|silver|bronze)\b", re.IGNORECASE)
_COUNT_AFTER = re.compile(
    r"\s(?:(?:more than|at least|over|nearly|a total of|the|all|his|her)\s)?(?:\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|dozens|several|many|numerous|multiple|back-to-back|successive|consecutive)"
    r"(?:\s(?:of\b|times\b|[\w-]+\s(?:titles|championships|medals|races|marathons|crowns|trophies)|titles"
    r"|championships|medals|races|marathons|crowns|trophies|tournaments|events)|-?time)|\s\d{1,2}[-–]\d"
    r"|\s(?:once|twice|by a|on points in the first)\b",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many|both|multiple)\s"
    r"(?:(?:more|other|further|additional|team|individual|relay|consecutive|successive|straight|[A-Z][\w-]+"
    r"|\w+ medals and)\s){0,3}$"
)
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|multiple|several)(?:-"
    r"|\s)times?\s(?:[\w'’-]+\s){0,5}"
    r"|\b(?:double|triple|treble|quadruple|multiple|twice|thrice)[\s-](?:[\w'’-]+\s){0,3})$",
    re.IGNORECASE,
)
_HOPE_BEFORE = re.compile(
    r"\b(?:hop(?:es?|ed|ing) (?:to|of|for)|wants? to|wanted to|would|could|will|can|may|might|must|should|aim(?:s"
    r"|ed|ing)? (?:to|for|at)|try(?:ing)? to|tried to|tries to"
    r"|bid(?:ding)? (?:to|for)|chances? (?:to|of|for|at)|look(?:s|ing)? to|failed to|fail to|did not|didn['’]t"
    r"|never|unable to|not|going to|favourites? (?:to|for)|favorites? (?:to|for)|dream(?:s|ed|ing)? (?:of|to)"
    r"|in contention (?:to|for)|go(?:ing|es)? for|"
    r"contenders? (?:to|for)|tipped (?:to|for)|attempt(?:ing|s)? to|bidding for|without|seek(?:s|ing)?(?: to)?"
    r"|chas(?:e|ing)|missed out on|miss out on|misses out on|denied|ready to|need(?:s|ed)? to|able to|expected to"
    r"|determined to|confident (?:of|she can|he can|they can)|if (?:he|she|they)"
    r"|n['’]t|(?:like|love|want|wish)(?:s|ed)? to|target(?:s|ing)?|desperate to|capable of|shot at|eye on"
    r"|likely to|pushing for|push for|battle for|fight for|fighting for|defend (?:his|her)|to defend)"
    r"(?:\s(?:a|an|the|his|her|their|another|first|second|third|any|Olympic|world|European|back|be|to|win"
    r"|winning|take|for|of|it|that)){0,5}\s$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\s(?:over|against)\b")
_COUNTED_BEFORE = re.compile(r"\b(?:Olympic|Paralympic|[Ww]orld)(?:\s[\w,.-]+){0,3}\s$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACED = re.compile(r"\s(?:in|at|of)\s(?:[A-Z]|\d{4})")
_NOT_CHAMPION_BEFORE = re.compile(
    r"\b(?:against|over|beat|beating|defeat(?:ed|ing)?|by|than|face|faces|of the|all|other|past|previous|the many"
    r"|of)\s(?:[\w'’-]+\s){0,3}$",
    re.IGNORECASE,
)
_NOT_CHAMPION_AFTER = re.compile(
    r"\s(?:League|Trophy|Tour\b(?! of)|coach|team|Cup|jockey|trainer|jersey|sprinter of|of the people|status"
    r"|Village)|s\sLeague"
)
_NOT_TITLE_AFTER = re.compile(
    r"\s(?:fight|bout|race|challenge|defen[cs]e|contender|hopes?|chances?|sponsor|holders?|charge|rivals?"
    r"|favou?rites?|shot|contest)|['’]|-"
)
_NOT_WINNER_AFTER = re.compile(
    r"\s(?:in the \d+(?:st|nd|rd|th) minute|from|against|at the death|past|off|deep)\b|['’]s\s(?:medal|trophy"
    r"|circle|podium|enclosure)|['’]?\sCup"
)

_MEDAL = re.compile(
    r"\b(?:gold|silver|bronze)(?:(?:[\s-](?:medal(?:l?ists?|s)?(?:\swinn(?:er|ing))?|winn(?:er|ing))"
    r"|medall?ists?)\b|\b)",
    re.IGNORECASE,
)
_METAL = re.compile("gold|silver|bronze")
_NOT_MEDAL_AFTER = re.compile(
    r"[\s-](?:Coast|Cup|Label|Standard|standards?|mines?|dust|jersey|lining|screen|bullet|age|haired|rush|plated?"
    r"|star|book|card|colou?r\w*|lam[ée]|medals? (?:game|match|final|round|bout|contender|hope|hopeful|favou?rite"
    r"|chance|target|race|play-?off|tally|table|count|ceremony|quest)|dress"
    r"|boots?|shoes|chain|necklace|sponsor|tier|member|award|ball|glove|spikes|paint|letter|logo|trim|helmet"
    r"|prospects?|hopes?|hopefuls?|favou?rites?|chances?|rated?|plates?|statue|sculpture|post|fern|ferns|lake"
    r"|lining|run|spoon|\w+ball|or (?:silver|bronze)|,? silver,? (?:and|or) bronze|silver and bronze)\b"
    r"|,? (?:silver|bronze)[\s,]+(?:and|or)|\)|s\b"
)
_NOT_MEDAL_BEFORE = re.compile(
    r"\b(?:in|of solid|white|black|blue|red|green|pure|rose|olde?|liquid|gold,|silver,|gold or|silver or|Barclays"
    r"|a pot of|like|no|for)\s$|[-_]$",
    re.IGNORECASE,
)
_GOOD_FOR = re.compile(r"\b(?:good|settle[ds]?|enough|time|podium|line)(?:\s\w+)?\sfor\s$", re.IGNORECASE)
_PART_OF_NAME = re.compile(r"[A-Z][\w'’.]*\s\||\|\s[A-Z]")
_IN_EVENTS = re.compile(r"\s(?:in|at|for|with)\b")
_TOOK_TITLE = re.compile(
    r"\b(?:took|taking|take|claim(?:ed|ing)?|captur(?:ed|ing)|clinch(?:ed|ing)|retain(?:ed|ing)|defended"
    r"|secur(?:ed|ing)|land(?:ed|ing)|lifted|earn(?:ed|ing)|stormed to|raced to"
    r"|add(?:ed|ing)|regained|reclaimed|scooped|picked up|sealed)\s(?:[\w'’-]+\s){0,6}$",
    re.IGNORECASE,
)


def find_wins(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every win of a competition: "won", "victory", "the 2007 champion", "took the title"."""
    if words_of(text).isdisjoint(_WIN_WORDS):
        return
    for match in _WIN.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 80]
        if is_hoped(before) or is_counted(before) or _COUNT_AFTER.match(after):
            continue
        word = match[0].lower()
        if word.startswith("champion"):
            found = _is_champion(before, after)
        elif word in ("title", "crown"):
            found = _TOOK_TITLE.search(before) is not None and not _NOT_TITLE_AFTER.match(after)
        else:
            found = _is_win(match[0], before, after)
        if found:
            yield match.span()


def find_medals(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every medal that one result gave: "gold", "silver medal", "bronze medallist"."""
    if not _METAL.search(text.lower()):
        return
    for match in _MEDAL.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
        if is_hoped(before) or is_counted(before) or _NUMBER_BEFORE.search(before):
            continue
        if _is_medal(match[0], before, after) and not _NOT_MEDAL_AFTER.match(text, match.start() + _metal(match[0])):
            yield match.span()


def is_hoped(before: str) -> bool:
    """Whether the words before a result make it a hope, a plan or a denial: "hopes to", "failed to"."""
    return _HOPE_BEFORE.search(before) is not None


def is_counted(before: str) -> bool:
    """Whether the words before a result count it: "three-time", "double"."""
    return _COUNT_BEFORE.search(before) is not None


def _is_win(word: str, before: str, after: str) -> bool:
    if before.endswith("-") or (before.strip() and word in ("Victory", "Win")):
        return False
    if _OVER.match(after) and "final" not in after:
        return False  # a match, not a competition
    return not (_NO_CONTEST_AFTER.match(after) or _MEDAL_AFTER.match(after) or _NOT_WINNER_AFTER.match(after))


def _is_champion(before: str, after: str) -> bool:
    if _COUNTED_BEFORE.search(before) and not (_YEAR.search(before) or _PLACED.match(after)):
        return False  # "Olympic champion" counts as one gold, not as a result
    return not (_NOT_CHAMPION_AFTER.match(after) or _NOT_CHAMPION_BEFORE.search(before))


def _metal(phrase: str) -> int:
    """The length of the metal's name in a medal phrase."""
    return 4 if phrase[0] in "Gg" else 6


def _is_medal(phrase: str, before: str, after: str) -> bool:
    if _NOT_MEDAL_BEFORE.search(before) and not _GOOD_FOR.search(before):
        return False
    if phrase.istitle() and phrase.isalpha() and _PART_OF_NAME.search(before + "|" + after):
        return False  # "Adam Silver"
    return not phrase.lower().endswith("medals") or _IN_EVENTS.match(after) is not None
