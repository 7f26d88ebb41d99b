"""One line for each message that was answered: which conversation (hashed), topic, status and time. Never its words."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter

EVENT = "answered"
DANGER = "crisis"
HASH_LENGTH = 12
logger = logging.getLogger(__name__)

_lines: BoundLogger = structlog.wrap_logger(
    logger,
    wrapper_class=BoundLogger,
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        ProcessorFormatter.wrap_for_formatter,
    ],
)


@dataclass(frozen=True)
class Answered:
    """What is known of one answered message. `seconds` is the time from its arrival to its replies."""

    conversation: str
    channel: str
    topic: str
    status: str
    language: str
    seconds: float

    @classmethod
    def of(cls, conversation: str, channel: str, replies: Sequence[dict[str, Any]], seconds: float) -> Answered:
        """Reads the reply objects. Of a reply to danger only that it was one is kept, not which danger."""
        topics = [reply.get("topic") or "none" for reply in replies] or ["none"]
        kept = dict.fromkeys(DANGER if one.partition(".")[0] == DANGER else one for one in topics)
        statuses = [reply.get("status", "error") for reply in replies] or ["error"]
        language = replies[0].get("language", "en") if replies else "en"
        return cls(conversation, channel, "+".join(kept), statuses[0], language, seconds)

    @property
    def family(self) -> str:
        """The group of its (first) topic: "area" of "area.outcome"."""
        return self.topic.partition("+")[0].partition(".")[0]


def conversation_hash(secret: str, sender_id: str, day: dt.date) -> str:
    """What a conversation is called in logs on one day: short, keyed, and of no use without the secret.

    It changes at midnight, so that nobody can put together what one person asked on different days.
    """
    return hmac.new(secret.encode(), f"log {day} {sender_id}".encode(), hashlib.sha256).hexdigest()[:HASH_LENGTH]


def write(answered: Answered) -> None:
    """Writes the line."""
    _lines.info(
        EVENT,
        conversation=answered.conversation,
        channel=answered.channel,
        topic=answered.topic,
        status=answered.status,
        language=answered.language,
        ms=round(answered.seconds * 1000, 1),
    )
