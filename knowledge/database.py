"""Connecting to the database and bringing it to the newest version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import QueuePool

from knowledge.errors import NO_DATA, NoDatabase

MIGRATIONS = Path(__file__).parent / "migrations"

PATIENCE = 1.0
"""Seconds to wait for a lock while somebody waits for an answer."""

LOADING_PATIENCE = 30.0
"""Seconds to wait for a lock when loading."""

STATEMENT_MILLISECONDS = 3000
NETWORK = {"connect_timeout": 3, "tcp_user_timeout": 5000, "application_name": "send-assistant"}
"""For libpq: a server that does not answer is given up, in seconds and milliseconds."""


def connect(url: str, patience: float = PATIENCE) -> Engine:
    """Returns an engine for this DATABASE_URL; SQLite with foreign keys on and readers never blocked.

    `patience` is how many seconds a statement waits for somebody else's lock. Somebody is waiting for an answer, so
    it is short; those who load data wait longer.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return _over_network(url, patience)
    where = make_url(url).database or ""
    if not where.startswith("file:"):
        Path(where).parent.mkdir(parents=True, exist_ok=True)
    # connections are kept and lent to one thread at a time: opening one costs more than a query
    arguments = {"timeout": patience, "check_same_thread": False}
    engine = create_engine(url, future=True, poolclass=QueuePool, connect_args=arguments, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection, _record):
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only unlisted

    return engine


def _over_network(url: str, patience: float) -> Engine:
    engine = create_engine(
        url,
        future=True,
        pool_pre_ping=True,
        connect_args=dict(NETWORK),
        pool_timeout=patience * 2,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection, _record):
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(patience * 1000)}")
            if patience <= PATIENCE:
                cursor.execute(f"SET statement_timeout = {STATEMENT_MILLISECONDS}")
        connection.commit()

    return engine


def is_gone(engine: Engine) -> bool:
    """True when the file of this database was deleted: open connections still answer, but nothing will be left."""
    where = engine.url.database or ""
    is_file = engine.url.get_backend_name() == "sqlite" and where and not where.startswith((":memory:", "file:"))
    return bool(is_file) and not Path(where).exists()


def upgrade(url: str) -> None:
    """Brings the tables of this database to the newest version; makes them when there are none. Raises NoDatabase."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except (SQLAlchemyError, CommandError, OSError) as error:
        raise NoDatabase(safe(url), _reason(error)) from error


def sessions(url: str) -> sessionmaker:
    """Returns a maker of sessions on a database that is ready.

    Raises NoDatabase when it can't be reached or has not been loaded yet.
    """
    try:
        engine = connect(url)
        tables = inspect(engine).get_table_names()
    except (SQLAlchemyError, OSError) as error:
        raise NoDatabase(safe(url), _reason(error)) from error
    if "data_release" not in tables:
        raise NoDatabase(safe(url), NO_DATA)
    return sessionmaker(engine, future=True, expire_on_commit=False)


def is_newest(url: str) -> bool:
    """True when the tables are of the newest version. Raises NoDatabase when there are none."""
    with sessions(url)() as session:
        found = session.scalar(text("SELECT version_num FROM alembic_version"))
    return found == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def _reason(error: Exception) -> str:
    """What the database said, in one line."""
    return " ".join(str(getattr(error, "orig", None) or error).split())


def safe(url: str) -> str:
    """The URL without its password."""
    return make_url(url).render_as_string(hide_password=True)
