"""Rate limits per session and per address, in the process or shared by workers through Redis."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import math
import time

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from bot.channels.web.errors import WebError
from bot.channels.web.window import MovingWindow

logger = logging.getLogger(__name__)

MOST_REST_MESSAGES = 6000


class Limit:
    """One limit: its window in this process and, when there is Redis, the window that all workers share."""

    def __init__(self, kind: str, item: RateLimitItem, shared: MovingWindowRateLimiter | None):
        self.kind, self._item, self._shared = kind, item, shared
        self._own = MovingWindow(item.amount, item.get_expiry())

    async def seconds_to_wait(self, key: str) -> float | None:
        """None when the request is within the limit; it is counted then.

        When Redis can't be reached, each worker counts by itself: people are answered and
        floods are still held off.
        """
        if self._shared is not None:
            try:
                return await asyncio.get_running_loop().run_in_executor(None, self._seconds_in_redis, key)
            except Exception as error:  # whatever Redis raises: a limit must not stop the answers
                logger.error("the shared rate limits can't be reached: %s", type(error).__name__)
        return self._own.seconds_to_wait(key)

    def _seconds_in_redis(self, key: str) -> float | None:
        if self._shared.hit(self._item, self.kind, key):
            return None
        return self._shared.get_window_stats(self._item, self.kind, key).reset_time - time.time()


class Rates:
    """Counts requests and refuses those above a limit with `too_many` and the seconds to wait.

    Addresses and sessions are counted under keyed hashes.
    """

    def __init__(
        self,
        secret: str,
        messages: int,
        address_requests: int,
        address_sessions: int,
        redis_url: str | None = None,
        rest_messages: int = MOST_REST_MESSAGES,
    ):
        self._secret = secret.encode()
        shared = MovingWindowRateLimiter(storage_from_string(redis_url)) if redis_url else None
        self._messages = Limit("messages", RateLimitItemPerMinute(messages), shared)
        self._address_requests = Limit("requests", RateLimitItemPerMinute(address_requests), shared)
        self._address_sessions = Limit("sessions", RateLimitItemPerHour(address_sessions), shared)
        self._rest_messages = Limit("rest", RateLimitItemPerMinute(rest_messages), shared)

    async def new_session(self, address: str) -> None:
        """Counts a new session. Raises WebError."""
        await self._count(self._address_sessions, address)

    async def request(self, address: str) -> None:
        """Counts a request of any other kind. Raises WebError."""
        await self._count(self._address_requests, address)

    async def message(self, session_key: str) -> None:
        """Counts a message of a session. Raises WebError."""
        await self._count(self._messages, session_key)

    async def rest(self, address: str) -> None:
        """Counts a message of the REST channel. Raises WebError."""
        await self._count(self._rest_messages, address)

    async def _count(self, limit: Limit, who: str) -> None:
        key = hmac.new(self._secret, f"{limit.kind}:{who}".encode(), hashlib.sha256).hexdigest()[:32]
        wait = await limit.seconds_to_wait(key)
        if wait is not None:
            raise WebError("too_many", retry_after=max(1, math.ceil(wait)))
