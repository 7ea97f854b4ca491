"""Run by Alembic: migrates on the connection that it is given, within its transaction."""

from alembic import context

from bioextract.sinks.database.migrate import VERSION_TABLE
from bioextract.sinks.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
context.run_migrations()
