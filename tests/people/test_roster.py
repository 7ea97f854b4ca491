"""Who is in an article: people, and the organisations, places and events that look like them."""

from __future__ import annotations

import pytest
import spacy

from bioextract import Article
from bioextract.page import Page
from bioextract.people.roster import Roster, build_roster

NLP = spacy.blank("en")

PEOPLE = [
    ("Anna Berg won the race.", ["Anna Berg"]),
    ("Anna Berg beat Carla Diaz.", ["Anna Berg", "Carla Diaz"]),
    ("Ser-Od Bat-Ochir, 41, won the race.", ["Ser-Od Bat-Ochir"]),
    ("Virgil van Dijk, 29, scored.", ["Virgil van Dijk"]),
    ("Hicham El Guerrouj won the race.", ["Hicham El Guerrouj"]),
    ("J.J. Watt scored.", ["J.J. Watt"]),
    ("Tanabe Yuki won the race.", ["Tanabe Yuki"]),
    ("Neymar, 29, scored.", ["Neymar"]),
    ("His wife Anjali, 32, waited.", ["Anjali"]),
    ("Jordan Georgia, 29, won the race.", ["Jordan Georgia"]),
    ("ANNA BERG, 29, won the race.", ["ANNA BERG"]),
    ("LAS VEGAS, Nevada -- Anna Berg won the race.", ["Anna Berg"]),
    ("Novi Sad-born Anna Berg won the race.", ["Anna Berg"]),
    ("Unfortunately Berg fell, and Anna Berg won the Wanganui Collegiate race.", ["Anna Berg"]),
    ("Per Dahl is 31.", ["Per Dahl"]),
    ("The winner was Sigrun Thorsdottir.", ["Sigrun Thorsdottir"]),
    ("Ri Se-gwang, 29, won the race.", ["Ri Se-gwang"]),
    ("Hanyu Yuzuru, 29, won the race.", ["Hanyu Yuzuru"]),
    ("NDAYIRAGIJE Claude won the race.", ["NDAYIRAGIJE Claude"]),
    ("The medal went to her rival Oddvi Skarre.", ["Oddvi Skarre"]),
    ("Her father, Oddvi Skarre, was there.", ["Oddvi Skarre"]),
    ("The mother is Oddvi Skarre.", ["Oddvi Skarre"]),
    ("Oddvi Skarre, her mother, was there.", ["Oddvi Skarre"]),
    ("Inspector Oddvi Skarre waited.", ["Oddvi Skarre"]),
    ("“Worse,” answered Oddvi Skarre.", ["Oddvi Skarre"]),
    ("It goes to her father-in-law, Oddvi Skarre.", ["Oddvi Skarre"]),
    ("Oddvi Skarre '16 took third.", ["Oddvi Skarre"]),
    ("1. Oddvi Skarre (Vale AC) 2:31:07", ["Oddvi Skarre"]),
    ("Results: 1 P Skarre (Vale) 31:07; 2 O. Tveitt (Vale) 31:09.", ["P Skarre", "O. Tveitt"]),
    ("Teams: 4 - Oddvi Skarre, 5 - Brumo Tveitt", ["Oddvi Skarre", "Brumo Tveitt"]),
    ("Anna Berg and Oddvi Skarre won.", ["Anna Berg", "Oddvi Skarre"]),
    ("Oddvi Skarre (Vale, 9 December 1979) is a hurdler.", ["Oddvi Skarre"]),
    ("ODDVI SKARRE, hurdles.", ["ODDVI SKARRE"]),
    ("They beat Shin Ye-rin.", ["Shin Ye-rin"]),
    ("KL Rahul scored.", ["KL Rahul"]),
    ("Anjali, their daughter, swims.", ["Anjali"]),
    ("Their daughters, Ingrid and Maja, ski.", ["Ingrid", "Maja"]),
    ("Well done to Emma, Hannah and Sarah for running.", ["Emma", "Hannah", "Sarah"]),
    ("The goal came from midfielder Zekinha after an hour.", ["Zekinha"]),
    ("Skarre was born in Vale.", ["Skarre"]),
    ("Mrs Skarre waited.", ["Skarre"]),
    ('"I ran," said Radcliffe.', ["Radcliffe"]),
]

NOBODY = [
    "Real Madrid beat Manchester United.",
    "The Nelson Mandela Cup began.",
    "Mount Kenya is high.",
    "She lives in New York and in Los Angeles.",
    "The Boston Marathon was cold.",
    "The Daily Mail said so.",
    "The race ended at Oslo Stadium.",
    "On Monday, March came.",
    "The United States won the World Cup.",
    "The St Mary Hospital stands in Oslo.",
    "She is sponsored by Vale Oddvi.",
    "Vale Oddvi, a tin company, stopped paying.",
    "He moved to Fredrikstad FK.",
    "He signed for Oddvi Skarre.",
    "Oddvi Skarre B lost the match.",
    "The U.S. Amateur began.",
    "They ran the Severn Towpath race.",
    "He plays for Oddvi Tveitt of the Danish League.",
    "Nike, whose shoes he wears, paid.",
    "The backers, Skarre & Sons, paid.",
    "After May, Oslo was cold.",
    "The winners Auxerre celebrated.",
]

# text, form, who is named by it
FORMS = [
    ("Anna Berg won.", "Berg", "Anna Berg"),
    ("Anna Berg won.", "Anna", "Anna Berg"),
    ("Anna Berg won.", "ANNA BERG", "Anna Berg"),
    ("Núria O’Neill won.", "O'Neill", "Núria O’Neill"),
    ("Núria O’Neill won.", "Nuria", "Núria O’Neill"),
    ("Ser-Od Bat-Ochir, 41, won.", "Bat-Ochir", "Ser-Od Bat-Ochir"),
    ("Ser-Od Bat-Ochir, 41, won.", "Ser-Od", "Ser-Od Bat-Ochir"),
    ("Virgil van Dijk, 29, scored.", "Van Dijk", "Virgil van Dijk"),
    ("Hicham El Guerrouj won.", "El Guerrouj", "Hicham El Guerrouj"),
    ("Hicham El Guerrouj won.", "Guerrouj", "Hicham El Guerrouj"),
    ("Tanabe Yuki won.", "Tanabe", "Tanabe Yuki"),
    ("Anna Maria Berg won. Anna Berg smiled.", "Anna Berg", "Anna Maria Berg"),
    ("Anna Berg won.", "Holm", None),
    ("Anna Berg beat Lars Berg.", "Berg", None),
    ("Anna Berg beat Anna Holm.", "Anna", None),
    ("Anna Berg beat Anna Holm.", "Holm", "Anna Holm"),
    ("William 'Billy' Hartley won.", "Billy", "William 'Billy' Hartley"),
    ("Raymond Holm won.", "Ray", "Raymond Holm"),
    ("Thomas John Holm won. Tom Holm smiled.", "Tom Holm", "Thomas John Holm"),
    ("Tom Holm won. Thomas Holm smiled.", "Tom", "Thomas Holm"),
    ("Raymond Holm beat Ray Berg.", "Ray", "Ray Berg"),
    ("Raymond Holm beat Raymond Berg.", "Ray", None),
    ("Thomas Holm, also known as Tom Holm, won.", "Tom Holm", "Thomas Holm"),
    ("John Holm and his son Jack Holm ran. Jack Holm won.", "Jack Holm", "Jack Holm"),
    ("Samantha Holm won. Her brother Sam Holm was ill.", "Sam Holm", "Sam Holm"),
    ("William Holm won.", "Will", None),
]


def roster_of(text: str, title: str | None = None) -> Roster:
    return build_roster(Page(Article(text, title=title), NLP))


def names_of(text: str) -> list[str]:
    return [person.name for person in roster_of(text).people]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_finds_people(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize("text", NOBODY)
def test_leaves_what_is_no_person(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(("text", "form", "name"), FORMS)
def test_form_names_one_or_nobody(text: str, form: str, name: str | None) -> None:
    person = roster_of(text).find(form, len(text))
    assert (person and person.name) == name


def test_shared_surname_means_who_was_named_so_far() -> None:
    text = "Anna Berg won. Berg was happy. Lars Berg, her brother, was not."
    person = roster_of(text).find("Berg", text.index("Berg was"))
    assert person
    assert person.name == "Anna Berg"


def test_fullest_name_is_kept_whatever_comes_first() -> None:
    assert names_of("Anna Berg won. Anna Maria Berg, 29, smiled.") == ["Anna Maria Berg"]


def test_a_heading_names_whom_the_text_calls_by_surname() -> None:
    text = "Runners to watch on Sunday in the city.\n\nAnna Berg, Norway\n\nBerg ran well in the spring races of last year."
    assert names_of(text) == ["Anna Berg"]
