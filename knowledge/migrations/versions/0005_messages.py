"""People who can be written to, reports of inspections, and an outbox that says when each message may go.

No version ever wrote to the old outbox, so it is made anew.
"""

import sqlalchemy as sa
from alembic import op

from knowledge.models import types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "addressee",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("created_at", types.LondonTime(), nullable=False),
        sa.Column("seen_at", types.LondonTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_addressee")),
    )
    op.create_index(op.f("ix_addressee_seen_at"), "addressee", ["seen_at"])
    op.create_table(
        "area_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("gss_code", sa.String(length=9), nullable=False),
        sa.Column("reported_at", types.LondonTime(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("decided_at", types.LondonTime(), nullable=True),
        sa.ForeignKeyConstraint(["gss_code"], ["local_area.gss_code"], name=op.f("fk_area_report_gss_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_report")),
        sa.UniqueConstraint("person", "gss_code", name=op.f("uq_area_report_person")),
    )
    op.create_index(op.f("ix_area_report_reported_at"), "area_report", ["reported_at"])
    op.drop_table("outbox")
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("event", sa.String(length=30), nullable=False),
        sa.Column("event_key", sa.String(length=100), nullable=False),
        sa.Column("gss_code", sa.String(length=9), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", types.LondonTime(), nullable=False),
        sa.Column("not_before", types.LondonTime(), nullable=False),
        sa.Column("not_after", types.LondonTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_at", types.LondonTime(), nullable=True),
        sa.Column("settled_at", types.LondonTime(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["gss_code"], ["local_area.gss_code"], name=op.f("fk_outbox_gss_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("person", "event_key", name=op.f("uq_outbox_person")),
    )
    op.create_index(op.f("ix_outbox_settled_at"), "outbox", ["settled_at"])


def downgrade() -> None:
    op.drop_table("outbox")
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("event_key", sa.String(length=100), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", types.LondonTime(), nullable=False),
        sa.Column("claimed_at", types.LondonTime(), nullable=True),
        sa.Column("settled_at", types.LondonTime(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("person", "event_key", name=op.f("uq_outbox_person")),
    )
    op.drop_index(op.f("ix_area_report_reported_at"), table_name="area_report")
    op.drop_table("area_report")
    op.drop_index(op.f("ix_addressee_seen_at"), table_name="addressee")
    op.drop_table("addressee")
