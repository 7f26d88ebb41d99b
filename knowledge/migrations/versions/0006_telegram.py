"""Updates of Telegram's until they are answered, and the parts of each answer."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import types

revision = "0006_telegram"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "telegram_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("received_at", types.LondonTime(), nullable=False),
        sa.Column("composed_at", types.LondonTime(), nullable=True),
        sa.Column("finished_at", types.LondonTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telegram_update")),
        sa.UniqueConstraint("bot", "update_id", name=op.f("uq_telegram_update_bot")),
    )
    op.create_index(op.f("ix_telegram_update_finished_at"), "telegram_update", ["finished_at"])
    op.create_table(
        "telegram_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("update_row", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("floor", sa.BigInteger(), nullable=True),
        sa.Column("claimed_at", types.LondonTime(), nullable=True),
        sa.Column("settled_at", types.LondonTime(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["update_row"],
            ["telegram_update.id"],
            name=op.f("fk_telegram_part_update_row"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telegram_part")),
        sa.UniqueConstraint("update_row", "position", name=op.f("uq_telegram_part_update_row")),
    )


def downgrade() -> None:
    op.drop_table("telegram_part")
    op.drop_index(op.f("ix_telegram_update_finished_at"), table_name="telegram_update")
    op.drop_table("telegram_update")
