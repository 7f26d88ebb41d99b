"""Connecting, migrating, and saying plainly what is wrong with a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from knowledge.database import connect, safe, sessions, upgrade
from knowledge.errors import NoDatabase
from knowledge.models import Base


@pytest.fixture
def empty_url(tmp_path) -> str:
    """The URL of a database file that does not exist yet, in a folder that does not either."""
    return f"sqlite:///{tmp_path}/some/folder/facts.db"


def _tables(url: str) -> set[str]:
    engine = connect(url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_upgrading_nothing_makes_all_tables(empty_url):
    """From an empty place, the migrations make exactly the tables of the models."""
    upgrade(empty_url)
    assert _tables(empty_url) == {*Base.metadata.tables, "alembic_version"}


def test_upgrading_twice_changes_nothing(small_url, contents):
    """On a database that is up to date, upgrading keeps every table and every row."""
    before, tables = contents(small_url), _tables(small_url)
    assert before["inspection"]
    upgrade(small_url)
    upgrade(small_url)
    assert (contents(small_url), _tables(small_url)) == (before, tables)


def test_models_and_migrations_agree(empty_url):
    """Alembic finds nothing to do between the migrated tables and the models."""
    upgrade(empty_url)
    engine = connect(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_missing_column_would_be_seen(empty_url):
    """The comparison of models and migrations does notice a column that is not there."""
    upgrade(empty_url)
    engine = connect(empty_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE feedback DROP COLUMN useful"))
    with engine.connect() as connection:
        (difference,) = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert difference[0] == "add_column"


def test_a_percent_sign_in_the_path_is_kept(tmp_path):
    """A URL with a percent sign, as in an encoded password, reaches the migrations unharmed."""
    upgrade(f"sqlite:///{tmp_path}/100%20percent.db")
    assert [path.name for path in tmp_path.glob("*.db")] == ["100%20percent.db"]


def test_sqlite_is_set_up_for_many_readers(empty_url):
    """Foreign keys are on and readers are not blocked by a writer."""
    engine = connect(empty_url)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    engine.dispose()


def test_reading_goes_on_while_another_writes(small_sessions):
    """A reader sees the old rows while a writer has not finished."""
    with small_sessions() as writer, small_sessions() as reader:
        writer.execute(text("DELETE FROM finding"))
        assert reader.execute(text("SELECT count(*) FROM finding")).scalar() == 2
        writer.rollback()


def test_a_database_without_data_is_refused(empty_url):
    """A database that was never loaded raises NoDatabase, which names it and the command that helps."""
    with pytest.raises(NoDatabase, match="no data yet") as caught:
        sessions(empty_url)
    assert caught.value.url == empty_url
    assert "send-assistant data load" in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    """A file of something else raises NoDatabase and stays as it was."""
    path = tmp_path / "facts.db"
    path.write_text("Dear diary, this is not a database." * 50, encoding="utf-8")
    with pytest.raises(NoDatabase, match="not a database"):
        sessions(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8").startswith("Dear diary")


def test_a_path_through_a_file_is_refused(tmp_path):
    """A database that can't be reached since its folder is a file raises NoDatabase too."""
    Path(tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(NoDatabase):
        sessions(f"sqlite:///{tmp_path}/file/facts.db")


def test_a_server_that_is_not_there_is_named_without_its_password():
    """An unreachable PostgreSQL raises NoDatabase with the address but never the password."""
    with pytest.raises(NoDatabase) as caught:
        sessions("postgresql://reader:hunter2@127.0.0.1:1/facts")
    assert "127.0.0.1:1/facts" in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://reader:hunter2@db.example/facts", "postgresql://reader:***@db.example/facts"),
        ("sqlite:///facts.db", "sqlite:///facts.db"),
    ],
)
def test_a_password_is_hidden(url, shown):
    """The URL to show has no password in it."""
    assert safe(url) == shown
