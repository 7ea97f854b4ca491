"""The version of a database's schema: made, checked, brought up to date. Alembic is loaded only to change it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bioextract.errors import UsageError
from bioextract.passwords import hide_password
from bioextract.sinks.database import fact_tables, schema
from bioextract.sinks.database.connect import begin, name_of, reading
from bioextract.sinks.database.views import VIEWS, create_views, drop_views

REVISIONS = ("0001", "0002")
"""The revisions in `migrations/versions`, oldest first; the last one is what this version of bioextract writes."""
VERSION_TABLE = "bioextract_version"
_FOLDER = Path(__file__).parent / "migrations"
_OURS = frozenset({*schema.metadata.tables, *VIEWS})
_ = fact_tables  # defines its tables


def ensure_schema(engine: sa.Engine, url: str) -> None:
    """Makes the schema in a database that has none of ours; does nothing where it is there and up to date.

    Raises `UsageError` for another version of the schema, and where a table that is not ours has the name of one.
    """
    with reading(engine) as connection:
        found = find_revision(connection)
    if found is None:
        with begin(engine) as connection:
            # Another run may have been faster.
            if find_revision(connection) is None:
                _upgrade(connection)
    elif found != REVISIONS[-1]:
        raise UsageError(_explain_version(found, engine, url))


def upgrade(engine: sa.Engine, url: str) -> tuple[str | None, str]:
    """Brings the schema up to date, all or nothing; gives the revisions before and after. Raises as `ensure_schema`."""
    with begin(engine) as connection:
        found = find_revision(connection)
        if found is not None and found not in REVISIONS:
            raise UsageError(_explain_version(found, engine, url))
        if found != REVISIONS[-1]:
            _upgrade(connection)
    return found, REVISIONS[-1]


def check_schema(engine: sa.Engine, url: str) -> None:
    """Raises `UsageError` unless the database has our schema, up to date."""
    with reading(engine) as connection:
        found = find_revision(connection)
    if found is None:
        raise UsageError(
            f"{name_of(engine.url)}: holds no facts yet; bioextract db init {hide_password(url)} makes the tables"
        )
    if found != REVISIONS[-1]:
        raise UsageError(_explain_version(found, engine, url))


def find_revision(connection: sa.Connection) -> str | None:
    """The revision of the schema, None if nothing of ours is there. Raises `UsageError` for tables of others."""
    inspector = sa.inspect(connection)
    names = {*inspector.get_table_names(), *inspector.get_view_names()}
    if VERSION_TABLE in names:
        revision: str | None = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))
        if revision is not None:
            return revision
    if foreign := sorted(names & _OURS):
        raise UsageError(
            f"{name_of(connection.engine.url)}: has a table named {foreign[0]} that bioextract did not make; nothing "
            "was changed: use another database"
        )
    return None


def _explain_version(found: str, engine: sa.Engine, url: str) -> str:
    name, ours = name_of(engine.url), REVISIONS[-1]
    if found in REVISIONS:
        remedy = f"run: bioextract db upgrade {hide_password(url)}"
        return f"{name}: has schema {found}, this bioextract needs {ours}; {remedy}"
    return f"{name}: has schema {found}, newer than this bioextract knows ({ours}); upgrade bioextract"


def _upgrade(connection: sa.Connection) -> None:
    """Migrates the tables; views and comments hold no data and are made anew."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    drop_views(connection)
    command.upgrade(config, "head")
    create_views(connection)
    if connection.dialect.name == "postgresql":
        for table in schema.metadata.tables.values():
            connection.execute(sa.schema.SetTableComment(table))
            for column in table.columns:
                connection.execute(sa.schema.SetColumnComment(column))
