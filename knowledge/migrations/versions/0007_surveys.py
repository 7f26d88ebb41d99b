"""Survey windows say what their source is called, what date it bears, and when they were written down."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import types

revision = "0007_surveys"
down_revision = "0006_telegram"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("survey_window", sa.Column("source_title", sa.String(length=300), nullable=True))
    op.add_column("survey_window", sa.Column("source_date", types.PartialDateColumn(length=10), nullable=True))
    op.add_column("survey_window", sa.Column("added_at", types.LondonTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("survey_window") as table:
        for column in ("added_at", "source_date", "source_title"):
            table.drop_column(column)
