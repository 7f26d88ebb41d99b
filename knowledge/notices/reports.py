"""The notices of reports: noticed when a load changes what is on record, in the transaction of the load."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.models import DataRelease, Inspection, LocalArea
from knowledge.notices.bodies import report_body
from knowledge.notices.events import MONITORING, REPORT
from knowledge.notices.writing import Notice, write

RECENT_DAYS = 60
"""A report published longer ago is no news: the record has only caught up with it."""
SAME_WITHIN_DAYS = 30
"""Two dates this near are one report whose date was corrected; areas are inspected years apart."""
KINDS = {"full": REPORT, "monitoring": MONITORING}


@dataclass(frozen=True)
class OnRecord:
    """The reports on record: area, kind, and every date by which they are known. None: nothing was loaded yet."""

    dates: dict[tuple[str, str], tuple[dt.date, ...]] | None

    def has(self, inspection: Inspection) -> bool:
        """True when the report of this inspection was on record."""
        known = (self.dates or {}).get((inspection.gss_code, inspection.kind), ())
        published = inspection.published.last_day
        return any(abs((published - day).days) <= SAME_WITHIN_DAYS for day in known)


def on_record(session: Session) -> OnRecord:
    """The reports on record now: to be read before a load replaces them."""
    if session.scalar(select(DataRelease.name).limit(1)) is None:
        return OnRecord(None)
    dates: dict[tuple[str, str], tuple[dt.date, ...]] = {}
    for one in _published(session):
        place = (one.gss_code, one.kind)
        dates[place] = (*dates.get(place, ()), one.published.last_day)
    return OnRecord(dates)


def announce_new(session: Session, before: OnRecord, now: dt.datetime) -> int:
    """Writes a notice for each report that the load added and that came out lately. Returns how many are new.

    After the first load of a database nothing is new.
    """
    if before.dates is None:
        return 0
    names = dict(session.execute(select(LocalArea.gss_code, LocalArea.name)).all())
    new = [one for one in _published(session) if _is_recent(one, now) and not before.has(one)]
    for inspection in new:
        write(session, _notice(names[inspection.gss_code], inspection, now), now)
    return len(new)


def _published(session: Session) -> Iterable[Inspection]:
    rows = session.scalars(select(Inspection).where(Inspection.framework == 2023, Inspection.kind.in_(KINDS)))
    return [row for row in rows if row.published]


def _is_recent(inspection: Inspection, now: dt.datetime) -> bool:
    age = (now.date() - inspection.published.last_day).days
    return age <= RECENT_DAYS and inspection.published.first_day <= now.date()


def _notice(area: str, inspection: Inspection, now: dt.datetime) -> Notice:
    event = KINDS[inspection.kind]
    key = f"{event}:{inspection.gss_code}:{inspection.published.iso}"
    pointless = now + dt.timedelta(days=RECENT_DAYS)
    return Notice(event, key, inspection.gss_code, report_body(area, inspection), now, pointless)
