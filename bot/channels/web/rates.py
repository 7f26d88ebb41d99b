"""Rate limits per session and per address, in the process or shared by workers through Redis."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import math
import time
from collections.abc import Callable

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute

from bot.channels.web.errors import WebError
from bot.channels.web.shared import RedisAway, SharedWindows
from bot.channels.web.window import MovingWindow

MOST_REST_MESSAGES = 6000


class Limit:
    """One limit: its window in this process and, when there is Redis, the window that all workers share."""

    def __init__(self, kind: str, item: RateLimitItem, shared: SharedWindows | None):
        self.kind, self._item, self._shared = kind, item, shared
        self._own = MovingWindow(item.amount, item.get_expiry())

    async def seconds_to_wait(self, key: str) -> float | None:
        """None when the request is within the limit; it is counted then.

        When Redis can't be reached, each worker counts by itself: people are answered and
        floods are still held off.
        """
        if self._shared is not None:
            with contextlib.suppress(RedisAway):
                return await self._shared.seconds_to_wait(self._item, self.kind, key)
        return self._own.seconds_to_wait(key)


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
        clock: Callable[[], float] = time.monotonic,
    ):
        self._secret = secret.encode()
        shared = SharedWindows(redis_url, clock) if redis_url else None
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
