"""Windows: every piece of every sentence is answered for, and nothing is longer than the encoder can read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bioextract import Article, Extractor
from bioextract.tagger.tagger import all_nodes
from bioextract.tagger.window import LONGEST, SEGMENTS, Window
from bioextract.tagger.windows import windows_of

TARGET = SEGMENTS.index("target")
LONG = "Anna Berg " + "and then again, with the others, " * 400 + "won the Oslo Marathon."
STORY = "Anna Berg won the Oslo Marathon. " + "She trained hard, and it rained. " * 60 + "She was fifth in 2:31:04."


def _windows(text: str, tokenizer: Any, title: str | None = None) -> list[Window]:
    reading = Extractor(rules_only=True).read(Article(text, title=title))
    return list(windows_of(reading, all_nodes(reading, []), tokenizer))


@pytest.mark.parametrize("text", [LONG, STORY, "Anna Berg won.", "a" * 5000, "1 " * 900])
def test_every_piece_is_answered_for(text: str, tokenizer: Any) -> None:
    reading = Extractor(rules_only=True).read(Article(text))
    pieces = sum(len(tokenizer.encode(s.text, add_special_tokens=False).ids) for s in reading.page.sentences)

    answered = sum(window.segments.count(TARGET) for window in _windows(text, tokenizer))

    assert answered >= pieces  # more where a sentence is cut: its parts overlap


@given(st.text(alphabet="Aa e1.,\n’é漢", max_size=600), st.text(alphabet="Aa b", max_size=80))
@settings(max_examples=40, deadline=None)
def test_no_window_is_too_long(tokenizer: Any, text: str, title: str) -> None:
    for window in _windows(text + STORY, tokenizer, title):
        assert len(window.ids) == len(window.cases) == len(window.kinds) == len(window.segments) <= LONGEST
        spans = [(node.first, node.last) for node in (*window.nodes, *window.carried)]
        for first, last in [*spans, *((anchor.first, anchor.last) for anchor in window.anchors)]:
            assert 0 < first <= last < len(window.ids)


def test_the_event_of_the_first_sentence_is_carried_to_the_last(tokenizer: Any) -> None:
    windows = _windows(STORY, tokenizer)

    assert len(windows) > 1
    assert [carried.text for carried in windows[-1].carried if carried.role == "event"] == ["Oslo Marathon"]


def test_the_event_of_the_title_is_carried(tokenizer: Any) -> None:
    window = _windows("She was fifth.", tokenizer, "Anna Berg at the Oslo Marathon")[0]

    assert [carried.text for carried in window.carried if carried.role == "event"] == ["Oslo Marathon"]


def test_a_full_prefix_leaves_room(tokenizer: Any) -> None:
    names = ["Xhevahire Krzyzanowska-Szczepaniak", "Oyuntuya Tserenpuntsag-Bat-Ochir", "Nguyen Phuong Quynh-Trang"]
    cups = "the Szczecin-Kolobrzeg Zachodniopomorskie Invitational Championships, the Lund Cup and the Oslo Marathon"
    text = "".join(
        f"{name} of Zachodniopomorskie Striders Harriers won the 3,000-metre steeplechase. " for name in names
    )
    text += f"She ran {cups} and the ultramarathon in Szczecin, the steeplechase first. " * 30
    windows = _windows(text, tokenizer, f"{names[1]} and {names[2]} meet {names[0]} at {cups}")

    assert len(windows) > 2
    assert max(len(window.ids) for window in windows) <= LONGEST
    assert {"event", "discipline"} <= {carried.role for carried in windows[-1].carried}
