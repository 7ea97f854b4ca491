"""Whether a competition happened, is planned, hoped for or missed: told by the words of its clause."""

from __future__ import annotations

import re
from typing import Literal

Status = Literal["past", "upcoming", "hoped", "missed", "dnf"]

MISSED = re.compile(
    r"\b(?:withdr[ae]w(?:n|s|ing|al)?|pull(?:ed|s|ing)? out|(?:been )?ruled (?:him|her|them)?(?:self)? ?out|(?:will|"
    r"to|would|had to|could|may|forced to|he|she|[A-Z]\w+) miss(?:es)?\b"
    r"(?! (?:the|a) (?:medals?|podium))|missed (?:the|out on (?:the|a place|selection|qualif)|last|this|his|her)\b|"
    r"miss(?:ing)? out on (?:the|a place|selection)|not (?:been )?(?:selected|picked|included|considered)|left out|"
    r"omitted|"
    r"(?:did|does|will|would|could|can)(?: not|n[’']t) (?:start|run|race|compete|take part|play|travel|go|attend|"
    r"defend|be (?:able|fit|running|competing|racing|there|at|in))|"
    r"won[’']t (?:run|race|compete|take part|play|be)|failed to qualify|sidelined|unable to (?:compete|run|race|"
    r"take part|play)|skip(?:s|ped|ping)?|"
    r"sat out|sit out|banned from|suspended from|forced out|denied (?:him|her|them) (?:a place|the chance)|"
    r"kept (?:him|her) out|unlikely to|opt(?:ed|s|ing) out|"
    r"turned down|decided against|cancelled|boycott(?:ed)?)"
)
DNF = re.compile(
    r"\b(?:did(?: not|n[’']t) finish|dropped out|drop out|failed to finish|DNF|DQ|disqualified|stripped of|"
    r"abandoned|pulled up|retired (?:from|during|after|at|hurt|injured)|"
    r"stepped off|collapsed|failed to complete)\b"
)
HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing|eful|efuls)\b|dream(?:s|ed|t|ing)?\b|aim(?:s|ed|ing)?\b|want(?:s|ed|ing)? to|"
    r"would (?:like|love)|aspir(?:e|es|ed|ing)|target(?:s|ed|ing)?\b|"
    r"bid(?:ding)? (?:to|for)|eye(?:s|d|ing)\b|sights (?:firmly )?(?:set )?on|ambitions?\b|goals? (?:is|are|of)|"
    r"look(?:s|ing) to|plan(?:s|ned|ning)? to qualify|try(?:ing)? to qualify|qualify for|"
    r"make it to|chance of (?:a place|qualifying|selection)|contention for|push(?:ing)? for|chas(?:e|es|ing)|vying)"
)
UPCOMING = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? .{0,40}\b(?:runs|races|competes|faces|plays|meets|starts|"
    r"defends)\b|"
    r"\b(?:will\b(?! not)|[’']ll\b|is (?:set|due|scheduled|expected|entered|preparing|going|bound|also (?:set|due)|"
    r"to)\b|are (?:set|due|scheduled|expected|entered|preparing|going|to)\b|"
    r"(?:has|have|had|been|was|were) (?:been |already |also )?(?:selected|named|picked|chosen|included|entered|"
    r"qualified|invited)\b|selected (?:for|to)|qualifie[sd] for|"
    r"(?:earned|secured|booked|clinched|sealed|won|gained) (?:a|an|his|her|their|the last|the final)? ?(?:place|"
    r"spot|berth|slot|ticket)|prepar(?:es|ing) (?:for|to)|to (?:compete|run|race|represent|play|face|defend|fight) |"
    r"next (?:week|month|year|summer|spring|season|weekend)|upcoming|forthcoming|gear(?:s|ing) up|head(?:s|"
    r"ing)? (?:to|into|for)|lines? up|faces?\b|takes on|confirmed for|ahead of)"
)
DENIED = re.compile(
    r"\b(?:never (?:ran|run|competed|won|played|been|took|taken|raced|reached|appeared|qualified|made)|has(?: not|"
    r"n[’']t) (?:run|competed|won|played|raced|been)|"
    r"yet to|(?:may|might|could)(?! have)\b|whether|undecided|rumou?rs?|reportedly|[Ii]f (?:he|she|I|they|we)\b|"
    r"if selected|instead of|rather than)"
)
PARTICIPATES = re.compile(
    r"\b(?:compet(?:e|es|ed|ing|itor)|participat(?:e|es|ed|ing)|t(?:ake|akes|ook|aking|aken) part|took (?:gold|"
    r"silver|bronze|the)|r[au]n(?:s|ning)?|rac(?:e|es|ed|ing)|w[oi]n(?:s|ning|ner)?|finish(?:es|ed|ing|er)?|"
    r"represent(?:s|ed|ing)?|play(?:s|ed|ing)?|appear(?:s|ed|ing|ance|ances)?|qualif(?:y|ies|ied|ying)|reach(?:es|"
    r"ed|ing)?|debut(?:ed)?|featur(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|bea(?:t|ts|ten|ting)|los(?:t|es|ing)|"
    r"medal(?:s|led|ist|list|lists)?|gold|silver|bronze|champion|title|s[ae]t|clock(?:s|ed|ing)|ent(?:er|ers|ered|"
    r"ering|ry)|swam|swim(?:s|ming)?|row(?:s|ed|ing)|jump(?:s|ed|ing)|thr[eo]w(?:s|n|ing)?|lead(?:s|ing)?|led|"
    r"plac(?:ed|es|ing)|c[ao]me(?:s)?|victor(?:y|ies|ious)|def(?:end|ends|ended|ending|eat|eated)|crowned|success|"
    r"triumph(?:ed)?|eliminated|knocked out|final(?:ist)?|semi-?final(?:ist)?|quarter-?final(?:ist)?|round|"
    r"selected|named|squad|line(?:s|d)? up|return(?:s|ed|ing)?|contest(?:ed|ing)?|fought|fight(?:s|ing)?|box(?:ed|"
    r"es)|complet(?:ed|es|ing)|record(?:s|ed)?|earn(?:s|ed|ing)?|secur(?:ed|es|ing)|claim(?:ed|s|ing)|was (?:part|"
    r"a member)|"
    r"was (?:his|her|my) (?:first|second|third|fourth|fifth|last|debut|\d+(?:st|nd|rd|th))|attend(?:ed|ing)?|ran|"
    r"opening|campaign|part of|bow(?:ed)? out|start(?:s|ed|ing)?|make(?:s)? (?:his|her)|made (?:his|her))\b",
)


# A hope that governs what follows: "hopes to finish in the top ten", "his dream of winning".
HOPED_FOR = re.compile(rf"{HOPED.pattern}[^.;]{{0,60}}?\b(?:to|of|for|at|on)\b[^.;]{{0,40}}$")
WILL = re.compile(r"\bwill\b")


def status_of(clause: str, at: int, *, has_result: bool) -> Status | None:
    """The status that a clause gives the competition at offset `at`; None where it is denied, or only talked about.

    >>> status_of("She will run the Berlin Marathon", 17, has_result=False)
    'upcoming'
    >>> status_of("He withdrew from the Games", 21, has_result=False)
    'missed'
    >>> status_of("He hopes to finish in the top ten", 26, has_result=True)
    'hoped'
    """
    if DNF.search(clause):
        return "dnf"
    if MISSED.search(clause):
        return "missed"
    if DENIED.search(clause) and not HOPED.search(clause):
        return None
    return _status_of_result(clause, at) if has_result else _status_of_mention(clause)


def _status_of_result(clause: str, at: int) -> Status:
    if HOPED_FOR.search(clause[:at]):
        return "hoped"
    return "upcoming" if WILL.search(clause[:at]) and UPCOMING.search(clause) else "past"


def _status_of_mention(clause: str) -> Status | None:
    if HOPED.search(clause):
        return "hoped"
    if UPCOMING.search(clause):
        return "upcoming"
    return "past" if PARTICIPATES.search(clause) else None
