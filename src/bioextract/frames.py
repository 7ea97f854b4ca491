"""Records as flat rows, one table a kind of fact, one of people and one of articles; and as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from bioextract.kinds import FIELDS, iterate_facts
from bioextract.records import DERIVED, Fact, Person, Record
from bioextract.verdicts.verdict import FACT_TYPES, NOT_FIELDS, extent

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
WHOSE: dict[str, type] = {"article": str, "source": str, "published": str, "person": str}
SHOWN: dict[str, type] = {"confidence": float, "evidence": str, "evidence_start": int, "evidence_end": int}
LARGEST = 2**63 - 1
BETWEEN_SPANS = " … "


def _fields_of(kind: str) -> dict[str, type]:
    """The fields of a kind with the types of their values: str, int or float."""
    fields = FACT_TYPES[kind].model_fields
    return {name: _type_of(field.annotation) for name, field in fields.items() if name not in NOT_FIELDS}


def _type_of(annotation: Any) -> type:
    types = {annotation, *get_args(annotation)}
    return next((kind for kind in (int, float) if kind in types), str)


COLUMNS: dict[str, dict[str, type]] = {
    "articles": {
        **{"article": str, "source": str, "title": str, "published": str, "published_from": str, "language": str},
        **{"characters": int, "main_subject": str, "extractor_version": str, "extractor_model": str, "facts": int},
    },
    "people": {**WHOSE, "aliases": str, **dict.fromkeys(sorted(DERIVED), int), "facts": int},
    **{kind: {**WHOSE, **_fields_of(kind), **SHOWN} for kind in FIELDS},
}
"""The tables by name, and the columns of each with the types of their values; any value may be None."""


def tabulate(record: Record) -> Iterator[tuple[str, Row]]:
    """The rows of a record: the name of the table, and the values by column."""
    article = record.article
    facts = 0
    for person in record.people:
        whose = {"article": article.id, "source": article.source, "published": article.published, "person": person.name}
        told = list(iterate_facts(person))
        facts += len(told)
        yield "people", {**whose, **_person_row(person), "facts": len(told)}
        for kind, fact in told:
            yield kind, {**whose, **_fact_row(fact)}
    yield (
        "articles",
        {
            "article": article.id,
            **article.model_dump(exclude={"id"}),
            "main_subject": record.main_subject,
            "extractor_version": record.extractor.version,
            "extractor_model": record.extractor.model,
            "facts": facts,
        },
    )


def records_to_frames(records: Iterable[Record]) -> dict[str, pd.DataFrame]:
    """The records as DataFrames by name: `articles`, `people`, and one a kind of fact (`age`, `participation`, ...).

    Columns and their order are always the same, also of a kind without facts; whole numbers are `Int64`, others
    `Float64`, texts `string`; dates are texts as far as they are given (2019-10). Several spans of evidence are joined
    by " … ", `evidence_start` and `evidence_end` are those of them all. Raises `ImportError` without pandas.
    """
    import pandas as pd

    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for record in records:
        for name, row in tabulate(record):
            rows[name].append(row)
    kinds: dict[type, Any] = {int: "Int64", float: "Float64", str: "string"}
    return {
        name: pd.DataFrame(
            {
                column: pd.array([row[column] for row in rows[name]], dtype=kinds[kind])
                for column, kind in columns.items()
            }
        )
        for name, columns in COLUMNS.items()
    }


def _person_row(person: Person) -> Row:
    return {"aliases": "; ".join(person.aliases), **{name: _fit(getattr(person, name)) for name in DERIVED}}


def _fit(value: Any) -> Any:
    """A whole number beyond 64 bits is the largest one, as in a database."""
    return min(value, LARGEST) if isinstance(value, int) else value


def _fact_row(fact: Fact) -> Row:
    fields = {name: _fit(value) for name, value in fact.model_dump().items()}
    start, end = extent(fields.pop("evidence"))
    evidence = BETWEEN_SPANS.join(span.text for span in fact.evidence)
    return fields | {"evidence": evidence, "evidence_start": start, "evidence_end": end}
