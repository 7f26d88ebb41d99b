"""Where the few remembered slots of each conversation are kept: in the process or in the database."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from typing import Any, Protocol

from sqlalchemy import delete
from sqlalchemy.orm import sessionmaker

from knowledge.models import Conversation


class Keeping(Protocol):
    """Keeps the state of conversations by their id."""

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state."""


class ProcessKeeping:
    """Keeps conversations in this process, for the terminal and for tests."""

    def __init__(self, minutes: int):
        self._lifetime = dt.timedelta(minutes=minutes)
        self._states: dict[str, tuple[dict[str, Any], dt.datetime]] = {}

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""
        state, updated = self._states.get(sender_id, (None, now))
        return state if now - updated < self._lifetime else None

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state."""
        self._states[sender_id] = (state, now)


class DatabaseKeeping:
    """Keeps conversations in the database under a keyed hash of their id, so that a restart loses none."""

    def __init__(self, session: sessionmaker, minutes: int, secret: str):
        self._session, self._lifetime, self._secret = session, dt.timedelta(minutes=minutes), secret.encode()

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""
        with self._session() as session:
            row = session.get(Conversation, self._key(sender_id))
            return json.loads(row.state) if row and now - row.updated_at < self._lifetime else None

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state."""
        with self._session.begin() as session:
            session.merge(Conversation(person=self._key(sender_id), state=json.dumps(state), updated_at=now))

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""
        with self._session.begin() as session:
            old = delete(Conversation).where(Conversation.updated_at < now - self._lifetime)
            return session.execute(old.execution_options(synchronize_session=False)).rowcount

    def _key(self, sender_id: str) -> str:
        return hmac.new(self._secret, sender_id.encode(), hashlib.sha256).hexdigest()
