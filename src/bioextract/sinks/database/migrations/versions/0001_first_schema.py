"""The first schema. What it makes never changes again, so it takes nothing from the package."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables."""
    _make_runs()
    _make_articles()
    _make_people()
    _make_warnings()
    _make_rejects()
    _make_plain_facts()
    _make_dated_facts()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def _whole(name: str, *, null: bool = False, kind: Any = sa.Integer) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=null)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _choice(table: str, name: str, values: str, *, null: bool = False) -> tuple[Any, ...]:
    allowed = ", ".join(f"'{value}'" for value in values.split())
    return _text(name, null=null), _check(table, name, f"{name} IN ({allowed})")


def _date(table: str, name: str, precision: str) -> tuple[Any, ...]:
    return (
        sa.Column(name, sa.Date, nullable=True),
        *_choice(table, precision, "day month year", null=True),
        _check(table, f"{name}_precise", f"({name} IS NULL) = ({precision} IS NULL)"),
    )


def _reference(table: str, to: str, *columns: str, then: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    targets = [f"{to}.{column}" for column in columns]
    return sa.ForeignKeyConstraint(list(columns), targets, name=op.f(f"fk_{table}_{to}"), ondelete=then)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _span(table: str) -> tuple[Any, ...]:
    condition = "start_offset >= 0 AND end_offset > start_offset"
    offsets = _whole("span_no"), _whole("start_offset"), _whole("end_offset")
    return *offsets, _text("text"), _check(table, "offsets", condition)


def _make_runs() -> None:
    op.create_table(
        "runs",
        _whole("run_id"),
        *(_text("version"), _text("model"), _text("config"), _text("command", null=True)),
        *_choice("runs", "status", "running done interrupted failed"),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("committed_at", TIME, nullable=True),
        sa.Column("ended_at", TIME, nullable=True),
        *(_whole(name) for name in ("articles", "skipped", "people", "facts", "rejected", "pruned")),
        _key("runs", "run_id"),
    )


def _make_articles() -> None:
    op.create_table(
        "articles",
        _whole("article_id"),
        *(_text("content_key"), _text("id"), _text("source"), _text("title", null=True)),
        sa.Column("published", sa.Date, nullable=True),
        *_choice("articles", "published_from", "document path option", null=True),
        *(_text("language"), _whole("characters"), _text("main_subject", null=True), _text("text", null=True)),
        *(_text(f"{name}") for name in ("schema_version", "extractor_version", "extractor_model", "extractor_config")),
        *(_text("record_key"), _whole("run_id", null=True)),
        _check("articles", "characters", "characters >= 0"),
        _reference("articles", "runs", "run_id", then="SET NULL"),
        _key("articles", "article_id"),
        sa.UniqueConstraint("content_key", name=op.f("uq_articles_content_key")),
    )
    op.create_table(
        "sources",
        *(_text("source_key"), _text("source"), _whole("article_id")),
        _reference("sources", "articles", "article_id", then=None),
        _key("sources", "source_key"),
        sqlite_with_rowid=False,
    )
    _index("sources", "article_id")


def _make_people() -> None:
    op.create_table("athletes", _whole("athlete_id"), _text("name"), _text("identity"), _key("athletes", "athlete_id"))
    _index("athletes", "identity")
    counts = ("olympic_count", "marathon_count", "world_championship_count")
    op.create_table(
        "people",
        *(_whole("article_id"), _whole("person_no"), _whole("athlete_id"), _text("name")),
        sa.Column("is_main_subject", sa.Boolean, nullable=False),
        *(_whole(name, null=True, kind=sa.BigInteger) for name in counts),
        *(_text("signature"), _text("telling")),
        _reference("people", "articles", "article_id"),
        _reference("people", "athletes", "athlete_id", then=None),
        _key("people", "article_id", "person_no"),
        sqlite_with_rowid=False,
    )
    _index("people", "athlete_id")
    _index("people", "telling")
    _make_part("aliases", _whole("alias_no"), _text("alias"), key="alias_no")
    _make_part("evidence", _whole("fact_no"), *_span("evidence"), key="fact_no span_no")


def _make_warnings() -> None:
    op.create_table(
        "warnings",
        *(_whole("article_id"), _whole("warning_no"), _text("code"), _text("message")),
        _reference("warnings", "articles", "article_id"),
        _key("warnings", "article_id", "warning_no"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "warning_evidence",
        *(_whole("article_id"), _whole("warning_no"), *_span("warning_evidence")),
        _reference("warning_evidence", "warnings", "article_id", "warning_no"),
        _key("warning_evidence", "article_id", "warning_no", "span_no"),
        sqlite_with_rowid=False,
    )


def _make_rejects() -> None:
    op.create_table(
        "rejects",
        *(_text("source_key"), _text("source"), _whole("line", null=True)),
        *(_text("stage"), _text("error"), _text("message"), _whole("attempts"), _text("version")),
        sa.Column("rejected_at", TIME, nullable=False),
        _whole("run_id", null=True),
        _check("rejects", "attempts", "attempts >= 1"),
        _reference("rejects", "runs", "run_id", then="SET NULL"),
        _key("rejects", "source_key"),
        sqlite_with_rowid=False,
    )


def _make_part(name: str, *columns: Any, key: str) -> None:
    """A table about a person of an article."""
    op.create_table(
        name,
        *(_whole("article_id"), _whole("person_no"), *columns),
        _reference(name, "people", "article_id", "person_no"),
        _key(name, "article_id", "person_no", *key.split()),
        sqlite_with_rowid=False,
    )


def _make_facts(name: str, *columns: Any) -> None:
    confidence = sa.Column("confidence", sa.Double, nullable=False)
    limits = _check(name, "confidence", "confidence >= 0 AND confidence <= 1")
    _make_part(name, _whole("fact_no"), *columns, confidence, limits, key="fact_no")


def _make_plain_facts() -> None:
    _make_facts("birth_places", _text("value"))
    code = _check("nationalities", "code", "length(code) = 3")
    _make_facts("nationalities", _text("value"), _text("code", null=True), code)
    _make_facts("disciplines", _text("value"))
    _make_facts(
        "counts",
        _text("event"),
        *_choice("counts", "what", "appearances titles gold silver bronze medals"),
        _whole("value", kind=sa.BigInteger),
        *_choice("counts", "qualifier", "exact at_least about"),
        _check("counts", "value", "value >= 0"),
    )
    roles = "coach spouse partner parent child sibling agent pacemaker training_partner"
    role, status = _choice("relations", "role", roles), _choice("relations", "status", "current former")
    _make_facts("relations", *role, _text("name"), *status)


def _make_dated_facts() -> None:
    age = _check("ages", "value", "value >= 0 AND value <= 130")
    _make_facts("ages", _whole("value"), *_date("ages", "as_of", "as_of_precision"), age)
    _make_facts("birth_dates", _text("value"), *_date("birth_dates", "date", "date_precision"))
    status = _choice("residences", "status", "current former")
    _make_facts("residences", _text("value"), *status, *_period("residences"))
    for table in ("sponsors", "teams"):
        status = _choice(table, "status", "current former future")
        told = _check(table, "told", "name IS NOT NULL OR description IS NOT NULL")
        names = _text("name", null=True), _text("description", null=True)
        _make_facts(table, *names, *status, *_period(table), told)
    kinds = "personal_best season_best national_record area_record world_record course_record other_record"
    _make_facts(
        "marks",
        *(*_choice("marks", "kind", kinds), _text("mark"), _text("discipline", null=True)),
        sa.Column("amount", sa.Double, nullable=True),
        *(*_choice("marks", "unit", "s m kg points", null=True), *_date("marks", "date", "date_precision")),
        _text("event", null=True),
    )
    _make_participations()


def _period(table: str) -> tuple[Any, ...]:
    return *_date(table, "start_date", "start_precision"), *_date(table, "end_date", "end_precision")


def _make_participations() -> None:
    table = "participations"
    _make_facts(
        table,
        *(_text("event"), _text("event_text", null=True)),
        *_date(table, "date", "date_precision"),
        *(_text(name, null=True) for name in ("date_text", "place", "discipline")),
        *_choice(table, "status", "past upcoming hoped missed dnf"),
        _whole("rank", null=True, kind=sa.BigInteger),
        *_choice(table, "rank_qualifier", "exact top outside", null=True),
        *_choice(table, "medal", "gold silver bronze", null=True),
        _text("mark", null=True),
        _check(table, "rank", "rank >= 1"),
    )
