"""Answers danger before anything else is done with a message."""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.channels.channel import UserMessage

from actions.desk import Desk
from actions.replies.danger import compose, compose_first
from actions.reply import Reply
from bot.logs.safe import described
from bot.memory.tracker_store import SlotTrackerStore
from nlu.danger import Danger, DangerDetector, read_detector
from nlu.danger.sense import DangerSense, decide

logger = logging.getLogger(__name__)


class DangerFirst:
    """Finds danger in a message and composes the reply to it. Neither needs the database.

    `sense` finds more than rules do. Without it, or when it fails, rules decide alone.
    """

    def __init__(
        self,
        desk: Desk,
        memory: SlotTrackerStore,
        detector: DangerDetector | None = None,
        sense: DangerSense | None = None,
    ):
        self._desk, self._memory, self._detector = desk, memory, detector or read_detector()
        self._sense = sense

    def find(self, text: str) -> Danger | None:
        """The danger in a message, None when there is none. See `Danger.sure`."""
        ruled = self._detector.read(text)
        if self._sense is None:
            return ruled
        try:
            return decide(ruled, self._sense.sense(text, ruled))
        except Exception as error:  # what rules found must not be lost; no message text goes to the log
            logger.error("danger could not be sensed: %s", described(error))
            return ruled

    def first(self, message: UserMessage, danger: Danger) -> Reply:
        """What is said before the answer where danger is not sure."""
        style = self._remembered(message.sender_id).get("style") or "standard"
        return compose_first(self._desk, danger.kinds, style)

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
