"""Articles and their records, both generated: invented people, no extraction. For what measures or breaks databases.

An article is known by its number and its edition; the record is made of the same draw, so that its spans are right.
`Cheap` is an extractor that draws the record again, by the number in the text's first line.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bioextract.articles import Article
from bioextract.records import ArticleInfo, ExtractorInfo, Record

FIRST = "Ada Bo Cem Dag Eda Finn Gro Hal Ida Jon Kai Liv Max Nia Ola Pia Rolf Siv Tor Una Vera Wim Ylva Zoë".split()
LAST = (
    "Arrend Bellof Carvik Dorvel Elmqvar Fjordan Grevold Hallmar Istorp Jernvik Kolbrun Lindqvar Morholt Nordvall "
    "Ostlin Pellworm Quarlund Rosvang Skarbo Tollmark Ulfsted Vargmo Wendelin Yttergard Zellmar Brannock Corvane"
).split()
PLACES = "Oslo Bergen Torsby Hallvik Mora Lund Visby Kiruna".split()
COUNTRIES = (("Norway", "NOR"), ("Sweden", "SWE"), ("Kenya", "KEN"), ("Japan", "JPN"), ("Mongolia", "MGL"))
DISCIPLINES = ("marathon runner", "hurdler", "sprinter", "cyclist", "swimmer")
BRANDS = ("Nordlys", "Kvikk Shoes", "Fjellstrom", "Havgard Water")
INFO = ExtractorInfo(version="0", model="generated", config="0")
PEOPLE = 4
_HEAD = re.compile(r"Report (\d+), edition (\d+)\.")

Draw = tuple[Article, dict[str, Any]]


def draw(number: int, edition: int = 0, *, people: int = PEOPLE) -> Draw:
    """The article `number` and its record, as JSON values; another edition tells of other results."""
    chance = random.Random(f"{number} {edition}")
    text = _Text(f"Report {number}, edition {edition}. It was a bright day in {chance.choice(PLACES)}.")
    day = dt.date(2015, 1, 1) + dt.timedelta(days=number % 3000)
    names = random.Random(number).sample(range(len(FIRST) * len(LAST)), people)
    told = [_tell(text, f"{FIRST[n % len(FIRST)]} {LAST[n // len(FIRST)]}", n, day, chance) for n in names]
    article = Article(text.text, title=f"Report {number}", published=day, source=f"report-{number:06}.txt")
    info = ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        published=day.isoformat(),
        published_from="document",
        characters=len(article.text),
    )
    record = {"schema_version": "1.0", "extractor": INFO.model_dump(), "article": info.model_dump()}
    return article, record | {"main_subject": told[0]["name"], "people": told, "warnings": []}


def line_of(record: dict[str, Any]) -> bytes:
    """The record as bioextract writes it."""
    return Record.model_validate(record).model_dump_json().encode() + b"\n"


class _Text:
    """A text that grows, and knows where what was added stands."""

    def __init__(self, text: str) -> None:
        self.text = text

    def add(self, sentence: str, shown: str) -> list[dict[str, Any]]:
        """Appends a sentence; the span of `shown` in it, as evidence."""
        start = len(self.text) + 1 + sentence.index(shown)
        self.text += f" {sentence}"
        return [{"start": start, "end": start + len(shown), "text": shown}]


def _tell(text: _Text, name: str, number: int, day: dt.date, chance: random.Random) -> dict[str, Any]:
    """What the article says of one person: about 18 facts an article of four people, the mix of real articles."""

    def fact(sentence: str, shown: str, **fields: Any) -> dict[str, Any]:
        return {"evidence": text.add(sentence, shown), "confidence": round(chance.uniform(0.4, 1), 3), **fields}

    country, code = COUNTRIES[number % len(COUNTRIES)]
    what, brand, place = DISCIPLINES[number % len(DISCIPLINES)], chance.choice(BRANDS), chance.choice(PLACES)
    age = day.year - 1985 - number % 10
    person: dict[str, Any] = {"name": name, "aliases": [name.split()[1]]}
    person["age"] = fact(f"{name}, {age}, was there.", str(age), value=age, as_of=day.isoformat()) if age > 0 else None
    person |= {"birth_date": None, "birth_place": None, "residences": [], "teams": [], "relations": []}
    person["nationalities"] = [fact(f"{name} is from {country}.", country, value=country, code=code)]
    person["disciplines"] = [fact(f"{name} is a {what}.", what, value=what)]
    times = chance.randrange(2, 60)
    count: dict[str, Any] = {"event": "marathon", "what": "appearances", "value": times, "qualifier": "exact"}
    is_counted = chance.random() < 0.25
    person["counts"] = [fact(f"{name} ran {times} marathons.", f"{times} marathons", **count)] if is_counted else []
    deal: dict[str, Any] = {
        "name": brand,
        "description": None,
        "status": "current",
        "start": str(day.year),
        "end": None,
    }
    person["sponsors"] = [fact(f"{brand} pays {name}.", brand, **deal)] if chance.random() < 0.25 else []
    mark: dict[str, Any] = {
        "kind": "personal_best",
        "mark": "2:10:05",
        "discipline": "marathon",
        "amount": 7805.0,
        "unit": "s",
    }
    mark |= {"date": None, "event": None}
    person["marks"] = [fact(f"The best of {name} is 2:10:05.", "2:10:05", **mark)] if chance.random() < 0.25 else []
    rank = chance.randrange(1, 40)
    event: dict[str, Any] = {
        "event": f"{place} Marathon",
        "event_text": f"the {place} Marathon",
        "date": day.isoformat()[:7],
    }
    event |= {"date_precision": "month", "date_text": "this month", "place": place, "discipline": "marathon"}
    event |= {"status": "past", "rank": rank, "rank_qualifier": "exact", "medal": None, "mark": None}
    sentence = f"{name} was number {rank} of the {place} Marathon this month."
    person["events"] = [fact(sentence, sentence[len(name) + 1 : -1], **event)]
    counts = {"olympic_count": None, "marathon_count": times if is_counted else None, "world_championship_count": None}
    return person | counts


class Cheap:
    """An extractor that costs next to nothing; it takes the arguments of the real one.

    Where the variable GENERATED_MARKS names a folder, it leaves a file there with the number of its process;
    GENERATED_SECONDS is what it sleeps over an article.
    """

    info = INFO

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self._marks = os.environ.get("GENERATED_MARKS")
        self._seconds = float(os.environ.get("GENERATED_SECONDS", "0"))

    def extract(self, article: Article) -> Record:
        """The record of a generated article, with the source that it was read from."""
        found = _HEAD.match(article.text)
        if not found:
            raise ValueError("not a generated article")
        if self._marks:
            Path(self._marks, str(os.getpid())).touch()
        time.sleep(self._seconds)
        _, record = draw(int(found[1]), int(found[2]))
        record["article"] |= {"source": article.source, "id": article.id, "title": article.title}
        return Record.model_validate(record, context={"text": article.text})


def write_articles(path: Path, numbers: Iterable[int], edition: int = 0, *, odd_every: int = 0) -> None:
    """A JSON Lines file with the articles, for `bioextract run`; with odd lines behind some of them."""
    place = 0
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            lines = [_json_line(number, edition, f"{number:06}")]
            if odd_every and number % odd_every == 0:
                lines += _odd_lines(number, edition, place + 2)
            file.writelines(lines)
            place += len(lines)


def _odd_lines(number: int, edition: int, place: int) -> list[str]:
    """From line `place` on, what real files have too: a content twice, an id twice, a broken line, its number as id."""
    copy, double = _json_line(number, edition, f"{number:06} copy"), _json_line(number, edition + 1, f"{number:06}")
    return [copy, double, copy[:100] + "\n", _json_line(number, edition + 2, str(place + 2))]


def _json_line(number: int, edition: int, name: str) -> str:
    article, _ = draw(number, edition)
    published = article.published.isoformat() if article.published else None
    entry = {"id": name, "title": article.title, "published": published, "text": article.text}
    return json.dumps(entry, ensure_ascii=False) + "\n"


def draw_many(numbers: Iterable[int], edition: int = 0) -> Iterator[tuple[Article, bytes]]:
    """Articles with the lines of their records."""
    for number in numbers:
        article, record = draw(number, edition)
        yield article, line_of(record)
