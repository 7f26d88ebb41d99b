"""No more calls a second than Telegram allows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

MOST_A_SECOND = 25
"""Telegram allows about 30 messages a second in all (core.telegram.org/bots/faq); a little is left for edits."""


class Pace:
    """Lets calls through at even distances, in the order they came."""

    def __init__(
        self,
        a_second: float = MOST_A_SECOND,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ):
        self._apart, self._clock, self._sleep = 1 / a_second, clock, sleep
        self._next = 0.0

    async def wait(self) -> None:
        """Returns when the next call may go out."""
        now = self._clock()
        mine = max(now, self._next)
        self._next = mine + self._apart
        if mine > now:
            await self._sleep(mine - now)
