"""The tables: articles and their sources, people, athletes, evidence, warnings, rejects, verdicts, runs.

One table for each kind of fact stands in `fact_tables`. Keys are natural within an article: the number of the person
in it, the number of the fact among those of the person. `article_id`, `athlete_id` and `run_id` are small integers,
given out by the database in the order of writing; what identifies an article is its `content_key`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import sqlalchemy as sa

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
JUDGEMENTS = ("right", "wrong", "mended", "added")
RUN_STATUSES = ("running", "done", "interrupted", "failed")
metadata = sa.MetaData(naming_convention=CONVENTION)


class UtcTime(sa.types.TypeDecorator[dt.datetime]):
    """A moment: with its time zone in PostgreSQL, in UTC in SQLite, which has none."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """UTC, naive where the database knows no time zones."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """UTC, aware."""
        if value is None:
            return None
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)


def column(name: str, kind: Any, comment: str, *rest: Any, null: bool = False, **options: Any) -> sa.Column[Any]:
    """A column that is NOT NULL unless told."""
    return sa.Column(name, kind, *rest, nullable=null, comment=comment, **options)


def choice(name: str, of: Any, comment: str, *, null: bool = False) -> tuple[sa.Column[Any], sa.CheckConstraint]:
    """A text column that holds one of the values of a `Literal` of the record (or of a tuple), and its CHECK."""
    values = ", ".join(f"'{value}'" for value in (of if isinstance(of, tuple) else get_args(of)))
    return column(name, sa.Text, comment, null=null), sa.CheckConstraint(f"{name} IN ({values})", name=name)


def article_part(name: str, *parts: Any, key: tuple[str, ...], comment: str) -> sa.Table:
    """A table whose rows belong to an article: they go when it goes."""
    return sa.Table(
        name,
        metadata,
        column("article_id", sa.Integer, "The article, see articles."),
        *parts,
        sa.PrimaryKeyConstraint("article_id", *key),
        comment=comment,
        sqlite_with_rowid=False,
    )


def person_reference() -> tuple[Any, ...]:
    """The column and the foreign key of what is said about a person of an article."""
    return (
        column("person_no", sa.Integer, "The person in the article, see people."),
        sa.ForeignKeyConstraint(
            ["article_id", "person_no"], ["people.article_id", "people.person_no"], ondelete="CASCADE"
        ),
    )


def span_columns() -> tuple[Any, ...]:
    """A run of the article's text."""
    return (
        column("span_no", sa.Integer, "Counts the spans, from 0."),
        column("start_offset", sa.Integer, "Where the span begins in the text: code points, from 0."),
        column("end_offset", sa.Integer, "Where it ends, exclusive."),
        column("text", sa.Text, "The characters of the span, as in the article."),
        sa.CheckConstraint("start_offset >= 0 AND end_offset > start_offset", name="offsets"),
    )


runs = sa.Table(
    "runs",
    metadata,
    column("run_id", sa.Integer, "Counts the runs.", primary_key=True),
    column("version", sa.Text, "Version of bioextract."),
    column("model", sa.Text, "Name and version of the model."),
    column("config", sa.Text, "Hash of the settings that matter to the facts."),
    column("command", sa.Text, "The command line, passwords left out.", null=True),
    *choice("status", RUN_STATUSES, "running, done, interrupted or failed; one that was killed stays running."),
    column("started_at", UtcTime, "When the run began."),
    column("committed_at", UtcTime, "When it last committed something.", null=True),
    column("ended_at", UtcTime, "When it ended; null while it runs, and for one that was killed.", null=True),
    column("articles", sa.Integer, "Articles written, or found to be the same when they were done again."),
    column("skipped", sa.Integer, "Articles left out because they were there already."),
    column("people", sa.Integer, "People in the articles written."),
    column("facts", sa.Integer, "Facts in the articles written."),
    column("rejected", sa.Integer, "Articles that gave no record."),
    column("pruned", sa.Integer, "Sources deleted by --prune."),
    comment="One row a run of bioextract.",
)
articles = sa.Table(
    "articles",
    metadata,
    column("article_id", sa.Integer, "Number of the article in this database.", primary_key=True),
    column("content_key", sa.Text, "SHA-256 of text, title and date of publication as read: one row for each content."),
    column("id", sa.Text, "sha256: and the hash of the UTF-8 text, as in the record."),
    column("source", sa.Text, "Path, URL or file.jsonl#id; the first in code point order if there are several."),
    column("title", sa.Text, "The title.", null=True),
    column("published", sa.Date, "Day of publication.", null=True),
    *choice(
        "published_from",
        ("document", "path", "option"),
        "Where the day was read: document, path or option.",
        null=True,
    ),
    column("language", sa.Text, "Language of the text."),
    column("characters", sa.Integer, "Length of the text in code points."),
    column("main_subject", sa.Text, "Name of the person whom the article is about.", null=True),
    column("text", sa.Text, "The text; kept if cut out of a web page, or with --keep-text.", null=True),
    column("schema_version", sa.Text, "Version of the form of the record."),
    column("extractor_version", sa.Text, "Version of bioextract that made the record."),
    column("extractor_model", sa.Text, "Name and version of the model."),
    column("extractor_config", sa.Text, "Hash of the settings that matter to the facts."),
    column("record_key", sa.Text, "Hash of what the record says; the facts are written again when it changes."),
    column(
        "run_id",
        sa.Integer,
        "The run that wrote the facts.",
        sa.ForeignKey("runs.run_id", ondelete="SET NULL"),
        null=True,
    ),
    sa.CheckConstraint("characters >= 0", name="characters"),
    sa.UniqueConstraint("content_key"),
    comment="One row for each content (text, title, date of publication), however many sources hold it.",
)
sources = sa.Table(
    "sources",
    metadata,
    column("source_key", sa.Text, "SHA-256 of source, which may be too long for an index.", primary_key=True),
    column("source", sa.Text, "Path, URL or file.jsonl#id."),
    column("article_id", sa.Integer, "What it holds, see articles.", sa.ForeignKey("articles.article_id"), index=True),
    comment="The ledger: which sources are done, and what they hold.",
    sqlite_with_rowid=False,
)
athletes = sa.Table(
    "athletes",
    metadata,
    column("athlete_id", sa.Integer, "Number of the athlete in this database.", primary_key=True),
    column("name", sa.Text, "The full name, accents kept."),
    column(
        "identity",
        sa.Text,
        "The name as it is compared; for a single name, also the one place that has it.",
        index=True,
    ),
    comment="One row an athlete, over all articles: see the rule of identity in the manual.",
)
people = article_part(
    "people",
    column("person_no", sa.Integer, "Counts the people of the article, from 0; the main subject is first."),
    column("athlete_id", sa.Integer, "Who it is, see athletes.", sa.ForeignKey("athletes.athlete_id"), index=True),
    column("name", sa.Text, "The name in this article."),
    column("is_main_subject", sa.Boolean, "Whether the article is about this person."),
    column("olympic_count", sa.BigInteger, "Olympic Games taken part in, read off counts.", null=True),
    column("marathon_count", sa.BigInteger, "Marathons run, read off counts.", null=True),
    column("world_championship_count", sa.BigInteger, "World Championships taken part in, read off counts.", null=True),
    column("signature", sa.Text, "What must not conflict within one athlete: birth date, nationalities, sports."),
    column("telling", sa.Text, "Hash of the compared name, the signature and the name: one athlete.", index=True),
    sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], ondelete="CASCADE"),
    key=("person_no",),
    comment="One row for each person of each article.",
)
aliases = article_part(
    "aliases",
    *person_reference(),
    column("alias_no", sa.Integer, "Counts the other forms, from 0."),
    column("alias", sa.Text, "Another form of the person's name in the article."),
    key=("person_no", "alias_no"),
    comment="Other forms of a person's name in an article.",
)
evidence = article_part(
    "evidence",
    *person_reference(),
    column("fact_no", sa.Integer, "The fact: the row of the same article, person and number in a table of facts."),
    *span_columns(),
    key=("person_no", "fact_no", "span_no"),
    comment="The spans of the text that show a fact; every fact has at least one.",
)
warnings = article_part(
    "warnings",
    column("warning_no", sa.Integer, "Counts the warnings of the article, from 0."),
    column("code", sa.Text, "Kind of warning, such as conflict.age."),
    column("message", sa.Text, "One sentence for a person."),
    sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], ondelete="CASCADE"),
    key=("warning_no",),
    comment="What a careful reader would want to know, such as two statements that contradict each other.",
)
warning_evidence = article_part(
    "warning_evidence",
    column("warning_no", sa.Integer, "The warning, see warnings."),
    *span_columns(),
    sa.ForeignKeyConstraint(
        ["article_id", "warning_no"], ["warnings.article_id", "warnings.warning_no"], ondelete="CASCADE"
    ),
    key=("warning_no", "span_no"),
    comment="The spans of the text that show a warning.",
)
rejects = sa.Table(
    "rejects",
    metadata,
    column("source_key", sa.Text, "SHA-256 of source, which may be too long for an index.", primary_key=True),
    column("source", sa.Text, "Path, or path#id, of what could not be used."),
    column("line", sa.Integer, "Line in the file.", null=True),
    column("stage", sa.Text, "read or extract."),
    column("error", sa.Text, "Class of the error."),
    column("message", sa.Text, "One sentence for a person."),
    column("attempts", sa.Integer, "How often it was tried, over all runs."),
    column("version", sa.Text, "Version of bioextract that tried last."),
    column("rejected_at", UtcTime, "When it was tried last."),
    column(
        "run_id",
        sa.Integer,
        "The run that tried last.",
        sa.ForeignKey("runs.run_id", ondelete="SET NULL"),
        null=True,
    ),
    sa.CheckConstraint("attempts >= 1", name="attempts"),
    comment="What could not be used; a row goes when its source is done.",
    sqlite_with_rowid=False,
)
verdicts = sa.Table(
    "verdicts",
    metadata,
    column("verdict_key", sa.Text, "Hash of what is judged: article, person, kind, spans, fields.", primary_key=True),
    column(
        "id", sa.Text, "The article's text, as in articles.id: of another text the verdict says nothing.", index=True
    ),
    column("person", sa.Text, "Name of the person in the article."),
    column("kind", sa.Text, "The kind of fact, as in the view facts."),
    column("start_offset", sa.Integer, "Where the evidence begins in the text: code points, from 0."),
    column("end_offset", sa.Integer, "Where it ends, exclusive."),
    *choice("verdict", JUDGEMENTS, "right, wrong, mended (fact is right instead) or added (fact was missed)."),
    column("judged", sa.Text, "The fact as it was shown, in the form of the record (JSON).", null=True),
    column("fact", sa.Text, "What is right instead, or was missed, in the form of the record (JSON).", null=True),
    column("judged_at", UtcTime, "When it was judged."),
    sa.CheckConstraint("start_offset >= 0 AND end_offset > start_offset", name="offsets"),
    comment="What people say of facts. The tables of facts and people hold the facts as they are with the verdicts.",
    sqlite_with_rowid=False,
)
extracted = article_part(
    "extracted",
    column("statements", sa.Text, "people and warnings of the record (JSON), as the extractor told them."),
    sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], ondelete="CASCADE"),
    key=(),
    comment="What the extractor says of the articles that have verdicts.",
)
