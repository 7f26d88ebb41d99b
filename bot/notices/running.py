"""Putting the sending of notices together, and doing it again and again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from sqlalchemy.engine import Engine
from sqlalchemy.orm import sessionmaker
from telegram import Bot

from bot.channels.telegram.known_ids import KnownIds
from bot.channels.telegram.notices import TelegramNotices
from bot.channels.telegram.pace import Pace
from bot.memory.identity import Seal
from bot.notices.delivery import Delivery
from bot.settings import Settings
from knowledge.clock import london_now, running_clock

logger = logging.getLogger(__name__)

EVERY_SECONDS = 60.0


def telegram_delivery(
    bot: Bot,
    engine: Engine,
    settings: Settings,
    pace: Pace | None = None,
    known: KnownIds | None = None,
    each: Callable[[str], None] = lambda _: None,
) -> Delivery:
    """What sends the notices of the Telegram channel.

    `pace` and `known` are those of the channel when it runs in this process, so that answers and notices together
    keep to the allowed rate.
    """
    most = settings.notices_a_second
    pace = pace or Pace(most)
    sender = TelegramNotices(bot, known or KnownIds(engine), pace)
    maker = sessionmaker(engine, future=True, expire_on_commit=False)
    clock = running_clock(settings.today) if settings.today else london_now
    return Delivery(maker, Seal(settings.secret_key), sender, pace, clock, most, each=each)


async def keep_sending(delivery: Delivery, stopped: asyncio.Event, every: float = EVERY_SECONDS) -> None:
    """Sends what is due, again and again, until `stopped` is set. A round that fails is logged; the next tries."""
    while not stopped.is_set():
        try:
            await delivery.run_once()
        except Exception as error:  # the database may be away; nothing is lost, and no text goes to the log
            logger.error("a round of notices failed: %s", type(error).__name__)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(stopped.wait(), every)
