"""`bench/compare.py`: its table and its plot on made-up figures, the floor for real, and what the systems' files add."""

from __future__ import annotations

import datetime as dt
import gzip
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import compare
import pytest
from systems import SYSTEMS, stock
from systems.accuracy import Accuracy, impersonal_gold, impersonal_record
from systems.apart import run
from systems.dates import to_date
from systems.lines import write_lines
from systems.measuring import Round, until
from systems.plot import draw
from systems.recognizers import read_date
from systems.results import Result, merge, read_results, summarise, write_results
from systems.smollm2 import pieces_of
from systems.smollm2_form import add
from systems.system import System
from systems.table import to_table
from systems.values import is_birth, to_record

ROUNDS = [Round(1000, 4, seconds, 1.5, 200) for seconds in (0.5, 0.25, 1)]
JUDGED = Accuracy(3, 0.75, 0.5, 0.6, 1.0, None)
OURS = summarise(compare.NAMES["bioextract"], ROUNDS, JUDGED, "2026-01-31")
SM = summarise(stock.SM, [Round(1000, 4, 1.0, 2.5, 900)], None, "2026-01-31")
ARTICLES = [
    {"id": "a", "title": None, "published": None, "text": "Anna Berg won.\nShe ran well."},
    {"id": "b", "title": None, "published": None, "text": "Lena Roth lost."},
]


def cells(results: list[Result]) -> dict[str, list[str]]:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in to_table(results).splitlines()]
    return {row[0]: row[1:] for row in rows}


def test_rows_are_medians_and_ratios() -> None:
    row = cells([OURS, SM])["bioextract"]

    assert row == [
        "2,000",
        "1,000 to 4,000",
        "2",
        "200",
        "1.5",
        "0.750",
        "0.500",
        "0.600",
        "1.000",
        "–",
        "3",
        "4, 1,000",
    ]
    assert cells([OURS, SM])[SM.title][2:] == ["1", "900", "2.5", *"––––––", "4, 1,000"]


def test_without_the_reference_there_is_no_ratio() -> None:
    assert cells([OURS])["bioextract"][2] == ""


@pytest.mark.parametrize("results", [[OURS, SM], [OURS], [SM]], ids=["both", "records", "no records"])
def test_the_plot_is_a_picture(results: list[Result], tmp_path: Path) -> None:
    draw(results, tmp_path / "plot.png")

    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def test_the_plot_names_every_system(tmp_path: Path) -> None:
    import matplotlib as mpl

    with mpl.rc_context({"svg.fonttype": "none"}):
        draw([OURS, SM], tmp_path / "plot.svg")

    drawn = (tmp_path / "plot.svg").read_text()
    assert "F1 0.60, 2,000 words/s" in drawn and "en_core_web_sm 3.8.0, 1,000 words/s" in drawn


def test_results_are_kept_and_replaced(tmp_path: Path) -> None:
    write_results(tmp_path / "kept.json", [SM, OURS])
    newer = replace(OURS, speed=1.0)

    assert merge(read_results(tmp_path / "kept.json"), [newer], compare.NAMES) == [newer, SM]
    assert read_results(tmp_path / "none.json") == []


def test_the_floor_reads_all_words_in_a_process_of_its_own(tmp_path: Path) -> None:
    write_lines(tmp_path / "pool.jsonl", ARTICLES)

    done = run(stock.BLANK, tmp_path, annotated=False)

    assert (done.words, done.articles) == (9, 2)
    assert done.words_per_second > 0 and done.peak_mb > 20 and done.load_seconds > 0


def test_what_is_not_installed_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = replace(stock.SM, modules=("no_such_module",))
    monkeypatch.setitem(compare.NAMES, "en_core_web_sm", absent)

    assert compare.choose(["en_core_web_sm", "blank"]) == [stock.BLANK]
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "no_such_module" in error and "requirements.txt" in error


def test_slow_systems_run_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = {system.name for system in SYSTEMS if system.is_slow}

    assert slow == {"smollm2"}
    assert slow.isdisjoint(system.name for system in compare.choose(None))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "dev").mkdir()
    for name in ("texts.jsonl", "gold.jsonl"):
        write_lines(tmp_path / "dev" / name, ARTICLES)
    with gzip.open(tmp_path / "pool.jsonl.gz", "wb") as pool:
        pool.write((tmp_path / "dev" / "texts.jsonl").read_bytes())
    (tmp_path / "score.py").touch()
    return tmp_path


def test_the_command_compares_the_floor(
    monkeypatch: pytest.MonkeyPatch, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["compare.py", str(corpus), "--only", "blank", "--rounds", "1"])

    assert compare.main() == 0
    assert "spaCy's blank tokenizer" in capsys.readouterr().out


def test_a_system_that_fails_is_left_out(
    monkeypatch: pytest.MonkeyPatch, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run_or_fail(system: System, folder: Path, *, annotated: bool) -> Round:
        if system == stock.SM:
            raise CalledProcessError(1, [])
        return run(system, folder, annotated=annotated)

    monkeypatch.setattr(compare, "run", run_or_fail)

    assert [result.name for result in compare.compare([stock.SM, stock.BLANK], corpus, 2, 1)] == ["blank"]
    assert "en_core_web_sm is left out" in capsys.readouterr().err


def test_a_folder_that_is_no_corpus_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["compare.py", str(tmp_path)])

    with pytest.raises(SystemExit):
        compare.main()
    assert "has no pool.jsonl.gz" in capsys.readouterr().err


def test_reading_ends_with_the_seconds() -> None:
    def endless() -> Iterator[str | None]:
        while True:
            yield None

    assert len(list(until(0, endless()))) == 1
    assert list(until(60, iter(["a", None]))) == ["a", None]


def test_values_are_whoevers_they_are() -> None:
    gold: dict[str, Any] = {
        "id": "a",
        "facts": [
            {"type": "age", "subject": "Anna Berg", "value": 29, "quote": "29"},
            {"type": "age", "subject": "Lena Roth", "value": 29, "quote": "29"},
            {"type": "team", "subject": "Lena Roth", "name": "Vik TF", "quote": "Vik TF"},
        ],
    }
    record = {"article": {"id": "a"}, "people": [{"name": "Lena Roth", "age": {"value": 29}, "birth_date": None}]}

    assert [fact["value"] for fact in impersonal_gold(gold)["facts"]] == [29]
    assert [person["age"] for person in impersonal_record(record)["people"]] == [{"value": 29}]
    assert '"birth_date": {"value": "1990"}' in to_record("a", [("birth_date", "1990")])


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Born on 1990", True),
        ("She was born in Oslo on 1990", True),
        ("She was born. In 1990", False),
        ("She won in 1990", False),
    ],
)
def test_dates_of_birth_stand_behind_born(line: str, is_one: bool) -> None:
    assert is_birth(line.replace("Born", "born"), line.index("1990")) is is_one


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on 3 May 1990 and", "1990-05-03"),
        ("in May 1990", "1990-05"),
        ("and 1990", "1990"),
        ("03/05/1990", "1990-05-03"),
    ],
)
def test_dates_as_far_as_they_are_given(words: str, date: str) -> None:
    assert to_date(words, dt.datetime(1990, 5, 3)) == date


@pytest.mark.parametrize(("timex", "date"), [("1990-05-03", "1990-05-03"), ("1990", "1990"), ("XXXX-05-03", None)])
def test_dates_of_recognizers(timex: str, date: str | None) -> None:
    assert read_date({"values": [{"timex": timex}]}) == date


def test_the_model_reads_every_word_once() -> None:
    text = "\n".join(["one two " * 200, "three " * 20, "four"])

    pieces = list(pieces_of(text))

    assert " ".join(pieces).split() == text.split()
    assert [len(piece.split()) for piece in pieces] == [300, 121]


def test_only_what_is_in_the_piece_becomes_a_fact() -> None:
    people: dict[str, Any] = {}
    person = {
        "name": "Lena Roth",
        "age": 24,
        "nationality": "Switzerland",
        "residence": "Oslo",
        "competitions": [{"event": "2018 Vik Open", "rank": 1}, {"event": "Oslo Cup"}],
    }

    add(people, person, "The Swiss Lena Roth, 24, won the 2018 Vik Open.")
    add(people, {"name": "Ida Holm", "age": 24}, "Lena Roth, 24, won.")

    assert people == {
        "Lena Roth": {
            "name": "Lena Roth",
            "age": {"value": 24},
            "nationalities": [{"value": "Switzerland"}],
            "events": [{"event": "Vik Open", "rank": 1, "date": None}],
        }
    }
