"""Runs as a person reads them on a terminal.

Articles are not trusted: their text is shown as it is, neither as markup nor as commands to the terminal.
"""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bioextract.kinds import FIELDS
from bioextract.records import Count, Deal, Participation, Person, Record
from bioextract.runs.summary import Summary

WIDTH_OF_A_FILE = 120
SHOWN_EVENTS = 2
# They turn the direction of a text, so that it reads as something else.
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def open_console(stream: IO[str] | None = None) -> Console:
    """A console on `stream` (default: stderr) that shows text as it is; wide enough for a table in a file or a pipe."""
    stream = stream or sys.stderr
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    width = None if stream.isatty() else WIDTH_OF_A_FILE
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False)


def show_athletes(records: Iterable[Record]) -> Table:
    """One row an article: its main subject (else its first person), and the facts most asked for."""
    table = _table("Name", "Age", "Nationality", "Discipline", "Olympics", "Marathons", "Sponsors", "Events")
    for record in records:
        person = next((p for p in record.people if p.name == record.main_subject), None) or record.people[0]
        table.add_row(*map(_plain, _cells_of_athlete(person)))
    return table


def show_summary(summary: Summary) -> Text:
    """Numbers of articles, people, facts by kind and rejects, and the seconds that the run took."""
    facts = ", ".join(f"{kind} {summary.facts[kind]}" for kind in FIELDS if summary.facts[kind])
    skipped = f"{summary.skipped} skipped (there already), " if summary.skipped else ""
    lines = [
        f"{_count(summary.articles, 'article')}, {skipped}{_count(summary.people, 'person', 'people')}, "
        f"{_count(summary.facts.total(), 'fact')}, {summary.rejected} rejected, {summary.seconds:.1f} s",
        *([f"facts: {facts}"] if facts else []),
    ]
    return Text("\n".join(lines))


def one_line(text: str) -> str:
    """Text without line breaks and control characters, safe to print on a terminal.

    >>> one_line("a\\tname\\x1b[31m in\\nred")
    'a name�[31m in red'
    """
    return "".join("\ufffd" if _is_control(c) else c for c in " ".join(text.split()))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in BIDI_CONTROLS


def say(console: Console, text: str) -> None:
    """Prints one line however narrow the terminal; a traceback keeps its lines."""
    console.print(Text("\n".join(map(one_line, text.splitlines()))), soft_wrap=True)


def _cells_of_athlete(person: Person) -> Iterator[str]:
    yield person.name
    yield str(person.age.value) if person.age else ""
    yield ", ".join(fact.value for fact in person.nationalities)
    yield ", ".join(fact.value for fact in person.disciplines)
    yield _show_count(person, "Olympic Games")
    yield _show_count(person, "marathon")
    yield "; ".join(_deal(sponsor) for sponsor in person.sponsors)
    more = len(person.events) - SHOWN_EVENTS
    yield "; ".join([*map(_event, person.events[:SHOWN_EVENTS]), *([f"{more} more"] if more > 0 else [])])


def _show_count(person: Person, event: str) -> str:
    signs = {"exact": "", "at_least": "≥ ", "about": "≈ "}
    counts: Iterable[Count] = (c for c in person.counts if c.what == "appearances" and c.event == event)
    return next((f"{signs[c.qualifier]}{c.value}" for c in counts), "")


def _deal(deal: Deal) -> str:
    return (deal.name or deal.description or "") + ("" if deal.status == "current" else f" ({deal.status})")


def _event(event: Participation) -> str:
    result = f"no. {event.rank}" if event.rank and event.rank_qualifier in (None, "exact") else ""
    status = "" if event.status == "past" else event.status
    notes = ", ".join(filter(None, [status, result, event.mark]))
    name = f"{event.event} {event.date[:4]}" if event.date else event.event
    return f"{name} ({notes})" if notes else name


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _table(*columns: str) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _plain(text: str) -> Text:
    return Text(one_line(text))
