"""The views that answer the first questions. They hold no data, and are made anew with every change of the schema."""

from __future__ import annotations

import sqlalchemy as sa

# What each article says of a value that an athlete can have but one of, as text, in words that can be compared.
ATHLETE_VALUES = """
SELECT p.athlete_id, a.article_id, a.source, a.published, told.what, told.value, told.confidence
FROM people p
JOIN articles a ON a.article_id = p.article_id
JOIN (
    SELECT article_id, person_no, 'age' AS what, CAST(value AS TEXT) AS value, confidence FROM ages
    UNION ALL SELECT article_id, person_no, 'birth date', value, confidence FROM birth_dates
    UNION ALL SELECT article_id, person_no, 'birth place', value, confidence FROM birth_places
    UNION ALL SELECT article_id, person_no, 'nationality', {nationality}, MIN(confidence)
        FROM ({nationalities}) n GROUP BY article_id, person_no
    UNION ALL SELECT article_id, person_no, 'residence', {residence}, MIN(confidence)
        FROM ({residences}) r GROUP BY article_id, person_no
    UNION ALL SELECT article_id, person_no, what || ': ' || event,
        CASE qualifier WHEN 'at_least' THEN '>= ' WHEN 'about' THEN '~ ' ELSE '' END || CAST(value AS TEXT), confidence
        FROM counts
    UNION ALL SELECT article_id, person_no, REPLACE(kind, '_', ' ') || COALESCE(': ' || discipline, ''), mark,
        confidence
        FROM marks
) told ON told.article_id = p.article_id AND told.person_no = p.person_no
"""
# The order in which the latest is first: undated articles are the oldest.
LATEST_FIRST = "published DESC NULLS LAST, confidence DESC, article_id, value"
# Counted from both ends, an article's numbers add up to that of all and one: windows cannot COUNT(DISTINCT).
ATHLETE_LATEST = f"""
SELECT athlete_id, what, value, published, article_id, source, confidence, articles
FROM (
    SELECT v.*, ROW_NUMBER() OVER (PARTITION BY athlete_id, what ORDER BY {LATEST_FIRST}) AS place,
        DENSE_RANK() OVER (PARTITION BY athlete_id, what ORDER BY article_id)
            + DENSE_RANK() OVER (PARTITION BY athlete_id, what ORDER BY article_id DESC) - 1 AS articles
    FROM athlete_values v
) ranked
WHERE place = 1
"""
# An age grows with the years, so that years of birth are compared. Birth dates of one athlete never conflict.
ATHLETE_DISAGREEMENTS = """
SELECT told.athlete_id, told.what, told.value, told.articles, told.first_published, told.last_published,
    told.value = told.latest AS is_latest
FROM (
    SELECT v.*, COUNT(*) OVER (PARTITION BY athlete_id, what) AS variants,
        MAX(last_birth) OVER (PARTITION BY athlete_id, what)
            - MIN(first_birth) OVER (PARTITION BY athlete_id, what) AS years
    FROM (
        SELECT athlete_id, what, value, latest, COUNT(DISTINCT article_id) AS articles,
            MIN(published) AS first_published, MAX(published) AS last_published,
            MIN(CASE WHEN what = 'age' THEN {year} - CAST(value AS INTEGER) END) AS first_birth,
            MAX(CASE WHEN what = 'age' THEN {year} - CAST(value AS INTEGER) END) AS last_birth
        FROM (
            SELECT a.*, FIRST_VALUE(value) OVER (PARTITION BY athlete_id, what ORDER BY {latest_first}) AS latest
            FROM athlete_values a
        ) dated
        GROUP BY athlete_id, what, value, latest
    ) v
) told
WHERE told.variants > 1 AND told.what <> 'birth date' AND (told.what <> 'age' OR told.years > 1)
"""
# One pass over each table: the time of a subquery for each athlete would grow with the square of their number.
ATHLETE_OVERVIEW = """
SELECT t.athlete_id, t.name, n.articles, l.age, l.age_as_of, l.birth_date, l.birth_place, l.nationality, l.residence,
    d.told AS disciplines, o.olympic_count, m.marathon_count, w.world_championship_count, s.told AS sponsors,
    c.told AS teams
FROM athletes t
JOIN (SELECT athlete_id, COUNT(DISTINCT article_id) AS articles FROM people GROUP BY athlete_id) n
    ON n.athlete_id = t.athlete_id
LEFT JOIN (
    SELECT athlete_id, MAX(CASE WHEN what = 'age' THEN CAST(value AS INTEGER) END) AS age,
        MAX(CASE WHEN what = 'age' THEN published END) AS age_as_of,
        MAX(CASE WHEN what = 'birth date' THEN value END) AS birth_date,
        MAX(CASE WHEN what = 'birth place' THEN value END) AS birth_place,
        MAX(CASE WHEN what = 'nationality' THEN value END) AS nationality,
        MAX(CASE WHEN what = 'residence' THEN value END) AS residence
    FROM athlete_latest GROUP BY athlete_id
) l ON l.athlete_id = t.athlete_id
LEFT JOIN ({disciplines}) d ON d.athlete_id = t.athlete_id
LEFT JOIN ({olympic_count}) o ON o.athlete_id = t.athlete_id
LEFT JOIN ({marathon_count}) m ON m.athlete_id = t.athlete_id
LEFT JOIN ({world_championship_count}) w ON w.athlete_id = t.athlete_id
LEFT JOIN ({sponsors}) s ON s.athlete_id = t.athlete_id
LEFT JOIN ({teams}) c ON c.athlete_id = t.athlete_id
"""
ATHLETE_EVENTS = """
SELECT t.athlete_id, t.name, e.event, {year} AS year, e.date, e.date_precision, e.place, e.discipline, e.status, e.rank,
    e.rank_qualifier, e.medal, e.mark, COUNT(DISTINCT e.article_id) AS articles, MAX(e.confidence) AS confidence
FROM athletes t
JOIN people p ON p.athlete_id = t.athlete_id
JOIN participations e ON e.article_id = p.article_id AND e.person_no = p.person_no
GROUP BY t.athlete_id, t.name, e.event, e.date, e.date_precision, e.place, e.discipline, e.status, e.rank,
    e.rank_qualifier, e.medal, e.mark
"""
VIEWS = ("facts", "athlete_values", "athlete_latest", "athlete_disagreements", "athlete_overview", "athlete_events")
"""The views, each after those that it refers to."""
_COUNTS = ("olympic_count", "marathon_count", "world_championship_count")


def create_views(connection: sa.Connection) -> None:
    """Makes the views; they must not be there."""
    for name, query in queries(connection.dialect.name).items():
        connection.exec_driver_sql(
            f"CREATE VIEW {name} AS {query.replace('%', '%%') if _is_postgres(connection) else query}"
        )


def drop_views(connection: sa.Connection) -> None:
    """Deletes the views that are there."""
    for name in reversed(VIEWS):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def _is_postgres(connection: sa.Connection) -> bool:
    return connection.dialect.name == "postgresql"


def queries(dialect: str) -> dict[str, str]:
    """The SELECT of each view, in the order of `VIEWS`."""
    year = (
        "CAST(EXTRACT(YEAR FROM {}) AS INTEGER)" if dialect == "postgresql" else "CAST(strftime('%Y', {}) AS INTEGER)"
    )
    return {
        "facts": _facts(),
        "athlete_values": ATHLETE_VALUES.format(
            nationality=_join("value", dialect, ", "),
            nationalities="SELECT article_id, person_no, value, confidence FROM nationalities ORDER BY value",
            residence=_join("value", dialect, ", "),
            residences="SELECT article_id, person_no, value, confidence FROM residences WHERE status = 'current' "
            "ORDER BY value",
        ),
        "athlete_latest": ATHLETE_LATEST,
        "athlete_disagreements": ATHLETE_DISAGREEMENTS.format(latest_first=LATEST_FIRST, year=year.format("published")),
        "athlete_overview": ATHLETE_OVERVIEW.format(
            disciplines=_told("disciplines", "f.value", "", dialect),
            sponsors=_told("sponsors", "COALESCE(f.name, f.description)", " WHERE f.status = 'current'", dialect),
            teams=_told("teams", "COALESCE(f.name, f.description)", " WHERE f.status = 'current'", dialect),
            **{name: _latest_count(name) for name in _COUNTS},
        ),
        "athlete_events": ATHLETE_EVENTS.format(year=year.format("e.date")),
    }


def _facts() -> str:
    """All facts in one shape: whose, of which kind, what it says in the main."""
    from bioextract.sinks.database.fact_tables import TABLES

    main = {"count": "event", "sponsor": "COALESCE(name, description)", "team": "COALESCE(name, description)"}
    main |= {"relation": "name", "mark": "mark", "participation": "event", "age": "CAST(value AS TEXT)"}
    return " UNION ALL ".join(
        f"SELECT article_id, person_no, fact_no, '{kind}' AS kind, {main.get(kind, 'value')} AS value, confidence "
        f"FROM {table.name}"
        for kind, table in TABLES.items()
    )


def _join(value: str, dialect: str, separator: str) -> str:
    """The aggregate that joins texts; SQLite takes them in the order of the rows."""
    if dialect == "postgresql":
        return f"STRING_AGG({value}, '{separator}' ORDER BY {value})"
    return f"GROUP_CONCAT({value}, '{separator}')"


def _told(table: str, value: str, condition: str, dialect: str) -> str:
    """All different values told of each athlete, joined."""
    return (
        f"SELECT athlete_id, {_join('value', dialect, '; ')} AS told "
        f"FROM (SELECT DISTINCT p.athlete_id, {value} AS value FROM people p "
        f"JOIN {table} f ON f.article_id = p.article_id AND f.person_no = p.person_no{condition} "
        "ORDER BY 1, 2) x GROUP BY athlete_id"
    )


def _latest_count(name: str) -> str:
    return (
        f"SELECT athlete_id, {name} FROM (SELECT p.athlete_id, p.{name}, ROW_NUMBER() OVER (PARTITION BY p.athlete_id "
        "ORDER BY a.published DESC NULLS LAST, a.article_id) AS place FROM people p "
        f"JOIN articles a ON a.article_id = p.article_id WHERE p.{name} IS NOT NULL) x WHERE place = 1"
    )
