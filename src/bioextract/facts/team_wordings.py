"""The wordings of teams: positions, moves, memberships, and the rules that tie them to the athlete."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bioextract.facts.claim import Rule
from bioextract.facts.organisations import BEFORE_NAME, MORE, ORGANISATION
from bioextract.people.attribution import Who, adjacent_after, adjacent_before, subject
from bioextract.people.names import UPPER
from bioextract.people.person import Individual, Mention

ORG = rf"(?P<name>{ORGANISATION})"
TO_ORG = rf"{BEFORE_NAME}{ORG}"
POSITION = (
    r"(?:strikers?|forwards?|midfielders?|defenders?|goalkeepers?|keeper|wingers?|(?:full|left|right|"
    r"centre|center|wing|running|"
    r"quarter|corner|line|half)[- ]?backs?|captain|skipper|stars?|playmaker|ace|frontman|hitman|hooker|"
    r"prop|lock|flanker|fly-half|"
    r"scrum-half|centre|number eight|linebackers?|(?:wide )?receivers?|tight end|safety|(?:point |"
    r"shooting )?guard|center|defenseman|"
    r"goaltender|students?|pupils?|(?:relief )?pitcher|outfielder|shortstop|infielder|catcher|pass "
    r"rusher|edge rusher|linem[ae]n|(?:defensive|offensive) "
    r"(?:tackle|end|lineman)|players?|team-?mates?|batsman|all-rounder|bowler|rider|runners?|athletes?|"
    r"sprinters?|swimmers?|senior|junior|"
    r"sophomore|freshman|pair|duo|trio|youngster|teenager|veteran|wonderkid|rookie)"
)
# A word of every position, of every move and so on; of a team's people.
_BACKS = ("full", "left", "right", "centre", "center", "wing", "running", "quarter", "corner", "line", "half")
_POSITION_WORDS = frozenset(
    """striker strikers forward forwards midfielder midfielders defender defenders goalkeeper goalkeepers keeper winger
    wingers back backs captain skipper star stars playmaker ace frontman hitman hooker prop lock flanker fly scrum
    centre eight linebacker linebackers receiver receivers tight safety guard center defenseman goaltender student
    students pupil pupils pitcher outfielder shortstop infielder catcher rusher lineman linemen defensive offensive
    player players teammate teammates mate mates batsman rounder bowler rider runner runners athlete athletes sprinter
    sprinters swimmer swimmers senior junior sophomore freshman pair duo trio youngster teenager veteran wonderkid
    rookie""".split()
) | {part + back for part in _BACKS for back in ("back", "backs")}
_JOINED_WORDS = frozenset(
    """join joins joined joining rejoin rejoins rejoined rejoining sign signs signed signing move moved moving switch
    switched transfer transferred transferring traded loan loaned sold promoted assigned reassigned return returns
    returned returning went sent called claimed acquired picked recruited commit commits committed committing began
    started opened continued resumed spent finished split exit debut debuted enrolled put""".split()
)
_PLAYED = ("play", "run", "race", "compete", "ride", "row", "swim", "fight", "sail", "jump", "throw", "bowl", "skate")
_PLAYS_WORDS = frozenset(
    [verb + ending for verb in (*_PLAYED, "bat", "turn", "pitch", "start") for ending in ("", "s", "ed", "ing")]
    + """ran rode swam threw played competed running competing appears appeared skippered represent represented
    represents representing captain captained captains""".split()
)
_FROM_WORDS = frozenset(
    """released waived cut dropped let left leaves leaving departed parted agent loan signed arrived joined traded move
    moved transfer transferred graduated graduate product alumnus alumna alumni career spell spells stint stints
    season seasons year years time formerly""".split()
)
HOME_WORDS = frozenset(
    """runners athletes swimmers members students ladies men women squad team players vest vests rowers entrants
    participants""".split()
)
OLD = r"(?P<former>\b(?:[Ff]ormer|[Ee]x-|[Ee]x|[Oo]ne-?time|[Oo]ld) ?)?"
OLD_OR_NAME = rf"(?=[FfEeOo{UPPER}\d]){OLD}"  # passes over most characters at once
JOINED = (
    r"(?:(?:re)?join(?:s|ed|ing)?|sign(?:s|ed|ing)?(?: (?:a |an |his |her )?(?:[\w£$.,-]+ "
    r"){0,5}?(?:contract|deal|terms|papers))? (?:for|with)|"
    r"(?:moved?|moving|switched|transferred|transferring|traded|loaned|sold|promoted|assigned|"
    r"return(?:ed|s|ing)?|went|sent|called up|"
    r"re-?assigned|switch|transfer|(?:£|€|\$)[\w.]+ move|rejoined) (?:back )?(?:on loan )?to|"
    r"claimed(?: off waivers)? by|acquired by|signed by|picked up by|"
    r"recruited by|on loan (?:at|to|with)|a loan (?:spell |move )?(?:at|to|with)|loan spells? (?:at|"
    r"with)|commit(?:s|ted|ting)? to|(?:began|started|opened|continued|resumed|spent|finished|split) "
    r"(?:(?:his|her|the|a|two|three|four|five|six|seven|\d+) )(?:[\w–-]+ ){0,3}?(?:at|with|in)|exit to|"
    r"debut(?:ed)? for|enrolled (?:at|in)|put pen to paper with)"
)
PLAYS = (
    r"(?:(?:play|run|race|compete|ride|row|swim|fight|sail|jump|throw|bowl|skate|bat|turn out|pitch|"
    r"start)(?:s|ed|ing)?|ran|rode|swam|rowed|threw|played|competed|"
    r"plays?|running|competing|turns? out|turned out|appear(?:s|ed)|skippered|represent(?:ed|s|ing)?|captain(?:ed|s)?)"
)
AS_WHAT = (
    r"(?: (?:college |high school |club |youth |junior |collegiate |professional |[a-z]+ "
    r"){0,3}?(?:football|basketball|baseball|hockey|soccer|golf|tennis|cricket|rugby|track|"
    r"cross[- ]country|volleyball)?)?"
)
FROM = (
    r"(?:released by|waived by|cut by|dropped by|let go by|left|leav(?:es|ing)|departed(?: from)?|"
    r"parted ways with|a free agent after|on loan from|"
    r"signed (?:him |her )?from|arrived from|joined from|traded from|moved? from|move from|"
    r"transfer(?:red)? from|graduated from|graduate of|product of|"
    r"alumn(?:us|a|i) of|career (?:at|with)|(?:spells?|stints?|seasons?|years?|time) (?:at|with|for)|"
    r"formerly (?:of|with))"
)
MEMBER = (
    r"(?:[Mm]embers? of|[Cc]aptain of|belongs? to|signed to|contracted to|under contract (?:at|with)|"
    r"(?:wears?|worn|in) the (?:colou?rs|vest|singlet|shirt|jersey) of|"
    r"professional with|[Pp]layer (?:for|with|at)|\w*(?:back|keeper|guard|linem[ae]n|er|end|cent(?:er|"
    r"re)|forward|safety|midfield|wing) for)"
)
DRAFTED = r"(?:drafted|selected|taken|picked|chosen)(?: [\w-]+){0,8}? by"


def signed_person(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """The person whom a club signs: the first mention after the span, a few words at most between."""
    after = [m for m in mentions if m.start >= end]
    near = (
        after
        and after[0].start - end <= 60
        and not re.search(r"[;:]|\bafter\b|\bbecause\b", text[end : after[0].start])
    )
    return [after[0].person] if near else []


def moved_person(mentions: Sequence[Mention], start: int, end: int, text: str) -> list[Individual]:
    """Who moves: the last person named within the span ("signing Anna Berg from Vale"), else the subject."""
    inside = [m.person for m in mentions if start <= m.start and m.end <= end and m.kind == "name"]
    return inside[-1:] or subject(mentions, start, end, text)


def _rule(name: str, who: Who, pattern: str, *hint: str, words: frozenset[str] = frozenset()) -> Rule:
    return Rule(f"team.{name}", re.compile(pattern), who, hint, words)


STRONG = (
    _rule(
        "position",
        adjacent_after,
        rf"{OLD_OR_NAME}(?<![\w’])(?:[A-Z][\w’]+(?:-[\w’]+)? (?:and|&) )?{ORG} (?:[a-z\d-]+ ){{0,2}}?{POSITION}(?: and "
        rf"(?:captain|skipper))?(?=,? [{UPPER}])",
        words=_POSITION_WORDS,
    ),
    _rule(
        "joined",
        subject,
        rf"\b{JOINED} {TO_ORG}",
        words=_JOINED_WORDS,
    ),
    _rule("plays", subject, rf"\b{PLAYS}{AS_WHAT} (?:for|at) {TO_ORG}{MORE}", *(" for ", " at "), words=_PLAYS_WORDS),
    _rule(
        "member",
        subject,
        rf"\b{MEMBER} {TO_ORG}",
        *(" for ", "ember of", "embers of", "aptain of", "belong", "signed to", "contract", "colo", "vest of"),
        *("singlet", "shirt of", "jersey of", "professional with", "layer with", "layer at"),
    ),
    _rule("represents", subject, rf"\brepresent(?:s|ed|ing) {TO_ORG}{MORE}", "represent"),
    _rule("drafted", subject, rf"\b{DRAFTED} {TO_ORG}", *("drafted", "selected", "taken", "picked", "chosen")),
    _rule("left", subject, rf"\b{FROM} {TO_ORG}", words=_FROM_WORDS),
    _rule(
        "signed",
        signed_person,
        rf"\b{ORG} (?:have |has |had |also |then )*(?:re-)?(?:sign(?:ed|ing|s)?|drafted|claimed|"
        r"acquired|recruited|selected|released|waived|loaned|sold|traded for|traded)\b",
        *("sign", "drafted", "claimed", "acquired", "recruited", "selected", "released", "waived", "loaned", "sold"),
        "traded",
    ),
    _rule(
        "player_of",
        adjacent_before,
        rf", (?P<span>(?:the |an? )?{OLD}(?:[a-z-]+ )?{ORG} {POSITION})\b",
        words=_POSITION_WORDS,
    ),
    _rule(
        "club",
        subject,
        r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:[a-z-]+ )?(?:club|team|school|side)(?:,| in "
        rf"[A-Z]\w+(?: \w+)?)?(?: (?:was|is))?(?: the)? {ORG}",
        *("club", "team", "school", "side"),
    ),
)
WEAK = (
    _rule("brackets", adjacent_before, rf"\((?:[A-Z]{{3}}[,/] ?)?{ORG}(?=[,;)])", "("),
    _rule("of", adjacent_before, rf" (?:also )?(?:of|from|at|with) (?:the )?{ORG}"),
    _rule("comma", adjacent_before, rf", (?P<span>{ORG})(?=[,;.)]|$| in \d| \d)", ", "),
    _rule(
        "possessive",
        adjacent_after,
        rf"{OLD_OR_NAME}\b{ORG}[’'](?:s)? (?:[a-z\d-]+ |[A-Z][a-z]+ ){{0,2}}?(?:{POSITION} )?(?=[{UPPER}])",
        *("’", "'"),
    ),
    _rule(
        "from",
        moved_person,
        rf"\b(?:sign|arriv|mov|transfer|join|loan|bought|buy|recruit|switch)\w*\b[^.;,]{{0,50}}? from {TO_ORG}",
        " from ",
    ),
    _rule("with", subject, rf"\b{PLAYS}{AS_WHAT} (?:with|in) {TO_ORG}{MORE}", *(" with ", " in "), words=_PLAYS_WORDS),
    _rule(
        "attended",
        subject,
        rf"\b(?:attend(?:s|ed|ing)?|stud(?:ies|ied|ying)(?: [\w ]{{1,40}}?)?(?: at)?|scholarship "
        r"(?:at|to|from|with)|(?:sophomore|junior|senior|freshman|student|year|star|All-American) "
        rf"at|educated at) {TO_ORG}",
        *("attend", "stud", "scholarship", "sophomore at", "junior at", "senior at", "freshman at", "year at"),
        *("star at", "American at", "educated at"),
    ),
)
# "Harbour Striders runners", "our Vale AC members": the club whose people a report is about.
HOME = re.compile(
    rf"\b{ORG}(?:[’']s?)? (?:[a-z]+ )?(?:runners|athletes|swimmers|members|students|ladies|men|women|"
    r"squad|team|players|vests?|rowers|entrants|participants)\b"
)
