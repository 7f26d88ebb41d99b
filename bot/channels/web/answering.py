"""Answering a message exactly once, however often and however soon it is sent again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from actions.replies.turns import PRIVACY
from bot.channels.web.deleting import also_deleted
from bot.channels.web.errors import WebError
from bot.channels.web.session import Session
from bot.channels.web.steady_turns import SteadyTurns
from bot.channels.web.turns import Turns
from bot.memory.tracker_store import SlotTrackerStore

LOOK_AGAIN_SECONDS = 0.1
LOOKS = 150
"""How often to look for the replies of another worker: longer than a claim can stay abandoned."""

Replies = list[dict[str, Any]]


class Answering:
    """Sends messages to the assistant. `send` is Rasa's handler of messages, `copy` the wording of the channel."""

    def __init__(
        self,
        send: Callable[[UserMessage], Awaitable[Any]],
        turns: Turns,
        memory: SlotTrackerStore,
        copy: dict[str, Any],
    ):
        self._send, self._turns, self._memory, self._copy = send, SteadyTurns(turns), memory, copy
        self._under_way: dict[tuple[str, str], asyncio.Task[Replies]] = {}

    async def answer(self, session: Session, message_id: str, text: str) -> Replies:
        """The replies to a message. The same id gives the same replies. Raises WebError("failed").

        The work goes on when the person's connection is lost, so that sending again finds its result.
        """
        key = (session.key, message_id)
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._once(session, message_id, text))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key))
        return await asyncio.shield(task)

    async def _once(self, session: Session, message_id: str, text: str) -> Replies:
        for _ in range(LOOKS):
            if self._turns.claim(session, message_id):
                return await self._answered_now(session, message_id, text)
            if replies := self._turns.replies(session, message_id):
                return replies
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        raise WebError("failed")

    async def _answered_now(self, session: Session, message_id: str, text: str) -> Replies:
        replies: Replies = []
        try:
            collector = CollectingOutputChannel()
            await self._send(UserMessage(text, collector, session.conversation, input_channel="web"))
            said = [message["custom"] for message in collector.messages]
            if said and self.forgot(session, said):  # before the reply is kept: it says that this is done
                said = also_deleted(self._copy["deleted"], said, self._turns.wipe(session, spared=message_id))
            replies = said
        finally:
            # an error is not kept: sending the message again should try again
            if not replies or any(reply["status"] == "error" for reply in replies):
                self._turns.release(session, message_id)
            else:
                self._turns.keep(session, message_id, replies)
        if not replies:
            raise WebError("failed")
        return replies

    def forgot(self, session: Session, replies: Replies) -> bool:
        """True when the message was "delete my data": after it nothing is remembered."""
        return any(reply["topic"] == PRIVACY for reply in replies) and not self._memory.remembered(session.conversation)
