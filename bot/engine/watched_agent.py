"""The agent as it serves: every message has a time limit, is counted, and leaves one line in the log."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from rasa.core.channels.channel import UserMessage

from actions.reply import Reply
from bot.engine.agent import AssistantAgent
from bot.logs import answers
from bot.logs.answers import Answered, conversation_hash
from bot.metrics.counting import Metrics
from knowledge.clock import london_now

logger = logging.getLogger(__name__)


class WatchedAgent(AssistantAgent):
    """Answers as its base does. `seconds` is the longest a person waits before an honest "this took too long"."""

    metrics: Metrics
    secret: str
    seconds: float

    def watch(self, metrics: Metrics, secret: str, seconds: float) -> None:
        """Begins to watch; call it once, before the first message."""
        self.metrics, self.secret, self.seconds = metrics, secret, seconds

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Answers one message within its time."""
        began = time.perf_counter()
        collected = None
        try:
            collected = await asyncio.wait_for(super().handle_message(message), self.seconds)
        except asyncio.TimeoutError:
            logger.error("a message took longer than %s s", self.seconds)
            if not _replies(message):
                reply = Reply(self._desk.copy["general"]["too_slow"], None, "error")
                collected = await self._say(message, reply)
        self._note(message, time.perf_counter() - began)
        return collected

    def _note(self, message: UserMessage, seconds: float) -> None:
        conversation = conversation_hash(self.secret, message.sender_id, london_now().date())
        answered = Answered.of(conversation, message.input_channel or "unknown", _replies(message), seconds)
        self.metrics.answered(answered)
        answers.write(answered)


def _replies(message: UserMessage) -> list[dict[str, Any]]:
    """The reply objects that went out, for channels that collect them."""
    sent = getattr(message.output_channel, "messages", None) or []
    return [one["custom"] for one in sent if isinstance(one, dict) and "custom" in one]
