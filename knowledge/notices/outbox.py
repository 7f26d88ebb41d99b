"""Taking notices from the outbox one at a time: claimed before they are sent, settled after.

However many processes do it, on SQLite and PostgreSQL, no row is claimed by two, and together they claim no more a
second than allowed. A row that stays claimed for longer than any call can take is in doubt: its process stopped.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.orm import Session

from knowledge.models import Addressee, Outbox, Subscription
from knowledge.models.types import LondonTime
from knowledge.notices.hours import events_allowed
from knowledge.notices.writing import LATE, STOPPED

IN_DOUBT_AFTER = dt.timedelta(seconds=60)
"""A claim older than this belongs to a process that stopped: sending gives up long before (`bot.notices.delivery`)."""
MOST_A_SECOND = 25
MOST_TRIES, MOST_LOOKS = 6, 60
FIRST_WAIT = dt.timedelta(seconds=15)
FAILED, BLOCKED, NO_ADDRESS, IN_DOUBT = "failed", "blocked", "no_address", "in_doubt"
_TURN = 7_340_014
"""The PostgreSQL advisory lock under which claims are counted; any number nobody else uses."""
_UNSEEN = {"synchronize_session": False}

# built once: building a statement for each notice costs more than running it
_row, _wish, _addressee = Outbox.__table__, Subscription.__table__, Addressee.__table__
_this = _row.c.id == bindparam("row")
_LATELY = select(func.count()).select_from(_row).where(_row.c.claimed_at > bindparam("since", type_=LondonTime))
_TAKE = (
    update(_row)
    .where(_this)
    .values(claimed_at=bindparam("now"), attempts=_row.c.attempts + 1, floor=bindparam("known"))
)
_SETTLE = (
    update(_row)
    .where(_this, _row.c.settled_at.is_(None))
    .values(settled_at=bindparam("now"), result=bindparam("how"), message_id=bindparam("number"))
)
_TURN_IN_POSTGRESQL = text("SELECT pg_advisory_xact_lock(:turn)")
_TURN_IN_SQLITE = text("BEGIN IMMEDIATE")


class TooFast(Exception):
    """All processes together have claimed as many notices in the last second as may be sent."""


@dataclass(frozen=True)
class Claimed:
    """A notice taken to be sent. `address` is sealed; None when the person can't be written to any more."""

    id: int
    person: str
    channel: str
    event: str
    gss_code: str
    body: str
    attempts: int
    address: str | None
    floor: int | None = None


def claim(session: Session, channel: str, now: dt.datetime, floor: int, most_a_second: int) -> Claimed | None:
    """Takes the next notice that is due; None when none is. Raises TooFast when this second's notices are used up.

    `floor` is the highest message id known on the channel. What nobody asks for any more is settled on the way.
    Call it in a transaction of its own.
    """
    _take_turn(session)
    if session.scalar(_LATELY, {"since": now - dt.timedelta(seconds=1)}) >= most_a_second:
        raise TooFast
    due = _due(events_allowed(now))
    while True:
        row = session.execute(due, {"now": now, "channel": channel}).first()
        if row is None:
            return None
        if row.wish is not None:
            break
        settle(session, row.id, STOPPED, now)
    session.execute(_TAKE, {"row": row.id, "now": now, "known": floor})
    return Claimed(row.id, row.person, channel, row.event, row.gss_code, row.body, row.attempts + 1, row.address, floor)


def _take_turn(session: Session) -> None:
    """Lets one process count and claim at a time. SQLite: the write lock is taken before anything is read."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_TURN_IN_POSTGRESQL, {"turn": _TURN})
    else:
        session.execute(_TURN_IN_SQLITE)


def settle(session: Session, row: int, result: str, now: dt.datetime, message_id: int | None = None) -> None:
    """Writes down what became of a notice. Only the first word counts."""
    session.execute(_SETTLE, {"row": row, "now": now, "how": result, "number": message_id})


def release(session: Session, row: int) -> None:
    """Gives a claimed notice back, untried: the channel said "not so fast"."""
    mine = update(Outbox).where(Outbox.id == row, Outbox.settled_at.is_(None))
    back = mine.values(claimed_at=None, attempts=Outbox.attempts - 1)
    session.execute(back, execution_options=_UNSEEN)


def try_later(session: Session, row: int, attempts: int, now: dt.datetime) -> bool:
    """Gives back a notice that did not go out, to be tried after a while that doubles; False after the last try."""
    if attempts >= MOST_TRIES:
        settle(session, row, FAILED, now)
        return False
    again = now + FIRST_WAIT * 2 ** (attempts - 1)
    mine = update(Outbox).where(Outbox.id == row, Outbox.settled_at.is_(None))
    session.execute(mine.values(claimed_at=None, not_before=again), execution_options=_UNSEEN)
    return True


def settle_late(session: Session, now: dt.datetime) -> int:
    """Settles what can't go out in time any more. Returns how many."""
    late = update(Outbox).where(Outbox.settled_at.is_(None), Outbox.claimed_at.is_(None), Outbox.not_after <= now)
    return session.execute(late.values(settled_at=now, result=LATE), execution_options=_UNSEEN).rowcount


@lru_cache(maxsize=8)
def _due(events: tuple[str, ...]):
    """The next notice that is due, whether it is still asked for, and where to."""
    asked_for = (
        (_wish.c.person == _row.c.person) & (_wish.c.gss_code == _row.c.gss_code) & (_wish.c.event == _row.c.event)
    )
    found = (_row.c.id, _row.c.person, _row.c.event, _row.c.gss_code, _row.c.body, _row.c.attempts)
    return (
        select(*found, _wish.c.id.label("wish"), _addressee.c.address)
        .select_from(_row.outerjoin(_wish, asked_for).outerjoin(_addressee, _addressee.c.person == _row.c.person))
        .where(
            _row.c.settled_at.is_(None),
            _row.c.claimed_at.is_(None),
            _row.c.not_before <= bindparam("now", type_=LondonTime),
            (_row.c.not_after.is_(None)) | (_row.c.not_after > bindparam("now", type_=LondonTime)),
            _row.c.channel == bindparam("channel"),
            _row.c.event.in_(events),
        )
        .order_by(_row.c.not_before, _row.c.id)
        .limit(1)
        .with_for_update(skip_locked=True, of=_row)
    )


def counts(session: Session, now: dt.datetime) -> dict[tuple[str, str], int]:
    """How many notices are due now, by area and event, whatever the hour."""
    due = (
        select(Outbox.gss_code, Outbox.event, func.count())
        .where(Outbox.settled_at.is_(None), Outbox.claimed_at.is_(None), Outbox.not_before <= now)
        .group_by(Outbox.gss_code, Outbox.event)
    )
    return {(code, event): count for code, event, count in session.execute(due)}


def in_doubt(session: Session, now: dt.datetime) -> list[Outbox]:
    """The notices in doubt: claimed by a process that stopped, or given up because nobody could tell."""
    rows = select(Outbox).where(_stuck(now) | (Outbox.result == IN_DOUBT)).order_by(Outbox.id)
    return list(session.scalars(rows))


def adopt(session: Session, channel: str, now: dt.datetime) -> Claimed | None:
    """Takes over one notice that a stopped process left claimed, to find out what became of it; None when none is.

    One that was looked into too often without an answer is settled as in doubt: a person decides.
    """
    _take_turn(session)
    rows = select(Outbox).where(_stuck(now), Outbox.channel == channel).order_by(Outbox.claimed_at, Outbox.id)
    row = session.scalar(rows.limit(1).with_for_update(skip_locked=True))
    if row is None:
        return None
    row.claimed_at, row.attempts = now, row.attempts + 1
    if row.attempts > MOST_LOOKS:
        row.settled_at, row.result = now, IN_DOUBT
    address = session.scalar(select(Addressee.address).where(Addressee.person == row.person))
    given = (row.id, row.person, channel, row.event, row.gss_code, row.body, row.attempts, address, row.floor)
    return Claimed(*given)


def put_back(session: Session, row: int) -> None:
    """A notice that was in doubt did not go out: it is due again, as if it had never been claimed."""
    mine = update(Outbox).where(Outbox.id == row, Outbox.settled_at.is_(None))
    session.execute(mine.values(claimed_at=None, attempts=0), execution_options=_UNSEEN)


def resend(session: Session, rows: Iterable[int], now: dt.datetime) -> int:
    """Puts notices in doubt back to be sent: somebody decided that twice is better than never. Returns how many."""
    back = update(Outbox).where(
        Outbox.id.in_(tuple(rows)),
        _stuck(now) | (Outbox.result == IN_DOUBT),
        (Outbox.not_after.is_(None)) | (Outbox.not_after > now),
    )
    values = {"claimed_at": None, "settled_at": None, "result": None, "attempts": 0}
    return session.execute(back.values(**values), execution_options=_UNSEEN).rowcount


def _stuck(now: dt.datetime):
    return (Outbox.settled_at.is_(None)) & (Outbox.claimed_at < now - IN_DOUBT_AFTER)
