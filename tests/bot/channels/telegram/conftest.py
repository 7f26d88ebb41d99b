"""The channel with the real client of python-telegram-bot on the local Bot API server, and the real assistant."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.pace import Pace
from knowledge.database import connect
from tests.bot_api import BotApiServer

QUICK = 10_000
"""Messages a second: tests of other things don't wait for the pace."""


@pytest.fixture
async def api():
    """A running Bot API server."""
    async with BotApiServer() as server:
        yield server


@pytest.fixture
def telegram_settings(settings, api):
    """The settings of the session, with the bot of the local server."""
    return settings.copy(update={"telegram_bot_token": api.token, "telegram_api_base_url": api.root})


@pytest.fixture
def engine(telegram_settings):
    """The database of the session, without updates and people of earlier tests."""
    engine = connect(telegram_settings.database_url)
    with engine.begin() as db:
        for table in ("telegram_part", "telegram_update", "addressee", "subscription", "outbox", "conversation"):
            db.execute(text(f"DELETE FROM {table}"))
    yield engine
    engine.dispose()


@pytest.fixture
async def channel(agent, telegram_settings, engine):
    """The running channel."""
    channel = TelegramChannel(agent, telegram_settings, Pace(QUICK))
    await asyncio.wait_for(channel.start(), 10)
    yield channel
    await channel.stop()


@pytest.fixture
def ana(api) -> int:
    """Somebody with a chat."""
    return api.add_user("Ana")
