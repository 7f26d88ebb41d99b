"""Finding the notices that are due and those claimed in the last second; the highest message id known at a claim."""

import sqlalchemy as sa
from alembic import op

revision = "0008_notices"
down_revision = "0007_surveys"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("floor", sa.Integer(), nullable=True))
    waits = sa.text("settled_at IS NULL AND claimed_at IS NULL")
    op.create_index("ix_outbox_due", "outbox", ["not_before", "id"], sqlite_where=waits, postgresql_where=waits)
    op.create_index(op.f("ix_outbox_claimed_at"), "outbox", ["claimed_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_claimed_at"), table_name="outbox")
    op.drop_index("ix_outbox_due", table_name="outbox")
    with op.batch_alter_table("outbox") as table:
        table.drop_column("floor")
