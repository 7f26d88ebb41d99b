"""The turns of web sessions in the database: each message id is answered once, and history can be read back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy.engine import Engine

from bot.channels.web import statements
from bot.channels.web.sealing import seal, unseal
from bot.channels.web.session import Session
from knowledge.clock import Clock, london_now
from knowledge.retention import leave_no_trace

MOST_SHOWN = 20
ABANDONED_AFTER = dt.timedelta(seconds=10)
"""A claim this old without replies was left by a process that stopped: answering takes 2 seconds at most."""

Replies = list[dict[str, Any]]


class Turns:
    """Keeps the replies to each message until its session expires. Safe to share between workers."""

    def __init__(self, engine: Engine, clock: Clock = london_now):
        self._engine, self._clock = engine, clock

    def claim(self, session: Session, message_id: str) -> bool:
        """True when this message is now ours to answer; False when it is answered or being answered."""
        now, this = self._clock(), _this(session, message_id)
        with self._engine.begin() as db:
            fresh = {**this, "now": now, "expires_at": session.expires_at}
            if db.execute(statements.CLAIM, fresh).rowcount == 1:
                return True
            left = {**this, "now": now, "abandoned_before": now - ABANDONED_AFTER}
            return db.execute(statements.TAKE_OVER, left).rowcount == 1

    def release(self, session: Session, message_id: str) -> None:
        """Gives a claim back, so that the message can be sent again."""
        with self._engine.begin() as db:
            db.execute(statements.RELEASE, _this(session, message_id))

    def keep(self, session: Session, message_id: str, replies: Replies) -> None:
        """Keeps the replies to a claimed message. Does nothing when the chat was cleared meanwhile."""
        kept = {**_this(session, message_id), "sealed": seal(replies, session)}
        with self._engine.begin() as db:
            db.execute(statements.KEEP, kept)

    def replies(self, session: Session, message_id: str) -> Replies | None:
        """The replies to a message; None when there are none (yet)."""
        with self._engine.connect() as db:
            sealed = db.scalar(statements.REPLIES, _this(session, message_id))
        return unseal(sealed, session) if sealed else None

    def history(self, session: Session) -> list[dict[str, Any]]:
        """The newest turns, oldest first, as `{"id", "replies"}`."""
        with self._engine.connect() as db:
            rows = db.execute(statements.HISTORY, {"of": session.key, "most": MOST_SHOWN}).all()
        opened = ((row.message_id, unseal(row.replies, session)) for row in reversed(rows))
        return [{"id": message_id, "replies": replies} for message_id, replies in opened if replies]

    def rate(self, session: Session, message_id: str, useful: bool) -> bool:
        """Keeps whether an answer was useful, once. False when there is no such answer."""
        this = _this(session, message_id)
        with self._engine.begin() as db:
            row = db.execute(statements.TO_RATE, this).first()
            replies = unseal(row.replies, session) if row else None
            if replies and row.feedback_id is None:
                given = {"topic": _topic(replies), "useful": int(useful), "created_at": self._clock()}
                feedback = db.execute(statements.ADD_FEEDBACK, given).inserted_primary_key[0]
                db.execute(statements.RATED, {**this, "feedback": feedback})
        return bool(replies)

    def wipe(self, session: Session, spared: str = "") -> dict[str, int]:
        """Deletes the turns of a session and its feedback, all but the message `spared`. Returns counts."""
        others = {"of": session.key, "spared": spared}
        with self._engine.begin() as db:
            rated = list(db.execute(statements.FEEDBACK_OF_OTHERS, others).scalars())
            turns = db.scalar(statements.COUNT_OTHERS, others)
            db.execute(statements.DELETE_OTHERS, others)
            db.execute(statements.DELETE_FEEDBACK, {"ids": rated})
        leave_no_trace(self._engine)
        return {"turns": turns, "feedback": len(rated)}

    def forget_expired(self) -> int:
        """Deletes the turns of sessions that are over. Returns how many."""
        with self._engine.begin() as db:
            return db.execute(statements.DELETE_EXPIRED, {"now": self._clock()}).rowcount


def _this(session: Session, message_id: str) -> dict[str, str]:
    return {"of": session.key, "message": message_id}


def _topic(replies: Replies) -> str:
    """What feedback is kept under: the topic of the answer, or its status when it has none."""
    return next((reply["topic"] for reply in replies if reply["topic"]), replies[0]["status"])
