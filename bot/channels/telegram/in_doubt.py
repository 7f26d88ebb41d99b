"""The rule for a message in doubt: claimed by a process that stopped, or sent when the connection broke.

Telegram has no way to ask whether a message went out, but its message ids rise. A message in doubt has an id above
the highest one known when it was claimed. Among the ids above that, those known to be something else are left
out; each of the others is tried with an edit that changes nothing: the keyboard that the message has anyway.

- "not modified", or success: a message of ours stands there in this chat. It went out.
- "not found": nothing of this chat has that id. "can't be edited": somebody else's message.
- No candidate fits: it did not go out. Any other failure, or too many candidates: nobody can tell.

It can't hit another answer of the same chat: those are sent one after another, so they lie below the floor. What to
do when nobody can tell is for the caller: an answer is sent again, since a person is waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.channels.telegram.pace import Pace

AHEAD = 20
"""How far above the highest known id is looked: messages in flight at once, and a few that nobody told us of."""
MOST_CANDIDATES = 200
WENT_OUT, DID_NOT, NOBODY_KNOWS = "went_out", "did_not", "nobody_knows"


@dataclass(frozen=True)
class Verdict:
    """What became of a message in doubt; its id when it went out."""

    what: str
    message_id: int | None = None


def candidates(floor: int, known: Iterable[int], ahead: int = AHEAD) -> list[int]:
    """The ids that a message in doubt can have: above the floor, not known to be another, up to a little ahead."""
    taken = set(known)
    highest = max(taken, default=floor)
    return [number for number in range(floor + 1, max(floor, highest) + ahead + 1) if number not in taken]


async def look(
    bot: Bot, chat_id: int, possible: list[int], keyboard: InlineKeyboardMarkup | None, pace: Pace
) -> Verdict:
    """Looks whether a message with this keyboard went out to this chat under one of the possible ids."""
    if len(possible) > MOST_CANDIDATES:
        return Verdict(NOBODY_KNOWS)
    for number in possible:
        there = await _is_there(bot, chat_id, number, keyboard, pace)
        if there is None:
            return Verdict(NOBODY_KNOWS)
        if there:
            return Verdict(WENT_OUT, number)
    return Verdict(DID_NOT)


async def _is_there(
    bot: Bot, chat_id: int, number: int, keyboard: InlineKeyboardMarkup | None, pace: Pace
) -> bool | None:
    while True:
        await pace.wait()
        try:
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=number, reply_markup=keyboard)
            return True
        except RetryAfter as flood:
            await asyncio.sleep(seconds(flood))
        except BadRequest as refusal:
            said = refusal.message.lower()
            if "not modified" in said:
                return True
            return False if "not found" in said or "can't be edited" in said else None
        except TelegramError:
            return None


def seconds(flood: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = flood.retry_after
    return wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait)
