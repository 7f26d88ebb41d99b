"""Where the few remembered slots of each conversation are kept: in the process or in the database."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from typing import Any, Protocol

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import sessionmaker

from knowledge.models import Conversation

_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Keeping(Protocol):
    """Keeps the state of conversations by their id."""

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state; an empty one leaves nothing behind."""

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""


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
        """Keeps the state; an empty one leaves nothing behind."""
        self._states[sender_id] = (state, now)
        if not state:
            del self._states[sender_id]

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""
        old = [person for person, (_, updated) in self._states.items() if updated < now - self._lifetime]
        for person in old:
            del self._states[person]
        return len(old)


class DatabaseKeeping:
    """Keeps conversations in the database under a keyed hash of their id, so that a restart loses none."""

    def __init__(self, session: sessionmaker, minutes: int, secret: str):
        self._session, self._lifetime, self._secret = session, dt.timedelta(minutes=minutes), secret.encode()

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""
        wanted = select(Conversation.state, Conversation.updated_at)
        with self._session() as session:
            row = session.execute(wanted.where(Conversation.person == self._key(sender_id))).first()
        return json.loads(row.state) if row and now - row.updated_at < self._lifetime else None

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state."""
        values = {"state": json.dumps(state), "updated_at": now}
        with self._session.begin() as session:
            if not state:  # nothing is remembered, so nothing of the person stays
                session.execute(delete(Conversation).where(Conversation.person == self._key(sender_id)))
                return
            insert = _INSERTS[session.get_bind().dialect.name](Conversation)
            row = insert.values(person=self._key(sender_id), **values)
            session.execute(row.on_conflict_do_update(index_elements=[Conversation.person], set_=values))

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""
        with self._session.begin() as session:
            old = delete(Conversation).where(Conversation.updated_at < now - self._lifetime)
            return session.execute(old.execution_options(synchronize_session=False)).rowcount

    def _key(self, sender_id: str) -> str:
        return hmac.new(self._secret, sender_id.encode(), hashlib.sha256).hexdigest()
