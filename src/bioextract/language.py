"""Whether a text is English, told by function words.

Results lists have hardly any function words, so English is not asked for: a text is refused only when the function
words of other languages outnumber the English ones, or when most of its letters are not Latin. A language library
would name the language; here only English or not matters, and at no cost.
"""

from __future__ import annotations

import re

ENGLISH = frozenset(
    """the of and to is was for on that with as at by it he she his her from an has had have who after will
    this but not are were which they their or been you we would""".split()
)
# German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish, Czech, Turkish, Finnish, Indonesian and
# Swahili, without the particles of names (de, der, den, van, von) and without English words (die, man, per, son).
OTHER = frozenset(
    """und das ist nicht mit auf für dem eine einen wurde sich auch les des est dans pour que qui une sur pas avec été
    los las por con una para como más pero dos não uma com são foi che di non della nel sono più het een niet
    dat voor zijn och att som på är det til ikke af og jest nie się na w že se bir ve için ile ja oli hän dan
    yang di untuk ya wa kwa""".split()
)
WORD = re.compile(r"[^\W\d_]+")
SAMPLE_CHARACTERS = 20_000
LEAST_WORDS = 20
LEAST_SHARE = 0.08
LAST_LATIN = "\u024f"


def is_english(text: str) -> bool:
    """False when a text is in another language; very short texts and lists of names get the benefit of the doubt.

    >>> is_english("She won the race in the rain and said that it was the best of her life.")
    True
    >>> is_english("Sie gewann das Rennen im Regen und sagte, es sei nicht das beste ihres Lebens, auch für sie. " * 2)
    False
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE_CHARACTERS])]
    if 2 * sum(word[0] > LAST_LATIN for word in words) > len(words):
        return False
    other = sum(word in OTHER for word in words)
    return len(words) < LEAST_WORDS or other < LEAST_SHARE * len(words) or other <= sum(w in ENGLISH for w in words)
