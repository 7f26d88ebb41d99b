"""The queue that the library puts updates into: each is written down before Telegram may forget it.

`telegram.ext.Updater` (22.8, `_updater.py`) asks for updates from an offset, puts each into its queue, and only then
raises the offset, which it sends with its next request. An update that is not written down is thus sent again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.incoming import Incoming, read_update

logger = logging.getLogger(__name__)

AGAIN_SECONDS, LONGEST_WAIT_SECONDS = 0.5, 30.0


class InboxQueue(asyncio.Queue):
    """Writes each update down and hands it on to its chat's line. `add` takes a chat and a row."""

    def __init__(self, bot: Bot, inbox: Inbox, add: Callable[[str, int], None]):
        super().__init__()
        self._bot, self._inbox, self._add = bot, inbox, add
        self._acknowledging: set[asyncio.Task] = set()

    async def put(self, item: Update) -> None:
        """Returns when the update is written down; as long as the database refuses, it tries again."""
        incoming = read_update(item, self._bot)
        if incoming is None:
            return
        if incoming.press_id:
            self._acknowledge(incoming)
        wait = AGAIN_SECONDS
        while True:
            try:
                written = self._inbox.write(incoming)
                break
            except SQLAlchemyError as error:
                logger.error("an update could not be written down: %s", type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
        if written:
            self._add(*written)

    def _acknowledge(self, incoming: Incoming) -> None:
        """Ends the waiting sign on a pressed button at once; the answer comes as a message."""
        task = asyncio.get_running_loop().create_task(self._answer(incoming.press_id))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)

    async def _answer(self, press_id: str) -> None:
        with contextlib.suppress(TelegramError):  # too old after a restart: there is nothing left to end
            await self._bot.answer_callback_query(press_id)
