"""The agent: every channel's messages go through the guard, and every message gets a reply."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from actions.desk import Desk
from actions.replies.parts import choices
from actions.reply import Reply
from bot.engine.danger import DangerFirst
from bot.engine.processor import AssistantProcessor
from bot.guard.personal import Cleaner
from bot.guard.postcodes import PostcodeGuard
from bot.guard.text import guard
from bot.logs.safe import described
from bot.memory.locks import PersonLocks
from bot.memory.steady import NotForgotten
from bot.memory.tracker_store import SlotTrackerStore
from knowledge.marks import METADATA
from nlu.danger import Danger
from nlu.danger.sense import DangerSense

logger = logging.getLogger(__name__)


class AssistantAgent(Agent):
    """Rasa's agent that never answers with silence and never treats a person's words as a command."""

    def __init__(
        self,
        model: Path,
        desk: Desk,
        store: SlotTrackerStore,
        longest: int,
        action_endpoint=None,
        postcodes: PostcodeGuard | None = None,
        personal: Cleaner | None = None,
        sense: DangerSense | None = None,
    ):
        super().__init__(tracker_store=store, lock_store=PersonLocks(), action_endpoint=action_endpoint)
        self._desk, self._longest, self._postcodes = desk, longest, postcodes
        self._personal = personal or Cleaner()
        self.danger = DangerFirst(desk, store, sense=sense)
        self.load_model(model)

    @staticmethod
    def _create_tracker_store(store: SlotTrackerStore, domain) -> SlotTrackerStore:
        return store

    def load_model(self, model_path: Path, fingerprint: str | None = None) -> None:
        """Loads the trained model."""
        self.processor = AssistantProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.processor.postcodes = self._postcodes
        self.domain = self.processor.domain
        self.tracker_store.domain = self.domain
        self._set_fingerprint(fingerprint)

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Answers one message. Whatever goes wrong, the person gets an honest reply."""
        guarded = guard(message.text, self._longest)
        danger = self.finds_danger(guarded.heard)
        if danger and danger.sure:
            return await self._say_danger(message, danger)
        if danger:  # help first, then the answer
            await self._say(message, self.danger.first(message, danger))
        if guarded.refusal:
            return await self._say(message, self._refusal(guarded.refusal))
        message.parse_data = None
        try:
            self._take_out(message, guarded.text)
            collected = await super().handle_message(message)
        except Exception as error:  # a person is waiting; no message text goes to the log
            logger.error("a message could not be answered: %s", described(error))
            return await self._say_it_failed(message, error)
        if isinstance(message.output_channel, CollectingOutputChannel) and not message.output_channel.messages:
            logger.error("a message was left without a reply")
            return await self._say(message, Reply(self._desk.copy["general"]["failed"], None, "error"))
        return collected

    def finds_danger(self, text: str) -> Danger | None:
        """The danger in a text; None when there is none, or when looking for it failed: the text is then read on."""
        try:
            return self.danger.find(text)
        except Exception as error:  # a person is waiting; no message text goes to the log
            logger.error("danger could not be looked for: %s", described(error))
            return None

    def _take_out(self, message: UserMessage, text: str) -> None:
        """Leaves only the marks of personal data in a message, before Rasa sees or logs any of it."""
        message.text = ""
        cleaned = self._personal.clean(text)
        message.text = cleaned.text
        message.metadata = {**(message.metadata or {}), METADATA: list(cleaned.kinds)}

    async def _say_danger(self, message: UserMessage, danger: Danger) -> list[dict[str, Any]] | None:
        """Says where help is at once; only then is it noted that this was said."""
        reply = self.danger.reply(message, danger)
        said = await self._say(message, reply)
        try:
            async with self.lock_store.lock(message.sender_id):
                self.danger.keep(message.sender_id, reply)
        except Exception as error:  # help was given, which is what counts
            logger.error("a crisis reply could not be noted: %s", described(error))
        return said

    async def _say_it_failed(self, message: UserMessage, error: Exception) -> list[dict[str, Any]] | None:
        """Says it once, and takes back a "deleted" that is not true."""
        said = getattr(message.output_channel, "messages", None) or []
        if isinstance(error, NotForgotten):
            said.clear()
        if any(one["custom"]["status"] == "error" for one in said if "custom" in one):
            return said
        return await self._say(message, Reply(self._desk.copy["general"]["failed"], None, "error"))

    def _refusal(self, reason: str) -> Reply:
        text = self._desk.copy["guard"][reason].format(longest=self._longest)
        offered = choices(self._desk, self._desk.copy["dialogue"]["starters"])
        return Reply(text, None, "refused", choices=offered)

    @staticmethod
    async def _say(message: UserMessage, reply: Reply) -> list[dict[str, Any]] | None:
        channel = message.output_channel
        await channel.send_custom_json(message.sender_id, reply.as_json())
        return channel.messages if isinstance(channel, CollectingOutputChannel) else None
