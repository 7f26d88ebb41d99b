"""Postcodes."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import types

revision = "0003_postcodes"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "postcode_district",
        sa.Column("district", sa.String(length=4), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("postcodes", sa.Integer(), nullable=False),
        sa.Column("units", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("district", name=op.f("pk_postcode_district")),
    )
    op.create_table(
        "postcode_release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("as_at", types.PartialDateColumn(), nullable=True),
        sa.Column("postcodes", sa.Integer(), nullable=False),
        sa.Column("loaded_at", types.LondonTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postcode_release")),
    )


def downgrade() -> None:
    op.drop_table("postcode_release")
    op.drop_table("postcode_district")
