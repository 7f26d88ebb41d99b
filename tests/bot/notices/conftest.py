"""Subscribers with chats on the local Bot API server, and what sends their notices with the real client."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
import telegram
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from bot.channels.telegram.known_ids import KnownIds
from bot.channels.telegram.notices import TelegramNotices
from bot.channels.telegram.pace import Pace
from bot.memory.identity import Seal
from bot.notices import delivery
from bot.notices.delivery import Delivery
from knowledge.clock import running_clock
from knowledge.database import connect
from knowledge.models import Outbox
from tests.bot.notices.killing import NOON, SECRET
from tests.bot.notices.subscribers import open_survey, subscribe_all
from tests.bot_api import BotApiServer

QUICK = 1_000
PEOPLE = 5


@pytest.fixture
async def api():
    """A running Bot API server."""
    async with BotApiServer() as server:
        yield server


@pytest.fixture
async def bot(api):
    """The real client on it."""
    async with telegram.Bot(api.token, base_url=api.url) as client:
        yield client


class Round:
    """A survey that has opened for some subscribers, and what tells them. `late` moves the clock."""

    def __init__(self, api, bot, url: str):
        self.api, self.chats, self.late = api, [api.add_user() for _ in range(PEOPLE)], dt.timedelta(0)
        engine = connect(url)
        self.sessions = sessionmaker(engine, future=True, expire_on_commit=False)
        with self.sessions.begin() as session:
            subscribe_all(session, self.chats, SECRET, NOON - dt.timedelta(days=1))
            open_survey(session, NOON, NOON + dt.timedelta(days=8), NOON)
        pace, running = Pace(QUICK), running_clock(NOON.isoformat())
        self.sender = TelegramNotices(bot, KnownIds(engine), pace)
        clock = lambda: running() + self.late  # noqa: E731
        self.delivery = Delivery(self.sessions, Seal(SECRET), self.sender, pace, clock, QUICK)

    def results(self) -> list[str | None]:
        """What became of the notices, in the order of the people."""
        with self.sessions() as session:
            return list(session.scalars(select(Outbox.result).order_by(Outbox.id)))

    def counts(self) -> list[int]:
        """How many messages each person got."""
        return [self.api.count(chat) for chat in self.chats]


@pytest.fixture
async def opened(api, bot, loaded_file, tmp_path, monkeypatch):
    """A survey that has opened, on a database of the test's own; waits are short."""
    monkeypatch.setattr(delivery, "BEFORE_LOOKING_SECONDS", 0.0)
    made = Round(api, bot, f"sqlite:///{shutil.copy(loaded_file, tmp_path / 'send.db')}")
    yield made
    made.sessions.kw["bind"].dispose()
