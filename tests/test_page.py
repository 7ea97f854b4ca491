"""Title lines, headings, paragraphs and sentences of a text, as it was pasted."""

from __future__ import annotations

import pytest
import spacy

from bioextract import Article
from bioextract.page import Page

NLP = spacy.blank("en")
TITLE = "Anna Berg of Sweden returns to the Oslo Marathon"
WRAPPED = "Anna Berg won the race in the rain of a cold and windy Sunday in\nOslo, and was happy."


def page_of(text: str, title: str | None = None) -> Page:
    return Page(Article(text, title=title), NLP)


def sentences_of(text: str, title: str | None = None) -> list[str]:
    return [sentence.text for sentence in page_of(text, title).sentences]


@pytest.mark.parametrize(
    "text",
    [
        f"HomeSports{TITLE}\n\n{TITLE}\n\nShe was happy.",
        f"HomeSports{TITLE}\r\n\r\n{TITLE}\r\n\r\nShe was happy.",
        f"{TITLE}\n{TITLE}\nShe was happy.",
        f"\n\n{TITLE}\n\nShe was happy.\n",
    ],
)
def test_title_lines_are_no_sentences(text: str) -> None:
    page = page_of(text)
    assert page.title == TITLE
    assert [sentence.text for sentence in page.sentences] == ["She was happy."]


@pytest.mark.parametrize("first", [TITLE, f"Home > Sports > {TITLE}", "Berg won."])
def test_title_of_the_document_wins(first: str) -> None:
    page = page_of(f"{first}\n\nShe was happy.", TITLE)
    assert page.title == TITLE
    assert "She was happy." in [sentence.text for sentence in page.sentences]
    assert not any(TITLE in sentence.text for sentence in page.sentences)


@pytest.mark.parametrize("text", ["She was happy.", "She was happy.\n\nShe left.", "She ran.\nShe left.\n\nThe end."])
def test_first_sentence_is_no_title(text: str) -> None:
    page = page_of(text)
    assert page.title is None
    assert [sentence.text for sentence in page.sentences] == [line for line in text.splitlines() if line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Berg and Mrs. Diaz met Dr. Holm.",
        "J. J. Berg won.",
        "A. Berg beat C. Diaz.",
        "It began at 9 a.m. on Sunday.",
        "He lives in St. Louis and in Washington D.C. with his dog.",
        "The No. 1 won.",
        "She ran 10.5 km in 41.2 min.",
        "The U.S. Olympic Trials began.",
        "Berg vs. Diaz was a good fight.",
        "Sammy Davis Jr. won.",
        "“I ran,” said Berg. ",
        "She ran ... and ran.",
    ],
)
def test_stops_that_end_no_sentence(sentence: str) -> None:
    assert sentences_of(f"It rained. {sentence} The sun shone.") == ["It rained.", sentence.strip(), "The sun shone."]


@pytest.mark.parametrize(
    "text",
    [
        "She won. He lost.",
        "She won! He lost.",
        "She won? He lost.",
        "She won… He lost.",
        "“She won.” He lost.",
        "(She won.) He lost.",
        '"She won." "He lost."',
        "She won.\u00a0He lost.",
        "She won.  He lost.",
        "She won in 2012. He lost.",
        "She ran 2:24:10. He lost.",
        "She won. Łukasz lost.",
    ],
)
def test_stops_that_end_a_sentence(text: str) -> None:
    assert len(sentences_of(text)) == 2


def test_wrapped_lines_are_joined() -> None:
    assert sentences_of(WRAPPED) == [WRAPPED]


def test_lines_of_a_list_are_not_joined() -> None:
    lines = ["1 Anna Berg 2:24:10", "2 Carla Diaz 2:24:55", "- Lars Holm", "• Tom Dahl", "4th Ida Moe"]
    assert sentences_of("It rained.\n\n" + "\n".join(lines))[1:] == lines


def test_numbers_of_a_list_are_no_sentences() -> None:
    lines = ["1. Anna Berg 2:24:10", "2. Carla Diaz 2:24:55"]
    assert sentences_of("It rained.\n\n" + "\n".join(lines))[1:] == lines


def test_headings_stand_above_their_paragraphs() -> None:
    page = page_of("It rained all day.\n\nEarly life\n\nShe ran. She won.\n\nCareer\n\nShe left.")
    found = [(sentence.text, sentence.heading) for sentence in page.sentences]
    assert found == [
        ("It rained all day.", None),
        ("She ran.", "Early life"),
        ("She won.", "Early life"),
        ("She left.", "Career"),
    ]


def test_sentences_of_a_paragraph_share_their_block() -> None:
    blocks = [sentence.block for sentence in page_of("She ran. She won.\n\nShe left.").sentences]
    assert blocks[0] == blocks[1] != blocks[2]


@pytest.mark.parametrize(
    "text", [WRAPPED, f"{TITLE}\r\n\r\nShe ran.\r\nShe won.\r\n", "She\u2028ran. She\x0bwon.\x1c", " \n"]
)
def test_offsets_hold_the_text(text: str) -> None:
    page = page_of(text)
    assert all(page.text[s.start : s.end] == s.text for s in page.sentences)
    assert [s.index for s in page.sentences] == list(range(len(page.sentences)))
    assert all(page.sentence_at(s.start) is s and page.sentence_at(s.end - 1) is s for s in page.sentences)


def test_spans_have_offsets_of_the_page() -> None:
    page = page_of("It rained. She won the Oslo Marathon in 2012.")
    [event] = page.spans_of(page.sentences[1], "event")
    assert page.text[event.start : event.end] == event.text == "Oslo Marathon"
