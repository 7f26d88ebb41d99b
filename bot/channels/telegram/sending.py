"""Sending the parts of an answer: claimed first, tried as Telegram asks, settled after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot.channels.telegram import in_doubt
from bot.channels.telegram.calls import call
from bot.channels.telegram.inbox import FAILED, SENT, UNDELIVERABLE, Inbox, PartRow
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.parts import CHOSEN, Part

logger = logging.getLogger(__name__)

TRIES, LOOKS = 8, 6
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 1.0, 60.0
UNKNOWN_CHAT = ("chat not found", "user is deactivated", "group chat was deactivated")


class Gone(Exception):
    """The person or group can't be written to any more."""


class Sender:
    """Sends parts through one bot. `make_file` draws a picture or speaks a text; it gives None when it can't."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        make_file: Callable[[Part], Awaitable[bytes | None]],
        pace: Pace | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ):
        self._bot, self._inbox, self._make_file, self._sleep = bot, inbox, make_file, sleep
        self.pace = pace or Pace()

    async def send(self, row: PartRow) -> None:
        """Sends a part that is not settled, once. Raises Gone when nobody is there any more."""
        file = await self._make_file(row.part) if row.part.file else None
        if row.part.file and file is None:  # the words go out without the picture
            row = replace(row, part=row.part.without_file())
        if row.floor is not None and await self._went_out(row, row.floor):
            return
        for attempt in range(TRIES):
            if await self._try(row, file):
                return
            await self._sleep(min(FIRST_WAIT_SECONDS * 2**attempt, LONGEST_WAIT_SECONDS))
        logger.error("a part of an answer could not be sent in %d tries", TRIES)
        self._inbox.settle(row, FAILED)

    async def _try(self, row: PartRow, file: bytes | None) -> bool:
        """True when the part is settled, False when it has to be tried again."""
        while True:
            await self.pace.wait()  # first, so that nothing that only waits is in doubt
            floor = self._inbox.claim(row)
            try:
                self._inbox.settle(row, SENT, await self._call(row.part, file))
                return True
            except RetryAfter as flood:  # Telegram says when; it is not a failure
                self._inbox.release(row)
                await self._sleep(in_doubt.seconds(flood))
            except ChatMigrated as moved:
                row = replace(row, part=replace(row.part, chat_id=moved.new_chat_id, reply_to=None))
            except Forbidden:
                self._inbox.settle(row, UNDELIVERABLE)
                raise Gone from None
            except BadRequest as refusal:
                return self._refused(row, refusal)
            except NetworkError as failure:  # a break, a time-out or a 5xx: it may have gone out
                logger.warning("Telegram could not be reached: %s", type(failure).__name__)
                return await self._went_out(row, floor, FIRST_WAIT_SECONDS)

    async def _call(self, part: Part, file: bytes | None) -> int | None:
        try:
            return await call(self._bot, part, file)
        except BadRequest as refusal:
            if "can't parse entities" not in refusal.message:
                raise
            logger.error("Telegram refused the markup of an answer; it goes out plain")
            return await call(self._bot, part, file, formatted=False)

    def _refused(self, row: PartRow, refusal: BadRequest) -> bool:
        said = refusal.message.lower()
        if any(reason in said for reason in UNKNOWN_CHAT):
            self._inbox.settle(row, UNDELIVERABLE)
            raise Gone from None
        done = row.part.kind == CHOSEN  # the message is old, gone, or shows the choice already
        if not done:
            logger.error("Telegram refused a part of an answer of kind %s", row.part.kind)  # its words can quote ours
        self._inbox.settle(row, SENT if done else FAILED)
        return True

    async def _went_out(self, row: PartRow, floor: int, first_wait: float = 0.0) -> bool:
        """Decides a part in doubt: True when it went out. When nobody can tell, it is sent again: a person waits."""
        if row.part.kind == CHOSEN:  # an edit can be made again
            return False
        possible = in_doubt.candidates(floor, self._inbox.known.above(row.sequence, floor))
        if len(possible) > in_doubt.MOST_CANDIDATES:
            return False
        for attempt in range(LOOKS):
            await self._sleep(first_wait * 2**attempt)
            verdict = await in_doubt.look(self._bot, row.part.chat_id, possible, row.part.keyboard(), self.pace)
            if verdict.what == in_doubt.WENT_OUT:
                self._inbox.settle(row, SENT, verdict.message_id)
                return True
            if verdict.what == in_doubt.DID_NOT:
                return False
            first_wait = first_wait or FIRST_WAIT_SECONDS
        return False
