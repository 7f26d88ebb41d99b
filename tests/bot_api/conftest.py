"""A local server, the library's own bot on it, and a person."""

from __future__ import annotations

import pytest
import telegram
from telegram.request import HTTPXRequest

from tests.bot_api.server import BotApiServer


@pytest.fixture
async def api():
    """A running server."""
    async with BotApiServer() as server:
        yield server


def real_client(api, token: str | None = None) -> telegram.Bot:
    """The library's own bot. Certificates are not loaded: that is slow, and the server speaks plain HTTP."""
    ways = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    return telegram.Bot(
        token or api.token,
        base_url=api.url,
        base_file_url=api.file_url,
        request=ways[0],
        get_updates_request=ways[1],
    )


@pytest.fixture
async def bot(api):
    """The real client of python-telegram-bot."""
    async with real_client(api) as client:
        yield client


@pytest.fixture
def ana(api) -> int:
    """Somebody with a chat."""
    return api.add_user("Ana")
