"""Trouble on order: the next calls of a method fail in the way a test asks for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.bot_api.errors import ApiError, too_many_requests

ANY = "*"
LONG = 3600.0
BEFORE, AFTER = "before", "after"
REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


class Dropped(Exception):
    """The connection is to be cut without an answer."""


@dataclass
class Trouble:
    """What goes wrong. `when`: before the call takes effect, or after it (the bot can't know that it did)."""

    method: str = ANY
    count: int = 1
    when: str = BEFORE
    status: int | None = None
    retry_after: int | None = None
    description: str | None = None
    drop: bool = False
    seconds: float = 0.0
    chat_id: int | None = None

    async def happen(self) -> None:
        """Waits, cuts the connection or refuses, as told."""
        await asyncio.sleep(self.seconds)
        if self.drop:
            raise Dropped
        if self.retry_after is not None:
            raise too_many_requests(self.retry_after)
        if self.status is not None:
            raise ApiError(self.status, self.description or REASONS.get(self.status, "Bad Request"))


@dataclass
class Failures:
    """Troubles in the order they were asked for; each is used up by its calls."""

    planned: list[Trouble] = field(default_factory=list)

    def take(self, method: str, chat_id: int | None) -> Trouble | None:
        """The trouble of this call, if any."""
        for trouble in self.planned:
            fits = trouble.method in (ANY, method) and trouble.chat_id in (None, chat_id)
            if fits and not (trouble.method == ANY and method == "getUpdates"):
                trouble.count -= 1
                if trouble.count <= 0:
                    self.planned.remove(trouble)
                return trouble
        return None
