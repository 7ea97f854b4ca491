"""Circumstances: what else is said of a person, and of whom else the same words say it."""

from __future__ import annotations

from bioextract import Article
from bioextract.extractor import Extractor
from bioextract.facts.claim import Claim
from bioextract.people.person import Individual
from bioextract.tagger.circumstances import NAMES, NOTHING, circumstances, log_odds
from bioextract.tagger.combine import Candidate

READING = Extractor(rules_only=True).read(Article("Ada Berg of Bergen beat Mia Lund. Berg trains alone."))
BERG, LUND = READING.mentions.people


def _candidate(person: Individual, value: str, start: int, model: float) -> Candidate:
    return Candidate(Claim("residences", person, {"value": value}, start, start + 6, "model.residences"), model)


def _told(*candidates: Candidate) -> list[dict[str, float]]:
    return [dict(zip(NAMES, vector, strict=True)) for vector in circumstances(candidates, READING)]


def test_a_fact_alone_has_no_rival() -> None:
    [told] = _told(_candidate(BERG, "Bergen", 12, 0.7))

    assert told["network"] == log_odds(0.7)
    assert told["same_kind"] == told["same_person"] == told["same_words"] == log_odds(NOTHING)
    assert told["sure_facts"] == 0


def test_facts_of_one_person_compete() -> None:
    first, second = _told(_candidate(BERG, "Bergen", 12, 0.7), _candidate(BERG, "alone", 46, 0.1))

    assert first["same_kind"] == log_odds(0.1)
    assert second["same_kind"] == log_odds(0.7)
    assert second["sure_facts"] > first["sure_facts"] == 0


def test_the_same_words_may_be_about_somebody_else() -> None:
    first, second = _told(_candidate(BERG, "Bergen", 12, 0.7), _candidate(LUND, "Bergen", 12, 0.2))

    assert (first["same_words"], second["same_words"]) == (log_odds(0.2), log_odds(0.7))
    assert first["mentions"] > second["mentions"]
