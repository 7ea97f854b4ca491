"""What people say of facts, and what the extractor says of the articles that they have judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "verdicts",
        sa.Column("verdict_key", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start_offset", sa.Integer, nullable=False),
        sa.Column("end_offset", sa.Integer, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("judged", sa.Text, nullable=True),
        sa.Column("fact", sa.Text, nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('right', 'wrong', 'mended', 'added')",
            name=op.f("ck_verdicts_verdict"),
        ),
        sa.CheckConstraint(
            "start_offset >= 0 AND end_offset > start_offset",
            name=op.f("ck_verdicts_offsets"),
        ),
        sa.PrimaryKeyConstraint("verdict_key", name=op.f("pk_verdicts")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_verdicts_id"), "verdicts", ["id"])
    op.create_table(
        "extracted",
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("statements", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.article_id"], name=op.f("fk_extracted_articles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_extracted")),
        sqlite_with_rowid=False,
    )
