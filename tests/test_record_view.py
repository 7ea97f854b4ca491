from __future__ import annotations

import io

import pytest
import stories
from invented import fact, make_record

from bioextract.articles import Article
from bioextract.record_view import show_record
from bioextract.records import Record
from bioextract.table import open_console


def render(record: Record, text: str, *, brackets: bool = True) -> str:
    stream = io.StringIO()
    open_console(stream).print(show_record(record, text, brackets=brackets))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_facts_by_person_with_evidence_in_its_sentence() -> None:
    shown = render(stories.result(), stories.RESULT.text)
    assert shown.startswith("Berg wins in Oslo · 2024-09-23 · in/result.txt\n\nAnna Berg\n")
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "count marathon: at least 12 appearances 80%" in lines
    assert "She has run [12 marathons]." in lines
    assert shown.index("Anna Berg\n") < shown.index("12 marathons") < shown.index("Lars Holm\n")


def test_evidence_is_in_brackets_only_where_asked() -> None:
    assert "[12 marathons]" not in render(stories.result(), stories.RESULT.text, brackets=False)


def test_warnings() -> None:
    assert render(stories.preview(), stories.PREVIEW.text).endswith("\nWarning: two ages")


def test_nobody() -> None:
    assert "No facts about people" in render(make_record(Article("Rain."), {}), "Rain.")


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        (("Ann",), "[Ann] won gold. … "),
        (("Ann", "gold"), "[Ann] won [gold]."),
        (("won", "won gold"), "Ann [won][ gold]."),
        (("Ann", "rode"), "[Ann] won gold. … She [rode] home."),
        (("gold.\nShe rode",), "Ann won [gold. She rode] home."),
    ],
)
def test_spans_of_one_fact(quotes: tuple[str, ...], shown: str) -> None:
    article = Article("Ann won gold.\nShe rode home.")
    record = make_record(article, {"Ann": [fact("team", *quotes, name="X")]})
    assert shown.removesuffix(" … ") in render(record, article.text)


def test_a_hostile_article_sends_nothing_to_the_terminal() -> None:
    shown = render(stories.hostile(2), stories.HOSTILE.text, brackets=False)
    assert stories.PAYLOAD in shown
    assert not {"\x07", "\x1b", "\u202e"} & set(shown)
