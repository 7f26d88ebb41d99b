"""Who asked to be told of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from knowledge.models import Addressee, Outbox, Subscription
from knowledge.notices.events import ALL_EVENTS
from knowledge.notices.surveys import catch_up
from knowledge.notices.writing import STOPPED

MOST_AREAS = 10
"""Areas that one person can ask to be told of: far more than a family needs, and it bounds what is sent."""

Wishes = dict[str, tuple[str, ...]]
"""The events a person asked for, by GSS code."""


@dataclass(frozen=True)
class Asked:
    """What became of a wish: the events that are new, those asked for before, or too many areas for anything new."""

    new: tuple[str, ...]
    had: tuple[str, ...]
    too_many: bool = False


def subscribe(
    session: Session, person: str, channel: str, gss_code: str, events: Sequence[str], now: dt.datetime
) -> Asked:
    """Notes that a person wants to be told of these events in an area, and queues what is still to come of them."""
    wishes = wishes_of(session, person)
    had = wishes.get(gss_code, ())
    if gss_code not in wishes and len(wishes) >= MOST_AREAS:
        return Asked((), (), too_many=True)
    new = tuple(event for event in events if event not in had)
    for event in new:
        session.add(Subscription(person=person, channel=channel, gss_code=gss_code, event=event, created_at=now))
    session.flush()
    catch_up(session, person, gss_code, new, now)
    return Asked(new, tuple(event for event in events if event in had))


def wishes_of(session: Session, person: str) -> Wishes:
    """What a person asked for, the area first asked for first."""
    rows = session.execute(
        select(Subscription.gss_code, Subscription.event).where(Subscription.person == person).order_by(Subscription.id)
    ).all()
    found: dict[str, set[str]] = {}
    for code, event in rows:
        found.setdefault(code, set()).add(event)
    return {code: tuple(event for event in ALL_EVENTS if event in events) for code, events in found.items()}


def unsubscribe(
    session: Session,
    person: str,
    now: dt.datetime,
    codes: Iterable[str] | None = None,
    events: Sequence[str] = ALL_EVENTS,
) -> Wishes:
    """Ends a person's wishes (in these areas, None: in all) and what was queued for them. Returns what ended."""
    wishes = wishes_of(session, person)
    chosen = wishes if codes is None else [code for code in codes if code in wishes]
    ended = {code: tuple(one for one in wishes[code] if one in events) for code in chosen}
    ended = {code: those for code, those in ended.items() if those}
    for code in ended:
        mine = (Subscription.person == person, Subscription.gss_code == code, Subscription.event.in_(events))
        session.execute(delete(Subscription).where(*mine), execution_options={"synchronize_session": False})
        unsent = update(Outbox).where(
            Outbox.person == person,
            Outbox.gss_code == code,
            Outbox.event.in_(events),
            Outbox.settled_at.is_(None),
            Outbox.claimed_at.is_(None),
        )
        stopped = unsent.values(settled_at=now, result=STOPPED)
        session.execute(stopped, execution_options={"synchronize_session": False})
    return ended


def end_for_good(session: Session, person: str, now: dt.datetime) -> None:
    """A person blocked us or is gone: all their wishes end, and their address is deleted."""
    unsubscribe(session, person, now)
    session.execute(
        delete(Addressee).where(Addressee.person == person), execution_options={"synchronize_session": False}
    )
