"""From one article to its record."""

from __future__ import annotations

import datetime as dt
import gc
import json

import pytest

import bioextract
from bioextract import Article, ExtractError, Extractor, Record, UsageError
from bioextract.kinds import iterate_facts

SATURDAY = dt.date(2023, 8, 26)
TEXT = """HomeSportsBerg, 29, returns to the Oslo Marathon

Berg, 29, returns to the Oslo Marathon

Swedish hurdler Anna Berg, 29, will run the Oslo Marathon this Sunday. She has run 12 marathons.

Carla Diaz of Spain was third in the 2022 Oslo Marathon. The two-time Olympian lives in Bergen."""


def event_of(record: Record) -> tuple[str | None, str | None, str | None]:
    [person] = record.people
    [event] = person.events
    return event.date, event.date_precision, event.date_text


@pytest.mark.parametrize(
    ("words", "date", "precision"),
    [("this Sunday", "2023-08-27", "day"), ("next month", "2023-09", "month"), ("next year", "2024", "year")],
)
def test_relative_dates_need_the_date_of_publication(
    extractor: Extractor, words: str, date: str, precision: str
) -> None:
    text = f"Anna Berg will run the Oslo Marathon {words}."
    assert event_of(extractor.extract(Article(text, published=SATURDAY))) == (date, precision, words)
    assert event_of(extractor.extract(Article(text))) == (None, None, words)


def test_record_tells_of_its_article(extractor: Extractor) -> None:
    article = Article(TEXT, published=SATURDAY, source="news/berg.txt", published_from="path")
    info = extractor.extract(article).article
    assert (info.id, info.source, info.characters) == (article.id, "news/berg.txt", len(TEXT))
    assert (info.published, info.published_from) == ("2023-08-26", "path")
    assert info.title == "Berg, 29, returns to the Oslo Marathon"


def test_people_are_in_order_main_subject_first(extractor: Extractor) -> None:
    record = extractor.extract(Article("Carla Diaz, 31, beat Anna Berg, 29. Berg was happy.", title="Berg is happy"))
    assert record.main_subject == "Anna Berg"
    assert [(person.name, person.aliases) for person in record.people] == [("Anna Berg", ["Berg"]), ("Carla Diaz", [])]


def test_people_without_a_fact_are_left_out(extractor: Extractor) -> None:
    record = extractor.extract(Article("Anna Berg, 29, waved to Carla Diaz."))
    assert [person.name for person in record.people] == ["Anna Berg"]


def test_text_without_people_gives_an_empty_record(extractor: Extractor) -> None:
    record = extractor.extract(Article("It rained all day, and the race was off."))
    assert (record.main_subject, record.people, record.warnings) == (None, [], [])


@pytest.mark.parametrize("minimum", [0.6, 0.8, 0.95])
def test_min_confidence_leaves_out_the_less_sure(extractor: Extractor, minimum: float) -> None:
    def facts(record: Record) -> list[tuple[str, str, str]]:
        found = [(person.name, fact) for person in record.people for fact in iterate_facts(person)]
        return [(name, kind, str(fact)) for name, (kind, fact) in found if fact.confidence >= minimum]

    article = Article(TEXT, published=SATURDAY)
    strict = Extractor(min_confidence=minimum, rules_only=True).extract(article)
    kept = facts(strict)
    assert len(kept) == sum(1 for person in strict.people for _ in iterate_facts(person))
    everything = extractor.extract(article)
    assert len(kept) < sum(1 for person in everything.people for _ in iterate_facts(person))
    assert {(name, kind) for name, kind, _ in kept} <= {(name, kind) for name, kind, _ in facts(everything)}
    assert strict.extractor.config != everything.extractor.config


@pytest.mark.parametrize("minimum", [-0.1, 1.1, float("nan")])
def test_min_confidence_is_a_probability(minimum: float) -> None:
    with pytest.raises(UsageError, match="min_confidence"):
        Extractor(min_confidence=minimum)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Anna Berg, 29, won. Later Anna Berg, 30, was happy.", "conflict.age"),
        ("Anna Berg (born 1981) won. Anna Berg was born in 1982.", "conflict.birth_date"),
        ("Anna Berg was born in Oslo. Anna Berg was born in Bergen.", "conflict.birth_place"),
    ],
)
def test_contradictions_are_told(extractor: Extractor, text: str, code: str) -> None:
    [warning] = extractor.extract(Article(text)).warnings
    assert warning.code == code
    assert "Anna Berg" in warning.message
    assert len(warning.evidence) == 2
    assert all(text[span.start : span.end] == span.text for span in warning.evidence)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \r\n\u00a0\n", "empty"),
        (
            "Sie gewann das Rennen und sagte, dass es nicht der beste Tag war, auch für den Trainer nicht. " * 3,
            "English",
        ),
    ],
)
def test_what_cannot_be_extracted_is_told(extractor: Extractor, text: str, reason: str) -> None:
    with pytest.raises(ExtractError, match=reason) as error:
        extractor.extract(Article(text, source="news/berg.txt"))
    assert error.value.source == "news/berg.txt"
    with pytest.raises(ExtractError, match=Article(text).id):
        extractor.extract(Article(text))


def test_records_validate_against_their_text(extractor: Extractor) -> None:
    line = extractor.extract(Article(TEXT, published=SATURDAY)).model_dump_json()
    record = Record.model_validate_json(line, context={"text": TEXT})
    assert {kind for person in record.people for kind, _ in iterate_facts(person)} >= {"age", "nationality", "count"}


def test_same_article_same_bytes(extractor: Extractor) -> None:
    article = Article(TEXT, published=SATURDAY)
    line = extractor.extract(article).model_dump_json()
    assert extractor.extract(article).model_dump_json() == line
    assert Extractor(rules_only=True).extract(article).model_dump_json() == line


def test_extract_many_is_a_stream_in_order(extractor: Extractor) -> None:
    articles = (Article(text) for text in ("Anna Berg, 29, won.", "Carla Diaz, 31, won.", ""))
    records = extractor.extract_many(articles)
    assert [next(records).people[0].name for _ in range(2)] == ["Anna Berg", "Carla Diaz"]
    with pytest.raises(ExtractError):
        next(records)


@pytest.mark.parametrize("published", ["2023-08-26", SATURDAY])
def test_extract_takes_a_text(published: dt.date | str) -> None:
    record = bioextract.extract(TEXT, published=published, title="Berg runs", source="berg.txt")
    info = json.loads(record.model_dump_json())["article"]
    assert (info["published"], info["published_from"]) == ("2023-08-26", "option")
    assert (info["title"], info["source"]) == ("Berg runs", "berg.txt")
    assert bioextract.extract(TEXT).article.published_from is None


@pytest.mark.parametrize("published", ["yesterday", "26.8.2023", "2023-08"])
def test_extract_refuses_what_is_no_date(published: str) -> None:
    with pytest.raises(UsageError, match="must be a date"):
        bioextract.extract(TEXT, published=published)


def test_one_extractor_serves_several_threads(extractor: Extractor) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def ages(start: int) -> list[int]:
        texts = [f"Anna Berg, {start + i % 40}, won race number{start}x{i}." for i in range(250)]
        found = [extractor.extract(Article(text)).people[0].age for text in texts]
        return [age.value for age in found if age]

    with ThreadPoolExecutor(4) as pool:
        assert [len(found) for found in pool.map(ages, (20, 25, 30, 35))] == [250] * 4


def test_an_extractor_is_pickled_by_its_settings() -> None:
    import pickle

    copy = pickle.loads(pickle.dumps(Extractor(min_confidence=0.4, rules_only=True)))
    assert copy.min_confidence == 0.4
    assert copy.extract(Article("Anna Berg, 29, won.")).people


def test_totals_that_differ_are_told_and_the_higher_counts(extractor: Extractor) -> None:
    record = extractor.extract(
        Article("Anna Berg has run 20 marathons. Last week she said: Anna Berg has run 74 marathons.")
    )
    assert [warning.code for warning in record.warnings] == ["conflict.count"]
    assert record.people[0].marathon_count == 74


def test_a_birth_year_and_the_full_date_are_no_conflict(extractor: Extractor) -> None:
    record = extractor.extract(Article("Anna Berg (born 29 September 1988) won. Anna Berg, born in 1988, was happy."))
    assert record.warnings == []
    assert record.people[0].birth_date
    assert record.people[0].birth_date.value == "1988-09-29"


def test_a_question_tells_no_result(extractor: Extractor) -> None:
    record = extractor.extract(Article("Did Anna Berg win the Oslo Marathon in 2019? Nobody knows."))
    assert not any(person.events for person in record.people)


def test_garbage_is_collected_again_after_an_error(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        assert not gc.isenabled()
        raise MemoryError

    monkeypatch.setattr(Extractor, "_extract", fail)
    with pytest.raises(MemoryError):
        extractor.extract(Article("Anna Berg won."))
    assert gc.isenabled()
