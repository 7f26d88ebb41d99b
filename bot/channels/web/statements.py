"""The statements on turns, built once: building one for each message would cost more than running it."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from knowledge.models import Feedback, WebTurn
from knowledge.models.types import LondonTime

_turn, _feedback = WebTurn.__table__, Feedback.__table__
_session, _id = _turn.c.session == bindparam("of"), _turn.c.message_id == bindparam("message")
_answered, _under_way = _turn.c.replies.is_not(None), _turn.c.replies.is_(None)
_others = [_session, _turn.c.message_id != bindparam("spared")]

CLAIM = text(
    "INSERT INTO web_turn (session, message_id, claimed_at, expires_at) "
    "VALUES (:of, :message, :now, :expires_at) ON CONFLICT DO NOTHING"
).bindparams(bindparam("now", type_=LondonTime), bindparam("expires_at", type_=LondonTime))
TAKE_OVER = (
    update(_turn)
    .where(_session, _id, _under_way, _turn.c.claimed_at < bindparam("abandoned_before"))
    .values(claimed_at=bindparam("now"))
)
RELEASE = delete(_turn).where(_session, _id, _under_way)
KEEP = update(_turn).where(_session, _id).values(replies=bindparam("sealed"))
REPLIES = select(_turn.c.replies).where(_session, _id)
HISTORY = (
    select(_turn.c.message_id, _turn.c.replies)
    .where(_session, _answered)
    .order_by(_turn.c.id.desc())
    .limit(bindparam("most"))
)
TO_RATE = select(_turn.c.replies, _turn.c.feedback_id).where(_session, _id, _answered).with_for_update()
ADD_FEEDBACK = insert(_feedback)
RATED = update(_turn).where(_session, _id).values(feedback_id=bindparam("feedback"))
COUNT_OTHERS = select(func.count()).where(*_others, _answered)
FEEDBACK_OF_OTHERS = select(_turn.c.feedback_id).where(*_others, _turn.c.feedback_id.is_not(None))
DELETE_OTHERS = delete(_turn).where(*_others)
DELETE_FEEDBACK = delete(_feedback).where(_feedback.c.id.in_(bindparam("ids", expanding=True)))
DELETE_EXPIRED = delete(_turn).where(_turn.c.expires_at <= bindparam("now"))
