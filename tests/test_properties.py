"""What holds for every text."""

from __future__ import annotations

import datetime as dt
import functools
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bioextract import Article, ExtractError, Extractor, Record

PUBLISHED = dt.date(2023, 8, 26)
NAMES = ["Anna Berg", "Berg", "Ser-Od Bat-Ochir", "O’Neill", "Kim Yuna", "Hicham El Guerrouj", "She", "The Kenyan", "I"]
FRAGMENTS = [
    *NAMES,
    *[", 39,", "(born 7 October 1981)", "the 41-year-old", "aged 30", "turned 30 last week"],
    *["won", "finished fifth in", "was disqualified at", "hopes to run", "withdrew from"],
    *["beat", "and", "who", "’s", "by", "the Boston Marathon", "the 2012 Olympics in London"],
    *["the World Championships", "Wimbledon", "his 11th marathon", "a five-time Olympian"],
    *["gold", "a personal best of 2:08:50", "8.31m", "in 54.20", "74 marathons", "two-time"],
    *["this Sunday", "in 2011", "next year", "on 13 October 2019", "since 2014", "last week"],
    *["(KEN)", "of Mongolia", "lives in Japan", "Swedish", "800m", "hurdler", "signed for Oslo FC"],
    *["is sponsored by a solar panel company", "his wife and coach, Oyuntuya Odonsuren,"],
    *["is coached by", "said:", "“I’m 28,”", "St. Louis", "J. J.", "No. 1", "Results:"],
    *["1.", "2nd", "\n", "\n\n", "\r\n", ".", ". ", ",", ";", "?", "(", ")", "–", "\u00a0", "🏅", "-", "•"],
]

characters = st.characters(exclude_categories=["Cs"])  # NUL and other control characters among them
marks = st.sampled_from("\x00\u202e\u200b\u2066\ufeff\u0130\ufb01\u2028\x1c\x85\u0301\t’“”–\u00a0")
any_text = st.text(st.one_of(characters, marks), max_size=300)
long_token = st.builds(
    lambda part, times: part * times, st.text(characters, min_size=1, max_size=4), st.integers(1, 3000)
)
sport = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join)
dirty_sport = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(marks, max_size=3)), max_size=60).map("".join)
articles = st.builds(
    Article,
    st.one_of(any_text, long_token, sport, dirty_sport),
    title=st.none() | sport | any_text,
    published=st.none() | st.just(PUBLISHED),
)


@functools.cache
def shared_extractor() -> Extractor:
    return Extractor()


def extract(article: Article) -> Record | None:
    """The record, or None for a text that is refused."""
    try:
        return shared_extractor().extract(article)
    except ExtractError:
        return None


def spans_of(value: Any) -> list[dict[str, Any]]:
    """Every span in a dumped record."""
    if isinstance(value, dict):
        is_span = set(value) == {"start", "end", "text"}
        return [value] if is_span else [span for part in value.values() for span in spans_of(part)]
    return [span for part in value for span in spans_of(part)] if isinstance(value, list) else []


@settings(deadline=None, max_examples=300)
@given(articles)
def test_no_text_crashes_and_evidence_is_verbatim(article: Article) -> None:
    record = extract(article)
    for span in spans_of(record.model_dump(mode="json")) if record else []:
        assert article.text[span["start"] : span["end"]] == span["text"] != ""


@pytest.mark.parametrize("article", [Article("Anna Berg, 29, \ud800 won."), Article("Anna Berg won.", title="\udfff")])
def test_lone_surrogates(article: Article) -> None:
    assert shared_extractor().extract(article).model_dump_json()


@settings(deadline=None, max_examples=150)
@given(sport, st.none() | st.just(PUBLISHED))
def test_json_round_trip(text: str, published: dt.date | None) -> None:
    record = extract(Article(text, published=published))
    if record:
        line = record.model_dump_json()
        again = Record.model_validate_json(line, context={"text": text})
        assert again == record
        assert again.model_dump_json() == line


@settings(deadline=None, max_examples=40)
@given(st.lists(articles, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_articles_do_not_touch_each_other(several: list[Article], shuffler: random.Random) -> None:
    pairs = [(article, extract(article)) for article in several]
    shuffler.shuffle(pairs)
    assert all(extract(article) == record for article, record in pairs)


@settings(deadline=None, max_examples=40)
@given(sport)
def test_a_blank_end_changes_nothing(text: str) -> None:
    record, longer = extract(Article(text)), extract(Article(text + " \n"))
    assert (record and record.people) == (longer and longer.people)
