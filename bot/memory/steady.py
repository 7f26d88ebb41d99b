"""Conversations go on while the database can't be written: they are kept in the process until it can be again."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.memory.keeping import DatabaseKeeping, ProcessKeeping
from bot.memory.outage import Outage


class NotForgotten(RuntimeError):
    """A conversation could not be deleted, so nobody may be told that it was."""


class SteadyKeeping:
    """Keeps states in the database, and in the process those that could not be put there."""

    def __init__(self, kept: DatabaseKeeping, minutes: int, clock: Callable[[], float] = time.monotonic):
        self._kept, self._spare = kept, ProcessKeeping(minutes)
        self._outage = Outage("conversations can't be kept in the database", clock)

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none, it has expired, or it can't be read now."""
        spare = self._spare.get(sender_id, now)
        if spare is not None:
            return spare
        try:
            return self._kept.get(sender_id, now)
        except SQLAlchemyError as error:
            self._outage.began(error)
            return None

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state. Deleting (an empty state) is never only promised: raises NotForgotten."""
        if not state:
            self._delete(sender_id, now)
        elif self._outage.fresh:
            self._spare.put(sender_id, state, now)
        else:
            self._try_to_put(sender_id, state, now)

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""
        return self._spare.forget_expired(now) + self._kept.forget_expired(now)

    def _try_to_put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        try:
            self._kept.put(sender_id, state, now)
        except SQLAlchemyError as error:
            self._outage.began(error)
            self._spare.put(sender_id, state, now)
        else:
            self._outage.over()
            self._spare.put(sender_id, {}, now)

    def _delete(self, sender_id: str, now: dt.datetime) -> None:
        self._spare.put(sender_id, {}, now)
        try:
            self._kept.put(sender_id, {}, now)
        except SQLAlchemyError as error:
            self._outage.began(error)
            if self._unsure(sender_id, now):
                raise NotForgotten from error

    def _unsure(self, sender_id: str, now: dt.datetime) -> bool:
        """True when something of the conversation is still kept, or nobody can tell."""
        try:
            return self._kept.get(sender_id, now) is not None
        except SQLAlchemyError:
            return True
