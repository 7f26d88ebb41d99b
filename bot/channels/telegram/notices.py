"""Notices on Telegram: one message each, and the rule for those in doubt (`in_doubt.py`)."""

from __future__ import annotations

from typing import Any

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.channels.telegram import in_doubt
from bot.channels.telegram.calls import call
from bot.channels.telegram.known_ids import SHARED, KnownIds
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.parts import Part
from bot.channels.telegram.people import CHANNEL
from bot.channels.telegram.rendering import render
from bot.channels.telegram.sending import UNKNOWN_CHAT
from bot.notices.sender import Gone, NotReached, Refused, SlowDown, Unsure

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""What goes wrong before a byte of the message has left."""


class TelegramNotices:
    """Sends notices through one bot, as `bot.notices.sender.Sender` wants it."""

    channel = CHANNEL

    def __init__(self, bot: Bot, known: KnownIds, pace: Pace):
        self._bot, self._known, self._pace = bot, known, pace

    def highest_id(self) -> int:
        """The highest message id known in private chats."""
        return self._known.highest(SHARED)

    async def send(self, address: str, reply: dict[str, Any]) -> int | None:
        """Sends one message; gives its id. Raises SlowDown, Gone, Refused, NotReached or Unsure."""
        try:
            message_id = await call(self._bot, _part(address, reply), None)
        except RetryAfter as flood:
            raise SlowDown(in_doubt.seconds(flood)) from None
        except Forbidden:
            raise Gone from None
        except BadRequest as refusal:
            said = refusal.message.lower()
            raise (Gone() if any(reason in said for reason in UNKNOWN_CHAT) else Refused(refusal.message)) from None
        except NetworkError as failure:
            surely_not = isinstance(failure.__cause__, NEVER_SENT)
            raise (NotReached() if surely_not else Unsure()) from None
        if message_id:
            self._known.note(SHARED, message_id)
        return message_id

    async def went_out(self, address: str, reply: dict[str, Any], floor: int) -> tuple[bool | None, int | None]:
        """Whether a message in doubt went out, by trying the message ids it can have."""
        part, possible = _part(address, reply), in_doubt.candidates(floor, self._known.above(SHARED, floor))
        verdict = await in_doubt.look(self._bot, part.chat_id, possible, part.keyboard(), self._pace)
        there = {in_doubt.WENT_OUT: True, in_doubt.DID_NOT: False}.get(verdict.what)
        return there, verdict.message_id


def _part(address: str, reply: dict[str, Any]) -> Part:
    """A notice is one message: a second one could be lost between the two."""
    parts = render([reply], int(address))
    if len(parts) != 1:
        raise Refused(f"a notice takes {len(parts)} messages; it must be one")
    return parts[0]
