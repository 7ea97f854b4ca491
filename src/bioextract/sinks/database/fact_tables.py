"""One table a kind of fact, with the fields of the record as columns.

A date of the record, which may be a year or a month, is two columns: the first day of the period, and its precision.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bioextract import records
from bioextract.sinks.database.schema import article_part, choice, column, person_reference


def _fact_table(name: str, *fields: Any, comment: str) -> sa.Table:
    return article_part(
        name,
        *person_reference(),
        column("fact_no", sa.Integer, "Counts the facts of the person in this article, over all tables, from 0."),
        *fields,
        column("confidence", sa.Double, "Probability that the fact is right."),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        key=("person_no", "fact_no"),
        comment=comment,
    )


def _date(name: str, precision: str, what: str) -> tuple[Any, ...]:
    """The columns of a date that may be a month or a year."""
    return (
        column(name, sa.Date, f"{what}; the first day of a month or a year.", null=True),
        *choice(precision, records.Precision, f"How exact {name} is: day, month or year.", null=True),
        sa.CheckConstraint(f"({name} IS NULL) = ({precision} IS NULL)", name=f"{name}_precise"),
    )


def _period() -> tuple[Any, ...]:
    return (*_date("start_date", "start_precision", "Since when"), *_date("end_date", "end_precision", "Until when"))


def _deal(of: str) -> tuple[Any, ...]:
    return (
        column("name", sa.Text, f"Name of the {of}.", null=True),
        column("description", sa.Text, f"What the text calls the {of} where it has no name.", null=True),
        *choice("status", records.DealStatus, "current, former or future."),
        *_period(),
        sa.CheckConstraint("name IS NOT NULL OR description IS NOT NULL", name="told"),
    )


ages = _fact_table(
    "ages",
    column("value", sa.Integer, "Years at the time of the article."),
    *_date("as_of", "as_of_precision", "Date of the article"),
    sa.CheckConstraint("value >= 0 AND value <= 130", name="value"),
    comment="How old people are.",
)
birth_dates = _fact_table(
    "birth_dates",
    column("value", sa.Text, "ISO date as far as it is given: 1981, 1981-10 or 1981-10-07."),
    *_date("date", "date_precision", "The same as a date"),
    comment="When people were born.",
)
birth_places = _fact_table(
    "birth_places", column("value", sa.Text, "As written, without the preposition."), comment="Where people were born."
)
nationalities = _fact_table(
    "nationalities",
    column("value", sa.Text, "The country's common English name."),
    column("code", sa.Text, "Its IOC code of three letters.", null=True),
    sa.CheckConstraint("length(code) = 3", name="code"),
    comment="Which countries people are of.",
)
residences = _fact_table(
    "residences",
    column("value", sa.Text, "The place."),
    *choice("status", records.Status, "current or former."),
    *_period(),
    comment="Where people live or lived.",
)
disciplines = _fact_table(
    "disciplines",
    column("value", sa.Text, "In lower case, in the words of the text."),
    comment="What people do.",
)
counts = _fact_table(
    "counts",
    column("event", sa.Text, "Canonical name of the event, or a kind of event such as marathon."),
    *choice("what", records.What, "appearances, titles, gold, silver, bronze or medals."),
    column("value", sa.BigInteger, "How many."),
    *choice("qualifier", records.Qualifier, "exact, at_least or about."),
    sa.CheckConstraint("value >= 0", name="value"),
    comment="How many times, over a career so far.",
)
sponsors = _fact_table("sponsors", *_deal("sponsor"), comment="Who pays, equips or employs people.")
teams = _fact_table("teams", *_deal("team"), comment="Clubs, teams, running groups, schools, universities.")
relations = _fact_table(
    "relations",
    *choice("role", records.RelationRole, "What the other is to the person: coach, spouse, parent, ..."),
    column("name", sa.Text, "Name of the other."),
    *choice("status", records.Status, "current or former."),
    comment="Who is what to people.",
)
marks = _fact_table(
    "marks",
    *choice("kind", records.MarkKind, "personal_best, season_best, a kind of record, ..."),
    column("mark", sa.Text, "As written: 2:05:42, 8.95m."),
    column("discipline", sa.Text, "In what.", null=True),
    column("amount", sa.Double, "The mark as a number, in unit.", null=True),
    *choice("unit", records.Unit, "s, m, kg or points.", null=True),
    *_date("date", "date_precision", "When it was set"),
    column("event", sa.Text, "Where it was set.", null=True),
    comment="Performances told as a best or a record.",
)
participations = _fact_table(
    "participations",
    column("event", sa.Text, "Canonical name of the competition."),
    column("event_text", sa.Text, "The competition in the words of the text.", null=True),
    *_date("date", "date_precision", "When it takes place"),
    column("date_text", sa.Text, "The date in the words of the text.", null=True),
    column("place", sa.Text, "Where it takes place.", null=True),
    column("discipline", sa.Text, "In what.", null=True),
    *choice("status", records.ParticipationStatus, "past, upcoming, hoped, missed or dnf."),
    column("rank", sa.BigInteger, "Place in the result.", null=True),
    *choice("rank_qualifier", ("exact", "top", "outside"), "exact, top (at least so good) or outside.", null=True),
    *choice("medal", records.Medal, "gold, silver or bronze.", null=True),
    column("mark", sa.Text, "The result as written: 2:05:42, 3-1.", null=True),
    sa.CheckConstraint("rank >= 1", name="rank"),
    comment="One person at one competition in one discipline.",
)

TABLES: dict[str, sa.Table] = {
    "age": ages,
    "birth_date": birth_dates,
    "birth_place": birth_places,
    "nationality": nationalities,
    "residence": residences,
    "discipline": disciplines,
    "count": counts,
    "sponsor": sponsors,
    "team": teams,
    "relation": relations,
    "mark": marks,
    "participation": participations,
}
"""The table of each kind of fact, kinds in the order of `kinds.FIELDS`."""
