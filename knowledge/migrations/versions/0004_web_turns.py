"""Turns of web sessions."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import types

revision = "0004"
down_revision = "0003_postcodes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.String(length=64), nullable=False),
        sa.Column("replies", sa.Text(), nullable=True),
        sa.Column("claimed_at", types.LondonTime(), nullable=False),
        sa.Column("expires_at", types.LondonTime(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_web_turn_feedback_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_turn")),
        sa.UniqueConstraint("session", "message_id", name=op.f("uq_web_turn_session")),
    )
    op.create_index(op.f("ix_web_turn_expires_at"), "web_turn", ["expires_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_web_turn_expires_at"), table_name="web_turn")
    op.drop_table("web_turn")
