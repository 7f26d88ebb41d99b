"""PostgreSQL slow, stopped and started again while people talk."""

from __future__ import annotations

import psycopg2
import pytest

from bot.command_line.ask import answer
from bot.engine.start import build_agent
from bot.server.health import Health
from bot.settings import Settings
from knowledge.database import is_newest
from knowledge.errors import NoDatabase
from knowledge.loading.load import load
from tests.conftest import NOW, TODAY
from tests.postgres_server import postgres_server


@pytest.fixture(scope="module")
def postgres():
    """A PostgreSQL with all facts."""
    with postgres_server() as server:
        load(server.url, NOW)
        yield server


@pytest.fixture(scope="module")
def assistant(postgres, trained_model):
    """The assistant over it."""
    settings = Settings(database_url=postgres.url, today=TODAY, _env_file=None)
    return build_agent(settings, trained_model, remember_in_database=True)


async def ask(agent, question: str) -> dict:
    """The one reply to a question."""
    (reply,) = await answer(agent, "me", question, None)
    return reply


async def test_a_database_that_answers_too_slowly_is_said_honestly(assistant, postgres, caplog):
    """While somebody holds a table, the person is told within the time limit; after that they are answered."""
    holder = psycopg2.connect(postgres.url)
    holder.cursor().execute("LOCK TABLE survey_window IN ACCESS EXCLUSIVE MODE")
    slow = await ask(assistant, "has bedford been inspected")
    holder.close()
    assert slow["status"] == "error"
    assert "OperationalError" in caplog.text or "took longer" in caplog.text
    assert (await ask(assistant, "has bedford been inspected"))["status"] == "answered"


async def test_a_database_that_stops_and_starts_again(assistant, postgres, caplog):
    """Stopped: an honest error reply, /health says which part failed. Started: answers again, no restart of ours."""
    assert (await ask(assistant, "i live in leeds"))["areas"] == ["E08000035"]
    postgres.stop()
    away = await ask(assistant, "has bedford been inspected")
    good, parts = await Health(assistant).alive()
    postgres.start()
    assert away["status"] == "error"
    assert "Please ask again" in away["text"]
    assert (good, parts) == (False, {"status": "failed", "understanding": "ok", "database": "failed"})
    assert "bedford" not in caplog.text.lower()
    assert (await ask(assistant, "is there a survey open"))["areas"] == ["E08000035"]
    assert (await Health(assistant).alive())[0]


def test_a_database_that_is_away_is_one_clear_line_without_the_password():
    """At the start an unreachable database is named, with what to check, without its password."""
    with pytest.raises(NoDatabase) as caught:
        is_newest("postgresql://send:geheim-4711@127.0.0.1:1/send")
    said = str(caught.value)
    assert "refused" in said
    assert "Check DATABASE_URL" in said
    assert "geheim" not in said
    assert "\n" not in said
