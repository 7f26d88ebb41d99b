"""Who can be written to, and what they chose once for all: kept beyond the end of a conversation."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.engine import Engine

from bot.memory.identity import Seal
from knowledge.clock import Clock, london_now
from knowledge.models import Addressee, AreaReport, Outbox, Subscription, TelegramPart, TelegramUpdate
from knowledge.models.types import LondonTime
from knowledge.retention import leave_no_trace

CHANNEL, GROUPS = "telegram", "telegram-group"
"""Groups are remembered only to warn them once; nothing is ever sent to them unasked."""
_row = Addressee.__table__.c
_SEEN = text(
    "INSERT INTO addressee (person, channel, address, settings, created_at, seen_at) "
    "VALUES (:person, :channel, :address, '{}', :now, :now) "
    "ON CONFLICT (person) DO UPDATE SET seen_at = excluded.seen_at"
).bindparams(bindparam("now", type_=LondonTime))
_SETTINGS = select(_row.settings).where(_row.person == bindparam("who"))
_CHOOSE = update(Addressee.__table__).where(_row.person == bindparam("who")).values(settings=bindparam("chosen"))


class People:
    """The addressees of this channel."""

    def __init__(self, engine: Engine, secret: str, clock: Clock = london_now):
        self._engine, self._seal, self._clock = engine, Seal(secret), clock

    def seen(self, person: str, chat_id: int, channel: str = CHANNEL) -> dict[str, Any]:
        """Notes that somebody wrote; gives what they chose."""
        row = {"person": person, "channel": channel, "address": self._seal.close(str(chat_id)), "now": self._clock()}
        with self._engine.begin() as db:
            db.execute(_SEEN, row)
            return json.loads(db.scalar(_SETTINGS, {"who": person}) or "{}")

    def choose(self, person: str, settings: dict[str, Any]) -> None:
        """Keeps what somebody chose."""
        with self._engine.begin() as db:
            db.execute(_CHOOSE, {"who": person, "chosen": json.dumps(settings)})


def end_subscriptions(engine: Engine, person: str) -> None:
    """Somebody blocked us or is gone: they are written to no more, and their address is deleted."""
    with engine.begin() as db:
        for table in (Subscription, Addressee):
            db.execute(delete(table).where(table.person == person))
        db.execute(delete(Outbox).where(Outbox.person == person, Outbox.settled_at.is_(None)))


def forget_person(engine: Engine, memory, person: str, spared: int | None = None) -> dict[str, int]:
    """Deletes all that is kept of a person; gives how many rows of each kind there were.

    `memory` is the tracker store, `spared` the row of the update that asks for it: its answer is still to be sent.
    """
    known = bool(memory.remembered(person))
    memory.forget(person)
    deleted = {"conversation": int(known)}
    kinds = {"subscriptions": Subscription, "messages": Outbox, "reports": AreaReport, "settings": Addressee}
    waiting = select(TelegramUpdate.id).where(TelegramUpdate.chat == person, TelegramUpdate.id < (spared or 0))
    with engine.begin() as db:
        for name, table in kinds.items():
            mine = table.person == person
            deleted[name] = db.scalar(select(func.count()).select_from(table).where(mine))
            db.execute(delete(table).where(mine))
        db.execute(delete(TelegramPart).where(TelegramPart.update_row.in_(waiting)))
        db.execute(delete(TelegramUpdate).where(TelegramUpdate.id.in_(waiting)))
    leave_no_trace(engine)
    return deleted
