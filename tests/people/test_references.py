"""Whom pronouns, descriptions and short names stand for: one person, or nobody."""

from __future__ import annotations

import pytest
import spacy

from bioextract import Article
from bioextract.page import Page
from bioextract.people.mentions import Mentions
from bioextract.people.roster import build_roster

NLP = spacy.blank("en")

# text, the last mention in it, and whom it stands for
STANDS_FOR = [
    ("Anna Berg won. She was happy.", "She", "Anna Berg"),
    ("Anna Berg won.\n\nShe was happy.", "She", "Anna Berg"),
    ("Anna Berg beat Lars Holm. He was not happy.", "He", "Lars Holm"),
    ("Lars Holm beat Tom Dahl. He was happy.", "He", "Lars Holm"),
    ("Anna Berg won. Her coach, Lars Holm, was happy. He cried.", "He", "Lars Holm"),
    ("Kim Yuna won. He was happy.", "He", "Kim Yuna"),
    ("Anna Berg won. The Swede was happy.", "The Swede", "Anna Berg"),
    ("Swede Anna Berg beat Kenyan Mary Otieno. The Kenyan was second.", "The Kenyan", "Mary Otieno"),
    ("Swede Anna Berg beat Briton Mary Oates. The Scot was second.", "The Scot", "Mary Oates"),
    ("Anna Berg won. The 41-year-old was happy.", "The 41-year-old", "Anna Berg"),
    ("Anna Berg won. The 23-year-old Swede was happy.", "The 23-year-old Swede", "Anna Berg"),
    ("Anna Berg won. The hurdler was happy.", "The hurdler", "Anna Berg"),
    ("Anna Berg won. The former nurse was happy.", "The former nurse", "Anna Berg"),
    ('"I am happy," said Anna Berg.', "Anna Berg", "Anna Berg"),
    ("Anna Berg won. Berg was happy.", "Berg", "Anna Berg"),
    ("Anna Berg won. Anna was happy.", "Anna", "Anna Berg"),
    ("Ser-Od Bat-Ochir, 41, won. Bat-Ochir was happy.", "Bat-Ochir", "Ser-Od Bat-Ochir"),
    ("Anna van der Berg won. Van der Berg was happy.", "Van der Berg", "Anna van der Berg"),
    ("Siobhan O’Brien won. O'Brien was happy.", "O'Brien", "Siobhan O’Brien"),
    ("Tanabe Yuki won. Tanabe was happy.", "Tanabe", "Tanabe Yuki"),
    ("Neymar, 29, scored. Neymar was happy.", "Neymar", "Neymar"),
    ("Anna Berg won. Anna Berg's brother is Lars Berg. Berg was happy.", "Berg", "Anna Berg"),
    ("Anna Berg, 29, beat Carla Diaz, 31, on Sunday. The 31-year-old cried.", "The 31", "Carla Diaz"),
]

SPEAKERS = [
    ('"I am happy," said Anna Berg.', "I", "Anna Berg"),
    ("“I’m happy,” Anna Berg said.", "I’m", "Anna Berg"),
    ('"I am happy," said Anna Berg. "My coach is too."', "My", "Anna Berg"),
    ('Anna Berg won. "I am happy," she said.', "I am", "Anna Berg"),
    ('Lars Holm met Anna Berg. "I was slow," said Lars Holm.', "I", "Lars Holm"),
]

# text, and a word in it that stands for nobody
NOBODY = [
    ("The rain fell. He was happy.", "He"),
    ("Anna Berg said he was slow.", "he"),
    ("Anna Berg won. The Boston crowd cheered.", "The Boston"),
    ("Anna Berg won. The Norwegian Lars Holm cheered.", "The Norwegian"),
    ("The 23-year-old Anna Berg won.", "The 23-year-old"),
    ("Anna Berg and Lars Berg won. Berg was happy.", "Berg was"),
    ("Anna Berg won the Berg Cup.", "Berg Cup"),
    ("Anna Berg and Anna Holm won. Anna was happy.", "Anna was"),
]

MISSED = [
    ("Anna Berg and Carla Diaz won. She was happy.", "She", None, "two who are joined"),
    ("I went to see Anna Berg.", "I", None, "a reporter who says I"),
    ("Carla said that Anna Berg had won. I think so too.", "I think", None, "who is spoken of does not speak"),
]


def people_at(text: str, words: str) -> list[str]:
    """The names of the people whom the words, where they stand last in the text, are a mention of."""
    page = Page(Article(text), NLP)
    mentions = Mentions(page, build_roster(page))
    start = text.rindex(words)
    found = [m for sentence in page.sentences for m in mentions.of(sentence) if m.start <= start < m.end]
    return [mention.person.name for mention in found]


def person_at(text: str, words: str) -> str | None:
    """The same where it is one person, or nobody."""
    names = people_at(text, words)
    assert len(names) <= 1
    return names[0] if names else None


@pytest.mark.parametrize(("text", "words", "name"), STANDS_FOR)
def test_stands_for_one(text: str, words: str, name: str) -> None:
    assert person_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), SPEAKERS)
def test_first_person_is_who_speaks(text: str, words: str, name: str) -> None:
    assert person_at(text, words) == name


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_stands_for_nobody(text: str, words: str) -> None:
    assert person_at(text, words) is None


@pytest.mark.parametrize("words", ["They", "The pair"])
def test_stands_for_those_who_are_joined(words: str) -> None:
    assert people_at(f"Anna Berg and Carla Diaz won. {words} were happy.", words) == ["Anna Berg", "Carla Diaz"]


def test_title_makes_the_main_subject() -> None:
    text = "Anna Berg won. Carla Diaz lost."
    page = Page(Article(text, title="Diaz is beaten"), NLP)
    main = Mentions(page, build_roster(page)).main
    assert main
    assert main.name == "Carla Diaz"


def test_nobody_is_main_where_nobody_stands_out() -> None:
    page = Page(Article("Anna Berg beat Carla Diaz."), NLP)
    assert Mentions(page, build_roster(page)).main is None


def test_pronouns_tell_the_gender_of_who_is_alone() -> None:
    assert (
        person_at("Anna Berg won. He ran well. He was happy. His coach was too. Him they like.", "Him") == "Anna Berg"
    )


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "words", "name", "reason"), MISSED)
def test_known_misses(text: str, words: str, name: str | None, reason: str) -> None:
    assert person_at(text, words) == name, reason


COMPANY = [
    "With her skating partner Lars Holm, Anna Berg won.",
    "Anna Berg won with Lars Holm.",
    "Anna Berg and Lars Holm won.",
]


@pytest.mark.parametrize("told", COMPANY)
def test_the_pair_is_who_was_named_together_last(told: str) -> None:
    text = (
        f"{told} She is 29. She lives in Oslo. She was born in Bergen. She likes tea. The pair won again. They danced."
    )
    page = Page(Article(text), NLP)
    mentions = Mentions(page, build_roster(page))
    for sentence in page.sentences[-2:]:
        assert {m.person.name for m in mentions.of(sentence)} == {"Anna Berg", "Lars Holm"}


def test_who_is_with_a_pair_is_not_of_it() -> None:
    text = "Anna Berg and Lars Holm are rowers. They trained with Piet Vos in Bergen. The pair won."
    assert people_at(text, "The pair") == ["Anna Berg", "Lars Holm"]


def test_two_things_are_not_two_people() -> None:
    text = f"Anna Berg and Lars Holm trained. {'It rained. ' * 4}Ida Dahl lost the two races."
    assert people_at(text, "the two") == []
