"""Whether a text speaks of athletics or of another sport: what its "World Championships" are."""

from __future__ import annotations

import re
from functools import lru_cache

# For texts in lower case: to ignore the case takes four times as long.
ATHLETICS = re.compile(
    r"\b(?:marathon|athletics|track and field|(?<!\d)\d{1,3},?\d{1,3}m\b(?! (?:freestyle|backstroke|breaststroke"
    r"|butterfly|medley))|metres hurdles|sprinter|runner|hurdle[rs]|cross[- ]country|heptathl|decathl|pentathl"
    r"|steeplechase|(?:long|high|triple) jump|pole vault|shot put|discus|javelin|hammer throw|race walk|relay"
    r"|parkrun|iaaf|world athletics|10k|5k|miler)"
)
OTHER_SPORT = re.compile(
    r"\b(?:swim\w*|freestyle|backstroke|breaststroke|butterfly|diving|water polo|cycl\w+|peloton|bowl(?:s|er|ing)\b"
    r"|gymnast\w*|figure skat\w*|skat(?:er|ing)|row(?:er|ing)\b|scull\w*|coxless|badminton|judo\w*|box(?:er|ing)\b"
    r"|weightlift\w*|ski(?:er|ing)?\b|biathl\w+|tennis|sail(?:or|ing)\b|shooting|rifle|fenc(?:er|ing)\b|wrestl\w+"
    r"|triathl\w+|football\w*|basketball|rugby|cricket\w*|hockey|snooker|darts|golf\w*|curling|bobsle\w+|canoe\w*"
    r"|kayak\w*|archer\w*|karate|taekwondo|climb(?:er|ing)\b|snowboard\w*|equestrian|dressage|luge|skeleton|handball"
    r"|volleyball|squash|surf(?:er|ing)\b|motor\w*|rally|formula (?:one|[1-4e]\b)|f[1-4]\b|speedway|nascar|indycar"
    r"|chess|baseball|softball|netball|lacrosse|mixed martial|mma\b|ufc\b|jockey|horse rac\w+|bmx)"
)


@lru_cache(maxsize=4)  # asked again for every event of an article
def is_athletics(text: str) -> bool:
    """Whether there are words of athletics, at least as many as those of all other sports.

    >>> is_athletics("The marathon runner won."), is_athletics("The swimmer won the 100m freestyle.")
    (True, False)
    """
    text = text.lower()
    words = len(ATHLETICS.findall(text))
    return words > 0 and words >= len(OTHER_SPORT.findall(text))
