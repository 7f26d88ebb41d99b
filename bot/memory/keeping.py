"""Where the few remembered slots of each conversation are kept: in the process or in the database."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from typing import Any, Protocol

from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.orm import sessionmaker

from bot.memory.identity import Seal
from knowledge.models import Conversation
from knowledge.models.types import LondonTime
from knowledge.retention import leave_no_trace

# built once: building a statement for each message costs more than running it
_row = Conversation.__table__.c
_GET = select(_row.state, _row.updated_at).where(_row.person == bindparam("person"))
_PUT = text(
    "INSERT INTO conversation (person, state, updated_at) VALUES (:person, :state, :now) "
    "ON CONFLICT (person) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at"
).bindparams(bindparam("now", type_=LondonTime))
_DELETE = delete(Conversation.__table__).where(_row.person == bindparam("person"))
_DELETE_EXPIRED = delete(Conversation.__table__).where(_row.updated_at < bindparam("before"))


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
    """Keeps conversations in the database, so that a restart loses none.

    A row stands under a keyed hash of the conversation's id and is sealed with a key that needs the id, too. The id
    itself is nowhere in the database: neither the database nor the database with our secret shows what was talked of.
    """

    def __init__(self, session: sessionmaker, minutes: int, secret: str):
        self._session, self._lifetime, self._secret = session, dt.timedelta(minutes=minutes), secret.encode()

    def get(self, sender_id: str, now: dt.datetime) -> dict[str, Any] | None:
        """The state, or None when there is none or it has expired."""
        with self._session() as session:
            row = session.execute(_GET, {"person": self._key(sender_id)}).first()
        if row is None or now - row.updated_at >= self._lifetime:
            return None
        state = self._seal(sender_id).open(row.state)
        return None if state is None else json.loads(state)

    def put(self, sender_id: str, state: dict[str, Any], now: dt.datetime) -> None:
        """Keeps the state; an empty one leaves nothing behind, in no file."""
        person, gone = self._key(sender_id), 0
        with self._session.begin() as session:
            if state:
                sealed = self._seal(sender_id).close(json.dumps(state))
                session.execute(_PUT, {"person": person, "state": sealed, "now": now})
            else:  # nothing is remembered, so nothing of the person stays
                gone = session.execute(_DELETE, {"person": person}).rowcount
        if gone:
            leave_no_trace(session.get_bind())

    def forget_expired(self, now: dt.datetime) -> int:
        """Deletes every conversation past its time. Returns how many."""
        with self._session.begin() as session:
            return session.execute(_DELETE_EXPIRED, {"before": now - self._lifetime}).rowcount

    def _key(self, sender_id: str) -> str:
        return hmac.new(self._secret, sender_id.encode(), hashlib.sha256).hexdigest()

    def _seal(self, sender_id: str) -> Seal:
        return Seal(hmac.new(self._secret, f"seal of {sender_id}".encode(), hashlib.sha256).hexdigest())
