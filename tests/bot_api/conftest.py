"""A local server, the library's own bot on it, and a person."""

from __future__ import annotations

import pytest
import telegram

from tests.bot_api.server import BotApiServer


@pytest.fixture
async def api():
    """A running server."""
    async with BotApiServer() as server:
        yield server


@pytest.fixture
async def bot(api):
    """The real client of python-telegram-bot."""
    async with telegram.Bot(api.token, base_url=api.url, base_file_url=api.file_url) as client:
        yield client


@pytest.fixture
def ana(api) -> int:
    """Somebody with a chat."""
    return api.add_user("Ana")
