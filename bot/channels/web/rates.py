"""Rate limits per session and per address, in the process or shared by workers through Redis."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import math
import time

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from bot.channels.web.errors import WebError

logger = logging.getLogger(__name__)


class Rates:
    """Counts requests and refuses those above a limit with `too_many` and the seconds to wait.

    Addresses and sessions are counted under keyed hashes. When Redis can't be reached, each
    worker counts by itself: people are answered and floods are still held off.
    """

    def __init__(
        self, secret: str, messages: int, address_requests: int, address_sessions: int, redis_url: str | None = None
    ):
        self._secret = secret.encode()
        self._messages = RateLimitItemPerMinute(messages)
        self._address_requests = RateLimitItemPerMinute(address_requests)
        self._address_sessions = RateLimitItemPerHour(address_sessions)
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared = MovingWindowRateLimiter(storage_from_string(redis_url)) if redis_url else None

    async def new_session(self, address: str) -> None:
        """Counts a new session. Raises WebError."""
        await self._count(self._address_sessions, "sessions", address)

    async def request(self, address: str) -> None:
        """Counts a request of any other kind. Raises WebError."""
        await self._count(self._address_requests, "requests", address)

    async def message(self, session_key: str) -> None:
        """Counts a message of a session. Raises WebError."""
        await self._count(self._messages, "messages", session_key)

    async def _count(self, limit: RateLimitItem, kind: str, who: str) -> None:
        key = hmac.new(self._secret, f"{kind}:{who}".encode(), hashlib.sha256).hexdigest()[:32]
        wait = await self._hit(limit, kind, key)
        if wait is not None:
            raise WebError("too_many", retry_after=wait)

    async def _hit(self, limit: RateLimitItem, kind: str, key: str) -> int | None:
        if self._shared is not None:
            try:
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(None, _seconds_to_wait, self._shared, limit, kind, key)
            except Exception as error:  # whatever Redis raises: a limit must not stop the answers
                logger.error("the shared rate limits can't be reached: %s", type(error).__name__)
        return _seconds_to_wait(self._own, limit, kind, key)


def _seconds_to_wait(limiter: MovingWindowRateLimiter, limit: RateLimitItem, kind: str, key: str) -> int | None:
    """None when the request is within the limit; it is counted then."""
    if limiter.hit(limit, kind, key):
        return None
    return max(1, math.ceil(limiter.get_window_stats(limit, kind, key).reset_time - time.time()))
