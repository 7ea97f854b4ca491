"""The wordings that stand for people: pronouns, descriptions, groups, and who is speaking."""

from __future__ import annotations

import re

PRONOUN = re.compile(
    r"\b(?:(?P<m>he|him|his|himself)|(?P<f>she|her|hers|herself)|(?P<i>I|my|me|I[’']m|I[’']ve|My))\b", re.I
)
PRONOUN_WORDS = frozenset("he him his himself she her hers herself i my me".split())
FIRST_PERSON = re.compile(r"I|[Mm]y|me|I[’'](?:m|ve)")
POSSESSIVE = re.compile(r"(?:his|her|my|their)\b", re.I)
GROUP = re.compile(
    r"\b(?:they|their|[Tt]he (?:pair|duo|trio|couple|two|three|brothers|sisters|twins|athletes|sprinters|swimmers|"
    r"runners|riders|rowers)"
    r"|both(?= (?:will|have|had|are|were|men|women|athletes|runners|ran|won|finished))|all three)\b",
    re.I,
)
GROUP_WORDS = frozenset(
    """they their pair duo trio couple two three brothers sisters twins athletes sprinters swimmers runners riders
    rowers both""".split()
)
PAIR = re.compile(r"the (?:pair|duo)", re.I)
# What can follow a description that stands for a person; after "the Spanish" a noun would make it an adjective.
_FOLLOWING = """
    who was is has had have will would can could did does and but in at on for from to with as by said says told
    added won ran finished took came clocked set beat made led broke went also then now only just never still
    since after before when while into out up off back again so that whose which during until because or not may
    might must should held got gave saw left knew felt caught stood rose sat hit cut shot drew grew sold bought
    brought sought taught thought fought met paid rang spoke stole struck swept tore wore wrote woke drove flew
    threw swam fell rode kept put found began lost spent became over under on about against here there later
    once twice his her a an the this last next first wins runs plays remains hopes wants needs believes knows
    faces leads joins takes makes becomes returns arrives holds comes goes
"""
NOUN_END = rf"(?=[,.;:!?)’'\"”–—-]|\s+(?:{'|'.join(_FOLLOWING.split())}|[a-z]+ed)\b|$)"
_TITLED = (
    r"(?:(?:(?:[a-z]+|\d+)-time|double|triple|former|reigning|defending|current) ){0,2}"
    r"(?:Olympic|Paralympic|[Ww]orld|European|Commonwealth)(?: [\w,’'-]+){0,4}? (?:champion|medall?ist|"
    r"gold medal winner)"
)
_AGED = r"(?P<age>\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old\b(?: (?P<of>[A-Z][\w-]+))?(?: [a-z-]+){0,2}?"
_NATIONAL = (
    r"(?P<demonym>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)"
    r"(?: (?:[a-z]*(?:er|ist|man|woman|star|ace|athlete|champion|international|teenager|veteran)))?"
)
_NOUN = (
    r"(?:former )?(?:striker|midfielder|defender|winger|goalkeeper|forward|sprinter|hurdler|swimmer|runner|"
    r"marathoner|cyclist|"
    r"rider|boxer|fighter|athlete|champion|teenager|youngster|veteran|skier|skater|gymnast|rower|sailor|thrower|"
    r"jumper|nurse|"
    r"teacher|quarterback|receiver|pitcher|batsman|bowler|golfer|fly-half|full-back|prop|hooker|centre|judoka|"
    r"fencer|archer|"
    r"climber)"
)
DESCRIPTION = re.compile(
    rf"\b[Tt]he (?P<body>{_TITLED}|(?:[a-z]+(?:-[a-z]+)? ){{0,2}}?(?:{_AGED}|{_NATIONAL}|{_NOUN})){NOUN_END}"
)
_SPEECH = (
    r"(?:said|says|added|adds|told|explained|explains|insisted|admitted|admits|recalled|recalls|revealed|joked|"
    r"continued|"
    r"commented)"
)
SPEAKER_AFTER = re.compile(rf"\b{_SPEECH} (?:\w+ ){{0,3}}$")
SPEAKER_BEFORE = re.compile(rf",? (?:\w+ )?{_SPEECH}\b")
