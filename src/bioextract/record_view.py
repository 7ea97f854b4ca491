"""One record as a person reads it on a terminal: facts by person, each with its evidence in its sentence.

Articles are not trusted: their text is shown as it is, neither as markup nor as commands to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bioextract.context import Bounds, find_context, find_sentences
from bioextract.kinds import iterate_facts
from bioextract.records import Fact, Person, Record, Span
from bioextract.table import one_line
from bioextract.wording import describe, name_kind

EVIDENCE, QUIET = "bold yellow", "dim"


def show_record(record: Record, text: str, *, brackets: bool) -> RenderableType:
    """The article's head line, the facts of each person, and the warnings.

    `text` is the article's, whose evidence the record holds. With `brackets` evidence stands in them: for where there
    are no colours.
    """
    article = record.article
    head = " · ".join(filter(None, [article.title, article.published, article.source])) or article.id
    sentences = find_sentences(text, article.title)
    parts: list[RenderableType] = [_plain(head, QUIET)]
    if not record.people:
        parts.append(Text("No facts about people were found."))
    for person in record.people:
        parts += [Text(), _show_name(person), _show_facts(person, text, sentences, brackets)]
    if record.warnings:
        parts += [Text(), *(_plain(f"Warning: {warning.message}", "yellow") for warning in record.warnings)]
    return Group(*parts)


def _show_name(person: Person) -> Text:
    also = [_plain(f"also: {', '.join(person.aliases)}", QUIET)] if person.aliases else []
    return Text("  ").join([_plain(person.name, "bold"), *also])


def _show_facts(person: Person, text: str, sentences: list[Bounds], brackets: bool) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for kind, fact in iterate_facts(person):
        wording = describe(kind, fact.model_dump())
        said = Text(" · ").join([_plain(wording.main, "bold"), *map(_plain, wording.details)])
        shown = Text(" … ").join(_contexts(fact, text, sentences, brackets))
        table.add_row(name_kind(kind), said.append("\n").append_text(shown), f"{fact.confidence:.0%}")
    return Padding(table, (0, 0, 0, 2))


def _contexts(fact: Fact, text: str, sentences: list[Bounds], brackets: bool) -> Iterator[Text]:
    """The sentences of the evidence, each once, with the evidence marked."""
    found: list[tuple[Bounds, list[Span]]] = []
    for span in sorted(fact.evidence, key=lambda span: (span.start, span.end)):
        begin, end = find_context(text, sentences, span.start, span.end)
        if found and begin <= found[-1][0][1]:
            (first, last), spans = found.pop()
            found.append(((first, max(last, end)), [*spans, span]))
        else:
            found.append(((begin, end), [span]))
    for (begin, end), spans in found:
        yield _mark(text, begin, end, spans, "[]" if brackets else ("", ""))


def _mark(text: str, begin: int, end: int, spans: list[Span], signs: str | tuple[str, str]) -> Text:
    """The text from `begin` to `end`; what of a span lies in one before it is not marked again."""
    shown = Text(style=QUIET, end="")
    for span in spans:
        if span.end <= begin:
            continue
        start = max(begin, span.start)
        shown.append(_flatten(text[begin:start]))
        shown.append(signs[0] + _flatten(text[start : span.end]) + signs[1], f"not dim {EVIDENCE}")
        begin = span.end
    return shown.append(_flatten(text[begin:end]))


def _flatten(text: str) -> str:
    """Like `one_line`, but white space at the ends stays."""
    lead, tail = text[:1].isspace(), text[-1:].isspace()
    middle = one_line(text)
    return f"{' ' * lead}{middle}{' ' * (tail and bool(middle))}"


def _plain(text: str, style: str = "") -> Text:
    return Text(one_line(text), style)
