"""Telegram's flood limits, and how fast the bot really sent."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.bot_api.errors import too_many_requests

SECOND, MINUTE = 1.0, 60.0


@dataclass
class FloodLimits:
    """Off until told. In all 30 a second; in a chat a burst of `burst`, then one a second; 20 a minute in a group.

    Source: core.telegram.org/bots/faq, "My bot is hitting limits". How big a burst may be is not published.
    """

    on: bool = False
    in_all: int = 30
    burst: int = 3
    in_group: int = 20
    sends: deque[float] = field(default_factory=deque)
    by_chat: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    fastest: int = 0
    fastest_by_chat: dict[int, int] = field(default_factory=dict)
    refused: int = 0

    def check(self, chat_id: int, now: float) -> None:
        """Raises 429 when sending to this chat now is too fast."""
        if not self.on:
            return
        wait = max(
            _wait(self.sends, self.in_all, SECOND, now),
            _wait(self.by_chat[chat_id], self.burst, SECOND * self.burst, now),
            _wait(self.by_chat[chat_id], self.in_group, MINUTE, now) if chat_id < 0 else 0,
        )
        if wait > 0:
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(wait)))

    def count(self, chat_id: int, now: float) -> None:
        """Notes that a message was sent."""
        chat = self.by_chat[chat_id]
        for row, kept in ((self.sends, SECOND), (chat, MINUTE)):
            row.append(now)
            while row[0] <= now - kept:
                row.popleft()
        self.fastest = max(self.fastest, len(self.sends))
        lately = sum(1 for at in chat if at > now - SECOND)
        self.fastest_by_chat[chat_id] = max(lately, self.fastest_by_chat.get(chat_id, 0))


def _wait(row: deque[float], most: int, period: float, now: float) -> float:
    inside = [at for at in row if at > now - period]
    return inside[-most] + period - now if len(inside) >= most else 0
