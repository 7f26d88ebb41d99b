"""`send-assistant notify` in the terminal."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.orm import sessionmaker
from typer.testing import CliRunner

from bot.command_line import app
from bot.settings import get_settings
from knowledge.database import connect
from knowledge.notices import outbox
from tests.bot.notices.killing import NOON, SECRET
from tests.bot.notices.subscribers import open_survey, subscribe_all


@pytest.fixture
def run(database_url, monkeypatch):
    """Runs the command on a database in which a survey has opened for three people; gives the result."""
    sessions = sessionmaker(connect(database_url), future=True)
    with sessions.begin() as session:
        subscribe_all(session, [1, 2, 3], SECRET, NOON - dt.timedelta(days=1))
        open_survey(session, NOON, NOON + dt.timedelta(days=8), NOON)
    for name, value in {"DATABASE_URL": database_url, "TODAY": "2026-07-01T12:30", "TELEGRAM_BOT_TOKEN": ""}.items():
        monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    yield lambda *words: (CliRunner().invoke(app, ["notify", *words]), sessions)
    get_settings.cache_clear()


def test_dry_run_counts_and_sends_nothing(run):
    """--dry-run says how many notices are due, by event and area."""
    result, _ = run("--dry-run")
    assert result.exit_code == 0
    assert "     3  survey_opens" in result.stdout
    assert "3 due. Nothing was sent." in result.stdout


def test_without_a_token_one_line_says_so(run):
    """Without TELEGRAM_BOT_TOKEN nothing can be sent: one clear line and exit code 1."""
    result, _ = run()
    assert result.exit_code == 1
    assert "TELEGRAM_BOT_TOKEN is not set" in result.output


def test_what_is_in_doubt_is_listed_and_sent_again_by_number(run):
    """A notice in doubt is listed with its number; only by that number it is put back, others are refused."""
    _, sessions = run("--dry-run")
    with sessions.begin() as session:
        row = outbox.claim(session, "telegram", NOON, 0, 25)
    listed, _ = run("--list-in-doubt")
    assert f"{row.id:>8}  survey_opens" in listed.stdout
    assert "1 in doubt." in listed.stdout
    wrong, _ = run("--resend-in-doubt", str(row.id + 1))
    assert wrong.exit_code == 1
    assert "not in doubt" in wrong.output
    again, _ = run("--resend-in-doubt", str(row.id))
    assert "1 put back" in again.stdout
