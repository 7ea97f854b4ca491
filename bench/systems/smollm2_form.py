"""The form that the language model fills in (a JSON Schema, which becomes a grammar), and what it tells as facts.

It is the record without evidence, confidence and what can be read off the rest: the fewer words there are to write, the
better a small model does, and the faster.
"""

from __future__ import annotations

from typing import Any

from bioextract.kinds import FIELDS
from systems.system import Json

PROMPT = (
    "Read this piece of a sports article. List the athletes and other people in it and only what it says of them, as "
    "JSON: name, age, birth_date (YYYY-MM-DD), birth_place, nationality (country), residence, discipline, team, "
    "sponsor, coach, personal_best, and competitions with event, year, place, status, rank and mark. Leave out what is "
    "not said."
)


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
        "competitions": {"type": "array", "items": COMPETITION, "minItems": 1, "maxItems": 4},
    },
    "name",
)
FORM = form_of({"people": {"type": "array", "items": PERSON, "maxItems": 6}}, "people")


def to_facts(person: Json, piece: str) -> dict[str, list[Json]]:
    """The facts of one filled-in person by kind; those whose words (or number) are not in the piece are left out."""
    simple = {
        "age": {"value": person.get("age")},
        "birth_date": {"value": person.get("birth_date")},
        "birth_place": {"value": person.get("birth_place")},
        "nationality": {"value": person.get("nationality")},
        "residence": {"value": person.get("residence"), "status": "current"},
        "discipline": {"value": person.get("discipline")},
        "team": {"name": person.get("team"), "status": "current"},
        "sponsor": {"name": person.get("sponsor"), "status": "current"},
        "relation": {"name": person.get("coach"), "role": "coach"},
        "mark": {"mark": person.get("personal_best"), "kind": "personal_best"},
    }
    facts = {kind: [fact] for kind, fact in simple.items() if is_shown(kind, next(iter(fact.values())), piece)}
    competitions = [c for c in person.get("competitions", ()) if is_shown("participation", c["event"], piece)]
    return facts | {"participation": [{**c, "date": c.pop("year", None)} for c in competitions]}


def is_shown(kind: str, value: Any, piece: str) -> bool:
    """Whether the piece has the value: of a birth date its year, of a country half of its letters (Kenya, Kenyan)."""
    if value is None:
        return False
    words = str(value)
    shown = words[:4] if kind == "birth_date" else words[: max(3, len(words) // 2)] if kind == "nationality" else words
    return shown.lower() in piece.lower()


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
