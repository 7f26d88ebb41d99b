"""The statements on updates and parts, built once: building one for each message would cost more than running it."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from knowledge.models import Outbox, TelegramPart, TelegramUpdate
from knowledge.models.types import LondonTime

_update, _part, _outbox = TelegramUpdate.__table__, TelegramPart.__table__, Outbox.__table__
_row, _unfinished = _update.c.id == bindparam("row"), _update.c.finished_at.is_(None)
_this_part = _part.c.id == bindparam("part")
_of_sequence = _update.c.sequence == bindparam("of_sequence")
CHANNEL = "telegram"

WRITE = text(
    "INSERT INTO telegram_update (bot, update_id, chat, sequence, message_id, body, received_at, finished_at) "
    "VALUES (:bot, :update_id, :chat, :sequence, :message_id, :body, :now, :finished) "
    "ON CONFLICT (bot, update_id) DO NOTHING"
).bindparams(bindparam("now", type_=LondonTime), bindparam("finished", type_=LondonTime))
ROW_OF = select(_update.c.id).where(_update.c.bot == bindparam("bot"), _update.c.update_id == bindparam("update_id"))
UNFINISHED = (
    select(_update.c.id, _update.c.chat).where(_update.c.bot == bindparam("bot"), _unfinished).order_by(_update.c.id)
)
READ = select(_update.c.body, _update.c.before, _update.c.composed_at, _update.c.sequence).where(_row, _unfinished)
KEEP_BEFORE = update(_update).where(_row).values(before=bindparam("sealed"))
ADD_PART = insert(_part)
COMPOSED = update(_update).where(_row).values(composed_at=bindparam("now"), before=None)
PARTS = (
    select(_part.c.id, _part.c.body, _part.c.floor, _part.c.claimed_at)
    .where(_part.c.update_row == bindparam("row"), _part.c.settled_at.is_(None))
    .order_by(_part.c.position)
)
CLAIM = update(_part).where(_this_part).values(claimed_at=bindparam("now"), floor=bindparam("known"))
RELEASE = update(_part).where(_this_part).values(claimed_at=None, floor=None)
SETTLE = (
    update(_part)
    .where(_this_part)
    .values(settled_at=bindparam("now"), result=bindparam("how"), message_id=bindparam("number"), body=None)
)
FINISH = update(_update).where(_row).values(finished_at=bindparam("now"), body=None, before=None, chat="")
DROP_PARTS = delete(_part).where(_part.c.update_row == bindparam("row"), _part.c.settled_at.is_(None))
IN_DOUBT = select(func.count()).where(_part.c.claimed_at.is_not(None), _part.c.settled_at.is_(None))

INCOMING_IDS = select(_update.c.message_id).where(_of_sequence, _update.c.message_id > bindparam("floor"))
SENT_IDS = (
    select(_part.c.message_id)
    .join(_update, _update.c.id == _part.c.update_row)
    .where(_of_sequence, _part.c.message_id > bindparam("floor"))
)
NOTICE_IDS = select(_outbox.c.message_id).where(_outbox.c.channel == CHANNEL, _outbox.c.message_id > bindparam("floor"))
DELETE_OLD = delete(_update).where(_update.c.finished_at < bindparam("older_than"))
DELETE_STALE = delete(_update).where(_update.c.received_at < bindparam("older_than"))
