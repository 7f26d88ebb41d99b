"""No more messages in any second than allowed, counted where they leave."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

SECOND = 1.04
"""A little more than a second, for what the way to the channel shakes."""
LEAST = 0.001
"""Seconds slept at least, so that rounding can't make it wait in no time."""


class Rate:
    """Lets at most so many through in any second, whoever waits and however unevenly they come."""

    def __init__(
        self,
        most_a_second: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ):
        self._most, self._clock, self._sleep = most_a_second, clock, sleep
        self._lately: deque[float] = deque()

    async def wait(self) -> None:
        """Returns when one more may go out."""
        while True:
            now = self._clock()
            while self._lately and self._lately[0] <= now - SECOND:
                self._lately.popleft()
            if len(self._lately) < self._most:
                self._lately.append(now)
                return
            await self._sleep(max(self._lately[0] + SECOND - now, LEAST))
