""" "typing …" while an answer takes long."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

AFTER_SECONDS, EVERY_SECONDS = 1.0, 4.0
"""Telegram shows it for five seconds each time."""


@contextlib.asynccontextmanager
async def typing_shown(bot: Bot, chat_id: int, after: float = AFTER_SECONDS) -> AsyncIterator[None]:
    """Shows that an answer is on its way when the block takes longer than `after` seconds."""
    showing = asyncio.create_task(_show(bot, chat_id, after))
    try:
        yield
    finally:
        showing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await showing


async def _show(bot: Bot, chat_id: int, after: float) -> None:
    await asyncio.sleep(after)
    while True:
        with contextlib.suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        await asyncio.sleep(EVERY_SECONDS)
