"""The Telegram channel as a whole: put together, started, stopped."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError
from telegram.ext import Updater

from actions.desk import the_desk
from bot.channels.telegram import client
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.asking import Asking
from bot.channels.telegram.commands import to_set
from bot.channels.telegram.composing import Composer
from bot.channels.telegram.files import Files
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.lines import Lines
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.people import People
from bot.channels.telegram.queue import InboxQueue
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.speaking import Speaker
from bot.notices.running import keep_sending, telegram_delivery
from bot.settings import Settings
from knowledge.database import connect
from knowledge.retention import leave_no_trace

logger = logging.getLogger(__name__)

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS, TIDY_SECONDS = 30, 300.0
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 1.0, 60.0
CONFLICT = (
    "Another process asks Telegram for this bot's messages. Only one may: stop the other one, "
    "or set TELEGRAM_BOT_TOKEN for one process only."
)


class TelegramChannel:
    """Takes updates by long polling, or through `receive` when Telegram calls a webhook."""

    def __init__(self, agent, settings: Settings, pace: Pace | None = None):
        self._agent, self._settings = agent, settings
        self.bot: Bot = client.build_bot(settings)
        self.pace = pace or Pace()
        self._lines: Lines | None = None
        self._updater: Updater | None = None
        self._beside: list[asyncio.Task] = []
        self._stopped = asyncio.Event()
        self.queue: InboxQueue | None = None

    async def start(self) -> None:
        """Returns when updates are taken. Tries until Telegram can be reached. Raises BadToken."""
        await self._until_reached(partial(client.enter, self.bot))
        desk, engine, secret = the_desk(), connect(self._settings.database_url), self._settings.secret_key
        self._engine = engine
        self.inbox = Inbox(engine, self.bot.id, secret)
        people = People(engine, secret)
        speaker = Speaker(desk.copy["telegram"]["listen"])
        composer = Composer(Asking(self._agent, people), people, self.inbox, engine, desk, speaker)
        self.sender = Sender(self.bot, self.inbox, Files(desk).make, self.pace)
        self._lines = Lines(Answering(self.bot, self.inbox, composer, self.sender, engine).answer)
        self.queue = InboxQueue(self.bot, self.inbox, self._lines.add)
        await self._set_commands(desk.copy["telegram"])
        for chat, row in self.inbox.unfinished():
            self._lines.add(chat, row)
        is_in_doubt = self.inbox.any_in_doubt()
        await self._take_updates()
        if is_in_doubt:  # the more message ids are known, the fewer a message in doubt can have
            await self.queue.quiet()
        self._lines.open()
        delivery = telegram_delivery(self.bot, engine, self._settings, self.pace, self.inbox.known)
        notices = keep_sending(delivery, self._stopped)
        self._beside = [asyncio.create_task(one) for one in (self._keep_tidy(), notices)]

    async def stop(self) -> None:
        """Stops taking updates and answering. What is unfinished goes on at the next start."""
        if self._updater and self._updater.running:
            await self._updater.stop()
        self._stopped.set()
        for task in self._beside:
            task.cancel()
        if self._lines:
            await self._lines.stop()
        with contextlib.suppress(TelegramError):
            await self.bot.shutdown()

    async def receive(self, update: dict) -> None:
        """Takes an update that Telegram delivered. Returns when it is written down."""
        await self.queue.put(Update.de_json(update, self.bot))

    def tidy(self) -> None:
        """Deletes what is past its time, and what deleting left in SQLite's journal."""
        try:
            self.inbox.forget_old()
        except SQLAlchemyError as error:  # the database may be busy; the next round tries again
            logger.error("deleting old updates failed: %s", type(error).__name__)
        leave_no_trace(self._engine)

    async def _keep_tidy(self) -> None:
        while True:
            self.tidy()
            await asyncio.sleep(TIDY_SECONDS)

    @staticmethod
    async def _until_reached(call: Callable[[], Awaitable[Any]]) -> None:
        """Makes a call that starting needs, again and again until Telegram can be reached."""
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                await call()
                return
            except BadRequest:  # to the library it is trouble of the network; asking again would not help
                raise
            except (NetworkError, RetryAfter) as failure:
                logger.warning("Telegram can't be reached yet: %s", type(failure).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    async def _set_commands(self, copy: dict) -> None:
        try:
            await self.bot.set_my_commands(to_set(copy))
        except TelegramError as failure:  # people can still type them
            logger.warning("the commands could not be set: %s", type(failure).__name__)

    async def _take_updates(self) -> None:
        if self._settings.telegram_webhook_url:
            await self._until_reached(self._be_called)
        else:
            await self._poll()

    async def _be_called(self) -> None:
        """Asks Telegram to call us, with one connection: then updates come in order."""
        await self.bot.set_webhook(
            self._settings.telegram_webhook_url,
            secret_token=self._settings.telegram_webhook_secret,
            allowed_updates=WANTED,
            max_connections=1,
        )

    async def _poll(self) -> None:
        self._updater = Updater(self.bot, self.queue)
        await self._updater.initialize()
        await self._updater.start_polling(
            timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=WANTED, error_callback=say_trouble
        )


def say_trouble(error: TelegramError) -> None:
    """One line for what went wrong while asking for updates; the library asks again by itself."""
    if isinstance(error, Conflict):
        logger.error(CONFLICT)
    else:
        logger.warning("Telegram can't be reached: %s", type(error).__name__)
