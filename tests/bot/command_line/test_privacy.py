"""`send-assistant purge` and `privacy-report`."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from bot.command_line import app, main
from bot.settings import get_settings
from knowledge.database import connect
from knowledge.models import Base, Feedback
from tests.conftest import NOW, TODAY


@pytest.fixture
def engine(database_url, monkeypatch):
    """A database with one rating of 40 days ago, which the command works on."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("TODAY", TODAY)
    get_settings.cache_clear()
    engine = connect(database_url)
    with Session(engine) as session, session.begin():
        session.add(Feedback(topic="framework.review_2025", useful=0, created_at=NOW - dt.timedelta(days=40)))
    yield engine
    engine.dispose()
    get_settings.cache_clear()


def run(*arguments: str):
    """Runs the command."""
    return CliRunner().invoke(app, arguments)


def ratings(engine) -> int:
    """How many ratings are kept."""
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(Feedback))


def test_a_purge_says_what_it_deleted(engine):
    """A dry run says what would go and leaves it; the purge says it and deletes it."""
    dry = run("purge", "--dry-run")
    assert (dry.exit_code, ratings(engine)) == (0, 1)
    assert "feedback: 1\n" in dry.output
    assert "Would delete 1 rows." in dry.output
    done = run("purge")
    assert (done.exit_code, ratings(engine)) == (0, 0)
    assert "Deleted 1 rows." in done.output


def test_the_term_is_a_setting(engine, monkeypatch):
    """With RETENTION_DAYS=60 what is 40 days old stays."""
    monkeypatch.setenv("RETENTION_DAYS", "60")
    get_settings.cache_clear()
    assert "Deleted 0 rows." in run("purge").output
    assert ratings(engine) == 1


def test_the_report_is_a_table_of_every_table(monkeypatch):
    """The Markdown report has a row for each table of the database, with as many cells as headings."""
    get_settings.cache_clear()
    lines = run("privacy-report", "--markdown").output.splitlines()
    assert {line.split("|")[1].strip() for line in lines[2:]} == set(Base.metadata.tables)
    assert {line.replace(r"\|", "").count("|") for line in lines} == {5}


def test_the_report_can_be_read_in_a_terminal():
    """Without --markdown the same rows are drawn as a table."""
    shown = run("privacy-report")
    assert shown.exit_code == 0
    assert "conversation" in shown.output


def test_a_locked_database_is_one_clear_line(engine, database_url, monkeypatch, capsys):
    """When another process holds the database, the command says so in one line, and nothing is deleted."""
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("sys.argv", ["send-assistant", "purge"])
    with pytest.raises(SystemExit) as ended:
        main()
    other.execute("ROLLBACK")
    other.close()
    assert ended.value.code == 1
    assert "database is locked. Nothing was changed." in capsys.readouterr().err
    assert ratings(engine) == 1
