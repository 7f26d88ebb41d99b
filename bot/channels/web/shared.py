"""Counting in Redis for all workers, and going on alone while Redis is away."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from limits import RateLimitItem
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from bot.logs.safe import described

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 0.5
AWAY_SECONDS = 15.0
"""After a failure Redis is not asked for so long: people must not wait for it with every message."""


class RedisAway(Exception):
    """Redis can't be asked now; count alone."""


class SharedWindows:
    """The moving windows that all workers share. Safe to use from several tasks."""

    def __init__(self, redis_url: str, clock: Callable[[], float] = time.monotonic):
        storage = storage_from_string(redis_url, socket_timeout=ANSWER_SECONDS, socket_connect_timeout=ANSWER_SECONDS)
        self._limiter, self._clock = MovingWindowRateLimiter(storage), clock
        self._away_until: float | None = None

    async def seconds_to_wait(self, item: RateLimitItem, kind: str, key: str) -> float | None:
        """None when there is room (it is counted then), else the seconds until there is. Raises RedisAway."""
        if self._away_until is not None and self._clock() < self._away_until:
            raise RedisAway
        try:
            wait = await asyncio.get_running_loop().run_in_executor(None, self._ask, item, kind, key)
        except Exception as error:  # whatever Redis raises: a limit must not stop the answers
            if self._away_until is None:
                logger.error("the shared rate limits can't be reached; each worker counts alone: %s", described(error))
            self._away_until = self._clock() + AWAY_SECONDS
            raise RedisAway from error
        if self._away_until is not None:
            logger.warning("the rate limits are shared again")
            self._away_until = None
        return wait

    def _ask(self, item: RateLimitItem, kind: str, key: str) -> float | None:
        if self._limiter.hit(item, kind, key):
            return None
        return self._limiter.get_window_stats(item, kind, key).reset_time - time.time()
