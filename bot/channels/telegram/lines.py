"""One line of updates for each chat: in order within a chat, chats side by side."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
TRIES = 3
WAIT_SECONDS = 1.0


class Lines:
    """Calls `work` with each row. A row that fails is tried again, then left for the next start."""

    def __init__(self, work: Callable[[int], Awaitable[None]], side_by_side: int = SIDE_BY_SIDE):
        self._work, self._room = work, asyncio.Semaphore(side_by_side)
        self._waiting: dict[str, deque[int]] = {}
        self._tasks: set[asyncio.Task] = set()

    def add(self, chat: str, row: int) -> None:
        """Puts a row at the end of its chat's line."""
        if chat in self._waiting:
            self._waiting[chat].append(row)
            return
        self._waiting[chat] = deque([row])
        task = asyncio.get_running_loop().create_task(self._run(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Stops the work under way. What is unfinished goes on at the next start."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, chat: str) -> None:
        line = self._waiting[chat]
        try:
            while line:
                async with self._room:
                    await self._try(line[0])
                line.popleft()
        finally:
            del self._waiting[chat]

    async def _try(self, row: int) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                return await self._work(row)
            except Exception as error:  # one message must not hold up the chat for ever; no words go to the log
                logger.error("an update could not be answered (try %d): %s", attempt, type(error).__name__)
                if attempt < TRIES:
                    await asyncio.sleep(WAIT_SECONDS * attempt)
