"""Answers danger before anything else is done with a message."""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.channels.channel import UserMessage

from actions.desk import Desk
from actions.replies.danger import compose
from actions.reply import Reply
from bot.memory.tracker_store import SlotTrackerStore
from nlu.danger import Danger, DangerDetector, read_detector

logger = logging.getLogger(__name__)


class DangerFirst:
    """Finds danger in a message and composes the reply to it. Neither needs the model or the database."""

    def __init__(self, desk: Desk, memory: SlotTrackerStore, detector: DangerDetector | None = None):
        self._desk, self._memory, self._detector = desk, memory, detector or read_detector()

    def find(self, text: str) -> Danger | None:
        """The danger in a message, None when there is none."""
        return self._detector.read(text)

    def reply(self, message: UserMessage, danger: Danger) -> Reply:
        """The reply, in the language of the words that were found, else in the one the person chose."""
        known = self._remembered(message.sender_id)
        language = danger.language or known.get("language")
        areas = tuple(known.get("areas") or ())
        return compose(self._desk, danger.kinds, language, known.get("style") or "standard", areas)

    def keep(self, sender_id: str, reply: Reply) -> None:
        """Notes that this was said last, so that it can be said again and no choice from before counts.

        The area and a question that is still open are kept as they were.
        """
        known = self._remembered(sender_id)
        known.pop("choices", None)
        self._memory.begin(sender_id, {**known, "said": [reply.as_json()]})

    def _remembered(self, sender_id: str) -> dict[str, Any]:
        try:
            return dict(self._memory.remembered(sender_id))
        except Exception as error:  # the reply must not wait for the database
            logger.error("a conversation could not be read: %s", type(error).__name__)
            return {}
