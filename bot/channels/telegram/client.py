"""The library's client on our settings, and what its logs must not say."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot.settings import Settings

CONNECTIONS = 32
TIMEOUTS = {"connect_timeout": 10.0, "read_timeout": 20.0, "write_timeout": 20.0, "pool_timeout": 20.0}
TELLTALES = ("httpx", "httpcore", "telegram")
"""Loggers that show addresses, and the token is part of each address."""


class NoToken(ValueError):
    """TELEGRAM_BOT_TOKEN is not set."""

    def __init__(self):
        super().__init__("TELEGRAM_BOT_TOKEN is not set. Get a token from @BotFather on Telegram and set it.")


class BadToken(ValueError):
    """Telegram does not know the token. The message does not repeat it."""

    def __init__(self):
        super().__init__("Telegram refused the token in TELEGRAM_BOT_TOKEN. Copy it again from @BotFather.")


def build_bot(settings: Settings) -> Bot:
    """The client. Raises NoToken, or BadToken when the token has not the form of one."""
    if not settings.telegram_bot_token:
        raise NoToken
    for name in TELLTALES:
        logging.getLogger(name).setLevel(logging.CRITICAL if name == "telegram" else logging.WARNING)
    root = settings.telegram_api_base_url.rstrip("/")
    try:
        return Bot(
            settings.telegram_bot_token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=HTTPXRequest(connection_pool_size=CONNECTIONS, **TIMEOUTS),
            get_updates_request=HTTPXRequest(connection_pool_size=2, **TIMEOUTS),
        )
    except InvalidToken:
        raise BadToken from None


async def enter(bot: Bot) -> None:
    """Asks Telegram who we are. Raises BadToken, or TelegramError when Telegram can't be reached."""
    try:
        await bot.initialize()
    except InvalidToken:
        await bot.shutdown()
        raise BadToken from None
