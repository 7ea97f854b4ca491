from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
from rich.console import RenderableType

from bioextract.records import Record
from bioextract.runs.summary import Summary
from bioextract.table import open_console, show_athletes, show_summary

SPAN = {"start": 0, "end": 4, "text": "text"}


def fact(**fields: Any) -> dict[str, Any]:
    return {**fields, "confidence": 0.9, "evidence": [SPAN]}


def make_record(*people: dict[str, Any], main_subject: str | None = None, **article: Any) -> Record:
    return Record.model_validate(
        {
            "extractor": {"version": "0", "model": "m", "config": "c"},
            "article": {"id": "sha256:" + "0" * 64, "characters": 4, **article},
            "main_subject": main_subject,
            "people": people,
            "warnings": [{"code": "conflict.age", "message": "two ages"}],
        }
    )


ANNA = {
    "name": "Anna Berg",
    "aliases": ["Berg"],
    "age": fact(value=29, as_of="2023-08-26"),
    "nationalities": [fact(value="Sweden", code="SWE")],
    "disciplines": [fact(value="hurdles")],
    "counts": [
        fact(event="Olympic Games", what="appearances", value=3, qualifier="at_least"),
        fact(event="marathon", what="titles", value=7),
    ],
    "sponsors": [fact(name="Volvo"), fact(description="bank", status="former")],
    "events": [
        fact(event="Oslo Marathon", date="2023-08", status="upcoming"),
        fact(event="Olympic Games", rank=2, mark="12.41"),
        fact(event="Worlds", rank=10, rank_qualifier="top"),
        fact(event="Europeans"),
    ],
}


def render(view: RenderableType) -> str:
    stream = io.StringIO()
    open_console(stream).print(view)
    return stream.getvalue()


def test_athletes_show_the_main_subject() -> None:
    other = {"name": "Lars Holm", "age": fact(value=31)}
    shown = render(show_athletes([make_record(other, ANNA, main_subject="Anna Berg"), make_record(other)]))
    anna, lars = (line for line in " ".join(shown.splitlines()).split("Anna Berg")[1].split("Lars Holm"))
    for part in (
        "29",
        "Sweden",
        "hurdles",
        "≥ 3",
        "Volvo; bank",
        "(former)",
        "Oslo Marathon 2023",
        "(no. 2, 12.41)",
        "more",
    ):
        assert part in anna
    assert "7" not in anna  # titles are not marathons run
    assert "31" in lars


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ({"event": "Worlds", "rank": 3}, "Worlds (no. 3)"),
        ({"event": "Worlds", "rank": 8, "rank_qualifier": "top"}, "Worlds"),
        ({"event": "Worlds", "date": "2023-08-27", "status": "dnf"}, "Worlds 2023 (dnf)"),
    ],
)
def test_an_event_in_short(event: dict[str, Any], shown: str) -> None:
    lines = render(show_athletes([make_record({"name": "A", "events": [fact(**event)]})])).splitlines()
    assert lines[-1].split("│")[-1].strip() == shown


def test_text_of_articles_is_neither_markup_nor_terminal_commands() -> None:
    evil = {"name": "[red]A[/red] :smile: \x1b[2J \u202e", "age": fact(value=1)}
    shown = render(show_athletes([make_record(evil)]))
    for part in ("[red]A[/red]", ":smile:", "\ufffd[2J"):
        assert part in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_summary() -> None:
    summary = Summary(articles=1, people=2, facts=Counter(participation=3, age=1), rejected=0)
    assert (
        render(show_summary(summary))
        == "1 article, 2 people, 4 facts, 0 rejected, 0.0 s\nfacts: age 1, participation 3\n"
    )
