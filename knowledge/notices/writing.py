"""Writing notices into the outbox: one row a person and event, whatever is written twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.models import Outbox, Subscription
from knowledge.models.types import LondonTime

SENT = "sent"
TOLD = "told"
"""Said in the chat at once, when the person subscribed: nothing is left to send."""
CANCELLED = "cancelled"
STOPPED = "stopped"
LATE = "late"
_MAY_COME_BACK = (CANCELLED, STOPPED)
_COLUMNS = ("person", "channel", "event", "event_key", "gss_code", "body", "created_at", "not_before", "not_after")
_COLUMNS += ("attempts", "settled_at", "result")


@dataclass(frozen=True)
class Notice:
    """What everybody who asked is to be told of one event. `key` names the event; `body` is a reply object as JSON.

    It may go out from `not_before` on and is pointless after `not_after` (None: never pointless).
    """

    event: str
    key: str
    gss_code: str
    body: str
    not_before: dt.datetime
    not_after: dt.datetime | None = None


def write(session: Session, notice: Notice, now: dt.datetime, person: str | None = None, told: bool = False) -> None:
    """Puts a notice into the outbox of all who asked for it (or of one person), in the transaction of `session`.

    Rows that are there already and not sent get the new words and times; sent ones stay as they are. `told`: the
    person has just been told in the chat, so that nothing is to be sent.
    """
    asked = select(Subscription.person).where(
        Subscription.gss_code == notice.gss_code, Subscription.event == notice.event
    )
    if person is not None:
        asked = asked.where(Subscription.person == person)
    session.execute(_settle_told(notice, asked, now) if told else _refresh(notice, asked))
    session.execute(_insert(session, notice, asked, now, told))


def cancel(session: Session, gss_code: str, events: Iterable[str], kept: Iterable[str], now: dt.datetime) -> None:
    """Settles the unsent notices of these events in an area, but for those with the keys in `kept`."""
    unsent = update(Outbox).where(Outbox.settled_at.is_(None), Outbox.claimed_at.is_(None))
    these = unsent.where(
        Outbox.gss_code == gss_code, Outbox.event.in_(tuple(events)), Outbox.event_key.not_in(tuple(kept))
    )
    session.execute(these.values(settled_at=now, result=CANCELLED), execution_options=_UNSEEN)


_UNSEEN = {"synchronize_session": False}


def _unsent(notice: Notice, asked):
    waiting = or_(Outbox.settled_at.is_(None), Outbox.result.in_(_MAY_COME_BACK))
    return update(Outbox).where(
        Outbox.event_key == notice.key, Outbox.claimed_at.is_(None), waiting, Outbox.person.in_(asked)
    )


def _settle_told(notice: Notice, asked, now: dt.datetime):
    return _unsent(notice, asked).values(settled_at=now, result=TOLD).execution_options(**_UNSEEN)


def _refresh(notice: Notice, asked):
    rows = _unsent(notice, asked)
    return rows.values(
        body=notice.body,
        not_before=notice.not_before,
        not_after=notice.not_after,
        settled_at=None,
        result=None,
    ).execution_options(**_UNSEEN)


def _insert(session: Session, notice: Notice, asked, now: dt.datetime, told: bool):
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    rows = asked.add_columns(
        Subscription.channel,
        literal(notice.event),
        literal(notice.key),
        literal(notice.gss_code),
        literal(notice.body),
        literal(now, LondonTime),
        literal(notice.not_before, LondonTime),
        literal(notice.not_after, LondonTime),
        literal(0),
        literal(now if told else None, LondonTime),
        literal(TOLD) if told else literal(None, Outbox.result.type),
    )
    return dialect.insert(Outbox).from_select(_COLUMNS, rows).on_conflict_do_nothing()
