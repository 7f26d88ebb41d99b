"""How Alembic reaches the database (called by `knowledge.database.upgrade`)."""

from alembic import context

from knowledge.database import LOADING_PATIENCE, connect
from knowledge.models import Base

engine = connect(context.config.get_main_option("sqlalchemy.url"), LOADING_PATIENCE)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    if connection.in_transaction():
        connection.commit()
engine.dispose()
