"""Answering one update that is written down: composed once, sent part by part, then emptied."""

from __future__ import annotations

import logging

from sqlalchemy.engine import Engine
from telegram import Bot

from bot.channels.telegram.composing import Composer
from bot.channels.telegram.inbox import Inbox, Task
from bot.channels.telegram.people import end_subscriptions
from bot.channels.telegram.sending import Gone, Sender
from bot.channels.telegram.typing_shown import typing_shown

logger = logging.getLogger(__name__)


class Answering:
    """What a line does with each row."""

    def __init__(self, bot: Bot, inbox: Inbox, composer: Composer, sender: Sender, engine: Engine):
        self._bot, self._inbox, self._composer, self._sender, self._engine = bot, inbox, composer, sender, engine

    async def answer(self, row: int) -> None:
        """Answers an update as far as it is not answered yet. Does nothing when it is."""
        task = self._inbox.read(row)
        if task is None:
            return
        async with typing_shown(self._bot, task.incoming.chat_id):
            if task.parts is None:
                self._inbox.keep_parts(row, await self._composer.compose(task))
                task = self._inbox.read(row)
            await self._send(task)
        self._inbox.finish(row)

    async def _send(self, task: Task) -> None:
        try:
            for part in task.parts:
                await self._sender.send(part)
        except Gone:
            end_subscriptions(self._engine, self._inbox.person(task.incoming.chat_id))
            logger.info("somebody can't be written to any more; their subscriptions have ended")
