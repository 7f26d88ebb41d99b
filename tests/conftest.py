"""Fixtures for all rooms: facts loaded once, the real model, the real agent."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from actions import desk
from bot.engine import model, quiet
from bot.settings import Settings, get_settings
from knowledge.clock import LONDON
from knowledge.loading.load import load
from tests.postgresql import cluster

quiet.prepare()

NOW = dt.datetime(2026, 7, 1, 12, tzinfo=LONDON)
TODAY = "2026-07-01"


@pytest.fixture(scope="session")
def loaded_file(tmp_path_factory) -> Path:
    """An SQLite file with all bundled facts. Read only; see `database_url` for one to change."""
    path = tmp_path_factory.mktemp("facts") / "facts.db"
    load(f"sqlite:///{path}", NOW)
    return path


@pytest.fixture
def database_url(loaded_file, tmp_path) -> str:
    """A database of the test's own, with all bundled facts."""
    copy = tmp_path / "send.db"
    shutil.copy(loaded_file, copy)
    return f"sqlite:///{copy}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """Makes empty databases on a private PostgreSQL that runs while the tests do; gives the URL of each."""
    with cluster() as url:
        engine, numbers = create_engine(url, isolation_level="AUTOCOMMIT"), itertools.count(1)

        def make() -> str:
            name = f"db{next(numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return url.replace("/postgres?", f"/{name}?")

        yield make
        engine.dispose()


@pytest.fixture(scope="session")
def trained_model() -> Path:
    """The model `make setup` trained. Trains it where that was not done."""
    path = model.model_path(get_settings().models_dir)
    return path if path.exists() else model.train(get_settings().models_dir)


@pytest.fixture(scope="session")
def settings(loaded_file, tmp_path_factory) -> Settings:
    """Settings with a database of the session's own and a fixed day."""
    copy = tmp_path_factory.mktemp("session") / "send.db"
    shutil.copy(loaded_file, copy)
    return Settings(database_url=f"sqlite:///{copy}", today=TODAY, _env_file=None)


@pytest.fixture(scope="session")
def agent(settings, trained_model):
    """The assistant as it runs, with its conversations in the database."""
    from bot.engine.start import build_agent

    made = build_agent(settings, trained_model, remember_in_database=True)
    _desks.append(desk.the_desk())
    return made


_desks: list[desk.Desk] = []


@pytest.fixture(scope="module", autouse=True)
def the_desk_comes_back():
    """An assistant that a module builds over a database of its own changes the desk of the process: not for others."""
    before = desk._desk
    yield
    desk._desk = _desks[-1] if _desks else before


@pytest.fixture(scope="session")
def say(agent):
    """Sends one message and returns the reply objects. `person`: who it is on a channel that can write to people."""
    from bot.command_line.ask import answer

    loop = asyncio.new_event_loop()

    def send(message, sender: str = "somebody", today: str | None = None, person: str | None = None) -> list[dict]:
        return loop.run_until_complete(answer(agent, sender, message, today, person))

    yield send
    loop.close()
