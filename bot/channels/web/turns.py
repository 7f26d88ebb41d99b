"""The turns of web sessions in the database: each message id is answered once, and history can be read back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row
from sqlalchemy.orm import sessionmaker

from bot.channels.web.sealing import seal, unseal
from bot.channels.web.session import Session
from knowledge.clock import Clock, london_now
from knowledge.models import Feedback, WebTurn

MOST_SHOWN = 20
ABANDONED_AFTER = dt.timedelta(seconds=10)
"""A claim this old without replies was left by a process that stopped: answering takes 2 seconds at most."""
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_UNCHECKED = {"synchronize_session": False}


class Turns:
    """Keeps the replies to each message until its session expires. Safe to share between workers."""

    def __init__(self, maker: sessionmaker, clock: Clock = london_now):
        self._maker, self._clock = maker, clock

    def claim(self, session: Session, message_id: str) -> bool:
        """True when this message is now ours to answer; False when it is answered or being answered."""
        now = self._clock()
        values = {"session": session.key, "message_id": message_id, "claimed_at": now, "expires_at": session.expires_at}
        abandoned = _of(session, message_id, WebTurn.replies.is_(None), WebTurn.claimed_at < now - ABANDONED_AFTER)
        with self._maker.begin() as db:
            insert = _INSERTS[db.get_bind().dialect.name](WebTurn).values(**values)
            if db.execute(insert.on_conflict_do_nothing()).rowcount == 1:
                return True
            taken = update(WebTurn).where(*abandoned).values(claimed_at=now)
            return db.execute(taken.execution_options(**_UNCHECKED)).rowcount == 1

    def release(self, session: Session, message_id: str) -> None:
        """Gives a claim back, so that the message can be sent again."""
        with self._maker.begin() as db:
            _delete(db, _of(session, message_id, WebTurn.replies.is_(None)))

    def keep(self, session: Session, message_id: str, replies: list[dict[str, Any]]) -> None:
        """Keeps the replies to a claimed message. Does nothing when the chat was cleared meanwhile."""
        kept = update(WebTurn).where(*_of(session, message_id)).values(replies=seal(replies, session))
        with self._maker.begin() as db:
            db.execute(kept.execution_options(**_UNCHECKED))

    def replies(self, session: Session, message_id: str) -> list[dict[str, Any]] | None:
        """The replies to a message; None when there are none (yet)."""
        with self._maker() as db:
            sealed = db.scalar(select(WebTurn.replies).where(*_of(session, message_id)))
        return unseal(sealed, session) if sealed else None

    def history(self, session: Session) -> list[dict[str, Any]]:
        """The newest turns, oldest first, as `{"id", "replies"}`."""
        answered = select(WebTurn.message_id, WebTurn.replies).where(
            WebTurn.session == session.key, WebTurn.replies.is_not(None)
        )
        with self._maker() as db:
            rows = db.execute(answered.order_by(WebTurn.id.desc()).limit(MOST_SHOWN)).all()
        opened = ((row.message_id, unseal(row.replies, session)) for row in reversed(rows))
        return [{"id": message_id, "replies": replies} for message_id, replies in opened if replies]

    def rate(self, session: Session, message_id: str, useful: bool) -> bool:
        """Keeps whether an answer was useful, once. False when there is no such answer."""
        with self._maker.begin() as db:
            row = self._to_rate(db, session, message_id)
            if row is None or not (replies := unseal(row.replies, session)):
                return False
            if row.feedback_id is None:
                feedback = Feedback(topic=_topic(replies), useful=int(useful), created_at=self._clock())
                db.add(feedback)
                db.flush()
                rated = update(WebTurn).where(WebTurn.id == row.id).values(feedback_id=feedback.id)
                db.execute(rated.execution_options(**_UNCHECKED))
        return True

    def wipe(self, session: Session, keep: str | None = None) -> dict[str, int]:
        """Deletes all turns of a session and its feedback; `keep` is the id of a message to spare. Returns counts."""
        own = [WebTurn.session == session.key, WebTurn.message_id != (keep or "")]
        answered = select(func.count()).where(*own, WebTurn.replies.is_not(None))
        with self._maker.begin() as db:
            rated = list(db.scalars(select(WebTurn.feedback_id).where(*own, WebTurn.feedback_id.is_not(None))))
            counts = {"turns": db.scalar(answered), "feedback": len(rated)}
            _delete(db, own)
            db.execute(delete(Feedback).where(Feedback.id.in_(rated)).execution_options(**_UNCHECKED))
        return counts

    def forget_expired(self) -> int:
        """Deletes the turns of sessions that are over. Returns how many."""
        with self._maker.begin() as db:
            return _delete(db, [WebTurn.expires_at <= self._clock()])

    @staticmethod
    def _to_rate(db, session: Session, message_id: str) -> Row | None:
        wanted = select(WebTurn.id, WebTurn.replies, WebTurn.feedback_id)
        found = wanted.where(*_of(session, message_id, WebTurn.replies.is_not(None)))
        return db.execute(found.with_for_update()).first()


def _of(session: Session, message_id: str, *more) -> list:
    return [WebTurn.session == session.key, WebTurn.message_id == message_id, *more]


def _delete(db, where: list) -> int:
    return db.execute(delete(WebTurn).where(*where).execution_options(**_UNCHECKED)).rowcount


def _topic(replies: list[dict[str, Any]]) -> str:
    """What feedback is kept under: the topic of the answer, or its status when it has none."""
    return next((reply["topic"] for reply in replies if reply["topic"]), replies[0]["status"])
