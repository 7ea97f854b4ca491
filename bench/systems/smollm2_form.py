"""The form that the language model fills in (a JSON Schema, which becomes a grammar), and what it tells as facts.

It is the record without evidence, confidence and what can be read off the rest: the fewer words there are to write, the
better a small model does, and the faster. Countries and events get their canonical names as the generic peer's do.
"""

from __future__ import annotations

from typing import Any

from peer_competitions import canonical
from peer_wordings import COUNTRIES

from bioextract.kinds import FIELDS
from systems.system import Json

TASK = (
    "You read a piece of a sports article and write down as JSON which athletes are in it and what it says of them. "
    "Leave out what it does not say."
)
EXAMPLE = (
    "Swiss hurdler Lena Roth, 24, finished fifth in the 400m hurdles at the 2018 European Championships in Berlin. She "
    "lives in Chur, is coached by Ueli Frey and hopes to run at the Tokyo Olympics. Her clubmate Ida Holm won the Vik "
    "Open in 54.31."
)
EXAMPLE_ANSWER: Json = {
    "people": [
        {
            "name": "Lena Roth",
            "age": 24,
            "nationality": "Switzerland",
            "residence": "Chur",
            "discipline": "400m hurdles",
            "coach": "Ueli Frey",
            "competitions": [
                {"event": "European Championships", "year": "2018", "place": "Berlin", "status": "past", "rank": 5},
                {"event": "Tokyo Olympics", "status": "hoped"},
            ],
        },
        {
            "name": "Ida Holm",
            "competitions": [{"event": "Vik Open", "status": "past", "rank": 1, "mark": "54.31"}],
        },
    ]
}


def text_of(longest: int = 40) -> Json:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def form_of(properties: Json, required: str) -> Json:
    return {"type": "object", "properties": properties, "required": [required], "additionalProperties": False}


COMPETITION = form_of(
    {
        "event": text_of(60),
        "year": {"type": "string", "pattern": "^(19|20)[0-9][0-9]$"},
        "place": text_of(),
        "status": {"enum": ["past", "upcoming", "hoped", "missed", "dnf"]},
        "rank": {"type": "integer", "minimum": 1, "maximum": 99},
        "mark": text_of(20),
    },
    "event",
)
PERSON = form_of(
    {
        "name": text_of(),
        "age": {"type": "integer", "minimum": 10, "maximum": 99},
        "birth_date": {"type": "string", "pattern": "^(19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]$"},
        "birth_place": text_of(),
        "nationality": text_of(),
        "residence": text_of(),
        "discipline": text_of(),
        "team": text_of(),
        "sponsor": text_of(),
        "coach": text_of(),
        "personal_best": text_of(20),
        "competitions": {"type": "array", "items": COMPETITION, "minItems": 1, "maxItems": 3},
    },
    "name",
)
FORM = form_of({"people": {"type": "array", "items": PERSON, "maxItems": 4}}, "people")


def to_facts(person: Json, piece: str) -> dict[str, list[Json]]:
    """The facts of one filled-in person by kind; those whose words (or number) are not in the piece are left out."""
    simple = {
        "age": {"value": person.get("age")},
        "birth_date": {"value": person.get("birth_date")},
        "birth_place": {"value": person.get("birth_place")},
        "residence": {"value": person.get("residence"), "status": "current"},
        "discipline": {"value": person.get("discipline")},
        "team": {"name": person.get("team"), "status": "current"},
        "sponsor": {"name": person.get("sponsor"), "status": "current"},
        "relation": {"name": person.get("coach"), "role": "coach"},
        "mark": {"mark": person.get("personal_best"), "kind": "personal_best"},
    }
    facts = {kind: [fact] for kind, fact in simple.items() if is_shown(kind, next(iter(fact.values())), piece)}
    country = COUNTRIES.get(person.get("nationality", ""))
    if country and any(form in piece for form, name in COUNTRIES.items() if name == country):
        facts["nationality"] = [{"value": country}]
    competitions = [c for c in person.get("competitions", ()) if is_shown("participation", c["event"], piece)]
    facts["participation"] = [{**c, "event": canonical(c["event"]), "date": c.get("year")} for c in competitions]
    return facts


def is_shown(kind: str, value: Any, piece: str) -> bool:
    """Whether the piece has the value; of a birth date its year."""
    shown = str(value)[:4] if kind == "birth_date" else str(value)
    return value is not None and shown.lower() in piece.lower()


def add(people: dict[str, Json], person: Json, piece: str) -> None:
    """Gives the facts of a filled-in person to the person of that name: the first age and birth, all of the rest."""
    if person["name"].lower() not in piece.lower():
        return
    record = people.setdefault(person["name"], {"name": person["name"]})
    for kind, facts in to_facts(person, piece).items():
        if kind in ("age", "birth_date", "birth_place"):
            record.setdefault(FIELDS[kind], facts[0])
        else:
            known = record.setdefault(FIELDS[kind], [])
            known += [fact for fact in facts if fact not in known]
